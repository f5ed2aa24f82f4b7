"""Two small knowledge bases and what the fault tests do with their index."""

from pathlib import Path
from typing import Any

from aide_index import Base, Reglages, encodeur_direct, morceaux

from assistant.retrieval import Index, assurer_index
from assistant.retrieval.emplacement import Emplacement

ANCIENNE = Base("ancienne", morceaux(12))
NOUVELLE = Base("nouvelle", morceaux(48, " nouvelle"))
QUESTION = "qui rédige la paie ?"


def assurer(dossier: Path, base: Base = ANCIENNE, **options: Any) -> Index:
    return assurer_index(Reglages(dossier), base, encodeur=encodeur_direct(), **options)


def reponse(dossier: Path, base: Base = ANCIENNE) -> list[str]:
    with assurer(dossier, base) as index:
        return [r.passage_id for r in index.chercher(QUESTION)]



def version(donnees: Path) -> Path:
    return Emplacement.de(donnees).racine / Emplacement.de(donnees).versions()[0]


def restes(donnees: Path) -> list[str]:
    """Work folders left beside the versions."""
    racine = Emplacement.de(donnees).racine
    return [p.name for p in racine.iterdir() if p.suffix in {".tmp", ".rebut"}]
