"""Paragraphs of the agreement that speak of what a question asks, found by their words.

Search by meaning brings a paragraph for any question; a word search can tell that nothing is
there. What comes back is quoted, never interpreted.
"""

from __future__ import annotations

import logging
import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.classification import sans_accents

from .lexique import jetons

if TYPE_CHECKING:
    from assistant.corpus import Passage

__all__ = ["Articles", "Trouve"]

_CANDIDATS = 40
_COUVERTURE = 0.8
"""Share of the question's weight that the paragraph and its heading must hold."""
_FENETRE = 6
"""Words that may lie between two words of the question in the paragraph, on average."""
_COURT = 4  # words: a heading, not a rule
_LIGNE = 8  # words: a line of a list or of a table
_LETTRES = "abcdefghij"
_FREQUENCE = re.compile(
    r"\b(?:tou(?:s|tes) les combien|quelle frequence|combien de fois|periodicite|how often)\b")
_REVIENT = re.compile(r"\btou(?:s|tes) les\b|\bchaque (?:annee|mois|semaine|jour)|\bpar (?:an|mois|semaine)\b")
_QUANTITE = re.compile(
    r"\bcombien\b|\bquel(?:le)? (?:age|duree|delai|taux|montant|nombre)\b|\bhow (?:many|much|long|old)\b")
_NUMERO = re.compile(r"^\s*\d+\s*[.)°]|\b\d+B?\.\d\d\b")  # of a point, of an article


@dataclass(frozen=True, slots=True)
class Trouve:
    """A paragraph found, and the share of the question's weight it holds, in [0, 1]."""

    passage: Passage
    couverture: float


