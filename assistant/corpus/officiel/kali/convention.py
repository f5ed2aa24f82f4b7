"""Articles of the base agreement and of agreements: paragraphs with their letter and rank."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.corpus.officiel.kali.arbre import ArticleBrut
from assistant.corpus.officiel.kali.dates import depuis
from assistant.corpus.officiel.kali.html import Ligne
from assistant.corpus.officiel.modeles import ArticleLu, Paragraphe

__all__ = ["lire_article", "paragraphes"]

_LETTRE = re.compile(r"^([a-z])\s?\)\s")


def lire_article(article: ArticleBrut, lignes: Iterable[Ligne]) -> ArticleLu:
    """The article with its number as cited, its title, its chapter and its paragraphs."""
    chapitre = _plat(article.sections[0]) if article.sections else ""
    titre = article.surtitre or (_plat(article.sections[-1]) if article.sections else "")
    return ArticleLu(
        article.num or None, titre, chapitre, article.lieu(),
        depuis(article.modifications), paragraphes(lignes))


def paragraphes(lignes: Iterable[Ligne]) -> tuple[Paragraphe, ...]:
    """Lines as paragraphs: "3.02 d" is the letter d, its own line is rank 1 of that letter.

    A letter counts only as the next one of the article, so that a list a), b) inside a
    paragraph stays text.
    """
    lettre: str | None = None
    rang, lus = 0, []
    for ligne in lignes:
        texte = ligne.brut
        trouve = _LETTRE.match(texte)
        attendue = chr(ord(lettre) + 1) if lettre else "a"
        if trouve and trouve[1] == attendue:
            lettre, rang = trouve[1], 0
        rang += 1
        lus.append(Paragraphe(lettre, rang, texte))
    return tuple(lus)


def _plat(titre: str) -> str:
    return " ".join(titre.split())
