"""The grid: which placements exist, how they are read, what follows a reference."""

from __future__ import annotations

import pytest

from assistant.classification import GRILLE, Categorie, Echelon, EchelonInvalide, degres, majores_de


def test_the_grid_has_12_echelons_then_9_then_13_cadre_placements() -> None:
    assert [e.valeur for e in GRILLE[:12]] == list(range(1, 13))
    assert [e.valeur for e in GRILLE[12:21]] == list(range(17, 26))
    assert [str(e) for e in GRILLE[21:]] == [
        "I A", "I B", "I C", "II A", "II B", "II C", "III A", "III B", "III C",
        "IV A", "IV B", "IV C", "V",
    ]


@pytest.mark.parametrize(
    ("dit", "valeur"),
    [(23, 23), ("23", 23), (" 24 ", 24), (9.0, 9), ("II", "II"), ("ii b", "II B"),
     ("niveau III degré C", "III C"), ("IVA", "IV A"), ("V", "V")],
)
def test_placements_are_read_as_people_write_them(dit: object, valeur: object) -> None:
    assert Echelon.lire(dit).valeur == valeur


@pytest.mark.parametrize("n", [13, 14, 15, 16])
def test_13_to_16_do_not_exist_and_the_message_says_where_the_grid_goes_on(n: int) -> None:
    with pytest.raises(EchelonInvalide, match=f"pas d'échelon {n}.*12.*17"):
        Echelon.lire(n)


def test_26_does_not_exist_and_the_message_names_25_and_the_article() -> None:
    with pytest.raises(EchelonInvalide, match=r"pas d'échelon 26.*25 \(art\. 3B\.03\)"):
        Echelon.lire("26")


@pytest.mark.parametrize(
    "absurde", [0, -3, 99999999999, "", "abc", "II D", "VI", "V A", None, True, 2.5, "23 24", "💥"]
)
def test_nonsense_is_refused_with_a_sentence(absurde: object) -> None:
    with pytest.raises(EchelonInvalide, match=r"\w{4,}"):
        Echelon.lire(absurde)


@pytest.mark.parametrize(
    ("reference", "majores"),
    [(3, [4, 5]), (6, [7, 8]), (9, [10, 11]), (12, []), (17, [18, 19]), (20, [21, 22]),
     (23, [24, 25]), ("II", [])],
)
def test_majores_are_the_two_just_above_and_none_above_12(reference: object, majores: list[int]) -> None:
    assert [e.valeur for e in majores_de(Echelon.lire(reference))] == majores


def test_degres_of_a_niveau_and_the_single_degre_of_niveau_v() -> None:
    assert [str(e) for e in degres(Echelon.lire("II"))] == ["II A", "II B", "II C"]
    assert [str(e) for e in degres(Echelon.lire("V"))] == ["V"]


def test_the_grid_is_ordered_and_each_placement_has_its_categorie() -> None:
    assert sorted(GRILLE) == list(GRILLE)
    assert {e.categorie for e in GRILLE} == set(Categorie)
    assert Echelon.lire(12).categorie is Categorie.OUVRIER_EMPLOYE
    assert Echelon.lire(17).categorie is Categorie.MAITRISE
