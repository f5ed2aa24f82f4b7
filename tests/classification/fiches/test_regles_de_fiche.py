"""Each kind of rule a fiche can carry, on a situation that calls for it and one that does not."""

from __future__ import annotations

from datetime import date

import pytest
from aide_fiches import KB, RETENU, acces, classer, fiche, regle, valeurs

from assistant.classification import Outcome, RegleDeFiche, RegleDeFicheInvalide, TypeDeRegle

SANS = {"certification_rncsa": False}
DOUBLE = regle(
    "G.9.1", TypeDeRegle.MAJORE_OBLIGATOIRE, competences=(("VL", "voitures"), ("PL", "camions")),
    expressions=("double compétence",),
)


@pytest.mark.parametrize("activites", [
    ["contrôle VL et PL"], ["contrôle des voitures", "contrôle des camions"], ["double compétence"],
    ["contrôle VL/PL"],
])
def test_both_skills_make_the_majore_due_without_a_certification(activites: list[str]) -> None:
    p = classer(fiche("G.9.1", DOUBLE), **SANS, activites_complementaires=activites)
    assert (p.outcome, valeurs(p)) == (Outcome.MAJORE_DU, [10, 11])
    (motif,) = [m for m in p.motifs if m.regle.id == "fiche_majore_obligatoire"]
    assert motif.article.article == "3.02 d ; fiche G.9.1, classement"
    assert p.minimum is not None
    assert p.minimum.echelon.valeur == 10


@pytest.mark.parametrize("activites", [["contrôle PL"], ["contrôle VL"], ["VLPL"], []])
def test_one_skill_alone_makes_nothing_due(activites: list[str]) -> None:
    p = classer(fiche("G.9.1", DOUBLE), **SANS, activites_complementaires=activites)
    assert p.outcome is not Outcome.MAJORE_DU


DELAI = regle("E.6.2", TypeDeRegle.DELAI_DE_PASSAGE, date(2021, 7, 1), mois=12, echelon=9, decision=False)


@pytest.mark.parametrize(("mois", "attendu"), [(0, 6), (11, 6), (12, 9), (60, 9)])
def test_a_delay_is_due_from_its_last_month(mois: int, attendu: int) -> None:
    p = classer(fiche("E.6.2", DELAI), **SANS, anciennete=mois)
    assert (p.outcome, valeurs(p)) == (Outcome.REFERENCE, [attendu])
    assert p.minimum is not None
    assert p.minimum.echelon.valeur == attendu


def test_seniority_is_asked_first_where_a_delay_hangs_on_it() -> None:
    assert classer(fiche("E.6.2", DELAI), **SANS).faits_manquants[0] == "anciennete"
    assert "anciennete" not in classer(fiche("E.6.1"), **SANS).faits_manquants


def test_a_delay_outweighs_a_lower_majore_and_does_not_apply_before_its_date() -> None:
    faits = {**SANS, "anciennete": 24, "extensions_exercees": ["pose d'attelages"]}
    assert valeurs(classer(fiche("E.6.2", DELAI), **faits)) == [9]
    avant = classer(fiche("E.6.2", DELAI), **faits, date="2021-06-30")
    assert valeurs(avant) == [7, 8]


def test_what_is_due_and_what_is_possible_above_it_stand_together() -> None:
    tot = regle("A.6.1", TypeDeRegle.DELAI_DE_PASSAGE, mois=1, echelon=7, decision=False)
    promu = regle("A.6.1", TypeDeRegle.DELAI_DE_PASSAGE, mois=1, echelon=9, decision=True)
    une = fiche("A.6.1", tot, promu)
    faits = {**SANS, "anciennete": 2}
    p = classer(une, **faits, extensions_exercees=["pose d'attelages"])
    assert (p.outcome, valeurs(p)) == (Outcome.MAJORE_POSSIBLE, [7, 8, 9])
    assert valeurs(classer(une, **faits)) == [7, 9]
    assert p.minimum is not None
    assert p.minimum.echelon.valeur == 7


DECISION = regle(
    "C.9.1", TypeDeRegle.DELAI_DE_PASSAGE, date(2026, 1, 1), mois=24, echelon=20, decision=True,
    certification=("titre à finalité professionnelle vendeur automobile",),
    certifie_depuis="2026-07-01",
)
TITRE = {"certification_rncsa": True,
         "certification": "titre à finalité professionnelle Vendeur automobile"}


