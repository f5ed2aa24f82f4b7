"""The official paragraph that carries a rule, or that says a fiche was changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.classification import Article, Echelon, plier
from assistant.corpus.base import KnowledgeBase
from assistant.corpus.passages import Passage

__all__ = ["extraits_de_regle", "mention_de_l_accord"]


def extraits_de_regle(
    kb: KnowledgeBase, article: Article, echelon: Echelon | None = None
) -> tuple[Passage, ...]:
    """The official paragraphs a rule stands on, found by its anchors; () without them.

    Those of the article cited first, then those it needs elsewhere (another article, an
    agreement). ``echelon``: where paragraphs are alike but for the échelon, that one's alone.
    """
    trouves = _ancres_dans(kb, article.article, article.ancres)
    for renvoi in article.ailleurs:
        siens = _ancres_dans(kb, renvoi.lieu, renvoi.ancres)
        if renvoi.selon_echelon and echelon is not None:
            siens = [p for p in siens if _nomme(p.texte, echelon)]
        trouves += siens
    return tuple(dict.fromkeys(trouves))


def _ancres_dans(kb: KnowledgeBase, lieu: str, ancres: tuple[str, ...]) -> list[Passage]:
    """The paragraphs of a place that hold an anchor, in the order of the text."""
    pliees = [plier(a) for a in ancres]
    trouves = [p for p in _du_lieu(kb, lieu) if any(a in plier(p.texte) for a in pliees)]
    return _sans_redite(trouves)


def _du_lieu(kb: KnowledgeBase, lieu: str) -> Iterator[Passage]:
    """All paragraphs of "3.02 d", "1.09 bis d", "3.03" or of an agreement's article.

    Of the whole article where no paragraph bears the letter.
    """
    if lieu.startswith("KALIARTI"):
        yield from _de_l_article(kb, lieu)
        return
    numero, _, lettre = lieu.rpartition(" ")
    if not re.fullmatch("[a-h]", lettre):
        numero, lettre = lieu, ""
    lu = kb.articles.get(numero)
    tous = lu.paragraphes if lu else ()
    for p in [p for p in tous if p.lettre == lettre] or tous:
        passage = kb.par_id.get(f"article:{numero}/{p.lettre or '-'}/{p.rang}")
        if passage is not None:
            yield passage


def _sans_redite(passages: list[Passage]) -> list[Passage]:
    """Without a last block that repeats the one before (2.12 a prints one twice)."""
    for n in range(2, len(passages) // 2 + 1):
        if [p.texte for p in passages[-n:]] == [p.texte for p in passages[-2 * n:-n]]:
            return passages[:-n]
    return passages


def _nomme(texte: str, echelon: Echelon) -> bool:
    mot = "niveau" if echelon.numero is None else "échelon"
    return bool(re.search(rf"{mot} {re.escape(str(echelon))}(?!\w)", texte))


def mention_de_l_accord(kb: KnowledgeBase, code: str) -> Passage | None:
    """Where the latest agreement that touched a fiche names it; None without official texts."""
    dernier = kb.repertoire[code].dernier_changement
    if dernier is None or kb.lecture is None:
        return None
    nomme = re.compile(rf"(?<![\w.]){re.escape(code)}(?![\w]|\.\d)")
    for passage in _de_l_article(kb, dernier.texte):
        if nomme.search(passage.texte):
            return passage
    return None


def _de_l_article(kb: KnowledgeBase, article_id: str) -> Iterator[Passage]:
    prefixe = f"accord:{article_id}/"
    if kb.lecture is None:
        return iter(())
    return (
        kb.par_id[f"{prefixe}{p.lettre or '-'}/{p.rang}"]
        for accord in kb.lecture.accords for article in accord.articles
        if article.lieu.article_id == article_id for p in article.paragraphes
    )
