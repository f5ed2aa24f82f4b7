"""Schemas of repertoire.yaml, certifications.yaml and minima.yaml (see the head of each file)."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Literal, Self

from pydantic import Field, ValidationInfo, field_validator, model_validator

from assistant.classification import Categorie, Code, Echelon, majores_de
from assistant.corpus.schemas_types import CategorieId, CodeFiche, IdKali, Lien, Placement, Texte
from assistant.corpus.yaml_strict import Modele

__all__ = [
    "CATEGORIES",
    "EntreeBareme",
    "EntreeCertification",
    "EntreeFamille",
    "EntreeRepertoire",
    "EntreeSmic",
    "FichierCertifications",
    "FichierMinima",
    "FichierRepertoire",
]

CATEGORIES: dict[Categorie, CategorieId] = {
    Categorie.OUVRIER_EMPLOYE: "ouvriers_employes",
    Categorie.MAITRISE: "maitrise",
    Categorie.CADRE: "cadres",
}

# --- repertoire.yaml ---


class AncienTitre(Modele):
    titre: Texte
    jusqu_au: date


class Modification(Modele):
    date: date
    texte: IdKali
    objet: Literal["modifie", "cree", "supprime", "renomme"]


ChampEditorial = Literal["titres", "anciens_titres", "modifications", "edition", "edition_article",
                         "evolution", "source"]


REGLES_COMMUNES = frozenset({"KALIARTI000026803453", "KALIARTI000033286075"})
"""Articles that changed many fiches by one printed rule: 4 July 2012 and 22 June 2016, art. 2."""


class EntreeRepertoire(Modele):
    code: CodeFiche
    titres: list[Texte]
    categorie: CategorieId
    echelon: Placement
    majores: list[Placement]
    statut: Literal["en_vigueur", "supprime"]
    depuis: date | None
    fin: date | None
    anciens_titres: list[AncienTitre]
    modifications: list[Modification]
    edition: date | None
    edition_article: IdKali | None
    evolution: list[CodeFiche]
    source: IdKali
    note: str | None
    texte: str | None = None
    editorial: list[ChampEditorial] = []

    @property
    def dernier_changement(self) -> Modification | None:
        """The latest agreement that changed the fiche; creating or deleting it is no change."""
        changements = [m for m in self.modifications if m.objet in ("modifie", "renomme")]
        return max(changements, key=lambda m: m.date, default=None)

    @field_validator("categorie", "echelon", "majores")
    @classmethod
    def _comme_le_code(cls, valeur: object, info: ValidationInfo) -> object:
        """The placement written out must be the one that the code carries (1.20 b)."""
        if "code" not in info.data:
            return valeur
        reference = Code.lire(info.data["code"]).reference
        attendu = {
            "categorie": CATEGORIES[reference.categorie],
            "echelon": reference.valeur,
            "majores": [e.valeur for e in majores_de(reference)],
        }[info.field_name or ""]
        if valeur != attendu:
            raise ValueError(f"le code {info.data['code']} donne {attendu}")
        return valeur


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


class Ouverture(Modele):
    fiche: CodeFiche
    pratique: bool


class EntreeCertification(Modele):
    id: str
    nom: Texte
    famille: str | None
    options: list[str]
    serie: int
    voie: list[Literal["scolaire", "alternance", "continue"]] | None
    anciens_noms: list[str]
    nom_rncp: Texte | None = None
    note: str | None
    ouvre: list[Ouverture]


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
    raison_en: Texte


class EntreeSmic(Modele):
    date_effet: date
    mensuel: float
    source: Texte


class ListeSmic(Modele):
    connu_jusqu_au: date
    valeurs: list[EntreeSmic] = Field(min_length=1)

    @model_validator(mode="after")
    def _croissant(self) -> Self:
        for avant, apres in pairwise(self.valeurs):
            if not (avant.date_effet < apres.date_effet and avant.mensuel < apres.mensuel):
                raise ValueError(f"le SMIC du {apres.date_effet:%d/%m/%Y} doit suivre celui du "
                                 f"{avant.date_effet:%d/%m/%Y} et le dépasser")
        if self.connu_jusqu_au < self.valeurs[-1].date_effet:
            raise ValueError("connu_jusqu_au ne peut pas précéder le dernier SMIC donné")
        return self


class FichierMinima(Modele):
    version_schema: Literal[1] = Field(alias="schema")
    baremes: list[EntreeBareme] = Field(min_length=1)
    sans_bareme: list[SansBareme] = []
    smic: ListeSmic
