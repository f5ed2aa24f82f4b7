"""Simple points of the agreement, asked for in their own words: rules and figures, at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from assistant.chat.comprendre.articles import article_nomme
from assistant.chat.comprendre.points_dits import (
    NON_REPONDUES,
    Point,
    point_dit,
    sujet_de_l_article,
)
from assistant.chat.rediger import points_conclus, points_contrat, points_echelons, points_paie
from assistant.chat.rediger.brouillon import Brouillon
from assistant.chat.rediger.limites import rediger_abstention
from assistant.chat.rediger.minimum import rediger_minimum
from assistant.chat.rediger.points_fiche import rediger_point_de_fiche
from assistant.chat.rediger.regles import rediger_regle
from assistant.classification import Outcome, Positionnement
from assistant.retrieval import jetons

__all__ = ["rediger_point"]


def rediger_point(
    b: Brouillon, p: Positionnement | None, aujourdhui: date
) -> bool:
    """Write the answer to a simple point; False (nothing written) for any other question."""
    if article_nomme(b.comprehension.question, b.c) is not None:
        return False
    if b.comprehension.intention.id not in NON_REPONDUES and rediger_point_de_fiche(b, p):
        return True
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
        b.dire("article_du_sujet", articles=points_echelons.liste(b, dict.fromkeys(lieux)))
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


_ECRIRE: dict[Point, Callable[[Brouillon, date], bool]] = {
    Point.ARTICLE: _article,
    Point.CHOIX_MAJORES: points_conclus.choix_majores,
    Point.REPERTOIRES: points_conclus.repertoires,
    Point.PRIME_OBLIGATOIRE: points_conclus.prime_obligatoire,
    Point.PRIME_PROMU: points_conclus.prime_promu,
    Point.ESSAI_ORAL: points_conclus.essai_oral,
    Point.FORFAIT_CADRE: points_conclus.forfait_cadre,
    Point.PERMIS: points_conclus.permis,
    Point.CATEGORIES: points_conclus.categories,
    Point.DECIDE: points_echelons.decide,
    Point.PANIER: points_paie.panier,
    Point.SUPPLEANCE: points_paie.suppleance,
    Point.TAUX_HORAIRE: points_paie.taux_horaire,
    Point.SMIC: points_paie.smic,
    Point.PARTIEL_DUREE: points_contrat.partiel_duree,
    Point.FIXE: points_paie.fixe,
    Point.FORFAIT: points_paie.forfait,
    Point.PARTIR_TOT: points_contrat.partir_tot,
    Point.ESSAI_SALARIE: points_contrat.essai_salarie,
    Point.ALTERNANCE: points_echelons.alternance,
    Point.EQUIVALENT: points_echelons.equivalent,
    Point.TOUS_EMPLOIS: points_contrat.tous_emplois,
    Point.CATEGORIE: points_echelons.categorie,
    Point.MAJORES_DE: points_echelons.majores,
    Point.MAJORE_CADRES: points_echelons.majore_cadres,
    Point.MAJORE_DEFINI: points_echelons.majore_defini,
    Point.REFERENCES: points_echelons.references_de,
    Point.GRILLE: points_echelons.grille,
}
