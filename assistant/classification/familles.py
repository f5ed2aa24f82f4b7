"""Words of one family: livrer, livraison; laver, lavage; souder, soudure. Stems are compared."""

from __future__ import annotations

import re

__all__ = ["de_meme_famille"]

_SUFFIXES = frozenset(
    " e er r t d s re age ag aison ation ition ition at it ement ment ment ur eur euse eus rice "
    "abl ant anc ance ent enc erie ion if iv ific ification iqu ic issag issement etur ertur".split(" ")
)  # what a stem may keep of a verb's or an action's ending
_COURT, _MOYEN, _LONG = 4, 5, 6
_BREFS = frozenset({"", "ag", "issag", "eur", "ement", "ur", "euse"})  # after three letters only


def de_meme_famille(a: str, b: str) -> bool:
    """True for two stems that differ by endings alone: convoi(er), convoyag(e)."""
    a, b = _net(a), _net(b)
    if a == b:
        return True
    n = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    ici, la = a[n:], b[n:]
    if n < _COURT:
        return n == _COURT - 1 and "" in (ici, la) and {ici, la} <= _BREFS
    if ici in _SUFFIXES and la in _SUFFIXES:
        return n >= _MOYEN or "" in (ici, la) or max(len(ici), len(la)) >= 2
    reste = max(len(ici), len(la))
    return "" in (ici, la) and reste <= (2 if n < _LONG else 3) and n >= _MOYEN


def _net(tige: str) -> str:
    """Without what is written and not heard: doubled letters, y for i."""
    return re.sub(r"(.)\1+", r"\1", tige.replace("y", "i"))
