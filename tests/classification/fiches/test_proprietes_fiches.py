"""Properties of the law, on fiches and rules drawn at random."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

from aide_fiches import KB, acces, classer, fiche, regle
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.classification import GRILLE, Fiche, Outcome, Positionnement, TypeDeRegle, majores_de

_T = TypeDeRegle
_CODES = ["A.3.1", "A.6.1", "A.9.1", "A.12.2", "A.20.1", "A.23.1", "Z.6.1"]
_ACCES = [
    acces("CAP maintenance des véhicules", pratique=True),
    acces("CAP maintenance des véhicules, option A"),
    acces("bac professionnel maintenance des véhicules", voies=("scolaire",)),
    acces("bac professionnel maintenance des véhicules", voies=("alternance", "continue")),
    acces("BTS", niveau_equivalent=True),
    acces("CQP technicien confirmé mécanique automobile"),
]
_CERTIFICATIONS = ["CAP mécanique", "bac pro MV", "BTS", "DUT GEA", "CQP", "CAP cuisine",
                   "CQP technicien confirmé mécanique auto"]
_ACTIVITES = ["pose d'attelages", "réglage des freins", "contrôle VL et PL", "tenue du magasin"]
booleen = st.none() | st.booleans()


def _regles(code: str) -> st.SearchStrategy[list[Any]]:
    delai = st.builds(
        lambda mois, echelon, decision: regle(
            code, _T.DELAI_DE_PASSAGE, mois=mois, echelon=echelon, decision=decision),
        st.integers(1, 36), st.sampled_from([6, 9, 12, 20, 23]), st.booleans())
    autres = st.sampled_from([
        regle(code, _T.MAJORE_OBLIGATOIRE, competences=(("VL",), ("PL",))),
        regle(code, _T.AUTRE_FICHE_IMPOSEE, vers="A.20.1", condition="si l'intéressé tient le magasin"),
        regle(code, _T.ECHELON_IMPOSE, echelon=9, certification=("CQP technicien service rapide",)),
        regle(code, _T.CONDITION_D_ACCES, condition="autorisation_enseigner"),
        regle(code, _T.INTITULE_OBLIGATOIRE),
    ])
    return st.lists(delai | autres, max_size=3)


fiches: st.SearchStrategy[Fiche] = st.sampled_from(_CODES).flatmap(
    lambda code: st.builds(
        lambda les_acces, regles: fiche(code, *regles, acces=tuple(les_acces)),
        st.lists(st.sampled_from(_ACCES), max_size=4), _regles(code)))
faits: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries({}, optional={
    "certification_rncsa": booleen,
    "certification": st.sampled_from(_CERTIFICATIONS),
    "voie_preparation": st.sampled_from(["scolaire", "alternance", "continue"]),
    "pratique_professionnelle": booleen,
    "dans_la_specialite": booleen,
    "emploi_correspond": booleen,
    "extensions_exercees": st.lists(st.sampled_from(_ACTIVITES), max_size=2),
    "activites_complementaires": st.lists(st.sampled_from(_ACTIVITES), max_size=2),
    "anciennete": st.integers(0, 60),
})
_ESSAIS = settings(max_examples=200, deadline=None)


def resultat(p: Positionnement) -> tuple[Any, ...]:
    return p.outcome, p.accessibles, p.majores, p.faits_manquants, p.minimum


@_ESSAIS
@given(fiches, faits)
def test_every_result_stands_on_the_grid_and_says_why(une: Fiche, f: dict[str, Any]) -> None:
    p = classer(une, **f)
    assert p.accessibles
    assert set(p.accessibles) <= set(GRILLE)
    for motif in p.motifs:
        for langue in ("fr", "en"):
            assert "{" not in motif.fait(langue) + motif.consequence(langue)


@_ESSAIS
@given(fiches, faits)
def test_a_certification_makes_due_only_with_every_condition_stated(
    une: Fiche, f: dict[str, Any]
) -> None:
    p = classer(une, **f)
    if "certification_reference" in p.regles():
        assert f.get("certification_rncsa") is not False
        assert f["dans_la_specialite"] is True
        assert f["emploi_correspond"] is True
        nommes = une.acces or ()
        assert nommes
        if all(a.pratique for a in nommes):
            assert f["pratique_professionnelle"] is True


@_ESSAIS
@given(fiches, faits)
def test_without_the_texts_of_its_rules_a_fiche_is_an_ordinary_one(
    une: Fiche, f: dict[str, Any]
) -> None:
    """A rule taken out of the knowledge takes its effect along; only its question may stay."""
    ordinaire = dataclasses.replace(une, regles=())
    avec, sans = classer(une, sans="fiche_", **f), classer(ordinaire, sans="fiche_", **f)
    if not any(r.type is _T.ECHELON_IMPOSE for r in une.regles):
        assert (avec.outcome, avec.accessibles) == (sans.outcome, sans.accessibles)


@_ESSAIS
@given(fiches, faits, st.integers(0, 60))
def test_more_seniority_never_lowers_the_highest_placement(
    une: Fiche, f: dict[str, Any], plus: int
) -> None:
    mois = f.pop("anciennete", 0)
    avant = max(map(GRILLE.index, classer(une, **f, anciennete=mois).accessibles))
    apres = max(map(GRILLE.index, classer(une, **f, anciennete=mois + plus).accessibles))
    assert apres >= avant


@_ESSAIS
@given(fiches, faits)
def test_a_superseded_print_changes_no_result(une: Fiche, f: dict[str, Any]) -> None:
    vieille = dataclasses.replace(une, edition=date(2008, 7, 3), superseded_by=date(2021, 6, 24))
    avant, apres = classer(une, **f), classer(vieille, **f)
    assert resultat(avant) == resultat(apres)
    ajoutees = [r for r in apres.regles() if r.endswith("liste_ancienne")]
    assert [r for r in apres.regles() if r not in ajoutees] == list(avant.regles())
    if une.majores:
        assert ("extension_liste_ancienne" in ajoutees) == ("majore_extension" in apres.regles())


@_ESSAIS
@given(fiches, faits)
def test_a_single_echelon_is_never_majored(une: Fiche, f: dict[str, Any]) -> None:
    seule = dataclasses.replace(une, regles=(regle(str(une.code), _T.ECHELON_UNIQUE),))
    p = classer(seule, **f)
    assert p.outcome not in (Outcome.MAJORE_DU, Outcome.MAJORE_POSSIBLE)
    assert not set(p.accessibles) & set(majores_de(une.reference))


@_ESSAIS
@given(fiches, faits)
def test_the_rules_of_the_repository_bear_any_facts(une: Fiche, f: dict[str, Any]) -> None:
    for code in ("G.9.1", "G.20.1", "E.6.2", "C.9.1"):
        p = classer(KB.fiches[code], **f)
        assert p.accessibles
