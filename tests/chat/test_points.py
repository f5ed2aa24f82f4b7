"""Simple questions on rules and figures, answered at once."""

from __future__ import annotations

import pytest

from assistant.chat import Assistant, Reponse


def _dit(assistant: Assistant, question: str) -> Reponse:
    reponse, _ = assistant.repondre(question)
    assert reponse.behaviour.value == "answer", reponse.answer
    return reponse


def _sans_espaces(reponse: Reponse) -> str:
    return reponse.answer.replace("\u202f", "").replace("\u00a0", "")


@pytest.mark.parametrize(
    ("question", "dits"),
    [
        ("je suis échelon 6 à 39h, quel mini avec les heures sup ?", ["2218,29", "4 × 125 %"]),
        ("step 12, 44 hours a week, minimum with overtime?", ["2964,04", "1 × 150 %"]),
        ("échelon 6 à 39 h par semaine au 6, mini ?", ["2218,29"]),
        ("taux horaire mini de l'échelon 9", ["13,71 €", "151,67"]),
        ("hourly minimum, échelon 12?", ["14,71"]),
        ("échelon 6, 130 h par mois, quel minimum ?", ["30 h par semaine", "1663,71"]),
        ("17h30 par semaine au 12, minimum ?", ["1115,50"]),
        ("le smic était à combien en janvier 2023", ["1709,28", "11,27"]),
        ("En juin 2022 le smic dépassait-il l'échelon 2 ?", ["1645,58", "1636"]),
        ("prime de suppléance échelon 3, quel montant ?", ["2231 − 1865 = 366 €"]),
        ("je suis au 12, je touche combien de prime de suppléance", ["= 0 €"]),
        ("montant de la prime de suppléance d'une maîtrise échelon 17", ["Pas de prime"]),
        ("montant prime suppléance échelon 6, garage de 12 salariés", ["Pas de prime"]),
        ("combien vaut le panier de nuit", ["6,09 €", "1.10 d"]),
    ],
)
def test_a_figure_with_its_calculation(
    assistant: Assistant, question: str, dits: list[str]
) -> None:
    texte = _sans_espaces(_dit(assistant, question))
    for dit in dits:
        assert dit in texte


@pytest.mark.parametrize(
    ("question", "dits"),
    [
        ("une comptable à temps partiel, combien d'heures au minimum ?", ["12 heures 30", "24 heures", "1.11 f"]),
        ("minimum hours for a part-time mechanic", ["24 hours a week"]),
        ("ki fixe le classement des salariés", ["l'employeur"]),
        ("who decides which step I am on?", ["The employer"]),
        ("combien d'échelons dans la grille ?", ["21 échelons", "5 niveaux"]),
        ("nombre de niveaux pour les cadres", ["I à V"]),
        ("les échelons de référence de la maîtrise ? lesquels sont-ils", ["17, 20, 23"]),
        ("quels majorés au-dessus de l'échelon 17", ["18 et 19"]),
        ("l'échelon 7 c'est un majoré ?", ["lui-même", "référence 6"]),
        ("échelon 20 c'est cadre ?", ["Non", "maîtrise"]),
        ("is échelon 12 a supervisor step?", ["No,", "ouvriers and employés"]),
        ("les cadres ont-ils un échelon majoré ?", ["Non", "degrés"]),
        ("c'est quoi un majoré", ["extension", "critère", "certification"]),
        ("de combien le salaire minimum d'un mineur est-il réduit", ["20 %", "10 %"]),
        ("vendeuse au fixe plus primes, quel pourcentage du mini pour le fixe", ["50 %"]),
        ("forfait jours, combien de jours max par an", ["218", "25 %"]),
        ("forfait annuel en heures : quel pourcentage en plus ?", ["10 %", "20 %"]),
        ("licenciée échelon 9, nouveau job trouvé, je peux quitter mon préavis plus tôt ?", ["moitié", "2.12 c"]),
        ("cadre licencié qui trouve un nouvel emploi : partir avant la fin du préavis ?", ["15 jours", "4.10 c"]),
        ("j'ai démissionné et trouvé un nouveau boulot, écourter mon préavis ?", ["Après une démission"]),
        ("je pars pendant l'essai, je préviens combien de tps avant", ["48 heures"]),
        ("est-ce qu'une apprentie a un échelon", ["ne sont pas classés"]),
        ("VAE sans accord écrit : l'échelon est-il dû ?", ["ne rend pas"]),
        ("la convention couvre-t-elle la secrétaire d'une concession ?", ["Oui, si", "1.01 a"]),
        ("which article is about the notice period?", ["2.12 a", "4.10 a"]),
        ("quel article fixe les salaires minima ?", ["1.16 a"]),
        ("au bout de combien d'heures sup on passe à 50 %", ["8 premières", "1.09 bis d"]),
    ],
)
def test_a_rule_asked_for_in_its_own_words(
    assistant: Assistant, question: str, dits: list[str]
) -> None:
    texte = _dit(assistant, question).answer
    for dit in dits:
        assert dit in texte


def test_a_diploma_equal_to_the_one_named_opens_the_fiche_too(assistant: Assistant) -> None:
    reponse = _dit(assistant, "Z.23.1 : un diplôme équivalent au BTS, c'est accepté ?")
    assert "équivalent" in reponse.answer
    assert "certification" not in reponse.situation  # no BTS is said to be held


def test_where_nothing_is_worked_out_the_paragraph_with_the_figure_is_quoted(
    assistant_officiel: Assistant,
) -> None:
    trouves = assistant_officiel.connaissances.articles.chercher
    assert "tous les 2 ans" in trouves("l'entretien professionnel, tous les combien ?")[0].passage.texte
    conges = trouves("congé pour chercher son successeur avant la retraite")
    assert any("60 ans" in t.passage.texte for t in conges)


@pytest.mark.parametrize(
    "question",
    ["mon patron refuse de me payer l'échelon 14, qui décide ?", "prime de suppléance de l'échelon 14, montant ?"],
)
def test_an_echelon_that_is_none_is_put_right_first(assistant: Assistant, question: str) -> None:
    reponse, _ = assistant.repondre(question)
    assert "= 0 €" not in reponse.answer
    assert "qui décide du classement" not in reponse.answer
