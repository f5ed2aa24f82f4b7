"""Codes in the spellings that the texts and people use."""

from __future__ import annotations

import pytest

from assistant.classification import Code, CodeInvalide


@pytest.mark.parametrize(
    ("ecrit", "canonique"),
    [
        ("A.6.1", "A.6.1"), ("A-6.1", "A.6.1"), ("a 6-1", "A.6.1"), ("A.6.10", "A.6.10"),
        ("A.C.I.1", "A.C.I.1"), ("ACI1", "A.C.I.1"), ("AC.II.1", "A.C.II.1"),
        ("A.CI.1", "A.C.I.1"), ("AC-1.1", "A.C.I.1"), ("A.A.9.2", "AA.9.2"),
        ("AAACI1", "AAA.C.I.1"), ("CCI1", "C.C.I.1"), ("CC.I.1", "C.C.I.1"),
        ("CC.6.1", "CC.6.1"), ("z.23.1.", "Z.23.1"), ("Z.C.IV.1", "Z.C.IV.1"),
    ],
)
def test_all_spellings_give_one_code(ecrit: str, canonique: str) -> None:
    assert str(Code.lire(ecrit)) == canonique


@pytest.mark.parametrize("ecrit", ["", "A", "6.1", "A.7.1", "A.13.1", "Y.6.1", "Z.99.9", "A.6", "A.6.1.2"])
def test_what_is_no_code_is_refused_with_the_form_expected(ecrit: str) -> None:
    with pytest.raises(CodeInvalide, match=r"A\.6\.1"):
        Code.lire(ecrit)


def test_cc_with_a_roman_numeral_is_filiere_c_and_with_a_number_filiere_cc() -> None:
    assert Code.lire("CC.I.1").filiere == "C"
    assert Code.lire("CC.9.1").filiere == "CC"
