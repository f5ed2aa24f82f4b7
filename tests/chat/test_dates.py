"""The day a question is about: not that of a diploma, and never one the fiche did not exist on."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from assistant.chat import Assistant
from assistant.chat.comprendre.nombres import date_de

AUJOURDHUI = date(2026, 1, 15)


def demander(a: Assistant, question: str) -> dict[str, Any]:
    return a.repondre(question)[0].en_dict()


@pytest.mark.parametrize("question", [
    "bac pro en 2018, mécanicien A.6.1, mon minimum ?", "titre obtenu en mars 2025, quel minimum",
    "A.6.1, CQP en 2015, quel échelon", "CQP de 1999, A.6.1", "embauchée en 2016 sur A.6.1, minimum ?",
    "j'ai eu mon CAP en 1998, quel échelon", "I got my diploma in 2015, what step?",
    "hired in 2016 as A.6.1, minimum?", "dans la boîte depuis 2010, mon minimum", "VAE validée en 2021",
    "je suis magasinier depuis 2015, quel échelon ?", "je suis entré le 3 mars 2016 comme A.6.1",
])
def test_the_date_of_a_diploma_or_a_hiring_is_not_the_day_asked_about(question: str) -> None:
    assert date_de(question, AUJOURDHUI) is None


@pytest.mark.parametrize(("question", "jour"), [
    ("minimum de l'échelon 6 en 2018", date(2018, 12, 31)),
    ("minimum à l'embauche en 2018", date(2018, 12, 31)),
    ("bac pro, minimum échelon 6 en 2018", date(2018, 12, 31)),
    ("embauché en 2016, quel était mon minimum ?", date(2016, 12, 31)),
    ("CAP obtenu en 2012, quel était le minimum en 2015 ?", date(2015, 12, 31)),
    ("embauchée en 2019, minimum en janvier 2024 ?", date(2024, 1, 1)),
    ("que disait la fiche avant 2019 ?", date(2018, 12, 31)),
    ("échelon 6 au 1er janvier 2022 avec un CQP", date(2022, 1, 1)),
])
def test_the_day_asked_about_is_kept(question: str, jour: date) -> None:
    assert date_de(question, AUJOURDHUI) == jour


@pytest.mark.parametrize(("question", "dits"), [
    ("CC.6.1 au 1er janvier 2022", ["n'existait pas au 01/01/2022", "09/02/2023"]),
    ("A.6.10, échelon en janvier 2022 ?", ["n'existait pas au 01/01/2022", "22/06/2023"]),
    ("quel minimum pour la B.3.1 au 1er juin 2021", ["n'existait pas au 01/06/2021", "22/06/2023"]),
    ("CC.6.1 step on 1 January 2022?", ["did not exist on 01/01/2022", "09/02/2023"]),
    ("K.20.1 au 1er juin 2022, quel échelon ?", ["Formateur d'enseignants", "06/12/2023"]),
])
def test_no_day_before_the_fiche_existed_is_classed(
    assistant_officiel: Assistant, question: str, dits: list[str]
) -> None:
    reponse = assistant_officiel.repondre(question)[0]
    assert reponse.behaviour == "correct_premise"
    assert [d for d in dits if d not in reponse.answer] == []
    assert reponse.positionnement is None


def test_a_deleted_fiche_stood_on_a_day_before_its_deletion(assistant: Assistant) -> None:
    for question in ("K.6.1 au 1er juin 2024", "K.6.1 step in June 2023?"):
        dit = demander(assistant, question)["answer"]
        assert "échelon 6" in dit
        assert "19/12/2024" in dit
        assert "en vigueur" in dit or "in force" in dit
    dit = assistant.repondre_faits({"fiche": "K.6.1", "date": "2024-06-01"}).answer
    assert "était en vigueur" in dit
    assert "19/12/2024" in dit


def test_facts_with_a_day_before_the_fiche_are_not_classed(assistant: Assistant) -> None:
    reponse = assistant.repondre_faits({"fiche": "CC.6.1", "date": "2022-01-01"})
    assert "n'existait pas" in reponse.answer
    assert reponse.positionnement is None


def test_a_code_only_named_links_the_first_agreement_that_names_it(assistant: Assistant) -> None:
    for code in ("A.3.9", "A.20.5"):
        premiere = demander(assistant, f"Depuis quand existe {code} ?")["answer"].split("Accord : ")[1]
        assert premiere.split("?")[0].endswith("KALIARTI000045372775/")


@pytest.mark.parametrize(("question", "imprime", "attendu"), [
    ("A.C.III.1 c'est cadre niveau I ou bien III ?", "cadre niveau I", "cadre niveau III"),
    ("H.6.1 est agent de maîtrise non ?", "maîtrise", "échelon 6"),
    ("is the fiche H.6.1 maîtrise?", "maîtrise", "échelon 6"),
])
def test_a_print_against_the_code_is_named_when_asked(
    assistant_officiel: Assistant, question: str, imprime: str, attendu: str
) -> None:
    reponse = demander(assistant_officiel, question)
    assert reponse["behaviour"] == "flag_inconsistency"
    assert imprime in reponse["answer"]
    assert attendu in reponse["answer"].split("\n\n")[-1]
    assert "2019" in reponse["answer"] or "2017" in reponse["answer"]


@pytest.mark.parametrize("question", [
    "Qu'est-ce qui ouvre A.20.1 ?", "kel certif ouvre A.20.1", "Which certifications open A.20.1?",
])
def test_what_opens_a_fiche_is_its_ways_in(assistant_officiel: Assistant, question: str) -> None:
    assert "CQP réceptionnaire après-vente" in demander(assistant_officiel, question)["answer"]


@pytest.mark.parametrize("question", [
    "après A.6.1 ?", "A.6.1, la fiche d'après c laquelle", "A.6.1 on peut passer quoi apres",
    "A.6.1, what comes next?", "je suis A.6.1, et après je vais où ?",
])
def test_what_comes_after_a_fiche_is_its_evolution(
    assistant_officiel: Assistant, question: str
) -> None:
    assert "A.9.1" in demander(assistant_officiel, question)["answer"]
