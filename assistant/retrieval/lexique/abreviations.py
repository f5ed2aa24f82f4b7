"""Short forms and everyday words read as the word of the titles: "VU/VI", "compta", "mécano"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from assistant.retrieval.lexique.jetons import Jeton, jetons

__all__ = ["Abreviations"]


class Abreviations:
    """Groups of words that stand for the same words of a title.

    Built from {words of the title: ways of writing them}; small words, endings and accents are
    free. Titles and questions are read through the same groups, so that both sides agree.
    """

    def __init__(self, groupes: Mapping[str, Iterable[str]] | None = None) -> None:
        self._vers: dict[tuple[str, ...], tuple[Jeton, ...]] = {}
        for mots, facons in (groupes or {}).items():
            voulus = tuple(j for j in jetons(mots) if not j.liaison)
            for facon in facons:
                self._vers[_cle(jetons(facon))] = voulus
        self._longueur = max(map(len, self._vers), default=0)

    def lire(self, mots: Sequence[Jeton]) -> list[Jeton]:
        """The words with each group replaced; a replaced word keeps the place of the group."""
        sortie: list[Jeton] = []
        i = 0
        while i < len(mots):
            pris, voulus = self._en(mots, i)
            if not voulus:
                sortie.append(mots[i])
                i += 1
                continue
            debut, fin = mots[i].debut, mots[i + pris - 1].fin
            nouveaux = [replace(v, debut=debut, fin=fin) for v in voulus]
            deja = {j.mot for j in sortie[-len(nouveaux):]}
            sortie += [v for v in nouveaux if v.mot not in deja]
            i += pris
        return sortie

    def _en(self, mots: Sequence[Jeton], i: int) -> tuple[int, tuple[Jeton, ...]]:
        """How many words from place i make a group, and what they stand for; (0, ()) for none."""
        if mots[i].liaison:
            return 0, ()
        for n in range(min(2 * self._longueur, len(mots) - i), 0, -1):
            if mots[i + n - 1].liaison:
                continue
            if voulus := self._vers.get(_cle(mots[i : i + n])):
                return n, voulus
        return 0, ()


def _cle(mots: Iterable[Jeton]) -> tuple[str, ...]:
    return tuple(j.tige for j in mots if not j.liaison)
