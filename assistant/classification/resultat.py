"""The result of a classing, which explains itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assistant.classification.grille import Echelon
from assistant.classification.minima import Montant
from assistant.classification.regle import Motif

__all__ = ["Contradiction", "Outcome", "Positionnement", "PremisseFausse"]


class Outcome(StrEnum):
    """The kinds of result (contract `outcome`)."""

    REFERENCE = "reference"
    MAJORE_POSSIBLE = "majore_possible"
    MAJORE_DU = "majore_du"
    NON_CLASSE = "non_classe"
    ECHELON_1_2 = "echelon_1_2"
    PROMOTION_MAITRISE = "promotion_maitrise"
    PROMOTION_CADRE = "promotion_cadre"
    DEGRE_CADRE = "degre_cadre"
    PRIME_SUPPLEANCE = "prime_suppleance"
    NEED_INFO = "need_info"


@dataclass(frozen=True, slots=True)
class PremisseFausse:
    """A fact that the grid makes impossible, with the sentence that puts it right."""

    fait: str
    valeur: str
    explication: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two facts that cannot both hold; ``id`` names the sentence that says so."""

    id: str
    faits: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Positionnement:
    """Where a person stands.

    ``accessibles``: placements open on the facts given. ``faits_manquants``: names, the one
    to ask first at the head; ``decisif`` is True when the outcome hangs on the first of them.
    """

    outcome: Outcome
    fiche: str | None = None
    reference: Echelon | None = None
    majores: tuple[Echelon, ...] = ()
    accessibles: tuple[Echelon, ...] = ()
    motifs: tuple[Motif, ...] = ()
    faits_manquants: tuple[str, ...] = ()
    premisses: tuple[PremisseFausse, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    minimum: Montant | None = None
    prime: Montant | None = None

    @property
    def decisif(self) -> bool:
        """True when what is missing decides between two outcomes."""
        return self.outcome is Outcome.NEED_INFO

    def regles(self) -> tuple[str, ...]:
        """Ids of the rules that spoke, in order."""
        return tuple(m.regle.id for m in self.motifs)
