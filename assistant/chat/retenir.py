"""What a conversation keeps of the answer just given: what was asked, shown, put right."""

from __future__ import annotations

from dataclasses import replace

from assistant.chat.comprendre.fil import A_PART
from assistant.chat.etat import Etat
from assistant.chat.rediger import Brouillon
from assistant.chat.reponse import Behaviour
from assistant.classification import Echelon, EchelonInvalide

__all__ = ["retenir"]


def retenir(b: Brouillon) -> Etat:
    """The state after an answer; a turn that leads away leaves what was pending."""
    comprehension = b.comprehension
    etat = comprehension.etat
    if comprehension.acte is not None:
        return _apres_un_acte(b, etat)
    a_part = comprehension.intention.id in A_PART
    demande = b.missing[0] if b.missing else None
    if not a_part:
        ouverte = demande is not None and demande.fait == "fiche" and demande.choix
        etat = replace(
            etat, fait_demande=demande.fait if demande else None,
            candidats=tuple(dict.fromkeys(b.fiches)) if ouverte else (), premisse=_premisse(b),
        )
    elif demande is not None and etat.fait_demande is None:
        etat = replace(etat, fait_demande=demande.fait)
        p = b.positionnement
        rien = not (b.fiches or b.citations or b.montant or (p is not None and p.reference))
        if rien and b.behaviour is Behaviour.ASK and comprehension.dernier_avant is not None:
            etat = replace(etat, dernier=comprehension.dernier_avant)
    if b.separation is not None:
        etat = replace(
            etat, separation=(b.separation.oui, b.separation.non),
            separations_posees=(*etat.separations_posees, b.separation.question),
        )
    return etat


def _apres_un_acte(b: Brouillon, etat: Etat) -> Etat:
    """The state before it, but for a fact that the answer asks in its turn."""
    demande = b.missing[0].fait if b.missing else None
    if demande is None or (demande == "fiche" and etat.fait_demande is not None):
        return etat
    return replace(etat, fait_demande=demande)


def _premisse(b: Brouillon) -> str | None:
    """The échelon that was said not to exist."""
    for mention in b.comprehension.mentions.de("echelon"):
        try:
            Echelon.lire(mention.valeurs[0])
        except EchelonInvalide:
            return mention.valeurs[0]
    return None
