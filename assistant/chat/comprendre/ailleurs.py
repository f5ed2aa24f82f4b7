"""Other branches and other subjects, told by their own words and not by one word of a title.

A sign holds only while nothing of this branch is said beside it: "femme de ménage dans un garage"
is under this agreement, "serveuse dans un resto routier" is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.chat.motif import motif
from assistant.classification import sans_accents
from assistant.corpus.schemas_ailleurs import EntreeBranche, FichierAilleurs
from assistant.retrieval import Jeton, Mentions, jetons
from assistant.retrieval.lexique.jetons import masculin

__all__ = ["Ailleurs", "Branche"]

_NIE = motif(r"\b(?:pas|not|non|ni)\s+(?:\w+\s+){0,2}$")
_DU_CHAMP = motif(
    r"\b(?:s'?appliqu\w*|relev\w*|rattach\w*|couv\w*|concern\w*|soumis\w*|apply|applies|covers?|covered|fall(?:s)? under)\b"
)
_COEFFICIENT = motif(r"\bcoef\w*\s*(?:de |a |:|=|est |is |of )*\s*[1-9]\d{2}\b|\b[1-9]\d{2} de coef\w*")
_AUTRE_IDCC = motif(r"\bidcc\s*(?:n\W*)?0*(?!1090\b)\d{2,4}\b")
_ARTICLE = r"(?:(?:un|une|le|la|les|l'|des|mon|ma|notre|nos|ce|cette|son|sa|a|an|the|my|our|grande?|petite?|gros|grosse|big|small|local)\s*)"
_DANS = motif(rf"\b(?:dans|ds|en|chez|in|at)\s*{_ARTICLE}{{0,3}}$")
_AU = motif(rf"(?:\b(?:au|aux|a|du|de|d'|for)\s*{_ARTICLE}{{0,3}}|^\W*)$")  # of a client too: in a short sentence only
_DE_QUELQU_UN = motif(
    r"(?:^|[.!?:;,(\n]\s*|\b(?:suis|jsuis|chuis|est|etait|sera|c'est|comme|que|en tant qu[e']|poste|metier|emploi|boulot|d'une?|une?|"
    r"pour|combien|cb|qu'un|qu'une|i am|i'm|im|is|as|for|an?|minimum|mini|salaire|paye|echelon|classement|coefficient|niveau|grille|"
    r"pay|wage|salary|level|grade|step|mari|femme|frere|soeur|pere|mere|fils|fille|copain|copine|husband|wife))"
    r"\s*(?:(?:d[eu']|d'une?|une?|an?|for|as|of|the|jeune|simple|bonne?)\s*){0,3}$"
)
_AVEC = motif(r"\b(?:avec|par|with|by)\s+(?:(?:une?|le|la|l'|mon|ma|an?|the|my)\s*)?$")
_LIBRES = frozenset("d de des du l la le les un une the an of".split())
_CERTAINS = frozenset(("fiche", "ancien", "code_inconnu"))
_COURT, _LONG = 14, 30  # a story this long tells of places and trades that are not the teller's


@dataclass(frozen=True, slots=True)
class Branche:
    """The other branch that is spoken of; ``None`` where its coefficient alone tells that it is one."""

    entree: EntreeBranche | None


class Ailleurs:
    """What knowledge/parler/ailleurs.yaml says, ready to be looked for."""

    def __init__(self, lu: FichierAilleurs) -> None:
        self._ici, self._ici_en = _index(lu.ici), _index(lu.ici_en)
        self._quitte = _index(lu.quitte)
        self._branches = [
            (b, _index(b.noms), _index(b.lieux), _index(b.emplois), [re.compile(f) for f in b.formes])
            for b in lu.branches
        ]
        self._sujets = _index(x for s in lu.sujets for x in s.dit)

    def branche(self, question: str, mentions: Mentions, langue: str) -> Branche | None:
        """The other branch that the question is about, or None."""
        plat = sans_accents(question).replace("’", "'")
        mots = _mots(question)
        if len(mots) > _LONG or _DU_CHAMP.search(plat) or any(_trouver(mots, self._quitte)):
            return None
        nommes = [(m.debut, m.fin) for m in mentions.toutes if m.genre in _CERTAINS]
        for entree, noms, lieux, emplois, formes in self._branches:
            surs = [*_trouver(mots, noms), *((m.start(), m.end()) for f in formes for m in f.finditer(plat))]
            surs += [x for x in _trouver(mots, lieux) if _DANS.search(plat[: x[0]]) or (
                len(mots) <= _COURT and _AU.search(plat[: x[0]]))]
            propres = list(_trouver(mots, emplois))
            if all(any(d < fin and debut < f for d, f in propres) for debut, fin in nommes):
                surs += [x for x in propres if _de_quelqu_un(plat, *x)]
            surs = [x for x in surs if not _NIE.search(plat[: x[0]])]
            if surs and not self._d_ici(mots, [*surs, *propres], langue):
                return Branche(entree)
        if _AUTRE_IDCC.search(plat) or (_COEFFICIENT.search(plat) and not nommes):
            return None if self._d_ici(mots, [], langue) else Branche(None)
        return None

    def autre_sujet(self, question: str) -> bool:
        """True for words that nobody says of their work."""
        return any(True for _ in _trouver(_mots(question), self._sujets))

    def _d_ici(self, mots: Sequence[Jeton], sauf: Iterable[tuple[int, int]], langue: str) -> bool:
        """True where a word of this branch stands that is no part of the signs."""
        pris = list(sauf)
        index = [self._ici, self._ici_en] if langue == "en" else [self._ici]
        return any(
            not any(d <= debut and fin <= f for d, f in pris)
            for i in index for debut, fin in _trouver(mots, i)
        )


def _de_quelqu_un(plat: str, debut: int, fin: int) -> bool:
    """True where somebody is said to have this trade: "je suis serveur", not "j'encadre les serveurs"."""
    avant, metier = plat[:debut], plat[debut:fin]
    pluriel = metier.split()[0].endswith("s")
    return not pluriel and not _AVEC.search(avant) and bool(_DE_QUELQU_UN.search(avant))


_Index = dict[str, list[tuple[str, ...]]]


def _mots(texte: str) -> list[Jeton]:
    return [j for j in jetons(texte) if j.mot not in _LIBRES]


def _index(expressions: Iterable[str]) -> _Index:
    sortie: _Index = {}
    for expression in expressions:
        if voulus := tuple(_forme(j) for j in _mots(expression)):
            sortie.setdefault(voulus[0], []).append(voulus)
    return sortie


def _trouver(mots: Sequence[Jeton], index: _Index) -> Iterator[tuple[int, int]]:
    """The places of the expressions, word beside word."""
    formes = [_forme(j) for j in mots]
    for i, forme in enumerate(formes):
        for voulus in index.get(forme, ()):
            if tuple(formes[i : i + len(voulus)]) == voulus:
                yield mots[i].debut, mots[i + len(voulus) - 1].fin


def _forme(jeton: Jeton) -> str:
    """The masculine singular, by the ending: a stem would make a waiter of "wait"."""
    mot = jeton.mot
    return masculin(mot[:-1] if len(mot) > 3 and mot[-1] in "sx" else mot)
