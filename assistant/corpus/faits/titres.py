"""Denominations as agreements print them, one by one."""

from __future__ import annotations

import re

__all__ = ["decouper_titres", "propre"]

_SEPARATEURS = re.compile(r" – | — | - |\s*/\s*|, (?=\w)")
_DEUX_POINTS = re.compile(r"\s:\s(\w)")
_IMBRIQUES = re.compile(r"“\s*([^“”]*?)\s*[“”]")


def propre(texte: str) -> str:
    """One denomination without its end mark, inner quotes as « », first letter in capitals."""
    texte = _DEUX_POINTS.sub(lambda m: f" {m[1].lower()}", _IMBRIQUES.sub(r"« \1 »", texte))
    texte = " ".join(texte.replace("’", "'").split()).strip(" .;,:")
    return texte[:1].upper() + texte[1:]


def decouper_titres(texte: str) -> tuple[str, ...]:
    """The denominations in a title: parted by dashes, slashes or commas outside brackets."""
    morceaux, debut = [], 0
    for coupe in _SEPARATEURS.finditer(texte):
        avant = texte[debut:coupe.start()]
        if avant.count("(") > avant.count(")"):
            continue
        morceaux.append(avant)
        debut = coupe.end()
    morceaux.append(texte[debut:])
    return tuple(dict.fromkeys(t for m in morceaux if (t := propre(m))))
