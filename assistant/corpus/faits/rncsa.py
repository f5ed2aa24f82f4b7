"""The RNCSA: certifications by série, as an agreement prints it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from assistant.classification import sans_accents
from assistant.corpus.officiel.kali.arbre import ArbreKali
from assistant.corpus.officiel.kali.dates import date_du_titre
from assistant.corpus.officiel.kali.html import Ligne, lignes

__all__ = ["CertificationLue", "Rncsa", "lire_rncsa"]

_SERIE = re.compile(r"^Série (\d{1,2})\b")
_PREAMBULE = re.compile(r"^(?:les certifications visees|certaines certifications|les titulaires)")
_SERIES_MIN = 8


@dataclass(frozen=True, slots=True)
class CertificationLue:
    """One certification as printed: whole text, its série, its options, how it is prepared."""

    texte: str
    serie: int
    options: tuple[str, ...]

    @property
    def voie(self) -> tuple[str, ...]:
        """("scolaire",), ("alternance", "continue"), or () where the print does not say."""
        plat = sans_accents(self.texte)
        if "statut scolaire" in plat:
            return ("scolaire",)
        return ("alternance", "continue") if "alternance" in plat else ()


@dataclass(frozen=True, slots=True)
class Rncsa:
    """The newest RNCSA that one article prints whole."""

    article: str
    date: date
    certifications: tuple[CertificationLue, ...]


def lire_rncsa(arbre: ArbreKali) -> Rncsa | None:
    """The newest one of the file; None when no article prints all séries."""
    plus_recent: Rncsa | None = None
    for article in arbre.articles:
        jour = date_du_titre(article.texte.titre)
        if jour is None or (plus_recent and jour <= plus_recent.date):
            continue
        if article.contenu.count("Série ") < _SERIES_MIN:
            continue
        suite = lignes(article.contenu)
        if sum(bool(_SERIE.match(ligne.texte)) for ligne in suite) >= _SERIES_MIN:
            plus_recent = Rncsa(article.id, jour, tuple(_certifications(suite)))
    return plus_recent


def _certifications(suite: Iterable[Ligne]) -> list[CertificationLue]:
    lues: list[CertificationLue] = []
    serie = 0
    for ligne in suite:
        if trouve := _SERIE.match(ligne.texte):
            serie = int(trouve[1])
        elif "sigles" in ligne.texte and serie:
            break
        elif not serie or _PREAMBULE.match(sans_accents(ligne.texte)):
            continue
        elif ligne.tiret and lues:
            option = ligne.texte.strip(" .;").removeprefix("option ")
            lues[-1] = CertificationLue(lues[-1].texte, serie, (*lues[-1].options, option))
        else:
            lues.append(CertificationLue(ligne.texte.strip(" .:"), serie, ()))
    return lues
