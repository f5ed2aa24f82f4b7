"""Rules that fiches carry, reached from ordinary sentences; suppléance in everyday figures."""

from __future__ import annotations

import pytest

from assistant.chat import Assistant, Behaviour
from assistant.classification import Outcome


@pytest.mark.parametrize(
    "question",
    [
        "controleur technique G.9.1, mon boss me fait faire les VL et les PL toute lannée",
        "contrôleur technique, G.9.1, je contrôle voitures et camions régulièrement",
        "G.9.1 double compétence VL PL, j'ai droit à quoi ?",
    ],
)
def test_both_competences_make_the_majore_due(assistant: Assistant, question: str) -> None:
    reponse, _ = assistant.repondre(question)
    p = reponse.positionnement
    assert p is not None
    assert p.outcome is Outcome.MAJORE_DU
    assert [e.numero for e in p.accessibles] == [10, 11]
    assert "fiche G.9.1, classement" in reponse.answer


def test_one_of_them_denied_leaves_the_reference(assistant: Assistant) -> None:
    reponse, _ = assistant.repondre("contrôleur technique G.9.1, je fais les VL mais pas les PL")
    assert reponse.positionnement is not None
    assert reponse.positionnement.outcome is not Outcome.MAJORE_DU


@pytest.mark.parametrize(
    ("question", "echelon", "code"),
    [
        ("vendeur itinérant PRA, c'est moi qui organise le secteur avec des objectifs de nouveaux "
         "clients et je négocie leurs conditions. Je suis bien classé à 9 ?", 20, "D.20.1"),
        ("vendeur itinérant D.9.2 qui prospecte de nouveaux clients, négocie les remises et organise "
         "ses tournées : échelon ?", 20, "D.20.1"),
        ("Notre vendeur automobile confirmé vend surtout à des sociétés et à des marchands : peut-on "
         "le laisser à l'échelon 20 ?", 23, "C.23.1"),
        ("Mon vendeur confirmé C.20.1 ne fait que de la vente aux entreprises", 23, "C.23.1"),
    ],
)
def test_another_fiche_imposes_itself(
    assistant: Assistant, question: str, echelon: int, code: str
) -> None:
    reponse, _ = assistant.repondre(question)
    p = reponse.positionnement
    assert p is not None
    assert [e.numero for e in p.accessibles] == [echelon]
    assert code in reponse.answer


def test_the_rule_is_quoted_where_the_official_texts_are_known(
    assistant_officiel: Assistant,
) -> None:
    reponse, _ = assistant_officiel.repondre(
        "contrôleur technique G.9.1, mon chef me fait faire VL et PL toute l'année")
    assert any("double compétence" in c.quote for c in reponse.citations)


def test_now_and_then_is_no_main_activity(assistant: Assistant) -> None:
    reponse, _ = assistant.repondre("Je suis C.20.1 et je vends parfois à des sociétés")
    p = reponse.positionnement
    assert p is not None
    assert "fiche_autre_a_verifier" in p.regles()
    assert 23 not in [e.numero for e in p.accessibles]


@pytest.mark.parametrize(
    ("question", "rule", "echelon"),
    [
        ("conseiller en livraison E.6.2 depuis un an et demi, mon échelon ?", "fiche_delai", 9),
        ("livraison E.6.2 depuis 5 mois", "fiche_delai_a_venir", 6),
        ("assistant de vente automobile C.6.1 depuis 14 mois, je peux passer vendeur ?",
         "fiche_promotion_possible", 9),
        ("C.9.1, j'ai le titre vendeur automobile obtenu en septembre 2026, quand je passe à 20 ?",
         "fiche_delai_decision", 20),
    ],
)
def test_delays(assistant: Assistant, question: str, rule: str, echelon: int) -> None:
    reponse, _ = assistant.repondre(question)
    p = reponse.positionnement
    assert p is not None
    assert rule in p.regles()
    assert echelon in [e.numero for e in p.accessibles]


def test_a_delay_asked_about_is_told_first_and_its_echelon_is_no_false_premise(
    assistant: Assistant,
) -> None:
    reponse, _ = assistant.repondre(
        "au bout de combien de temps un conseiller en livraison E.6.2 passe à l'échelon 9 ?")
    assert reponse.behaviour is Behaviour.ANSWER
    assert reponse.answer.startswith("Règle propre à la fiche E.6.2")