def test_a_passage_by_decision_is_possible_and_never_due() -> None:
    p = classer(fiche("C.9.1", DECISION), **TITRE, anciennete=240)
    assert (p.outcome, valeurs(p)) == (Outcome.PROMOTION_MAITRISE, [20])
    assert p.minimum is not None
    assert p.minimum.echelon.valeur == 9  # what is due has not moved


@pytest.mark.parametrize("faits", [
    {**TITRE, "date": "2026-06-30"},
    {**TITRE, "reconnu_par_employeur": False},
    {**TITRE, "emploi_correspond": False},
    {"certification_rncsa": True, "certification": "CQP vendeur"},
    {**TITRE, "certification_rncsa": False},
])
def test_the_passage_is_closed_before_its_day_to_others_or_when_refused(faits: dict[str, object]) -> None:
    p = classer(fiche("C.9.1", DECISION), **faits)
    assert 20 not in valeurs(p)


def test_the_passage_stands_beside_a_majore() -> None:
    p = classer(fiche("C.9.1", DECISION), **TITRE, extensions_exercees=["pose d'attelages"])
    assert (p.outcome, valeurs(p)) == (Outcome.MAJORE_POSSIBLE, [10, 11, 20])


AILLEURS = regle("D.9.2", TypeDeRegle.AUTRE_FICHE_IMPOSEE, vers="D.20.1",
                 condition="si l'intéressé organise les tournées des autres vendeurs")


def test_another_fiche_imposes_itself_when_the_job_goes_that_far() -> None:
    une = fiche("D.9.2", AILLEURS)
    p = classer(une, **SANS, activites_complementaires=["organisation des tournées des vendeurs"])
    assert (p.outcome, valeurs(p)) == (Outcome.REFERENCE, [20])
    assert "fiche_autre_imposee" in p.regles()
    autre = classer(une, **SANS, activites_complementaires=["lavage"])
    assert "fiche_autre_imposee" not in autre.regles()
    assert 20 not in valeurs(autre)


PRINCIPALE = regle("C.20.1", TypeDeRegle.AUTRE_FICHE_IMPOSEE, vers="C.23.1",
                   condition="si l'activité principale est la vente à des loueurs",
                   activites=("vente à des loueurs",))


@pytest.mark.parametrize(("dite", "du"), [
    ("activité principale : vente à des loueurs", True), ("vente à des loueurs, surtout", True),
    ("vente à des loueurs", False), ("surtout de la vente à des particuliers", False),
])
def test_a_main_activity_has_to_be_said_to_be_the_main_one(dite: str, du: bool) -> None:
    p = classer(fiche("C.20.1", PRINCIPALE), **SANS, activites_complementaires=[dite])
    assert (valeurs(p) == [23]) is du
    assert ("fiche_autre_imposee" in p.regles()) is du


def test_what_no_fact_can_tell_is_only_to_be_checked() -> None:
    ancien = regle("A.6.3", TypeDeRegle.AUTRE_FICHE_IMPOSEE, vers="A.9.2", au_dela=True,
                   certification=("CQP technicien service rapide",), certifie_avant="avant 2003")
    p = classer(fiche("A.6.3", ancien), certification_rncsa=True,
                certification="CQP technicien service rapide", activites_complementaires=["lavage"])
    assert "fiche_autre_a_verifier" in p.regles()
    assert 9 not in valeurs(p)


def test_a_certification_named_apart_opens_the_fiche_though_its_list_does_not_name_it() -> None:
    nomme = regle("C.20.1", TypeDeRegle.ECHELON_IMPOSE, echelon=20, condition="si l'emploi convient",
                  certification=("CQP conseiller commercial automobile",))
    p = classer(fiche("C.20.1", nomme), **RETENU, certification="CQP conseiller commercial auto")
    assert {"fiche_echelon_impose", "certification_reference"} <= set(p.regles())
    assert valeurs(p) == [20]


