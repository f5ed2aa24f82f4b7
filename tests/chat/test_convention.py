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


@pytest.mark.parametrize(
    ("question", "article", "nombre"),
    [
        ("Que dit l'article 3.02 d ?", "3.02 d", 9),
        ("Que dit l'article 3B.02 c ?", "3B.02 c", 3),
        ("article 5.02 d", "5.02 d", 6),
        ("art 3.02d", "3.02 d", 9),
        ("que dit l'art 3-02 d", "3.02 d", 9),
        ("article 1.09 bis d", "1.09 bis d", 3),
        ("Cite-moi l'article 3.02, paragraphe c)", "3.02 c", 3),
        ("what does article 3 B.02 d say?", "3B.02 d", 8),
    ],
)
def test_a_letter_of_an_article_is_quoted_whole_and_alone(
    assistant_officiel: Assistant, question: str, article: str, nombre: int
) -> None:
    reponse, _ = assistant_officiel.repondre(question)
    assert {c.article for c in reponse.citations} == {article}
    assert len(reponse.citations) == nombre
    assert "Je ne calcule pas" not in reponse.answer
    assert article in reponse.answer.splitlines()[0]


@pytest.mark.parametrize("question", ["2.12 a", "article 2.12", "Que dit l'article 2.12 a ?"])
def test_an_article_comes_with_its_table_once(
    assistant_officiel: Assistant, question: str
) -> None:
    reponse, _ = assistant_officiel.repondre(question)
    assert reponse.answer.count("CLASSEMENT : Echelons 1 ou 2") == 1
    assert reponse.answer.count("CLASSEMENT : Echelons 3 à 12") == 1  # printed twice in a row
    assert "A partir de 2 ans : 2 mois." in reponse.answer


def test_a_verb_is_no_letter_and_a_missing_letter_is_told(assistant_officiel: Assistant) -> None:
    change, _ = assistant_officiel.repondre("l'article 2.12 a changé, que dit-il ?")
    assert "article 2.12 a," not in change.answer
    absente, _ = assistant_officiel.repondre("Que dit l'article 3.03 d ?")
    assert "n'a pas de paragraphe « d »" in absente.answer


def test_a_long_article_is_cut_and_says_where_the_rest_is(assistant_officiel: Assistant) -> None:
    reponse, _ = assistant_officiel.repondre("Que dit l'article 1.10 ?")
    assert "je n'en cite que le début" in reponse.answer


def test_what_an_article_says_of_a_subject_needs_no_job(assistant_officiel: Assistant) -> None:
    reponse, _ = assistant_officiel.repondre("Que dit l'article 3.02 à propos des majorés ?")
    assert reponse.behaviour.value == "answer"
    assert all((c.article or "").startswith("3.02") for c in reponse.citations)
