"""What a turn does with the last answer: thanks, doubt, why, where, in short, what is owed."""

from __future__ import annotations

import json

import pytest

from assistant.chat import Assistant, Behaviour, Etat, Reponse

TECHNICIEN = "Technicien confirmé mécanique auto, quel échelon ?"
MINIMUM = "échelon 9 on doit toucher combien au minimum"


def mener(assistant: Assistant, *tours: str) -> tuple[Reponse, Etat]:
    etat = Etat()
    for tour in tours:
        reponse, etat = assistant.repondre(tour, etat)
        etat = Etat.depuis_dict(json.loads(json.dumps(etat.en_dict())))
    return reponse, etat


@pytest.mark.parametrize("tour", [
    "super merci pour tout", "thx", "vous servez à rien", "c'est nul ton truc", "bon tant pis", "never mind",
    "vraiment ?", "hello", "bah oui", "en gros ?", "un peu",
])
def test_nobody_is_greeted_again_in_the_middle_of_a_conversation(
    assistant_officiel: Assistant, tour: str
) -> None:
    reponse, etat = mener(assistant_officiel, TECHNICIEN, tour)
    assert "Je suis Échelon" not in reponse.answer
    assert "I am Échelon" not in reponse.answer
    assert etat.situation.fiche == "A.9.1"
    assert etat.fait_demande == "extensions_exercees"


@pytest.mark.parametrize(("tours", "dits"), [
    ((TECHNICIEN, "pk c pas 12 ?"), ("A.12.2", "classée échelon 9")),
    ((TECHNICIEN, "why not 12?"), ("A.12.2",)),
    ((TECHNICIEN, "pourquoi pas 10"), ("échelon majoré", "3.02 d")),
    ((TECHNICIEN, "pourquoi ?"), ("Pourquoi", "3.02 a")),
    ((TECHNICIEN, "mon chef m'a dit que c'était 11"), ("Je maintiens", "majoré")),
    ((TECHNICIEN, "vous êtes certain de ça ?"), ("Je maintiens", "A.9.1")),
    ((TECHNICIEN, "juste le chiffre stp"), ("échelon 9.",)),
    ((TECHNICIEN, "en deux mots ?"), ("En bref", "A.9.1", "2 080")),
    ((TECHNICIEN, "could you repeat in english"), ("minimum base pay", "category")),
    ((TECHNICIEN, "je lui demande quoi alors au patron"), ("Demandez par écrit", "A.9.1", "échelon 9")),
    ((TECHNICIEN, "c'est dû ou pas, les majorés ?"), ("Non", "10 ou 11", "3.02 a")),
    ((TECHNICIEN, "ça change quoi ?"), ("échelon 10", "échelon 11")),
    ((MINIMUM, "d'où ça vient ?"), ("n° 109",)),
    ((MINIMUM, "il me manque combien ?"), ("2 080", "salaire de base")),
    (("dépanneur remorqueur VL, mini ?", "et le PL ?", "la différence ?"), ("76 €", "F.3.1", "F.6.1")),
    (("mécano moto, quel échelon ?", "vous êtes nuls", "le chiffre"), ("3 ou 6",)),
])
def test_the_last_answer_is_what_the_turn_is_about(
    assistant_officiel: Assistant, tours: tuple[str, ...], dits: tuple[str, ...]
) -> None:
    reponse, _ = mener(assistant_officiel, *tours)
    dite = reponse.answer.lower().replace("\u202f", " ")
    for attendu in dits:
        assert attendu.lower() in dite, reponse.answer


def test_an_echelon_that_is_none_stays_none_however_much_it_is_sworn(assistant: Assistant) -> None:
    reponse, _ = mener(assistant, "minimum échelon 15 ?", "je te jure, je l'ai sous les yeux")
    assert reponse.behaviour is Behaviour.CORRECT_PREMISE


def test_what_stands_in_question_is_asked_again_with_what_each_answer_changes(
    assistant_officiel: Assistant,
) -> None:
    reponse, etat = mener(assistant_officiel, TECHNICIEN, "parfois")
    assert "10 ou 11" in reponse.answer
    assert [m.fait for m in reponse.missing] == ["extensions_exercees"]
    assert etat.fait_demande == "extensions_exercees"


@pytest.mark.parametrize("tour", [
    "merci, et pour un peintre confirmé ?", "ok et le minimum ?", "pourquoi mon patron refuse de me payer ?",
    "quelle différence entre démission et licenciement ?", "la différence entre 20 et 21 ?",
    "quel article parle de la suppléance ?", "combien de temps de préavis il me doit",
    "si mon patron refuse je fais quoi ?", "juste l'échelon d'un peintre confirmé", "et à mi-temps ?",
    "je demande quoi comme diplôme pour devenir expert ?", "oui je fais aussi la facturation",
    "merci je lave aussi les voitures", "c'est obligatoire un diplôme ?", "t'es un robot ?",
    "et pourquoi il n'y a pas d'échelon 13 ?",
])
def test_a_turn_with_a_subject_of_its_own_is_answered_for_itself(
    assistant_officiel: Assistant, tour: str
) -> None:
    _, avant = mener(assistant_officiel, TECHNICIEN)
    _, apres = assistant_officiel.repondre(tour, avant)
    assert apres.dernier != avant.dernier or apres.intention != avant.intention or "robot" in tour


def test_the_first_words_of_a_conversation_are_no_act(assistant: Assistant) -> None:
    reponse, _ = assistant.repondre("merci")
    assert "Je suis Échelon" in reponse.answer
