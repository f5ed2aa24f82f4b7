"""A certification named without a job: série, fiches, absence from the list; access of a fiche."""

from __future__ import annotations

import pytest

from assistant.chat import Assistant, Behaviour
from assistant.chat.comprendre.certifications import CertificationDite, certifications_dites


def lire(assistant: Assistant, texte: str) -> tuple[CertificationDite, ...]:
    c = assistant.connaissances
    return certifications_dites(texte, c.lexique.lier(texte), c.kb.referentiel.registre)


@pytest.mark.parametrize(
    ("texte", "nom", "ids"),
    [
        ("BTS MUC obtenu en 2015", "BTS MUC", ["bts-management-unites-commerciales"]),
        ("titre pro ECSR avec CCS, ça ouvre quoi", "titre pro ECSR avec CCS", ["tp-ecsr-avec-ccs"]),
        ("CAP maintenance des véhicules option B depuis 3 ans",
         "CAP maintenance des véhicules option B", ["cap-maintenance-vehicules"]),
        ("mon CQP vendeur-conseil magasin SMAVA", "CQP vendeur-conseil magasin SMAVA",
         ["cqp-vendeur-conseil-magasin-services-multimarques"]),
        ("CQP technicien vitrage, quel échelon", "CQP technicien vitrage",
         ["cqp-operateur-vitrage-confirme"]),
        ("jai le BEPECASER mention deux roues", "BEPECASER", ["bepecaser-avec-mention"]),
        ("CQP carrossier-peintre suivi, puis CQP obtenu", "CQP carrossier-peintre",
         ["cqp-carrossier-peintre"]),
    ],
)
def test_a_name_is_read_with_all_its_words(
    assistant: Assistant, texte: str, nom: str, ids: list[str]
) -> None:
    (dite,) = lire(assistant, texte)
    assert (dite.nom, [c.id for c in dite.entrees], dite.inconnue) == (nom, ids, False)


@pytest.mark.parametrize("texte", [
    "jai un BTS et 5 ans de pratique", "avec un BTS tout neuf", "un BTS est-il obligatoire",
    "jai un bts en alternance", "je suis licencié",
])
def test_words_that_are_no_name_make_no_unknown_diploma(assistant: Assistant, texte: str) -> None:
    assert not any(d.inconnue for d in lire(assistant, texte))


@pytest.mark.parametrize(
    ("question", "nom"),
    [
        ("Le BTS MCO est-il dans la liste des certifications de la branche ?", "BTS MCO"),
        ("le CAP coiffure est reconnu dans la branche ?", "CAP coiffure"),
        ("le CQP soudeur est-il au RNCSA ?", "CQP soudeur"),
        ("is the BTS MCO in the list of certifications?", "BTS MCO"),
    ],
)
def test_one_that_is_not_listed_is_said_not_to_be_in_the_list_of_2021(
    assistant: Assistant, question: str, nom: str
) -> None:
    reponse, _ = assistant.repondre(question)
    assert nom in reponse.answer
    assert "2021" in reponse.answer
    assert "ne figure pas" in reponse.answer or "is not in the list" in reponse.answer
    assert reponse.situation.get("certification_rncsa") is None


@pytest.mark.parametrize(
    ("question", "dits", "fiches"),
    [
        ("jai eu mon cqp tôlier confirmé, ça donne quoi ?", ["série 3", "échelon 9"], {"B.9.1"}),
        ("j'ai un CQP réceptionnaire après-vente, quel échelon ?", ["série 6", "20"], {"A.20.1"}),
        ("jai le BEPECASER, ca donne quel échelon d'office ?", ["série 9", "aucun échelon"], {"K.C.I.1"}),
        ("CQP chef des ventes : quelles fiches ?", ["série 8", "I A"], {"C.C.III.1"}),
        ("bac pro carrosserie en alternance, quel échelon ?", ["série 3", "échelon 9"], {"B.9.1"}),
        ("titre pro ECSR, c'est quelle série ?", ["série 3"], {"K.9.5"}),
    ],
)
def test_a_listed_one_is_told_with_its_serie_and_its_fiches(
    assistant: Assistant, question: str, dits: list[str], fiches: set[str]
) -> None:
    reponse, _ = assistant.repondre(question)
    assert all(d in reponse.answer for d in dits), reponse.answer
    assert fiches <= set(reponse.fiches)
    assert reponse.citations
    assert "2021" in reponse.answer


def test_a_name_of_two_series_is_told_with_both(assistant: Assistant) -> None:
    reponse, _ = assistant.repondre(
        "CQP démonteur automobile : ça mène à l'échelon 3 ou à l'échelon 6 ?")
    assert {"H.3.1", "H.6.1"} <= set(reponse.fiches)
    assert "séries 1 et 2" in reponse.answer


