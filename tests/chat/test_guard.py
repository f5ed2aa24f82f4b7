"""The guard stops what is not in evidence."""

from __future__ import annotations

import dataclasses

import pytest

from assistant.chat import Assistant, Behaviour
from assistant.chat.comprendre import Comprehension, Intention
from assistant.chat.etat import Etat
from assistant.chat.guard import verifier
from assistant.chat.rediger import Brouillon, rediger_classement
from assistant.classification import Situation, calculer
from assistant.retrieval import Mentions


@pytest.fixture
def brouillon(assistant: Assistant) -> Brouillon:
    situation = Situation.depuis_faits({"fiche": "Z.23.1"})
    comprehension = Comprehension(
        "", "fr", Intention("situation", "faits", 1.0), Mentions(()), situation, Etat(situation)
    )
    b = Brouillon(assistant.connaissances, comprehension)
    rediger_classement(b, calculer(situation, assistant.kb.referentiel), complet=True)
    return b


def test_a_right_answer_passes(brouillon: Brouillon) -> None:
    assert verifier(brouillon) == []


@pytest.mark.parametrize(
    ("phrase", "dit"),
    [
        ("Voir la fiche Z.23.9.", "code inconnu"),
        ("C'est l'art. 9.99 a.", "article inconnu"),
        ("Le minimum est de 9 999 €.", "montant sans source"),
        ("Vous êtes à l'échelon 31.", "échelon inconnu"),
    ],
)
def test_an_invented_figure_code_or_article_is_stopped(brouillon: Brouillon, phrase: str, dit: str) -> None:
    brouillon.lignes.append(phrase)
    assert any(dit in defaut for defaut in verifier(brouillon))


def test_an_altered_quote_is_stopped(brouillon: Brouillon) -> None:
    brouillon.citations[0] = dataclasses.replace(brouillon.citations[0], quote="autre chose")
    assert any("citation introuvable" in d for d in verifier(brouillon))


def test_sources_under_a_refusal_are_stopped(brouillon: Brouillon) -> None:
    brouillon.behaviour = Behaviour.REFUSE
    assert any("refus" in d for d in verifier(brouillon))
