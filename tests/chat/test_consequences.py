"""Questions on what a placement changes: understood, computed, quoted, missing facts asked."""

from __future__ import annotations

import pytest

from assistant.chat import Assistant, Behaviour, Etat, Reponse


def dire(assistant: Assistant, *tours: str) -> Reponse:
    """The answer to the last of these turns."""
    etat: Etat | None = None
    reponse = None
    for tour in tours:
        reponse, etat = assistant.repondre(tour, etat)
    assert reponse is not None
    return reponse


def plat(reponse: Reponse) -> str:
    """The answer with plain spaces."""
    return reponse.answer.replace("\u202f", " ")


@pytest.mark.parametrize(("question", "dit", "article"), [
    ("quel préavis si je démissionne, échelon 6, 3 ans d'ancienneté ?", "1 mois", "2.12 a"),
    ("on me licencie, échelon 2, 18 mois d'ancienneté : quel préavis ?", ": 1 mois", "2.12 a"),
    ("préavis de départ à la retraite échelon 23", "3 mois", "1.23 b"),
    ("période d'essai d'un contremaître", "3 mois au plus", "4.03 a"),
    ("période d'essai en CDD, échelon 6", "CDD", "2.03 a"),
    ("le garage arrête l'essai après 5 semaines, échelon 3 : il prévient quand ?",
     "2 semaines", "2.03 b"),
    ("80 heures de formation, j'ai droit à quoi ?", "16 points × 3,47 € = 55,52 €", "2.05 c"),
    ("si je passe de 12 à 20 je gagne combien de plus ?", "0 € de plus", "1.16 a"),
    ("si je passe de 12 à 17, quel salaire ?", "22 € de moins", "4.02"),
    ("échelon 20, 39 h par semaine, salaire minimum ?", "318,71 €", "1.09 bis d"),
    ("vendeur échelon 9 payé fixe et primes, quel fixe minimum ?", "1 040 €", "6.04 c"),
    ("j'ai 17 ans, échelon 3, quel salaire minimum ?", "1 678,50 €", "1.19 c"),
    ("minimum cadre II B, forfait 109 jours par an", "3 630,38 €", "1.09 f"),
    ("échelon 20, forfait en heures sur l'année, 40 h : minimum ?", "2 677,20 €", "1.09 e"),
    ("heures pour chercher du boulot pendant le préavis, échelon 6, licencié", "50 heures",
     "2.12 d"),
    ("code APE 5221Z, la convention s'applique ?", "remorquage", "1.01"),
    ("notice period if I resign, échelon 20", "3 months", "4.10 a"),
])
def test_the_computed_value_stands_with_its_article_and_quote(
    assistant: Assistant, question: str, dit: str, article: str
) -> None:
    reponse = dire(assistant, question)
    assert reponse.behaviour is Behaviour.ANSWER
    assert dit in plat(reponse)
    assert article in {c.article for c in reponse.citations}
    assert article in reponse.answer


def test_the_scope_stops_at_metropolitan_france(assistant: Assistant) -> None:
    reponse = dire(
        assistant, "ma boîte est un garage code APE 4520A à La Réunion, la convention s'applique ?"
    )
    assert reponse.answer.startswith("Non")
    assert "45.20A" in reponse.answer
    assert reponse.situation["code_ape"]["valeur"] == "4520A"


def test_the_place_is_asked_with_closed_answers_and_changes_the_answer(
    assistant: Assistant,
) -> None:
    premiere = dire(assistant, "code APE 4520A, la convention s'applique ?")
    assert premiere.answer.startswith("Oui")
    assert premiere.missing[0].fait == "lieu"
    assert premiere.missing[0].choix
    assert dire(assistant, "code APE 4520A, la convention s'applique ?",
                "outre-mer").answer.startswith("Non")


@pytest.mark.parametrize(("tours", "manque", "dit"), [
    (("quel est mon préavis ?",), "echelon_actuel", "1 mois aux échelons 3 à 12"),
    (("quel est mon préavis ?", "échelon 6"), "rupture", "1 mois"),
    (("quel est mon préavis ?", "échelon 6", "je démissionne"), None, "Préavis (démission)"),
    (("préavis de licenciement, échelon 9 ?",), "anciennete", "2 mois à partir de 2 ans"),
    (("préavis de licenciement, échelon 9 ?", "3 ans"), None, ": 2 mois"),
    (("120 heures de formation, échelon 6, 2 ans d'ancienneté, j'ai droit à quoi ?",),
     "issue_formation", "32 points"),
    (("120 heures de formation, échelon 6, 2 ans d'ancienneté, j'ai droit à quoi ?",
      "même échelon"), None, "83,28 €"),
    (("échelon 20, forfait en heures sur l'année, minimum ?",), "heures_hebdo", "38,5"),
])
def test_a_missing_fact_is_asked_for_and_its_reply_taken(
    assistant: Assistant, tours: tuple[str, ...], manque: str | None, dit: str
) -> None:
    reponse = dire(assistant, *tours)
    assert (reponse.missing[0].fait if reponse.missing else None) == manque
    assert dit in plat(reponse)


