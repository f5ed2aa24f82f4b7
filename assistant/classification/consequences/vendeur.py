"""The fixed part of people paid by a fixed sum and sales bonuses (6.04 c)."""

from __future__ import annotations

from assistant.classification.consequences.minimum import assiette
from assistant.classification.consequences.modele import Consequence, Examen, centimes
from assistant.classification.suppleance import euros

__all__ = ["fixe_du_vendeur"]


def fixe_du_vendeur(examen: Examen) -> Consequence | None:
    """The least fixed part for a full month, in euros; the whole pay must reach the minimum.

    The minimum itself carries the raise of a forfait (1.09) where there is one. None where the
    person is not said to be paid so, or where the minimum has no figure.
    """
    appui = examen.appui("vendeur_fixe")
    if not examen.situation.fixe_et_primes or appui is None or examen.echelon is None:
        return None
    base = examen.minimum(examen.echelon)
    total = assiette(examen, examen.echelon)
    if base is None or total.montant is None:
        return None
    taux = appui.regle.parametres["fixe_pourcent"]
    valeur = centimes(base * examen.part_du_temps() * taux / 100)
    return Consequence(
        "vendeur", "vendeur_fixe", (appui,), valeur, "euros_par_mois",
        calcul=(f"{euros(centimes(base * examen.part_du_temps()))} × {taux} % = {euros(valeur)}",),
        variables={"valeur": valeur, "total": total.montant.valeur,
                   "echelon": examen.echelon, "mois": appui.regle.parametres["lissage_mois"]},
        faits=("fixe_et_primes",), bareme=total.montant.bareme,
    )
