"""The report on how well people are understood: shares, and the table of answered or not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from evals.benchmarks.comprehension import lignes_des_descriptions, tableau_repondre, taux
from evals.cas import Cas
from evals.executer import Resultat
from evals.verifications import Verdict


def resultat(
    faire_cas: Callable[..., Cas], attendu: dict[str, Any], obtenu: str, *tags: str, **verdicts: bool
) -> Resultat:
    cas = faire_cas(attendu, tags=["dev", *tags])
    jugements = tuple(Verdict(nom, ok, None, None, "dit") for nom, ok in verdicts.items())
    return Resultat(cas, jugements, ({"behaviour": obtenu},), (1.0,))


def test_a_share_has_its_n_and_its_interval() -> None:
    assert taux("essai", [True, True, False, True]) == "| essai | 3/4 = 75.0% | 30.1% à 95.4% |"
    assert "aucun cas" in taux("vide", [])


def test_only_clear_descriptions_count_for_the_first_fiche(faire_cas: Callable[..., Cas]) -> None:
    clair = resultat(faire_cas, {"premiere": ["A.3.1"]}, "ask", "description", "clair",
                     premiere=True, trois=True)
    flou = resultat(faire_cas, {"trois": ["A.3.1"]}, "ask", "description", "flou", trois=False)
    lignes = lignes_des_descriptions([clair, flou])
    assert "1/1" in lignes[0]
    assert "1/1" in lignes[2]
    assert "0/1" in lignes[3]


def test_answered_or_not_is_told_against_what_was_right(faire_cas: Callable[..., Cas]) -> None:
    lus = [
        resultat(faire_cas, {"comportement": "answer"}, "answer"),
        resultat(faire_cas, {"comportement": "answer"}, "refuse"),
        resultat(faire_cas, {"comportement": ["refuse", "abstain"]}, "abstain"),
        resultat(faire_cas, {"comportement": "refuse"}, "ask"),
        resultat(faire_cas, {"comportement": ["refuse", "answer"]}, "answer"),  # either is right
    ]
    assert tableau_repondre(lus)[2:] == ["| à répondre | 1 | 1 |", "| à ne pas répondre | 1 | 1 |"]
