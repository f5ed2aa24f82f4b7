"""Dates that tell which printed text is meant, not for which day something is asked."""

from __future__ import annotations

from assistant.chat.motif import motif
from assistant.classification import sans_accents

__all__ = ["date_d_un_texte"]

_TEXTE = (
    r"(?:imprimee?s?|parue?s?|publiee?s?|editee?s?|textes?|editions?|versions?|panoramas?|annexes?|"
    r"printed|prints?|published|text|edition|version)"
)
_DATE = r"(?:(?:19|20)\d\d|\d{1,2}/\d{1,2}/20\d\d)"
_APRES = motif(rf"\b{_TEXTE}\b(?:\W+(?!applique|applicable)[a-z0-9]+){{0,5}}?\W+{_DATE}\b")
_COLLEE = motif(rf"\b(?:la|ma|cette|the|this|my)\s+(?:{_DATE})\s+(?:edition|version|print|text)\b")


def date_d_un_texte(question: str) -> bool:
    """True where a date belongs to a print: "imprimée en 2017", "le texte du 27 juin 2017"."""
    plat = sans_accents(question)
    return bool(_APRES.search(plat) or _COLLEE.search(plat))
