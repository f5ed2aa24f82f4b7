"""What became of fiches, titles, articles and avenants; contradictions between print and code."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.chat import Assistant
from assistant.chat.comprendre.textes_dates import date_d_un_texte
from assistant.corpus import KnowledgeBase
from assistant.corpus.proches import fiches_proches


def demander(a: Assistant, question: str, langue: str | None = None) -> dict[str, Any]:
    return a.repondre(question, langue=langue)[0].en_dict()


@pytest.mark.parametrize(
    ("question", "code", "dits"),
    [
        ("coordinateur d'enseignements auto, quel échelon ?", "K.6.2",
         ["supprimée", "19/12/2024", "K.9.2"]),
        ("je suis enseignant de la conduite deux-roues, K.6.1, j'ai quel échelon", "K.6.1",
         ["supprimée", "19/12/2024", "K.12.5"]),
        ("échelon d'un contrôleur technique PL ?", "G.6.2", ["supprimée", "n'est pas connue", "G.9.1"]),
        ("On peut embaucher sur la fiche G.6.1 ?", "G.6.1",
         ["23/06/2020", "même titre", "G.9.1, échelon 9"]),
        ("la B.9.5 elle existe encore", "B.9.5", ["25/06/2019", "B.9.1", "n'existe plus"]),
    ],
)
def test_a_deleted_fiche_is_said_with_its_date_and_what_comes_nearest(
    assistant: Assistant, question: str, code: str, dits: list[str]
) -> None:
    reponse = demander(assistant, question)
    assert reponse["fiches"][0] == code
    assert reponse["behaviour"] in ("answer", "correct_premise")
    assert [d for d in dits if d not in reponse["answer"]] == []
    assert reponse["citations"]


def test_the_text_of_a_deleted_fiche_comes_after_its_deletion(assistant_officiel: Assistant) -> None:
    reponse = demander(assistant_officiel, "que contient la fiche K.6.2 ?")
    assert reponse["answer"].index("supprimée") < reponse["answer"].index("Contenu")


@pytest.mark.parametrize(
    ("question", "code", "dits"),
    [
        ("tolié ferreur ça existe tjs ?", "B.3.1",
         ["23/06/2020", "22/06/2023", "Préparateur en tôlerie", "B.6.1"]),
        ("quel échelon pour un formateur d'enseignants ?", "K.20.1", ["06/12/2023", "Coordinateur"]),
    ],
)
def test_the_title_a_code_bore_before_is_not_classed_on_it(
    assistant: Assistant, question: str, code: str, dits: list[str]
) -> None:
    reponse = demander(assistant, question)
    assert reponse["behaviour"] == "correct_premise"
    assert reponse["fiches"] == [code]
    assert reponse["echelon_reference"] is None
    assert [d for d in dits if d not in reponse["answer"]] == []


def test_a_renamed_fiche_says_its_new_name_and_classes(assistant: Assistant) -> None:
    reponse = demander(assistant, "quel échelon pour un metteur en main de véhicule ?")
    assert "Conseiller en livraison de véhicules" in reponse["answer"]
    assert "24/06/2021" in reponse["answer"]
    assert reponse["echelon_reference"] == 6


def test_titles_of_fiches_in_force_still_lead_to_them(assistant: Assistant) -> None:
    for question, code in (
        ("quel échelon pour un contrôleur technique des véhicules", "G.9.1"),
        ("tôlier confirmé quel échelon", "B.9.1"),
        ("échelon enseignant sécurité routière et conduite automobile", "K.9.5"),
    ):
        assert demander(assistant, question)["fiches"][0] == code


@pytest.mark.parametrize(
    ("question", "dits"),
    [
        ("Depuis quand existe la fiche AAA.6.1 ?", ["créée", "22/06/2023", "échelon 6"]),
        ("K.9.6 a été créée quand ?", ["15/12/2022"]),
        ("La fiche carrossier peintre est-elle toujours en vigueur ?", ["en vigueur", "22/06/2023"]),
        ("A.20.5 existe bien ?", ["attesté", "aucun texte imprimé", "échelon 20"]),
        ("Does fiche G.9.2 still exist?", ["deleted", "G.12.1"]),
        ("When was fiche L.6.2 created?", ["created", "18/12/2025"]),
    ],
)
def test_status_and_origin(assistant: Assistant, question: str, dits: list[str]) -> None:
    reponse = demander(assistant, question)
    assert [d for d in dits if d not in reponse["answer"]] == []


@pytest.mark.parametrize(
    ("question", "edition"),
    [
        ("Quelle édition de la fiche A.20.1 s'appliquait en 2018 ?", "27/06/2017"),
        ("Which edition of C.9.1 applied in 2017?", "27/06/2017"),
        ("quelle version de M.3.1 s'appliquait le 1er juillet 2010 ?", "03/07/2008"),
    ],
)
def test_the_print_at_a_past_date(
    assistant_officiel: Assistant, question: str, edition: str
) -> None:
    premiere = demander(assistant_officiel, question)["answer"].split("\n")[0]
    assert edition in premiere


def test_prints_are_listed_with_their_links(assistant_officiel: Assistant) -> None:
    reponse = demander(assistant_officiel, "Quelles éditions de la fiche E.6.2 ?")["answer"]
    assert reponse.count("Metteur en main") >= 2
    assert "- 03/07/2008" in reponse
    assert "- 16/12/2020" in reponse


def test_a_code_not_yet_created(assistant: Assistant) -> None:
    reponse = demander(assistant, "la fiche K.9.6 existait en 2019 ?")
    assert reponse["behaviour"] == "correct_premise"
    assert "15/12/2022" in reponse["answer"]


@pytest.mark.parametrize(
    ("question", "attendu"),
    [
        ("la fiche imprimée en 2017 dit niveau I", True),
        ("le texte du 27 juin 2017 de A.20.1", True),
        ("the printed version of 2016 says level I", True),
        ("quel était le minimum en 2019 ?", False),
        ("j'étais magasinier en 2015, quel échelon", False),
        ("quel texte s'appliquait à mon échelon, et depuis quand dans ma boîte, hein, en 2015", False),
    ],
)
def test_dates_of_prints(question: str, attendu: bool) -> None:
    assert date_d_un_texte(question) is attendu


@pytest.mark.parametrize(
    "question",
    ["Que disait l'article 3B.02 en 2009 ?", "What did article 5.02 say in 2005?",
     "que prévoyait l'art. 1.16 avant 2010"],
)
def test_an_article_before_its_known_text(assistant: Assistant, question: str) -> None:
    reponse = demander(assistant, question)
    assert reponse["behaviour"] == "abstain"
    assert reponse["citations"] == []


@pytest.mark.parametrize(
    ("question", "comportement", "dits"),
    [
        ("L'avenant n°99 a-t-il été appliqué ?", "correct_premise", ["jamais", "n° 100"]),
        ("Did amendment 99 ever apply?", "correct_premise", ["never", "n° 100"]),
        ("y a des minima dans l'avenant 6-09 ?", "correct_premise", ["apprentis"]),
        ("jusqu'à quand l'avenant 97 s'est appliqué ?", "answer", ["n° 100", "01/01/2022"]),
        ("l'avenant 110 sur les minima donne quoi", "abstain", ["n° 109"]),
    ],
)
def test_avenants_by_number(
    assistant: Assistant, question: str, comportement: str, dits: list[str]
) -> None:
    reponse = demander(assistant, question)
    assert reponse["behaviour"] == comportement
    assert [d for d in dits if d not in reponse["answer"]] == []


@pytest.mark.parametrize(
    ("question", "code", "niveau"),
    [
        ("le texte de 2016 de la fiche C.C.III.1 écrit niveau I, c'est une erreur ?", "C.C.III.1", "III"),
        ("The printed text of D.C.III.1 says level I: which level is it?", "D.C.III.1", "III"),
        ("ACII1, sur la fiche c'est marqué niveau I, je suis quoi", "A.C.II.1", "II"),
    ],
)
def test_a_print_that_contradicts_its_code(
    assistant_officiel: Assistant, question: str, code: str, niveau: str
) -> None:
    reponse = demander(assistant_officiel, question)
    assert reponse["behaviour"] == "flag_inconsistency"
    assert reponse["fiches"] == [code]
    assert reponse["echelon_reference"] == niveau
    assert "cadre niveau I »" in reponse["answer"]
    assert f"cadre niveau {niveau}." in reponse["answer"]


def test_what_no_print_says_is_corrected(assistant_officiel: Assistant) -> None:
    reponse = demander(assistant_officiel, "la fiche A.6.1 indique échelon 9, non ?")
    assert reponse["behaviour"] == "correct_premise"
    assert reponse["echelon_reference"] == 6


def test_the_printed_catégorie_against_the_code(assistant_officiel: Assistant) -> None:
    reponse = demander(assistant_officiel, "pourquoi le texte de H.6.1 parle de maîtrise ?")
    assert reponse["behaviour"] == "flag_inconsistency"
    assert "ouvriers et employés" in reponse["answer"]


def test_the_série_of_cadres_is_said_beside_the_fiche(assistant_officiel: Assistant) -> None:
    reponse = demander(assistant_officiel, "quelles sont les conditions d'accès à A.C.III.1 ?")
    assert "série 8" in reponse["answer"]
    assert "I A" in reponse["answer"]
    assert "niveau III" in reponse["answer"]


def test_nearest_fiches_are_in_force_and_of_the_filière(kb: KnowledgeBase) -> None:
    for code, fiche in kb.fiches.items():
        if fiche.statut == "supprime":
            proches = fiches_proches(kb.fiches, code)
            trouves = (*proches.meme_titre, *proches.voisines)
            assert trouves, code
            assert {kb.fiches[c].statut for c in trouves} == {"en_vigueur"}
            assert {kb.fiches[c].code.filiere for c in trouves} == {fiche.code.filiere}
