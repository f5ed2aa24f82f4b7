"""Schema of knowledge/parler/ailleurs.yaml: other branches and other subjects, by their words."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from assistant.corpus.schemas import Bilingue, Identifiant, Texte
from assistant.corpus.yaml_strict import Modele

__all__ = ["EntreeBranche", "EntreeSujet", "FichierAilleurs"]


def _expression(dite: str) -> str:
    try:
        re.compile(dite)
    except re.error as erreur:
        raise ValueError(f"expression rationnelle illisible : {erreur}") from erreur
    return dite


class EntreeBranche(Modele):
    """Another agreement, or a group of them."""

    id: Identifiant
    nom: Bilingue
    idcc: list[Annotated[str, Field(pattern=r"^\d{2,4}$")]]
    noms: list[Texte] = Field(min_length=1)
    lieux: list[Texte] = []
    emplois: list[Texte] = Field(min_length=1)
    formes: list[Annotated[str, AfterValidator(_expression)]] = []


class EntreeSujet(Modele):
    """A subject that is none of classification."""

    id: Identifiant
    dit: list[Texte] = Field(min_length=1)


class FichierAilleurs(Modele):
    """The whole file."""

    version_schema: Literal[1] = Field(alias="schema")
    ici: list[Texte] = Field(min_length=1)
    ici_en: list[Texte]
    quitte: list[Texte]
    branches: list[EntreeBranche] = Field(min_length=1)
    sujets: list[EntreeSujet]
