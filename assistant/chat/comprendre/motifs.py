"""Finding ready expressions in a text: words in order, small gaps, endings free."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.retrieval import Jeton, jetons

__all__ = ["Texte", "contient"]

_ECART = 2
_VIDES = frozenset("a au aux d de des du en et l la le les un une the an of to est c ce ca s".split())


@dataclass(frozen=True, slots=True)
class Texte:
    """A question prepared for the search of expressions."""

    brut: str
    mots: tuple[Jeton, ...]
    formes: frozenset[str]
    tiges: frozenset[str]

    @classmethod
    def de(cls, texte: str) -> Texte:
        """Prepare a question."""
        mots = tuple(j for j in jetons(texte) if j.mot not in _VIDES)
        return cls(texte, mots, frozenset(j.mot for j in mots), frozenset(j.tige for j in mots))

    def trouve(self, expressions: Iterable[str]) -> str | None:
        """The first of the expressions found, or None."""
        for expression in expressions:
            voulus = _preparer(expression)
            if self._peut_contenir(voulus) and contient(self.mots, voulus):
                return expression
        return None

    def _peut_contenir(self, voulus: Sequence[Jeton]) -> bool:
        """False where a word is not there at all: most expressions end here."""
        return all(
            v.mot in self.formes or (len(v.tige) > 3 and v.tige in self.tiges) for v in voulus
        )


@lru_cache(maxsize=8192)
def _preparer(expression: str) -> tuple[Jeton, ...]:
    pleins = tuple(j for j in jetons(expression) if j.mot not in _VIDES)
    return pleins or tuple(jetons(expression))


def _pareils(mot: Jeton, voulu: Jeton) -> bool:
    """Same word, or same stem for words long enough to have one ("hi" is not "hier")."""
    return mot.mot == voulu.mot or (len(voulu.tige) > 3 and mot.tige == voulu.tige)


def contient(mots: Sequence[Jeton], voulus: Sequence[Jeton]) -> bool:
    """True when the words stand in this order, at most two other words between neighbours."""
    if not voulus:
        return False
    for depart, mot in enumerate(mots):
        if not _pareils(mot, voulus[0]):
            continue
        place = depart
        for voulu in voulus[1:]:
            fenetre = mots[place + 1 : place + 2 + _ECART]
            suivante = next((i for i, m in enumerate(fenetre) if _pareils(m, voulu)), None)
            if suivante is None:
                break
            place += 1 + suivante
        else:
            return True
    return False