@pytest.mark.parametrize(("question", "depuis"), [
    ("préavis de démission échelon 6 le 1er février 2012", "03/03/2012"),
    ("période d'essai échelon 6 en 2015", "14/11/2020"),
    ("préavis de départ à la retraite, échelon 6, en 2015", "14/11/2020"),
    ("code APE 4520A, la convention s'applique en 2020 ?", "09/10/2024"),
])
def test_nothing_is_said_of_a_day_before_the_text(
    assistant: Assistant, question: str, depuis: str
) -> None:
    reponse = dire(assistant, question)
    assert reponse.behaviour is Behaviour.ABSTAIN
    assert depuis in reponse.answer


@pytest.mark.parametrize("question", [
    "forfait jours, échelon 23, quel minimum ?",
    "cadre V, forfait sans référence horaire, quel minimum ?",
    "échelon 20, forfait mensuel en heures, quel minimum ?",
])
def test_where_the_article_gives_no_figure_none_is_given_and_why(
    assistant: Assistant, question: str
) -> None:
    reponse = dire(assistant, question)
    assert reponse.behaviour is Behaviour.ABSTAIN
    assert reponse.montant is None
    assert "1.09" in reponse.answer
    assert "€" not in reponse.answer


def test_a_dismissed_person_is_no_holder_of_a_licence(assistant: Assistant) -> None:
    reponse = dire(assistant, "je suis licencié, échelon 2, 18 mois de boîte, quel préavis ?")
    assert "certification" not in reponse.situation


def test_the_result_holds_each_consequence_with_rule_article_and_calculation(
    assistant: Assistant,
) -> None:
    reponse = assistant.repondre_faits(
        {"fiche": "Z.23.1", "rupture": "licenciement", "heures_hebdo": 39, "date": "2026-01-15"}
    )
    par_id = {c["id"]: c for c in reponse.en_dict()["consequences"]}
    assert set(par_id) == {"heures_supplementaires", "preavis_licenciement", "recherche_emploi"}
    assert par_id["preavis_licenciement"] | {"texte": ""} == {
        "id": "preavis_licenciement", "regle": "preavis_maitrise_cadres", "article": "4.10 a",
        "url": par_id["preavis_licenciement"]["url"], "valeur": 3, "unite": "mois", "calcul": [],
        "texte": "", "faits": ["rupture"], "manquants": [],
    }
    assert par_id["heures_supplementaires"]["calcul"] == ["2\u202f510 / 35 × (4 × 125 %) = 358,57"]


@pytest.mark.parametrize("langue", ["fr", "en"])
@pytest.mark.parametrize("faits", [
    {"fiche": "A.6.1"},
    {"fiche": "A.6.1", "rupture": "licenciement", "heures_hebdo": 20},
    {"fiche": "A.6.1", "rupture": "retraite", "anciennete": 130},
    {"fiche": "A.6.1", "rupture": "faute_grave"},
    {"fiche": "Z.23.1", "rupture": "rupture_conventionnelle"},
    {"fiche": "A.6.1", "age": 16, "heures_hebdo": 20},
    {"fiche": "A.6.1", "heures_formation": 106},
    {"fiche": "A.6.1", "heures_formation": 30, "anciennete": 9, "heures_hebdo": 20},
    {"fiche": "A.6.1", "heures_formation": 200, "issue_formation": "echelon_superieur"},
    {"fiche": "C.9.1", "fixe_et_primes": True},
    {"fiche": "Z.C.II.1", "forfait": "jours", "jours_forfait": 200},
    {"fiche": "Z.23.1", "forfait": "heures_annee", "heures_hebdo": 41},
    {"echelon_actuel": 1, "rupture": "demission", "date": "2026-01-15"},
    {"echelon_actuel": 12, "echelon_demande": 17, "date": "2026-01-15"},
    {"fiche": "A.6.1", "contrat": "cdd", "date": "2013-01-01"},
])
def test_every_consequence_is_worded_in_both_languages(
    assistant: Assistant, faits: dict[str, object], langue: str
) -> None:
    for c in assistant.repondre_faits(faits, langue).en_dict()["consequences"]:
        assert c["texte"]
        assert not set("{}") & set(c["texte"])
        assert "None" not in c["texte"]


@pytest.mark.parametrize(
    ("question", "duree"),
    [
        ("Mise à la retraite, quel délai, échelon 20 ?", "3 mois"),
        ("Délai de prévenance départ à la retraite, échelon 20", "3 mois"),
        ("Préavis retraite échelon 9", "1 mois"),
        ("on me met à la retraite, échelon 6, 5 ans d'ancienneté, quel préavis", "2 mois"),
        ("combien de temps avant dois-je prévenir pour ma retraite, échelon 9", "1 mois"),
        ("notice for retirement, step 20", "3 months"),
    ],
)
def test_retirement_has_its_own_notice_rule(
    assistant: Assistant, question: str, duree: str
) -> None:
    reponse, _ = assistant.repondre(question)
    assert duree in reponse.answer
    assert "1.23 b" in reponse.answer
    assert any(c["id"] in ("preavis_retraite", "preavis_mise_retraite") for c in reponse.consequences)


@pytest.mark.parametrize("question", [
    "Prime de formation pour 70 heures, combien de points ?",
    "combien de points pour une formation de 70 heures ?", "combien de points pour 70h de stage",
    "training bonus for 70 hours, how many points?",
])
def test_the_points_are_those_of_the_hours_stated_alone(
    assistant: Assistant, question: str
) -> None:
    reponse, _ = assistant.repondre(question)
    assert "16 points" in reponse.answer
    assert "8 points" not in reponse.answer
