"""Gestures on the page with the real assistant and the real store, without a browser."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.chat import Assistant, QuestionInvalide
from assistant.settings import Settings
from assistant.store import Magasin
from assistant.web.dialogue import Dialogue, GesteImpossible
from assistant.web.prechauffage import Prechauffage
from assistant.web.session import AUCUNE, Session
from assistant.web.textes import Textes
from assistant.web.vue import Vue

QUESTION = "Je suis gestionnaire, je m'occupe de l'informatique interne et je n'ai pas de diplôme."
FR = Textes("fr")


@pytest.fixture
def reglages(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path / "donnees")


@pytest.fixture
def dialogue(reglages: Settings, assistant: Assistant) -> Dialogue:
    """A store of its own over the assistant that all tests share."""
    return Dialogue(reglages, assistant, Prechauffage(assistant))


@pytest.fixture
def demander(dialogue: Dialogue) -> Callable[[Session, str], Session]:
    return lambda session, question: dialogue.garder(dialogue.repondre(session, question))


Demander = Callable[[Session, str], Session]


def situation(session: Session) -> dict[str, object]:
    assert session.dernier
    assert session.dernier.reponse
    return {n: f["valeur"] for n, f in session.dernier.reponse["situation"].items()}


def test_turns_follow_each_other_and_are_found_again(
    dialogue: Dialogue, demander: Demander, reglages: Settings, assistant: Assistant
) -> None:
    session = demander(demander(Session(), "Je suis gestionnaire."), "Et l'informatique interne ?")
    assert situation(session)["fiche"] == "Z.23.1"
    assert session.gardes == 2
    autre = Dialogue(reglages, assistant, Prechauffage(assistant)).reprendre(session.identifiant)
    assert autre == session


@pytest.mark.parametrize("identifiant", ["", AUCUNE, "jamais-vue", "'; drop table tours; --"])
def test_an_unknown_conversation_is_an_empty_page(dialogue: Dialogue, identifiant: str) -> None:
    assert dialogue.reprendre(identifiant) == Session()


def test_a_removed_fact_is_gone_from_answer_and_state(
    dialogue: Dialogue, demander: Demander
) -> None:
    session = demander(Session(), QUESTION)
    assert session.dernier
    assert session.dernier.reponse
    assert session.dernier.reponse["outcome"] == "majore_possible"
    sans = dialogue.retirer(session, "extensions_exercees", "informatique interne")
    assert sans.dernier
    assert sans.dernier.reponse
    assert sans.dernier.question.startswith("Retirer «")
    assert "informatique interne" in sans.dernier.question
    assert not situation(sans).get("extensions_exercees")
    assert sans.dernier.reponse["outcome"] != "majore_possible"
    manques = sans.dernier.reponse["missing"]
    assert (sans.etat or {})["fait_demande"] == (manques[0]["fait"] if manques else None)
    apres = demander(sans, "Quel est mon échelon ?")
    assert not situation(apres).get("extensions_exercees")
    assert situation(apres)["fiche"] == "Z.23.1"


@pytest.mark.parametrize(
    ("fait", "element"),
    [("age", None), ("", None), ("fiche", "Z.23.1"), ("extensions_exercees", "autre chose")],
)
def test_what_the_conversation_does_not_hold_cannot_be_removed(
    dialogue: Dialogue, demander: Demander, fait: str, element: str | None
) -> None:
    with pytest.raises(GesteImpossible):
        dialogue.retirer(Session(), fait, element)
    with pytest.raises(GesteImpossible):
        dialogue.retirer(demander(Session(), QUESTION), fait, element)


def test_removing_every_fact_one_by_one_never_fails(dialogue: Dialogue, demander: Demander) -> None:
    session = demander(Session(), QUESTION)
    for _ in range(10):
        faits = situation(session)
        if not faits:
            break
        session = dialogue.retirer(session, next(iter(faits)))
        assert session.tours[-1].reponse, session.tours[-1].erreur
    assert situation(session) == {}


def test_no_question_is_refused_and_changes_nothing(dialogue: Dialogue) -> None:
    for rien in ("", "  \n", "a" * 100_000, "\x00\x01\x02"):
        with pytest.raises(QuestionInvalide):
            dialogue.repondre(Session(), rien)


def test_without_a_store_the_conversation_goes_on_says_so_and_is_kept_later(
    dialogue: Dialogue, demander: Demander, reglages: Settings
) -> None:
    reglages.data_dir.write_text("un fichier à la place du dossier")
    session = demander(Session(), QUESTION)
    assert session.dernier
    assert session.dernier.reponse
    assert session.panne
    assert session.panne.cause == "lecture_seule"
    vue = Vue(dialogue.savoir)
    dit = vue.present(session, FR)
    assert "pas enregistrée" in dit
    assert str(reglages.data_dir) in dit

    reglages.data_dir.unlink()
    suite = demander(session, "Quel est le minimum de l'échelon 24 ?")
    assert suite.panne is None
    assert "pas enregistrée" not in vue.present(suite, FR)
    assert [t.question for t in dialogue.reprendre(suite.identifiant).tours] == [
        QUESTION,
        "Quel est le minimum de l'échelon 24 ?",
    ]


def test_a_damaged_store_is_left_alone_and_said(
    dialogue: Dialogue, demander: Demander, reglages: Settings
) -> None:
    reglages.data_dir.mkdir()
    fichier = reglages.data_dir / "conversations.sqlite"
    fichier.write_bytes(b"abime" * 1000)
    session = demander(Session(), QUESTION)
    assert session.panne
    assert session.panne.cause == "abimee"
    assert fichier.read_bytes() == b"abime" * 1000
    assert "damaged" in Vue(dialogue.savoir).present(session, Textes("en"))


def test_a_conversation_deleted_elsewhere_is_kept_anew_as_a_whole(
    dialogue: Dialogue, demander: Demander, reglages: Settings
) -> None:
    session = demander(Session(), QUESTION)
    Magasin.ouvrir(reglages).supprimer(session.identifiant)
    suite = demander(session, "Et avec un BTS ?")
    assert suite.identifiant != session.identifiant
    assert len(dialogue.reprendre(suite.identifiant).tours) == 2


def test_an_error_nobody_foresaw_becomes_a_sentence_with_another_try(
    dialogue: Dialogue, demander: Demander, caplog: pytest.LogCaptureFixture
) -> None:
    session = demander(Session(), QUESTION)
    dernier = session.tours[-1]
    casse = replace(session, tours=(replace(dernier, etat={"situation": {"fiche": 3}}),))
    apres = dialogue.repondre(casse, "Et avec un BTS ?")
    assert apres.tours[-1].reponse is None
    html = Vue(dialogue.savoir).present(apres, FR)
    assert "une erreur est survenue" in html
    assert 'data-texte="Et avec un BTS ?"' in html
    assert "Traceback" in caplog.text
    assert dialogue.garder(apres).gardes <= 1, "an error is no turn of the history"
    repris = apres.attendre("Et avec un BTS ?")
    assert len(repris.tours) == 1, "another try takes the place of the failed one"


def test_four_threads_share_one_assistant_and_one_store(
    dialogue: Dialogue, reglages: Settings
) -> None:
    from concurrent.futures import ThreadPoolExecutor

    def converser(n: int) -> Session:
        session = Session()
        for question in (QUESTION, f"Quel est le minimum de l'échelon {20 + n} ?", "Merci"):
            session = dialogue.garder(dialogue.repondre(session, question))
        return session

    with ThreadPoolExecutor(4) as fils:
        sessions = list(fils.map(converser, range(4)))
    for n, session in enumerate(sessions):
        assert str(20 + n) in (session.tours[1].reponse or {})["answer"]
        assert dialogue.reprendre(session.identifiant) == session
    with sqlite3.connect(reglages.data_dir / "conversations.sqlite") as connexion:
        assert connexion.execute("SELECT count(*) FROM tours").fetchone() == (12,)
