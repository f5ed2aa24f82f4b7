"""Schemas of the words people use for filières and jobs (knowledge/parler)."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from assistant.classification import FILIERES
from assistant.corpus.schemas import CodeFiche, Identifiant, Texte
from assistant.corpus.yaml_strict import Modele

__all__ = ["EntreeDomaine", "EntreeMetier", "FichierFilieres", "FichierMetiers"]


class EntreeDomaine(Modele):
    id: Identifiant
    filieres: list[str] = []
    titre: list[Texte] = []
    dit: list[Texte] = Field(min_length=1)
    sauf: list[Texte] = []

    @model_validator(mode="after")
    def _designe(self) -> Self:
        if not self.filieres and not self.titre:
            raise ValueError("il faut au moins une filière ou un mot de titre")
        if inconnues := set(self.filieres) - set(FILIERES):
            raise ValueError(f"filière inconnue : {', '.join(sorted(inconnues))}")
        return self


class FichierFilieres(Modele):
    version_schema: Literal[1] = Field(alias="schema")
    domaines: list[EntreeDomaine] = Field(min_length=1)

    @model_validator(mode="after")
    def _uniques(self) -> Self:
        vus: set[str] = set()
        for d in self.domaines:
            if d.id in vus:
                raise ValueError(f"domaine donné deux fois : {d.id}")
            vus.add(d.id)
        return self


class EntreeMetier(Modele):
    codes: list[CodeFiche] = Field(min_length=1)
    dit: list[Texte] = Field(min_length=1)


class FichierMetiers(Modele):
    version_schema: Literal[1] = Field(alias="schema")
    metiers: list[EntreeMetier] = Field(min_length=1)

    @model_validator(mode="after")
    def _un_sens(self) -> Self:
        vus: set[str] = set()
        for mot in (m for e in self.metiers for m in e.dit):
            if mot.casefold() in vus:
                raise ValueError(f"mot donné deux fois : {mot}")
            vus.add(mot.casefold())
        return self
