"""All passages of a KnowledgeBase, and those worth a search by meaning."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.corpus.base import KnowledgeBase, lien_legifrance
from assistant.corpus.erreurs import ErreurDeConnaissance
from assistant.corpus.passages import (
    Passage,
    passage_de_repertoire,
    passages_d_accord,
    passages_d_article,
    passages_d_edition,
    passages_d_un_ancien,
    passages_de_bareme,
    passages_de_fiche,
    passages_de_regle,
)
from assistant.corpus.yaml_strict import lire_yaml

__all__ = ["passages_a_indexer", "tous_les_passages"]


def tous_les_passages(kb: KnowledgeBase) -> Iterator[Passage]:
    """Every quotable passage, in a stable order: fiches, rules, barèmes, official texts."""
    for code, entree in kb.repertoire.items():
        fiche = kb.fiches[code]
        if lue := kb.textes.get(code):
            # a text handed over by the user stands on no public page of ours to link to
            sienne = lue.origine == "referentiel" and entree.edition_article
            yield from passages_de_fiche(
                fiche, lue, lien_legifrance(sienne) if sienne else lue.lien
            )
        atteste = max(filter(None, (entree.depuis, entree.edition)), default=None)
        yield passage_de_repertoire(
            fiche, lien_legifrance(entree.source),
            atteste.isoformat() if atteste else None, entree.note,
        )
    for regle in kb.regles.values():
        yield from passages_de_regle(regle)
    for bareme in kb.baremes:
        yield from passages_de_bareme(bareme)
    yield from _officiels(kb)


def _officiels(kb: KnowledgeBase) -> Iterator[Passage]:
    """Earlier prints, articles and older fiches; ids are made unique where the data repeats."""
    if kb.lecture is None:
        return
    for code, editions in kb.editions.items():
        lue = kb.textes.get(code)
        for edition, suivante in zip(editions, (*editions[1:], None), strict=True):
            if lue is not None and lue.lien == edition.lieu.lien and lue.edition == edition.date:
                continue  # that is the text in force
            change = suivante.date if suivante else kb.fiches[code].superseded_by if (
                code in kb.fiches) else None
            yield from passages_d_edition(edition, change.isoformat() if change else None)
    for article in kb.lecture.articles:
        yield from passages_d_article(article)
    for accord in kb.lecture.accords:
        yield from passages_d_accord(accord)
    for ancien in kb.lecture.anciens:
        yield from passages_d_un_ancien(ancien)


def passages_a_indexer(kb: KnowledgeBase) -> Iterator[Passage]:
    """Texts in force, articles, rules, documents, and labelled utterances.

    Figures, directory entries and earlier prints are looked up by code and date, not searched:
    by meaning an old print would crowd out the text in force, which says nearly the same.
    """
    from assistant.corpus.schemas_parler import FichierIntentions, FichierQuestions

    for p in kb.passages:
        if p.genre in ("fiche", "article", "document") or (
            p.genre == "regle" and p.id.count("/") == 1
        ):
            yield p
    lues = lire_yaml(kb.racine / "parler" / "intentions.yaml", FichierIntentions)
    questions = lire_yaml(kb.racine / "parler" / "questions_regles.yaml", FichierQuestions)
    groupes = [(i.id, i.phrases) for i in lues.intentions]
    for q in questions.questions:
        if q.regle not in kb.regles:
            raise ErreurDeConnaissance(
                kb.racine / "parler" / "questions_regles.yaml", "cette règle n'existe pas",
                entree=q.regle, champ="regle",
            )
        groupes.append((f"regle:{q.regle}", q.phrases))
    for nom, siennes in groupes:
        for n, phrase in enumerate(siennes, start=1):
            yield Passage(f"intention:{nom}/{n}", phrase, "intention", "phrase type", section=nom)
