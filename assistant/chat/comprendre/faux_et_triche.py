"""A false paper asked for, or a way round the agreement: what is refused, and as what."""

from __future__ import annotations

from enum import StrEnum

from assistant.chat.motif import motif
from assistant.classification import sans_accents

__all__ = ["Demande", "demande_refusee"]


class Demande(StrEnum):
    """What is asked that is not done."""

    FAUX = "faux"
    TRICHE = "triche"


_ECRIRE = (
    r"(?:write|draft|make(?: me| up)?|produce|forge|fake|backdate|redige[rz]?|ecri[stv]\w*|fais|faites|faire|etabli[rs]?\w*|prepare[rz]?|"
    r"fabrique[rz]?|invente[rz]?|cree[rz]?|genere[rz]?|fourni[rs]?\w*|pondre?|bricole[rz]?|sors|trafique[rz]?|falsifie[rz]?|antidate[rz]?)"
)
_A_LA_MACHINE = (
    r"(?:(?:^|[.!?,;:]\s*|\b(?:svp|stp|please|alors|donc|mais|bonjour)\s+)|\b(?:(?:peu[xt]|pourrais|pouvez|pourriez|veux|voulez|sais|"
    r"savez)[- ]?(?:tu|vous)?|tu|vous|can you|could you|help me|aide[rz]?[- ]moi a|besoin (?:que tu|qu'on)|comment)\s*(?:me |m'|nous |lui )?)"
)
_PAPIER = (
    r"(?:letter|certificate|statement|diploma|payslip|attestations?|certificats?|courrier|lettre|documents?|diplome|papier|fiche|"
    r"bulletin|contrat|avenant|cqp|qualification|job sheet|sheet|contract)"
)
_FAUX = r"(?:bidon|fictive?s?|imaginaires?|mensong\w+|faux|fausses?|pipeau|truquee?s?|bogus|made[- ]up|fake|phon[e]?y|fictitious|false)"
_FAUX_PAPIER = (
    motif(rf"{_A_LA_MACHINE}{_ECRIRE}\b.{{0,25}}\b{_PAPIER}\b.{{0,40}}\b(?:certifying|stating|saying|proving|certifiant|attestant|disant|"
          r"prouvant|comme quoi|(?:qui|that|which) (?:dit|prouve|atteste|certifie|says?|proves?|states?|shows?))\b"),
    motif(rf"{_A_LA_MACHINE}{_ECRIRE}\b.{{0,40}}(?:\b{_PAPIER}\b.{{0,20}}\b{_FAUX}\b|\b{_FAUX}\b.{{0,12}}\b{_PAPIER}\b)"),
)
_EXCUSE = motif(
    r"\b(?:invent\w*|trouv\w*|fabriqu\w*|imagin\w*|donne\w*|souffl\w*|find|invent|make up|give|think of)\b.{0,25}"
    r"\b(?:justifications?|excuses?|pretextes?|faux motifs?|fausses? raisons?|bidon|pretexts?|fake reasons?)\b"
)
_QUI_NE_VOIT_PAS = (
    r"(?:ca|cela|il|elle|ils|elles|on|personne|l'inspection(?: du travail)?|l'urssaf|les? salaries?|la salariee|le (?:cse|syndicat|comptable|"
    r"gars|mec)|les (?:syndicats|gars)|la (?:rh|dreets))"
)
_VOIT = r"(?:se |s'en |le |la |l'|ne )*(?:voi\w*|sach\w*|aper[cs]o\w*|rend\w*|remarqu\w*|tomb\w*|tiqu\w*|decouvr\w*)"
_TRICHE = (
    motif(
        rf"\bsans (?:se faire (?:prendre|gauler|choper|attraper|voir)|qu(?:e |')(?:{_QUI_NE_VOIT_PAS}) {_VOIT})"
        r"|\bwithout (?:getting|being) (?:caught|noticed|found out)\b|\bwithout (?:anyone|anybody|him|her|them|the \w+|hr|\w+ inspect\w+) "
        r"(?:knowing|noticing|finding out|seeing)\b"
    ),
    motif(
        r"\b(?:contourn\w*|tricher|arnaqu\w*|entourloup\w*|truander|gruger|get around|dodge|bypass|cheat)\b.{0,25}"
        r"\b(?:convention|minim\w*|grille|echelons?|classement|rules?|agreement|grid|salarie\w*|mecano|employee)\b"
    ),
)


def demande_refusee(question: str) -> Demande | None:
    """The false paper or the cheating that is asked for, or None."""
    plat = sans_accents(question).replace("’", "'")
    if any(m.search(plat) for m in _FAUX_PAPIER) or _EXCUSE.search(plat):
        return Demande.FAUX
    return Demande.TRICHE if any(m.search(plat) for m in _TRICHE) else None
