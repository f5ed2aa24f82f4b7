"""Does the agreement apply: codes in any spelling, conditions, activities, places."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.classification import Champ, Portee, application
from assistant.corpus import KnowledgeBase
from assistant.corpus.champ import lire_champ


@pytest.fixture(scope="module")
def champ() -> Champ:
    return _champ()


@pytest.mark.parametrize(("code", "lieu", "activite", "portee"), [
    ("4520A", None, None, Portee.COUVERTE),
    ("45.20a", "Lyon", None, Portee.COUVERTE),
    ("4520A", "à La Réunion", None, Portee.HORS_TERRITOIRE),
    ("4764Z", None, None, Portee.SOUS_CONDITION),
    ("77.12Z", None, None, Portee.HORS_CODE),
    (None, "Mayotte", None, Portee.HORS_TERRITOIRE),
    ("4520A", "Ajaccio", None, Portee.COUVERTE),
    (None, "un garage en Corse", None, Portee.A_PRECISER),
    (None, None, "on fait du rétrofit", Portee.COUVERTE),
    ("7112B", None, "réparation de bornes de recharge", Portee.COUVERTE),
    (None, None, None, Portee.A_PRECISER),
    ("garage", None, None, Portee.A_PRECISER),
])
def test_where_a_firm_stands(
    champ: Champ, code: str | None, lieu: str | None, activite: str | None, portee: Portee
) -> None:
    assert application(champ, code, lieu, activite).portee is portee


def test_every_code_is_found_and_none_outside_metropolitan_france_is_covered(
    champ: Champ,
) -> None:
    for code in champ.codes:
        assert application(champ, code.replace(".", "")).entree is champ.codes[code]
        assert application(champ, code, "Guadeloupe").portee is Portee.HORS_TERRITOIRE


def test_corsica_is_told_to_be_inside(champ: Champ) -> None:
    for lieu in ("garage à Bastia", "en Corse", "corsica"):
        assert application(champ, None, lieu).lieu == "la Corse"
        assert application(champ, "45.20A", lieu).lieu == "la Corse"
    assert application(champ, None, "Lyon").lieu is None


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_no_text_breaks_it(code: str, lieu: str, activite: str) -> None:
    assert application(_champ(), code, lieu, activite).portee in Portee


@cache
def _champ() -> Champ:
    return lire_champ(KnowledgeBase.charger().racine / "champ.yaml")
