"""The tab's handlers, called as anyone could over HTTP: whatever they are given, a sentence."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import gradio as gr
import pytest
from aide_web import HOSTILES

from assistant.chat import Assistant
from assistant.settings import Settings
from assistant.web.assistant_tab import OngletAssistant
from assistant.web.dialogue import Dialogue
from assistant.web.prechauffage import Prechauffage
from assistant.web.session import AUCUNE, Session
from assistant.web.textes import Textes

QUESTION = "Je suis gestionnaire et je m'occupe de l'informatique interne. Quel échelon ?"


@pytest.fixture
def onglet(tmp_path: Path, assistant: Assistant) -> Iterator[OngletAssistant]:
    dialogue = Dialogue(Settings(data_dir=tmp_path), assistant, Prechauffage(assistant))
    with gr.Blocks(analytics_enabled=False):
        langue = gr.Radio([("Français", "fr"), ("English", "en")], value="fr")
        yield OngletAssistant(dialogue, Textes("fr"), langue, "")


def geste(donnees: object) -> Any:
    return SimpleNamespace(_data=donnees)


def derniere(onglet: OngletAssistant, etapes: Iterator[dict[Any, Any]]) -> dict[Any, Any]:
    """All updates of a handler laid over each other, as the page ends up."""
    fin: dict[Any, Any] = {}
    for etape in etapes:
        fin |= etape
    return fin


def poser(onglet: OngletAssistant, question: str = QUESTION) -> Session:
    fin = derniere(onglet, onglet.demander(question, Session(), AUCUNE, "fr"))
    session = fin[onglet.session]
    assert isinstance(session, Session)
    return session


def test_the_answer_grows_and_ends_with_what_it_rests_on(onglet: OngletAssistant) -> None:
    etapes = list(onglet.demander(QUESTION, Session(), AUCUNE, "fr"))
    vues = [etape[onglet.present] for etape in etapes if onglet.present in etape]
    assert "Échelon cherche" in vues[0]
    assert len(vues) >= 4
    assert [len(v) for v in vues[1:]] == sorted(len(v) for v in vues[1:])
    assert all("carte" not in vue for vue in vues[:-1])
    assert 'class="carte calcul"' in vues[-1]
    assert etapes[-1][onglet.identifiant] != AUCUNE
    assert etapes[0][onglet.question].value == ""


@pytest.mark.parametrize(
    "donnees",
    [
        None,
        [],
        "retirer",
        {},
        {"action": "effacer"},
        {"action": None},
        {"action": "retirer"},
        {"action": "retirer", "fait": ["fiche"]},
        {"action": "retirer", "fait": "fiche", "element": "x"},
        {"action": "retirer", "fait": "__class__"},
        *({"action": "retirer", "fait": mal, "element": mal} for mal in HOSTILES[:3]),
    ],
)
def test_a_gesture_that_makes_no_sense_gets_a_sentence(
    onglet: OngletAssistant, donnees: object
) -> None:
    session = poser(onglet)
    fin = derniere(onglet, onglet.agir(session, AUCUNE, "fr", geste(donnees)))
    assert "n&#x27;est plus possible" in fin[onglet.avis]
    assert set(fin) == {onglet.avis}


@pytest.mark.parametrize(
    "donnees",
    [{"action": "demander"}, {"action": "demander", "texte": "x" * 9999}, {"action": "repondre"}],
)
def test_a_gesture_that_is_no_question_is_refused_like_a_typed_one(
    onglet: OngletAssistant, donnees: dict[str, str]
) -> None:
    fin = derniere(onglet, onglet.agir(Session(), AUCUNE, "fr", geste(donnees)))
    assert 'class="avis"' in fin[onglet.avis]
    assert fin[onglet.session] == Session()


def test_a_closed_answer_keeps_the_language_of_the_conversation(onglet: OngletAssistant) -> None:
    fin = derniere(
        onglet, onglet.demander("I am a Gestionnaire, what échelon?", Session(), AUCUNE, "fr")
    )
    session = fin[onglet.session]
    choisie = geste({"action": "repondre", "valeur": "no"})
    fin = derniere(onglet, onglet.agir(session, AUCUNE, "fr", choisie))
    assert fin[onglet.session].tours[-1].reponse["language"] == "en"


def test_stop_gives_the_question_back_or_the_whole_answer(onglet: OngletAssistant) -> None:
    etapes = onglet.demander(QUESTION, Session(), AUCUNE, "fr")
    attente = next(etapes)[onglet.session]
    arret = onglet.arreter_tout(attente, AUCUNE, "fr")
    assert arret[onglet.question].value == QUESTION
    assert arret[onglet.session].tours == ()
    assert arret[onglet.identifiant] == AUCUNE, "nothing of it is kept"

    premiere = next(etapes)[onglet.session]
    arret = onglet.arreter_tout(premiere, AUCUNE, "fr")
    assert 'class="carte calcul"' in arret[onglet.present]
    assert arret[onglet.session].gardes == 1


def test_a_restarted_server_finds_the_page_again(onglet: OngletAssistant) -> None:
    session = poser(onglet)
    vue = onglet.retrouver(Session(), session.identifiant, "fr")
    assert vue[onglet.session] == session
    assert "23" in vue[onglet.present]
    for faux in (None, 3, {"a": 1}, "inconnue"):
        vue = onglet.retrouver(Session(), faux, "fr")  # type: ignore[arg-type]
        assert set(vue) == {onglet.avis}, "nothing is redrawn where nothing comes back"
    assert "would you like" in onglet.retrouver(Session(), AUCUNE, "en")[onglet.present]
    deja = session.attendre("Et avec un BTS ?")
    assert set(onglet.retrouver(deja, session.identifiant, "en")) == {onglet.avis}
