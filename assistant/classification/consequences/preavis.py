"""Préavis by placement, way of leaving and presence (2.12 a, 4.10 a, 1.23 b)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from assistant.classification.consequences.modele import Appui, Consequence, Examen
from assistant.classification.grille import Categorie, Echelon

__all__ = ["RUPTURES", "preavis"]

RUPTURES = ("demission", "licenciement", "retraite", "mise_retraite")
_VAUT = {"retraite": "demission", "mise_retraite": "licenciement"}  # 1.23 b 4
_OUVRIERS, _ENCADREMENT, _RETRAITE = (
    "preavis_ouvriers_employes", "preavis_maitrise_cadres", "preavis_retraite",
)


@dataclass(frozen=True, slots=True)
class _Duree:
    valeur: int | None = None
    unite: str = "mois"
    manquants: tuple[str, ...] = ()
    faits: tuple[str, ...] = ()


def preavis(examen: Examen) -> tuple[Consequence, ...]:
    """The notice for the way of leaving stated; for resignation and dismissal where none is.

    One result where both are alike. Empty where the catégorie is unknown or the article not
    yet in force.
    """
    rupture = examen.situation.rupture
    if rupture in ("faute_grave", "rupture_conventionnelle"):
        return _sans_preavis(examen, rupture)
    voulues = (rupture,) if rupture in RUPTURES else RUPTURES[:2]
    trouvees = tuple(c for r in voulues if (c := _un(examen, r)))
    if len(trouvees) == 2 and trouvees[0].valeur == trouvees[1].valeur is not None and (
        examen.categorie is not Categorie.OUVRIER_EMPLOYE
    ):
        return (replace(trouvees[0], cas="preavis_deux"),)  # 4.10 a: the same for both sides
    return trouvees


def _appuis(examen: Examen, rupture: str | None) -> tuple[Appui, ...]:
    if examen.categorie is None:
        return ()
    ouvrier = examen.categorie is Categorie.OUVRIER_EMPLOYE
    tous = [examen.appui(_OUVRIERS if ouvrier else _ENCADREMENT)]
    if rupture in _VAUT:
        tous.append(examen.appui(_RETRAITE))
    return tuple(a for a in tous if a) if all(tous) else ()


def _sans_preavis(examen: Examen, rupture: str) -> tuple[Consequence, ...]:
    appuis = _appuis(examen, None)
    if not appuis:
        return ()
    valeur = 0 if rupture == "faute_grave" else None
    return (
        Consequence(f"preavis_{rupture}", f"preavis_{rupture}", appuis, valeur,
                    "mois" if valeur == 0 else None, faits=("rupture",)),
    )


def _un(examen: Examen, rupture: str) -> Consequence | None:
    appuis = _appuis(examen, rupture)
    if not appuis:
        return None
    p = appuis[0].regle.parametres
    vaut = _VAUT.get(rupture, rupture)
    if examen.categorie is Categorie.OUVRIER_EMPLOYE:
        duree = _ouvriers(examen, vaut, p)
    else:
        duree = _encadrement(examen.echelon, p)
    cas = "preavis_a_preciser" if duree.valeur is None else "preavis"
    faits = ("rupture",) if examen.situation.rupture else ()
    return Consequence(
        f"preavis_{rupture}", cas, appuis, duree.valeur, duree.unite,
        variables={
            "rupture": rupture, "echelon": examen.echelon or examen.categorie, "presence": examen.situation.anciennete
            if "anciennete" in duree.faits else None,
        },
        faits=(*faits, *duree.faits), manquants=duree.manquants,
    )


def _ouvriers(examen: Examen, vaut: str, p: Mapping[str, int]) -> _Duree:
    if examen.echelon is None or examen.echelon.numero is None:
        return _Duree(manquants=("echelon_actuel",))
    bas = examen.echelon.numero <= p["echelon_bas_max"]
    court = _Duree(p["semaines_bas"], "semaines") if bas else _Duree(p["mois_court"])
    if vaut == "demission":
        return court
    presence = examen.situation.anciennete
    if presence is None:
        return _Duree(manquants=("anciennete",))
    faits = ("anciennete",)
    if presence >= p["presence_longue"]:
        return _Duree(p["mois_long"], faits=faits)
    if bas and presence < p["presence_moyenne"]:
        return _Duree(p["semaines_bas"], "semaines", faits=faits)
    return _Duree(p["mois_court"], faits=faits)


def _encadrement(echelon: Echelon | None, p: Mapping[str, int]) -> _Duree:
    if echelon is None:
        return _Duree(manquants=("echelon_actuel",))
    court = echelon.numero is not None and echelon.numero <= p["echelon_court_max"]
    return _Duree(p["mois_court"] if court else p["mois_long"])
