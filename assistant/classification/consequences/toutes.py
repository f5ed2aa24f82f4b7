"""Everything one placement changes for one person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.classification.coherence import echelon_ou_rien
from assistant.classification.consequences.essai import essai
from assistant.classification.consequences.formation import formation
from assistant.classification.consequences.heures_supplementaires import heures_supplementaires
from assistant.classification.consequences.minimum import minimum_du
from assistant.classification.consequences.modele import Consequence, Examen, Smic
from assistant.classification.consequences.preavis import preavis
from assistant.classification.consequences.promotion import ecart_de_minimum
from assistant.classification.consequences.recherche_emploi import recherche_emploi
from assistant.classification.consequences.smic import plancher_smic
from assistant.classification.consequences.vendeur import fixe_du_vendeur
from assistant.classification.grille import Echelon
from assistant.classification.referentiel import Referentiel
from assistant.classification.resultat import Outcome, Positionnement
from assistant.classification.situation import Situation

__all__ = ["consequences_de", "placement_du"]


def consequences_de(
    situation: Situation,
    positionnement: Positionnement,
    referentiel: Referentiel,
    jour: date,
    smics: tuple[Smic, ...] = (),
) -> tuple[Consequence, ...]:
    """What a placement changes, in the order it is told; each from an article in force that day.

    Empty where nothing is classed (apprentices, no fiche): other rules hold there. Job-seeking
    hours are told where an end of contract is stated.
    """
    echelon = placement_du(situation, positionnement)
    if echelon is None or positionnement.outcome is Outcome.NON_CLASSE:
        return ()
    examen = Examen(situation, referentiel, jour, echelon, echelon.categorie, smics)
    trouvees = [
        minimum_du(examen),
        plancher_smic(examen),
        heures_supplementaires(examen),
        fixe_du_vendeur(examen),
        ecart_de_minimum(replace(examen, categorie=None)),
        formation(examen),
        essai(examen) if situation.rupture is None else None,
        *preavis(examen),
        recherche_emploi(examen) if situation.rupture else None,
    ]
    return tuple(c for c in trouvees if c is not None)


def placement_du(situation: Situation, p: Positionnement) -> Echelon | None:
    """The placement whose consequences count: the one due, or the higher one held."""
    tenu = echelon_ou_rien(situation.echelon_actuel)
    if p.outcome in (Outcome.MAJORE_DU, Outcome.ECHELON_1_2) and p.accessibles:
        du: Echelon | None = p.accessibles[0]
    else:
        du = p.reference
    if du is None or tenu is None:
        return du or tenu
    return tenu if tenu.categorie is du.categorie and tenu > du else du
