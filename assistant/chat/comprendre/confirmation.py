"""An intent found by nearness, kept only where something in the question bears it out."""

from __future__ import annotations

from dataclasses import replace

from assistant.chat.comprendre.intention import Intention
from assistant.classification import Situation
from assistant.retrieval import Mentions

__all__ = ["confirmer"]


def confirmer(
    intention: Intention, mentions: Mentions, situation: Situation, candidats: bool
) -> Intention:
    """The intent, or "echelon" where a job is named and nothing said is what the intent is about.

    A job without qualification, an apprentice, a diploma: none is meant by a bare job title
    ("Réceptionnaire, quel échelon ?"), however near the labelled utterances are.
    """
    nommee = candidats or bool(mentions.de("fiche", "partiel"))
    if intention.origine in ("indice", "limite", "suite", "reponse") or not nommee:
        return intention
    dit = {
        "sans_qualification": situation.qualification_requise is False,
        "alternance": situation.statut is not None,
        "certification": situation.certification is not None
        or situation.certification_rncsa is not None or bool(mentions.de("certification")),
    }
    return intention if dit.get(intention.id, True) else replace(intention, id="echelon")