class Articles:
    """Word search over paragraphs of articles. Safe to share between threads once built."""

    def __init__(
        self,
        passages: Sequence[Passage],
        vides: frozenset[str],
        synonymes: Mapping[str, Sequence[str]],
    ) -> None:
        """Index the paragraphs; ``vides`` and the keys of ``synonymes`` are folded words."""
        import bm25s

        logging.getLogger("bm25s").setLevel(logging.WARNING)  # its import sets DEBUG
        self._passages = passages
        self._vides, self._synonymes = vides, synonymes
        self._textes = [self._tiges(p.texte) for p in passages]
        self._titres = [set(self._tiges(p.contexte)) for p in passages]
        pleins = [[*t, *sorted(titre)] for t, titre in zip(self._textes, self._titres, strict=True)]
        self._df = Counter(tige for plein in pleins for tige in set(plein))
        self._bm25: Any = bm25s.BM25()
        if passages:
            self._bm25.index(pleins, show_progress=False)

    def chercher(self, question: str, k: int = 3) -> list[Trouve]:
        """The best paragraphs that hold the question's words close together, at most k.

        Empty where the question has no word of weight, or where no paragraph holds enough.
        """
        groupes = self._groupes(question)
        if not groupes or not self._passages:
            return []
        tiges = list(dict.fromkeys(t for g in groupes for t in g))
        rangs, _ = self._bm25.retrieve(
            [tiges], k=min(_CANDIDATS, len(self._passages)), show_progress=False
        )
        trouves = []
        for i in rangs[0]:
            part = self._couverture(groupes, int(i))
            if part >= _COUVERTURE and len(self._textes[int(i)]) > _COURT:
                trouves.append(Trouve(self._passages[int(i)], part))
        attendu = _attendu(question)
        return sorted(trouves, key=lambda t: not attendu(t.passage.texte))[:k]

    def paragraphes(self, numero: str, lettres: Sequence[str] = ()) -> list[Passage]:
        """All the paragraphs of one article ("1.09 bis"), or of those letters of it, in order."""
        return [self._passages[i] for i in self._de(numero, lettres)]

    def de_l_article(self, numero: str, question: str, k: int = 3) -> list[Trouve]:
        """Paragraphs of one article ("1.10") that speak of the question, the best first.

        One that ends on a colon brings the lines it introduces. The article's first paragraphs
        where the question holds no word of them; ``question`` is without the number.
        """
        groupes = self._groupes(question)
        siens = self._de(numero)
        pleins = [i for i in siens if len(self._textes[i]) > _COURT]
        notes = {i: self._couverture(groupes, i) if groupes else 0.0 for i in siens}
        trouves: dict[int, Trouve] = {}
        for i in sorted(pleins, key=lambda i: (-notes[i], i))[:k]:
            for n in (i, *self._introduits(i, siens)):
                trouves.setdefault(n, Trouve(self._passages[n], notes[i]))
        return list(trouves.values())

    def _de(self, numero: str, lettres: Sequence[str] = ()) -> list[int]:
        voulus = {f"{numero} {lettre}" for lettre in lettres} or {
            numero, *(f"{numero} {lettre}" for lettre in _LETTRES)}
        return [i for i, p in enumerate(self._passages) if p.article in voulus]

    def _introduits(self, i: int, siens: Sequence[int]) -> list[int]:
        """The short lines under a paragraph that ends on a colon."""
        if not self._passages[i].texte.rstrip().endswith(":"):
            return []
        lieu, suite = self._passages[i].article, []
        for n in siens[siens.index(i) + 1 :]:
            passage = self._passages[n]
            court = len(self._textes[n]) <= _LIGNE or passage.texte[0] in "-–—"
            if passage.article != lieu or not court:
                break
            suite.append(n)
        return suite

    def _groupes(self, question: str) -> list[frozenset[str]]:
        """For each word of weight its stems: its own, and those of its synonyms."""
        groupes = []
        for jeton in jetons(question):
            if jeton.mot in self._vides or jeton.liaison or len(jeton.mot) < 2:
                continue
            mots = (jeton.mot, *self._synonymes.get(jeton.mot, ()))
            groupes.append(frozenset(j.tige for m in mots for j in jetons(m)))
        return list(dict.fromkeys(groupes))

    def _tiges(self, texte: str) -> list[str]:
        return [j.tige for j in jetons(texte) if j.mot not in self._vides and len(j.mot) > 1]

    def _poids(self, groupe: frozenset[str]) -> float:
        return math.log(1 + len(self._passages) / (1 + min(self._df.get(t, 0) for t in groupe)))

    def _couverture(self, groupes: Sequence[frozenset[str]], i: int) -> float:
        texte, titre = self._textes[i], self._titres[i]
        places = [[n for n, t in enumerate(texte) if t in g] for g in groupes]
        total = sum(map(self._poids, groupes))
        ici = [bool(p) or bool(g & titre) for g, p in zip(groupes, places, strict=True)]
        dans_le_texte = [p for p in places if p]
        if not dans_le_texte or _etendue(dans_le_texte) > _FENETRE * len(dans_le_texte):
            return 0.0
        return sum(self._poids(g) for g, la in zip(groupes, ici, strict=True) if la) / total


def _attendu(question: str) -> Callable[[str], bool]:
    """What a paragraph must hold for the kind of question: how often it recurs, a figure."""
    plat = sans_accents(question)
    if _FREQUENCE.search(plat):
        return lambda texte: _REVIENT.search(sans_accents(texte)) is not None
    if _QUANTITE.search(plat):
        return lambda texte: any(c.isdigit() for c in _NUMERO.sub("", texte))
    return lambda _: True


def _etendue(places: Sequence[Sequence[int]]) -> int:
    """Length of the shortest stretch that holds one place of each list."""
    marques = sorted((n, rang) for rang, siennes in enumerate(places) for n in siennes)
    vus: dict[int, int] = {}
    meilleure = marques[-1][0] - marques[0][0] + 1
    for n, rang in marques:
        vus[rang] = n
        if len(vus) == len(places):
            meilleure = min(meilleure, n - min(vus.values()) + 1)
    return meilleure