def test_a_bac_pro_asks_how_it_was_prepared(assistant: Assistant) -> None:
    reponse, _ = assistant.repondre("bac pro maintenance des véhicules, quel échelon ?")
    assert reponse.behaviour is Behaviour.ASK
    assert reponse.missing[0].fait == "voie_preparation"
    assert "échelon 6" in reponse.answer
    assert "échelon 9" in reponse.answer


@pytest.mark.parametrize(
    ("question", "echelon", "article"),
    [
        ("CQP carrossier-peintre suivi à notre demande, engagement écrit de promotion, CQP obtenu : "
         "quel échelon ?", 12, "3.02 c"),
        ("Formation payée par la boîte, accord écrit, BTS maintenance des véhicules obtenu : quel "
         "échelon ?", 20, "3B.02 c"),
        ("jai eu un CQP mécanicien automobile par VAE, engagement écrit de mon patron, quel échelon "
         "me doit-il ?", 6, "3.02 c"),
    ],
)
def test_a_written_promise_makes_the_echelon_of_the_serie_due(
    assistant: Assistant, question: str, echelon: int, article: str
) -> None:
    reponse, _ = assistant.repondre(question)
    p = reponse.positionnement
    assert p is not None
    assert [e.numero for e in p.accessibles] == [echelon]
    assert article in reponse.answer


def test_the_conditions_beside_the_title_are_said_with_the_print(
    assistant_officiel: Assistant,
) -> None:
    reponse, _ = assistant_officiel.repondre(
        "moniteur moto, il faut quoi comme titre pour la K.12.5 ?")
    assert "CCS" in reponse.answer
    assert "autorisation" in reponse.answer
    assert "27/06/2017" in reponse.answer
    autre, _ = assistant_officiel.repondre("contrôleur technique G.9.1 : quelles conditions d'accès ?")
    assert "agrément préfectoral" in autre.answer


@pytest.mark.parametrize(
    ("question", "behaviour"),
    [
        ("Peut-on classer un formateur en K.23.1 par simple décision du chef d'entreprise ?",
         Behaviour.CORRECT_PREMISE),
        ("peut-on nommer un chef de centre G.20.1 par décision du patron ?",
         Behaviour.CORRECT_PREMISE),
        ("un tôlier B.9.1, on peut le nommer par décision directe ?", Behaviour.ANSWER),
    ],
)
def test_whether_the_employer_s_decision_opens_a_fiche(
    assistant_officiel: Assistant, question: str, behaviour: Behaviour
) -> None:
    reponse, _ = assistant_officiel.repondre(question)
    assert reponse.behaviour is behaviour
    assert reponse.answer.startswith("Non" if behaviour is Behaviour.CORRECT_PREMISE else "Oui")


@pytest.mark.parametrize(
    ("question", "demandee"),
    [
        ("bac pro au lycée, A.6.1, quel échelon m'est dû ?", False),
        ("bac pro par apprentissage, A.9.1, quel échelon est dû ?", False),
        ("bac pro en apprentissage, A.9.1, quel échelon est dû ?", False),
        ("A.6.1 avec le CQP mécanicien spécialiste automobile, échelon dû ?", False),
        ("CAP et A.6.1, quel échelon dû ?", True),
        ("BTS et Z.23.1, échelon dû ?", True),
    ],
)
def test_practice_is_a_condition_only_where_the_fiche_asks_for_it(
    assistant_officiel: Assistant, question: str, demandee: bool
) -> None:
    reponse, _ = assistant_officiel.repondre(question)
    assert "est dû à ce titre si" in reponse.answer
    assert ("la pratique que demande la fiche" in reponse.answer) is demandee


def test_a_bac_pro_from_school_does_not_open_what_work_study_opens(
    assistant_officiel: Assistant,
) -> None:
    lycee, _ = assistant_officiel.repondre("bac pro au lycée, A.9.1, quel échelon m'est dû ?")
    assert "ne rend pas l'échelon 9 dû" in lycee.answer
    sans, _ = assistant_officiel.repondre("bac pro, A.9.1, quel échelon est dû ?")
    assert "la voie où elle a été préparée" in sans.answer


def test_an_old_certification_gives_no_placement_and_is_not_said_to_give_one(
    assistant_officiel: Assistant,
) -> None:
    reponse, _ = assistant_officiel.repondre("J'ai le BEPECASER, quel échelon ?")
    assert "aucun échelon d'office" in reponse.answer
    assert "a droit au classement correspondant" not in reponse.answer
