"""Fiches of the editions before 2008: kept as paragraphs, with the title they stand under."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from assistant.corpus.officiel.kali.arbre import ArticleBrut
from assistant.corpus.officiel.kali.decoupe import Bloc
from assistant.corpus.officiel.kali.html import Ligne
from assistant.corpus.officiel.modeles import TexteAncien

__all__ = ["ANNEE_DES_CODES", "lire_ancien"]

ANNEE_DES_CODES = 2008  # from this year's edition on a fiche prints its canonical code
_CODE_ANCIEN = re.compile(r"^(?:Fiche\s+)?([A-Z]{1,2}[.-]\s?\d{1,2}(?:[.-]\d{1,2})?)\b[\s.:–-]*(.*)$")
_TROIS_LIGNES = re.compile(
    r" : ([A-Z]{1,2})\.? / [ÉE]chelon : (\d{1,2})\.? / N° s[ée]rie : (\d{1,2})\.?(?: /|$)",
    re.IGNORECASE)


def lire_ancien(
    article: ArticleBrut, bloc: Bloc, lignes: Sequence[Ligne], rang: int, quand: date
) -> TexteAncien:
    """The fiche as paragraphs; its title and code from the section it stands in, or its head."""
    titre, code = _titre(article, bloc, rang)
    paragraphes = tuple(ligne.brut for ligne in lignes[bloc.debut:bloc.fin])
    return TexteAncien(titre.rstrip(" .;:")[:300], quand, article.lieu(rang), paragraphes, code)


def _titre(article: ArticleBrut, bloc: Bloc, rang: int) -> tuple[str, str | None]:
    """A section names the first fiche of its article; the next ones have a title of their own."""
    tete = [ligne.texte for ligne in bloc.tete]
    trois = _TROIS_LIGNES.search(" / ".join(tete))
    code = ".".join(trois.groups()).upper() if trois else None
    titre = _plat(article.sections[-1]) if article.sections and rang == 1 else ""
    titre = titre or next((t for t in tete if " : " not in t), "")
    if trouve := _CODE_ANCIEN.match(titre):
        code, titre = trouve[1], trouve[2]
    premiers = [ligne.texte for _, ligne in bloc.sections.get("titres", [])]
    return titre or next(iter(premiers), "") or article.surtitre or "(sans titre)", code


def _plat(titre: str) -> str:
    return " – ".join(" ".join(t.split()) for t in titre.splitlines() if t.strip())
