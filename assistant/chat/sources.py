"""The vector index as the chat uses it: opened at the first need, absent without harm."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.chat.comprendre import Estimation
from assistant.corpus import KnowledgeBase, Passage
from assistant.retrieval import ErreurRecherche, Index, assurer_index
from assistant.retrieval.appris import FICHIER, Modeles
from assistant.retrieval.fiches import Rang, classer
from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.retrieval.appris.lineaire import Vecteur

__all__ = ["Preuve", "Sources"]

_journal = logging.getLogger(__name__)
_INTENTIONS = 20
_GARDES = 8  # vectors kept


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
    panne_modeles: str | None = None
    _index: Index | None = None
    _modeles: Modeles | None = None
    _vecteurs: dict[str, Vecteur] = field(default_factory=dict)
    _verrou: threading.Lock = field(default_factory=threading.Lock)

    def index(self, progress: Callable[[int, int], None] | None = None) -> Index:
        """The opened index, built first where it is absent or stale; raise ErreurRecherche."""
        with self._verrou:
            if self._index is None:
                self._index = assurer_index(self.settings, self.kb, progress)
                self.panne = None
            return self._index

    @property
    def modeles(self) -> Modeles | None:
        """The fitted models, read at the first need; None where they cannot be had."""
        if self._modeles is None and self.panne_modeles is None:
            try:
                self._modeles = Modeles.charger(self.kb.racine / FICHIER)
            except ErreurRecherche as erreur:
                self.panne_modeles = str(erreur)
                _journal.warning("Compréhension apprise indisponible : %s", erreur)
        return self._modeles

    def intentions(self, question: str) -> Sequence[Estimation]:
        """What a question wants, likeliest first; () where no model can be had.

        ``question``: with the names of jobs masked.
        """
        if self.modeles is None:
            return ()
        modele = self.modeles.intentions
        probabilites = modele.probabilites(question, self._sens(question))
        rangs = probabilites.argsort()[::-1][:_INTENTIONS]
        return [(modele.classes[i], float(probabilites[i])) for i in rangs]

    def fiches(self, description: str, mots_seuls: bool = False, /) -> Sequence[Rang]:
        """The fiches a description of work may be of, likeliest first; () without a model.

        ``mots_seuls``: without its vector.
        """
        if self.modeles is None:
            return ()
        sens = None if mots_seuls else self._sens(description)
        return classer(self.modeles.fiches, description, sens)

    def _sens(self, texte: str) -> Vecteur | None:
        """A text's vector, if the encoder is the one the models were fitted with."""
        if self.panne is not None or self.modeles is None:
            return None
        try:
            encodeur = self.index().encodeur
        except ErreurRecherche as erreur:
            self.panne = str(erreur)
            _journal.warning("Recherche par le sens indisponible : %s", erreur)
            return None
        if encodeur.nom != self.modeles.encodeur:
            return None
        return self._vecteur(texte)

    def _vecteur(self, texte: str) -> Vecteur:
        """The vector of a text; the last few are kept, a turn asks for the same ones again."""
        vecteur = self._vecteurs.get(texte)
        if vecteur is None:
            vecteur = self.index().encodeur.encode_query([texte])[0]
            with self._verrou:
                while len(self._vecteurs) >= _GARDES:
                    self._vecteurs.pop(next(iter(self._vecteurs)))
                self._vecteurs[texte] = vecteur
        return vecteur

    def preuves(self, question: str, k: int = 5, langue: str = "fr") -> Sequence[Preuve]:
        """The rules nearest in meaning, best first."""
        trouves = self._chercher(question, k, {"genre": "regle", "langue": langue})
        return [Preuve(self.kb.par_id[i], s) for i, s in trouves if i in self.kb.par_id]

    def dans_les_fiches(self, description: str, codes: Sequence[str], k: int = 2) -> Sequence[Preuve]:
        """What these fiches say that is nearest to a description; () without their texts."""
        ou: dict[str, object] = {"genre": "fiche", "fiche": list(codes), "section": ["objet", "contenu"]}
        trouves = self._chercher(description, k, ou)
        return [Preuve(self.kb.par_id[i], s) for i, s in trouves if i in self.kb.par_id]

    def _chercher(self, question: str, k: int, ou: dict[str, object]) -> list[tuple[str, float]]:
        if self.panne is not None:
            return []
        try:
            trouves = self.index().chercher_vecteur(self._vecteur(question), k, ou)
            return [(r.passage_id, r.score) for r in trouves]
        except ErreurRecherche as erreur:
            self.panne = str(erreur)
            _journal.warning("Recherche par le sens indisponible : %s", erreur)
            return []

    def fermer(self) -> None:
        """Release the index."""
        if self._index is not None:
            self._index.fermer()
            self._index = None