def test_a_single_echelon_leaves_no_majore() -> None:
    unique = fiche("A.12.2", regle("A.12.2", TypeDeRegle.ECHELON_UNIQUE))
    p = classer(unique, **SANS, extensions_exercees=["pose d'attelages"])
    assert p.majores == ()
    assert p.outcome is Outcome.PROMOTION_MAITRISE
    autre = fiche("A.9.1", regle("A.9.1", TypeDeRegle.ECHELON_UNIQUE))
    assert classer(autre, **SANS, extensions_exercees=["pose d'attelages"]).outcome is Outcome.REFERENCE


def test_an_extension_the_firm_defines_counts_as_one() -> None:
    libre = fiche("Z.20.1", regle("Z.20.1", TypeDeRegle.EXTENSIONS_LIBRES), extensions=())
    p = classer(libre, **SANS, extensions_exercees=["suivi du parc de machines"])
    assert {"majore_extension", "fiche_extensions_libres"} <= set(p.regles())


PEINTURE = regle("B.6.1", TypeDeRegle.EXTENSION_SOUS_CONDITION, extension="application de peinture",
                 certification=("CAP peintre",))
TOLIER = fiche("B.6.1", PEINTURE, extensions=("application de peinture",))
PEINT = {"extensions_exercees": ["application de peinture"]}


def test_an_extension_under_condition_counts_for_holders_only() -> None:
    assert classer(TOLIER, **SANS, **PEINT).outcome is Outcome.REFERENCE
    titulaire = classer(TOLIER, certification_rncsa=True, certification="CAP peinture", **PEINT)
    assert titulaire.outcome is Outcome.MAJORE_POSSIBLE
    assert "fiche_extension_condition" not in titulaire.regles()
    inconnu = classer(TOLIER, **PEINT)
    assert inconnu.outcome is Outcome.MAJORE_POSSIBLE
    assert "fiche_extension_condition" in inconnu.regles()


def test_a_condition_of_access_is_said_and_decides_nothing() -> None:
    voulue = regle("K.9.5", TypeDeRegle.CONDITION_D_ACCES, condition="autorisation_enseigner")
    commun = {"acces": (acces("titre professionnel ECSR", conditions=("autorisation_enseigner",)),)}
    faits = {**RETENU, "certification": "titre pro ECSR"}
    avec, sans = classer(fiche("K.9.5", voulue, **commun), **faits), classer(fiche("K.9.5", **commun), **faits)
    assert "fiche_condition_acces" in avec.regles()
    assert (avec.outcome, avec.accessibles) == (sans.outcome, sans.accessibles)


@pytest.mark.parametrize(("type_", "parametres", "nom"), [
    (TypeDeRegle.DELAI_DE_PASSAGE, {"mois": 12, "decision": False}, "echelon"),
    (TypeDeRegle.DELAI_DE_PASSAGE, {"mois": "douze", "echelon": 9, "decision": False}, "mois"),
    (TypeDeRegle.ECHELON_UNIQUE, {"echelon": 12}, "echelon"),
])
def test_a_rule_with_wrong_parameters_is_refused_by_name(
    type_: TypeDeRegle, parametres: dict[str, object], nom: str
) -> None:
    with pytest.raises(RegleDeFicheInvalide, match=rf"E\.6\.2 .* « {nom} »"):
        RegleDeFiche("E.6.2", type_, "classement", "", parametres)


def test_the_repository_states_the_rules_that_people_ask_about_without_the_texts() -> None:
    assert {c: KB.fiches[c].regles[0].parametres["vers"] for c in ("C.6.1", "C.20.1", "D.9.2")} == {
        "C.6.1": "C.9.1", "C.20.1": "C.23.1", "D.9.2": "D.20.1"}


def test_the_repository_states_the_four_rules_that_matter_most() -> None:
    assert {c: [r.type.value for r in KB.fiches[c].regles] for c in ("G.9.1", "G.20.1", "E.6.2", "C.9.1")} == {
        "G.9.1": ["majore_obligatoire"], "G.20.1": ["majore_obligatoire"],
        "E.6.2": ["delai_de_passage"], "C.9.1": ["delai_de_passage"],
    }
    for code in ("G.9.1", "G.20.1", "E.6.2", "C.9.1"):
        for une in KB.fiches[code].regles:
            assert set(une.textes) == {"fr", "en"}
            assert "KALIARTI" in une.url
