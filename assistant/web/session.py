"""What one open page knows of its conversation; immutable, so that Stop leaves a whole one."""

from dataclasses import dataclass, replace
from typing import Any, Self

__all__ = ["AUCUNE", "Panne", "Session", "Tour"]

AUCUNE = "aucune"
"""Stands for no conversation in the browser's memory, where Gradio writes nothing empty."""


@dataclass(frozen=True, slots=True)
class Tour:
    """A question with its answer and the facts after it, or none and why.

    Without an answer, `erreur` is the sentence that explains it, "" where nobody foresaw it.
    """

    question: str
    reponse: dict[str, Any] | None = None
    etat: dict[str, Any] | None = None
    erreur: str = ""


@dataclass(frozen=True, slots=True)
class Panne:
    """Why the conversation is not kept: a `Cause` of the store and the file."""

    cause: str
    chemin: str


@dataclass(frozen=True, slots=True)
class Session:
    """`gardes` is how many turns the store holds; `en_attente` the question being worked on."""

    identifiant: str = ""
    tours: tuple[Tour, ...] = ()
    gardes: int = 0
    en_attente: str = ""
    panne: Panne | None = None

    @property
    def dernier(self) -> Tour | None:
        """The last turn that has an answer."""
        return next((tour for tour in reversed(self.tours) if tour.reponse), None)

    @property
    def etat(self) -> dict[str, Any] | None:
        """The facts understood so far, None before the first answer."""
        return self.dernier.etat if self.dernier else None

    def attendre(self, question: str) -> Self:
        """The same while `question` is being answered; it replaces a failed try of the same."""
        tours = self.tours
        if tours and tours[-1].reponse is None and tours[-1].question == question:
            tours = tours[:-1]
        return replace(self, tours=tours, en_attente=question)

    def avec(self, tour: Tour) -> Self:
        """The same with one more turn."""
        return replace(self, tours=(*self.tours, tour), en_attente="")

    def interrompue(self) -> Self:
        """The same without the question being worked on."""
        return replace(self, en_attente="")
