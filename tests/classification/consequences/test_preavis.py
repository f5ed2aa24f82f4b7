"""Notice: the figures at every boundary, never shorter with more presence, never negative."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest
from aide_examen import anciennetes, echelons, examen, ouvriers
from hypothesis import given
from hypothesis import strategies as st

from assistant.classification import RUPTURES, Categorie, Consequence, Echelon, preavis

_JOURS = {"semaines": 7, "mois": 30}
ruptures = st.sampled_from(RUPTURES)


def seul(echelon: object, rupture: str, anciennete: int | None = None) -> Consequence:
    """The one notice of a placement, a way of leaving and a presence in months."""
    (c,) = preavis(examen(echelon, rupture=rupture, anciennete=anciennete))
    return c


def jours(c: Consequence) -> int:
    """A notice in days, to compare weeks with months."""
    assert isinstance(c.valeur, int)
    assert c.unite is not None
    return c.valeur * _JOURS[c.unite]


@pytest.mark.parametrize(("echelon", "rupture", "mois", "attendu"), [
    (2, "demission", 100, (2, "semaines")),
    (3, "demission", 0, (1, "mois")),
    (12, "demission", 400, (1, "mois")),
    (2, "licenciement", 5, (2, "semaines")),
    (2, "licenciement", 6, (1, "mois")),
    (1, "licenciement", 23, (1, "mois")),
    (1, "licenciement", 24, (2, "mois")),
    (3, "licenciement", 0, (1, "mois")),
    (12, "licenciement", 23, (1, "mois")),
    (12, "licenciement", 24, (2, "mois")),
    (17, "licenciement", 0, (2, "mois")),
    (19, "demission", 400, (2, "mois")),
    (20, "demission", 0, (3, "mois")),
    ("I A", "licenciement", 400, (3, "mois")),
    ("V", "demission", 1, (3, "mois")),
])
def test_the_table_of_the_articles(
    echelon: object, rupture: str, mois: int, attendu: tuple[int, str]
) -> None:
    c = seul(echelon, rupture, mois)
    assert (c.valeur, c.unite) == attendu
    assert c.article.article == ("2.12 a" if isinstance(echelon, int) and echelon <= 12 else "4.10 a")


@given(echelons, ruptures, anciennetes, st.integers(0, 120))
def test_more_presence_never_shortens_it_and_it_is_never_none(
    echelon: Echelon, rupture: str, mois: int, encore: int
) -> None:
    court, long = seul(echelon, rupture, mois), seul(echelon, rupture, mois + encore)
    assert 0 < jours(court) <= jours(long)


@given(echelons, anciennetes)
def test_retirement_counts_as_resignation_and_being_retired_as_dismissal(
    echelon: Echelon, mois: int
) -> None:
    for retraite, vaut in (("retraite", "demission"), ("mise_retraite", "licenciement")):
        a, b = seul(echelon, retraite, mois), seul(echelon, vaut, mois)
        assert (a.valeur, a.unite) == (b.valeur, b.unite)
        assert [x.article.article for x in a.appuis][-1] == "1.23 b"


@given(ouvriers, anciennetes)
def test_a_dismissal_never_gives_less_notice_than_a_resignation(
    echelon: Echelon, mois: int
) -> None:
    assert jours(seul(echelon, "licenciement", mois)) >= jours(seul(echelon, "demission", mois))


@given(ouvriers)
def test_a_dismissal_of_unknown_presence_asks_for_it_and_gives_no_figure(echelon: Echelon) -> None:
    c = seul(echelon, "licenciement")
    assert (c.valeur, c.manquants) == (None, ("anciennete",))


def test_without_a_way_of_leaving_both_are_told_or_one_where_they_are_alike() -> None:
    assert [c.id for c in preavis(examen(6))] == ["preavis_demission", "preavis_licenciement"]
    (un,) = preavis(examen(23))
    assert (un.cas, un.valeur) == ("preavis_deux", 3)


def test_gross_misconduct_gives_none_and_an_agreed_end_no_figure() -> None:
    (faute,) = preavis(examen(6, rupture="faute_grave"))
    (accord,) = preavis(examen(23, rupture="rupture_conventionnelle"))
    assert (faute.valeur, accord.valeur) == (0, None)


def test_a_categorie_alone_asks_for_the_echelon_where_it_decides() -> None:
    maitrise = dataclasses.replace(examen(rupture="demission"), categorie=Categorie.MAITRISE)
    (c,) = preavis(maitrise)
    assert (c.valeur, c.manquants) == (None, ("echelon_actuel",))


def test_no_notice_is_given_before_the_date_of_the_article() -> None:
    assert preavis(examen(6, date(2012, 3, 2), rupture="demission")) == ()
    assert preavis(examen(6, date(2012, 3, 3), rupture="demission"))
    assert preavis(examen(6, date(2020, 11, 13), rupture="retraite")) == ()
