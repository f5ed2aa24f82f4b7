"""Schema of knowledge/parler/actes.yaml: what a turn does with the answer before it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from assistant.corpus.schemas import Texte
from assistant.corpus.yaml_strict import Modele

__all__ = ["EntreeActe", "FichierActes", "NomActe"]

NomActe = Literal[
    "langue_en", "langue_fr", "manque", "demander", "ou_ecrit", "chiffre", "resume", "difference",
    "doute", "pourquoi", "obligation", "agacement", "laisser", "sait_pas", "partiel", "oui",
    "merci", "accuse", "salut", "incompris",
]


class EntreeActe(Modele):
    id: NomActe
    dit: list[Texte] = Field(min_length=1)
    sauf: list[Texte] = []
    reste: int = Field(ge=0, le=20)
    faits: bool = False
    question: bool = True
    reponse: bool = False


class FichierActes(Modele):
    version_schema: Literal[1] = Field(alias="schema")
    formes: dict[Texte, str]
    petits: Texte
    actes: list[EntreeActe] = Field(min_length=1)
