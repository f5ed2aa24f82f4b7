"""Prime de formation-qualification: the tiers at 18, 35 and 105 hours, seniority, the raise."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from aide_examen import anciennetes, echelons, examen, ouvriers
from hypothesis import given
from hypothesis import strategies as st

from assistant.classification import Categorie, Consequence, Echelon, formation

_POINT = Decimal("3.47")  # avenant n° 109
durees = st.integers(0, 400).map(lambda n: n / 2)


def obtenue(echelon: object = 6, jour: date = date(2026, 1, 15), **faits: object) -> Consequence:
    """The consequence of training for an échelon 6 with a year's seniority unless said."""
    c = formation(examen(echelon, jour, **{"anciennete": 12} | faits))
    assert c is not None
    return c


@pytest.mark.parametrize(("heures", "points"), [
    (17.5, 0), (18, 8), (35, 8), (35.5, 16), (105, 16),
])
def test_the_tiers(heures: float, points: int) -> None:
    assert obtenue(heures_formation=heures).valeur == points * _POINT


@pytest.mark.parametrize(("issue", "points"), [
    ("echelon_superieur", 32), ("meme_echelon", 24), ("sans_certification", 16),
])
def test_beyond_105_hours_the_base_pay_rises(issue: str, points: int) -> None:
    c = obtenue(heures_formation=105.5, issue_formation=issue)
    assert (c.valeur, c.regle.id) == (points * _POINT, "majoration_formation_longue")


def test_beyond_105_hours_the_outcome_is_asked_for() -> None:
    c = obtenue(heures_formation=106)
    assert (c.valeur, c.manquants) == (None, ("issue_formation",))


def test_six_months_of_seniority_open_the_right() -> None:
    assert obtenue(heures_formation=40, anciennete=5).valeur == 0
    assert obtenue(heures_formation=40, anciennete=6).valeur == 16 * _POINT


@given(echelons, durees, anciennetes)
def test_only_ouvriers_and_employes_get_it_and_it_is_never_negative(
    echelon: Echelon, heures: float, mois: int
) -> None:
    c = formation(examen(echelon, anciennete=mois, heures_formation=heures,
                         issue_formation="sans_certification"))
    assert c is not None
    assert isinstance(c.valeur, int | Decimal)
    assert c.valeur >= 0
    if echelon.categorie is not Categorie.OUVRIER_EMPLOYE:
        assert (c.valeur, c.cas) == (0, "formation_categorie")


@given(ouvriers, durees, durees)
def test_more_hours_never_bring_less(echelon: Echelon, a: float, b: float) -> None:
    moins, plus = sorted((a, b))
    valeurs = [
        obtenue(echelon, heures_formation=h, issue_formation="sans_certification").valeur
        for h in (moins, plus)
    ]
    assert valeurs == sorted(valeurs)


@given(st.integers(1, 34))
def test_part_time_gets_its_share(heures: int) -> None:
    c = obtenue(heures_formation=40, heures_hebdo=heures)
    assert isinstance(c.valeur, Decimal)
    assert abs(c.valeur - 16 * _POINT * heures / 35) <= Decimal("0.005")


def test_the_point_is_that_of_the_day_and_points_are_told_where_it_is_unknown() -> None:
    assert obtenue(jour=date(2016, 6, 1), heures_formation=40).valeur == 16 * Decimal("3.20")
    avant = obtenue(jour=date(2013, 1, 1), heures_formation=40)
    assert (avant.valeur, avant.unite) == (16, "points")
    assert formation(examen(6, date(2010, 12, 25), heures_formation=40)) is None


def test_unknown_category_or_seniority_gives_the_value_and_asks() -> None:
    c = formation(examen(heures_formation=80))
    assert c is not None
    assert (c.valeur, c.manquants) == (16 * _POINT, ("anciennete", "echelon_actuel"))
