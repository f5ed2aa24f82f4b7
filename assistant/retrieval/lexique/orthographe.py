"""Typing errors: an unknown word is read as the known word it is closest to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

__all__ = ["Orthographe"]


class Orthographe:
    """Corrects words towards a vocabulary of folded words.

    ``cibles`` are the words worth finding (titles, certifications); ``connus`` are words that
    are right as they are and must not be bent into a target.
    """

    def __init__(self, cibles: Iterable[str], connus: Iterable[str] = ()) -> None:
        self._cibles_lues = frozenset(c for c in cibles if len(c) >= 4)
        self._cibles = sorted(self._cibles_lues)
        self._par_son: dict[str, str] = {}
        for cible in self._cibles:
            self._par_son.setdefault(_son(cible), cible)
        self._connus = frozenset(connus) | frozenset(self._cibles)
        self._corriger = lru_cache(maxsize=4096)(self._chercher)

    def corriger(self, mot: str) -> str | None:
        """The target a misspelt word stands for; None when it is right or resembles nothing.

        One error from 5 letters on, two from 8, three from 11; the first letter may be wrong
        only where nothing else is.
        """
        return self._corriger(mot)

    def _chercher(self, mot: str) -> str | None:
        if len(mot) < 5 or not mot.isalpha():
            return None
        if mot not in self._cibles_lues and len(mot) >= 6 and (meme := self._par_son.get(_son(mot))):
            return meme  # a slip even where someone else made it too: "depaneur"
        if mot in self._connus:
            return None
        permis = 1 if len(mot) < 8 else 2 if len(mot) < 11 else 3
        trouve = process.extractOne(mot, self._cibles, scorer=OSA.distance, score_cutoff=permis)
        if trouve is None:
            return None
        cible, distance, _ = trouve
        if cible[0] != mot[0] and distance > 1 + (len(mot) >= 10):
            return None
        return str(cible)


def _son(mot: str) -> str:
    """A folded word without what typing leaves out unheard: doubled letters, the u of "qu"."""
    return re.sub(r"(.)\1+", r"\1", mot.replace("qu", "q").replace("ph", "f"))
