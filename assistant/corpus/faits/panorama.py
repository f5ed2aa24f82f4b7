"""The panorama: the list of all codes with their denominations, as an agreement prints it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from assistant.corpus.faits.titres import decouper_titres
from assistant.corpus.officiel.kali.arbre import ArbreKali
from assistant.corpus.officiel.kali.codes import lire_code
from assistant.corpus.officiel.kali.dates import date_du_titre
from assistant.corpus.officiel.kali.html import lignes

__all__ = ["Panorama", "lire_panoramas"]

_LIGNE = re.compile(r"^(?P<titres>.*\S)\s*:\s*(?P<code>[A-NZ][A-Z]*[.\-\w ]*\d)\.?$")
_CODES_MIN = 60  # a list of this many codes is the panorama; agreements name 55 at most


@dataclass(frozen=True, slots=True)
class Panorama:
    """One panorama: the article that prints it, its date, denominations by canonical code."""

    article: str
    date: date
    titres: Mapping[str, tuple[str, ...]]


def lire_panoramas(arbre: ArbreKali) -> tuple[Panorama, ...]:
    """All panoramas of the file, oldest first; () when it prints none."""
    trouves = []
    for article in arbre.articles:
        jour = date_du_titre(article.texte.titre)
        if jour is None or article.contenu.count(" : ") < _CODES_MIN // 2:
            continue
        titres = _titres(ligne.texte for ligne in lignes(article.contenu))
        if len(titres) >= _CODES_MIN:
            trouves.append(Panorama(article.id, jour, titres))
    return tuple(sorted(trouves, key=lambda p: p.date))


def _titres(textes: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Denominations by code; a line that starts in small letters goes on with the one before."""
    titres: dict[str, tuple[str, ...]] = {}
    avant = ""
    for texte in textes:
        if avant and texte[:1].islower():
            texte = f"{avant.rstrip(' .')} {texte}"
        trouve = _LIGNE.match(texte)
        lu = lire_code(trouve["code"]) if trouve else None
        if trouve and lu:
            titres.setdefault(lu[0], decouper_titres(trouve["titres"]))
        avant = "" if lu else texte
    return titres
