"""Somebody who does the work of two fiches: the two halves of what they tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from .classement import Rang

__all__ = ["partager"]

_ENTRE = re.compile(r"[,;.:!?]\s+|\s+(?:et|and|puis|plus|mais|while|then|\+|&)\s+", re.IGNORECASE)
_MOTS = 4  # words either half must hold
_SEUIL = 0.6  # probability from which a half is believed
_CLAIR = 0.8
_SCORE = -0.45  # and its score


def partager(
    texte: str, classer: Callable[[str], Sequence[Rang]], entier: Sequence[Rang]
) -> tuple[Rang, Rang] | None:
    """The two fiches that the halves of a text are of, the first told first; None where no cut
    gives two halves that are both believed. ``entier``: the ranks of the whole; within one
    filière, a fiche that explains the whole is believed rather than two."""
    clair = bool(entier) and entier[0].probabilite >= _CLAIR
    meilleur: tuple[float, Rang, Rang] | None = None
    for debut, fin in _moities(texte):
        un, deux = classer(debut), classer(fin)
        if not un or not deux or un[0].code == deux[0].code or not (_cru(un[0]) and _cru(deux[0])):
            continue
        if clair and _filiere(un[0]) == _filiere(deux[0]):
            continue
        note = min(un[0].score, deux[0].score)
        if meilleur is None or note > meilleur[0]:
            meilleur = (note, un[0], deux[0])
    return meilleur[1:] if meilleur else None


def _filiere(rang: Rang) -> str:
    return rang.code[0]


def _cru(rang: Rang) -> bool:
    return rang.probabilite >= _SEUIL and rang.score >= _SCORE


def _moities(texte: str) -> Iterator[tuple[str, str]]:
    for coupe in _ENTRE.finditer(texte):
        debut, fin = texte[: coupe.start()], texte[coupe.end() :]
        if len(debut.split()) >= _MOTS and len(fin.split()) >= _MOTS:
            yield debut, fin
