"""Answers on minimum pay (1.16 a)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.chat.comprendre import Texte
from assistant.chat.rediger.brouillon import Brouillon
from assistant.chat.rediger.classement import jour_dit, montant_en_dict
from assistant.chat.rediger.consequences import dire_consequence
from assistant.chat.rediger.demande import AU_PLUS, demander_fiche
from assistant.chat.rediger.limites import rediger_abstention
from assistant.chat.rediger.regles import rediger_regle
from assistant.chat.reponse import Behaviour
from assistant.classification import (
    Assiette,
    Echelon,
    EchelonInvalide,
    Examen,
    Fiche,
    Montant,
    PasDeBareme,
    assiette,
    bareme_du,
    degres,
    ecart_de_minimum,
    euros,
    fixe_du_vendeur,
    heures_supplementaires,
    minimum,
    plancher_smic,
    smic_du,
)

__all__ = ["dire_smic", "echelons_dits", "parle_de_paie", "rediger_bareme", "rediger_minimum"]

_MAJORITE = 18
_BASES = {
    "forfait_jours": "minimum_forfait_jours",
    "forfait_heures_annee": "minimum_forfait_heures",
    "minimum_moins_18": "minimum_moins_18",
    "minimum": "minimum_echelon",
    "minimum_temps_partiel": "minimum_partiel",
}
_PASSAGE = ["passe", "passer", "passage", "promu", "promue", "promotion", "monte", "monter",
            "move from", "go from", "going from", "promoted"]


def rediger_minimum(b: Brouillon, aujourdhui: date) -> None:
    """The minimum of the échelons the question names, or of its fiche, on its day."""
    s = b.comprehension.situation
    jour = b.comprehension.jour or aujourdhui
    echelons = echelons_dits(b)
    fiche = b.c.kb.fiches.get(s.fiche or "")
    if fiche:
        b.fiches.append(str(fiche.code))
    if not echelons and not b.comprehension.candidats:
        b.behaviour = Behaviour.ASK
        b.demander("fiche")
        b.dire("minimum_quel")
        return
    if jour > aujourdhui:
        rediger_abstention(b, "futur")
        return
    if s.statut in ("apprenti", "alternance"):
        rediger_regle(b, "minimum_apprentis", "non_classe_alternance")
        return
    if _avant_le_premier(b, jour):
        return
    if not echelons:
        _des_candidats(b, jour)
        return
    if s.forfait is not None or (s.age is not None and s.age < _MAJORITE):
        _autre_base(b, echelons, jour)
        return
    for echelon in echelons:
        _un(b, echelon, jour)
    if len(echelons) == 2 and all(e.numero or e.degre or e.niveau == "V" for e in echelons):
        _ecart(b, echelons, jour)
    examen = _examen(b, echelons[0], jour)
    for trouvee in (heures_supplementaires(examen), fixe_du_vendeur(examen)):
        if trouvee:
            dire_consequence(b, trouvee)
            if trouvee.cas == "heures_supplementaires":
                b.dire("calcul_ligne", calcul=trouvee.calcul[0])
    if jour != aujourdhui:
        _annee(b, echelons[0], jour)
    dire_smic(b, echelons, jour)
    b.citer_regle("minimum")


def _des_candidats(b: Brouillon, jour: date) -> None:
    """A name that several fiches answer to: the minimum of each of their échelons, and which it is."""
    demander_fiche(b, b.comprehension.candidats)
    montrees = b.fiches[:AU_PLUS]
    for echelon in sorted({b.c.kb.fiches[code].reference for code in montrees}):
        _un(b, echelon, jour)
    if len({b.c.kb.fiches[code].reference for code in montrees}) > 1:
        b.montant = None  # which of them is due is not known
    b.citer_regle("minimum")


def echelons_dits(b: Brouillon) -> list[Echelon]:
    """The placements to give: named ones first, else the fiche's, else the current one."""
    s = b.comprehension.situation
    dits = [m.valeurs[0] for m in b.comprehension.mentions.de("echelon")]
    if not dits and {"echelon_actuel", "echelon_demande"} <= set(b.comprehension.nouveaux):
        dits = [str(s.echelon_actuel), str(s.echelon_demande)]  # "je passe de 12 à 20"
    fiche = b.c.kb.fiches.get(s.fiche or "")
    if fiche and dits == [str(s.echelon_actuel)]:
        dits = []  # "payé échelon 6": what is due goes by the job
    if not dits and fiche:
        dits = [str(_tenu(s.echelon_actuel, fiche))]
    if not dits and s.echelon_actuel is not None:
        dits = [str(s.echelon_actuel)]
    if not dits and s.echelon_demande is not None:
        dits = [str(s.echelon_demande)]
    echelons = []
    for dit in dict.fromkeys(dits):
        try:
            echelons.append(Echelon.lire(dit))
        except EchelonInvalide:
            continue
    return echelons


