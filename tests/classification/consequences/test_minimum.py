"""The minimum by hours, forfait and age; the SMIC, overtime, sales pay and promotions."""

from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal

import pytest
from aide_examen import echelons, examen, heures
from hypothesis import given
from hypothesis import strategies as st

from assistant.classification import (
    Categorie,
    Echelon,
    Smic,
    assiette,
    ecart_de_minimum,
    fixe_du_vendeur,
    heures_supplementaires,
    plancher_smic,
)

_CENTIME = Decimal("0.01")


def montant(echelon: object, **faits: object) -> Decimal | None:
    """The minimum in euros a month, None where no figure is given."""
    lu = Echelon.lire(echelon)
    m = assiette(examen(lu, **faits), lu).montant
    return m.valeur if m else None


@pytest.mark.parametrize(("faits", "attendu"), [
    ({}, 2510),
    ({"heures_hebdo": 28}, 2008),
    ({"heures_hebdo": 39}, 2510),
    ({"forfait": "heures_annee", "heures_hebdo": 35}, 2510),
    ({"forfait": "heures_annee", "heures_hebdo": 35.5}, 2761),
    ({"forfait": "heures_annee", "heures_hebdo": 38.5}, 2761),
    ({"forfait": "heures_annee", "heures_hebdo": 39}, 3012),
    ({"forfait": "heures_annee", "heures_hebdo": 42}, 3012),
    ({"forfait": "heures_annee", "heures_hebdo": 42.5}, None),
    ({"forfait": "heures_annee"}, None),
    ({"forfait": "jours"}, None),  # not open to maîtrise
    ({"forfait": "heures_mois"}, None),
    ({"forfait": "sans_reference"}, None),
    ({"age": 16}, 2008),
    ({"age": 17}, 2259),
    ({"age": 18}, 2510),
    ({"age": 16, "anciennete": 5}, 2008),
    ({"age": 16, "anciennete": 6}, 2510),
    ({"age": 17, "heures_hebdo": 28}, Decimal("1807.20")),
])
def test_the_base_at_echelon_23(faits: dict[str, object], attendu: object) -> None:
    assert montant(23, **faits) == attendu


@given(st.integers(1, 218), st.integers(1, 218))
def test_days_of_a_forfait_raise_in_proportion(a: int, b: int) -> None:
    moins, plus = sorted((a, b))
    bas = montant("II A", forfait="jours", jours_forfait=moins)
    haut = montant("II A", forfait="jours", jours_forfait=plus)
    assert bas is not None
    assert haut is not None
    assert 2941 < bas <= haut <= Decimal("3676.25")
    assert montant("II A", forfait="jours", jours_forfait=219) is None


@given(echelons, heures, heures)
def test_more_hours_never_lower_the_minimum(echelon: Echelon, a: float, b: float) -> None:
    moins, plus = sorted((a, b))
    bas, haut = (montant(echelon, heures_hebdo=h) for h in (moins, plus))
    assert bas is not None
    assert haut is not None
    assert 0 < bas <= haut


@given(echelons, st.integers(14, 40), st.integers(0, 24))
def test_age_and_practice_never_lower_the_minimum(
    echelon: Echelon, age: int, mois: int
) -> None:
    ici = montant(echelon, age=age, anciennete=mois)
    assert ici is not None
    for suite in (montant(echelon, age=age + 1, anciennete=mois),
                  montant(echelon, age=age, anciennete=mois + 1)):
        assert suite is not None
        assert ici <= suite


@given(echelons, heures, heures)
def test_overtime_is_nothing_up_to_35_hours_and_grows_beyond(
    echelon: Echelon, a: float, b: float
) -> None:
    def du(h: float) -> Decimal:
        c = heures_supplementaires(examen(echelon, heures_hebdo=h))
        assert c is None or isinstance(c.valeur, Decimal)
        return c.valeur if c and isinstance(c.valeur, Decimal) else Decimal(0)

    moins, plus = sorted((a, b))
    assert 0 <= du(moins) <= du(plus)
    assert (du(plus) > 0) == (plus > 35)


@pytest.mark.parametrize(("h", "attendu"), [
    (36, Decimal("79.68")), (43, Decimal("637.43")), (44, Decimal("733.04")),
])
def test_eight_hours_at_125_per_cent_then_150(h: int, attendu: Decimal) -> None:
    c = heures_supplementaires(examen(20, heures_hebdo=h))
    assert c is not None
    assert c.valeur == attendu


@given(echelons)
def test_the_fixed_part_is_half_the_minimum(echelon: Echelon) -> None:
    c = fixe_du_vendeur(examen(echelon, fixe_et_primes=True))
    entier = montant(echelon)
    assert c is not None
    assert entier is not None
    assert isinstance(c.valeur, Decimal)
    assert abs(c.valeur * 2 - entier) <= _CENTIME
    assert fixe_du_vendeur(examen(echelon)) is None


@given(echelons, echelons)
def test_the_change_in_minimum_is_opposite_the_other_way(de: Echelon, a: Echelon) -> None:
    aller, retour = (
        ecart_de_minimum(dataclasses.replace(examen(de), categorie=None), x, y)
        for x, y in ((de, a), (a, de))
    )
    if de == a:
        assert aller is None
        return
    assert aller is not None
    assert retour is not None
    assert isinstance(aller.valeur, Decimal)
    assert isinstance(retour.valeur, Decimal)
    assert aller.valeur == -retour.valeur


@pytest.mark.parametrize(("de", "a", "ecart", "articles"), [
    (12, 20, 0, ["1.16 a", "3B.02 c", "4.02"]),
    (12, 17, -22, ["1.16 a", "3B.02 c", "4.02"]),
    (12, 23, 279, ["1.16 a", "3B.02 c"]),
    (6, 9, 139, ["1.16 a"]),
    (25, "I", -286, ["1.16 a", "5.02 c", "4.02"]),
])
def test_what_holds_at_a_promotion(de: int, a: object, ecart: int, articles: list[str]) -> None:
    c = ecart_de_minimum(examen(echelon_actuel=de, echelon_demande=a))
    assert c is not None
    assert c.valeur == ecart
    assert [x.article.article for x in c.appuis] == articles


def test_the_smic_of_the_day_counts_where_it_is_higher() -> None:
    smics = (Smic(date(2025, 1, 1), Decimal("1801.80"), date(2025, 12, 31)),
             Smic(date(2026, 1, 1), Decimal("1850.00")))
    def plancher(echelon: int, jour: date, **faits: object) -> object:
        c = plancher_smic(dataclasses.replace(examen(echelon, jour, **faits), smics=smics))
        return c.valeur if c else None

    assert plancher(1, date(2026, 1, 15)) == Decimal("1850.00")
    assert plancher(1, date(2026, 1, 15), heures_hebdo=17.5) == Decimal("925.00")
    assert plancher(3, date(2026, 1, 15)) is None  # 1 865 is above
    assert plancher(1, date(2025, 12, 31)) is None
    assert plancher(1, date(2026, 1, 15), age=17) is None


def test_no_figure_before_the_first_table() -> None:
    lu = Echelon.lire(6)
    assert assiette(examen(lu, date(2014, 12, 31)), lu).montant is None
    assert lu.categorie is Categorie.OUVRIER_EMPLOYE