@pytest.mark.parametrize(
    ("question", "prime"),
    [
        ("On est 7 au garage, sans agent de maîtrise. Échelon 7, j'ai encadré l'atelier 8 jours "
         "ouvrés de suite à la place du patron : combien de prime ?", 257),
        ("on est 5, pas de chef d'atelier, échelon 9, j'ai remplacé le patron 10 jours d'affilée, "
         "j'ai droit à une prime ?", 151),
        ("Patron malade, j'ai tenu le garage 7 jours ouvrés consécutifs, on est 6 et y'a pas d'agent "
         "de maîtrise, je suis à l'échelon 6", 290),
    ],
)
def test_the_prime_from_everyday_figures(assistant: Assistant, question: str, prime: int) -> None:
    reponse, _ = assistant.repondre(question)
    p = reponse.positionnement
    assert p is not None
    assert p.outcome is Outcome.PRIME_SUPPLEANCE
    assert p.prime is not None
    assert p.prime.valeur == prime
    assert str(prime) in reponse.answer
    assert "3.02 c" in reponse.answer


def test_a_firm_too_large_is_told_so(assistant: Assistant) -> None:
    reponse, _ = assistant.repondre(
        "on est 12 au garage, échelon 9, j'ai remplacé le patron 10 jours de suite")
    assert "Les conditions de la suppléance ne sont pas réunies" in reponse.answer


@pytest.mark.parametrize(
    ("question", "dits"),
    [
        ("Une activité complémentaire non écrite sur la fiche peut-elle obliger l'employeur à donner "
         "un échelon majoré ?", ["complémentaire", "certification"]),
        ("Que dit la convention sur une formation engagée par l'employeur et débouchant sur une "
         "certification ?", ["accord écrit", "3.02 c"]),
        ("Que devient la prime de formation-qualification quand on passe agent de maîtrise ?",
         ["intégrée au salaire de base", "3B.02 c"]),
        ("A quelles conditions passe-t-on de 23 à 24 ?", ["24 ou 25", "3B.02 d"]),
        ("comment on passe de l'échelon 6 au 7 ?", ["7 ou 8", "3.02 d"]),
    ],
)
def test_general_questions_are_answered_with_the_article_of_the_right_chapter(
    assistant: Assistant, question: str, dits: list[str]
) -> None:
    reponse, _ = assistant.repondre(question)
    assert reponse.behaviour is Behaviour.ANSWER
    assert all(d in reponse.answer for d in dits), reponse.answer


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("Comment promouvoir un salarié à l'échelon 12 qui met en œuvre des critères valorisants ?",
         Outcome.PROMOTION_MAITRISE),
        ("Echelon 25 atteint, y a rien au dessus, et pourtant je fais plus que ma fiche. Alors ?",
         Outcome.PROMOTION_CADRE),
    ],
)
def test_the_end_of_a_category_leads_to_a_promotion(
    assistant: Assistant, question: str, outcome: Outcome
) -> None:
    reponse, _ = assistant.repondre(question)
    assert reponse.positionnement is not None
    assert reponse.positionnement.outcome is outcome


@pytest.mark.parametrize(
    ("question", "majores"),
    [
        ("Contrôleur technique double compétence VL/PL, échelon majoré obligatoire ?", [10, 11]),
        ("contrôleur technique compétent VL et PL, majoré obligatoire ?", [10, 11]),
        ("Je suis contrôleur technique, compétence VL et PL, quel échelon ?", [10, 11]),
        ("controleuse technique qui fait VL et poids lourds, mon échelon", [10, 11]),
        ("chef de centre contrôle technique, VL et PL : majoré obligatoire ?", [21, 22]),
    ],
)
def test_the_majore_of_both_competences_is_due_by_name_as_by_code(
    assistant: Assistant, question: str, majores: list[int]
) -> None:
    reponse, _ = assistant.repondre(question)
    p = reponse.positionnement
    assert p is not None
    assert p.outcome is Outcome.MAJORE_DU
    assert [e.numero for e in p.accessibles] == majores
    assert reponse.behaviour is Behaviour.ANSWER


@pytest.mark.parametrize("question", [
    "Contrôleur technique VL ou PL, quel échelon ?", "Contrôleur technique, quel échelon ?",
    "Je suis contrôleur technique VL, je voudrais passer PL, quel échelon ?",
])
def test_one_of_the_two_or_a_wish_makes_no_majore_due(
    assistant: Assistant, question: str
) -> None:
    reponse, _ = assistant.repondre(question)
    assert reponse.fiches[0] == "G.9.1"
    assert reponse.positionnement is None or reponse.positionnement.outcome is not Outcome.MAJORE_DU


