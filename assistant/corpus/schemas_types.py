"""What the schemas of data files are made of: codes, placements, links, texts, with their messages."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from assistant.classification import Code, CodeInvalide, Echelon, EchelonInvalide
from assistant.corpus.yaml_strict import Modele

__all__ = [
    "Ancre",
    "Bilingue",
    "CategorieId",
    "CodeFiche",
    "IdKali",
    "Identifiant",
    "Lien",
    "NumeroArticle",
    "Placement",
    "Texte",
]

_KALI = re.compile(r"KALI(?:ARTI|TEXT|SCTA)\d{12}")
_LEGIFRANCE = re.compile(r"https://www\.legifrance\.gouv\.fr/\S*KALI(?:ARTI|TEXT)\d{12}\S*")


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
NumeroArticle = Annotated[str, Field(pattern=r"^\d[B]?\.\d\d(?: bis| ter)?(?: [a-h])?$")]
CategorieId = Literal["ouvriers_employes", "maitrise", "cadres"]


class Bilingue(Modele):
    """A text in French and in English."""

    fr: Texte
    en: Texte
