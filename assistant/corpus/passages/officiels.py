"""Passages of the agreement itself, of the fiches of before 2008 and of imported documents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.corpus.documents.modeles import Document
from assistant.corpus.officiel.modeles import AccordLu, ArticleLu, TexteAncien
from assistant.corpus.passages.modele import Passage

__all__ = [
    "passages_d_accord",
    "passages_d_article",
    "passages_d_un_ancien",
    "passages_de_document",
]


def passages_d_article(article: ArticleLu) -> Iterator[Passage]:
    """One passage a paragraph: id `article:3.02/d/2`, or `annexe:KALIARTI…/-/3` without number."""
    racine = f"article:{article.numero}" if article.numero else f"annexe:{article.lieu.article_id}"
    for p in article.paragraphes:
        lettre = f" {p.lettre}" if p.lettre else ""
        numero = f"{article.numero}{lettre}" if article.numero else None
        nom = f"art. {numero}" if numero else article.titre or article.chapitre
        yield Passage(
            id=f"{racine}/{p.lettre or '-'}/{p.rang}",
            texte=p.texte,
            genre="article",
            source=f"Convention collective (IDCC 1090), {nom}",
            section=article.chapitre,
            article=numero,
            url=article.lieu.lien,
            edition=article.depuis.isoformat() if article.depuis else None,
            contexte=" ; ".join(filter(None, (article.chapitre, article.titre))),
        )


def passages_d_accord(accord: AccordLu) -> Iterator[Passage]:
    """One passage a paragraph of an agreement on the directory: id `accord:KALIARTI…/-/2`."""
    for article in accord.articles:
        nom = f", art. {article.numero}" if article.numero else ""
        for p in article.paragraphes:
            yield Passage(
                id=f"accord:{article.lieu.article_id}/{p.lettre or '-'}/{p.rang}",
                texte=p.texte,
                genre="accord",
                source=f"{accord.titre}{nom}",
                article=article.numero,
                url=article.lieu.lien,
                edition=accord.date.isoformat(),
                contexte=accord.titre,
            )


def passages_d_un_ancien(texte: TexteAncien) -> Iterator[Passage]:
    """One passage a paragraph of a fiche of before 2008: id `ancien:KALIARTI…#1/4`."""
    for rang, paragraphe in enumerate(texte.paragraphes, start=1):
        yield Passage(
            id=f"ancien:{texte.lieu.article_id}#{texte.lieu.rang}/{rang}",
            texte=paragraphe,
            genre="ancien",
            source=f"{re.sub(r'[ :.]+$', '', texte.titre)}, fiche du {texte.date:%d/%m/%Y}",
            url=texte.lieu.lien,
            edition=texte.date.isoformat(),
            contexte=texte.titre,
        )


def passages_de_document(document: Document) -> Iterator[Passage]:
    """One passage a paragraph of an imported document: id `document:note-rh/p3/2`."""
    for page, paragraphes in enumerate(document.pages, start=1):
        for rang, texte in enumerate(paragraphes, start=1):
            yield Passage(
                id=f"document:{document.nom}/p{page}/{rang}",
                texte=texte,
                genre="document",
                source=f"Document importé {document.nom}, page {page}",
                contexte=document.nom.replace("-", " "),
            )
