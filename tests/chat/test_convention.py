"""Points that are not worked out: the agreement is quoted where it speaks of them, or nothing is."""

from __future__ import annotations

import pytest

from assistant.chat import Assistant


@pytest.mark.parametrize(
    ("question", "article", "dit"),
    [
        ("quels sont les jours de congé pour la naissance d'un enfant ?", "2.09", "3 jours"),
        ("c'est combien l'indemnité de panier la nuit ?", "1.10", "panier"),
        ("que dit l'article 1.10 sur l'astreinte ?", "1.10", "astreinte"),
        ("Que dit l'article 1.13 ?", "1.13", "ancienneté"),
    ],
)
def test_the_paragraph_that_speaks_of_it_is_quoted(
    assistant_officiel: Assistant, question: str, article: str, dit: str
) -> None:
    reponse, _ = assistant_officiel.repondre(question)
    siennes = [c for c in reponse.citations if c.passage.startswith(f"article:{article}/")]
    assert siennes
    assert any(dit in c.quote for c in siennes)
    assert all(c.quote.strip() in reponse.answer for c in siennes)


@pytest.mark.parametrize(
    "question", ["Qui a gagné la coupe du monde ?", "que dit l'article 99.99 sur les chats ?"]
)
def test_nothing_is_quoted_where_nothing_speaks_of_it(
    assistant_officiel: Assistant, question: str
) -> None:
    reponse, _ = assistant_officiel.repondre(question)
    assert not reponse.citations
    assert reponse.behaviour.value in ("refuse", "abstain", "ask")


@pytest.mark.parametrize("question", [
    "What notice must I give if I resign, échelon 9, two years in?",
    "How much notice must I give as a worker at échelon 6 with 3 years when I resign?",
])
def test_a_notice_one_must_give_is_no_false_premise(assistant: Assistant, question: str) -> None:
    reponse, _ = assistant.repondre(question)
    assert reponse.behaviour.value == "answer"
    assert "1 month" in reponse.answer