def _avant_le_premier(b: Brouillon, jour: date) -> bool:
    """Abstain for a day before the first table known; True if so."""
    try:
        bareme_du(b.c.kb.baremes, jour)
    except PasDeBareme as erreur:
        b.behaviour = Behaviour.ABSTAIN
        b.dire("minimum_avant", jour=jour_dit(jour), premier=jour_dit(erreur.premier))
        return True
    return False


def _examen(b: Brouillon, echelon: Echelon, jour: date) -> Examen:
    return Examen(b.comprehension.situation, b.c.kb.referentiel, jour, echelon,
                  echelon.categorie, b.c.smics)


def _ecart(b: Brouillon, echelons: list[Echelon], jour: date) -> None:
    """The difference between two placements; from the one held to the new one on a promotion."""
    de, a = echelons
    if Texte.de(b.comprehension.question).trouve(_PASSAGE):
        if c := ecart_de_minimum(replace(_examen(b, de, jour), categorie=None), de, a):
            dire_consequence(b, replace(c, manquants=()))
        return
    bas, haut = sorted(echelons, key=lambda e: minimum(b.c.kb.baremes, e, jour).base)
    # by amount, not by rank: the table is not monotonic, 17 is below 12
    ecart = minimum(b.c.kb.baremes, haut, jour).base - minimum(b.c.kb.baremes, bas, jour).base
    if ecart:
        b.calcules.append(ecart)
        b.dire("minimum_ecart", ecart=euros(ecart), bas=bas, haut=haut)


def _autre_base(b: Brouillon, echelons: list[Echelon], jour: date) -> None:
    """The minimum under a forfait or below 18, where the article gives a figure (1.09, 1.19 c)."""
    for echelon in (d for e in echelons for d in (degres(e) if not e.degre else ()) or (e,)):
        trouvee = assiette(_examen(b, echelon, jour), echelon)
        cle = _BASES.get(trouvee.regle)
        if trouvee.montant is None or cle is None:
            _sans_montant(b, trouvee)
            return
        regle = b.c.kb.regles[trouvee.regle]
        nom = b.texte("nom_echelon" if echelon.numero else "nom_cadre", echelon=echelon)
        b.calcules.append(trouvee.montant.valeur)
        b.dire(cle, **trouvee.variables, nom=nom, article=regle.article().article)
        _retenir(b, trouvee.montant)
        b.citer_regle(trouvee.regle)
        for fait in trouvee.manquants:
            b.demander(fait)


def _sans_montant(b: Brouillon, trouvee: Assiette) -> None:
    """Why no figure is given; the hours are asked for where they alone are missing."""
    if trouvee.regle == "minimum_autre_base" and trouvee.manquants:
        b.behaviour = Behaviour.ASK
        rediger_regle(b, "forfait_heures_annee")
        b.dire("question_ouverte", question=b.demander(trouvee.manquants[0]))
        return
    b.behaviour = Behaviour.ABSTAIN
    b.dire("minimum_autre_base")
    rediger_regle(b, "minimum_autre_base")


def dire_smic(b: Brouillon, echelons: list[Echelon], jour: date) -> None:
    """The legal floor: which of the two counts, where the SMIC of the day is known."""
    connu = smic_du(_examen(b, echelons[0], jour))
    if connu is None:
        b.dire("minimum_smic")
        return
    dessous = [c for e in echelons if (c := plancher_smic(_examen(b, e, jour)))]
    for c in dessous:
        dire_consequence(b, c)
    if dessous:
        return
    if connu.jusqu_au is None or jour <= connu.jusqu_au:
        b.calcules.append(connu.mensuel)
        b.dire("effet_smic_dessous", valeur=euros(connu.mensuel), effet=jour_dit(connu.date_effet))
        b.citer_regle("smic_plancher")
    else:
        b.calcules.append(connu.mensuel)
        b.dire("minimum_smic_dernier", valeur=euros(connu.mensuel), jour=jour_dit(connu.jusqu_au))


