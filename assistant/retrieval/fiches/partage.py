"""Somebody who does the work of two fiches: the two halves of what they tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .classement import Classeur, Rang

__all__ = ["partager"]

_ENTRE = re.compile(r"[,;.:!?]\s+|\s+(?:et|and|puis|plus|mais|while|then|\+|&)\s+", re.IGNORECASE)
_MOTS = 4  # words either half must hold
_SEUIL = 0.6  # probability from which a half is believed
_CLAIR = 0.8
_SCORE = -0.45  # and its score
_ESSAIS = 2  # cuts read wholly; the others by their words only, a vector costs ten times more


def partager(
    texte: str, classer: Classeur, entier: Sequence[Rang]
) -> tuple[Rang, Rang] | None:
    """The two fiches that the halves of a text are of, the first told first; None where no cut
    gives two halves that are both believed. ``entier``: the ranks of the whole; within one
    filière, a fiche that explains the whole is believed rather than two."""
    clair = bool(entier) and entier[0].probabilite >= _CLAIR

    def lire(moities: tuple[str, str], mots_seuls: bool) -> tuple[float, Rang, Rang] | None:
        un, deux = (next(iter(classer(m, mots_seuls)), None) for m in moities)
        if un is None or deux is None or un.code == deux.code:
            return None
        if clair and _filiere(un) == _filiere(deux):
            return None
        return min(un.score, deux.score), un, deux

    par_les_mots = [(lu[0], m) for m in _moities(texte) if (lu := lire(m, True))]
    essais = sorted(par_les_mots, key=lambda e: e[0], reverse=True)[:_ESSAIS]
    lus = [lu for _, m in essais if (lu := lire(m, False)) and _cru(lu[1]) and _cru(lu[2])]
    return max(lus, key=lambda lu: lu[0])[1:] if lus else None


def _filiere(rang: Rang) -> str:
    return rang.code[0]


def _cru(rang: Rang) -> bool:
    return rang.probabilite >= _SEUIL and rang.score >= _SCORE


def _moities(texte: str) -> Iterator[tuple[str, str]]:
    for coupe in _ENTRE.finditer(texte):
        debut, fin = texte[: coupe.start()], texte[coupe.end() :]
        if len(debut.split()) >= _MOTS and len(fin.split()) >= _MOTS:
            yield debut, fin
