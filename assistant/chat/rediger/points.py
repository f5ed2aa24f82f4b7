"""Simple points of the agreement, asked for in their own words: rules and figures, at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

from assistant.chat.comprendre.articles import article_nomme
from assistant.chat.comprendre.points_dits import Point, point_dit, sujet_de_l_article
from assistant.chat.rediger.brouillon import Brouillon, nom_de_categorie
from assistant.chat.rediger.classement import jour_dit
from assistant.chat.rediger.consequences import PAR_INTENTION, rediger_consequence
from assistant.chat.rediger.effets import nom_du_placement
from assistant.chat.rediger.fiche import rediger_acces
from assistant.chat.rediger.limites import rediger_abstention
from assistant.chat.rediger.minimum import dire_smic, echelons_dits, rediger_minimum
from assistant.chat.rediger.regles import rediger_regle
from assistant.classification import (
    Categorie,
    Outcome,
    PasDeBareme,
    Positionnement,
    Situation,
    bareme_du,
    calculer,
    euros,
    majores_de,
    minima_de_la_prime,
    minimum,
    references,
    sans_accents,
    valeur_horaire,
)
from assistant.corpus import extraits_de_regle
from assistant.retrieval import jetons

__all__ = ["rediger_point"]

_MAJORE = ("majore_extension", "majore_critere", "certification_majore_du")
_NOMMEES = {
    Categorie.OUVRIER_EMPLOYE: re.compile(r"\b(?:ouvriere?s?|employee?s?|workers?)\b"),
    Categorie.MAITRISE: re.compile(r"\b(?:maitrise|contremaitres?|supervisors?|supervisory)\b"),
    Categorie.CADRE: re.compile(r"\b(?:cadres?|managers?|executives?)\b"),
}
_DEMISSION = re.compile(r"\b(?:demission\w*|resign\w*|quit)\b")


def rediger_point(
    b: Brouillon, p: Positionnement | None, aujourdhui: date
) -> bool:
    """Write the answer to a simple point; False (nothing written) for any other question."""
    if article_nomme(b.comprehension.question, b.c) is not None:
        return False
    point = point_dit(b.comprehension)
    if point is None or (p is not None and p.outcome is Outcome.PRIME_SUPPLEANCE):
        return False
    jour = b.comprehension.jour or aujourdhui
    if jour > aujourdhui and point in _DATES:
        rediger_abstention(b, "futur")
        return True
    if point in _REGLES:
        rediger_regle(b, *_REGLES[point])
        return True
    if point is Point.HEURES:
        rediger_minimum(b, aujourdhui)
        return True
    return _ECRIRE[point](b, jour)


_DATES = frozenset({Point.SUPPLEANCE, Point.TAUX_HORAIRE, Point.SMIC, Point.PANIER})
_REGLES = {
    Point.SEUIL_SUP: ("heures_supplementaires",),
    Point.MINEUR: ("minimum_moins_18",),
    Point.SANS_ACCORD: ("sans_engagement_ecrit",),
}


def _article(b: Brouillon, jour: date) -> bool:
    """Which article speaks of it: that of the rule, else of the paragraph found by its words."""
    regles = [r for r in sujet_de_l_article(b.comprehension.question) if r in b.c.kb.regles]
    if regles:
        lieux: list[str] = []
        for regle in regles:
            lieux += [a.article for a in b.c.kb.regles[regle].articles]
        b.dire("article_du_sujet", articles=_liste(b, dict.fromkeys(lieux)))
        rediger_regle(b, *regles)
        return True
    sujet = " ".join(
        j.mot for j in jetons(b.comprehension.question)
        if j.mot not in b.c.mots_de_demande and j.mot not in _DE_L_ARTICLE
    )
    trouves = [t.passage for t in b.c.articles.chercher(sujet, 1)]
    trouves = [x for x in trouves if x.article]
    for passage in trouves:
        b.dire("article_du_sujet", articles=passage.article or "")
        b.dire("convention_ligne", lieu=f"art. {passage.article}", texte=passage.texte.strip())
        b.citer(passage)
    return bool(trouves)


_DE_L_ARTICLE = frozenset(
    "traite traitent parlent concerne concernent lequel laquelle trouve trouver regit regle numero "
    "which deals with find articles".split()
)


def _decide(b: Brouillon, jour: date) -> bool:
    b.dire("qui_decide")
    degre = re.search(r"\b(?:degres?|degrees?)\b", sans_accents(b.comprehension.question))
    rediger_regle(b, *(("cadre_degre",) if degre else ("fiche_reference", "majore_reconnu")))
    return True


def _panier(b: Brouillon, jour: date) -> bool:
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
    if not extraits:
        rediger_regle(b, "panier_de_nuit")
    return True


def _suppleance(b: Brouillon, jour: date) -> bool:
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


def _taux_horaire(b: Brouillon, jour: date) -> bool:
    """The hourly value of the minimum: the month's figure over the hours of the month (1.16 a)."""
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


