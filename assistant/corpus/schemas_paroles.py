"""Schema of knowledge/parler/fiches: how people speak of each job, a file per filière."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from assistant.classification import FILIERES
from assistant.corpus.schemas import CodeFiche, Texte
from assistant.corpus.yaml_strict import Modele

__all__ = ["EntreeParoles", "FichierParoles", "Separation"]


class Separation(Modele):
    """A question that parts two neighbours: the code for yes and the code for no."""

    question: Texte
    question_en: Texte | None = None
    oui: CodeFiche
    non: CodeFiche

    @model_validator(mode="after")
    def _deux_codes(self) -> Self:
        if self.oui == self.non:
            raise ValueError("« oui » et « non » désignent la même fiche")
        return self


class EntreeParoles(Modele):
    """What people say of one fiche: names, payslip labels, days told in the first person, and
    short statements with the commonest words."""

    code: CodeFiche
    noms: list[Texte] = Field(min_length=1)
    noms_en: list[Texte] = []
    bulletin: list[Texte] = []
    journees: list[Texte] = Field(min_length=10)
    journees_en: list[Texte] = Field(min_length=2)
    courtes: list[Texte] = []
    courtes_en: list[Texte] = []
    separer: list[Separation] = []

    @model_validator(mode="after")
    def _sans_doublon(self) -> Self:
        vus: set[str] = set()
        for texte in (*self.journees, *self.journees_en, *self.courtes, *self.courtes_en):
            if (plie := texte.casefold().strip()) in vus:
                raise ValueError(f"phrase donnée deux fois : {texte[:60]}")
            vus.add(plie)
        return self


class FichierParoles(Modele):
    version_schema: Literal[1] = Field(alias="schema")
    filiere: str
    fiches: list[EntreeParoles] = Field(min_length=1)

    @model_validator(mode="after")
    def _de_la_filiere(self) -> Self:
        if self.filiere not in FILIERES:
            raise ValueError(f"filière inconnue : {self.filiere}")
        vus: set[str] = set()
        for f in self.fiches:
            if f.code.split(".")[0] != self.filiere:
                raise ValueError(f"{f.code} n'est pas de la filière {self.filiere}")
            if f.code in vus:
                raise ValueError(f"fiche donnée deux fois : {f.code}")
            vus.add(f.code)
        return self
