"""Every example of every rule in knowledge/regles is worked out and compared."""

from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal

import pytest

from assistant.classification import (
    Consequence,
    Exemple,
    Positionnement,
    Situation,
    calculer,
    consequences_de,
)
from assistant.corpus import KnowledgeBase

_KB = KnowledgeBase.charger()
_EXEMPLES = [
    pytest.param(regle.id, exemple, id=f"{regle.id}-{n}")
    for regle in _KB.regles.values() for n, exemple in enumerate(regle.exemples, start=1)
]


def resultat(p: Positionnement) -> dict[str, object]:
    """A placement in the words of the rule files."""
    return {
        "outcome": p.outcome.value,
        "echelon_reference": p.reference.valeur if p.reference else None,
        "majores": [e.valeur for e in p.majores],
        "accessibles": [e.valeur for e in p.accessibles],
        "prime": float(p.prime.valeur) if p.prime else None,
        "minimum": float(p.minimum.valeur) if p.minimum else None,
        "manque": p.faits_manquants[0] if p.faits_manquants else None,
    }


def dite(c: Consequence | None) -> str:
    """A consequence in the words of the rule files: "2 mois", "sans chiffre", "absente"."""
    if c is None:
        return "absente"
    if c.valeur is None:
        return "sans chiffre"
    valeur = c.valeur
    if isinstance(valeur, Decimal):
        entier = valeur == valeur.to_integral_value()
        valeur = int(valeur) if entier else f"{valeur:f}"
    return f"{valeur} {c.unite}"


def consequences_dites(
    situation: Situation, p: Positionnement, voulues: dict[str, str]
) -> dict[str, str]:
    """The consequences an example names, each as it comes out."""
    jour = date.fromisoformat(situation.date) if situation.date else date.today()
    toutes = {c.id: c for c in consequences_de(situation, p, _KB.referentiel, jour)}
    return {nom: dite(toutes.get(nom)) for nom in voulues}


@pytest.mark.parametrize(("regle", "exemple"), _EXEMPLES)
def test_the_example_comes_out_as_written(regle: str, exemple: Exemple) -> None:
    situation = Situation.depuis_faits(exemple.faits)
    p = calculer(situation, _KB.referentiel)
    obtenu = resultat(p)
    if voulues := exemple.attendu.get("consequences"):
        assert isinstance(voulues, dict)
        obtenu["consequences"] = consequences_dites(situation, p, voulues)
    assert {k: obtenu[k] for k in exemple.attendu} == dict(exemple.attendu)


@pytest.mark.parametrize(("regle", "exemple"), _EXEMPLES)
def test_taking_the_rule_away_takes_its_motif_away(regle: str, exemple: Exemple) -> None:
    """And where the rule spoke, nothing but its own motif and what hung on it is gone."""
    situation = Situation.depuis_faits(exemple.faits)
    avec = calculer(situation, _KB.referentiel)
    autres = {k: r for k, r in _KB.regles.items() if k != regle}
    sans = calculer(situation, dataclasses.replace(_KB.referentiel, regles=autres))
    assert regle not in sans.regles()
    if regle not in avec.regles():
        assert sans.regles() == avec.regles()


def test_every_motif_says_a_fact_a_consequence_and_an_article_in_both_languages() -> None:
    for regle in _KB.regles.values():
        for exemple in regle.exemples:
            for motif in calculer(Situation.depuis_faits(exemple.faits), _KB.referentiel).motifs:
                for langue in ("fr", "en"):
                    assert "{" not in motif.fait(langue) + motif.consequence(langue)
                    assert motif.fait(langue)
                    assert motif.consequence(langue)
                assert motif.article.article
                assert motif.article.url.startswith("https://")
