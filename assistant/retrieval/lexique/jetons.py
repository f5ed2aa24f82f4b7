"""Words of a question with their place, stem and masculine form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.classification import racine, sans_accents

__all__ = ["Jeton", "feminins", "jetons", "masculin", "tige"]

_MOT = re.compile(r"[a-z]+(?:\+\d)?|\d+(?:[.,]\d+)?")
_LIAISON = frozenset("a au aux d de des du en et l la le les of the un une".split())
# Feminine endings to masculine ones, on folded words: vendeuse → vendeur.
_FEMININ = (
    ("euses", "eur"),
    ("euse", "eur"),
    ("trices", "teur"),
    ("trice", "teur"),
    ("ieres", "ier"),
    ("iere", "ier"), ("eres", "er"), ("ere", "er"),
    ("iennes", "ien"),
    ("ienne", "ien"),
    ("onnes", "on"),
    ("onne", "on"),
    ("elles", "el"),
    ("elle", "el"),
    ("esses", "e"),
    ("esse", "e"),
    ("effes", "ef"),
    ("effe", "ef"),
    ("ees", "e"),
    ("ee", "e"),
)
_COURTS = ("effes", "effe")  # "cheffe"


@dataclass(frozen=True, slots=True)
class Jeton:
    """One word: folded form, stem, and where it stands in the folded text."""

    mot: str
    tige: str
    debut: int
    fin: int

    @property
    def liaison(self) -> bool:
        """True for small words that titles may leave out ("de", "d'", "la")."""
        return self.mot in _LIAISON


@lru_cache(maxsize=65536)
def masculin(mot: str) -> str:
    """The masculine form of a folded word, by its ending."""
    for fin, remplace in _FEMININ:
        if mot.endswith(fin) and len(mot) > len(fin) + (1 if fin in _COURTS else 2):
            return mot[: -len(fin)] + remplace
    return mot


def feminins(mot: str) -> tuple[str, ...]:
    """The feminine forms a folded masculine word may have: agent → agente, vendeur → vendeuse."""
    return (f"{mot}e", *(
        mot[: -len(remplace)] + fin
        for fin, remplace in _FEMININ
        if not fin.endswith("s") and mot.endswith(remplace) and len(mot) > len(remplace) + 2
    ))


@lru_cache(maxsize=65536)
def tige(mot: str) -> str:
    """Stem of the masculine form."""
    return racine(masculin(mot))


def jetons(texte: str) -> list[Jeton]:
    """The words of a text, folded and without accents."""
    plat = sans_accents(texte).replace("(s)", "   ")
    return [Jeton(m[0], tige(m[0]), m.start(), m.end()) for m in _MOT.finditer(plat)]
