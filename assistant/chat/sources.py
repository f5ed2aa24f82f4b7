"""The vector index as the chat uses it: opened at the first need, absent without harm."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from assistant.chat.comprendre import Voisin
from assistant.corpus import KnowledgeBase, Passage
from assistant.retrieval import ErreurRecherche, Index, assurer_index
from assistant.settings import Settings

__all__ = ["Preuve", "Sources"]

_journal = logging.getLogger(__name__)
_VOISINS = 20


@dataclass(frozen=True, slots=True)
class Preuve:
    """A passage found, with its cosine (1.0 for one that was looked up, not searched)."""

    passage: Passage
    score: float


@dataclass(slots=True)
class Sources:
    """Search over one knowledge version."""

    settings: Settings
    kb: KnowledgeBase
    panne: str | None = None
    _index: Index | None = None
    _verrou: threading.Lock = field(default_factory=threading.Lock)

    def index(self, progress: Callable[[int, int], None] | None = None) -> Index:
        """The opened index, built first where it is absent or stale; raise ErreurRecherche."""
        with self._verrou:
            if self._index is None:
                self._index = assurer_index(self.settings, self.kb, progress)
                self.panne = None
            return self._index

    def voisins(self, question: str) -> Sequence[Voisin]:
        """The intents of the nearest labelled utterances; () where the index cannot be had."""
        trouves = self._chercher(question, _VOISINS, {"genre": "intention"})
        return [(i.removeprefix("intention:").rsplit("/", 1)[0], score) for i, score in trouves]

    def preuves(self, question: str, k: int = 5, langue: str = "fr") -> Sequence[Preuve]:
        """The rules nearest in meaning, best first."""
        trouves = self._chercher(question, k, {"genre": "regle", "langue": langue})
        return [Preuve(self.kb.par_id[i], s) for i, s in trouves if i in self.kb.par_id]

    def _chercher(self, question: str, k: int, ou: dict[str, object]) -> list[tuple[str, float]]:
        if self.panne is not None:
            return []
        try:
            return [(r.passage_id, r.score) for r in self.index().chercher(question, k, ou)]
        except ErreurRecherche as erreur:
            self.panne = str(erreur)
            _journal.warning("Recherche par le sens indisponible : %s", erreur)
            return []

    def fermer(self) -> None:
        """Release the index."""
        if self._index is not None:
            self._index.fermer()
            self._index = None
