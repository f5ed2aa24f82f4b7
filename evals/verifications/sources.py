"""Checks of the sources: fiche, article, quotes that are really there, no source under a refusal.

A quote is located by the suite's own comparison with the KnowledgeBase, not by the assistant's:
a fault in the assistant's locating must not hide itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evals.cas import CitationAttendue
from evals.verifications.base import (
    Contexte,
    Reponse,
    Verdict,
    citer,
    lire,
    meme_texte,
    nommer,
    plier,
)

__all__ = [
    "article",
    "citations_situees",
    "cite",
    "fiche",
    "refus_sans_citation",
    "sans_citation",
]

_DEBUT_ARTICLE = re.compile(r"^(?:articles?|art\.?) *")
_ENTRE_ARTICLES = re.compile(r" *[,;/] *| et ")


def fiche(attendu: str | None, reponse: Reponse, contexte: Contexte) -> Verdict:
    """The first fiche of the answer (null: no fiche at all)."""
    fiches = lire(reponse, "fiches")
    premiere = fiches[0] if fiches else None
    ok = premiere == attendu or (
        premiere is not None and attendu is not None and _serre(premiere) == _serre(attendu)
    )
    phrase = f"Première fiche : {nommer(premiere)}" + (
        "." if ok else f", attendue : {nommer(attendu)}."
    )
    return Verdict("fiche", ok, premiere, attendu, phrase)


def article(attendu: str, reponse: Reponse, contexte: Contexte) -> Verdict:
    """An article of some citation or motif begins with this one ("3B.02" in "art. 3B.02 d").

    A rule that stands on several names them together: "3.02 d, 3B.02 d" is two articles.
    """
    lus = [
        a
        for champ in ("citations", "motifs")
        for element in lire(reponse, champ)
        for a in _ENTRE_ARTICLES.split(lire(element, "article") or "")
        if a
    ]
    voulu = _article(attendu)
    ok = any(_article(a).startswith(voulu) for a in lus)
    uniques = list(dict.fromkeys(lus))
    phrase = (
        f"L'article « {attendu} » est invoqué."
        if ok
        else f"L'article « {attendu} » n'est pas invoqué ; articles : {citer(uniques)}."
    )
    return Verdict("article", ok, uniques, attendu, phrase)


def cite(attendu: tuple[CitationAttendue, ...], reponse: Reponse, contexte: Contexte) -> Verdict:
    """For each expected quote, a citation of that fiche or passage, located, holds the anchor."""
    citations = lire(reponse, "citations")
    plaintes = [p for a in attendu if (p := _manque(a, citations, contexte))]
    phrase = " ".join(plaintes) or "Les citations attendues sont là et se retrouvent à la lettre."
    return Verdict(
        "cite",
        not plaintes,
        [{"fiche": c.get("fiche"), "passage": c.get("passage")} for c in citations],
        [a.model_dump(exclude_none=True) for a in attendu],
        phrase,
    )


def sans_citation(attendu: bool, reponse: Reponse, contexte: Contexte) -> Verdict:
    """No citation at all."""
    return _aucune("sans_citation", reponse, attendue=True)


def refus_sans_citation(reponse: Reponse, contexte: Contexte) -> Verdict:
    """Always checked: a refusal lists no source."""
    return _aucune("refus_sans_citation", reponse, attendue=lire(reponse, "behaviour") == "refuse")


def citations_situees(reponse: Reponse, contexte: Contexte) -> Verdict:
    """Always checked: each quote is its passage of the KnowledgeBase, to the letter."""
    citations = lire(reponse, "citations")
    plaintes = [p for c in citations if (p := _non_situee(c, contexte))]
    phrase = " ".join(plaintes) or f"Citations retrouvées à la lettre : {len(citations)}."
    return Verdict("citations_situees", not plaintes, len(plaintes), 0, phrase)


def _aucune(nom: str, reponse: Reponse, *, attendue: bool) -> Verdict:
    n = len(lire(reponse, "citations"))
    ok = not (attendue and n)
    phrase = f"Citations : {n}" + ("." if ok else ", on n'en attend aucune.")
    return Verdict(nom, ok, n, 0 if attendue else None, phrase)


def _non_situee(citation: Reponse, contexte: Contexte) -> str | None:
    """Why a citation is not located, or None. The quote itself is not repeated."""
    ident, texte = lire(citation, "passage"), lire(citation, "quote")
    passage = contexte.passages.get(ident)
    if passage is None:
        return f"Le passage « {ident} » n'existe pas dans la base de connaissances."
    dit, ecrit = meme_texte(texte or ""), meme_texte(passage.texte)
    if dit and dit == ecrit:
        return None
    if dit and dit in ecrit:
        return f"La citation de « {ident} » n'est qu'une partie du passage."
    return f"La citation de « {ident} » n'est pas le texte du passage."


def _manque(attendu: CitationAttendue, citations: list[Reponse], contexte: Contexte) -> str | None:
    """What is wrong with one expected quote: no such place, no such words, or not located."""
    lieu = attendu.fiche or attendu.passage
    du_lieu = list(_du_lieu(attendu, citations))
    if not du_lieu:
        return f"Aucune citation de « {lieu} »."
    ancre = plier(attendu.ancre)
    avec = [c for c in du_lieu if ancre in plier(lire(c, "quote") or "")]
    if not avec:
        return f"Aucune citation de « {lieu} » ne contient « {attendu.ancre} »."
    plaintes = [_non_situee(c, contexte) for c in avec]
    return None if None in plaintes else plaintes[0]


def _du_lieu(attendu: CitationAttendue, citations: list[Reponse]) -> Iterator[Reponse]:
    for citation in citations:
        if attendu.passage is not None:
            if lire(citation, "passage") == attendu.passage:
                yield citation
        elif _serre(lire(citation, "fiche") or "") == _serre(attendu.fiche or ""):
            yield citation


def _serre(code: str) -> str:
    """A code without spaces or case."""
    return plier(code).replace(" ", "")


def _article(article: str) -> str:
    """An article without its "art.", spaces and case: ``3b.02d``."""
    return _DEBUT_ARTICLE.sub("", plier(article)).replace(" ", "")
