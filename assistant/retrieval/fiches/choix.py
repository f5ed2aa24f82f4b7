"""What to do with ranked fiches: answer, ask the one question that parts two, show three, or
say that none fits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from .classement import Rang

__all__ = ["Choix", "Decision", "Separable", "choisir"]

_SUR = 0.5  # probability from which the first fiche is given, where no question could part it
_TRES_SUR = 0.65  # the same where one could
_A_DEUX = 0.3  # probability the first two must hold for a question between them to be worth it
_PROCHES = 3.0  # the first is at most this many times likelier than the second
_RIEN = -0.93  # score under which nothing speaks for the first fiche
_MONTRES = 3


class Decision(StrEnum):
    """What the assistant does with the ranks."""

    FICHE = "fiche"
    QUESTION = "question"
    TROIS = "trois"
    AUCUNE = "aucune"


class Separable(Protocol):
    """A question that parts two fiches."""

    @property
    def question(self) -> str: ...
    @property
    def oui(self) -> str: ...
    @property
    def non(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Choix:
    """``rangs``: what is shown, best first; ``separation``: the question to ask, if one is."""

    decision: Decision
    rangs: tuple[Rang, ...]
    separation: Separable | None = None


def choisir(
    rangs: Sequence[Rang], separations: Iterable[Separable], posees: Collection[str] = ()
) -> Choix:
    """Decide from calibrated ranks; ``posees``: questions already asked, not asked again."""
    montres = tuple(rangs[:_MONTRES])
    if not montres or montres[0].score < _RIEN:
        return Choix(Decision.AUCUNE, montres)
    premier = montres[0]
    if premier.probabilite >= _TRES_SUR:
        return Choix(Decision.FICHE, montres)
    separations = tuple(separations)
    for second in montres[1:]:
        a_deux = premier.probabilite + second.probabilite
        if a_deux < _A_DEUX or premier.probabilite > _PROCHES * second.probabilite:
            continue
        paire = {premier.code, second.code}
        for s in separations:
            if {s.oui, s.non} == paire and s.question not in posees:
                return Choix(Decision.QUESTION, montres, s)
    decision = Decision.FICHE if premier.probabilite >= _SUR else Decision.TROIS
    return Choix(decision, montres)
