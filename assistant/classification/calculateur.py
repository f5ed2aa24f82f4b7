"""The calculator: facts in, placement with its reasons out. Deterministic, no text, no model."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.classification.coherence import (
    contradictions,
    echelon_ou_rien,
    premisses_fausses,
)
from assistant.classification.consequences import noter_minimum
from assistant.classification.dossier import Dossier
from assistant.classification.effets_de_fiche import Effet, effet_de_fiche, noter_conditions
from assistant.classification.fiche import Fiche
from assistant.classification.grille import (
    DERNIER_MAITRISE,
    Categorie,
    Echelon,
    degres,
    references,
)
from assistant.classification.majores import apprecier
from assistant.classification.referentiel import Referentiel
from assistant.classification.resultat import Outcome, Positionnement
from assistant.classification.sans_fiche import classer_sans_fiche, engagement_ecrit
from assistant.classification.situation import Situation
from assistant.classification.suppleance import Suppleance, examiner_suppleance

__all__ = ["calculer"]


def calculer(
    situation: Situation, referentiel: Referentiel, jour: date | None = None
) -> Positionnement:
    """Class one person (3.02, 3.03, 3B.02, 3B.03, 5.02, 5.03).

    ``jour`` is today unless the situation carries a date. Raises FicheInconnue for a code
    that no fiche carries.
    """
    if situation.date:
        jour = date.fromisoformat(situation.date)
    dossier = Dossier(situation, referentiel, jour or date.today())
    if situation.fiche is not None:
        dossier.fiche = referentiel.fiche(situation.fiche)
    resultat = _classer(dossier)
    return replace(
        resultat,
        fiche=str(dossier.fiche.code) if dossier.fiche else None,
        motifs=tuple(dossier.motifs),
        premisses=premisses_fausses(situation),
        contradictions=contradictions(situation),
    )


def _classer(dossier: Dossier) -> Positionnement:
    s, fiche = dossier.situation, dossier.fiche
    if s.statut in ("apprenti", "alternance") and dossier.noter("non_classe_alternance", ("statut",)):
        return Positionnement(Outcome.NON_CLASSE)
    if s.qualification_requise is False and dossier.noter(
        "emploi_sans_qualification", ("qualification_requise",)
    ):
        deux = (Echelon(numero=1), Echelon(numero=2))
        return Positionnement(
            Outcome.ECHELON_1_2, accessibles=deux, minimum=noter_minimum(dossier, deux[0])
        )
    suppleance = examiner_suppleance(dossier)
    if fiche is None:
        return classer_sans_fiche(dossier, suppleance)
    if fiche.statut == "supprime":  # it can no longer class anyone
        return Positionnement(
            Outcome.NEED_INFO, reference=fiche.reference, faits_manquants=("fiche",)
        )
    dossier.noter(
        "fiche_reference", ("fiche",), titre=fiche.titre, code=fiche.code,
        echelon=fiche.reference,
    )
    if fiche.generique:
        dossier.noter("fiche_generique", ("fiche",), titre=fiche.titre)
    noter_conditions(dossier, fiche)
    if fiche.categorie is Categorie.CADRE:
        return _cadre(dossier, fiche)
    return _echelons(dossier, fiche, suppleance)


def _cadre(dossier: Dossier, fiche: Fiche) -> Positionnement:
    ouverts = degres(fiche.reference)
    dossier.noter("cadre_degre", ("fiche",), niveau=fiche.reference, degres=ouverts)
    if fiche.reference.niveau == "I":
        dossier.noter("cadre_debutant", ("fiche",))
    return Positionnement(
        Outcome.DEGRE_CADRE, reference=fiche.reference, accessibles=ouverts,
        minimum=noter_minimum(dossier, ouverts[0]),
    )


_AVANT_LA_PRIME = (Outcome.MAJORE_DU, Outcome.PROMOTION_MAITRISE)  # what outweighs it


def _echelons(dossier: Dossier, fiche: Fiche, suppleance: Suppleance) -> Positionnement:
    appreciation = apprecier(dossier, fiche, suppleance.extension)
    outcome = appreciation.outcome
    accessibles: tuple[Echelon, ...] = (fiche.reference,)
    if outcome in (Outcome.MAJORE_POSSIBLE, Outcome.MAJORE_DU, Outcome.NEED_INFO):
        accessibles = fiche.majores
    elif outcome is Outcome.PROMOTION_MAITRISE:
        accessibles = references(Categorie.MAITRISE)
        dossier.noter("promotion_verification", ("fiche",), categorie=Categorie.MAITRISE)
    du = accessibles[0] if outcome is Outcome.MAJORE_DU else fiche.reference
    effet = effet_de_fiche(dossier, fiche)
    outcome, accessibles, du = _avec_effet(dossier, effet, outcome, accessibles, du)
    engagement = engagement_ecrit(dossier)
    au_dessus = bool(fiche.majores) and du > fiche.majores[-1]
    a_savoir = () if au_dessus else appreciation.manquants  # no majoré of the fiche is higher
    manquants = tuple(dict.fromkeys(effet.manquants + a_savoir))
    tenu = echelon_ou_rien(dossier.situation.echelon_actuel)
    au_bout = tenu == DERNIER_MAITRISE and DERNIER_MAITRISE in fiche.majores
    if engagement and engagement > du:
        outcome, accessibles, du, manquants = Outcome.REFERENCE, (engagement,), engagement, ()
    elif au_bout and dossier.noter("echelon_25", ("echelon_actuel",)):
        outcome, manquants = Outcome.PROMOTION_CADRE, ()
        accessibles = degres(Echelon(niveau="I"))
        dossier.noter("promotion_verification", ("echelon_actuel",), categorie=Categorie.CADRE)
    elif suppleance.prime is not None and outcome not in _AVANT_LA_PRIME:
        outcome = Outcome.PRIME_SUPPLEANCE
    elif suppleance.manquants and outcome not in _AVANT_LA_PRIME:
        outcome, manquants = Outcome.NEED_INFO, suppleance.manquants
    if tenu is not None and tenu > du and tenu.categorie is fiche.categorie:
        du = tenu  # the minimum of the échelon held, where it is higher
    return Positionnement(
        outcome, reference=fiche.reference, majores=fiche.majores, accessibles=accessibles,
        faits_manquants=manquants, minimum=noter_minimum(dossier, du), prime=suppleance.prime,
    )


def _avec_effet(
    dossier: Dossier, effet: Effet, outcome: Outcome, accessibles: tuple[Echelon, ...], du: Echelon
) -> tuple[Outcome, tuple[Echelon, ...], Echelon]:
    """What the fiche's own rules make of a result: a higher placement due, or open by decision."""
    if effet.du is not None and effet.du > du:
        du = effet.du
        if any(e > du for e in accessibles):  # a majoré can still be higher
            accessibles = tuple(e for e in accessibles if e >= du)
        else:
            outcome, accessibles = Outcome.REFERENCE, (du,)
    place = effet.possible
    if place is None or place <= du or place in accessibles:
        return outcome, accessibles, du
    if outcome is not Outcome.REFERENCE or place.categorie is du.categorie:
        return outcome, (*accessibles, place), du
    dossier.noter("promotion_verification", ("fiche",), categorie=place.categorie)
    return Outcome.PROMOTION_MAITRISE, (place,), du
