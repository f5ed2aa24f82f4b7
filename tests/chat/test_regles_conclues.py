"""Questions on a rule: answered at once, the conclusion first, without asking for the job."""

from __future__ import annotations

import pytest

from assistant.chat import Assistant


@pytest.mark.parametrize(
    ("question", "debut"),
    [
        ("Le contrat ne mentionne pas d'essai, j'en ai un quand même ?", "Non : si le contrat"),
        ("my contract says nothing about a trial period, is there one?", "No: where the contract"),
        ("Deux critères remplis, ça impose le 11 plutôt que le 10 ?", "Rien n'impose"),
        ("Mon chef d'équipe atelier, 21 ou 22 ?", "Rien n'impose"),
        ("RNCSA, ça veut dire quoi ?", "RNQSA : le répertoire des qualifications"),
        ("permis C, ça donne droit à un échelon de plus ?", "Non, pas par lui-même"),
        ("une formation obligatoire donne droit à la prime de formation ?", "Non : une formation obligatoire"),
        ("passage cadre : je garde ma prime de formation-qualification ?", "Non, elle n'est plus payée à part"),
        ("la maîtrise va de quel échelon à quel échelon", "Maîtrise : échelons 17 à 25"),
        ("viré après 3 ans, échelon 6, mon préavis ?", "Préavis (licenciement), échelon 6"),
        ("essai d'un mécanicien, combien de mois ?", "Période d'essai, catégorie ouvriers et employés"),
        ("donne-moi tous les échelons majorés de la maîtrise", "Échelons de référence, maîtrise"),
    ],
)
def test_the_conclusion_comes_first(assistant_officiel: Assistant, question: str, debut: str) -> None:
    reponse, _ = assistant_officiel.repondre(question)
    assert reponse.answer.startswith(debut)
    assert not reponse.missing


@pytest.mark.parametrize(
    "question",
    ["essai de 2 ou 3 mois pour un mécanicien ?", "7 ou 8 ans d'ancienneté, ça compte ?",
     "je suis formateur de permis poids lourd, quel échelon ?"],
)
def test_near_misses_are_left_alone(assistant_officiel: Assistant, question: str) -> None:
    dit = assistant_officiel.repondre(question)[0].answer
    assert not dit.startswith(("Rien n'impose", "Non, pas par lui-même"))


def test_a_bac_pro_made_at_school_does_not_list_the_fiches_of_the_other_way(assistant_officiel: Assistant) -> None:
    dit = assistant_officiel.repondre("bac pro réparation des carrosseries préparé au lycée : quel échelon ?")[0].answer
    assert "B.6.1" in dit
    assert "B.9.1" not in dit
    assert "B.9.2" not in dit


def test_what_a_fiche_asks_besides_is_on_its_line(assistant_officiel: Assistant) -> None:
    dit = assistant_officiel.repondre("titre pro ECSR, quel échelon ?")[0].answer
    ligne = next(x for x in dit.splitlines() if "K.20.5" in x)
    assert "expérience professionnelle de 2 ans" in ligne
    assert "autorisation" in ligne


def test_month_after_the_year(assistant_officiel: Assistant) -> None:
    dit = assistant_officiel.repondre("minimum échelon 11 en 2022 en février ?")[0].answer
    assert "1 971" in dit.replace("\u202f", " ").replace("\u00a0", " ")
