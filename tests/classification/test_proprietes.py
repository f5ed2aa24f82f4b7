"""Properties of the law, on facts drawn at random."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.classification import GRILLE, Outcome, Positionnement, Situation, calculer
from assistant.corpus import KnowledgeBase

_KB = KnowledgeBase.charger()
_CODES = sorted(c for c, f in _KB.fiches.items() if f.statut == "en_vigueur")
_ACTIVITES = ["gestion de l'informatique interne", "tutorat de jeunes", "vente de pneus", "achats"]
_CRITERES = ["polyvalence", "habileté", "esprit qualité", "effectif contrôlé", "autocontrôle"]
_RANG = {Outcome.REFERENCE: 0, Outcome.NEED_INFO: 1, Outcome.MAJORE_POSSIBLE: 1, Outcome.MAJORE_DU: 2}

booleen = st.none() | st.booleans()
situations: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {"fiche": st.sampled_from(_CODES)},
    optional={
        "certification_rncsa": booleen,
        "certification": st.sampled_from(["BTS", "CAP", "bac pro", "CQP inconnu", "licence"]),
        "pratique_professionnelle": booleen,
        "dans_la_specialite": booleen,
        "emploi_correspond": booleen,
        "reconnu_par_employeur": st.none() | st.just(True),
        "extensions_exercees": st.lists(st.sampled_from(_ACTIVITES), max_size=3),
        "activites_complementaires": st.lists(st.sampled_from(_ACTIVITES), max_size=2),
        "criteres": st.lists(st.sampled_from(_CRITERES), max_size=3),
        "heures_hebdo": st.floats(1, 48),
        "effectif_entreprise": st.integers(0, 30),
        "agent_de_maitrise_present": booleen,
        "jours_ouvres_consecutifs": st.integers(0, 30),
        "suppleance_recurrente": booleen,
        "echelon_actuel": st.sampled_from([3, 9, 12, 20, 23, 25, 26, "II A", "n'importe"]),
        "vae": booleen,
        "accord_ecrit": booleen,
        "statut": st.sampled_from(["salarie", "apprenti"]),
        "date": st.sampled_from(["2013-05-01", "2021-06-01", "2026-01-15"]),
    },
)


def classer(faits: dict[str, Any]) -> Positionnement:
    return calculer(Situation.depuis_faits(faits), _KB.referentiel)


def hauteur(p: Positionnement) -> tuple[int, int]:
    """How far up a result is: highest placement open, then whether it is due."""
    haut = max((GRILLE.index(e) for e in p.accessibles), default=-1)
    return haut, _RANG.get(p.outcome, 0)


@settings(max_examples=400, deadline=None)
@given(situations)
def test_no_result_is_outside_the_grid(faits: dict[str, Any]) -> None:
    p = classer(faits)
    assert set(p.accessibles) | set(p.majores) <= set(GRILLE)
    assert p.prime is None or p.prime.valeur >= 0
    assert p.minimum is None or p.minimum.valeur > 0


@settings(max_examples=400, deadline=None)
@given(situations, st.sampled_from(_ACTIVITES), st.sampled_from(_CRITERES))
def test_adding_an_extension_a_criterion_or_a_certification_never_lowers(
    faits: dict[str, Any], activite: str, critere: str
) -> None:
    avant = hauteur(classer(faits))
    plus_extension = {**faits, "extensions_exercees": [*faits.get("extensions_exercees", []), activite]}
    plus_critere = {**faits, "criteres": [*faits.get("criteres", []), critere]}
    assert hauteur(classer(plus_extension)) >= avant
    assert hauteur(classer(plus_critere)) >= avant
    if faits.get("certification") is None and faits.get("certification_rncsa") is not True:
        assert hauteur(classer({**faits, "certification_rncsa": True})) >= avant


@settings(max_examples=200, deadline=None)
@given(situations, st.randoms())
def test_the_order_of_the_facts_does_not_matter(faits: dict[str, Any], hasard: Any) -> None:
    melange = {
        k: (sorted(v, key=lambda _: hasard.random()) if isinstance(v, list) else v)
        for k, v in sorted(faits.items(), key=lambda _: hasard.random())
    }
    un, autre = classer(faits), classer(melange)
    assert (un.outcome, un.accessibles, un.minimum) == (autre.outcome, autre.accessibles, autre.minimum)
    assert sorted(un.regles()) == sorted(autre.regles())


_SYNONYMES = [
    ("certification", ["BTS", "bts", "Brevet de technicien supérieur", "un BTS MCO", "brevet de technicien superieur"]),
    ("extensions_exercees", ["gestion de l'informatique interne", "GESTION DE L’INFORMATIQUE INTERNE",
                             "informatique", "je gère les ordinateurs", "parc informatique"]),
    ("criteres", ["polyvalence", "Polyvalence ", "polyvalente"]),
    ("fiche", ["Z.23.1", "z-23.1", "Z 23.1", "z.23.1."]),
]


@settings(max_examples=200, deadline=None)
@given(st.tuples(*(st.sampled_from(formes) for _, formes in _SYNONYMES)))
def test_the_wording_of_the_facts_does_not_matter(formes: tuple[str, ...]) -> None:
    certification, extension, critere, fiche = formes
    p = classer({
        "fiche": fiche, "certification_rncsa": True, "certification": certification,
        "pratique_professionnelle": True, "dans_la_specialite": True, "emploi_correspond": True,
        "extensions_exercees": [extension], "criteres": [critere],
    })
    assert p.outcome is Outcome.MAJORE_DU
    assert [e.valeur for e in p.accessibles] == [24, 25]


@settings(max_examples=150, deadline=None)
@given(situations, st.sampled_from(sorted(_KB.regles)))
def test_taking_any_rule_away_takes_its_motif_away(faits: dict[str, Any], regle: str) -> None:
    import dataclasses

    autres = {k: r for k, r in _KB.regles.items() if k != regle}
    p = calculer(Situation.depuis_faits(faits), dataclasses.replace(_KB.referentiel, regles=autres))
    assert set(p.accessibles) <= set(GRILLE)
    effets = {
        "certification_majore_du": Outcome.MAJORE_DU,
        "echelon_12": Outcome.PROMOTION_MAITRISE, "echelon_25": Outcome.PROMOTION_CADRE,
        "suppleance_prime": Outcome.PRIME_SUPPLEANCE, "non_classe_alternance": Outcome.NON_CLASSE,
    }
    if regle in effets:
        assert p.outcome is not effets[regle]  # no conclusion without the rule it stands on
