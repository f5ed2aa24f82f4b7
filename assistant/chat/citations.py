"""Is a quote really in its passage? One way to tell, used wherever quotes are checked."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.classification import plier

__all__ = ["Lieu", "localiser"]


@dataclass(frozen=True, slots=True)
class Lieu:
    """Where a quote stands in the folded passage; ``entier``: it is the whole passage."""

    debut: int
    fin: int
    entier: bool


def localiser(quote: str, passage: str) -> Lieu | None:
    """Find a quote after NFKC and folding of spaces, apostrophes, dashes and case; None if absent.

    An empty quote is nowhere.
    """
    cherche, texte = plier(quote), plier(passage)
    if not cherche:
        return None
    debut = texte.find(cherche)
    if debut < 0:
        return None
    return Lieu(debut, debut + len(cherche), cherche == texte)
