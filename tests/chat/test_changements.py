"""What changed in a fiche and when, what was created or deleted in a year, what a past print said."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.chat import Assistant
from assistant.chat.comprendre.histoire_dite import QuestionDHistoire, histoire_dite, mouvement_dit


def demander(a: Assistant, question: str) -> dict[str, Any]:
    return a.repondre(question)[0].en_dict()


@pytest.mark.parametrize(
    ("question", "dits"),
    [
        ("Qu'est-ce qui a changé dans C.9.1 ?", ["18/12/2025", "n'est donc plus à jour", "modes d'accès"]),
        ("la C.9.1 elle a bougé dernièrement ?", ["18/12/2025", "19/12/2018"]),
        ("A.20.1, y a eu des changements depuis 2021 ?",
         ["depuis le 01/01/2021", "06/06/2024", "08/04/2021"]),
        ("A.9.1 c'est encore à jour ?", ["22/06/2016", "n'est donc plus à jour", "12/06/2025"]),
        ("M.6.1 a-t-elle bougé depuis 2025 ?", ["Non : aucun accord connu"]),
        ("What has changed in A.20.1 since 2022?", ["since 01/01/2022", "06/06/2024"]),
    ],
)
def test_a_fiche_s_changes_come_with_the_agreement_of_each(
    assistant_officiel: Assistant, question: str, dits: list[str]
) -> None:
    reponse = demander(assistant_officiel, question)
    assert [d for d in dits if d not in reponse["answer"]] == []
    assert reponse["citations"]


def test_two_prints_asked_for_by_their_years_are_compared_point_by_point(
    assistant_officiel: Assistant
) -> None:
    dit = demander(assistant_officiel, "écart entre les versions 2012 et 2019 de la fiche A.6.1")["answer"]
    assert "04/07/2012" in dit
    assert "19/12/2019" in dit
    assert "ajouté : «" in dit


@pytest.mark.parametrize(
    ("question", "dits"),
    [
        ("D.6.2 a été créée en quelle année ?", ["créée par l'accord du 09/02/2023"]),
        ("L.6.2 creee qd et par kel accord ? de quand date la fiche", ["18/12/2025"]),
        ("By which agreement was CC.9.1 created?", ["created by the agreement of 09/02/2023"]),
        ("la filière IRVE date de quand ?", ["AAA", "créée par l'accord du 22/06/2023"]),
        ("Since when does the parcours client filière exist?", ["CC", "created by the agreement of 09/02/2023"]),
        ("de quel accord date la filière carrosserie ?", ["pas datée", "03/07/2008"]),
        ("quelles fiches ont été créées en 2025", ["L.6.2", ": 1."]),
        ("qualifications supprimées en 2024 ?", ["K.3.1", "K.6.1", "K.6.2", ": 3."]),
        ("fiches créées en 2010 ?", ["ne sont pas datées"]),
    ],
)
def test_a_creation_is_dated_by_its_agreement(
    assistant: Assistant, question: str, dits: list[str]
) -> None:
    reponse = demander(assistant, question)
    assert [d for d in dits if d not in reponse["answer"]] == []
    assert reponse["behaviour"] == "answer"


@pytest.mark.parametrize(
    ("question", "dits", "absents"),
    [
        ("la fiche A.6.1, elle était comment en 2013 ?", ["04/07/2012"], ["je ne peux pas"]),
        ("que disait C.20.1 avant 2019 ?", ["Contenu", "25/09/2018"], ["19/12/2019 est"]),
        ("contenu de la B.3.1 en 2014", ["Tôlier-ferreur (B.3.1)", "22/06/2023"],
         ["Contenu de la fiche Préparateur"]),
        ("la A.6.1 disait quoi en 2000 ?", ["qu'à partir du 03/07/2008"], ["Contenu de"]),
        ("contenu de CC.6.1 en 2020", ["n'existait pas", "09/02/2023"], []),
    ],
)
def test_a_past_text_is_told_with_its_print(
    assistant_officiel: Assistant, question: str, dits: list[str], absents: list[str]
) -> None:
    dit = demander(assistant_officiel, question)["answer"]
    assert [d for d in dits if d not in dit] == []
    assert [a for a in absents if a in dit] == []


@pytest.mark.parametrize("question", [
    "J'ai changé de poste, je suis A.6.1 maintenant", "mon échelon a changé, je suis A.6.1",
    "mon patron a changé ma fiche A.6.1", "le titre de la fiche A.20.1 a changé ?",
    "le minimum de A.6.1 a changé depuis 2021 ?", "je veux changer de fiche, A.6.1 vers A.9.1",
])
def test_a_person_s_own_change_is_no_change_of_the_fiche(question: str) -> None:
    dite = histoire_dite(question, None)
    assert dite is None or dite.genre is not QuestionDHistoire.CHANGEMENT


def test_a_year_without_fiches_in_the_plural_asks_for_no_list() -> None:
    assert mouvement_dit("fiches créées en 2023 ?") == ("cree", 2023, False)
    assert mouvement_dit("which fiches were deleted since 2020?") == ("supprime", 2020, True)
    assert mouvement_dit("ma fiche créée en 2023") is None
    assert mouvement_dit("toutes les fiches créées") is None
