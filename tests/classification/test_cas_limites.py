"""Cases where two rules meet, found by reading the law against the program."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.classification import Outcome, Positionnement, Situation, calculer
from assistant.corpus import KnowledgeBase

CERTIFIE = {"certification_rncsa": True, "pratique_professionnelle": True,
            "dans_la_specialite": True, "emploi_correspond": True}
PETITE = {"effectif_entreprise": 6, "agent_de_maitrise_present": False}
JOUR = {"date": "2026-01-15"}


def classer(kb: KnowledgeBase, **faits: Any) -> Positionnement:
    return calculer(Situation.depuis_faits(faits), kb.referentiel)


@pytest.mark.parametrize(
    ("fiche", "certification", "voie"),
    [("A.20.1", "CAP", None), ("A.9.1", "doctorat de philosophie", None),
     ("A.9.1", "bac pro", "scolaire")],
)
def test_a_lower_or_unknown_certification_makes_nothing_due_on_a_fiche_not_read(
    kb: KnowledgeBase, fiche: str, certification: str, voie: str | None
) -> None:
    p = classer(kb, fiche=fiche, certification=certification, voie_preparation=voie, **CERTIFIE,
                extensions_exercees=["tutorat"])
    assert p.outcome is Outcome.MAJORE_POSSIBLE
    assert "certification_reference" not in p.regles()


def test_a_certification_of_the_fiches_own_serie_makes_it_due(kb: KnowledgeBase) -> None:
    p = classer(kb, fiche="A.9.1", certification="bac pro", voie_preparation="alternance", **CERTIFIE,
                extensions_exercees=["tutorat"])
    assert p.outcome is Outcome.MAJORE_DU


def test_the_minimum_is_that_of_the_echelon_held_where_it_is_higher(kb: KnowledgeBase) -> None:
    p = classer(kb, fiche="Z.23.1", echelon_actuel=24, **JOUR)
    assert p.minimum is not None
    assert p.minimum.valeur == 2652


def test_a_majore_that_is_due_outweighs_the_prime_which_stays_beside_it(kb: KnowledgeBase) -> None:
    p = classer(kb, fiche="A.9.1", certification="bac pro", voie_preparation="alternance", **CERTIFIE,
                activites_complementaires=["comptabilité"], jours_ouvres_consecutifs=8, **PETITE, **JOUR)
    assert p.outcome is Outcome.MAJORE_DU
    assert p.prime is not None
    assert p.prime.valeur == 151


def test_recurring_supervision_at_12_is_a_promotion_not_a_prime_of_0(kb: KnowledgeBase) -> None:
    for qui in ({"fiche": "A.12.2"}, {"echelon_actuel": 12}):
        p = classer(kb, **qui, suppleance_recurrente=True, jours_ouvres_consecutifs=8, **PETITE)
        assert p.outcome is Outcome.PROMOTION_MAITRISE


def test_two_days_of_supervision_ask_for_nothing(kb: KnowledgeBase) -> None:
    p = classer(kb, fiche="A.9.1", jours_ouvres_consecutifs=2)
    assert p.outcome is Outcome.REFERENCE
    assert "effectif_entreprise" not in p.faits_manquants


def test_recurring_supervision_is_recognised_whatever_the_employer_says(kb: KnowledgeBase) -> None:
    p = classer(kb, fiche="A.9.1", certification_rncsa=False, suppleance_recurrente=True,
                reconnu_par_employeur=False, **PETITE)
    assert p.outcome is Outcome.MAJORE_POSSIBLE


def test_a_written_promise_wins_over_the_fiche_and_over_25(kb: KnowledgeBase) -> None:
    p = classer(kb, fiche="A.6.1", certification="BTS", certification_rncsa=True, vae=True, accord_ecrit=True)
    assert (p.outcome, [e.valeur for e in p.accessibles]) == (Outcome.REFERENCE, [20])
    sans_vae = classer(kb, fiche="A.6.1", certification="BTS", certification_rncsa=True, vae=False,
                       accord_ecrit=True)
    assert [e.valeur for e in sans_vae.accessibles] == [6]


def test_25_ends_only_the_fiches_that_lead_to_it(kb: KnowledgeBase) -> None:
    assert classer(kb, fiche="A.6.1", echelon_actuel=25).outcome is Outcome.REFERENCE
    assert classer(kb, fiche="Z.23.1", echelon_actuel=25).outcome is Outcome.PROMOTION_CADRE


def test_a_deleted_fiche_classes_no_one(kb: KnowledgeBase) -> None:
    p = classer(kb, fiche="K.3.1")
    assert (p.outcome, p.accessibles, p.minimum) == (Outcome.NEED_INFO, (), None)


@pytest.mark.parametrize("rien", [["aucune"], ["non"], ["rien"], ["pas de polyvalence"], ["none"]])
def test_nothing_said_as_a_list_is_nothing(kb: KnowledgeBase, rien: list[str]) -> None:
    p = classer(kb, fiche="Z.23.1", extensions_exercees=rien, criteres=rien)
    assert p.outcome is Outcome.REFERENCE
