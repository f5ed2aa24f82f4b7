"""Schemas of the wording in knowledge/parler and knowledge/traductions."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from assistant.classification import FaitInvalide, Situation
from assistant.corpus.schemas import Bilingue, CodeFiche, Identifiant, Texte
from assistant.corpus.yaml_strict import Modele

__all__ = [
    "EntreeExpression",
    "EntreeExtensionDite",
    "EntreeIndice",
    "EntreeIntention",
    "EntreeQuestions",
    "FichierArticles",
    "FichierExpressions",
    "FichierExtensionsDites",
    "FichierIndices",
    "FichierIntentions",
    "FichierNoms",
    "FichierPremisses",
    "FichierQuestions",
    "FichierTraductions",
]


class EntreeExpression(Modele):
    fait: str
    valeur: bool | str
    dit: list[Texte] = Field(min_length=1)
    sauf: list[Texte] = []

    @model_validator(mode="after")
    def _fait_lisible(self) -> Self:
        try:
            Situation.depuis_faits({self.fait: self.valeur})
        except FaitInvalide as erreur:
            raise ValueError(str(erreur)) from None
        return self


class FichierExpressions(Modele):
    version_schema: Literal[1] = Field(alias="schema")
    expressions: list[EntreeExpression]


class EntreeIntention(Modele):
    id: Identifiant
    sens: Texte
    phrases: list[Texte] = Field(min_length=5)


class FichierIntentions(Modele):
    """``synonymes``: intents that want the same answer as another are learned as that one."""

    version_schema: Literal[1] = Field(alias="schema")
    intentions: list[EntreeIntention] = Field(min_length=1)
    synonymes: dict[Texte, Texte] = {}


class EntreeIndice(Modele):
    intention: Annotated[str, Field(pattern=r"^(?:regle:)?[a-z0-9_]+$")]
    dit: list[Texte] = Field(min_length=1)
    sauf: list[Texte] = []
    sans_fiche: bool = False
    avec_fiche: bool = False


class FichierIndices(Modele):
    version_schema: Literal[1] = Field(alias="schema")
    indices: list[EntreeIndice] = Field(min_length=1)


class EntreeQuestions(Modele):
    regle: Identifiant
    phrases: list[Texte] = Field(min_length=3)


class FichierQuestions(Modele):
    version_schema: Literal[1] = Field(alias="schema")
    questions: list[EntreeQuestions]


class EntreePremisse(Modele):
    id: Identifiant
    dit: list[Texte] = Field(min_length=1)
    sauf: list[Texte] = []
    si: Literal["toujours", "fiche_non_cadre", "majore_non_du", "affirmation"]
    correction: Bilingue
    regle: Identifiant


class FichierPremisses(Modele):
    version_schema: Literal[1] = Field(alias="schema")
    affirmations: list[Texte] = Field(min_length=1)
    premisses: list[EntreePremisse] = Field(min_length=1)


class EntreeTraduction(Modele):
    passage: Texte
    texte: Texte


class FichierTraductions(Modele):
    version_schema: Literal[1] = Field(alias="schema")
    langue: Literal["en"]
    traductions: list[EntreeTraduction]


class EntreeNoms(Modele):
    code: CodeFiche
    noms: list[Texte] = Field(min_length=1)


class FichierNoms(Modele):
    version_schema: Literal[1] = Field(alias="schema")
    noms: list[EntreeNoms]
    vagues: list[Texte]
    abreviations: dict[str, list[Texte]] = {}


# --- articles.yaml ---


class FichierArticles(Modele):
    version_schema: Literal[1] = Field(alias="schema")
    mots_vides: Texte
    demandes: Texte
    synonymes: dict[str, list[Texte]]


# --- regles_dites.yaml ---


class EntreeRegleDite(Modele):
    fiche: CodeFiche
    vers: CodeFiche
    signes: list[list[Texte]] = Field(min_length=1)
    principale: list[Texte] = []
    sauf: list[Texte] = []
    activite: Texte


class EntreeExtensionDite(Modele):
    imprime: list[Texte] = Field(min_length=1)
    dit: list[Texte] = Field(min_length=1)
    sauf: list[Texte] = []


class FichierExtensionsDites(Modele):
    """``imprime``: words of the fiches' own items; ``dit``: what people say they do."""

    version_schema: Literal[1] = Field(alias="schema")
    extensions: list[EntreeExtensionDite]


class FichierReglesDites(Modele):
    version_schema: Literal[1] = Field(alias="schema")
    regles: list[EntreeRegleDite]
