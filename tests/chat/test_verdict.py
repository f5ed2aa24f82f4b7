"""The échelon and the pay one has, compared with what is due: the verdict comes first."""

from __future__ import annotations

import pytest

from assistant.chat import Assistant
from assistant.chat.comprendre.echelon_tenu import echelon_tenu
from assistant.chat.comprendre.oui_non import Attente, attente
from assistant.chat.comprendre.paie_dite import paie_dite
from assistant.chat.rediger.ecriture import nombre_ecrit


def premiere(a: Assistant, question: str) -> str:
    return a.repondre(question)[0].answer.split("\n")[0].replace("\u202f", " ")


@pytest.mark.parametrize(
    ("question", "debut"),
    [
        ("Tôlier confirmé payé à l'échelon 6, est-ce que c'est normal ?", "Non : votre échelon actuel (6) est au-dessous de 9"),
        ("Secrétaire échelon 3, 1 900 brut", "Votre échelon actuel (3) est au-dessous de 6"),
        ("magasinier 1850 euros brut temps plein c ok ?", "Non : 1 850 € brut est au-dessous de 1 865 €"),
        ("salarié à 39 h échelon 6, je le paye 2200 brut, c'est bon ?", "Non : 2 200 € brut est au-dessous de 2 218,29 €"),
        ("can my boss pay me €1,800 as a mécanicien spécialiste automobile?", "No: €1,800 gross is below €1,941"),
        ("laveur préparateur au smic, c'est légal ?", "Non : le SMIC (1 823,03 € brut) est au-dessous de 1 865 €"),
        ("Fixe de 900 € + commissions, vendeur automobile, ils ont le droit ?", "Non : 900 € de fixe est au-dessous de 1 040 €"),
        ("Réceptionnaire en carrosserie, échelon 12. Devrais-je être agent de maîtrise ?", "Oui : la fiche"),
        ("peintre confirmé payé 12,50 de l'heure brut, ils ont le droit ?", "Non : 12,50 € brut de l'heure est au-dessous de 13,71 €"),
    ],
)
def test_the_verdict_is_the_first_line(assistant: Assistant, question: str, debut: str) -> None:
    assert premiere(assistant, question).startswith(debut)


def test_pay_since_a_year_is_compared_with_the_minimum_of_today(assistant: Assistant) -> None:
    assert "2 080 € brut n'est pas au-dessous de 2 080 €" in assistant.repondre(
        "Contrôleur technique des véhicules depuis 2018, échelon 9, 2080 brut"
    )[0].answer.replace("\u202f", " ")


@pytest.mark.parametrize(
    ("dit", "tenu"),
    [
        ("payé échelon 3", "3"), ("me paie comme les autres (ech. 9)", "9"), ("le chef me garde au 6", "6"),
        ("on m'a mis mécanicien spécialiste 6", "6"), ("ma paye : échelon 9, 2080", "9"), ("classé 11 employé", "11"),
        ("je suis payé 35 heures", None), ("on m'a mis 2 apprentis", None), ("i am 18, second year", None),
        ("combien est payé un échelon 12 ?", None), ("je suis 3 jours par semaine au garage", None),
        ("puis-je être classé échelon 9 ?", None), ("elle exige l'échelon 9", None),
    ],
)
def test_the_echelon_held_is_read_however_it_is_said(dit: str, tenu: str | None) -> None:
    assert echelon_tenu(dit) == tenu


@pytest.mark.parametrize(
    ("dit", "montant"),
    [
        ("1900 brut", "1900"), ("€1,900 gross", "1900"), ("1950e brut", "1950"), ("1,900 euros", "1900"),
        ("payé 12,10 de l'heure", "12.10"), ("je touche 1650 net", "1650"), ("ma paye : 2080.", "2080"),
        ("garage depuis 2017", None), ("prime de 500 € non payée", None), ("je répare des peugeot 3008", None),
        ("je devrais toucher 2080 €", None), ("28 000 € par an", None),
    ],
)
def test_pay_is_read_in_all_usual_forms(dit: str, montant: str | None) -> None:
    lue = paie_dite(dit)
    assert (str(lue.montant) if lue else None) == montant


def test_a_net_pay_is_said_not_to_compare_with_a_gross_minimum(assistant: Assistant) -> None:
    assert "net ne se compare pas tel quel" in premiere(assistant, "Je suis carrossier peintre et je touche 1 780 € net par mois")


def test_a_question_leans_one_way_or_is_left_alone() -> None:
    assert attente("c'est normal ?") is Attente.CONFORME
    assert attente("suis-je sous-payé ?") is Attente.MERITE
    assert attente("c'est 3 ou 6 ?") is None


def test_english_figures_are_written_the_english_way() -> None:
    assert nombre_ecrit("1\u202f598,57", "en") == "1,598.57"
    assert nombre_ecrit("véhicules de 3,5 tonnes", "en") == "véhicules de 3,5 tonnes"
    assert nombre_ecrit("your pay, €1,900, is low", "en") == "your pay, €1,900, is low"
    assert nombre_ecrit("1\u202f598,57", "fr") == "1\u202f598,57"


def test_part_time_minima_of_two_possible_fiches_pass_the_guard(assistant: Assistant) -> None:
    reponse = assistant.repondre("prof de conduite, 24h par semaine, combien au minimum par mois ?")[0]
    assert reponse.behaviour.value != "abstain"


def test_an_echelon_to_be_given_is_not_the_one_held(assistant: Assistant) -> None:
    r, etat = assistant.repondre(
        "Mon salarié est technicien expert après-vente automobile, suis-je obligé de lui donner l'échelon 9 ?")
    assert etat.situation.echelon_actuel is None
    assert "l'échelon 12 est dû, et non 9" in r.answer
    assert "n'y est pas tenu" not in r.answer
