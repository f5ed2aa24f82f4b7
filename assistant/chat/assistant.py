"""The assistant as the page, the command line and the evaluation use it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.chat.comprendre import Comprehension, Intention
from assistant.chat.connaissances import Connaissances
from assistant.chat.etat import Etat
from assistant.chat.reponse import Reponse
from assistant.classification import Situation, calculer, consequences_de
from assistant.corpus import KnowledgeBase
from assistant.corpus.officiel import assurer_textes
from assistant.retrieval import Mentions
from assistant.settings import Settings

if TYPE_CHECKING:
    from langchain_core.runnables import Runnable

    from assistant.chat.chain import Tour
    from assistant.chat.sources import Sources

__all__ = ["Assistant", "QuestionInvalide"]


class QuestionInvalide(ValueError):
    """A question that cannot be read: empty, too long, or no text."""


@dataclass(frozen=True)
class Assistant:
    """One assistant over one knowledge version. Cheap to open; heavy parts load when needed."""

    settings: Settings
    connaissances: Connaissances

    @classmethod
    def ouvrir(cls, settings: Settings | None = None) -> Assistant:
        """Read the knowledge; raise ErreurDeConnaissance or ErreurDeReglage."""
        settings = settings or Settings.charger()
        textes = assurer_textes(settings.data_dir, settings.kali_file)
        return cls(
            settings, Connaissances.charger(settings.knowledge_dir, settings.prompts_dir, textes)
        )

    @property
    def kb(self) -> KnowledgeBase:
        """The knowledge this assistant answers from."""
        return self.connaissances.kb

    @cached_property
    def sources(self) -> Sources:
        """Search by meaning; the index opens at its first use."""
        from assistant.chat.sources import Sources

        return Sources(self.settings, self.kb)

    @cached_property
    def chaine(self) -> Runnable[Tour, Tour]:
        """The graph that answers."""
        from assistant.chat.chain import build_chain

        return build_chain(self.connaissances, self.sources)

    def prechauffer(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Load index, encoder and graph; raise ErreurRecherche where the index cannot be had."""
        _ = self.connaissances.lexique, self.chaine
        self.sources.index(progress).chercher("gestionnaire", 1)
        self.repondre("Quel est l'échelon d'un gestionnaire ?")

    def repondre(
        self, question: str, etat: Etat | None = None, langue: str | None = None
    ) -> tuple[Reponse, Etat]:
        """Answer one turn; returns the answer and what the conversation keeps.

        ``langue``: "fr" or "en" to force it. Raises QuestionInvalide.
        """
        debut = time.perf_counter()
        tour: Tour = {
            "question": self._lisible(question), "etat": etat or Etat(), "langue": langue,
            "jour": date.today(),
        }
        fini = self.chaine.invoke(tour)
        duree = (time.perf_counter() - debut) * 1000
        return fini["reponse"].avec(latency_ms=duree), fini["etat"]

    def repondre_faits(self, facts: Mapping[str, object], langue: str = "fr") -> Reponse:
        """Class from facts alone; raises FaitInvalide or FicheInconnue (both ValueError)."""
        from assistant.chat.chain import finir
        from assistant.chat.rediger import (
            Brouillon,
            conclure,
            corriger_premisses,
            hors_des_dates,
            rediger_classement,
            signaler_contradictions,
        )

        debut = time.perf_counter()
        situation = Situation.depuis_faits(facts)
        p = calculer(situation, self.kb.referentiel)
        comprehension = Comprehension(
            question="", langue=langue, intention=Intention("situation", "faits", 1.0),
            mentions=Mentions(()), situation=situation, etat=Etat(situation), fiche=p.fiche,
        )
        b = Brouillon(self.connaissances, comprehension)
        fiche = self.kb.fiches.get(p.fiche or "")
        if situation.date and hors_des_dates(
            b, fiche, date.fromisoformat(situation.date), date.today()
        ):
            reponse, _ = finir(b, self.connaissances)
            return reponse.avec(latency_ms=(time.perf_counter() - debut) * 1000)
        corrige = corriger_premisses(b, p)
        contredit = signaler_contradictions(b, p)
        comportement = b.behaviour
        rediger_classement(b, p, complet=True)
        conclure(b, date.fromisoformat(situation.date) if situation.date else date.today(), toujours=True)
        jour = date.fromisoformat(situation.date) if situation.date else date.today()
        b.consequences += consequences_de(
            situation, p, self.kb.referentiel, jour, self.connaissances.smics
        )
        if corrige or contredit:
            b.behaviour = comportement
        reponse, _ = finir(b, self.connaissances)
        return reponse.avec(latency_ms=(time.perf_counter() - debut) * 1000)

    def _lisible(self, question: str) -> str:
        if not isinstance(question, str):
            raise QuestionInvalide("La question doit être un texte.")
        maximum = self.settings.max_question
        if len(question) > maximum:
            raise QuestionInvalide(
                f"La question fait {len(question)} caractères : le maximum est {maximum}. "
                "Résumez-la en quelques phrases."
            )
        propre = "".join(
            c for c in question.encode("utf-8", "replace").decode("utf-8")
            if c.isprintable() or c in "\n\t "
        ).strip()
        if not propre:
            raise QuestionInvalide(
                "La question est vide ou illisible : écrivez-la en toutes lettres, par exemple "
                "« Quel est l'échelon d'un gestionnaire ? »."
            )
        if len(propre) < 0.7 * len(question.strip()):
            raise QuestionInvalide("La question contient surtout des caractères illisibles.")
        return propre
