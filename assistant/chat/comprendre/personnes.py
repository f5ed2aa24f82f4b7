"""Questions about somebody named: their échelon or pay is a personal datum."""

from __future__ import annotations

from assistant.chat.connaissances import Connaissances
from assistant.chat.motif import motif
from assistant.classification import sans_accents

__all__ = ["donnee_d_une_personne"]

_DONNEE = r"(?:[ée]chelons?|salaires?|paies?|payes?|coefficients?|classements?|niveaux?|dossiers?)"
_CIVILITE = r"(?:monsieur|madame|mademoiselle|mme|mlle|mr|m\.)\s+"
_NOM = r"([A-ZÀ-Ý][\w'’-]{2,})"
_NOMMEE = motif(  # "l'échelon de Karim", "combien gagne Sandra", "quel échelon a Mme Dupont"
    rf"\b{_DONNEE}\s+(?:de\s+|d['’]|a\s+|est\s+|qu['’]a\s+|touche\s+)(?:(?i:{_CIVILITE})|mon collègue |ma collègue )?{_NOM}"
    rf"|\b(?:gagne|touche|pay[ée]e?)\s+(?:(?i:{_CIVILITE}))?{_NOM}"
    rf"|\b{_NOM}\s+(?:gagne|touche)\b|\b{_NOM}\s+est\s+(?:à|a)\s+(?:quel|combien)"
)
_SANS_CAPITALE = motif(
    r"\b(?:echelons?|coefficient)\s+(?:a|qu'a)\s+(?P<nom>[a-z]{3,})\b"
    r"|\b(?:combien|cb|cmb|cbien)\s+(?:gagne|touche)\s+(?P<autre>[a-z]{3,})\b"
)


def donnee_d_une_personne(question: str, c: Connaissances) -> bool:
    """True when the échelon or pay of somebody called by name is asked for.

    A word of the titles or of the labelled utterances is no name ("échelon de Magasinier").
    """
    for m in _NOMMEE.finditer(question):
        nom = next((g for g in m.groups() if g), "")
        if nom and _inconnu(nom, c):
            return True
    for m in _SANS_CAPITALE.finditer(sans_accents(question)):
        if _inconnu(m["nom"] or m["autre"], c):
            return True
    return False


def _inconnu(nom: str, c: Connaissances) -> bool:
    return sans_accents(nom).strip("'’-") not in c.mots_connus
