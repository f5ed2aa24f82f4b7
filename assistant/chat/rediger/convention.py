"""What the agreement says, quoted and never interpreted: an article named, a point not worked out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.chat.comprendre import Comprehension
from assistant.chat.comprendre.articles import ArticleNomme, article_nomme
from assistant.chat.connaissances import Connaissances
from assistant.chat.motif import motif
from assistant.chat.rediger.brouillon import Brouillon
from assistant.chat.rediger.documents import citer_documents
from assistant.corpus import Passage

__all__ = ["passages_de_convention", "rediger_convention"]

_HORS_CALCUL = ("hors_sources", "hors_sujet")
_OUVERTES = frozenset(
    "echelon progresser situation extensions acces contenu evolution trouver_fiche promotion "
    "sans_qualification certification criteres suppleance degres alternance generique".split()
)
"""Intents that an article quoted on its subject answers, where nobody's job is at hand."""
_QUE_DIT = motif(
    r"\b(?:que|qu['’]est[- ]ce que|il)\s+(?:dit|dis|pr[ée]voit|stipule|indique|[ée]crit)\b"
    r"|\bwhat does\b|\b(?:dit|pr[ée]voit)\s+quoi\b"
)
_AU_PLUS, _LETTRES_AU_PLUS = 40, 7000  # paragraphs and characters of an article, at once
_BLOC = 3  # paragraphs printed twice in a row, from so many on, are quoted once


def passages_de_convention(x: Comprehension, c: Connaissances) -> list[Passage] | None:
    """The paragraphs that answer in the agreement's own words.

    Those of an article named, where its text is asked for or where nothing is worked out; else,
    for a question outside the sources, those found by their words. None where the answer is no
    quotation.
    """
    nomme = _article(x, c)
    if nomme is not None:
        entiers = c.articles.paragraphes(nomme.numero, nomme.lettres)
        if nomme.texte_seul or (nomme.lettres and len(entiers) <= _AU_PLUS):
            return list(_sans_redite(entiers))
        return [t.passage for t in c.articles.de_l_article(nomme.numero, nomme.reste)]
    if x.intention.id == "hors_sources":
        return [t.passage for t in c.articles.chercher(x.question)]
    return [] if x.intention.id in _HORS_CALCUL else None


def _article(x: Comprehension, c: Connaissances) -> ArticleNomme | None:
    nomme = article_nomme(x.question, c)
    if nomme is None or nomme.numero not in c.kb.articles or (
        x.intention.id in ("interdit", "autre_convention")
    ):
        return None
    ouverte = x.intention.id in _OUVERTES or x.intention.id.startswith("regle:")
    sans_emploi = ouverte and not x.fiche and not x.mentions.de("echelon")
    cite = x.intention.id in _HORS_CALCUL or (
        sans_emploi and _QUE_DIT.search(x.question.lower()) is not None
    )
    return nomme if nomme.texte_seul or cite else None


def _sans_redite(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Without the block of lines that the official file prints twice in a row (2.12 a)."""
    textes = [p.texte for p in passages]
    i = 0
    while i < len(passages):
        for n in range((len(passages) - i) // 2, _BLOC - 1, -1):
            if textes[i : i + n] == textes[i + n : i + 2 * n]:
                yield from passages[i : i + n]
                i += 2 * n
                break
        else:
            yield passages[i]
            i += 1


def rediger_convention(b: Brouillon, passages: Sequence[Passage]) -> bool:
    """Quote the paragraphs that answer; False (nothing written) where the answer is no quotation."""
    nomme = _article(b.comprehension, b.c)
    if nomme is not None and not passages and nomme.lettres:
        _lettre_absente(b, nomme)
        return True
    if not passages or (nomme is None and b.comprehension.intention.id not in _HORS_CALCUL):
        return False
    if nomme is None and all(p.genre == "document" for p in passages):
        citer_documents(b, passages)
        return True
    entier = nomme is not None and (nomme.texte_seul or bool(nomme.lettres))
    if nomme is not None and (entier or _calcule(b, nomme)):
        b.dire("convention_article_tete", article=nomme.nom)
    else:
        b.dire("convention_tete")
    restants, longueur = list(passages), 0
    while restants and (not entier or longueur < _LETTRES_AU_PLUS):
        passage = restants.pop(0)
        longueur += len(passage.texte)
        lieu = f"art. {passage.article}" if passage.article else passage.source
        b.dire("convention_ligne", lieu=lieu, texte=passage.texte.strip())
        b.citer(passage)
    if restants:
        b.dire("convention_suite", url=restants[0].url or "")
    else:
        b.dire("convention_fin")
    return True


def _calcule(b: Brouillon, nomme: ArticleNomme) -> bool:
    """True for a point that the assistant works out: a rule stands on it."""
    lieux = {a.article for r in b.c.kb.regles.values() for a in r.articles}
    return any(x == nomme.numero or x[:-2] == nomme.numero for x in lieux)


def _lettre_absente(b: Brouillon, nomme: ArticleNomme) -> None:
    siens = b.c.articles.paragraphes(nomme.numero)
    lettres = dict.fromkeys((p.article or "").removeprefix(nomme.numero).strip() for p in siens)
    connues = ", ".join(filter(None, lettres)) or b.texte("convention_aucune_lettre")
    b.dire("convention_lettre_absente", article=nomme.numero, lettre=", ".join(nomme.lettres),
           lettres=connues)
    b.citer(*siens[:1])
