"""The Assistant tab: question, streamed answer with what it rests on, gestures on it."""

import time
from collections.abc import Iterator
from typing import Any

import gradio as gr

from assistant.web import rendu
from assistant.web.dialogue import Dialogue, GesteImpossible
from assistant.web.session import AUCUNE, Session
from assistant.web.textes import Textes
from assistant.web.theme import NU, memoire
from assistant.web.vue import Vue

__all__ = ["OngletAssistant"]

PAUSE_S = 0.045
"""Between two pieces of an answer: long enough to be followed, short enough not to wait for."""

PAS_S = 0.5
"""Between two looks at how far the server's preparation is."""

A_LA_FOIS = 4
"""Answers worked out at the same time; further questions queue."""

Maj = dict[Any, Any]


class OngletAssistant:
    """Components of the tab and the handlers of its events.

    Every handler can be called over HTTP by anyone who reaches the page: each checks what it
    is given, and answers with a sentence of the page, never with an exception.
    """

    def __init__(self, dialogue: Dialogue, t: Textes, langue: gr.Radio, script: str) -> None:
        self._dialogue = dialogue
        self._vue = Vue(dialogue.savoir)
        self._langue = langue
        self._t = t
        self.session = gr.State(Session())
        self.identifiant = memoire("conversation", AUCUNE)
        with gr.Column(elem_id="conversation"):
            self.passe = gr.HTML("", elem_id="passe", js_on_load=script, **NU)
            accueil = self._vue.present(Session(), t)
            self.present = gr.HTML(accueil, elem_id="present", js_on_load=script, **NU)
            self.avis = gr.HTML("", elem_id="avis", **NU)
        with gr.Row(elem_id="saisie"):
            self.nouvelle = gr.Button(t("saisie.nouvelle"), elem_id="nouvelle", visible=False)
            self.question = gr.Textbox(
                lines=1,
                max_lines=6,
                label=t("saisie.etiquette"),
                placeholder=t("saisie.invite"),
                elem_id="zone",
                container=False,
                scale=1,
                autofocus=True,
            )
            self.envoyer = gr.Button(t("saisie.envoyer"), variant="primary", elem_id="envoyer")
            self.arreter = gr.Button(t("saisie.arreter"), elem_id="arreter", visible=False)

    def brancher(self, page: gr.Blocks, choisie: gr.BrowserState) -> None:
        """Tie the events to the handlers; `choisie` is the language chosen at the last visit."""
        commun: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
        connus = [self.session, self.identifiant, self._langue]
        tout = [
            self.session, self.identifiant, self.passe, self.present, self.avis,
            self.question, self.envoyer, self.arreter, self.nouvelle,
        ]  # fmt: skip
        long: dict[str, Any] = {
            **commun, "concurrency_limit": A_LA_FOIS, "concurrency_id": "reponse",
            "trigger_mode": "once",
        }  # fmt: skip
        ecrite = gr.on(
            [self.question.submit, self.envoyer.click],
            self.demander, [self.question, *connus], tout, **long,
        )  # fmt: skip
        geste = self.present.select(self.agir, connus, tout, **long)
        self.arreter.click(self.arreter_tout, connus, tout, cancels=[ecrite, geste], **commun)
        self.nouvelle.click(self.recommencer, [self._langue], tout, **commun)
        # One event sets language and conversation: two would overwrite each other's words.
        memoire = [self.session, self.identifiant, choisie]
        page.load(self.retrouver, memoire, [*tout, self._langue], **commun)
        self._langue.change(self.traduire, connus, tout, queue=False, **commun)

    # Handlers

    def demander(
        self, texte: str, session: Session, identifiant: str, langue: str
    ) -> Iterator[Maj]:
        """Answer what was typed."""
        yield from self._repondre(str(texte or ""), session, identifiant, langue, None)

    def agir(
        self, session: Session, identifiant: str, langue: str, evenement: gr.EventData
    ) -> Iterator[Maj]:
        """Do what a button in the conversation says."""
        donnees = evenement._data if isinstance(evenement._data, dict) else {}
        action = donnees.get("action")
        if action == "demander":
            texte = str(donnees.get("texte", ""))
            yield from self._repondre(texte, session, identifiant, langue, None)
        elif action == "repondre":
            valeur = str(donnees.get("valeur", ""))
            yield from self._repondre(valeur, session, identifiant, langue, self._parlee(session))
        elif action == "retirer":
            yield from self._retirer(donnees, session, identifiant, langue)
        else:
            yield {self.avis: rendu.avis(Textes(langue)("avis.geste"))}

    def arreter_tout(self, session: Session, identifiant: str, langue: str) -> Maj:
        """After Stop: the question back in the box, or the answer whole if it was there."""
        t = Textes(langue)
        question = session.en_attente
        session = self._dialogue.garder(session.interrompue())
        dit = t("avis.arrete") if question else t("avis.interrompue")
        maj = self._tout(session, t)
        maj[self.avis] = rendu.avis(dit)
        if question:
            maj[self.question] = gr.Textbox(value=question)
        return maj

    def recommencer(self, langue: str) -> Maj:
        """Begin a new conversation; the one before stays in the store."""
        return {**self._tout(Session(), Textes(langue)), self.question: gr.Textbox(value="")}

    def retrouver(self, session: Session, identifiant: str, langue: str) -> Maj:
        """When the page opens: the language and the conversation this browser had last.

        Where there is nothing to restore, nothing is redrawn: a busy server may be slow to open
        the page, and the person has perhaps asked something already.
        """
        t = Textes(langue)
        repris = self._session(session, identifiant)
        if session != Session() or (repris == Session() and t.langue == self._t.langue):
            return {self.avis: ""}
        return {**self._tout(repris, t), self._langue: t.langue}

    def traduire(self, session: Session, identifiant: str, langue: str) -> Maj:
        """The tab's own words in another language; answers stay in the language they were given."""
        t = Textes(langue)
        return {
            **self._tout(self._session(session, identifiant), t),
            self.question: gr.Textbox(label=t("saisie.etiquette"), placeholder=t("saisie.invite")),
            self.envoyer: gr.Button(t("saisie.envoyer")),
            self.arreter: gr.Button(t("saisie.arreter")),
            self.nouvelle: gr.Button(t("saisie.nouvelle")),
        }

    # What they share

    def _repondre(
        self, texte: str, session: Session, identifiant: str, langue: str, parlee: str | None
    ) -> Iterator[Maj]:
        t = Textes(langue)
        avant = self._session(session, identifiant)
        if self._dialogue.montrable(texte):
            yield from self._attendre(avant.attendre(texte), t)
        try:
            apres = self._dialogue.repondre(avant, texte, parlee)
        except ValueError as erreur:  # no question at all: back in the box, to be put right
            refus = {self.question: gr.Textbox(value=texte), self.avis: rendu.avis(str(erreur))}
            yield {**self._tout(avant, t), **refus}
            return
        yield from self._montrer(apres, t)

    def _retirer(
        self, donnees: dict[str, Any], session: Session, identifiant: str, langue: str
    ) -> Iterator[Maj]:
        t = Textes(langue)
        avant = self._session(session, identifiant)
        fait, element = str(donnees.get("fait", "")), donnees.get("element")
        try:
            apres = self._dialogue.retirer(avant, fait, None if element is None else str(element))
        except GesteImpossible:
            yield {self.avis: rendu.avis(t("avis.geste"))}
            return
        yield from self._montrer(apres, t)

    def _session(self, session: Session, identifiant: str) -> Session:
        """The page's session; from the store when the server has forgotten it (a restart)."""
        if session.tours or session.en_attente or not isinstance(identifiant, str):
            return session
        return self._dialogue.reprendre(identifiant)

    def _parlee(self, session: Session) -> str | None:
        """The language of the last answer: "oui" alone does not tell."""
        return str((session.dernier.reponse or {}).get("language")) if session.dernier else None

    def _attendre(self, session: Session, t: Textes) -> Iterator[Maj]:
        """Show the question; where the server is still getting ready, how far it is."""
        attente = {
            **self._tout(session, t),
            self.envoyer: gr.Button(visible=False),
            self.arreter: gr.Button(visible=True),
        }
        yield {**attente, self.question: gr.Textbox(value="")}
        prechauffage = self._dialogue.prechauffage
        while not prechauffage.attendre(PAS_S):
            etape = self._vue.present(session, t, preparation=prechauffage)
            yield {**attente, self.present: etape}

    def _montrer(self, session: Session, t: Textes) -> Iterator[Maj]:
        """Show a verified answer piece by piece, then with all that it rests on."""
        reponse = session.tours[-1].reponse or {}
        premiere, *suite = rendu.morceaux(str(reponse.get("answer") or ""))
        yield {
            self.session: session,
            self.passe: self._vue.passe(session),
            self.present: self._vue.present(session, t, premiere),
        }
        # A question that was stopped gets no further than the line above: it is not kept.
        session = self._dialogue.garder(session)
        yield {self.session: session, self.identifiant: session.identifiant or AUCUNE}
        for partie in suite[:-1]:
            time.sleep(PAUSE_S)
            yield {self.present: self._vue.present(session, t, partie)}
        yield self._tout(session, t)

    def _tout(self, session: Session, t: Textes) -> Maj:
        return {
            self.session: session,
            self.identifiant: session.identifiant or AUCUNE,
            self.passe: self._vue.passe(session),
            self.present: self._vue.present(session, t),
            self.avis: "",
            self.envoyer: gr.Button(visible=True),
            self.arreter: gr.Button(visible=False),
            self.nouvelle: gr.Button(visible=bool(session.tours)),
        }
