"""The official paragraph that carries a rule, or that says a fiche was changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.classification import Article, plier
from assistant.corpus.base import KnowledgeBase
from assistant.corpus.passages import Passage

__all__ = ["extraits_de_regle", "mention_de_l_accord"]


def extraits_de_regle(kb: KnowledgeBase, article: Article) -> tuple[Passage, ...]:
    """The official paragraphs a rule stands on, found by its anchors; () without them."""
    numero, _, lettre = article.article.partition(" ")
    lu = kb.articles.get(numero)
    if lu is None or not article.ancres:
        return ()
    ancres = [plier(a) for a in article.ancres]
    siens = (
        kb.par_id.get(f"article:{numero}/{p.lettre or '-'}/{p.rang}")
        for p in lu.paragraphes
        if p.lettre == (lettre or p.lettre) and any(a in plier(p.texte) for a in ancres)
    )
    return tuple(p for p in siens if p is not None)


def mention_de_l_accord(kb: KnowledgeBase, code: str) -> Passage | None:
    """Where the latest agreement that touched a fiche names it; None without official texts."""
    modifications = kb.repertoire[code].modifications
    if not modifications or kb.lecture is None:
        return None
    nomme = re.compile(rf"(?<![\w.]){re.escape(code)}(?![\w]|\.\d)")
    for passage in _de_l_article(kb, modifications[-1].texte):
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
