"""What the assistant does not do: refusals, abstentions, and the way to people who decide."""

from __future__ import annotations

from assistant.chat.rediger.brouillon import Brouillon
from assistant.chat.reponse import Behaviour

__all__ = ["rediger_abstention", "rediger_identite", "rediger_redirection", "rediger_refus"]

_REFUS = {
    "hors_sujet": "refus_sujet",
    "interdit": "refus_interdit",
    "autre_convention": "refus_convention",
}
_ABSTENTIONS = {
    "dossier": "abstention_dossier",
    "hors_sources": "abstention_sources",
    "rien": "abstention_rien",
}


def rediger_refus(b: Brouillon, raison: str) -> None:
    """Refuse: outside the subject, another agreement, or asked to do what must not be done.

    Nothing is quoted under a refusal.
    """
    b.behaviour = Behaviour.REFUSE
    b.citations.clear()
    b.fiches.clear()
    b.positionnement = b.montant = None
    b.dire(_REFUS[raison])
    b.suggestions.append(b.texte("suite_echelon"))


def rediger_abstention(b: Brouillon, raison: str) -> None:
    """Say that the sources do not hold the answer, and where it may be found."""
    b.behaviour = Behaviour.ABSTAIN
    if raison == "futur":
        dernier = b.c.kb.baremes[-1]
        b.dire("abstention_futur", avenant=dernier.avenant, effet=f"{dernier.date_effet:%d/%m/%Y}")
    else:
        b.dire(_ABSTENTIONS[raison])
    b.suggestions.append(b.texte("suite_echelon"))


def rediger_redirection(b: Brouillon) -> None:
    """Name the people who decide; the facts follow, written by the caller."""
    b.behaviour = Behaviour.REDIRECT_HUMAN
    b.dire("redirection")


def rediger_identite(b: Brouillon) -> None:
    """Who speaks, what it can do, that it is a program."""
    b.dire("identite")
    b.suggestions.append(b.texte("suite_echelon"))
