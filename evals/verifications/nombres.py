"""Is a word or a figure in an answer? Figures stand alone and may be written several ways."""

from __future__ import annotations

import re

from evals.verifications.base import plier

__all__ = ["contient"]

_MOT_COURT = 3
_MILLIERS = re.compile(r"(?<![\w.,])\d{1,3}(?: \d{3})+(?!\d)")
_MILLIERS_EN = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?!\d)")
_NOMBRE = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)?(?!\w|[.,]\d)")


def contient(texte: str, cherche: str, langue: str) -> bool:
    """True when ``cherche`` stands in ``texte``, both folded.

    A pure number is compared with the numbers of the text: "2652" is found in "2 652",
    "2 652,00" and, in English, "2,652"; "23" is found neither in "123" nor in "Z.23.1".
    Anything else is looked for as a piece of text ("recommand" is in "recommandé"). Where it
    begins or ends with a digit the number must begin or end there ("échelon 2" is not in
    "échelon 23"), and where it does with a word of three letters or less so must the word ("II"
    is not in "III", nor "pas" in "passer").

    >>> contient("Le minimum est de 2 652,00 €.", "2652", "fr"), contient("Z.23.1", "23", "fr")
    (True, False)
    """
    texte, cherche = _plier_nombres(texte, langue), _plier_nombres(cherche, langue)
    if _NOMBRE.fullmatch(cherche):
        return _canon(cherche) in {_canon(n) for n in _NOMBRE.findall(texte)}
    mots = re.findall(r"\w+", cherche)
    avant = _bord(r"(?<!{})", mots[0]) if mots and cherche.startswith(mots[0]) else ""
    apres = _bord(r"(?!{})", mots[-1]) if mots and cherche.endswith(mots[-1]) else ""
    return re.search(f"{avant}{re.escape(cherche)}{apres}", texte) is not None


def _bord(forme: str, mot: str) -> str:
    """What may not touch the word at the edge: a digit a number, any letter a short word."""
    if mot.isdigit():
        return forme.format(r"\d")
    if len(mot) <= _MOT_COURT:
        return forme.format(r"\w")
    return forme.format(r"\d") if mot[-1].isdigit() or mot[0].isdigit() else ""


def _plier_nombres(texte: str, langue: str) -> str:
    """Folded text without separators of thousands."""
    plie = _MILLIERS.sub(lambda m: m[0].replace(" ", ""), plier(texte))
    if langue == "en":
        plie = _MILLIERS_EN.sub(lambda m: m[0].replace(",", ""), plie)
    return plie


def _canon(nombre: str) -> str:
    """One spelling of a number: decimal point, no decimals that are all zero."""
    entier, _, decimales = nombre.replace(",", ".").partition(".")
    return f"{entier}.{decimales}" if decimales.strip("0") else entier
