"""The pay of weekly hours beyond 35, on the minimum (1.09 bis d)."""

from __future__ import annotations

from decimal import Decimal

from assistant.classification.consequences.modele import Consequence, Examen, centimes
from assistant.classification.minima import DUREE_LEGALE
from assistant.classification.suppleance import euros

__all__ = ["heures_supplementaires"]


def heures_supplementaires(examen: Examen) -> Consequence | None:
    """What is due a month, at the minimum, for the hours of each week beyond 35.

    The first eight at 125 %, the next at 150 %; a month holds 52/12 weeks. None at 35 hours or
    below, under a forfait (1.09 has its own raises), or where the minimum is unknown.
    """
    s, appui = examen.situation, examen.appui("heures_supplementaires")
    base = examen.minimum(examen.echelon)
    if appui is None or base is None or s.forfait or s.heures_hebdo is None:
        return None
    au_dela = Decimal(str(s.heures_hebdo)) - DUREE_LEGALE
    if au_dela <= 0:
        return None
    p = appui.regle.parametres
    premieres = min(au_dela, Decimal(p["premieres_heures"]))
    suivantes = au_dela - premieres
    valeur = centimes(base / DUREE_LEGALE * (
        premieres * (100 + p["majoration_premieres"]) + suivantes * (100 + p["majoration_suivantes"])
    ) / 100)
    parts = [f"{_nombre(premieres)} × {100 + p['majoration_premieres']} %"]
    if suivantes:
        parts.append(f"{_nombre(suivantes)} × {100 + p['majoration_suivantes']} %")
    return Consequence(
        "heures_supplementaires", "heures_supplementaires", (appui,), valeur, "euros_par_mois",
        calcul=(f"{euros(base)} / 35 × ({' + '.join(parts)}) = {euros(valeur)}",),
        variables={"valeur": valeur, "heures": _nombre(au_dela), "echelon": examen.echelon,
                   "total": base + valeur, "base": base},
        faits=("heures_hebdo",), bareme=examen.bareme(),
    )


def _nombre(valeur: Decimal) -> str:
    return f"{valeur.normalize():f}".replace(".", ",")
