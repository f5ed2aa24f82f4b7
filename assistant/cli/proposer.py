"""The nearest known word to one that is not known."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

__all__ = ["proposer"]


def proposer(mot: str, connus: Iterable[str], sinon: str) -> str:
    """« Vouliez-vous dire … ? » with the nearest known word, else all of them after ``sinon``."""
    mots = list(connus)
    proches = difflib.get_close_matches(mot.lower(), mots, n=1, cutoff=0.5)
    if proches:
        return f"Vouliez-vous dire « {proches[0]} » ?"
    return f"{sinon} : {', '.join(mots)}."
