"""Denominations of a fiche: one by one, without what only introduces or explains them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.classification import sans_accents
from assistant.corpus.officiel.kali.html import Ligne

__all__ = ["titres_de_tete", "titres_imprimes"]

_PARENTHESES = re.compile(r"\((?:selon le cas|au choix|le cas échéant)\)\s*:?", re.IGNORECASE)
_COUPURES = re.compile(r"\s*(?:;|[.,]?\s+[–—-]\s+|\.\s+(?=[A-ZÉÈÀÂÊÎÔ]))\s*")
_EXPLICATIONS = ("cette denomination", "cette qualification", "ces denominations", "afin de",
                 "la denomination", "selon le cas", "au choix", "voir ", "dans les entreprises",
                 "lorsque ", "le titulaire", "il ", "elle ", "l'intitule", "(")
_ARTICLE = re.compile(r"^(?:le|la|les)\s+|^l['’]", re.IGNORECASE)
_SIGLES = frozenset(("PRA", "VO", "VN", "VL", "PL", "VI", "VP", "VU", "VUI", "LLD"))
_LONGUEUR_MAX = 140


def titres_imprimes(lignes: Iterable[Ligne]) -> tuple[str, ...]:
    """The titles that the lines of section 1 print."""
    titres: list[str] = []
    for ligne in lignes:
        texte = _PARENTHESES.sub("", ligne.texte).strip()
        if not texte or texte.endswith(":") or sans_accents(texte).startswith(_EXPLICATIONS):
            continue
        titres.extend(_decouper(texte))
    return tuple(dict.fromkeys(t for t in titres if t))


def titres_de_tete(lignes: Iterable[str]) -> tuple[str, ...]:
    """The titles above section 1 (for prints whose section 1 holds none)."""
    return titres_imprimes(Ligne(texte) for texte in lignes)


def _decouper(texte: str) -> list[str]:
    return [_titre(m) for m in _COUPURES.split(texte) if 2 < len(_nu(m)) <= _LONGUEUR_MAX]


def _nu(morceau: str) -> str:
    nu = _ARTICLE.sub("", morceau.strip(" .;:–—-"))
    if nu.startswith("«") and nu.endswith("»") and nu.count("«") == 1:
        nu = nu.strip("«» ")
    return nu


def _titre(morceau: str) -> str:
    """A capital first; a title all in capitals gets small ones, but for abbreviations."""
    nu = _nu(morceau)
    if nu.isupper() and len(nu) > 4:
        nu = " ".join(m if m.strip("(),/") in _SIGLES else m.lower() for m in nu.split(" "))
    return nu[0].upper() + nu[1:]
