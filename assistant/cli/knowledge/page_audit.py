"""The audit as one HTML page: readable without network or script, filtered with one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.corpus.audit.modeles import GENRES, GRAVITES

if TYPE_CHECKING:
    from assistant.corpus.audit import Constat, Cote

__all__ = ["page"]

_MODELE = Path(__file__).with_name("page_audit.html")


def page(constats: Sequence[Constat], version: str, officiels: bool) -> str:
    """The page of these findings; every text in it is escaped."""
    totaux = Counter(c.gravite for c in constats)
    morceaux = {
        "version": escape(version),
        "sans_textes": "" if officiels else (
            '<p class="avis">Les textes officiels ne sont pas chargés : seuls les faits du '
            "répertoire sont examinés.</p>"
        ),
        "gravites": "".join(_case(s, totaux[s]) for s in GRAVITES),
        "genres": "".join(
            f'<option value="{g}">{escape(nom)}</option>'
            for g, nom in GENRES.items() if any(c.genre == g for c in constats)
        ),
        "sections": "".join(_section(g, [c for c in constats if c.genre == g]) for g in GENRES),
    }
    texte = _MODELE.read_text(encoding="utf-8")
    for nom, morceau in morceaux.items():
        texte = texte.replace(f"<!--{nom}-->", morceau)
    return texte


def _case(gravite: str, nombre: int) -> str:
    return (
        f'<label class="{gravite}" title="{escape(GRAVITES[gravite])}">'
        f'<input type="checkbox" value="{gravite}" checked> {gravite}s : {nombre}</label>'
    )


def _section(genre: str, siens: Sequence[Constat]) -> str:
    if not siens:
        return ""
    return (
        f'<section data-genre="{genre}"><h2>{escape(GENRES[genre])} '
        f'<span class="nombre">{len(siens)}</span></h2>{"".join(map(_constat, siens))}</section>'
    )


def _constat(c: Constat) -> str:
    cotes = "".join(_cote(cote) for cote in (c.cote_a, c.cote_b) if cote)
    return (
        f'<article class="{c.gravite}" data-gravite="{c.gravite}"><p>{escape(c.message)} '
        f'<span class="gravite">{c.gravite}</span></p><div class="cotes">{cotes}</div></article>'
    )


def _cote(cote: Cote) -> str:
    source = escape(cote.source)
    if cote.lien and cote.lien.startswith("https://"):
        source = f'<a href="{escape(cote.lien)}" rel="noopener noreferrer">{source}</a>'
    edition = f" · édition {escape(cote.edition)}" if cote.edition else ""
    return (
        f'<div><p class="source">{source}</p><p class="lieu">{escape(cote.lieu)}{edition}</p>'
        f'<p class="valeur">{escape(cote.valeur)}</p></div>'
    )
