"""The wording of answers: prompts/reponses.fr.yaml and .en.yaml, same keys, same variables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from assistant.chat.motif import motif
from assistant.corpus import ErreurDeConnaissance, Modele, dossier_embarque, empreinte, lire_yaml

__all__ = ["LANGUES", "Textes"]

LANGUES = ("fr", "en")
_CHAMP = motif(r"\{(\w+)\}")


class _Fichier(Modele):
    id: Literal["reponses"]
    version: int
    langue: Literal["fr", "en"]
    textes: dict[str, str]


@dataclass(frozen=True)
class Textes:
    """Templates by language and key."""

    par_langue: Mapping[str, Mapping[str, str]]
    version: str

    @classmethod
    def charger(cls, dossier: Path | None = None) -> Textes:
        """Read both files; raise ErreurDeConnaissance where they differ in keys or variables."""
        dossier = dossier or dossier_embarque("prompts")
        lus = {
            langue: lire_yaml(dossier / f"reponses.{langue}.yaml", _Fichier).textes
            for langue in LANGUES
        }
        for cle in sorted(lus["fr"].keys() ^ lus["en"].keys()):
            absente = "en" if cle in lus["fr"] else "fr"
            raise ErreurDeConnaissance(
                dossier / f"reponses.{absente}.yaml", "ce texte manque dans cette langue",
                champ=cle,
            )
        for cle, texte in lus["fr"].items():
            if set(_CHAMP.findall(texte)) != set(_CHAMP.findall(lus["en"][cle])):
                raise ErreurDeConnaissance(
                    dossier / "reponses.en.yaml", "les {champs} ne sont pas ceux du français",
                    champ=cle,
                )
        return cls(lus, empreinte(dossier))

    def dire(self, cle: str, langue: str, **variables: object) -> str:
        """One text filled in. KeyError for an unknown key or a missing variable."""
        return self.par_langue[langue][cle].format(**variables).strip()
