"""The door to the conversations: opened by the page and the command line."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self
from uuid import uuid4

from sqlalchemy import Engine, delete, func, select
from sqlalchemy.orm import Session

from assistant.store.base import mettre_a_niveau, moteur
from assistant.store.erreurs import Cause, ErreurMagasin, traduire
from assistant.store.tables import Conversation, Tour

if TYPE_CHECKING:
    from assistant.settings import Settings

__all__ = ["FICHIER", "ConversationEnregistree", "Magasin", "TourEnregistre"]

FICHIER = "conversations.sqlite"
_TITRE_MAX = 80


@dataclass(frozen=True, slots=True)
class ConversationEnregistree:
    """A line of the history; `titre` is the beginning of the first question."""

    id: str
    titre: str
    cree_le: datetime
    modifie_le: datetime
    tours: int


@dataclass(frozen=True, slots=True)
class TourEnregistre:
    """One turn as it was answered; `numero` counts from 1."""

    numero: int
    question: str
    reponse: dict[str, Any]
    etat: dict[str, Any]
    provenance: dict[str, Any]
    cree_le: datetime


class Magasin:
    """Conversations in `<data_dir>/conversations.sqlite`, shared by threads and processes.

    Every method raises `ErreurMagasin`, and then has changed nothing.
    """

    def __init__(self, engine: Engine, chemin: Path) -> None:
        self._engine = engine
        self.chemin = chemin
        self._fichier = self._identite()

    @classmethod
    def ouvrir(cls, settings: "Settings") -> Self:
        """Open the store of these settings, creating the file or bringing it up to date."""
        chemin = Path(settings.data_dir) / FICHIER
        engine = moteur(chemin)
        with traduire(chemin):
            mettre_a_niveau(engine, chemin)
        return cls(engine, chemin)

    def fermer(self) -> None:
        """Close the connections; the store can be used again, it opens new ones."""
        self._engine.dispose()

    def nouvelle(self) -> str:
        """Begin a conversation and return its id (32 hex digits, not guessable)."""
        identifiant, instant = uuid4().hex, _maintenant()
        with self._session(ecriture=True) as session:
            session.add(Conversation(id=identifiant, titre="", cree_le=instant, modifie_le=instant))
        return identifiant

    def etat(self, identifiant: str) -> dict[str, Any] | None:
        """The facts understood so far; None before the first turn or when there is no such id."""
        with self._session() as session:
            conversation = session.get(Conversation, identifiant)
            return conversation.etat if conversation else None

    def ajouter_tour(
        self, identifiant: str, question: str, reponse: dict[str, Any], etat: dict[str, Any]
    ) -> int:
        """Keep a turn and the facts after it, both or neither; returns its number."""
        with self._session(ecriture=True) as session:
            conversation = self._conversation(session, identifiant)
            dernier = session.scalar(
                select(func.max(Tour.numero)).where(Tour.conversation_id == identifiant)
            )
            numero = (dernier or 0) + 1
            session.add(
                Tour(
                    conversation_id=identifiant,
                    numero=numero,
                    question=_ecrivable(question),
                    reponse=reponse,
                    etat=etat,
                    provenance=reponse.get("provenance") or {},
                    cree_le=_maintenant(),
                )
            )
            conversation.titre = conversation.titre or _titre(question)
            conversation.etat = etat
            conversation.modifie_le = _maintenant()
        return numero

    def remplacer_etat(self, identifiant: str, etat: dict[str, Any]) -> None:
        """Replace the facts understood (one was removed or corrected); the turns stay."""
        with self._session(ecriture=True) as session:
            conversation = self._conversation(session, identifiant)
            conversation.etat = etat
            conversation.modifie_le = _maintenant()

    def tours(self, identifiant: str) -> list[TourEnregistre]:
        """The turns of a conversation in their order; empty when there is none."""
        requete = select(Tour).where(Tour.conversation_id == identifiant).order_by(Tour.numero)
        with self._session() as session:
            return [_tour(tour) for tour in session.scalars(requete)]

    def lister(self) -> list[ConversationEnregistree]:
        """All conversations, the one used last first."""
        nombre = (
            select(func.count())
            .where(Tour.conversation_id == Conversation.id)
            .correlate(Conversation)
            .scalar_subquery()
        )
        requete = select(Conversation, nombre).order_by(Conversation.modifie_le.desc())
        with self._session() as session:
            return [
                ConversationEnregistree(c.id, c.titre, c.cree_le, c.modifie_le, n)
                for c, n in session.execute(requete)
            ]

    def supprimer(self, identifiant: str) -> None:
        """Delete a conversation and its turns for good; nothing happens when there is none."""
        with self._session(ecriture=True) as session:
            session.execute(delete(Tour).where(Tour.conversation_id == identifiant))
            session.execute(delete(Conversation).where(Conversation.id == identifiant))

    @contextmanager
    def _session(self, *, ecriture: bool = False) -> Iterator[Session]:
        engine = self._engine.execution_options(ecriture=ecriture)
        with traduire(self.chemin):
            self._suivre_le_fichier()
            with Session(engine) as session, session.begin():
                yield session

    def _suivre_le_fichier(self) -> None:
        """Open the file anew when it was moved or deleted: else we would write to a lost one."""
        identite = self._identite()
        if identite is None or identite != self._fichier:
            self._engine.dispose()
            mettre_a_niveau(self._engine, self.chemin)
            self._fichier = self._identite()

    def _identite(self) -> tuple[int, int] | None:
        try:
            etat = self.chemin.stat()
        except OSError:
            return None
        return etat.st_dev, etat.st_ino

    def _conversation(self, session: Session, identifiant: str) -> Conversation:
        conversation = session.get(Conversation, identifiant)
        if conversation is None:
            raise ErreurMagasin(Cause.INCONNUE, self.chemin)
        return conversation


def _tour(tour: Tour) -> TourEnregistre:
    return TourEnregistre(
        tour.numero, tour.question, tour.reponse, tour.etat, tour.provenance, tour.cree_le
    )


def _titre(question: str) -> str:
    mots = " ".join(_ecrivable(question).split())
    return mots if len(mots) <= _TITRE_MAX else mots[: _TITRE_MAX - 1].rstrip() + "…"


def _ecrivable(texte: str) -> str:
    """Without the half characters (lone surrogates) that no file can hold."""
    return texte.encode("utf-8", "replace").decode("utf-8")


def _maintenant() -> datetime:
    return datetime.now(UTC)