def _smic(b: Brouillon, jour: date) -> bool:
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


def _partiel_duree(b: Brouillon, jour: date) -> bool:
    """24 hours a week; 12 h 30 for the jobs of the article's list (1.11 f)."""
    plat = sans_accents(b.comprehension.question)
    regle = b.c.kb.regles["temps_partiel_duree"]
    if _EMPLOIS_COURTS.search(plat):
        b.dire("partiel_emploi_cite", article=regle.article().article)
    rediger_regle(b, "temps_partiel_duree")
    return True


_EMPLOIS_COURTS = re.compile(
    r"\b(?:secretai\w*|secretar\w*|comptab\w*|compta|accountants?|accounting|bookkeep\w*|nettoyage des locaux|femmes? de menage|"
    r"agente?s? (?:d'entretien|de nettoyage|de proprete)|menage|cleaners?|cleaning (?:lady|staff|of premises)|convoyeu\w*|"
    r"preparat(?:eur|rice)s? (?:de |des )?(?:vehicules?|vo|vn)|vehicle preparers?|"
    r"agente?s? d'operations?|pompistes?|operat(?:eur|rice)s? (?:de |en |dans une )?station\w*|station[- ]service|petrol station|"
    r"moniteu\w*|monitrice\w*|enseignante?s? (?:de la |dans une |d')?(?:conduite|auto|ecole)\w*|driving instructors?|"
    r"depanneu\w*|tow(?:ing)?|parkings?|parcs? de stationnement|car parks?)\b"
)


def _fixe(b: Brouillon, jour: date) -> bool:
    rediger_regle(b, "vendeur_fixe")
    if b.comprehension.fiche:
        rediger_minimum(b, date.today())
    return True


def _forfait(b: Brouillon, jour: date) -> bool:
    s = b.comprehension.situation
    regle = {"jours": "forfait_jours", "heures_annee": "forfait_heures_annee"}.get(s.forfait or "")
    rediger_regle(b, regle or "minimum_autre_base")
    return True


def _partir_tot(b: Brouillon, jour: date) -> bool:
    """Leaving before the end of the notice for a new job: on dismissal, by catégorie."""
    categories = {e.categorie for e in echelons_dits(b)} or {
        c for c, mots in _NOMMEES.items() if mots.search(sans_accents(b.comprehension.question))}
    if b.comprehension.situation.rupture == "demission" or (
        _DEMISSION.search(sans_accents(b.comprehension.question))
    ):
        b.dire("preavis_demission_entier")
    ouvriers = not categories or Categorie.OUVRIER_EMPLOYE in categories
    encadrement = not categories or categories != {Categorie.OUVRIER_EMPLOYE}
    rediger_regle(b, *(["preavis_nouvel_emploi_ouvriers"] * ouvriers),
                  *(["preavis_nouvel_emploi_encadrement"] * encadrement))
    return True


def _essai_salarie(b: Brouillon, jour: date) -> bool:
    regles, _ = PAR_INTENTION["fin_essai"]
    mois = b.comprehension.situation.anciennete
    if mois:
        rediger_consequence(b, "fin_essai", None, None, date.today())
    else:
        rediger_regle(b, *regles)
    return True


def _alternance(b: Brouillon, jour: date) -> bool:
    b.dire("tete_non_classe")
    rediger_regle(b, "non_classe_alternance", categorie=Categorie.OUVRIER_EMPLOYE)
    b.positionnement = calculer(Situation(statut="alternance"), b.c.kb.referentiel)
    return True


