"""Numbers as each language writes them: 2 080,50 € in French, €2,080.50 in English."""

from __future__ import annotations

import re

from assistant.chat.motif import motif

__all__ = ["nombre_ecrit", "nombres_de_la_langue"]

_FINE = "\u202f"
_SEUL = motif(rf"[-−]?[\d{_FINE},]*\d(?:\s?%)?")  # the whole of a value: "37,5", "1 598,57"
_CALCUL = motif(rf"[\d{_FINE}\s.,/×=+−\-()>%€]+")
_GROUPE = motif(rf"\d{{1,3}}(?:{_FINE}\d{{3}})+(?:,\d\d?)?|\d+,\d\d?(?!\d)")  # "2,080" is written already
_MONTANT = motif(rf"\d{{1,3}}(?:{_FINE}\d{{3}})+(?:,\d\d)?|\d+,\d\d(?=\s?€)|(?<=€)\d+,\d\d(?![\d,])")


def nombre_ecrit(dit: object, langue: str) -> object:
    """A value of an answer's sentence: in English its figures the English way, words untouched."""
    if langue != "en" or not isinstance(dit, str):
        return dit
    if _SEUL.fullmatch(dit) or _CALCUL.fullmatch(dit):
        return _GROUPE.sub(_anglais, dit)
    return nombres_de_la_langue(dit, langue)


def nombres_de_la_langue(texte: str, langue: str) -> str:
    """A sentence whose amounts were put in as French writes them; "3,5 t" in a title stays."""
    return _MONTANT.sub(_anglais, texte) if langue == "en" else texte


def _anglais(m: re.Match[str]) -> str:
    return m[0].replace(",", ".").replace(_FINE, ",")
