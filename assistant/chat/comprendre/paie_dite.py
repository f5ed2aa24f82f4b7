"""The pay a person tells: "1900 brut", "€1,900", "1950e", "10,90 net de l'heure", "le smic"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.chat.motif import motif
from assistant.classification import sans_accents

__all__ = ["Paie", "paie_dite"]

_SOMME = r"\d{1,2}[ \u00a0\u202f.,']\d{3}(?:[.,]\d{1,2})?|\d{3,5}(?:[.,]\d{1,2})?"
_UNITE = r"(?:€|euros?\b|eur\b|e\b|balles\b|brut\w*|gross\b|net(?:te|tes|s)?\b)"
_MOIS_OU_HEURE = r"(?:(?:€|euros?|eur|e|brut\w*|gross|net\w*)\s*)*"
_MONTANT = motif(
    rf"(?<![\d.,/-])(?:(?P<avant>€)\s*)?(?P<somme>{_SOMME})(?![\d/]|[.,]\d)\s*(?P<unite>{_UNITE}(?:\s*{_UNITE})*)?"
)
_HEURE = motif(
    r"(?<![\d.,])(?:€\s*)?(?P<somme>\d{1,2}(?:[.,]\d{1,2})?)\s*(?P<unite>" + _MOIS_OU_HEURE + r")"
    r"(?:/|de l'|l'|par|a l'|an|per|d'|the)\s*(?:h\b|heure|hour)|"
    r"(?<![\d.,])(?:€\s*)?(?P<somme2>\d{1,2}(?:[.,]\d{1,2})?)\s*(?P<unite2>(?:€|euros?)\s*(?:brut|net|gross)?\s*)(?:h\b|heure\b)"
)
_VERBE = motif(
    r"\b(?:pay(?:e|ee|es|ees)?|paid|me pai(?:e|ent)|pa(?:y|ys|ying|id) me|on me donne|j?touche|j?gagne|gagnais|earn|earning|get|make|"
    r"salaire|salary|wage|paie|pay|fixe|fixed)\b[^.?!;]{0,24}$"
)
_PAS_LA_PAIE = motif(
    r"\b(?:primes?|bonus|commissions?|indemnites?|paniers?|augmentations?|raise|minim\w*|mini|bareme|smic|"
    r"au lieu d[e']?|instead of|devrais|devrait|dois|should|voudrais|veux|demande|reclame|want|vends?|facture|"
    r"chiffre|ventes?|sales|turnover|peugeot|renault|citroen|master|jumper)\b[^.?!;,]{0,22}$"
)
_PAR_AN = motif(r"^\W*(?:€|euros?|brut\w*|net\w*|gross|\s)*\s*(?:par an|/ ?an|annuels?|a year|per year|per annum|l'an)\b")
_COMPTE = motif(
    r"^\s*(?:km|kilometres?|ans?|mois|heures?|hours?|h\b|jours?|days?|salarie\w*|voitures?|vehicules?|cars?|pieces|m2|%|"
    r"clients?|employees?|people|points?|litres?|kg|watts?|volts?|v\b|cm3|cc\b|t\b|tonnes?)")
_ANNEE = motif(r"(?:19[5-9]|20[0-4])\d")
_AU_SMIC = motif(
    r"\b(?:j?touch\w*|pay(?:e|ee|es|ees)|paid|j?gagn\w*|j?suis|chuis?|reste|me paie(?:nt)?|donne\w*|earn\w*|get|am|i'm|im|laisse\w*|embauche\w*)\s+"
    r"(?:(?:juste|seulement|encore|toujours|a peine|just|only|still)\s+)?(?:(?:au|le|a|the|on|at|du)\s+)?(?:niveau du\s+)?(?:smic|minimum wage)\b"
    r"|(?<!inferieur )(?<!superieur )(?<!egal )(?<!rapport )(?<!compare )\bau smic\b"
)
_COMBIEN = motif(r"\b(?:combien|how much|cb)\b[^.?!]{0,30}$")
_PLUS = motif(
    r"\b(?:commissions?|comms?|primes? (?:sur|de|a la) ventes?|primes? par|variable|sur ce que je vends|bonus (?:per|for|on|each)|"
    r"sales bonus(?:es)?|% (?:sur|des|on|of))\b")
_FIXE = motif(r"\bfixes?\b|\bfixed\b|\bbase\b")
_PLANCHER, _PLAFOND, _HEURE_MIN, _HEURE_MAX = 500, 9999, 5, 60


@dataclass(frozen=True, slots=True)
class Paie:
    """An amount a month, or ``horaire``; ``montant`` None: the SMIC. ``fixe``: beside it come commissions."""

    montant: Decimal | None
    net: bool = False
    horaire: bool = False
    fixe: bool = False


def paie_dite(texte: str) -> Paie | None:
    """The pay told as the person's own; None where none is, or several amounts could be it."""
    plat = sans_accents(texte).replace("’", "'")
    if m := _HEURE.search(plat):
        somme = Decimal((m["somme"] or m["somme2"]).replace(",", "."))
        avant = plat[: m.start()]
        if _HEURE_MIN <= somme <= _HEURE_MAX and not _PAS_LA_PAIE.search(avant) and re.search(
            r"€|e\b|brut|net|gross|euro", m["unite"] or m["unite2"] or ("€" if "€" in m[0] else "") or plat
        ):
            return Paie(somme, net="net" in (m["unite"] or m["unite2"] or ""), horaire=True)
    if (m := _AU_SMIC.search(plat)) and not _COMBIEN.search(plat[: m.start()]):
        return Paie(None)
    dits = [(m, bool(_VERBE.search(plat[: m.start()]))) for m in _MONTANT.finditer(plat) if _lisible(plat, m)]
    surs = [m for m, verbe in dits if verbe] or [m for m, _ in dits]
    if len({_somme(m) for m in surs}) != 1:
        return None
    m = surs[0]
    autour = plat[max(0, m.start() - 14) : m.end() + 14]
    unite = (m["unite"] or "") + plat[m.end() : m.end() + 12]
    return Paie(_somme(m), net=bool(re.search(r"\bnet", unite)) and "brut" not in unite,
                fixe=bool(_FIXE.search(autour) and _PLUS.search(plat)))


def _lisible(plat: str, m: re.Match[str]) -> bool:
    """True for an amount that can be the pay: its unit, its sign or its verb says so."""
    avant, apres = plat[: m.start()], plat[m.end() :]
    if not _PLANCHER <= _somme(m) <= _PLAFOND or _PAS_LA_PAIE.search(avant) or _PAR_AN.search(apres):
        return False
    if m["unite"] or m["avant"]:
        return True
    if _ANNEE.fullmatch(m["somme"]) and not re.search(
        r"(?:pay(?:e|ee)|paid|touche|gagne|salaire(?: de base)?|paie|pay|earn)(?:\s+(?:a|de|est|is|of|at))*\s*:?\s*$", avant
    ):
        return False  # a year
    return bool(_VERBE.search(avant)) and not _COMPTE.search(apres)


def _somme(m: re.Match[str]) -> Decimal:
    brut = re.sub(r"(?<=\d)[ \u00a0\u202f.,'](?=\d{3}(?!\d))", "", m["somme"])
    return Decimal(brut.replace(",", "."))
