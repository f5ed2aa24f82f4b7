"""Contradictions printed in the texts: the code and the panorama win, and both sides are shown."""

from __future__ import annotations

from datetime import date

from assistant.chat.rediger.brouillon import Brouillon
from assistant.chat.reponse import Behaviour
from assistant.classification import Fiche
from assistant.corpus.audit import constats_de

__all__ = ["signaler_constats"]


def signaler_constats(b: Brouillon, fiche: Fiche) -> bool:
    """Say where the print in force contradicts the fiche's code; True when it does."""
    code = str(fiche.code)
    constats = constats_de(b.c.kb, code)
    for constat in constats:
        if constat.cote_b is None:
            continue
        edition = constat.cote_a.edition
        b.dire(
            "constat_classement", code=code, imprime=constat.cote_a.valeur,
            edition=f"{date.fromisoformat(edition):%d/%m/%Y}" if edition else "?",
            attendu=constat.cote_b.valeur,
        )
        b.citer_section(fiche, "classement")
        b.citer(b.c.kb.par_id.get(f"repertoire:{code}"))
    if constats and b.behaviour is Behaviour.ANSWER:
        b.behaviour = Behaviour.FLAG_INCONSISTENCY
    return bool(constats)
