"""What a certification opens on a fiche whose ways in are known."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from aide_fiches import KB, RETENU, acces, classer, fiche, valeurs

from assistant.classification import Fiche, Outcome, Ouverture, Situation
from assistant.classification.certification import examiner

EXT = {"extensions_exercees": ["pose d'attelages"]}
MV = "CAP maintenance des véhicules, option A"
A_6_1 = fiche("A.6.1", acces=(
    acces(MV, pratique=True),
    acces("bac professionnel maintenance des véhicules", voies=("scolaire",)),
    acces("CQP mécanicien spécialiste automobile"),
))
A_9_1 = fiche("A.9.1", acces=(
    acces("bac professionnel maintenance des véhicules", voies=("alternance", "continue")),
    acces("CQP technicien confirmé mécanique automobile"),
))


def etat(une: Fiche, certification: str, **faits: Any) -> tuple[Ouverture, tuple[str, ...]]:
    situation = Situation.depuis_faits({**RETENU, "certification": certification, **faits})
    return examiner(situation, une, KB.referentiel.registre)


@pytest.mark.parametrize(("une", "certification", "faits", "attendu"), [
    (A_6_1, "CQP mécanicien spécialiste auto", {}, Ouverture.DUE),
    (A_6_1, "CAP mécanique", {"pratique_professionnelle": True}, Ouverture.DUE),
    (A_6_1, "CAP mécanique", {"pratique_professionnelle": False}, Ouverture.PRATIQUE_MANQUANTE),
    (A_6_1, "CAP cuisine", {"pratique_professionnelle": True}, Ouverture.NON_CITEE),
    (A_6_1, "CAP MV option C", {"pratique_professionnelle": True}, Ouverture.NON_CITEE),
    (A_6_1, "bac pro mécanique", {"voie_preparation": "scolaire"}, Ouverture.DUE),
    (A_6_1, "bac pro mécanique", {"voie_preparation": "alternance"}, Ouverture.DUE),
    (A_6_1, "bac pro mécanique", {}, Ouverture.DUE),  # either way it is admitted
    (A_9_1, "bac pro mécanique", {"voie_preparation": "continue"}, Ouverture.DUE),
    (A_9_1, "bac pro mécanique", {"voie_preparation": "scolaire"}, Ouverture.NON_CITEE),
    (A_9_1, "CQP mécanicien spécialiste automobile", {}, Ouverture.NON_CITEE),
])
def test_the_fiches_own_list_decides(
    une: Fiche, certification: str, faits: dict[str, Any], attendu: Ouverture
) -> None:
    assert etat(une, certification, **faits)[0] is attendu


def test_what_is_missing_is_asked_the_deciding_fact_first() -> None:
    assert etat(A_9_1, "bac pro mécanique")[1] == ("voie_preparation",)
    assert etat(A_6_1, "CAP mécanique")[1] == ("pratique_professionnelle",)
    assert etat(A_6_1, "CQP")[1][0] == "certification"


def test_a_kind_alone_is_settled_by_the_speciality() -> None:
    une = fiche("A.20.1", acces=(acces("BTS maintenance des véhicules"),))
    assert etat(une, "BTS")[0] is Ouverture.DUE
    assert etat(une, "BTS", dans_la_specialite=None) == (
        Ouverture.A_PRECISER, ("dans_la_specialite",))


def test_a_text_that_names_no_certification_admits_none() -> None:
    assert etat(fiche("Z.17.1"), "BTS MV")[0] is Ouverture.NON_CITEE


def test_the_job_decides_first_a_higher_bac_pro_gives_no_more_than_the_fiche() -> None:
    p = classer(A_6_1, **RETENU, certification="bac pro mécanique", voie_preparation="alternance")
    assert (p.outcome, valeurs(p)) == (Outcome.REFERENCE, [6])


def test_a_certification_below_the_fiche_and_not_named_makes_nothing_due() -> None:
    p = classer(A_9_1, **RETENU, **EXT, certification="CAP mécanique", pratique_professionnelle=True)
    assert p.outcome is Outcome.MAJORE_POSSIBLE
    assert "certification_reference" not in p.regles()


def test_a_superseded_list_is_said_and_changes_no_result() -> None:
    dates = {"edition": date(2012, 7, 4), "superseded_by": date(2023, 12, 6)}
    ancienne = fiche("A.6.1", acces=A_6_1.acces, **dates)
    faits = {**RETENU, **EXT, "certification": "CQP mécanicien spécialiste automobile"}
    avant, apres = classer(A_6_1, **faits), classer(ancienne, **faits)
    assert (avant.outcome, avant.accessibles) == (apres.outcome, apres.accessibles)
    (motif,) = [m for m in apres.motifs if m.regle.id == "extension_liste_ancienne"]
    assert "04/07/2012" in motif.fait()
    assert "06/12/2023" in motif.consequence()
    sans_extension = classer(ancienne, **RETENU, certification="CAP cuisine")
    assert "extension_liste_ancienne" not in sans_extension.regles()
    assert "acces_liste_ancienne" in sans_extension.regles()


def test_a_usual_abbreviation_names_the_certification_the_fiche_admits() -> None:
    """With a complementary activity the majoré is due, though the fiche lists no extension."""
    entier = next(n for c in KB.referentiel.registre.certifications for n in c.noms
                  if c.id == "cqp-vendeur-conseil-magasin-services-multimarques")
    une = fiche("AA.6.1", extensions=(), acces=(acces(entier),))
    p = classer(une, **RETENU, certification="CQP vendeur-conseil magasin SMAVA",
                activites_complementaires=["pose d'accessoires chez les clients"])
    assert (p.outcome, valeurs(p)) == (Outcome.MAJORE_DU, [7, 8])