def rediger_bareme(b: Brouillon, aujourdhui: date) -> None:
    """Which avenant gives the minima, since when, and the value of the point (1.16 a, 2.05)."""
    bareme = bareme_du(b.c.kb.baremes, b.comprehension.jour or aujourdhui)
    for connu in b.c.kb.baremes:
        if connu.avenant.split()[-1] in b.comprehension.question.split("'")[-1].split():
            bareme = connu
    b.dire("bareme", avenant=bareme.avenant, signature=jour_dit(bareme.signature),
           effet=jour_dit(bareme.date_effet), jo=jour_dit(bareme.publication_jo))
    if bareme.valeur_point is not None:
        b.calcules.append(bareme.valeur_point)
        b.dire("bareme_point", valeur=euros(bareme.valeur_point))
    b.citer(b.c.kb.par_id.get(f"bareme:{bareme.id}/23"))


def parle_de_paie(question: str) -> bool:
    """True when a question is about pay."""
    return Texte.de(question).trouve(
        ["paye", "payé", "paie", "paient", "touche", "gagne", "brut", "salaire", "minimum", "paid",
         "pay", "earn", "wage", "rémunération", "euros"]
    ) is not None


def _tenu(actuel: object, fiche: Fiche) -> Echelon:
    """The échelon held where it is above the fiche's own in the same catégorie: it decides the pay."""
    try:
        tenu = Echelon.lire(actuel)
    except EchelonInvalide:
        return fiche.reference
    plus_haut = tenu.categorie is fiche.categorie and tenu > fiche.reference
    return tenu if plus_haut else fiche.reference


def _un(b: Brouillon, echelon: Echelon, jour: date) -> None:
    if echelon.niveau and not echelon.degre and echelon.niveau != "V":
        _niveau(b, echelon, jour)
        return
    heures = b.comprehension.situation.heures_hebdo
    m = minimum(b.c.kb.baremes, echelon, jour, heures)
    commun = {
        "nom": b.texte("nom_echelon" if echelon.numero else "nom_cadre", echelon=echelon),
        "valeur": euros(m.valeur), "avenant": m.bareme.avenant,
        "effet": jour_dit(m.bareme.date_effet),
    }
    if m.valeur != m.base:
        b.dire("minimum_partiel", **commun, base=euros(m.base),
               heures=f"{round(m.heures, 2).normalize():f}".replace(".", ","))
        b.citer_regle("minimum_temps_partiel")
    else:
        b.dire("minimum_echelon", **commun)
    _retenir(b, m)


def _niveau(b: Brouillon, niveau: Echelon, jour: date) -> None:
    bareme = bareme_du(b.c.kb.baremes, jour)
    b.dire("minimum_cadre_tete", niveau=niveau, avenant=bareme.avenant,
           effet=jour_dit(bareme.date_effet))
    for degre in degres(niveau):
        m = minimum(b.c.kb.baremes, degre, jour)
        b.dire("minimum_ligne", nom=degre, valeur=euros(m.valeur))
        _retenir(b, m)


def _retenir(b: Brouillon, m: Montant) -> None:
    if b.montant is None:
        b.montant = montant_en_dict(m)
    b.calcules += [m.valeur, m.base]
    b.citer(b.c.kb.par_id.get(f"bareme:{m.bareme.id}/{m.echelon}"))


def _annee(b: Brouillon, echelon: Echelon, jour: date) -> None:
    """Where a whole year was asked for, all tables that took effect in it."""
    dans = [x for x in b.c.kb.baremes if x.date_effet.year == jour.year and x.date_effet <= jour]
    avant = [x for x in b.c.kb.baremes if x.date_effet < date(jour.year, 1, 1)]
    if avant and not any((x.date_effet.month, x.date_effet.day) == (1, 1) for x in dans):
        dans.insert(0, avant[-1])  # the table in force on 1 January
    if (jour.month, jour.day) == (12, 31) and len(dans) > 1 and echelon in dans[0].montants:
        b.dire("minimum_annee", annee=jour.year)
        for bareme in dans:
            b.dire("minimum_annee_ligne", effet=jour_dit(bareme.date_effet),
                   avenant=bareme.avenant, valeur=euros(bareme.montants[echelon]))
            b.citer(b.c.kb.par_id.get(f"bareme:{bareme.id}/{echelon}"))
    else:
        b.dire("minimum_date", jour=jour_dit(jour))
