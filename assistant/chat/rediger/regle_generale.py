"""A rule told for itself, and where the fiche at hand stands in one sentence."""

from __future__ import annotations

from assistant.chat.comprendre.intention import Intention
from assistant.chat.comprendre.regle_demandee import ASSUREE
from assistant.chat.motif import motif
from assistant.chat.rediger.brouillon import Brouillon, ou
from assistant.chat.rediger.classement import rediger_classement
from assistant.chat.rediger.regles import rediger_criteres, rediger_regle
from assistant.chat.rediger.regles_de_fiche import rappeler_regles
from assistant.chat.reponse import Behaviour
from assistant.classification import (
    Categorie,
    Fiche,
    Outcome,
    Positionnement,
    Situation,
    calculer,
    sans_accents,
)

__all__ = [
    "REGLES", "categorie_dite", "dire_bref", "rediger_regle_et_fiche", "rediger_regle_generale", "sans_l_emploi",
]

_OUVRIERS = 12  # last échelon of the ouvriers and employés (3.03)
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
    if regle == "critere_autre_categorie" and b.comprehension.mentions.de("critere"):
        rediger_criteres(b, fiche)
        return
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
    rediger_regle(b, *_dans_l_ordre(b, intention), categorie=categorie)
    if intention == "alternance":
        b.positionnement = calculer(Situation(statut="alternance"), b.c.kb.referentiel)
    elif p is not None and p.outcome in (Outcome.NON_CLASSE, Outcome.ECHELON_1_2):
        b.positionnement = p
    return True


_LA_SECONDE = {  # the rule asked for comes first
    "promotion": motif(
        r"\b(?:remett\w*|retour\w*|reven\w*|redescend\w*|retrograd\w*|marche arriere|en arriere|si (?:ca|je|j') .{0,14}(?:pas|echou\w*)|"
        r"rat\w*|echou\w*|concluant\w*|probatoire|probation\w*|back|demot\w*|fail\w*|revert\w*|undo)\b"),
    "degres": motif(
        r"\bniveau (?:i|1)\b|\blevel (?:i|1)\b|\b(?:debutant\w*|jeunes?|beginner\w*|young|18 mois|combien de (?:temps|mois)|jusqu'a quand|how long)\b"),
}


def _dans_l_ordre(b: Brouillon, intention: str) -> tuple[str, ...]:
    regles = REGLES[intention]
    seconde = _LA_SECONDE.get(intention)
    if seconde is not None and seconde.search(sans_accents(b.comprehension.question)):
        return regles[::-1]
    return regles


def categorie_dite(b: Brouillon) -> Categorie:
    """The catégorie a rule is quoted for: said, that of the fiche, or that of the échelon named."""
    fiche = b.c.kb.fiches.get(b.comprehension.fiche or "")
    if "cadre" in b.comprehension.question.casefold():
        return Categorie.CADRE
    if fiche:
        b.fiches.append(str(fiche.code))
        return fiche.categorie
    dits = [int(m.valeurs[0]) for m in b.comprehension.mentions.de("echelon") if m.valeurs[0].isdigit()]
    return Categorie.OUVRIER_EMPLOYE if dits and max(dits) <= _OUVRIERS else Categorie.MAITRISE


def sans_l_emploi(b: Brouillon) -> Intention | None:
    """The rule to tell in the place of a draft that only asks for the job, or refuses: the job changes nothing to it."""
    x = b.comprehension
    if x.generale is None or x.descriptif is not None or b.behaviour not in (Behaviour.ASK, Behaviour.ABSTAIN):
        return None
    nom, part = x.generale
    demande = bool(b.missing) and b.missing[0].fait == "fiche"
    ouvert = demande and not b.fiches
    refuse = x.intention.id == "hors_sources" and b.behaviour is Behaviour.ABSTAIN
    proches = demande and bool(x.candidats) and nom.startswith("regle:")
    if ouvert or ((refuse or proches) and part >= ASSUREE):
        return Intention(nom, "modele", part)
    return None
