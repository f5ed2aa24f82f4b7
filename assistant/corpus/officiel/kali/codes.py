"""Codes as printed in fiches: found at the head of a line or in a text, and put right."""

from __future__ import annotations

import re
from typing import NamedTuple

from assistant.classification import CodeInvalide
from assistant.classification.code import Code

__all__ = ["CodeLu", "CodesCites", "code_en_tete", "codes_cites", "lire_code"]

_CORPS = (r"(?:A\.? ?A\.? ?A|A\.? ?A|C\.? ?C|[A-NZ1])[.\- ]{0,2}"
          r"(?:C?[.\- ]{0,2}(?:IV|V|I{1,3})|C[.\- ]{0,2}[1-5]|\d{1,2})[.\- ]{0,2}\d{1,2}")
_TETE = re.compile(rf"^(?:Fiche\s+)?({_CORPS})(?![\w.]*\w)[\s.:–-]*")
_CITE = re.compile(rf"(?<![\w.])({_CORPS})(?![\w])")
_UN_POUR_I = re.compile(r"^[1l](?=\.\d{1,2}\.\d)")
_ENTRE_PARENTHESES = re.compile(r"\((?:fiche\s+)?([A-Z][A-Z.\d -]{1,11}\d)\s?\)")
_POINT_OUBLIE = re.compile(r"^([A-NZ]{1,3})[.-]?(3|6|9|12|17|20|23)(\d)$")
_LONGUEUR_MAX = 40
_CADRE_SANS_C = re.compile(r"^([A-NZ]|AA)[.\- ]*(IV|V|I{1,3})[.\- ]+(\d{1,2})$")
_AA_SEPARE = re.compile(r"^A\.A\.(?:(A)\.)?(?=[C\d])")
_ESPACES = re.compile(r"\s+")

CodeLu = tuple[str, str]  # canonical code, anomaly in French or ""


class CodesCites(NamedTuple):
    """Codes that a text names, and remarks on their print in French sentences."""

    codes: tuple[str, ...]
    remarques: tuple[str, ...]


def lire_code(imprime: str) -> CodeLu | None:
    """Canonical code of a printed one and what was corrected; None where it is no code.

    A print's slip is put right: ``1.3.1`` is I.3.1, ``II.1`` is I.C.I.1 (filière I, the C left
    out), ``A.91`` is A.9.1.
    """
    if len(imprime) > _LONGUEUR_MAX:
        return None
    propre = _ESPACES.sub("", imprime).strip(".:")
    corrige = _AA_SEPARE.sub(lambda m: f"AA{m[1] or ''}.", _UN_POUR_I.sub("I", propre))
    code = _code(corrige)
    if code and corrige == propre:
        return code, ""
    if code is None and propre in ("II.1", "II1"):
        code = _code("I.C.I.1")
    elif code is None and (cadre := _CADRE_SANS_C.match(propre)):
        code = _code(f"{cadre[1]}.C.{cadre[2]}.{cadre[3]}")
    elif code is None and (sans_point := _POINT_OUBLIE.match(propre)):
        code = _code(".".join(sans_point.groups()))
    if code is None:
        return None
    return code, f"code imprimé « {imprime.strip()} », lu {code}"


def code_en_tete(ligne: str) -> tuple[str, str] | None:
    """The code that opens a line and the rest of the line; None without a code there."""
    trouve = _TETE.match(ligne)
    if not trouve or lire_code(trouve[1]) is None:
        return None
    return trouve[1], ligne[trouve.end():].strip()


def codes_cites(texte: str) -> CodesCites:
    """Canonical codes named in a text, in order, each once; and what was corrected or not read."""
    trouves = {m.start(1): m[1] for m in _CITE.finditer(texte)}
    trouves |= {m.start(1): m[1] for m in _ENTRE_PARENTHESES.finditer(texte)}
    codes, remarques = [], []
    for position in sorted(trouves):
        lu = lire_code(trouves[position])
        if lu:
            codes.append(lu[0])
            remarques.append(lu[1])
        elif _ENTRE_PARENTHESES.match(texte, position - 1):
            remarques.append(f"« {trouves[position]} » cité, ce n'est pas un code")
    return CodesCites(tuple(dict.fromkeys(codes)), tuple(dict.fromkeys(r for r in remarques if r)))


def _code(texte: str) -> str | None:
    try:
        return str(Code.lire(texte))
    except CodeInvalide:
        return None
