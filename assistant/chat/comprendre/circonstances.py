"""A circumstance told before the question is no question: "en arrêt maladie depuis mars. Mon minimum ?"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.chat.comprendre.intention import Intention
from assistant.chat.comprendre.motifs import Texte
from assistant.chat.connaissances import Connaissances
from assistant.retrieval import Mentions

__all__ = ["sans_circonstance"]

_PHRASE = re.compile(r"[^.!?;:\n]+[.!?;:\n]*")
_DU_CLASSEMENT = frozenset("minimum echelon situation progresser extensions contenu acces trouver_fiche".split())


def sans_circonstance(
    question: str, intention: Intention, mentions: Mentions, c: Connaissances
) -> Intention:
    """The intent of the sentence that asks, where only another one speaks of what is not answered."""
    if intention.id != "hors_sources" or not mentions.de("fiche", "echelon"):
        return intention
    demandes = [m[0] for m in _PHRASE.finditer(question) if "?" in m[0]]
    if len(demandes) != 1 or demandes[0].strip() == question.strip():
        return intention
    prepare = Texte.de(demandes[0])
    dits = [i.intention for i in c.indices if prepare.trouve(i.dit) and not prepare.trouve(i.sauf)]
    if dits and "hors_sources" not in dits and dits[0] in _DU_CLASSEMENT:
        return replace(intention, id=dits[0], origine="indice")
    return intention
