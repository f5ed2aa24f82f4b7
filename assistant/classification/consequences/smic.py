"""The legal SMIC, a floor above the minima (1.16 a)."""

from __future__ import annotations

from assistant.classification.consequences.modele import Consequence, Examen, Smic, centimes
from assistant.classification.suppleance import euros

__all__ = ["plancher_smic", "smic_du"]


def smic_du(examen: Examen) -> Smic | None:
    """The SMIC of the day; None before the first one known."""
    connus = [s for s in examen.smics if s.date_effet <= examen.jour]
    return max(connus, key=lambda s: s.date_effet, default=None)


def plancher_smic(examen: Examen) -> Consequence | None:
    """The SMIC where the agreement's minimum of the placement is below it; else None.

    In proportion of part-time hours. The young have rebates of the law's own on the SMIC, which
    these texts do not hold: None for them.
    """
    smic, base, appui = smic_du(examen), examen.minimum(examen.echelon), examen.appui("smic_plancher")
    mineur = examen.situation.age is not None and examen.situation.age < 18
    if smic is None or base is None or appui is None or mineur or smic.mensuel <= base:
        return None
    part = examen.part_du_temps()
    valeur = centimes(smic.mensuel * part)
    return Consequence(
        "smic", "smic_plancher", (appui,), valeur, "euros_par_mois",
        calcul=(f"{euros(smic.mensuel)} > {euros(base)}",),
        variables={"valeur": valeur, "minimum": centimes(base * part),
                   "echelon": examen.echelon, "effet": f"{smic.date_effet:%d/%m/%Y}"},
        faits=("heures_hebdo",) if part < 1 else (), bareme=examen.bareme(),
    )
