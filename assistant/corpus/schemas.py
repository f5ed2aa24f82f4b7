"""Schemas of the data files in knowledge/ (see the comments at the head of each file)."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal, Self

from pydantic import Field, field_validator, model_validator

from assistant.classification import FAITS, FaitInvalide, Situation
from assistant.corpus.schemas_donnees import (
    EntreeBareme,
    EntreeCertification,
    EntreeFamille,
    EntreeRepertoire,
    EntreeSmic,
    FichierCertifications,
    FichierMinima,
    FichierRepertoire,
)
from assistant.corpus.schemas_types import (
    Ancre,
    Bilingue,
    CategorieId,
    CodeFiche,
    Identifiant,
    IdKali,
    Lien,
    NumeroArticle,
    Placement,
    Texte,
)
from assistant.corpus.yaml_strict import Modele

__all__ = [
    "Bilingue",
    "CodeFiche",
    "EntreeBareme",
    "EntreeCertification",
    "EntreeFait",
    "EntreeFamille",
    "EntreeRegle",
    "EntreeRepertoire",
    "EntreeSmic",
    "FichierActivites",
    "FichierCertifications",
    "FichierCriteres",
    "FichierFaits",
    "FichierMinima",
    "FichierRegles",
    "FichierRepertoire",
    "IdKali",
    "Identifiant",
    "Lien",
    "Placement",
    "Texte",
]

_CHAMP = re.compile(r"\{(\w*)\}")


# --- regles/*.yaml ---


class EntreeRenvoi(Modele):
    lieu: NumeroArticle | IdKali
    ancres: list[Ancre] = Field(min_length=1)
    selon_echelon: bool = False


class EntreeArticle(Modele):
    article: NumeroArticle
    url: Lien
    depuis: date
    categorie: CategorieId | None = None
    ancres: list[Ancre] = []
    ailleurs: list[EntreeRenvoi] = []


class EntreeExemple(Modele):
    faits: dict[str, object]
    attendu: dict[
        Literal["outcome", "echelon_reference", "majores", "accessibles", "prime", "minimum", "manque",
                "consequences"],
        object,
    ] = Field(min_length=1)

    @field_validator("faits")
    @classmethod
    def _faits_lisibles(cls, faits: dict[str, object]) -> dict[str, object]:
        try:
            Situation.depuis_faits(faits)
        except FaitInvalide as erreur:
            raise ValueError(str(erreur)) from None
        return faits


class EntreeRegle(Modele):
    id: Identifiant
    articles: list[EntreeArticle] = Field(min_length=1)
    texte: Bilingue
    fait: Bilingue
    consequence: Bilingue
    parametres: dict[str, int] = {}
    exemples: list[EntreeExemple]
    relu_par: str | None
    relu_le: date | None

    @model_validator(mode="after")
    def _memes_champs(self) -> Self:
        for nom in ("fait", "consequence"):
            textes = getattr(self, nom)
            if set(_CHAMP.findall(textes.fr)) != set(_CHAMP.findall(textes.en)):
                raise ValueError(f"{nom} : le français et l'anglais n'ont pas les mêmes {{champs}}")
        return self


class FichierRegles(Modele):
    version_schema: Literal[1] = Field(alias="schema")
    regles: list[EntreeRegle] = Field(min_length=1)


# --- faits.yaml, criteres.yaml, parler/activites.yaml ---


class Choix(Modele):
    valeur: bool | str | list[str]
    fr: Texte
    en: Texte


class EntreeFait(Modele):
    fait: str
    nom: Bilingue
    question: Bilingue
    choix: list[Choix]

    @field_validator("fait")
    @classmethod
    def _connu(cls, nom: str) -> str:
        if nom not in FAITS:
            raise ValueError(f"« {nom} » n'est pas un fait du programme")
        return nom


class FichierFaits(Modele):
    version_schema: Literal[1] = Field(alias="schema")
    faits: list[EntreeFait]

    @model_validator(mode="after")
    def _tous(self) -> Self:
        manquants = set(FAITS) - {f.fait for f in self.faits}
        if manquants:
            raise ValueError(f"il manque la question de : {', '.join(sorted(manquants))}")
        return self


class NomsCritere(Modele):
    fr: list[Texte] = Field(min_length=1)
    en: list[Texte] = Field(min_length=1)


class EntreeCritere(Modele):
    id: Identifiant
    categorie: CategorieId
    noms: NomsCritere
    definition: Bilingue


class FichierCriteres(Modele):
    version_schema: Literal[1] = Field(alias="schema")
    criteres: list[EntreeCritere] = Field(min_length=1)


class FichierActivites(Modele):
    version_schema: Literal[1] = Field(alias="schema")
    groupes: dict[str, list[Texte]]
    generaux: list[Texte]
