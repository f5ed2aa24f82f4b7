"""False premises and contradictions among the facts stated."""

from __future__ import annotations

from assistant.classification.grille import Echelon, EchelonInvalide
from assistant.classification.resultat import Contradiction, PremisseFausse
from assistant.classification.situation import Situation

__all__ = ["contradictions", "echelon_ou_rien", "premisses_fausses"]


def echelon_ou_rien(valeur: object) -> Echelon | None:
    """The placement a fact names, None when unknown or when it is none of the grid."""
    if valeur is None:
        return None
    try:
        return Echelon.lire(valeur)
    except EchelonInvalide:
        return None


def premisses_fausses(situation: Situation) -> tuple[PremisseFausse, ...]:
    """Échelons stated or asked for that are not on the grid, each put right (3.03, 3B.03, 5.03)."""
    fausses = []
    for fait in ("echelon_demande", "echelon_actuel"):
        valeur = getattr(situation, fait)
        if valeur is None:
            continue
        try:
            Echelon.lire(valeur)
        except EchelonInvalide as erreur:
            fausses.append(PremisseFausse(fait, str(valeur), str(erreur)))
    return tuple(fausses)


def contradictions(situation: Situation) -> tuple[Contradiction, ...]:
    """Pairs of facts that cannot both hold."""
    s = situation
    paires = (
        (
            s.certification_rncsa is False and s.certification is not None,
            Contradiction("certification_niee", ("certification_rncsa", "certification")),
        ),
        (
            s.qualification_requise is False and s.fiche is not None,
            Contradiction("qualification_niee", ("qualification_requise", "fiche")),
        ),
        (
            s.qualification_requise is False
            and s.fiche is None
            and s.certification_rncsa is True
            and s.emploi_correspond is True,
            Contradiction("qualification_niee", ("qualification_requise", "certification_rncsa")),
        ),
        (
            bool(s.suppleance_recurrente or s.jours_ouvres_consecutifs)
            and s.effectif_entreprise == 0,
            Contradiction("effectif_nul", ("effectif_entreprise", "suppleance_recurrente")),
        ),
    )
    return tuple(c for vrai, c in paires if vrai)
