"""Période d'essai by catégorie (2.03 a, 4.03 a)."""

from __future__ import annotations

from assistant.classification.consequences.modele import Consequence, Examen
from assistant.classification.grille import Categorie

__all__ = ["essai", "fin_essai"]

_REGLES = {
    Categorie.OUVRIER_EMPLOYE: ("essai_ouvriers_employes", "mois"),
    Categorie.MAITRISE: ("essai_maitrise_cadres", "mois_maitrise"),
    Categorie.CADRE: ("essai_maitrise_cadres", "mois_cadres"),
}


def essai(examen: Examen) -> Consequence | None:
    """The longest trial period of a permanent contract, in months; once renewable.

    A fixed-term contract is outside these articles: no figure then. None where the catégorie
    is unknown or the article not yet in force.
    """
    if examen.categorie is None:
        return None
    regle, parametre = _REGLES[examen.categorie]
    appui = examen.appui(regle)
    if appui is None:
        return None
    if examen.situation.contrat == "cdd":
        return Consequence("essai", "essai_cdd", (appui,), faits=("contrat",))
    mois = appui.regle.parametres[parametre]
    tours = 1 + appui.regle.parametres["renouvellements"]
    return Consequence(
        "essai", "essai", (appui,), mois, "mois",
        calcul=(f"{mois} × {tours} = {mois * tours}",),
        variables={"mois": mois, "total": mois * tours, "categorie": examen.categorie},
        faits=("contrat",) if examen.situation.contrat else (),
    )


def fin_essai(examen: Examen) -> Consequence | None:
    """How long before the end of the trial the employer warns, by presence (2.03 b, 4.03 b).

    No figure under one month of presence, where days decide, or where it is not stated. None
    where the article is not yet in force.
    """
    appui, presence = examen.appui("essai_fin"), examen.situation.anciennete
    if appui is None:
        return None
    p = appui.regle.parametres
    if presence is None or presence < p["presence_semaines"]:
        return Consequence("fin_essai", "essai_fin_regle", (appui,),
                           manquants=("anciennete",) if presence is None else ())
    longue = presence >= p["presence_mois"]
    valeur, unite = (p["mois"], "mois") if longue else (p["semaines"], "semaines")
    return Consequence("fin_essai", "essai_fin", (appui,), valeur, unite,
                       variables={"presence": presence}, faits=("anciennete",))
