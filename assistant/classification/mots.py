"""Words made comparable: folding, stems, concepts. Shared by everything that compares texts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

__all__ = ["Concepts", "plier", "racine", "sans_accents"]

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ´`′", "'") | dict.fromkeys("‐‑‒–—―−", "-"))
_ELIDES = frozenset("ldjmns")
_MOT = re.compile(r"[a-z0-9]+(?:\+\d)?")
_IT = re.compile(r"\bIT\b|\binternal it\b|\b(?:the|our) it (?:system|support|park|network)\b")
_VIDES = frozenset(
    "a au aux avec c ce ces cet cette d dans de des du en es est et etre fait fais font il elle on "
    "j je l la le les leur leurs m ma mais me mes mon n ne ni nos notre nous ou où par pas pour qu "
    "que qui s sa se ses si son sur t ta te tes toi ton tu un une vos votre vous y aussi plus tout "
    "tous toute toutes ainsi chez moi lui eux ca cela tres bien the a an of to in on for and or i "
    "my me is are am do does also with at it its s re compte comptent compter".split()
)


def plier(texte: str) -> str:
    """Fold for comparison: NFKC, one kind of apostrophe and dash, single spaces, lower case."""
    texte = unicodedata.normalize("NFKC", texte).translate(_APOSTROPHES)
    return " ".join(texte.split()).casefold()


@lru_cache(maxsize=4096)
def sans_accents(texte: str) -> str:
    """Folded and without accents: "Où çà" → "ou ca"."""
    plat = unicodedata.normalize("NFD", plier(texte).replace("œ", "oe").replace("æ", "ae"))
    return "".join(c for c in plat if not unicodedata.combining(c))


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    import Stemmer

    return Stemmer.Stemmer("french")


@lru_cache(maxsize=16384)
def racine(mot: str) -> str:
    """French stem of a folded word without accents (Snowball)."""
    return str(_stemmer().stemWord(mot))


_PEU = 0.2  # weight of a general word


class Concepts:
    """Groups of words that mean the same in this trade, and words too general to count.

    Built from ``groupes`` {concept: words and phrases} and ``generaux`` (words of little
    weight, as "gestion" or "activité"). ``traduire`` turns a text into a set of concepts.
    """

    def __init__(
        self, groupes: Mapping[str, Sequence[str]], generaux: Iterable[str] = ()
    ) -> None:
        self._phrases: dict[tuple[str, ...], str] = {}
        for concept, mots in groupes.items():
            for mot in mots:
                self._phrases[self._racines(mot)] = f"={concept}"
        self._phrases.pop((), None)
        self._longueur = max((len(p) for p in self._phrases), default=1)
        self._generaux = frozenset(r for m in generaux for r in self._racines(m))
        # a concept is general where the word that names it is ("vehicule")
        self._poids_de = {
            f"={c}": _PEU for c in groupes if (r := self._racines(c)) and self._generaux.issuperset(r)
        }

    @staticmethod
    def _racines(texte: str) -> tuple[str, ...]:
        mots = _MOT.findall(sans_accents(_IT.sub("informatique", texte)))  # not the pronoun
        return tuple(racine(m) for m in mots if m not in _VIDES)

    def traduire(self, texte: str) -> dict[str, float]:
        """Concepts and stems of a text with their weight: 1, or 0.2 for general words."""
        racines = self._racines(texte)
        sortie: dict[str, float] = {}
        i = 0
        while i < len(racines):
            for n in range(min(self._longueur, len(racines) - i), 0, -1):
                if concept := self._phrases.get(racines[i : i + n]):
                    sortie[concept] = self._poids_de.get(concept, 1.0)
                    i += n
                    break
            else:
                mot = racines[i]
                if mot[:1] in _ELIDES and (concept := self._phrases.get((mot[1:],))):
                    sortie[concept] = 1.0  # "linformatique"
                    i += 1
                    continue
                sortie[mot] = _PEU if mot in self._generaux else 1.0
                i += 1
        return sortie
