"""What is done with ranked fiches."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from assistant.retrieval.fiches import Decision, Rang, choisir


@dataclass(frozen=True)
class Question:
    question: str
    oui: str
    non: str


SEPARE = Question("Cherchez-vous vous-même la panne ?", "A.6.1", "A.3.1")


def rangs(*paires: tuple[str, float], score: float = 0.0) -> list[Rang]:
    return [Rang(code, p, score) for code, p in paires]


def test_a_clear_description_is_answered() -> None:
    assert choisir(rangs(("A.3.1", 0.9), ("A.6.1", 0.1)), [SEPARE]).decision is Decision.FICHE


def test_two_neighbours_are_parted_by_their_question() -> None:
    choix = choisir(rangs(("A.3.1", 0.45), ("A.6.1", 0.4), ("B.3.1", 0.1)), [SEPARE])
    assert (choix.decision, choix.separation) == (Decision.QUESTION, SEPARE)


def test_a_question_is_asked_once() -> None:
    proches = rangs(("A.3.1", 0.45), ("A.6.1", 0.4), ("B.3.1", 0.1))
    assert choisir(proches, [SEPARE], [SEPARE.question]).decision is Decision.TROIS


def test_two_fiches_no_question_parts_are_shown() -> None:
    assert choisir(rangs(("A.3.1", 0.45), ("D.3.1", 0.4)), [SEPARE]).decision is Decision.TROIS


def test_nothing_that_resembles_is_said() -> None:
    assert choisir(rangs(("A.3.1", 0.3), score=-0.99), [SEPARE]).decision is Decision.AUCUNE
    assert choisir([], [SEPARE]).decision is Decision.AUCUNE


@given(st.lists(st.floats(0, 1), min_size=1, max_size=10), st.floats(-1.5, 1.5))
def test_at_most_three_are_shown_best_first(parts: list[float], score: float) -> None:
    tries = [Rang(f"A.3.{i}", p, score) for i, p in enumerate(sorted(parts, reverse=True), 1)]
    choix = choisir(tries, [SEPARE])
    assert list(choix.rangs) == tries[:3]
