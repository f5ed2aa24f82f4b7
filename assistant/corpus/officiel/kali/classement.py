"""The classement section as printed: category, reference, majorés or degrés."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.classification import sans_accents
from assistant.corpus.officiel.modeles import Classement

__all__ = ["classement_a_signaler", "lire_classement"]

_NIVEAU = re.compile(r"\bniveau\s*(iv|v|i{1,3}|[1-5])\b")
_ROMAINS = {"1": "I", "2": "II", "3": "III", "4": "IV", "5": "V"}
_DEGRES = re.compile(r"\bdegres?\b\s?:?\s?((?:\b[abc]\b[\s,/-]{0,3}(?:ou\b|et\b)?\s?){1,4})")
_REFERENCE = re.compile(r"\bechelons?\b(?! majores?)[^;.\d]{0,120}?(\d{1,2})\b")
_MAJORES = re.compile(r"\bmajores?\b[^;\d]{0,60}(\d{1,2})\s?(?:/|et|ou|,|-|a)?\s?(\d{1,2})?\b")
_ANNONCE = re.compile(r"\bechelons? majores?\b")
_CATEGORIES = (("cadre", "cadre"), ("maitrise", "maitrise"), ("ouvrier", "ouvriers et employes"),
               ("employe", "ouvriers et employes"))


def lire_classement(textes: Iterable[str]) -> Classement:
    """What the section prints; None and () for what it does not print.

    A cadre's degrés stand as majorés: ("II A", "II B", "II C").
    """
    texte = " ; ".join(sans_accents(t) for t in textes)[:4000]
    texte = texte.replace("’", "'")
    categorie = next((c for mot, c in _CATEGORIES if re.search(rf"\b{mot}s?\b", texte)), None)
    if niveau := _NIVEAU.search(texte):
        chiffre = _ROMAINS.get(niveau[1], niveau[1].upper())
        return Classement(categorie or "cadre", chiffre, _degres(texte, chiffre))
    reference = _REFERENCE.search(texte)
    majores = _MAJORES.search(texte)
    return Classement(
        categorie, int(reference[1]) if reference else None,
        tuple(int(g) for g in majores.groups() if g) if majores else ())


def classement_a_signaler(lu: Classement, textes: Iterable[str]) -> tuple[str, ...]:
    """Remarks, in French, on a classement that prints less than it announces."""
    remarques = []
    if lu.reference is None:
        remarques.append("classement sans échelon ni niveau lisible")
    if not lu.majores and any(_ANNONCE.search(sans_accents(t)) for t in textes):
        remarques.append("échelons majorés annoncés, aucun n'est imprimé")
    return tuple(remarques)


def _degres(texte: str, niveau: str) -> tuple[str, ...]:
    trouve = _DEGRES.search(texte)
    if not trouve:
        return ()
    lettres = dict.fromkeys(re.findall(r"\b([abc])\b", trouve[1]))
    return tuple(f"{niveau} {lettre.upper()}" for lettre in lettres)
