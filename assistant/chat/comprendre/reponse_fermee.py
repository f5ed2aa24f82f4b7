"""A short reply to the question the assistant has just asked."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.chat.comprendre.nombres import mois_dits
from assistant.chat.motif import motif
from assistant.classification import FAITS, FaitInvalide, Genre, Situation, sans_accents

__all__ = ["IGNORE", "oui_ou_non", "reponse_fermee"]

IGNORE = object()
_OUI = motif(r"^(?:oui|ouais|ouep|ouai|yes|yep|yeah|yup|si|bien sur|tout a fait|exact(?:ement)?|affirmatif|of course|"
                  r"absolument|carrement|correct|c'est ca|c est ca|sure|ok|plutot oui|i do|it does|it is|parfaitement|effectivement|evidemment)\b")
_NON = motif(r"^(?:non|nan|nn|no|nope|pas du tout|pas encore|aucune?|jamais|not at all|not yet|negatif|rien|none|"
                  r"absolument pas|pas vraiment|plutot non|i don't$|it doesn't|never)\b")
_IGNORE = motif(r"je (?:ne )?sais pas|j'?sais pas|chais pas|j'en sais rien|aucune idee|i don'?t know|no idea|dunno|not sure|"
                     r"pas sure?\b|je l'ignore|aucune? id|je sais plus|sais pas")
_UNITE = motif(r"\d\s*(jours?|heures?|h\b|ans?\b|mois|salaries?|personnes?|euros?|€|days?|hours?|years?)")
_APE = motif(r"\d{2}\.?\d{2} ?[a-z]")
_NIVEAU = motif(r"^(?:(?:je suis|cadre|niveau|un|au|a)\s+)*(?:iv|v|i{1,3})\b")
_NOMBRE = motif(r"-?\d+(?:[.,]\d+)?")


def reponse_fermee(texte: str, fait: str, valeurs: Mapping[str, object]) -> object:
    """The value given to the fact asked, IGNORE for "je ne sais pas", None if it is no reply.

    ``valeurs``: value of each closed answer by its wording.
    """
    plat = sans_accents(texte).strip(" .!?,;")
    if _IGNORE.search(plat) and len(plat) < 60:
        return IGNORE
    for mot, valeur in valeurs.items():
        if plat == sans_accents(mot):
            return valeur
    if fait == "anciennete" and len(plat) < 40 and (mois := mois_dits(plat)) is not None:
        return mois
    if fait == "code_ape":
        return plat.upper() if _APE.fullmatch(plat) else None
    genre = FAITS[fait].genre
    if genre is Genre.BOOLEEN:
        return oui_ou_non(plat)
    if genre is Genre.LISTE and _NON.match(plat) and len(plat) < 40:
        return []
    if genre in (Genre.ENTIER, Genre.NOMBRE, Genre.ECHELON) and len(plat) < 40:
        if (unite := _UNITE.search(plat)) and unite[1][:4] not in fait.replace("ouvres", "jour"):
            return None  # "10 jours de suite" is no échelon
        nombre = _NOMBRE.search(plat)
        if genre is Genre.ECHELON and not nombre and not _NIVEAU.search(plat):
            return None  # "je démissionne" names no placement
        return _lisible(fait, nombre[0] if nombre else plat)
    for mot, valeur in valeurs.items():
        if f" {sans_accents(mot)} " in f" {plat} " and not isinstance(valeur, bool):
            return valeur
    return None


def oui_ou_non(texte: str) -> bool | None:
    """True for a yes, False for a no, None for neither."""
    plat = sans_accents(texte).strip(" .!?,;")
    if _OUI.match(plat):
        return True
    return False if _NON.match(plat) else None


def _lisible(fait: str, valeur: str) -> object:
    try:
        Situation.depuis_faits({fait: valeur})
    except FaitInvalide:
        return None
    return valeur
