"""From a gesture on the page to the next session: asks the assistant, keeps it in the store."""

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from assistant.settings import Settings
from assistant.web.prechauffage import Prechauffage
from assistant.web.rendu import Savoir
from assistant.web.rendu.faits import en_mots, nom_du_fait
from assistant.web.session import AUCUNE, Panne, Session, Tour
from assistant.web.textes import Textes

if TYPE_CHECKING:
    from assistant.chat import Assistant, Etat, Reponse
    from assistant.corpus import KnowledgeBase
    from assistant.store import Magasin

__all__ = ["Dialogue", "GesteImpossible"]

_journal = logging.getLogger(__name__)


class GesteImpossible(ValueError):
    """The page was asked for something that its conversation does not allow (any more)."""


class Dialogue:
    """The assistant and the store as the page uses them; shared by all open pages."""

    def __init__(
        self, settings: Settings, assistant: "Assistant", prechauffage: Prechauffage
    ) -> None:
        self.prechauffage = prechauffage
        self._settings = settings
        self._assistant = assistant
        self._ouvert: Magasin | None = None
        self.savoir = savoir_de(assistant.kb)

    def montrable(self, question: str) -> bool:
        """Whether a question may stand in the conversation while it is looked at."""
        return 0 < len(question.strip()) <= self._settings.max_question

    def repondre(self, session: Session, question: str, langue: str | None = None) -> Session:
        """Answer a question; `langue` None follows the question's own.

        Raises ValueError (QuestionInvalide) with a sentence when it is no question at all; any
        other failure becomes a turn that says so.
        """
        return self._tour(
            session, question, lambda etat: self._assistant.repondre(question, etat, langue)
        )

    def retirer(self, session: Session, fait: str, element: str | None = None) -> Session:
        """Forget one fact (or one item of a list) and compute again on those that are left.

        Raises `GesteImpossible` when the conversation holds no such fact.
        """
        situation = (session.dernier.reponse or {}).get("situation") if session.dernier else None
        if not situation or fait not in situation or not session.dernier:
            raise GesteImpossible(fait)
        langue = str((session.dernier.reponse or {}).get("language") or "fr")
        valeur = situation[fait].get("valeur")
        reste = None if element is None else _sans(valeur, element)
        faits = {n: f["valeur"] for n, f in situation.items() if n != fait}
        if reste:
            faits[fait] = reste

        def recalculer(etat: "Etat | None") -> "tuple[Reponse, Etat]":
            assert etat is not None  # a turn with an answer has one
            apres = etat.avec_fait(fait, reste) if reste else etat.sans_fait(fait)
            reponse = self._assistant.repondre_faits(faits, langue)
            demande = reponse.missing[0].fait if reponse.missing else None
            return reponse, replace(apres, fait_demande=demande)

        return self._tour(session, self._retrait(fait, element or valeur, langue), recalculer)

    def _retrait(self, fait: str, valeur: object, langue: str) -> str:
        """The removal of a fact as it stands in the conversation, in place of a question."""
        t = Textes(langue)
        return t("faits.retire", fait=nom_du_fait(fait, en_mots(valeur, fait, t, self.savoir), t))

    def _tour(
        self,
        session: Session,
        question: str,
        calculer: "Callable[[Etat | None], tuple[Reponse, Etat]]",
    ) -> Session:
        from assistant.chat import Etat, QuestionInvalide

        try:
            avant = Etat.depuis_dict(session.etat) if session.etat is not None else None
            reponse, etat = calculer(avant)
            tour = Tour(question, reponse.en_dict(), etat.en_dict())
        except QuestionInvalide:
            raise
        except Exception as erreur:
            tour = Tour(question, erreur=self._expliquer(erreur))
        return session.avec(tour)

    def _expliquer(self, erreur: Exception) -> str:
        """Our own errors carry their sentence; "" stands for one that nobody foresaw."""
        if type(erreur).__module__.startswith("assistant."):
            return str(erreur)
        _journal.error("Question restée sans réponse", exc_info=erreur)
        return ""

    def garder(self, session: Session) -> Session:
        """Keep in the store the turns it lacks; on failure the session goes on and says why."""
        from assistant.store import Cause, ErreurMagasin

        a_garder = [tour for tour in session.tours[session.gardes :] if tour.reponse]
        if not a_garder:
            return session
        try:
            return self._garder(session, a_garder)
        except ErreurMagasin as erreur:
            if erreur.cause is Cause.INCONNUE:  # deleted elsewhere: what is open begins anew
                return self.garder(replace(session, identifiant="", gardes=0))
            _journal.warning("%s", erreur)
            return replace(session, panne=Panne(erreur.cause.value, erreur.chemin))

    def _garder(self, session: Session, tours: list[Tour]) -> Session:
        magasin = self._magasin()
        identifiant = session.identifiant or magasin.nouvelle()
        for tour in tours:
            magasin.ajouter_tour(identifiant, tour.question, tour.reponse or {}, tour.etat or {})
        return replace(session, identifiant=identifiant, gardes=len(session.tours), panne=None)

    def reprendre(self, identifiant: str) -> Session:
        """The conversation of this id as it was kept; an empty session when it cannot be had."""
        if identifiant in ("", AUCUNE):
            return Session()
        from assistant.store import ErreurMagasin

        try:
            tours = self._magasin().tours(identifiant)
        except ErreurMagasin as erreur:
            _journal.warning("%s", erreur)
            return Session(identifiant, panne=Panne(erreur.cause.value, erreur.chemin))
        gardes = tuple(Tour(t.question, t.reponse, t.etat) for t in tours)
        return Session(identifiant if gardes else "", gardes, len(gardes))

    def _magasin(self) -> "Magasin":
        """The store, opened when first needed and tried again after a failure.

        Imported late: SQLAlchemy would make the first page wait.
        """
        from assistant.store import Magasin

        if self._ouvert is None:
            self._ouvert = Magasin.ouvrir(self._settings)
        return self._ouvert


def savoir_de(kb: "KnowledgeBase") -> Savoir:
    """What the page shows of the knowledge."""
    fiches = {c: f"{f.titres[0]} ({c})" if f.titres else c for c, f in kb.fiches.items()}
    entieres = tuple(c for c, f in kb.fiches.items() if f.texte_connu)
    return Savoir({p.id: p.texte for p in kb.passages}, fiches, entieres)


def _sans(valeur: Any, element: str) -> list[Any]:
    """A list without one of its items; raises `GesteImpossible` when it is not in it."""
    elements = list(valeur) if isinstance(valeur, list | tuple) else []
    reste = [v for v in elements if str(v) != element]
    if reste == elements:
        raise GesteImpossible(element)
    return reste
