"""Graph of evolutions: routes are simple paths along edges; search and comparison."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.classification import (
    Acces,
    Categorie,
    Certification,
    Code,
    Concepts,
    Echelon,
    Famille,
    Fiche,
    Registre,
    bareme_du,
)
from assistant.classification.comparaison import comparer, rapprocher
from assistant.classification.ouvertures import ouvertures
from assistant.classification.parcours import Graphe
from assistant.classification.recherche import Criteres, chercher, par_filiere
from assistant.corpus import KnowledgeBase

_CODES = [f"{f}.{r}.{n}" for f in "AB" for r in (3, 6, 9) for n in (1, 2)]


def fiche(code: str, evolution: tuple[str, ...] = (), **plus: object) -> Fiche:
    return Fiche(Code.lire(code), (f"Métier {code}",), "essai", evolution=evolution, **plus)  # type: ignore[arg-type]


@st.composite
def fiches(draw: st.DrawFn) -> dict[str, Fiche]:
    """Fiches with any evolutions, loops, unknown codes and deleted fiches among them."""
    vers = st.lists(st.sampled_from([*_CODES, "Z.9.9"]), max_size=4).map(tuple)
    etats = st.sampled_from(["en_vigueur"] * 4 + ["supprime"])
    return {c: fiche(c, draw(vers), statut=draw(etats)) for c in _CODES}


deux = st.tuples(st.sampled_from(_CODES), st.sampled_from(_CODES))


@settings(max_examples=150, deadline=None)
@given(fiches(), deux, st.integers(1, 6))
def test_a_route_is_a_simple_path_along_edges_between_living_fiches(
    lot: Mapping[str, Fiche], bouts: tuple[str, str], longueur: int
) -> None:
    graphe = Graphe.de(lot)
    routes = graphe.routes(*bouts, longueur)
    for route in routes:
        assert (route[0], route[-1]) == bouts
        assert len(set(route)) == len(route) <= longueur + 1
        assert all(lot[c].statut == "en_vigueur" for c in route)
        assert all(b in lot[a].evolution for a, b in pairwise(route))
    assert [len(r) for r in routes] == sorted(len(r) for r in routes)
    assert len(set(routes)) == len(routes)
    assert routes == Graphe.de(dict(reversed(lot.items()))).routes(*bouts, longueur)
    assert graphe.routes(*bouts, longueur, au_plus=2) == routes[:2]


@settings(max_examples=80, deadline=None)
@given(fiches(), deux)
def test_every_simple_path_is_found(lot: Mapping[str, Fiche], bouts: tuple[str, str]) -> None:
    def chemins(route: tuple[str, ...]) -> set[tuple[str, ...]]:
        if route[-1] == bouts[1]:
            return {route} if len(route) > 1 else set()
        suite = [c for c in lot[route[-1]].evolution if c in lot and c not in route]
        return set().union(*(chemins((*route, c)) for c in suite if lot[c].statut == "en_vigueur"))

    attendus = set()
    if bouts[0] != bouts[1] and lot[bouts[0]].statut == "en_vigueur":
        attendus = {r for r in chemins((bouts[0],)) if len(r) <= 5}
    assert set(Graphe.de(lot).routes(*bouts, 4)) == attendus


@settings(max_examples=60, deadline=None)
@given(fiches())
def test_what_leads_to_a_fiche_mirrors_what_it_leads_to(lot: Mapping[str, Fiche]) -> None:
    graphe = Graphe.de(lot)
    for code in lot:
        assert set(graphe.origines(code)) == {
            c for c in lot if code in graphe.suites(c) and lot[c].statut == "en_vigueur"
        }
        voisines = graphe.voisines(code)
        assert not set(voisines) & set(graphe.suites(code))
        assert all(lot[v].reference > lot[code].reference for v in voisines)


def test_a_deleted_evolution_is_said_apart() -> None:
    graphe = Graphe.de({
        "A.3.1": fiche("A.3.1", ("A.6.1", "A.6.2", "A.9.9")),
        "A.6.1": fiche("A.6.1"),
        "A.6.2": fiche("A.6.2", statut="supprime"),
    })
    assert graphe.suites("A.3.1") == ("A.6.1",)
    assert graphe.retraits["A.3.1"] == ("A.6.2", "A.9.9")


def test_what_a_certification_opens_with_and_without_practice() -> None:
    cap = Certification("cap", ("CAP peinture",), "cap", 1, Echelon(numero=3))
    registre = Registre((cap,), (Famille("cap", ("CAP",)),))
    lot = {
        "B.3.2": fiche("B.3.2", acces=(Acces("CAP peinture", ("CAP peinture",), False, ids=("cap",)),)),
        "B.6.2": fiche("B.6.2", acces=(Acces("CAP", ("CAP",), True),)),
        "B.9.2": fiche("B.9.2", acces=(Acces("CQP autre", ("CQP autre",), False, ids=("cqp",)),)),
        "B.6.1": fiche("B.6.1", statut="supprime",
                       acces=(Acces("CAP", ("CAP",), False, ids=("cap",)),)),
    }
    trouvees = ouvertures((cap,), lot, registre)
    assert [(o.code, o.pratique) for o in trouvees] == [("B.3.2", False), ("B.6.2", True)]
    sans_texte = lot | {"B.12.1": fiche("B.12.1")}
    dites = {"cap": [("B.12.1", True), ("B.9.2", False)]}  # the text of B.9.2 decides for it
    assert [o.code for o in ouvertures((cap,), sans_texte, registre, dites)] == [
        "B.3.2", "B.6.2", "B.12.1",
    ]


@pytest.mark.parametrize(
    ("criteres", "attendus"),
    [
        (Criteres(filieres=("B",), echelons=(Echelon(numero=12),)), ["B.12.1"]),
        (Criteres(filieres=("G",), echelons=(Echelon(numero=10),)), ["G.9.1"]),
        (Criteres(mots=("vitrage", "spécialistes")), ["A.6.7"]),
        (Criteres(echelons=(Echelon.lire("IV B"),)), ["Z.C.IV.1"]),
        (Criteres(filieres=("B",), parmi=("peintre",), echelons=(Echelon(numero=9),)), ["B.9.2"]),
    ],
)
def test_search_over_the_directory(
    kb: KnowledgeBase, criteres: Criteres, attendus: list[str]
) -> None:
    assert [str(f.code) for f in chercher(kb.fiches, criteres)] == attendus


def test_search_leaves_deleted_fiches_out_unless_asked(kb: KnowledgeBase) -> None:
    supprimees = chercher(kb.fiches, Criteres(statut="supprime"))
    assert {"K.3.1", "G.6.1"} <= {str(f.code) for f in supprimees}
    assert all(f.statut == "en_vigueur" for f in chercher(kb.fiches, Criteres()))
    assert len(chercher(kb.fiches, Criteres(statut=None))) == len(kb.fiches)
    cadres = chercher(kb.fiches, Criteres(categorie=Categorie.CADRE))
    assert all(f.reference.niveau for f in cadres)
    assert sum(map(len, par_filiere(cadres).values())) == len(cadres)


concepts = Concepts({"tutorat": ["tutorat", "tuteur"]}, ["activité"])
textes = st.lists(st.sampled_from(["pose de pneus", "tutorat", "tuteur", "vente de pneus", "activité"]))


@given(textes, textes)
def test_each_item_is_paired_once_or_left_alone(a: list[str], b: list[str]) -> None:
    r = rapprocher(a, b, concepts)
    assert sorted([x for x, _ in r.communs] + list(r.seuls_a)) == sorted(a)
    assert sorted([y for _, y in r.communs] + list(r.seuls_b)) == sorted(b)
    assert len(rapprocher(a, a, concepts).communs) == len(a)


def test_comparison_gives_both_minima_of_the_day(kb: KnowledgeBase) -> None:
    a, b = kb.fiches["A.6.1"], kb.fiches["A.C.I.1"]
    c = comparer(a, b, {"contenu": ["x"]}, {}, kb.referentiel.concepts, kb.baremes, date(2026, 1, 15))
    assert c.sections == {}
    assert [(m.base, str(m.echelon)) for m in c.minima if m] == [
        (bareme_du(kb.baremes, date(2026, 1, 15)).montants[e], str(e))
        for e in (Echelon(numero=6), Echelon.lire("I A"))
    ]
    avant = comparer(a, b, {}, {}, kb.referentiel.concepts, kb.baremes, date(2005, 1, 1))
    assert avant.minima == (None, None)
