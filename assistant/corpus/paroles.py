"""Reading of knowledge/parler/fiches: everyday wording of the fiches."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from assistant.corpus.erreurs import ErreurDeConnaissance
from assistant.corpus.schemas_paroles import EntreeParoles, FichierParoles
from assistant.corpus.yaml_strict import lire_yaml

__all__ = ["dossier_des_paroles", "lire_paroles"]


def dossier_des_paroles(racine: Path) -> Path:
    """Where the wording of fiches stands in a knowledge folder."""
    return racine / "parler" / "fiches"


def lire_paroles(racine: Path, codes: Collection[str]) -> tuple[EntreeParoles, ...]:
    """The wording of every fiche that has one, by file then as written.

    ``codes``: the fiches known. Raises ErreurDeConnaissance for a code that is none of them,
    or that two files hold.
    """
    lues: list[EntreeParoles] = []
    vus: dict[str, str] = {}
    for fichier in sorted(dossier_des_paroles(racine).glob("*.yaml")):
        for entree in lire_yaml(fichier, FichierParoles).fiches:
            for code in (entree.code, *(c for s in entree.separer for c in (s.oui, s.non))):
                if code not in codes:
                    raise ErreurDeConnaissance(
                        fichier, "cette fiche n'existe pas", entree=entree.code, lu=code
                    )
            if entree.code in vus:
                raise ErreurDeConnaissance(
                    fichier, f"cette fiche est déjà dans {vus[entree.code]}", entree=entree.code
                )
            vus[entree.code] = fichier.name
            lues.append(entree)
    return tuple(lues)
