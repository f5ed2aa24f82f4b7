"""The placement of one person: told whole, with the way up and the rules of the fiche."""

from __future__ import annotations

from datetime import date
from functools import partial

from assistant.chat.rediger.brouillon import Brouillon, ou
from assistant.chat.rediger.classement import jour_dit, rediger_classement
from assistant.chat.rediger.constats import signaler_serie_des_cadres
from assistant.chat.rediger.dates import hors_des_dates
from assistant.chat.rediger.imposees import IMPOSEES, mene_plus_haut
from assistant.chat.rediger.premisse import demande_hors_fiche
from assistant.chat.rediger.regles_de_fiche import mene_ailleurs, rappeler_regles
from assistant.classification import Fiche, Outcome, Positionnement

__all__ = ["rediger_placement"]


def rediger_placement(
    b: Brouillon, intention: str, p: Positionnement, fiche: Fiche | None, aujourdhui: date
) -> None:
    jour = b.comprehension.jour_du_classement
    if jour is not None and hors_des_dates(b, fiche, jour, aujourdhui):
        return
    propre = IMPOSEES.intersection(p.regles()) or mene_ailleurs(b, fiche)
    if not propre and demande_hors_fiche(b, fiche):
        assert fiche is not None
        b.fiches.append(str(fiche.code))
        b.positionnement = p
        b.citer_classement(fiche)
        return
    personnel = bool(set(b.comprehension.situation.origines) - {"fiche", "date", "echelon_demande"})
    if fiche and mene_ailleurs(b, fiche) and not IMPOSEES.intersection(p.regles()):
        rappeler_regles(b, p, fiche)
    milieu = None
    if intention == "progresser" and fiche and fiche.majores and not mene_plus_haut(p) and (
        p.outcome in (Outcome.REFERENCE, Outcome.MAJORE_POSSIBLE)
    ):
        milieu = partial(_comment, b, fiche)
    rediger_classement(b, p, personnel or fiche is None, milieu)
    if fiche and b.comprehension.situation.certification:
        signaler_serie_des_cadres(b, fiche)
    if fiche and not mene_ailleurs(b, fiche):
        rappeler_regles(b, p, fiche)
    if jour is not None and jour != aujourdhui:
        b.dire("date_du_calcul", jour=jour_dit(jour))


def _comment(b: Brouillon, fiche: Fiche) -> None:
    """How to reach the majorés: extensions, criteria, certification (3.02, 3B.02)."""
    extension, due = (b.c.kb.regles.get(r) for r in ("majore_extension", "certification_majore_du"))
    if extension and due:
        b.dire("comment_progresser", majores=ou(fiche.majores, b.langue),
               article=extension.article(fiche.categorie).article,
               article_du=due.article(fiche.categorie).article)
        b.citer_regle("majore_extension")
        b.citer_regle("certification_majore_du")
    if fiche.extensions:
        b.dire("extensions_connues", extensions=", ".join(b.dit(fiche, "extensions")))
        b.citer_section(fiche, "extensions")
    noms = [c.noms["fr"][0] for c in b.c.kb.referentiel.criteres if c.categorie is fiche.categorie]
    b.dire("criteres_connus", categorie=fiche.categorie.value, criteres=", ".join(noms))
    b.citer_section(fiche, "classement", "critères")
