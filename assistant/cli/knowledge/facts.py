"""`echelon knowledge facts`: the committed facts against the official data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.cli.groupe import Commande

if TYPE_CHECKING:
    from assistant.corpus.faits import Difference
    from assistant.settings import Settings

__all__ = ["facts"]

_LARGEUR = 70  # characters of a value in the table; --json gives it whole


@click.command(cls=Commande)
@click.option("--file", "fichier", metavar="KALI.json",
              help="Fichier KALI de la convention (sinon : le réglage kali_file,"
                   " puis ce que pull a téléchargé).")
@click.option("--write", "ecrire", is_flag=True,
              help="Mettre les champs déduits à jour dans les fichiers YAML.")
@click.option("--json", "en_json", is_flag=True, help="Écrire les différences en JSON.")
def facts(fichier: str | None, ecrire: bool, en_json: bool) -> int:
    """Relire répertoire, certifications et minima dans les données officielles, et comparer.

    Code de sortie 0 si tout est égal, 3 s'il reste une différence.
    """
    from assistant.cli.contexte import reglages
    from assistant.cli.erreurs import SOUS_LE_SEUIL
    from assistant.cli.sortie import attente, ecrire_json
    from assistant.corpus import dossier_embarque
    from assistant.corpus.faits import Inscrits, comparer, mettre_a_jour, regenerer

    settings = reglages()
    source = _source(fichier, settings)
    racine = settings.knowledge_dir or dossier_embarque("knowledge")
    inscrits = Inscrits.lire(racine)
    with attente("Lecture des données officielles…"):
        officiels = regenerer(source, inscrits)
    trouvees = comparer(officiels, inscrits)
    restent = mettre_a_jour(racine, trouvees) if ecrire else trouvees
    if en_json:
        compares = {nom: len(entrees) for nom, entrees in officiels.items()}
        ecrire_json({"file": source.name, "compared": compares,
                     "written": len(trouvees) - len(restent),
                     "differences": [_en_json(d) for d in restent]})
    else:
        _dire(trouvees, restent, ecrire, sum(len(e) for e in officiels.values()))
    return SOUS_LE_SEUIL if restent else 0


def _source(fichier: str | None, settings: Settings) -> Path:
    """The file named, else the setting's, else the one that `pull` downloaded."""
    from assistant.cli.entree import verifier_texte
    from assistant.cli.erreurs import ErreurDUsage

    if fichier is not None:
        verifier_texte(fichier, "--file")
        return Path(fichier)
    if settings.kali_file is not None:
        return settings.kali_file
    pris = sorted((settings.data_dir / "telechargements").glob("KALICONT*.json"))
    if not pris:
        raise ErreurDUsage(
            "Il faut le fichier KALI de la convention : lancez « echelon knowledge pull », ou donnez "
            "--file KALICONT000005635191.json, ou le réglage kali_file (ECHELON_KALI_FILE)."
        )
    return pris[-1]


def _en_json(difference: Difference) -> dict[str, object]:
    return {cle: _simple(v) for cle, v in difference.en_dict().items()}


def _simple(valeur: object) -> object:
    """Dates as ISO texts, at any depth."""
    from datetime import date

    if isinstance(valeur, date):
        return valeur.isoformat()
    if isinstance(valeur, dict):
        return {str(cle): _simple(v) for cle, v in valeur.items()}
    return [_simple(v) for v in valeur] if isinstance(valeur, list) else valeur


def _dire(
    trouvees: Sequence[Difference], restent: Sequence[Difference], ecrire: bool, compares: int
) -> None:
    from assistant.cli.sortie import ligne, titre
    from assistant.corpus.faits.rendu import en_ligne

    if not trouvees:
        ligne(f"{compares} entrées comparées : les faits inscrits sont ceux des données officielles.")
        return
    for fichier, nombre in Counter(d.fichier for d in restent).items():
        titre(f"{fichier} : {nombre} différence{'s' if nombre > 1 else ''}")
        for d in (d for d in restent if d.fichier == fichier):
            inscrit, officiel = (_court(en_ligne(v)) for v in (d.inscrit, d.officiel))
            ou = f" ({d.ou})" if d.ou else ""
            ligne(f"{d.entree}, {d.champ} : inscrit {inscrit}, officiel {officiel}{ou}", "  - ")
    if ecrire:
        ecrites = len(trouvees) - len(restent)
        s = "s" if ecrites > 1 else ""
        ligne(f"{ecrites} mise{s} à jour écrite{s}, {len(restent)} à faire à la main.")


def _court(texte: str) -> str:
    return texte if len(texte) <= _LARGEUR else f"{texte[:_LARGEUR]}…"
