"""Points on pay: meal allowance at night, the stand-in bonus, hourly minimum, SMIC, fixed part, forfaits."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from assistant.chat.comprendre.paie_dite import paie_dite
from assistant.chat.rediger.brouillon import Brouillon
from assistant.chat.rediger.classement import jour_dit
from assistant.chat.rediger.consequences import rediger_consequence
from assistant.chat.rediger.effets import nom_du_placement
from assistant.chat.rediger.minimum import dire_smic, echelons_dits, rediger_minimum
from assistant.chat.rediger.regles import rediger_regle
from assistant.classification import (
    Categorie,
    PasDeBareme,
    bareme_du,
    euros,
    minima_de_la_prime,
    minimum,
    valeur_horaire,
)
from assistant.corpus import extraits_de_regle

__all__ = ["fixe", "forfait", "panier", "smic", "suppleance", "taux_horaire"]


def panier(b: Brouillon, jour: date) -> bool:
    try:
        bareme = bareme_du(b.c.kb.baremes, jour)
    except PasDeBareme:
        bareme = None
    if bareme is not None and bareme.panier is not None:
        b.calcules.append(bareme.panier)
        b.dire("panier_de_nuit", valeur=euros(bareme.panier), avenant=bareme.avenant,
               effet=jour_dit(bareme.date_effet))
        b.citer(b.c.kb.par_id.get(f"bareme:{bareme.id}/panier"))
    extraits = extraits_de_regle(b.c.kb, b.c.kb.regles["panier_de_nuit"].article())
    for passage in extraits:
        b.dire("convention_ligne", lieu=f"art. {passage.article}", texte=passage.texte.strip())
        b.citer(passage)
    if not extraits or b.langue == "en":
        rediger_regle(b, "panier_de_nuit")
    return True


def suppleance(b: Brouillon, jour: date) -> bool:
    """The prime an échelon would bring, and the conditions it is due on (3.02 c)."""
    dits, s = echelons_dits(b), b.comprehension.situation
    p = b.c.kb.regles["suppleance_conditions"].parametres
    if s.agent_de_maitrise_present or (s.effectif_entreprise or 0) > p["effectif_max"] or all(
        e.categorie is not Categorie.OUVRIER_EMPLOYE for e in dits
    ):
        b.dire("suppleance_exclue")
        rediger_regle(b, "suppleance_conditions")
        return True
    for echelon in dits:
        deux = minima_de_la_prime(b.c.kb.referentiel, echelon, jour)
        if deux is None:
            continue
        haut, bas = deux
        prime = max(haut.base - bas.base, Decimal(0))
        b.calcules += [haut.base, bas.base, prime]
        b.dire("suppleance_montant", echelon=echelon, haut=euros(haut.base), bas=euros(bas.base),
               prime=euros(prime), superieur=haut.echelon, avenant=haut.bareme.avenant)
        b.citer(*(b.c.kb.par_id.get(f"bareme:{m.bareme.id}/{m.echelon}") for m in deux))
    rediger_regle(b, "suppleance_prime")
    return True


def taux_horaire(b: Brouillon, jour: date) -> bool:
    """The hourly value of the minimum: the month's figure over the hours of the month (1.16 a)."""
    paie = paie_dite(b.comprehension.question)
    if paie is not None and paie.horaire and b.comprehension.descriptif is not None:
        return False  # an hourly pay told beside one's work asks for no hourly minimum
    s, ecrits = b.comprehension.situation, []
    for echelon in echelons_dits(b):
        if (echelon.niveau and not echelon.degre and echelon.niveau != "V") or (s.age or 18) < 18:
            continue
        try:
            m = minimum(b.c.kb.baremes, echelon, jour)
        except PasDeBareme:
            continue
        heure = valeur_horaire(m.base)
        b.calcules += [heure, m.base]
        b.dire("minimum_horaire", nom=nom_du_placement(echelon, b.c, b.langue), valeur=euros(heure),
               base=euros(m.base), avenant=m.bareme.avenant, effet=jour_dit(m.bareme.date_effet))
        b.citer(b.c.kb.par_id.get(f"bareme:{m.bareme.id}/{echelon}"))
        ecrits.append(echelon)
    if not ecrits:
        return False
    b.citer_regle("minimum_temps_partiel")
    dire_smic(b, ecrits, jour)
    return True


def smic(b: Brouillon, jour: date) -> bool:
    """The SMIC of the day; beside the minimum of the placement named, where there is one."""
    if echelons_dits(b):
        if b.comprehension.intention.id == "minimum":
            rediger_minimum(b, date.today())
        else:
            rediger_consequence(b, "regle:smic_plancher", None, None, date.today())
        return True
    connus = [x for x in b.c.smics if x.date_effet <= jour]
    if not connus:
        return False
    smic = max(connus, key=lambda x: x.date_effet)
    heure = valeur_horaire(smic.mensuel)
    b.calcules += [smic.mensuel, heure]
    b.dire("smic_du_jour", valeur=euros(smic.mensuel), heure=euros(heure), effet=jour_dit(smic.date_effet))
    if smic.jusqu_au is not None and jour > smic.jusqu_au:
        b.dire("smic_connu_jusqu_au", jour=jour_dit(smic.jusqu_au))
    rediger_regle(b, "smic_plancher")
    return True


def fixe(b: Brouillon, jour: date) -> bool:
    rediger_regle(b, "vendeur_fixe")
    if b.comprehension.fiche:
        rediger_minimum(b, date.today())
    return True


def forfait(b: Brouillon, jour: date) -> bool:
    s = b.comprehension.situation
    regle = {"jours": "forfait_jours", "heures_annee": "forfait_heures_annee"}.get(s.forfait or "")
    rediger_regle(b, regle or "minimum_autre_base")
    return True