@pytest.mark.parametrize("question", [
    "Vendeur itinérant PRA D.9.2 : j'organise l'activité avec objectifs de conquête de clientèle, "
    "je négocie les conditions, quel échelon ?",
    "vendeuse itinérante pièces, j organise mon secteur, je dois conquérir des clients et négocier "
    "les prix",
    "D.9.2, I run the sector, have targets for new customers and negotiate their terms",
])
def test_a_condition_told_decides_though_the_words_could_ask_for_the_content(
    assistant: Assistant, question: str
) -> None:
    reponse, _ = assistant.repondre(question)
    assert reponse.positionnement is not None
    assert [e.numero for e in reponse.positionnement.accessibles] == [20]
    assert "D.20.1" in reponse.answer


def test_a_condition_told_in_part_is_to_be_checked_and_said_first(assistant: Assistant) -> None:
    reponse, _ = assistant.repondre(
        "Vendeur itinérant PRA D.9.2 : j'organise l'activité avec objectifs de conquête de clientèle")
    p = reponse.positionnement
    assert p is not None
    assert "fiche_autre_a_verifier" in p.regles()
    assert "À vérifier d'abord" in reponse.answer
    assert "D.20.1" in reponse.answer


def test_a_rule_that_only_the_print_carries_is_reached_too(assistant_officiel: Assistant) -> None:
    reponse, _ = assistant_officiel.repondre(
        "mécanicien collision, je fais des réparations plus complexes")
    assert reponse.positionnement is not None
    assert [e.numero for e in reponse.positionnement.accessibles] == [6]
    assert "A.6.1" in reponse.answer


def test_the_activity_that_leads_to_another_fiche_opens_no_majore_of_this_one(
    assistant: Assistant,
) -> None:
    reponse, _ = assistant.repondre(
        "Je suis C.20.1 et je vends principalement aux sociétés, quel échelon ?")
    assert "C.23.1" in reponse.answer
    assert "21 ou 22" not in reponse.answer


def test_past_the_delay_the_lower_majores_are_not_proposed(assistant_officiel: Assistant) -> None:
    reponse, _ = assistant_officiel.repondre("E.6.2, je fais ça depuis 14 mois, comment progresser ?")
    assert "échelon 9" in reponse.answer
    assert "7 ou 8" not in reponse.answer
    assert not reponse.missing
    avant, _ = assistant_officiel.repondre("comment progresser en E.6.2 ?")
    assert ".," not in avant.answer
    assert ".." not in avant.answer


@pytest.mark.parametrize("question", [
    "Assistant de vente C.6.1, après 13 mois je dois passer vendeur ?",
    "C.6.1 au bout de 13 mois, promotion obligatoire ?",
])
def test_a_promotion_that_must_be_possible_is_told_first(
    assistant_officiel: Assistant, question: str
) -> None:
    reponse, _ = assistant_officiel.repondre(question)
    assert reponse.positionnement is not None
    assert "fiche_promotion_possible" in reponse.positionnement.regles()
    assert "promotion à l'échelon 9, par décision de l'employeur" in reponse.answer.split("\n\n")[0]


@pytest.mark.parametrize("question", [
    "Échelon 12, j'ai droit à un majoré ?", "ya des majorés au dessus du 12 ?",
    "je suis à l'échelon 12, mon patron doit il me donner un majoré ?", "A.12.2, droit au majoré ?",
])
def test_there_is_no_majore_above_12(assistant: Assistant, question: str) -> None:
    reponse, _ = assistant.repondre(question)
    assert reponse.answer.startswith("Il n'y a pas d'échelon majoré au-dessus de 12")
    assert "maîtrise" in reponse.answer
    assert "3.03" in reponse.answer


def test_beyond_the_content_of_a_fiche_of_12_no_empty_majore_is_said(
    assistant_officiel: Assistant,
) -> None:
    reponse, _ = assistant_officiel.repondre(
        "Je suis A.12.2 et je fais aussi le convoyage de véhicules, quel échelon ?")
    assert reponse.positionnement is not None
    assert reponse.positionnement.outcome is Outcome.PROMOTION_MAITRISE
    assert "majoré  est" not in reponse.answer


@pytest.mark.parametrize("question", [
    "Réceptionnaire après-vente, quel échelon ?", "Réceptionnaire, quel échelon ?",
])
def test_a_job_title_alone_is_no_job_without_qualification(
    assistant: Assistant, question: str
) -> None:
    reponse, _ = assistant.repondre(question)
    assert reponse.behaviour is Behaviour.ASK
    assert reponse.positionnement is not None
    assert str(reponse.positionnement.reference) == "20"
