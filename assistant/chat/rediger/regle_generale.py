"""A rule told for itself, and where the fiche at hand stands in one sentence."""

from __future__ import annotations

from assistant.chat.rediger.brouillon import Brouillon, ou
from assistant.chat.rediger.classement import rediger_classement
from assistant.chat.rediger.regles import rediger_regle
from assistant.chat.rediger.regles_de_fiche import rappeler_regles
from assistant.classification import (
    Categorie,
    Fiche,
    Outcome,
    Positionnement,
    Situation,
    calculer,
)

__all__ = ["REGLES", "categorie_dite", "dire_bref", "rediger_regle_et_fiche", "rediger_regle_generale"]

_PROMOTIONS = (Outcome.PROMOTION_MAITRISE, Outcome.PROMOTION_CADRE)
REGLES = {
    "suppleance": ("suppleance_prime", "suppleance_recurrente"),
    "promotion": ("promotion_verification", "promotion_probatoire"),
    "certification": ("certification_serie", "certification_reference", "engagement_ecrit"),
    "alternance": ("non_classe_alternance",),
    "sans_qualification": ("emploi_sans_qualification", "definition_ouvriers_employes"),
    "degres": ("cadre_degre", "cadre_debutant"),
}


def dire_bref(b: Brouillon, p: Positionnement, fiche: Fiche | None) -> None:
    """After a correction: where things stand, in one sentence, with its source."""
    comportement = b.behaviour
    if fiche:
        b.fiches.append(str(fiche.code))
        b.dire("tete_reference_fiche_seule", titre=b.titre(fiche), code=fiche.code,
               echelon=fiche.reference, categorie=fiche.categorie.value)
        if fiche.majores:
            b.dire("majores", majores=ou(fiche.majores, b.langue))
        b.citer_classement(fiche)
        if fiche.texte_connu and fiche.majores:
            b.citer_section(fiche, "classement", str(fiche.majores[0]))
        if p:
            rappeler_regles(b, p, fiche)
    b.positionnement = p
    b.behaviour = comportement


_AVEC = {  # the second completes it
    "certification_reference": ("certification_majore_du",),
    "activite_complementaire": ("certification_majore_du",),
    "certification_majore_du": ("certification_reference",),
}


def rediger_regle_et_fiche(b: Brouillon, regle: str, p: Positionnement | None, fiche: Fiche | None) -> None:
    """State one rule, and where the fiche at hand stands."""
    categorie = fiche.categorie if fiche else None
    rediger_regle(b, regle, *_AVEC.get(regle, ()), categorie=categorie)
    if fiche and p:
        dire_bref(b, p, fiche)


def rediger_regle_generale(b: Brouillon, intention: str, p: Positionnement | None) -> bool:
    """State the rule itself where no person's case is at hand; True when that answers."""
    personnel = {"suppleance": {Outcome.PRIME_SUPPLEANCE, Outcome.MAJORE_POSSIBLE,
                                Outcome.PROMOTION_MAITRISE, Outcome.MAJORE_DU},
                 "promotion": set()}
    if p is not None and intention not in personnel and p.faits_manquants[:1] != ("fiche",):
        return False
    if p is not None and (p.outcome in personnel.get(intention, set()) or (
        p.outcome in _PROMOTIONS and b.comprehension.situation.criteres
    )):
        return False
    if intention == "suppleance" and p is not None:
        for motif in (m for m in p.motifs if m.regle.id == "suppleance_conditions"):
            b.dire("etape_seule", fait=motif.fait(b.langue).rstrip("."),
                   consequence=motif.consequence(b.langue).rstrip("."),
                   article=motif.article.article)
            b.citer_regle(motif.regle.id, motif.article.categorie)
    if intention == "suppleance" and p is not None and p.outcome is Outcome.NEED_INFO and (
        p.faits_manquants[:1] != ("fiche",)
    ):
        rediger_regle(b, *REGLES[intention])
        rediger_classement(b, p, complet=True)
        return True
    if intention == "certification" and (p is None or p.reference or not p.faits_manquants):
        return False
    categorie = categorie_dite(b)
    rediger_regle(b, *REGLES[intention], categorie=categorie)
    if intention == "alternance":
        b.positionnement = calculer(Situation(statut="alternance"), b.c.kb.referentiel)
    elif p is not None and p.outcome in (Outcome.NON_CLASSE, Outcome.ECHELON_1_2):
        b.positionnement = p
    return True


def categorie_dite(b: Brouillon) -> Categorie | None:
    fiche = b.c.kb.fiches.get(b.comprehension.fiche or "")
    if "cadre" in b.comprehension.question.casefold():
        return Categorie.CADRE
    if fiche:
        b.fiches.append(str(fiche.code))
        return fiche.categorie
    return Categorie.MAITRISE
