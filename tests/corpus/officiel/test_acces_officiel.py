"""Ways in and rules of fiches on the official texts."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from assistant.classification import Outcome, Ouverture, Situation, calculer
from assistant.classification.certification import examiner
from assistant.corpus import KnowledgeBase
from assistant.corpus.acces import Genre, lire_acces
from assistant.corpus.officiel.regles import (
    FICHIER,
    a_relire,
    depuis_dict,
    en_dict,
    regles_de,
    trouver_regles,
)


def test_every_item_of_every_print_in_force_is_understood(kb_officielle: KnowledgeBase) -> None:
    comptes: Counter[Genre] = Counter()
    for lue in kb_officielle.textes.values():
        lus = lire_acces(lue.sections, kb_officielle.referentiel.registre)
        comptes.update(e.genre for e in lus.elements)
        assert lus.acces or lus.decision
    assert comptes[Genre.NON_LU] == 0
    assert comptes[Genre.CERTIFICATION] >= 380
    assert comptes[Genre.DECISION] >= 120


def test_certifications_of_the_prints_are_those_of_the_rncsa(kb_officielle: KnowledgeBase) -> None:
    tous = [a for f in kb_officielle.fiches.values() for a in f.acces or ()]
    assert sum(bool(a.ids) for a in tous) / len(tous) >= 0.85


@pytest.mark.parametrize(("code", "certification", "attendu", "manque"), [
    ("A.3.1", "CAP mécanique", Ouverture.DUE, ""),
    ("A.3.1", "CAP cuisine", Ouverture.NON_CITEE, ""),
    ("A.6.1", "CAP MV option A", Ouverture.A_PRECISER, "pratique_professionnelle"),
    ("A.6.1", "bac pro mécanique", Ouverture.DUE, ""),
    ("A.6.1", "cqp mecanicien specialiste auto", Ouverture.DUE, ""),
    ("A.9.1", "bac pro MV", Ouverture.A_PRECISER, "voie_preparation"),
    ("A.9.1", "CQP technicien confirmé mécanique auto", Ouverture.DUE, ""),
    ("A.20.1", "BTS MV option A", Ouverture.DUE, ""),
    ("A.20.1", "BTS comptabilité", Ouverture.NON_CITEE, ""),
    ("A.23.1", "BTS MV option B", Ouverture.A_PRECISER, "pratique_professionnelle"),
    ("B.6.2", "CAP peintre", Ouverture.A_PRECISER, "pratique_professionnelle"),
    ("B.9.1", "CQP tôlier confirmé", Ouverture.DUE, ""),
    ("B.20.1", "brevet de maîtrise carrossier peintre", Ouverture.DUE, ""),
    ("C.9.1", "CQP vendeur", Ouverture.DUE, ""),
    ("C.20.1", "CQP vendeur", Ouverture.NON_CITEE, ""),
    ("C.20.1", "BTS NDRC", Ouverture.A_PRECISER, "pratique_professionnelle"),
    ("C.20.1", "CQP conseiller commercial automobile", Ouverture.DUE, ""),
    ("D.3.1", "CAP vendeur magasinier", Ouverture.DUE, ""),
    ("D.6.1", "CQP magasinier vendeur PRA", Ouverture.DUE, ""),
    ("E.6.2", "CAP carrosserie", Ouverture.A_PRECISER, "pratique_professionnelle"),
    ("G.9.1", "titre pro contrôleur technique", Ouverture.DUE, ""),
    ("K.9.5", "titre pro ECSR", Ouverture.DUE, ""),
    ("N.C.I.1", "DCG", Ouverture.A_PRECISER, "pratique_professionnelle"),
    ("Z.20.1", "BTS communication", Ouverture.DUE, ""),
    ("Z.C.I.1", "licence pro OMSA", Ouverture.DUE, ""),
])
def test_what_a_certification_opens_on_the_real_lists(
    kb_officielle: KnowledgeBase, code: str, certification: str, attendu: Ouverture, manque: str
) -> None:
    faits = {"fiche": code, "certification_rncsa": True, "certification": certification,
             "dans_la_specialite": True, "emploi_correspond": True}
    etat, manquants = examiner(
        Situation.depuis_faits(faits), kb_officielle.fiches[code], kb_officielle.referentiel.registre
    )
    assert (etat, manquants[0] if manquants else "") == (attendu, manque)


def test_the_rules_found_each_stand_in_their_passage(kb_officielle: KnowledgeBase) -> None:
    assert kb_officielle.lecture is not None
    trouvees = trouver_regles(kb_officielle.lecture)
    par_id = kb_officielle.par_id
    passages = [(r, par_id.get(r.passage or "")) for r in trouvees]
    lus = [(r, p) for r, p in passages if p and (r.edition is None or p.edition == str(r.edition))]
    assert len(lus) >= 60  # the others were read in a print that serves no more (K.20.1, B.3.1)
    for r, p in lus:
        assert r.citation == p.texte
    codes = {(r.fiche, r.type.value) for r in trouvees}
    assert {
        ("G.9.1", "majore_obligatoire"), ("G.20.1", "majore_obligatoire"),
        ("E.6.2", "delai_de_passage"), ("C.9.1", "delai_de_passage"),
        ("C.6.1", "delai_de_passage"), ("A.6.3", "autre_fiche_imposee"),
        ("B.3.3", "autre_fiche_imposee"), ("C.9.1", "autre_fiche_imposee"),
        ("C.20.1", "autre_fiche_imposee"), ("C.20.1", "echelon_impose"),
        ("C.23.1", "autre_fiche_imposee"), ("D.9.2", "autre_fiche_imposee"),
        ("B.6.1", "extension_sous_condition"), ("Z.C.IV.1", "intitule_obligatoire"),
    } <= codes
    comptes = Counter(r.type.value for r in trouvees)
    assert (comptes["echelon_unique"], comptes["extensions_libres"]) == (9, 16)


def test_what_fits_no_type_is_left_to_be_read_again(kb_officielle: KnowledgeBase) -> None:
    assert kb_officielle.lecture is not None
    assert {s.fiche for s in a_relire(kb_officielle.lecture)} == {"D.9.2", "K.6.4", "K.C.I.5", "Z.C.I.1"}


def test_the_rules_are_kept_with_the_version_and_read_back(kb_officielle: KnowledgeBase) -> None:
    assert kb_officielle.lecture is not None
    trouvees = trouver_regles(kb_officielle.lecture)
    assert depuis_dict(json.loads(json.dumps(en_dict(trouvees)))) == trouvees
    assert FICHIER in kb_officielle.lecture.contenus  # type: ignore[attr-defined]
    assert regles_de(kb_officielle.lecture) == trouvees


def test_the_repositorys_fact_takes_the_quote_of_the_text(kb_officielle: KnowledgeBase) -> None:
    for code in ("G.9.1", "E.6.2", "C.9.1"):
        notre = next(r for r in kb_officielle.fiches[code].regles if r.textes)
        assert notre.citation
        assert notre.passage


@pytest.mark.parametrize(("faits", "outcome", "ouverts"), [
    ({"fiche": "G.9.1", "certification_rncsa": False,
      "activites_complementaires": ["contrôle technique VL et PL"]}, Outcome.MAJORE_DU, [10, 11]),
    ({"fiche": "E.6.2", "anciennete": 13}, Outcome.REFERENCE, [9]),
    ({"fiche": "C.6.1", "anciennete": 13, "certification_rncsa": False}, Outcome.REFERENCE, [6, 9]),
    ({"fiche": "A.12.2", "certification_rncsa": False,
      "extensions_exercees": ["dépannage de nuit"]}, Outcome.PROMOTION_MAITRISE, [17, 20, 23]),
    ({"fiche": "E.3.1", "certification_rncsa": False,
      "extensions_exercees": ["application de peinture au pistolet"]}, Outcome.REFERENCE, [3]),
    ({"fiche": "B.3.1", "certification_rncsa": False}, Outcome.REFERENCE, [3]),
])
def test_the_calculator_honours_them(
    kb_officielle: KnowledgeBase, faits: dict[str, object], outcome: Outcome, ouverts: list[int]
) -> None:
    p = calculer(Situation.depuis_faits(faits), kb_officielle.referentiel)
    assert (p.outcome, [e.valeur for e in p.accessibles]) == (outcome, ouverts)
