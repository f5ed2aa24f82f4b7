"""Codes of fiches in a question, however they are typed ("A.6.4", "a 6 4", "B201", "bcii1")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.classification import Code, CodeInvalide, FicheInconnue, Referentiel
from assistant.retrieval.lexique.mentions import Mention

__all__ = ["codes_ecrits"]

_ECRIT = re.compile(
    r"\b(?:aaa|aa|a\.a|cc|[a-n]|z)[.\- ]?(?:c[.\- ]?(?:iv|v|i{1,3}|[1-4])[.\- ]?\d{1,2}(?!\.\d)"
    r"|\d{1,2}[.\-]\d{1,2})\b"
)
_INCONNU = re.compile(r"\b[a-z]{1,3}\.\d{1,3}\.\d{1,3}\b")
# Loosely typed: taken only where the directory has the code, or the word "fiche" or "code" leads.
_LARGE = re.compile(
    r"\b(?P<filiere>aaa|aa|a a|cc|[a-n]|z)(?P<s1>[\s.\-_/,]{0,3})"
    r"(?:(?P<cadre>c)[\s.\-_/,]{0,3}(?P<niveau>iv|v|i{1,3}|[1-4])[\s.\-_/,]{0,3}(?P<rang>\d{1,2})"
    r"|(?P<echelon>3|6|9|12|17|20|23)(?P<s2>[\s.\-_/,]{0,3})(?P<numero>\d{1,2}))\b"
    r"(?!\s*(?:[.,:]\d|h\b|heures?\b|ans?\b|mois\b|jours?\b|euros?\b|%|km\b|personnes?\b|salarie|"
    r"fois\b|ou\b\s*\d|et\b\s*\d|a\s+\d))"
)
_ANNONCE = re.compile(r"\b(?:fiche|code|qualification|qualif)\s+$")
_AUTRE_CHOSE = re.compile(r"(?:\b(?:permis|autoroute|rue|batiment|salle|il y)|[\d'])\s*$")


def codes_ecrits(texte: str, plat: str, referentiel: Referentiel) -> Iterator[Mention]:
    """Codes of the directory and codes that are none, in ``plat``, the folded ``texte``.

    Strict spellings first; looser ones only where the directory has the code, so that
    "à 6 4 ans après" or "permis B 96" name none.
    """
    pris: list[tuple[int, int]] = []
    for m in (*_ECRIT.finditer(plat), *_INCONNU.finditer(plat)):
        if any(m.start() < f and d < m.end() for d, f in pris):
            continue
        if mention := _stricte(m, referentiel):
            pris.append((m.start(), m.end()))
            yield mention
    for m in _LARGE.finditer(plat):
        if any(m.start() < f and d < m.end() for d, f in pris):
            continue
        if mention := _large(m, texte, plat, referentiel):
            yield mention


def _stricte(m: re.Match[str], referentiel: Referentiel) -> Mention | None:
    try:
        code = str(referentiel.fiche(m[0]).code)
    except FicheInconnue as inconnue:
        if not (_est_un_code(m[0]) or _INCONNU.fullmatch(m[0])):
            return None
        valeurs = (inconnue.code, *inconnue.proches)
        return Mention("code_inconnu", valeurs, m[0], m.start(), m.end(), par_code=True)
    return Mention("fiche", (code,), m[0], m.start(), m.end(), par_code=True)


def _large(
    m: re.Match[str], texte: str, plat: str, referentiel: Referentiel
) -> Mention | None:
    avant = plat[max(0, m.start() - 20) : m.start()]
    annonce = _ANNONCE.search(avant) is not None
    if not annonce and (_AUTRE_CHOSE.search(avant) or _est_une_preposition(m, texte, plat)):
        return None
    ecrit = _canonique(m)
    if ecrit in referentiel.fiches:
        return Mention("fiche", (ecrit,), m[0], m.start(), m.end(), par_code=True)
    if not annonce or not _est_un_code(ecrit):
        return None
    try:
        referentiel.fiche(ecrit)
    except FicheInconnue as inconnue:
        valeurs = (inconnue.code, *inconnue.proches)
        return Mention("code_inconnu", valeurs, m[0], m.start(), m.end(), par_code=True)
    return None


def _canonique(m: re.Match[str]) -> str:
    filiere = m["filiere"].replace(" ", "").upper()
    if m["cadre"]:
        niveau = m["niveau"].upper()
        niveau = {"1": "I", "2": "II", "3": "III", "4": "IV"}.get(niveau, niveau)
        return f"{filiere}.C.{niveau}.{m['rang']}"
    return f"{filiere}.{m['echelon']}.{m['numero']}"


def _est_une_preposition(m: re.Match[str], texte: str, plat: str) -> bool:
    """True for the "à" of "de 3 à 6 1 fois", which folding made an "a"."""
    if m["filiere"] != "a" or m["s1"].strip(" ") or not m["s1"]:
        return False
    return len(texte) != len(plat) or texte[m.start()] in "àÀ"


def _est_un_code(texte: str) -> bool:
    try:
        Code.lire(texte)
    except CodeInvalide:
        return False
    return True
