"""What a question states before wanting it confirmed, put right where it is false: an apprentice
on an échelon, an amount that is not the minimum, a diploma that would do by itself."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

from assistant.chat.comprendre.demande_neutre import demande_sans_affirmer
from assistant.chat.motif import motif
from assistant.chat.rediger.brouillon import Brouillon, ou
from assistant.chat.rediger.classement import jour_dit
from assistant.chat.rediger.effets import nom_du_placement
from assistant.chat.rediger.fiche import rediger_acces
from assistant.chat.rediger.minimum import echelons_dits, rediger_minimum
from assistant.chat.rediger.premisse import affirme
from assistant.chat.rediger.regles import rediger_regle
from assistant.chat.reponse import Behaviour
from assistant.classification import (
    Categorie,
    Echelon,
    Fiche,
    PasDeBareme,
    Situation,
    bareme_du,
    calculer,
    euros,
    minimum,
    sans_accents,
)

__all__ = ["corriger_affirmation"]

_CONFIRME = motif(
    r"\b(?:c'est (?:bien )?(?:ca|cela|exact|juste|correct)|je me trompe|tu (?:me )?confirmes?|vous (?:me )?confirmez|"
    r"confirme\w*|exact|d'accord|pas vrai|hein|n'?est[- ]ce pas|nan|right|correct|isn't (?:it|he|she)|aren't they|"
    r"am i wrong|confirm)\b\W*(?:pas|svp|stp|moi|que|,|\?|!|$)|\b(?:non|no)\s*\?|\bok\s*\?"
)
_APPRENTI = motif(
    r"\b(?:apprenti\w*|alternante?s?|contrats? pro\w*|apprentices?)\b.{0,45}?\b(?:c'?e?st|est|sont|serait|sera|demarr\w*|"
    r"debut\w*|commence\w*|classee?s?|is|are|starts?|au|a l')\b.{0,25}?\b(?:echelons?|step|grade|niveau)\s*\d"
)
_APPRENTI_AUTREMENT = motif(
    r"\b(?:ancien\w*|ex|apres|fin d\w*|etait|former|after|was|par (?:la voie|l'|alternance)|en apprentissage|tuteur|"
    r"maitre d'apprentissage|je forme|encadre)\b"
)
_MONTANT = motif(r"(?<![\d.,])(\d{1,2}[ \u00a0\u202f.,]?\d{3})(?:[.,]\d{1,2})?(?!\d)\s*(€|euros?|eur\b|brut|gross)?")
_ANNEE = motif(r"(?:19|20)\d\d")
_SA_PAIE = motif(
    r"\b(?:je (?:touche|gagne|suis paye\w*)|j'ai|me pai\w*|me pay\w*|on (?:me|te|nous)|i (?:earn|get|make|am paid)|i'm paid|"
    r"pa(?:y|ys|id) me|mon salaire|ma paie|my (?:pay|wage|salary)|il (?:touche|gagne)|elle (?:touche|gagne))\b"
)
_MINIMUM = motif(r"\b(?:minim\w*|mini|bareme|echelons?|step|grade|niveau|level)\b")
_PLANCHER, _PLAFOND, _DERNIER = 1000, 9999, 25
_SEUL = motif(
    r"\b(?:a (?:lui|elle) seule?s?|tout seul|toute seule|(?:le|la|mon|un|une|ma) seule? |rien que (?:le|la|mon|ma)|"
    r"suffi(?:t|sent)|sans (?:rien|autre chose|aucune (?:pratique|experience)|pratique|experience)|by itself|alone|on its own|enough)"
)


_VAUT = motif(  # "l'échelon 6 est à 2 150 €": the amount of the échelon, whatever else is paid
    r"\b(?:echelons?|step|grade|level)\s*\d{1,2}\s+(?:c'est |qui )?(?:est|etait|vaut|passe|is|was|at|a|=)\s*(?:passee? |payee? |fixee? |maintenant |now )?"
    r"(?:a |de |at )?(?=\d)"
)
_DEPUIS = motif(r"\b(?:depuis|since)\b")
_POSE = motif(r"^\W*(?:comme|puisque|vu que|sachant que|si|alors que|given that|since|as)\b")
_C_EST = motif(
    r"^\W*(?:ca |c'?|il |elle |donc |normalement |toujours |bien )*(?:est|es|=|:|is|it's|are|sont|st)\s*(?:a |au |de |on |at )?"
    r"(?:l'|le |the )?(?:echelons? |step |grade |level )?(?P<n>\d{1,2})\b(?!\s*(?:h\b|heures?|ans?\b|mois|jours?|euros?|€|%|ou\b|or\b|/|personnes?|fiches?))"
)


def corriger_affirmation(b: Brouillon, fiche: Fiche | None, aujourdhui: date) -> bool:
    """Put right what is stated; False (nothing written) where it is true, or only asked."""
    plat = sans_accents(b.comprehension.question).replace("’", "'")
    if fiche is not None and _echelon_de_la_fiche(b, plat, fiche):
        return True
    if _VAUT.search(plat) and _POSE.search(plat) and _montant(b, plat, aujourdhui):
        return True
    if not (_CONFIRME.search(plat) or affirme(b)):
        return False
    return (
        _apprenti(b, plat) or _montant(b, plat, aujourdhui)
        or (fiche is not None and _diplome_seul(b, plat, fiche))
    )


def _apprenti(b: Brouillon, plat: str) -> bool:
    s = b.comprehension.situation
    dit = _APPRENTI.search(plat) or (
        s.statut in ("apprenti", "alternance") and b.comprehension.mentions.de("echelon")
    )
    if not dit or _APPRENTI_AUTREMENT.search(plat):
        return False
    b.behaviour = Behaviour.CORRECT_PREMISE
    b.dire("tete_non_classe")
    rediger_regle(b, "non_classe_alternance", categorie=Categorie.OUVRIER_EMPLOYE)
    rediger_regle(b, "minimum_apprentis")
    b.positionnement = calculer(Situation(statut="alternance"), b.c.kb.referentiel)
    return True


def _echelon_de_la_fiche(b: Brouillon, plat: str, fiche: Fiche) -> bool:
    """ "X, c'est 9": the échelon said of the fiche named just before, where it has another."""
    siens = {str(e) for e in (fiche.reference, *fiche.majores)}
    for mention in b.comprehension.mentions.de("fiche"):
        dit = _C_EST.match(plat, mention.fin) or _C_EST.match(plat[mention.fin :])
        if mention.valeurs != (str(fiche.code),) or dit is None or dit["n"] in siens:
            continue
        if not 1 <= int(dit["n"]) <= _DERNIER:
            continue
        b.behaviour = Behaviour.CORRECT_PREMISE
        majores = b.texte("premisse_majores", majores=ou(fiche.majores, b.langue)) if fiche.majores else ""
        b.fiches.append(str(fiche.code))
        b.dire("premisse_fiche", titre=b.titre(fiche), code=fiche.code, echelon=fiche.reference,
               majores=majores, demande=dit["n"])
        b.citer_classement(fiche)
        b.positionnement = calculer(b.comprehension.situation, b.c.kb.referentiel)
        return True
    return False


def _montant(b: Brouillon, plat: str, aujourdhui: date) -> bool:
    """An amount given for the minimum of one échelon, which no table of the day or year gives."""
    if _DEPUIS.search(plat):  # in force since then, and asked of today
        b.comprehension = replace(b.comprehension, jour=None)
    s, jour = b.comprehension.situation, b.comprehension.jour or aujourdhui
    echelons = echelons_dits(b)
    vaut = _VAUT.search(plat)
    lus = _MONTANT.finditer(plat)
    if vaut:
        lus, echelons = iter(filter(None, [_MONTANT.match(plat, vaut.end())])), echelons[:1]
    dits = [_nombre(m[1]) for m in lus if m[2] or not _ANNEE.fullmatch(m[1])]
    dits = [d for d in dits if _PLANCHER <= d <= _PLAFOND]
    general = not (_SA_PAIE.search(plat) or s.forfait or (s.heures_hebdo or 35) != 35 or s.age)
    if len(echelons) != 1 or len(dits) != 1 or not general or not _MINIMUM.search(plat) or jour > aujourdhui:
        return False
    echelon = echelons[0]
    vrais = _vrais(b, echelon, jour)
    if not vrais or dits[0] in vrais:
        return False
    b.behaviour = Behaviour.CORRECT_PREMISE
    b.calcules += [dits[0], vrais[-1]]
    b.dire("montant_faux", nom=nom_du_placement(echelon, b.c, b.langue), dit=euros(dits[0]),
           valeur=euros(vrais[-1]), jour=jour_dit(jour))
    rediger_minimum(b, aujourdhui)
    b.behaviour = Behaviour.CORRECT_PREMISE
    return True


def _vrais(b: Brouillon, echelon: Echelon, jour: date) -> list[Decimal]:
    """The minima of the day, or of its whole year where a year was said."""
    if echelon.niveau and not echelon.degre and echelon.niveau != "V":
        return []
    jours = [jour]
    if (jour.month, jour.day) == (12, 31):
        jours = [x.date_effet for x in b.c.kb.baremes if x.date_effet.year == jour.year] + [jour]
        jours.insert(0, date(jour.year, 1, 1))
    sortie = []
    for j in jours:
        try:
            bareme_du(b.c.kb.baremes, j)
            sortie.append(minimum(b.c.kb.baremes, echelon, j).base)
        except (PasDeBareme, KeyError):
            continue
    return sortie


def _nombre(dit: str) -> Decimal:
    return Decimal(re.sub(r"\D", "", dit))


def _diplome_seul(b: Brouillon, plat: str, fiche: Fiche) -> bool:
    x = b.comprehension
    nomme = x.mentions.de("certification") or re.search(r"\b(?:diplomes?|bts|cqp|cap|bac|titre|degree)\b", plat)
    if not nomme or not _SEUL.search(plat) or demande_sans_affirmer(x.question):
        return False
    b.behaviour = Behaviour.CORRECT_PREMISE
    b.dire("diplome_seul", titre=b.titre(fiche), code=fiche.code)
    rediger_regle(b, "certification_reference", categorie=fiche.categorie)
    rediger_acces(b, fiche)
    b.behaviour = Behaviour.CORRECT_PREMISE
    return True
