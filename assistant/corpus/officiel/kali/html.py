"""The HTML of an article as lines: one per paragraph, line break or table row."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

__all__ = ["Ligne", "lignes"]

_COUPURES = frozenset(("p", "br", "tr", "li", "div", "table", "center", "ul", "ol", "thead",
                       "tbody", "h1", "h2", "h3", "h4", "hr", "blockquote"))
_DANS_UNE_CELLULE = frozenset(("p", "br", "div", "center"))
_CELLULES = frozenset(("td", "th"))
# What is no whole, short tag is text: it leaves the parser nothing to search for twice.
_PAS_UNE_BALISE = re.compile(r"<(?!/?[a-zA-Z][^<>]{0,400}>)")
_NOMBRE_DEMESURE = re.compile(r"&(?=#(?:\d{8}|[xX][0-9a-fA-F]{7}))")
_TIRETS = re.compile(r"^(?:[―–—−•*-]\s?)+")


@dataclass(frozen=True, slots=True)
class Ligne:
    """One line, spaces folded, entities decoded, list dashes taken off into ``profondeur``.

    ``tiret`` is the dash that was taken off ("" without one).
    """

    texte: str
    profondeur: int = 0
    tiret: str = ""

    @property
    def brut(self) -> str:
        """The line with its dash, as printed."""
        return f"{self.tiret} {self.texte}" if self.tiret else self.texte


class _Lecteur(HTMLParser):
    """Collects text and cuts it at block tags; cells of one row stay on one line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lignes: list[Ligne] = []
        self._morceaux: list[str] = []
        self._cellule = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _CELLULES:
            self._cellule = True
        elif self._cellule and tag in _DANS_UNE_CELLULE:
            self._morceaux.append(" ")
        elif tag in _COUPURES:
            self._couper()
            self._cellule = False

    def handle_endtag(self, tag: str) -> None:
        if tag in _CELLULES:
            self._morceaux.append(" | ")
            self._cellule = False
        elif tag in _COUPURES and not self._cellule:
            self._couper()

    def handle_data(self, data: str) -> None:
        self._morceaux.append(data)

    def fin(self) -> tuple[Ligne, ...]:
        """Close and give all lines."""
        self.close()
        self._couper()
        return tuple(self.lignes)

    def _couper(self) -> None:
        texte = " ".join("".join(self._morceaux).split())
        self._morceaux = []
        texte = texte.removesuffix("|").rstrip()
        if texte.strip("| "):
            self.lignes.append(_ligne(texte))


def lignes(contenu: str) -> tuple[Ligne, ...]:
    """The lines of an article's HTML, in order; empty ones are left out.

    Time grows with the length of the text only: comments, declarations, unclosed tags and
    character references beyond Unicode are taken as text.
    """
    lecteur = _Lecteur()
    sur = _PAS_UNE_BALISE.sub("&lt;", _NOMBRE_DEMESURE.sub("&amp;", contenu))
    lecteur.feed(sur)
    return lecteur.fin()


def _ligne(texte: str) -> Ligne:
    trouve = _TIRETS.match(texte)
    reste = texte[trouve.end():].strip() if trouve else texte
    if not trouve or not reste:
        return Ligne(texte)
    tirets = trouve[0].replace(" ", "")
    return Ligne(reste, min(len(tirets), 4), tirets)
