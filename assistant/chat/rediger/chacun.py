"""Several persons of a conversation, each with the fiche and the minimum of their own."""

from __future__ import annotations

from datetime import date

from assistant.chat.motif import motif
from assistant.chat.rediger.brouillon import Brouillon
from assistant.chat.rediger.classement import jour_dit
from assistant.chat.rediger.fiche import placement
from assistant.classification import (
    Fiche,
    Montant,
    PasDeBareme,
    Positionnement,
    bareme_du,
    degres,
    euros,
    minimum,
    sans_accents,
)

__all__ = ["rediger_chacun"]

_PAREIL = motif(r"\b(?:pareil\w*|memes?|identiques?|same|equal|alike)\b")


def rediger_chacun(b: Brouillon, p: Positionnement | None, aujourdhui: date) -> None:
    """Everybody's own fiche, one line each; with its minimum where that is asked."""
    jour = b.comprehension.jour or aujourdhui
    paie = b.comprehension.intention.id == "minimum" and not _avant_tout_bareme(b, jour)
    connues = [b.c.kb.fiches[code] for _, code in b.comprehension.personnes if code]
    if _PAREIL.search(sans_accents(b.comprehension.question)) and len(connues) > 1:
        valeurs = {_minimum(b, f, jour).valeur if paie else f.reference for f in connues}
        b.dire("chacun_pareil" if len(valeurs) == 1 else "chacun_differe")
    if paie:
        bareme = bareme_du(b.c.kb.baremes, jour)
        b.dire("chacun_minimum_tete", avenant=bareme.avenant, effet=jour_dit(bareme.date_effet))
        b.citer_regle("minimum")
    else:
        b.dire("personnes_tete")
    for qui, code in b.comprehension.personnes:
        _ligne(b, qui, b.c.kb.fiches[code] if code else None, jour if paie else None)
    if b.comprehension.fiche in b.fiches:
        b.positionnement = p


def _ligne(b: Brouillon, qui: str, fiche: Fiche | None, jour: date | None) -> None:
    nom = "" if qui == "autre" else qui
    if qui in ("moi", "elle", "il"):
        nom = b.texte(f"personne_{qui}")
    if fiche is None:
        b.dire("personnes_inconnue", qui=nom)
        return
    code = str(fiche.code)
    if code not in b.fiches:
        b.fiches.append(code)
    dit = placement(b, fiche)
    if jour is not None:
        valeur = _minimum(b, fiche, jour).valeur
        b.calcules.append(valeur)
        dit = b.texte("chacun_minimum", placement=dit, valeur=euros(valeur))
    b.dire("personnes_ligne" if nom else "ligne_fiche", titre=b.titre(fiche), code=code,
           placement=dit, **({"qui": nom} if nom else {}))
    b.citer_classement(fiche)


def _minimum(b: Brouillon, fiche: Fiche, jour: date) -> Montant:
    """The minimum of a fiche's échelon; of its lowest degré, for a cadre."""
    reference = fiche.reference
    if reference.niveau and not reference.degre and reference.niveau != "V":
        reference = degres(reference)[0]
    return minimum(b.c.kb.baremes, reference, jour, None)


def _avant_tout_bareme(b: Brouillon, jour: date) -> bool:
    try:
        bareme_du(b.c.kb.baremes, jour)
    except PasDeBareme:
        return True
    return False
