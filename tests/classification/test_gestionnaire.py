"""The user's own fiche, case by case: BTS, practice, extension, recognition, each criterion."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from assistant.classification import Outcome, Positionnement, Situation, calculer
from assistant.corpus import KnowledgeBase

INFORMATIQUE = "gestion de l'informatique interne"
TUTORAT = "tutorat de jeunes en formation alternée"
AUTRE = "conduite de la dépanneuse"
BTS = {"certification_rncsa": True, "certification": "BTS"}
REUNI = {"pratique_professionnelle": True, "dans_la_specialite": True, "emploi_correspond": True}
REF, POSSIBLE, DU, MANQUE = (
    Outcome.REFERENCE, Outcome.MAJORE_POSSIBLE, Outcome.MAJORE_DU, Outcome.NEED_INFO,
)


def classer(kb: KnowledgeBase, **faits: Any) -> Positionnement:
    return calculer(Situation.depuis_faits({"fiche": "Z.23.1", **faits}), kb.referentiel)


@pytest.mark.parametrize(
    ("cas", "faits", "outcome", "accessibles"),
    [
        ("rien d'autre que la fiche", {}, REF, [23]),
        ("sans diplôme", {"certification_rncsa": False}, REF, [23]),
        ("BTS et pratique, sans rien de plus", {**BTS, **REUNI}, REF, [23]),
        ("BTS sans pratique", {**BTS, "pratique_professionnelle": False}, REF, [23]),
        ("extension, sans diplôme", {"certification_rncsa": False,
                                     "extensions_exercees": [INFORMATIQUE]}, POSSIBLE, [24, 25]),
        ("extension reconnue, sans diplôme",
         {"certification_rncsa": False, "extensions_exercees": [INFORMATIQUE],
          "reconnu_par_employeur": True}, POSSIBLE, [24, 25]),
        ("extension refusée, sans diplôme",
         {"certification_rncsa": False, "extensions_exercees": [INFORMATIQUE],
          "reconnu_par_employeur": False}, REF, [23]),
        ("BTS, pratique et extension", {**BTS, **REUNI, "extensions_exercees": [INFORMATIQUE]},
         DU, [24, 25]),
        ("BTS, pratique et extension, non reconnue : due quand même",
         {**BTS, **REUNI, "extensions_exercees": [INFORMATIQUE], "reconnu_par_employeur": False},
         DU, [24, 25]),
        ("BTS, pratique et autre activité", {**BTS, **REUNI, "activites_complementaires": [AUTRE]},
         DU, [24, 25]),
        ("une extension que la fiche ne liste pas est une activité complémentaire",
         {**BTS, **REUNI, "extensions_exercees": [AUTRE]}, DU, [24, 25]),
        ("le tutorat est déjà dans le contenu", {**BTS, **REUNI, "extensions_exercees": [TUTORAT]},
         REF, [23]),
        ("tutorat dit autrement", {**BTS, **REUNI, "activites_complementaires": ["tuteur d'apprentis"]},
         REF, [23]),
        ("BTS sans pratique et extension",
         {**BTS, **REUNI, "pratique_professionnelle": False, "extensions_exercees": [INFORMATIQUE]},
         POSSIBLE, [24, 25]),
        ("BTS hors spécialité et extension",
         {**BTS, **REUNI, "dans_la_specialite": False, "extensions_exercees": [INFORMATIQUE]},
         POSSIBLE, [24, 25]),
        ("emploi qui ne correspond pas",
         {**BTS, **REUNI, "emploi_correspond": False, "extensions_exercees": [INFORMATIQUE]},
         POSSIBLE, [24, 25]),
        ("CAP : la fiche ne le cite pas",
         {**REUNI, "certification_rncsa": True, "certification": "CAP",
          "extensions_exercees": [INFORMATIQUE]}, POSSIBLE, [24, 25]),
        ("DUT : niveau équivalent au BTS",
         {**REUNI, "certification_rncsa": True, "certification": "DUT",
          "extensions_exercees": [INFORMATIQUE]}, DU, [24, 25]),
        ("pratique inconnue et extension : il manque un fait",
         {**BTS, "dans_la_specialite": True, "emploi_correspond": True,
          "extensions_exercees": [INFORMATIQUE]}, MANQUE, [24, 25]),
        ("BTS et critère seul : l'employeur peut", {**BTS, **REUNI, "criteres": ["polyvalence"]},
         POSSIBLE, [24, 25]),
        ("habileté : critère des ouvriers et employés", {"criteres": ["habileté"]}, REF, [23]),
        ("autocontrôle : critère des ouvriers et employés", {"criteres": ["autocontrôle"]}, REF, [23]),
        ("apprenti", {"statut": "apprenti"}, Outcome.NON_CLASSE, []),
        ("échelon 25 et une extension de plus",
         {"echelon_actuel": 25, "extensions_exercees": [INFORMATIQUE]},
         Outcome.PROMOTION_CADRE, ["I A", "I B", "I C"]),
    ],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_case(
    kb: KnowledgeBase, cas: str, faits: dict[str, Any], outcome: Outcome, accessibles: list[object]
) -> None:
    p = classer(kb, **faits)
    assert (p.outcome, [e.valeur for e in p.accessibles]) == (outcome, accessibles), cas


@pytest.mark.parametrize(
    "critere", ["responsabilité déléguée", "effectif contrôlé", "polyvalence", "esprit qualité"]
)
def test_each_criterion_of_the_maitrise_makes_a_majore_possible(kb: KnowledgeBase, critere: str) -> None:
    p = classer(kb, criteres=[critere])
    assert p.outcome is POSSIBLE
    assert [e.valeur for e in p.accessibles] == [24, 25]


def test_truth_table_of_the_certification(kb: KnowledgeBase) -> None:
    """Due only when practice, speciality and matching job all hold; the rest is possible."""
    for pratique, specialite, emploi in itertools.product((True, False), repeat=3):
        p = classer(
            kb, **BTS, pratique_professionnelle=pratique, dans_la_specialite=specialite,
            emploi_correspond=emploi, extensions_exercees=[INFORMATIQUE],
        )
        assert p.outcome is (DU if pratique and specialite and emploi else POSSIBLE)


def test_what_is_missing_comes_ordered_and_practice_first(kb: KnowledgeBase) -> None:
    p = classer(kb, **BTS, extensions_exercees=[INFORMATIQUE])
    assert p.faits_manquants == ("pratique_professionnelle", "dans_la_specialite", "emploi_correspond")


def test_the_minimum_follows_the_placement_that_is_due(kb: KnowledgeBase) -> None:
    jour = {"date": "2026-01-15"}
    assert classer(kb, **jour).minimum.valeur == 2510
    possible = classer(kb, **jour, extensions_exercees=[INFORMATIQUE])
    assert possible.minimum.valeur == 2510
    due = classer(kb, **jour, **BTS, **REUNI, extensions_exercees=[INFORMATIQUE])
    assert due.minimum.valeur == 2652


def test_the_generic_condition_is_always_among_the_reasons(kb: KnowledgeBase) -> None:
    assert "fiche_generique" in classer(kb).regles()


def test_contradictions_are_shown_and_a_result_still_given(kb: KnowledgeBase) -> None:
    p = classer(kb, certification_rncsa=False, certification="BTS")
    assert [c.id for c in p.contradictions] == ["certification_niee"]
    assert p.reference is not None
