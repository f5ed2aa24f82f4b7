"""Dates of a person's past (a diploma, a hiring): not the day that something is asked for."""

from __future__ import annotations

import re

from assistant.chat.motif import motif

__all__ = ["date_de_parcours", "demande_l_epoque"]

_DIPLOME = (
    r"(?:caps?|beps?|bac(?:\s*\+\s*\d|\s+pro\w*|calaureat)?|bts|btm|bm|bp|cqp\w*|tfp|mc|dut|but|licences?(?:\s+pro\w*)?|masters?|"
    r"brevets?(?!\s+(?:de\s+)?depannage)|diplom\w*|certif\w*|qualifiee?|vae|rncp|titre\s+(?:pro\w*|obtenu\w*|valide\w*|passe|delivre|a finalite)|"
    r"mon titre|un titre|le titre|graduat\w*|degrees?)"
)
_OBTENU = r"(?:obten\w*|decroch\w*|passee?s?|validee?s?|reussie?s?|delivree?s?|eue?s?|gotten|got|obtained|earned|passed)"
_EMBAUCHE = (
    r"(?:(?<!l')(?<!d')(?<!une )(?<!cette )embauchee?s?|recrutee?s?|engagee?s?|entree?s?|arrivee?s?|rentree?s?|titularisee?s?|"
    r"en poste|dans la (?:boite|maison|societe)|au garage|chez eux|en cdi|contrat signe|signe(?: mon contrat)?|commence|debute|"
    r"hired|joined|started|working|employed|recruited)"
)
_DEMANDE = motif(
    r"\b(?:minim\w*|echelons?|salaires?|smic|baremes?|paye?|paie|classe\w*|classement|fiches?|edition|texte|niveau|"
    r"depuis le|wage|pay|salary|step|level)\b"
)
_VIE = motif(rf"\b(?:{_DIPLOME}|{_OBTENU}|{_EMBAUCHE})\b")
_EN_POSTE = motif(
    r"\b(?:je|j|i|elle|il|on|he|she)\s*(?:'|\b)?\s*(?:suis|bosse|travaille|fais|occupe|est|am|is|'m|work|worked|have been|ai ete)\b"
    r"|\b(?:jsuis|chuis|suis|i'm|im)\b")
_A_L_EPOQUE = motif(
    r"\b(?:a l'epoque|a ce moment|a cette date|a l'embauche|cette annee[- ]la|at the time|back then|etait|avais|aurais du|should have)\b")
_COUPE = motif(r"[,;:.?!()](?!\d)|\b(?:et|mais|and|but|donc|quel\w*|combien|what|which|how)\b")


def date_de_parcours(plat: str, trouvee: re.Match[str]) -> bool:
    """True where a date found in a question (accents off) is that of a diploma or of a hiring.

    The words before it, in the same breath, tell.
    """
    avant = _COUPE.split(plat[max(0, trouvee.start() - 70) : trouvee.start()])[-1]
    if trouvee[0].startswith(("depuis", "since")) and _EN_POSTE.search(avant):
        return True  # "je suis magasinier depuis 2015"
    vie = list(_VIE.finditer(avant))
    return bool(vie) and not _DEMANDE.search(avant, vie[-1].end())


def demande_l_epoque(plat: str) -> bool:
    """True where a question asks how things stood then: "à l'époque", "quel était mon minimum"."""
    return bool(_A_L_EPOQUE.search(plat))