def _equivalent(b: Brouillon, jour: date) -> bool:
    """Whether the fiche takes a diploma equal to the one it names: its access, in its own words."""
    fiche = b.c.kb.fiches[b.comprehension.fiche or ""]
    siens = [x for x in b.de_section(fiche, "acces") if "quivalen" in x.texte]
    if not siens:
        return False
    b.dire("acces_equivalent", titre=b.titre(fiche), code=fiche.code)
    b.citer(*siens)
    rediger_acces(b, fiche)
    return True


def _tous_emplois(b: Brouillon, jour: date) -> bool:
    b.dire("champ_emploi_oui")
    rediger_regle(b, "champ_tous_les_emplois")
    return True


def _categorie(b: Brouillon, jour: date) -> bool:
    plat = sans_accents(b.comprehension.question)
    nommees = {c for c, mots in _NOMMEES.items() if mots.search(plat)}
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


_DEFINITIONS = {
    Categorie.OUVRIER_EMPLOYE: "definition_ouvriers_employes",
    Categorie.MAITRISE: "definition_maitrise",
    Categorie.CADRE: "definition_cadres",
}


def _majores_de(b: Brouillon, jour: date) -> bool:
    """The two échelons above a reference, or the reference below a majoré."""
    ecrits = []
    for echelon in echelons_dits(b):
        if echelon.numero in (12, 25) or echelon.niveau:
            return False  # what follows there is told elsewhere
        bas = next((r for c in Categorie for r in references(c) if echelon in majores_de(r)), None)
        if siens := majores_de(echelon):
            b.dire("majores_de", echelon=echelon, majores=_liste(b, siens))
        elif bas is not None:
            b.dire("majore_lui_meme", echelon=echelon, reference=bas, majores=_liste(b, majores_de(bas)))
        else:
            b.dire("majores_sans_reference", echelon=echelon)
            b.citer_regle("emploi_sans_qualification")
            continue
        ecrits.append(echelon.categorie)
    if ecrits:
        rediger_regle(b, *_MAJORE, categorie=ecrits[0])
    return bool(b.lignes)


def _majore_cadres(b: Brouillon, jour: date) -> bool:
    b.dire("majores_cadres_non")
    rediger_regle(b, "cadre_degre", categorie=Categorie.CADRE)
    return True


def _majore_defini(b: Brouillon, jour: date) -> bool:
    b.dire("majore_defini")
    rediger_regle(b, *_MAJORE)
    return True


def _references(b: Brouillon, jour: date) -> bool:
    plat = sans_accents(b.comprehension.question)
    voulues = [c for c, mots in _NOMMEES.items() if mots.search(plat)] or list(Categorie)
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


def _grille(b: Brouillon, jour: date) -> bool:
    b.dire("grille_comptes")
    for categorie, regle in _DEFINITIONS.items():
        b.citer_regle(regle, categorie)
    return True


_ECRIRE: dict[Point, Callable[[Brouillon, date], bool]] = {
    Point.ARTICLE: _article,
    Point.DECIDE: _decide,
    Point.PANIER: _panier,
    Point.SUPPLEANCE: _suppleance,
    Point.TAUX_HORAIRE: _taux_horaire,
    Point.SMIC: _smic,
    Point.PARTIEL_DUREE: _partiel_duree,
    Point.FIXE: _fixe,
    Point.FORFAIT: _forfait,
    Point.PARTIR_TOT: _partir_tot,
    Point.ESSAI_SALARIE: _essai_salarie,
    Point.ALTERNANCE: _alternance,
    Point.EQUIVALENT: _equivalent,
    Point.TOUS_EMPLOIS: _tous_emplois,
    Point.CATEGORIE: _categorie,
    Point.MAJORES_DE: _majores_de,
    Point.MAJORE_CADRES: _majore_cadres,
    Point.MAJORE_DEFINI: _majore_defini,
    Point.REFERENCES: _references,
    Point.GRILLE: _grille,
}


def _liste(b: Brouillon, dits: Iterable[object]) -> str:
    noms = [str(x) for x in dits]
    et = "et" if b.langue == "fr" else "and"
    return f" {et} ".join(filter(None, (", ".join(noms[:-1]), noms[-1])))
