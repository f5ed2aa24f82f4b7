"""All passages of a KnowledgeBase, made family by family when first asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from threading import RLock

from assistant.corpus.base import KnowledgeBase, lien_legifrance
from assistant.corpus.passages import (
    Passage,
    passage_de_repertoire,
    passages_d_accord,
    passages_d_article,
    passages_d_edition,
    passages_d_un_ancien,
    passages_de_bareme,
    passages_de_document,
    passages_de_fiche,
    passages_de_regle,
)

__all__ = ["Inventaire", "passages_a_indexer"]


class Inventaire(Mapping[str, Passage]):
    """Passages by id, in a stable order: fiches, rules, barèmes, official texts.

    A family (the fiche of one code, the rules, the prints of one code, the articles…) is made
    at the first look at one of its ids: an answer needs a few of some 26 000.
    """

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb
        self._faites: dict[str, dict[str, Passage]] = {}
        self._verrou = RLock()

    def famille(self, nom: str) -> Mapping[str, Passage]:
        """The passages of a family ("fiche:A.9.1", "regle", "edition:A.9.1"); {} if there is none."""
        with self._verrou:
            if nom not in self._faites:
                self._faites[nom] = {p.id: p for p in _composer(self._kb, nom)}
            return self._faites[nom]

    def __getitem__(self, ident: str) -> Passage:
        return self.famille(_famille_de(ident))[ident]

    def __iter__(self) -> Iterator[str]:
        for nom in _familles(self._kb):
            yield from self.famille(nom)

    def __len__(self) -> int:
        return sum(len(self.famille(nom)) for nom in _familles(self._kb))


def _famille_de(ident: str) -> str:
    genre, _, reste = ident.partition(":")
    if genre in ("fiche", "repertoire"):
        return f"fiche:{reste.partition('/')[0]}"
    if genre == "edition":
        return f"edition:{reste.partition('@')[0]}"
    return "article" if genre == "annexe" else genre


def _familles(kb: KnowledgeBase) -> Iterator[str]:
    yield from (f"fiche:{code}" for code in kb.repertoire)
    yield from ("regle", "bareme")
    yield from (f"edition:{code}" for code in kb.editions)
    yield from ("article", "accord", "ancien", "document")


def _composer(kb: KnowledgeBase, nom: str) -> Iterable[Passage]:
    genre, _, code = nom.partition(":")
    lecture = kb.lecture
    if genre == "fiche":
        return _de_fiche(kb, code) if code in kb.repertoire else ()
    if genre == "regle":
        return (p for regle in kb.regles.values() for p in passages_de_regle(regle))
    if genre == "bareme":
        return (p for bareme in kb.baremes for p in passages_de_bareme(bareme))
    if genre == "edition":
        return _editions(kb, code)
    if genre == "document":
        return (p for document in kb.documents for p in passages_de_document(document))
    if lecture is None:
        return ()
    if genre == "article":
        return (p for article in lecture.articles for p in passages_d_article(article))
    if genre == "accord":
        return (p for accord in lecture.accords for p in passages_d_accord(accord))
    if genre == "ancien":
        return (p for ancien in lecture.anciens for p in passages_d_un_ancien(ancien))
    return ()


def _de_fiche(kb: KnowledgeBase, code: str) -> Iterator[Passage]:
    entree, fiche = kb.repertoire[code], kb.fiches[code]
    if lue := kb.textes.get(code):
        # a text handed over by the user stands on no public page of ours to link to
        sienne = lue.origine == "referentiel" and entree.edition_article
        yield from passages_de_fiche(fiche, lue, lien_legifrance(sienne) if sienne else lue.lien)
    atteste = max(filter(None, (entree.depuis, entree.edition)), default=None)
    yield passage_de_repertoire(
        fiche, lien_legifrance(entree.source) if entree.source else None,
        atteste.isoformat() if atteste else None,
        entree.note,
    )


def _editions(kb: KnowledgeBase, code: str) -> Iterator[Passage]:
    """Prints of a code that are not its text in force."""
    editions, lue = kb.editions.get(code, ()), kb.textes.get(code)
    derniere = kb.fiches[code].superseded_by if code in kb.repertoire else None
    for edition, suivante in zip(editions, (*editions[1:], None), strict=True):
        if lue is not None and (lue.lien, lue.edition) == (edition.lieu.lien, edition.date):
            continue
        change = suivante.date if suivante else derniere
        yield from passages_d_edition(edition, change.isoformat() if change else None)


def passages_a_indexer(kb: KnowledgeBase) -> Iterator[Passage]:
    """Texts in force, articles, rules and documents.

    Figures, directory entries and earlier prints are looked up by code and date, not searched:
    by meaning an old print would crowd out the text in force, which says nearly the same.
    """
    for p in kb.passages:
        if p.genre in ("fiche", "article", "document") or (
            p.genre == "regle" and p.id.count("/") == 1
        ):
            yield p
