"""False premises put right, contradictions shown with both sides."""

from __future__ import annotations

from assistant.chat.rediger.brouillon import Brouillon, ou
from assistant.chat.reponse import Behaviour
from assistant.classification import Echelon, EchelonInvalide, Fiche, Positionnement

__all__ = ["corriger_premisses", "demande_hors_fiche", "signaler_contradictions"]


def corriger_premisses(b: Brouillon, p: Positionnement | None) -> bool:
    """Put right échelons that are none; True when there were some."""
    mauvais = {m.valeurs[0] for m in b.comprehension.mentions.de("echelon") if _faux(m.valeurs[0])}
    mauvais |= {f.valeur for f in (p.premisses if p else ())}
    if not mauvais:
        return False
    b.behaviour = Behaviour.CORRECT_PREMISE
    for valeur in sorted(mauvais):
        b.dire(_cle(valeur), echelon=valeur)
    b.citer_regle("echelon_25" if any(_cle(v) == "echelon_en_trop" for v in mauvais)
                  else "fiche_reference")
    return True


def _faux(valeur: str) -> bool:
    try:
        Echelon.lire(valeur)
    except EchelonInvalide:
        return True
    return False


def _cle(valeur: str) -> str:
    try:
        numero = int(valeur)
    except ValueError:
        return "echelon_illisible"
    if numero > 25:
        return "echelon_en_trop"
    return "echelon_trou" if 13 <= numero <= 16 else "echelon_en_bas"


def demande_hors_fiche(b: Brouillon, fiche: Fiche | None) -> bool:
    """An échelon of the grid asked for, but none of the fiche's own: say so; True if said."""
    demande = b.comprehension.situation.echelon_demande
    if fiche is None or demande is None or "echelon_demande" not in b.comprehension.nouveaux:
        return False
    try:
        voulu = Echelon.lire(demande)
    except EchelonInvalide:
        return False
    siens = {fiche.reference, *fiche.majores}
    if voulu in siens or (voulu.niveau and voulu.niveau == fiche.reference.niveau):
        return False
    if fiche.reference.niveau is None and voulu.niveau:
        return False  # going on to a cadre fiche is no false premise
    b.behaviour = Behaviour.CORRECT_PREMISE
    majores = b.texte("premisse_majores", majores=ou(fiche.majores, b.langue)) if fiche.majores else ""
    b.dire("premisse_fiche", titre=b.titre(fiche), code=fiche.code, echelon=fiche.reference,
           majores=majores, demande=voulu)
    return True


def signaler_contradictions(b: Brouillon, p: Positionnement) -> bool:
    """Show both sides of facts that contradict each other; True when there were some."""
    for contradiction in p.contradictions:
        b.behaviour = Behaviour.FLAG_INCONSISTENCY
        variables = {}
        if contradiction.id == "certification_niee":
            variables["certification"] = b.comprehension.situation.certification or ""
        b.dire(f"contradiction_{contradiction.id}", **variables)
        for fait in contradiction.faits:
            b.demander(fait)
    return bool(p.contradictions)
