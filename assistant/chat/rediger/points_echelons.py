"""Points on échelons and categories: who decides, categories, majorés, references, the grid."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from assistant.chat.motif import motif
from assistant.chat.rediger.brouillon import Brouillon, nom_de_categorie
from assistant.chat.rediger.effets import nom_du_placement
from assistant.chat.rediger.fiche import rediger_acces
from assistant.chat.rediger.minimum import echelons_dits
from assistant.chat.rediger.regles import rediger_regle
from assistant.classification import (
    Categorie,
    Situation,
    calculer,
    majores_de,
    references,
    sans_accents,
)

__all__ = [
    "NOMMEES",
    "alternance",
    "categorie",
    "decide",
    "equivalent",
    "grille",
    "liste",
    "majore_cadres",
    "majore_defini",
    "majores",
    "references_de",
]

_MAJORE = ("majore_extension", "majore_critere", "certification_majore_du")
NOMMEES = {
    Categorie.OUVRIER_EMPLOYE: motif(r"\b(?:ouvriere?s?|employee?s?|workers?)\b"),
    Categorie.MAITRISE: motif(r"\b(?:maitrise|contremaitres?|supervisors?|supervisory)\b"),
    Categorie.CADRE: motif(r"\b(?:cadres?|managers?|executives?)\b"),
}
_DEFINITIONS = {
    Categorie.OUVRIER_EMPLOYE: "definition_ouvriers_employes",
    Categorie.MAITRISE: "definition_maitrise",
    Categorie.CADRE: "definition_cadres",
}


def decide(b: Brouillon, jour: date) -> bool:
    b.dire("qui_decide")
    degre = re.search(r"\b(?:degres?|degrees?)\b", sans_accents(b.comprehension.question))
    rediger_regle(b, *(("cadre_degre",) if degre else ("fiche_reference", "majore_reconnu")))
    return True


def categorie(b: Brouillon, jour: date) -> bool:
    plat = sans_accents(b.comprehension.question)
    nommees = {c for c, mots in NOMMEES.items() if mots.search(plat)}
    for echelon in echelons_dits(b):
        sienne = echelon.categorie
        cle = "categorie_de"
        if len(nommees) == 1:
            cle = "categorie_oui" if sienne in nommees else "categorie_non"
        b.dire(cle, nom=nom_du_placement(echelon, b.c, b.langue),
               categorie=nom_de_categorie(sienne, b.langue))
        b.citer_regle(_DEFINITIONS[sienne], sienne)
        if echelon.numero == 12:
            rediger_regle(b, "echelon_12")
    return True


def majores(b: Brouillon, jour: date) -> bool:
    """The two échelons above a reference, or the reference below a majoré."""
    ecrits = []
    for echelon in echelons_dits(b):
        if echelon.numero in (12, 25) or echelon.niveau:
            return False  # what follows there is told elsewhere
        bas = next((r for c in Categorie for r in references(c) if echelon in majores_de(r)), None)
        if siens := majores_de(echelon):
            b.dire("majores_de", echelon=echelon, majores=liste(b, siens))
        elif bas is not None:
            b.dire("majore_lui_meme", echelon=echelon, reference=bas, majores=liste(b, majores_de(bas)))
        else:
            b.dire("majores_sans_reference", echelon=echelon)
            b.citer_regle("emploi_sans_qualification")
            continue
        ecrits.append(echelon.categorie)
    if ecrits:
        rediger_regle(b, *_MAJORE, categorie=ecrits[0])
    return bool(b.lignes)


def majore_cadres(b: Brouillon, jour: date) -> bool:
    b.dire("majores_cadres_non")
    rediger_regle(b, "cadre_degre", categorie=Categorie.CADRE)
    return True


def majore_defini(b: Brouillon, jour: date) -> bool:
    b.dire("majore_defini")
    rediger_regle(b, *_MAJORE)
    return True


def references_de(b: Brouillon, jour: date) -> bool:
    plat = sans_accents(b.comprehension.question)
    voulues = [c for c, mots in NOMMEES.items() if mots.search(plat)] or list(Categorie)
    for categorie in voulues:
        siennes = references(categorie)
        majores = [m for r in siennes for m in majores_de(r)]
        b.dire("references_cadres" if categorie is Categorie.CADRE else "references_categorie",
               categorie=nom_de_categorie(categorie, b.langue),
               references=", ".join(map(str, siennes)), majores=", ".join(map(str, majores)))
    for categorie in voulues:
        b.citer_regle(_DEFINITIONS[categorie], categorie)
    rediger_regle(b, "fiche_reference", categorie=voulues[0])
    return True


def grille(b: Brouillon, jour: date) -> bool:
    b.dire("grille_comptes")
    for categorie, regle in _DEFINITIONS.items():
        b.citer_regle(regle, categorie)
    return True


def alternance(b: Brouillon, jour: date) -> bool:
    b.dire("tete_non_classe")
    rediger_regle(b, "non_classe_alternance", categorie=Categorie.OUVRIER_EMPLOYE)
    b.positionnement = calculer(Situation(statut="alternance"), b.c.kb.referentiel)
    return True


def equivalent(b: Brouillon, jour: date) -> bool:
    """Whether the fiche takes a diploma equal to the one it names: its access, in its own words."""
    fiche = b.c.kb.fiches[b.comprehension.fiche or ""]
    siens = [x for x in b.de_section(fiche, "acces") if "quivalen" in x.texte]
    if not siens:
        return False
    b.dire("acces_equivalent", titre=b.titre(fiche), code=fiche.code)
    b.citer(*siens)
    rediger_acces(b, fiche)
    return True


def liste(b: Brouillon, dits: Iterable[object]) -> str:
    noms = [str(x) for x in dits]
    et = "et" if b.langue == "fr" else "and"
    return f" {et} ".join(filter(None, (", ".join(noms[:-1]), noms[-1])))
