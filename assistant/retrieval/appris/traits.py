"""What a learned model sees of a text: stems and their pairs, pieces of words, its vector.

The vocabulary is fixed when a model is fitted (`apprendre`) and travels with it; reading a
text needs NumPy only.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.retrieval.lexique.jetons import jetons

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Vecteur = npt.NDArray[np.float32]

__all__ = ["BLOCS", "Vocabulaire", "grammes", "mots"]

_LONGUEURS = (3, 4, 5)


def mots(texte: str) -> list[str]:
    """Stems of a text and pairs of neighbouring stems; numbers stand as "0"."""
    tiges = ["0" if j.mot[0].isdigit() else j.tige for j in jetons(texte)]
    return [*tiges, *(f"{a} {b}" for a, b in itertools.pairwise(tiges))]


def grammes(texte: str) -> list[str]:
    """Pieces of 3 to 5 letters of every folded word, its edges marked by a space.

    They hold through spelling mistakes and endings that stems do not.
    """
    sortie: list[str] = []
    for jeton in jetons(texte):
        mot = f" {jeton.mot} "
        for n in _LONGUEURS:
            if n >= len(mot):
                sortie.append(mot)
                break
            sortie += [mot[i : i + n] for i in range(len(mot) - n + 1)]
    return sortie


BLOCS: tuple[tuple[str, Callable[[str], list[str]]], ...] = (("mots", mots), ("grammes", grammes))


@dataclass(frozen=True)
class Vocabulaire:
    """Terms of one block with their inverse document frequency, in the order of the weights."""

    termes: tuple[str, ...]
    idf: Vecteur

    @classmethod
    def apprendre(cls, textes: Iterable[Sequence[str]], minimum: int) -> Vocabulaire:
        """The terms found in at least ``minimum`` of the texts (given as lists of terms)."""
        import numpy as np

        lus = [set(t) for t in textes]
        vus = Counter(terme for t in lus for terme in t)
        termes = tuple(sorted(t for t, n in vus.items() if n >= minimum))
        idf = [math.log((1 + len(lus)) / (1 + vus[t])) + 1 for t in termes]
        return cls(termes, np.asarray(idf, dtype=np.float32))

    @cached_property
    def rangs(self) -> dict[str, int]:
        """Place of each term."""
        return {t: i for i, t in enumerate(self.termes)}

    def poids(self, termes: Sequence[str]) -> tuple[list[int], list[float]]:
        """Places and weights of a text's terms: (1 + log n) · idf, of norm 1; unknown ones are left out."""
        compte = Counter(r for t in termes if (r := self.rangs.get(t)) is not None)
        bruts = [(1 + math.log(n)) * float(self.idf[r]) for r, n in compte.items()]
        norme = math.sqrt(sum(b * b for b in bruts)) or 1.0
        return list(compte), [b / norme for b in bruts]
