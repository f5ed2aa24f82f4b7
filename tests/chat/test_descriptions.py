"""People who tell what they do, as they write it."""

from __future__ import annotations

import pytest

from assistant.chat import Assistant, Etat
from assistant.chat.comprendre.description import DEDUITE

PNEUS = "je démonte, je monte et j'équilibre les pneus des camions, et je pars en dépannage crevaison. quel échelon ?"


def test_a_clear_description_gives_its_fiche_and_says_it_is_deduced(assistant: Assistant) -> None:
    r, etat = assistant.repondre(
        "je fais les leçons de conduite en voiture, code en salle, bilan de fin de séance. jsuis quoi ?"
    )
    assert (r.behaviour, r.fiches[0]) == ("answer", "K.9.5")
    assert "D'après ce que vous décrivez" in r.answer
    assert "9" in r.answer
    assert etat.situation.origines["fiche"] == DEDUITE
    assert etat.situation.description is not None


@pytest.mark.parametrize("question", [
    PNEUS,
    "je change des pneu poid lour, equilibrage, et jinterviens sur la route qd un routier creve",
    "I fit and balance lorry tyres and change punctures at the roadside, what step am I?",
])
def test_spelling_and_language_do_not_matter(question: str, assistant: Assistant) -> None:
    r, _ = assistant.repondre(question)
    assert {"A.6.4", "A.3.4"} & set(r.fiches[:3])


def test_its_proof_is_quoted_from_the_fiche(assistant_officiel: Assistant) -> None:
    r, _ = assistant_officiel.repondre(PNEUS)
    siennes = [c for c in r.citations if c.fiche == r.fiches[0]]
    assert any(c.quote and c.quote.rstrip(" ;.,") in r.answer for c in siennes)


def test_naming_the_job_is_no_description(assistant: Assistant) -> None:
    r, etat = assistant.repondre("Je suis gestionnaire, titulaire d'un BTS, quel échelon ?")
    assert r.fiches == ("Z.23.1",)
    assert etat.situation.description is None


def test_a_colleague_s_job_in_the_story_is_not_theirs(assistant: Assistant) -> None:
    r, _ = assistant.repondre(
        "je lave et j'aspire les voitures avant que le vendeur les livre, le chef regarde après. échelon ?"
    )
    assert r.fiches[0] == "E.3.1"


def test_two_jobs_are_told_both_with_what_follows(assistant: Assistant) -> None:
    r, _ = assistant.repondre(
        "Je tiens la caisse d'une station et je livre aussi les voitures de location : contrat, caution, état des lieux."
    )
    assert {"I.3.1", "J.3.1"} <= set(r.fiches[:3])
    assert any("3.02" in (c.article or "") for c in r.citations)


def test_the_facts_of_a_story_are_not_the_person_s(assistant: Assistant) -> None:
    _, etat = assistant.repondre(
        "Je répare les carrosseries, je redresse et je soude, je forme l'apprenti et je remplace parfois le chef."
    )
    assert etat.situation.statut is None
    assert etat.situation.jours_ouvres_consecutifs is None


def test_a_vague_one_is_not_classed(assistant: Assistant) -> None:
    r, _ = assistant.repondre("je bosse dans un garage et je fais un peu de tout, quel échelon ?")
    assert r.positionnement is None or r.positionnement.reference is None


ENTRE_DEUX = (
    "je dirige l'atelier, je fais les plannings et les entretiens, le patron fixe le budget",
    "je fais de la peinture en cabine et je prépare les supports, quel échelon",
    "je travaille dans un parking, j'accueille, je fais des rondes et j'encaisse, parfois seul",
    "je fais les saisies comptables, les factures et les relances",
    "je tiens la caisse de la station et je gère le stock et les commandes avec le gérant",
    "je vends des pièces au comptoir et je tiens le stock, je fais quelques commandes",
)


def separee(assistant: Assistant) -> tuple[str, Etat]:
    """A description that two fiches share, and the question that parts them."""
    for dite in ENTRE_DEUX:
        r, etat = assistant.repondre(dite)
        if etat.separation is not None:
            assert r.behaviour == "ask"
            assert len(r.missing[0].choix) == 3
            return r.missing[0].question, etat
    pytest.fail("aucune de ces descriptions n'est plus entre deux fiches : en trouver d'autres")


def test_yes_and_no_lead_to_the_two_fiches(assistant: Assistant) -> None:
    _, etat = separee(assistant)
    assert etat.separation is not None
    for dit, code in zip(("oui", "non pas vraiment"), etat.separation, strict=True):
        r, suite = assistant.repondre(dit, etat)
        assert r.fiches[0] == code
        assert suite.situation.fiche == code


def test_i_do_not_know_is_an_answer_and_it_is_not_asked_again(assistant: Assistant) -> None:
    question, etat = separee(assistant)
    r, suite = assistant.repondre("je ne sais pas", etat)
    assert question not in r.answer
    assert suite.separation is None


def test_the_state_survives_a_restart(assistant: Assistant) -> None:
    _, etat = separee(assistant)
    assert Etat.depuis_dict(etat.en_dict()) == etat
