"""Letters and numbers of articles that a text cites, against the articles as they stand.

Where a letter stands today is read from the articles themselves, by what they are about: when
3.02 moves its critères valorisants again, the audit follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.classification import sans_accents
from assistant.corpus.audit.matiere import Matiere, cote_d_article, cote_d_edition
from assistant.corpus.audit.modeles import CONTRADICTION, REMARQUE, Constat, Cote
from assistant.corpus.officiel.modeles import ArticleLu

__all__ = ["Citation", "citations", "lettres"]

_CITE = re.compile(
    r"(?<![\d.,])(\d{1,2})\s?(b)?\s?[.\-]\s?(\d{2})(?!\d)(\s(?:bis|ter)\b)?"
    r"(?:\s?([a-h])(?![\w'-]))?(?:\s?et\s?([a-h])(?![\w'-]))?"
)
_ARTICLE = re.compile(r"\bart(?:icles?|\.)")
_INTERTITRE = 120  # characters: longer paragraphs are no heading
_CLASSEMENT = ("3.02", "3B.02", "5.02")


@dataclass(frozen=True, slots=True)
class _Sujet:
    """What a sentence speaks of (``dit``) and what only the right paragraph holds (``tient``)."""

    dit: re.Pattern[str]
    tient: re.Pattern[str]


# the first that fits the words around the citation decides
_SUJETS = (
    _Sujet(
        re.compile(r"criteres? valorisants?|extensions? d'activite|echelons majores|double competence"),
        re.compile(r"criteres? valorisants?"),
    ),
    _Sujet(re.compile(r"\bdegres\b|progressera au sein du niveau"),
           re.compile(r"degres de progression")),
    _Sujet(
        re.compile(r"niveau du salaire de base|actions de formation continue|"
                   r"engagement (?:de l'employeur|pris par l'entreprise)"),
        re.compile(r"classement des salaries en cours de carriere"),
    ),
)


@dataclass(frozen=True, slots=True)
class Citation:
    """An article cited: its number ("3B.02"), the letter if one is given, the words around."""

    numero: str
    lettre: str | None
    autour: str


def citations(texte: str) -> Iterator[Citation]:
    """The articles of the agreement a text cites; only after the word "article(s)" or "art."."""
    plat = sans_accents(texte)
    depart = _ARTICLE.search(plat)
    if not depart:
        return
    for trouve in _CITE.finditer(plat, depart.start()):
        bis = (trouve[4] or "").rstrip()
        numero = f"{trouve[1]}{'B' if trouve[2] else ''}.{trouve[3]}{bis}"
        autour = plat[max(0, trouve.start() - 260) : trouve.end()]
        for lettre in filter(None, (trouve[5], trouve[6])):
            yield Citation(numero, lettre, autour)
        if not trouve[5]:
            yield Citation(numero, None, autour)


def lettres(m: Matiere) -> Iterator[Constat]:
    """Old letters and unknown articles, in every print and in the articles themselves."""
    if m.lecture is None:
        return
    articles = {a.numero: a for a in m.lecture.articles if a.numero}
    if not all(numero in articles for numero in _CLASSEMENT):
        return  # without these articles nothing says which letter is right
    for edition in m.toutes():
        vues: set[tuple[str, str | None]] = set()
        for section, items in edition.sections.items():
            for item in items:
                for c, faute, cote_b in _fautes(item.texte, articles):
                    if (c.numero, c.lettre) in vues:
                        continue
                    vues.add((c.numero, c.lettre))
                    yield Constat(
                        "lettre_article", REMARQUE, edition.code,
                        f"{edition.code} cite l'article {_nom(c)}, {faute}.",
                        cote_d_edition(edition, section, _nom(c)), cote_b,
                    )
    for article in m.lecture.articles:
        yield from _d_un_article(article, articles)


def _d_un_article(article: ArticleLu, articles: dict[str, ArticleLu]) -> Iterator[Constat]:
    intertitre = ""
    for p in article.paragraphes:
        for c, faute, cote_b in _fautes(p.texte, articles, intertitre):
            cote_a = cote_d_article(article, p.lettre, _nom(c), p.rang)
            yield Constat("lettre_article", CONTRADICTION, None,
                          f"{cote_a.source} : renvoie à l'article {_nom(c)}, {faute}.", cote_a, cote_b)
        intertitre = p.texte if len(p.texte) < _INTERTITRE else ""


def _fautes(
    texte: str, articles: dict[str, ArticleLu], intertitre: str = ""
) -> Iterator[tuple[Citation, str, Cote | None]]:
    """Wrong citations of a text, what is wrong, and where the matter stands today.

    ``intertitre``: the heading just above, which may say what "these conditions" are about.
    """
    for c in citations(texte):
        dit = f"{sans_accents(intertitre)} {c.autour}"
        sujet = next((s for s in _SUJETS if s.dit.search(dit)), None)
        if sujet is None or (c.numero in articles and c.numero not in _CLASSEMENT):
            continue
        vise = articles.get(c.numero)
        if vise is None:
            if sujet is _SUJETS[0]:
                yield c, "qui n'existe pas", _ou_c_est(sujet, articles)
            continue
        justes = _lettres(vise, sujet)
        if c.lettre and len(justes) == 1 and c.lettre not in justes:
            juste = next(iter(justes))
            yield (c, f"aujourd'hui la lettre {juste}",
                   cote_d_article(vise, juste, f"{c.numero} {juste}"))


def _lettres(article: ArticleLu, sujet: _Sujet) -> set[str]:
    return {
        p.lettre for p in article.paragraphes
        if p.lettre and sujet.tient.search(sans_accents(p.texte))
    }


def _ou_c_est(sujet: _Sujet, articles: dict[str, ArticleLu]) -> Cote | None:
    """Where the classing articles speak of the matter: the first of them that does."""
    for numero in _CLASSEMENT:
        for lettre in sorted(_lettres(articles[numero], sujet)):
            return cote_d_article(articles[numero], lettre, f"{numero} {lettre}")
    return None


def _nom(c: Citation) -> str:
    return f"{c.numero} {c.lettre}" if c.lettre else c.numero
