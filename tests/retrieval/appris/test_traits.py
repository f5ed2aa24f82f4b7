"""What a model sees of a text."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from assistant.retrieval.appris.traits import Vocabulaire, grammes, mots


def test_the_feminine_and_the_plural_are_the_same_stem() -> None:
    assert mots("vendeuses")[0] == mots("vendeur")[0]


def test_neighbouring_stems_make_pairs_and_numbers_are_one() -> None:
    assert "0 an" in mots("12 ans")
    assert mots("12 ans") == mots("30 ans")


def test_a_spelling_mistake_shares_most_of_its_pieces() -> None:
    juste, faux = set(grammes("carrosserie")), set(grammes("carosserie"))
    assert len(juste & faux) > len(juste) / 2


def test_a_word_too_rare_is_not_learned() -> None:
    voc = Vocabulaire.apprendre([["frein", "pneu"], ["frein"], ["frein", "pneu"]], minimum=2)
    assert voc.termes == ("frein", "pneu")
    assert voc.poids(["jamais vu"]) == ([], [])


@given(st.lists(st.sampled_from(["frein", "pneu", "huile", "inconnu"]), max_size=12))
def test_weights_have_norm_one_or_there_are_none(termes: list[str]) -> None:
    voc = Vocabulaire.apprendre([["frein", "pneu"], ["huile", "pneu"]], minimum=1)
    _, poids = voc.poids(termes)
    assert not poids or math.isclose(sum(p * p for p in poids), 1.0)


@given(st.text(max_size=200))
def test_any_text_can_be_read(texte: str) -> None:
    assert isinstance(mots(texte), list)
    assert isinstance(grammes(texte), list)
