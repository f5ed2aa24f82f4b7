"""Occasional supervision in small firms (3.02 c): prime de suppléance, recurring supervision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assistant.classification.coherence import echelon_ou_rien
from assistant.classification.dossier import Dossier
from assistant.classification.grille import Categorie, Echelon
from assistant.classification.minima import Montant, PasDeBareme, minimum
from assistant.classification.referentiel import Referentiel

__all__ = ["Suppleance", "examiner_suppleance", "minima_de_la_prime"]

_PRIME, _RECURRENTE, _HORS = "suppleance_prime", "suppleance_recurrente", "suppleance_conditions"


@dataclass(frozen=True, slots=True)
class Suppleance:
    """What follows: the prime (euros a month) if due, an extension if recurring, what is missing."""

    prime: Montant | None = None
    extension: bool = False
    manquants: tuple[str, ...] = ()


def examiner_suppleance(dossier: Dossier) -> Suppleance:
    """Look at the supervision stated; nothing where none is stated."""
    s = dossier.situation
    if not (s.suppleance_recurrente or s.jours_ouvres_consecutifs):
        return Suppleance()
    propre = _echelon_propre(dossier)
    if propre is not None and propre.categorie is not Categorie.OUVRIER_EMPLOYE:
        dossier.noter(_HORS, ("fiche",), categorie=Categorie.OUVRIER_EMPLOYE, echelon=propre)
        return Suppleance()
    effectif_max = dossier.parametre(_HORS, "effectif_max")
    trop_grande = effectif_max is not None and (s.effectif_entreprise or 0) > effectif_max
    if s.agent_de_maitrise_present or trop_grande:
        dossier.noter(
            _HORS, ("effectif_entreprise", "agent_de_maitrise_present"),
            categorie=Categorie.OUVRIER_EMPLOYE, echelon=propre or "—",
        )
        return Suppleance()
    jours_min = dossier.parametre(_PRIME, "jours_min") or 0
    if not s.suppleance_recurrente and (s.jours_ouvres_consecutifs or 0) <= jours_min:
        return Suppleance()  # too short for the prime, and it does not recur
    manquants = [
        nom
        for nom, valeur in (
            ("effectif_entreprise", s.effectif_entreprise),
            ("agent_de_maitrise_present", s.agent_de_maitrise_present),
        )
        if valeur is None
    ]
    if propre is None:
        manquants.append("echelon_actuel")
    if manquants:
        return Suppleance(manquants=tuple(manquants))
    assert propre is not None
    return Suppleance(_prime(dossier, propre), _recurrente(dossier, propre))


def _echelon_propre(dossier: Dossier) -> Echelon | None:
    actuel = echelon_ou_rien(dossier.situation.echelon_actuel)
    return actuel or (dossier.fiche.reference if dossier.fiche else None)


def _recurrente(dossier: Dossier, propre: Echelon) -> bool:
    return bool(dossier.situation.suppleance_recurrente) and dossier.noter(
        _RECURRENTE, ("suppleance_recurrente", "effectif_entreprise"), echelon=propre
    )


def _prime(dossier: Dossier, propre: Echelon) -> Montant | None:
    s = dossier.situation
    jours_min = dossier.parametre(_PRIME, "jours_min")
    if jours_min is None or (s.jours_ouvres_consecutifs or 0) <= jours_min:
        return None
    deux = minima_de_la_prime(dossier.referentiel, propre, dossier.jour)
    if deux is None:
        return None
    haut, bas = deux
    ecart = max(haut.valeur - bas.valeur, Decimal(0)).quantize(Decimal("0.01"))
    if not dossier.noter(
        _PRIME, ("jours_ouvres_consecutifs", "effectif_entreprise"),
        jours=s.jours_ouvres_consecutifs, echelon=propre, haut=euros(haut.valeur),
        bas=euros(bas.valeur), prime=euros(ecart), avenant=haut.bareme.avenant,
    ):
        return None
    return Montant(ecart, haut.base, haut.heures, haut.bareme, propre)


def minima_de_la_prime(
    referentiel: Referentiel, propre: Echelon, jour: date
) -> tuple[Montant, Montant] | None:
    """The minimum of échelon 20 and that of one's own: the prime is the difference (3.02 c).

    None outside ouvriers and employés, and before the first barème known.
    """
    regle = referentiel.regles.get(_PRIME)
    if regle is None or propre.categorie is not Categorie.OUVRIER_EMPLOYE:
        return None
    superieur = Echelon(numero=regle.parametres["echelon_superieur"])
    try:
        return (minimum(referentiel.baremes, superieur, jour),
                minimum(referentiel.baremes, propre, jour))
    except PasDeBareme:
        return None


def euros(valeur: Decimal) -> str:
    """An amount as people read it, without cents where there are none: "2 652", "1 435,50"."""
    entier = valeur == valeur.to_integral_value()
    texte = f"{valeur:,.0f}" if entier else f"{valeur:,.2f}"
    return texte.replace(",", "\u202f").replace(".", ",")
