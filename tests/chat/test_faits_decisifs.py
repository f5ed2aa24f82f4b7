"""Facts that decide, said in one message: what is told is used, what only looks like it is not."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.chat import Assistant
from assistant.chat.comprendre.faits import faits_dits
from assistant.classification import Outcome


def _faits(assistant: Assistant, question: str) -> dict[str, object]:
    c = assistant.connaissances
    mentions = c.lexique.lier(question)
    codes = mentions.codes()
    fiche = c.kb.fiches.get(codes[0]) if len(codes) == 1 else None
    return faits_dits(question, mentions, fiche, c, date(2026, 11, 24)).faits


@pytest.mark.parametrize("question", [
    "lui il a un CQP moi rien, on fait le même boulot",
    "my mate has a CAP, I don't, same job",
    "raté l'oral du CQP tôlier confirmé à deux points près",
    "mon CAP je l'ai pas eu mais je fais le boulot",
    "CQP carrossier-peintre pas validé, je suis carrossier peintre",
])
def test_a_diploma_of_somebody_else_or_failed_is_not_held(assistant: Assistant, question: str) -> None:
    assert _faits(assistant, question)["certification_rncsa"] is False


def test_a_failed_diploma_takes_nothing_from_the_one_held(assistant: Assistant) -> None:
    faits = _faits(assistant, "j'ai un bac pro maintenance des véhicules, BTS raté")
    assert faits["certification"] == "bac pro maintenance des véhicules"


@pytest.mark.parametrize("question", [
    "je répare les batteries, modules, BMS",
    "i teach motorbike licences (A1, A2, A) and cars",
    "driving school teacher (car licence)",
])
def test_a_sigle_or_a_driving_licence_is_no_diploma(assistant: Assistant, question: str) -> None:
    assert "certification" not in _faits(assistant, question)


def test_a_number_that_counts_is_no_echelon(assistant: Assistant) -> None:
    dits = _faits(assistant, "on m'a donné un secteur de 3 départements. Mon bulletin dit échelon 9")
    assert 3 not in (dits.get("echelon_actuel"), dits.get("echelon_demande"))
    assert "3" not in (dits.get("echelon_actuel"), dits.get("echelon_demande"))


@pytest.mark.parametrize(("question", "mois"), [
    ("conseillère en livraison here, 14 months now doing handovers", 14),
    ("ça fait bientôt 2 ans que je livre les voitures", 23),
    ("huit mois chez nous", 8),
    ("assistante de vente embauchée il y a 13 mois", 13),
    ("depuis janvier il organise les tournées", 10),
    ("delivery adviser hired 14 months ago", 14),
])
def test_time_in_the_job_is_read(assistant: Assistant, question: str, mois: int) -> None:
    assert _faits(assistant, question)["anciennete"] == mois


@pytest.mark.parametrize("question", [
    "le minimum depuis janvier 2025 pour l'échelon 9", "dans 2 mois je passe technicien",
    "préavis de 2 mois ?", "les minima ont augmenté depuis octobre ?",
])
def test_other_durations_are_no_time_in_the_job(assistant: Assistant, question: str) -> None:
    assert "anciennete" not in _faits(assistant, question)


def test_the_boss_away_gives_the_days_and_the_head_count_is_asked(assistant: Assistant) -> None:
    faits = _faits(assistant, "Boss was away 2 weeks and I ran the shop: 5 mechanics, no chef d'atelier")
    assert faits["jours_ouvres_consecutifs"] == 10
    assert "effectif_entreprise" not in faits
    assert faits["agent_de_maitrise_present"] is False


@pytest.mark.parametrize("question", [
    "mécanicien depuis 4 ans, mon chef est parti il y a 2 mois",
    "je pars 3 semaines en vacances, échelon 9",
    "mon mari est malade 2 semaines, je suis secrétaire",
])
def test_an_absence_nobody_stands_in_for_gives_none(assistant: Assistant, question: str) -> None:
    assert "jours_ouvres_consecutifs" not in _faits(assistant, question)


@pytest.mark.parametrize(("question", "heures"), [
    ("j'ai suivi une formation hybride de 40h dans un centre extérieur", 40.0),
    ("non, c'était 24 h la formation", 24.0),
])
def test_hours_of_training_are_no_weekly_hours(assistant: Assistant, question: str, heures: float) -> None:
    faits = _faits(assistant, question)
    assert faits["heures_formation"] == heures
    assert "heures_hebdo" not in faits


@pytest.mark.parametrize(("question", "signe"), [
    ("CQP chef d'équipe atelier by VAE, nothing was signed before with my boss", False),
    ("CQP réceptionnaire eu en juin, on n'avait rien signé avant", False),
    ("on avait signé un papier avec lui avant la formation : CQP réceptionnaire = promotion", True),
])
def test_a_promise_signed_or_not(assistant: Assistant, question: str, signe: bool) -> None:
    assert _faits(assistant, question)["accord_ecrit"] is signe


@pytest.mark.parametrize("question", [
    "apprenti 2e année bac pro, je bosse comme un mécano normal, quel échelon ?",
    "i am 18, CAP second year apprenti in garage, my échelon is what?",
])
def test_an_apprentice_is_not_classed_whatever_the_diploma(assistant: Assistant, question: str) -> None:
    reponse, _ = assistant.repondre(question)
    assert reponse.positionnement is not None
    assert reponse.positionnement.outcome is Outcome.NON_CLASSE


@pytest.mark.parametrize(("question", "extrait"), [
    ("mécanicien spécialiste automobile, je pars en dépannage le week-end", "remorquage"),
    ("technicien confirmé mécanique auto, c'est moi qui forme les apprentis", "tutorat"),
    ("A.9.1, I cover reception on mondays", "réceptionnaire"),
    ("E.6.1, je remets aussi les clés au client", "livraison"),
    ("F.3.1, mon dépanneur va parfois relever des poids lourds", "relevage"),
])
def test_an_extension_told_in_other_words(assistant_officiel: Assistant, question: str, extrait: str) -> None:
    reponse, etat = assistant_officiel.repondre(question)
    siennes = " ".join(etat.situation.extensions_exercees or ())
    assert extrait in siennes
    assert "autre chose que le contenu" not in reponse.answer
    assert "beyond the fiche" not in reponse.answer


@pytest.mark.parametrize("question", [
    "mécanicien spécialiste automobile, j'ai arrêté les dépannages",
    "technicien confirmé mécanique auto, je voudrais être tuteur",
])
def test_what_is_given_up_or_wished_for_is_not_exercised(
    assistant_officiel: Assistant, question: str
) -> None:
    _, etat = assistant_officiel.repondre(question)
    assert not etat.situation.extensions_exercees


@pytest.mark.parametrize(("question", "echelon"), [
    ("contrôleur technique, agréé VL et PL, on me fait tourner sur les deux chaque semaine. "
     "échelon 9 sur fiche de paye", 10),
    ("conseillère en livraison here, 14 months now doing handovers, still paid 6. ok or not?", 9),
    ("C.20.1, I sell mainly to fleets. Right échelon?", 23),
    ("D.9.2, depuis janvier j'organise les tournées de deux autres itinérants, la fiche est-elle bonne ?", 20),
])
def test_the_fiche_s_own_rule_is_the_answer(assistant: Assistant, question: str, echelon: int) -> None:
    reponse, _ = assistant.repondre(question)
    p = reponse.positionnement
    assert p is not None
    assert p.accessibles[0].numero == echelon
    assert str(echelon) in reponse.answer.split("\n\n")[0]


def test_private_customers_first_leave_the_fiche(assistant: Assistant) -> None:
    reponse, _ = assistant.repondre(
        "vendeur automobile confirmé, je vends surtout à des particuliers et parfois à une flotte")
    assert "C.23.1 / " not in reponse.answer
    assert reponse.positionnement is None or reponse.positionnement.accessibles[0].numero == 20


def test_the_way_of_preparation_chooses_among_the_fiches(assistant_officiel: Assistant) -> None:
    reponse, _ = assistant_officiel.repondre(
        "bac pro réparation des carrosseries obtenu par alternance : quel échelon pour un tôlier ?")
    assert reponse.fiches[0] == "B.9.1"
    assert "échelon 9" in reponse.answer
