"""The change in minimum from one placement to another, and what holds then (3B.02 c, 5.02 c)."""

from __future__ import annotations

from decimal import Decimal

from assistant.classification.coherence import echelon_ou_rien
from assistant.classification.consequences.modele import Appui, Consequence, Examen, centimes
from assistant.classification.grille import Echelon, degres
from assistant.classification.suppleance import euros

__all__ = ["ecart_de_minimum"]


def ecart_de_minimum(
    examen: Examen, de: Echelon | None = None, a: Echelon | None = None
) -> Consequence | None:
    """Minimum of the new placement less that of the one held, in euros a month.

    It can be 0 (12 → 20) or below (12 → 17): the table is not monotonic. By default from the
    échelon held to the one asked for. A niveau without degré counts as its lowest degré.
    """
    de = de or echelon_ou_rien(examen.situation.echelon_actuel)
    a = a or echelon_ou_rien(examen.situation.echelon_demande)
    if de is None or a is None or de == a:
        return None
    bas, haut = (examen.minimum(_position(e)) for e in (de, a))
    if bas is None or haut is None:
        return None
    part = examen.part_du_temps()
    bas, haut = centimes(bas * part), centimes(haut * part)
    ecart = haut - bas
    appuis = _appuis(examen, de, a, ecart > 0)
    if not appuis:
        return None
    bareme = examen.bareme()
    sens = "hausse" if ecart > 0 else "egale" if ecart == 0 else "baisse"
    return Consequence(
        "promotion", f"promotion_{sens}", appuis, ecart, "euros_par_mois",
        calcul=(f"{euros(haut)} − {euros(bas)} = {_signe(ecart)}",),
        variables={"de": str(_position(de)), "a": str(_position(a)), "bas": bas, "haut": haut,
                   "ecart": abs(ecart), "avenant": bareme.avenant if bareme else ""},
        faits=("echelon_actuel", "echelon_demande",
               *(("heures_hebdo",) if part < 1 else ())), bareme=bareme,
    )


def _position(echelon: Echelon) -> Echelon:
    niveau_seul = echelon.niveau is not None and echelon.degre is None
    return degres(echelon)[0] if niveau_seul else echelon


def _appuis(examen: Examen, de: Echelon, a: Echelon, hausse: bool) -> tuple[Appui, ...]:
    """The minimum; on a way up the check of the base pay; the contract where nothing rises."""
    noms = ["minimum"]
    if a.categorie is not de.categorie and a > de:
        noms.append("promotion_verification")
    if not hausse:
        noms.append("salaire_au_contrat")
    return tuple(x for n in noms if (x := examen.appui(n, a.categorie)))


def _signe(valeur: Decimal) -> str:
    return f"−{euros(-valeur)}" if valeur < 0 else euros(valeur)
