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
