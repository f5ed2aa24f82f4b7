"""Schemas of the data files in knowledge/ (see the comments at the head of each file)."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, field_validator, model_validator

from assistant.classification import (
    FAITS,
    Code,
    CodeInvalide,
    Echelon,
    EchelonInvalide,
    FaitInvalide,
    Situation,
)
from assistant.corpus.yaml_strict import Modele

__all__ = [
    "FichierActivites",
    "FichierCertifications",
    "FichierCriteres",
    "FichierFaits",
    "FichierMinima",
    "FichierRegles",
    "FichierRepertoire",
]

_KALI = re.compile(r"KALI(?:ARTI|TEXT|SCTA)\d{12}")
_LEGIFRANCE = re.compile(r"https://www\.legifrance\.gouv\.fr/\S*KALI(?:ARTI|TEXT)\d{12}\S*")
_CHAMP = re.compile(r"\{(\w*)\}")


def _kali(valeur: object) -> object:
    if isinstance(valeur, str) and not _KALI.fullmatch(valeur):
        raise ValueError("on attend un identifiant Légifrance (KALIARTI suivi de 12 chiffres)")
    return valeur


def _lien(valeur: object) -> object:
    if isinstance(valeur, str) and not _LEGIFRANCE.fullmatch(valeur):
        raise ValueError("on attend un lien https://www.legifrance.gouv.fr/… avec son KALIARTI")
    return valeur


def _code(valeur: object) -> object:
    try:
        if not isinstance(valeur, str) or str(Code.lire(valeur)) != valeur:
            raise ValueError("on attend un code écrit comme A.6.1 ou Z.C.II.1")
    except CodeInvalide as erreur:
        raise ValueError(str(erreur)) from None
    return valeur


def _ancre(valeur: object) -> object:
    if not isinstance(valeur, str) or not 2 <= len(valeur.split()) <= 6:
        raise ValueError("une ancre compte de deux à six mots du paragraphe officiel")
    return valeur


def _placement(valeur: object) -> object:
    try:
        return valeur if valeur is None else Echelon.lire(valeur).valeur
    except EchelonInvalide as erreur:
        raise ValueError(str(erreur)) from None


IdKali = Annotated[str, BeforeValidator(_kali)]
Lien = Annotated[str, BeforeValidator(_lien)]
CodeFiche = Annotated[str, BeforeValidator(_code)]
Placement = Annotated[int | str, BeforeValidator(_placement)]
Texte = Annotated[str, Field(min_length=1)]
Identifiant = Annotated[str, Field(pattern=r"^[a-z0-9_]+$")]
Ancre = Annotated[str, BeforeValidator(_ancre)]
CategorieId = Literal["ouvriers_employes", "maitrise", "cadres"]


class Bilingue(Modele):
    """A text in French and in English."""

    fr: Texte
    en: Texte


# --- repertoire.yaml ---


class AncienTitre(Modele):
    titre: Texte
    jusqu_au: date


class Modification(Modele):
    date: date
    texte: IdKali
    objet: Literal["modifie", "cree", "supprime", "renomme"]


class EntreeRepertoire(Modele):
    code: CodeFiche
    titres: list[Texte]
    statut: Literal["en_vigueur", "supprime"]
    depuis: date | None
    fin: date | None
    anciens_titres: list[AncienTitre]
    modifications: list[Modification]
    edition: date | None
    edition_article: IdKali | None
    source: IdKali
    note: str | None
    texte: str | None = None


class FichierRepertoire(Modele):
    version_schema: Literal[1] = Field(alias="schema")
    filieres: dict[str, Texte]
    fiches: list[EntreeRepertoire] = Field(min_length=1)

    @model_validator(mode="after")
    def _coherent(self) -> Self:
        codes = [f.code for f in self.fiches]
        doubles = {c for c in codes if codes.count(c) > 1}
        if doubles:
            raise ValueError(f"code donné deux fois : {', '.join(sorted(doubles))}")
        inconnues = {Code.lire(c).filiere for c in codes} - set(self.filieres)
        if inconnues:
            raise ValueError(f"filière sans nom dans `filieres` : {', '.join(sorted(inconnues))}")
        return self


# --- certifications.yaml ---


class EntreeSerie(Modele):
    serie: int
    echelon: Placement | None
    pratique_ouvre_depuis_serie_inferieure: bool


class EntreeFamille(Modele):
    id: str
    noms: list[Texte] = Field(min_length=1)
    niveau: int | None


class EntreeCertification(Modele):
    id: str
    nom: Texte
    famille: str | None
    options: list[str]
    serie: int
    voie: list[Literal["scolaire", "alternance", "continue"]] | None
    anciens_noms: list[str]
    note: str | None


class FichierCertifications(Modele):
    version_schema: Literal[1] = Field(alias="schema")
    series: list[EntreeSerie]
    familles: list[EntreeFamille]
    certifications: list[EntreeCertification]


# --- minima.yaml ---


class Montants(Modele):
    ouvriers_employes: dict[int, int | float]
    maitrise: dict[int, int | float]
    cadres: dict[str, int | float]

    @model_validator(mode="after")
    def _complet(self) -> Self:
        for nom, attendus in (
            ("ouvriers_employes", set(range(1, 13))), ("maitrise", set(range(17, 26)))
        ):
            if set(getattr(self, nom)) != attendus:
                raise ValueError(f"{nom} doit donner chaque échelon de {min(attendus)} à "
                                 f"{max(attendus)}, une fois")
        if {Echelon.lire(c).valeur for c in self.cadres} != set(self.cadres) or len(self.cadres) != 13:
            raise ValueError("cadres doit donner I A à IV C, puis V (13 positions)")
        return self


class EntreeBareme(Modele):
    id: str
    avenant: Texte
    signature: date
    publication_jo: date
    date_effet: date
    condition: Texte
    article: IdKali
    url: Lien
    valeur_point: float | int | None
    panier: float | int | None
    montants: Montants
    relu_par: str | None
    relu_le: date | None


class SansBareme(Modele):
    avenant: Texte
    raison: Texte


class FichierMinima(Modele):
    version_schema: Literal[1] = Field(alias="schema")
    baremes: list[EntreeBareme] = Field(min_length=1)
    sans_bareme: list[SansBareme] = []


# --- regles/*.yaml ---


class EntreeArticle(Modele):
    article: Annotated[str, Field(pattern=r"^\d[B]?\.\d\d(?: bis| ter)?(?: [a-h])?$")]
    url: Lien
    depuis: date
    categorie: CategorieId | None = None
    ancres: list[Ancre] = []


class EntreeExemple(Modele):
    faits: dict[str, object]
    attendu: dict[
        Literal["outcome", "echelon_reference", "majores", "accessibles", "prime", "minimum", "manque"],
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
