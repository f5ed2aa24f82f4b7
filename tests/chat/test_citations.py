"""A quote is located, or it is not one."""

from __future__ import annotations

import pytest

from assistant.chat import localiser

PASSAGE = "Échelons majorés accessibles : 24 / 25"


def test_spaces_apostrophes_and_dashes_are_folded() -> None:
    lieu = localiser("échelons  majorés\u00a0accessibles : 24 / 25", PASSAGE)
    assert lieu is not None
    assert lieu.entier
    assert localiser("l’art – 2", "l'art - 2")


def test_a_part_is_located_but_is_not_the_whole() -> None:
    lieu = localiser("24 / 25", PASSAGE)
    assert lieu is not None
    assert not lieu.entier


@pytest.mark.parametrize("fausse", ["", "   ", "24 / 26", "Échelons majorés : 24", "échelons mineurs"])
def test_an_altered_quote_is_nowhere(fausse: str) -> None:
    assert localiser(fausse, PASSAGE) is None
