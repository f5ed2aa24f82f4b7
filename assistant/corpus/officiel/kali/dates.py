"""Dates of agreements: signature in the title, extension and effect in the links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from assistant.classification import sans_accents

__all__ = ["date_du_titre", "date_iso", "depuis", "extension_jo", "semestre"]

_MOIS = ("janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre",
         "octobre", "novembre", "decembre")
_DATE = re.compile(r"\b(\d{1,2})(?:er)?\s+(" + "|".join(_MOIS) + r")\s+(\d{4})\b")
_SEMESTRE = re.compile(r"\b(1er|premier|2d|2nd|2e|second|deuxieme)\s+semestre\s+(\d{4})\b")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})\b")
_JAMAIS = 2999  # year that stands for "no date" in the file


def date_du_titre(titre: str) -> date | None:
    """The first date of a title: the signature ("Avenant du 25 septembre 2018 à l'accord …")."""
    for jour, mois, annee in _DATE.findall(sans_accents(titre)):
        try:
            return date(int(annee), _MOIS.index(mois) + 1, int(jour))
        except ValueError:
            continue
    return None


def semestre(titre: str) -> tuple[int, int] | None:
    """Year and half of it (2026, 1), where the title says for which half-year it is."""
    trouve = _SEMESTRE.search(sans_accents(titre))
    if not trouve:
        return None
    return int(trouve[2]), 1 if trouve[1] in ("1er", "premier") else 2


def extension_jo(modifications: Iterable[Mapping[str, Any]]) -> date | None:
    """Publication in the Journal officiel of the order that extends the text."""
    dates = [date_iso(m.get("datePubliTexte")) for m in modifications
             if m.get("linkType") in ("ETEND", "EXTENSION")]
    return max((d for d in dates if d), default=None)


def depuis(modifications: Iterable[Mapping[str, Any]]) -> date | None:
    """From when an article's present wording holds: the latest date its links give.

    The date of effect of what created or changed it; for the oldest articles, whose links hold
    only a title, the date in that title. The order of extension changes no wording.
    """
    effets, titres = [], []
    for lien in modifications:
        if lien.get("linkType") in ("MODIFIE", "CREE") and lien.get("linkOrientation") == "cible":
            effets.append(date_iso(lien.get("dateDebutCible")) or date_iso(lien.get("dateSignaTexte")))
        elif lien.get("linkType") in ("MODIFICATION", "CREATION"):
            effets.append(date_iso(lien.get("dateDebutCible")))
            titre = lien.get("textTitle")
            trouve = _ISO.search(titre[:400]) if isinstance(titre, str) else None
            titres.append(date_iso(trouve[0]) if trouve else None)
    return max((d for d in effets if d), default=None) or max((d for d in titres if d), default=None)


def date_iso(valeur: object) -> date | None:
    """A date from "2012-12-23"; None for anything else and for the year 2999."""
    trouve = _ISO.match(valeur) if isinstance(valeur, str) else None
    if not trouve:
        return None
    try:
        lue = date(int(trouve[1]), int(trouve[2]), int(trouve[3]))
    except ValueError:
        return None
    return lue if lue.year < _JAMAIS else None
