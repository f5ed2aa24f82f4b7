"""Agreements that update the directory or the minima: date, extension, half-year, articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from assistant.classification import sans_accents
from assistant.corpus.officiel.kali.arbre import ArticleBrut, TexteBrut
from assistant.corpus.officiel.kali.dates import date_du_titre, extension_jo, semestre
from assistant.corpus.officiel.modeles import AccordLu, ArticleLu

__all__ = ["assembler", "est_bareme", "est_du_repertoire"]

_MOTS = ("rnqsa", "rncsa", "repertoire national des qualifications", "rnc pour",
         "mise a jour des certifications")


def est_du_repertoire(texte: TexteBrut) -> bool:
    """Whether an agreement's title says that it updates the directory."""
    titre = sans_accents(texte.titre)
    return any(mot in titre for mot in _MOTS)


def est_bareme(texte: TexteBrut) -> bool:
    """Whether the text is filed under the salaries."""
    return "salaires" in sans_accents(texte.rubrique)


def assembler(
    texte: TexteBrut, bruts: Sequence[ArticleBrut], articles: Sequence[ArticleLu]
) -> AccordLu | None:
    """The agreement; None where its title holds no date."""
    quand = date_du_titre(texte.titre)
    if quand is None:
        return None
    # A later amendment leaves its own extension on the article it changed: the date of most
    # articles is the agreement's.
    extensions = Counter(e for a in bruts if (e := extension_jo(a.modifications)))
    extension = min(extensions, key=lambda e: (-extensions[e], e), default=None)
    return AccordLu(
        texte.id, texte.titre, quand, texte.etat, extension, semestre(texte.titre),
        tuple(articles))
