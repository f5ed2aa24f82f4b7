"""The answer as the contract gives it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any

from assistant.classification import Positionnement
from assistant.corpus import Passage

__all__ = ["Behaviour", "Citation", "Manque", "Reponse", "citer"]


class Behaviour(StrEnum):
    """What an answer does; where several apply, the first of this list."""

    REFUSE = "refuse"
    REDIRECT_HUMAN = "redirect_human"
    CORRECT_PREMISE = "correct_premise"
    FLAG_INCONSISTENCY = "flag_inconsistency"
    ASK = "ask"
    ABSTAIN = "abstain"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Citation:
    """A located quote: equal to the passage it names. ``edition`` is an ISO date."""

    source: str
    article: str | None
    fiche: str | None
    passage: str
    quote: str
    url: str | None
    edition: str | None
    superseded_by: str | None


def citer(passage: Passage) -> Citation:
    """The citation of a whole passage."""
    return Citation(
        passage.source, passage.article, passage.fiche, passage.id, passage.texte, passage.url,
        passage.edition, passage.superseded_by,
    )


@dataclass(frozen=True, slots=True)
class Manque:
    """A missing fact: its name, the question that asks for it, closed answers."""

    fait: str
    question: str
    choix: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reponse:
    """One answer, complete by itself."""

    answer: str
    behaviour: Behaviour
    language: str
    fiches: tuple[str, ...] = ()
    positionnement: Positionnement | None = None
    montant: dict[str, Any] | None = None
    citations: tuple[Citation, ...] = ()
    situation: dict[str, dict[str, object]] = field(default_factory=dict)
    missing: tuple[Manque, ...] = ()
    latency_ms: float = 0.0
    provenance: dict[str, Any] = field(default_factory=dict)
    suggestions: tuple[str, ...] = ()
    consequences: tuple[dict[str, Any], ...] = ()

    def en_dict(self) -> dict[str, Any]:
        """The contract's object, with `motifs`, `suggestions` and `consequences` besides."""
        p = self.positionnement
        return {
            "answer": self.answer,
            "behaviour": self.behaviour.value,
            "language": self.language,
            "fiches": list(self.fiches),
            "outcome": p.outcome.value if p else None,
            "echelon_reference": p.reference.valeur if p and p.reference else None,
            "echelons_majores": [e.valeur for e in p.majores] if p else [],
            "accessible": [e.valeur for e in p.accessibles] if p else [],
            "montant": self.montant,
            "citations": [asdict(c) for c in self.citations],
            "situation": self.situation,
            "missing": [{"fait": m.fait, "question": m.question, "choix": list(m.choix)}
                        for m in self.missing],
            "latency_ms": round(self.latency_ms, 1),
            "provenance": self.provenance,
            "motifs": [
                {
                    "regle": m.regle.id,
                    "fait": m.fait(self.language),
                    "consequence": m.consequence(self.language),
                    "article": m.article.article,
                    "url": m.article.url,
                }
                for m in (p.motifs if p else ())
            ],
            "suggestions": list(self.suggestions),
            "consequences": list(self.consequences),
        }

    def avec(self, **champs: Any) -> Reponse:
        """The same with some fields replaced."""
        return replace(self, **champs)
