"""Ranking fiches for a description of work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from assistant.retrieval.appris import Lineaire

if TYPE_CHECKING:
    from assistant.retrieval.appris.lineaire import Vecteur

__all__ = ["Classeur", "Rang", "classer"]

_AU_PLUS = 10


@dataclass(frozen=True, slots=True)
class Rang:
    """One fiche: its probability among all, and its score against all others (the machine's
    margin: above 0 it would be chosen alone, below -1 nothing speaks for it)."""

    code: str
    probabilite: float
    score: float


class Classeur(Protocol):
    """A description of work → the fiches it may be of, best first."""

    def __call__(self, texte: str, mots_seuls: bool = False, /) -> Sequence[Rang]:
        """``mots_seuls``: by the words alone, ten times faster and a little less sure."""


def classer(modele: Lineaire, description: str, sens: Vecteur | None) -> tuple[Rang, ...]:
    """The likeliest fiches, best first, at most ten; ``sens``: the description's vector."""
    scores = modele.scores(description, sens)
    probabilites = modele.en_probabilites(scores)
    return tuple(
        Rang(modele.classes[i], float(probabilites[i]), float(scores[i]))
        for i in scores.argsort()[::-1][:_AU_PLUS]
    )
