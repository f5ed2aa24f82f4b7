"""Hours off to look for work during the notice (2.12 d, 4.10 b)."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal

from assistant.classification.consequences.modele import Appui, Consequence, Examen
from assistant.classification.consequences.preavis import preavis
from assistant.classification.grille import Categorie

__all__ = ["recherche_emploi"]

_PAYEES = {"licenciement": True, "mise_retraite": True, "demission": False, "retraite": False}


def recherche_emploi(examen: Examen) -> Consequence | None:
    """Hours one may be away: 24 in all on two weeks' notice, else 50 a month.

    Part-time ouvriers and employés: 30 % of the weekly hours, each week, rounded up. Nothing
    on voluntary retirement after ten years. Unpaid on resignation. None where the catégorie is
    unknown.
    """
    ouvrier = examen.categorie is Categorie.OUVRIER_EMPLOYE
    regle = "recherche_emploi_ouvriers" if ouvrier else "recherche_emploi_encadrement"
    appui = examen.appui(regle) if examen.categorie else None
    if appui is None or examen.situation.rupture in ("faute_grave", "rupture_conventionnelle"):
        return None
    if hors := _retraite(examen, appui):
        return hors
    if ouvrier and examen.part_du_temps() < 1:
        return _partiel(examen, appui)
    return _plein(examen, appui)


def _retraite(examen: Examen, appui: Appui) -> Consequence | None:
    s = examen.situation
    if s.rupture != "retraite":
        return None
    seuil = appui.regle.parametres["retraite_presence_max"]
    if s.anciennete is None:
        return Consequence("recherche_emploi", "recherche_retraite_a_preciser", (appui,),
                           faits=("rupture",), manquants=("anciennete",))
    if s.anciennete < seuil:
        return None
    return Consequence("recherche_emploi", "recherche_retraite", (appui,), 0, "heures",
                       faits=("rupture", "anciennete"))


def _partiel(examen: Examen, appui: Appui) -> Consequence:
    heures = Decimal(str(examen.situation.heures_hebdo))
    taux = appui.regle.parametres["partiel_pourcent"]
    brut = heures * taux / 100
    arrondi = int(brut.to_integral_value(ROUND_CEILING))
    return Consequence(
        "recherche_emploi", "recherche_partiel", (appui,), arrondi, "heures_par_semaine",
        calcul=(f"{_nombre(heures)} × {taux} % = {_nombre(brut)} → {arrondi}",),
        variables=_paie(examen), faits=("heures_hebdo",),
    )


def _plein(examen: Examen, appui: Appui) -> Consequence:
    p = appui.regle.parametres
    durees = [c for c in preavis(examen) if c.valeur is not None]
    if len(durees) == 1 and durees[0].unite == "semaines":
        return Consequence("recherche_emploi", "recherche_court", (appui,), p["heures_court"],
                           "heures", variables=_paie(examen), faits=durees[0].faits)
    par_mois = p["heures_par_mois"]
    mois = durees[0].valeur if len(durees) == 1 else None
    calcul = (f"{par_mois} × {mois} = {par_mois * mois}",) if isinstance(mois, int) else ()
    return Consequence("recherche_emploi", "recherche_mois", (appui,), par_mois, "heures_par_mois",
                       calcul=calcul, variables=_paie(examen),
                       faits=durees[0].faits if durees else ())


def _paie(examen: Examen) -> dict[str, object]:
    return {"payees": _PAYEES.get(examen.situation.rupture or "")}


def _nombre(valeur: Decimal) -> str:
    return f"{valeur.normalize():f}".replace(".", ",")
