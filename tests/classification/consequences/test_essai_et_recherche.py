"""Trial period, its end, and hours off to look for work."""

from __future__ import annotations

from datetime import date

import pytest
from aide_examen import anciennetes, echelons, examen, ouvriers
from hypothesis import given
from hypothesis import strategies as st

from assistant.classification import (
    Categorie,
    Echelon,
    essai,
    fin_essai,
    recherche_emploi,
)

_MOIS = {Categorie.OUVRIER_EMPLOYE: 2, Categorie.MAITRISE: 3, Categorie.CADRE: 4}


@given(echelons)
def test_the_trial_is_set_by_the_categorie_and_renewed_at_most_once(echelon: Echelon) -> None:
    c = essai(examen(echelon))
    assert c is not None
    assert c.valeur == _MOIS[echelon.categorie]
    assert c.variables["total"] == 2 * _MOIS[echelon.categorie]


@given(echelons)
def test_a_fixed_term_contract_has_no_figure_from_these_articles(echelon: Echelon) -> None:
    c = essai(examen(echelon, contrat="cdd"))
    assert c is not None
    assert (c.valeur, c.cas) == (None, "essai_cdd")


def test_no_trial_is_told_before_the_article_or_without_a_categorie() -> None:
    assert essai(examen(6, date(2020, 11, 13))) is None
    assert essai(examen()) is None


@pytest.mark.parametrize(("mois", "attendu"), [
    (0, None), (1, (2, "semaines")), (2, (2, "semaines")), (3, (1, "mois")), (8, (1, "mois")),
])
def test_the_warning_at_the_end_of_the_trial(mois: int, attendu: tuple[int, str] | None) -> None:
    c = fin_essai(examen(23, anciennete=mois))
    assert c is not None
    assert c.article.article == "4.03 b"
    assert (None if c.valeur is None else (c.valeur, c.unite)) == attendu


@pytest.mark.parametrize(("echelon", "faits", "attendu"), [
    (2, {"rupture": "demission"}, (24, "heures")),
    (2, {"rupture": "licenciement", "anciennete": 6}, (50, "heures_par_mois")),
    (6, {"rupture": "demission"}, (50, "heures_par_mois")),
    (6, {"rupture": "licenciement", "heures_hebdo": 24}, (8, "heures_par_semaine")),  # 7,2
    (6, {"rupture": "licenciement", "heures_hebdo": 20}, (6, "heures_par_semaine")),  # 6 juste
    (6, {"rupture": "licenciement", "heures_hebdo": 20.5}, (7, "heures_par_semaine")),
    (23, {"rupture": "licenciement", "heures_hebdo": 24}, (50, "heures_par_mois")),
    ("I A", {}, (50, "heures_par_mois")),
    (6, {"rupture": "retraite", "anciennete": 119}, (50, "heures_par_mois")),
    (6, {"rupture": "retraite", "anciennete": 120}, (0, "heures")),
])
def test_the_hours_of_the_articles(
    echelon: object, faits: dict[str, object], attendu: tuple[int, str]
) -> None:
    c = recherche_emploi(examen(echelon, **faits))
    assert c is not None
    assert (c.valeur, c.unite) == attendu


@given(ouvriers, st.integers(1, 34), anciennetes)
def test_part_time_hours_are_never_negative_and_never_under_thirty_per_cent(
    echelon: Echelon, heures: int, mois: int
) -> None:
    c = recherche_emploi(
        examen(echelon, rupture="licenciement", anciennete=mois, heures_hebdo=heures)
    )
    assert c is not None
    assert isinstance(c.valeur, int)
    assert 0 <= c.valeur - 0.3 * heures < 1


def test_they_are_paid_on_dismissal_only() -> None:
    for rupture, payees in (("licenciement", True), ("demission", False), ("mise_retraite", True)):
        c = recherche_emploi(examen(23, rupture=rupture))
        assert c is not None
        assert c.variables["payees"] is payees


def test_retirement_of_unknown_seniority_asks_for_it() -> None:
    c = recherche_emploi(examen(23, rupture="retraite"))
    assert c is not None
    assert (c.valeur, c.manquants) == (None, ("anciennete",))
