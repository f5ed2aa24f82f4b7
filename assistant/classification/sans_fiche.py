"""Results where no fiche is known yet: from the certification, or from the échelon held."""

from __future__ import annotations

from assistant.classification.coherence import echelon_ou_rien
from assistant.classification.consequences import noter_minimum
from assistant.classification.dossier import Dossier
from assistant.classification.grille import (
    DERNIER_MAITRISE,
    Categorie,
    Echelon,
    degres,
    majores_de,
    references,
)
from assistant.classification.resultat import Outcome, Positionnement
from assistant.classification.suppleance import Suppleance

__all__ = ["classer_sans_fiche", "engagement_ecrit"]


def engagement_ecrit(dossier: Dossier) -> Echelon | None:
    """The placement due by a written promise of promotion (3.02 c, 3B.02 c, 5.02 c), or None.

    Due when the certification came by VAE or by training at the employer's initiative and a
    written agreement promised promotion; without that agreement, not by itself.
    """
    s = dossier.situation
    if s.certification is None or not (s.vae or s.accord_ecrit):
        return None
    if s.vae is False and s.voie_preparation != "continue":
        return None
    echelon = dossier.referentiel.registre.echelon_de(s.certification, s.voie_preparation)
    if s.accord_ecrit and echelon is not None:
        if dossier.noter(
            "engagement_ecrit", ("accord_ecrit", "certification"), categorie=echelon.categorie,
            certification=s.certification, echelon=echelon,
        ):
            return echelon
    elif s.accord_ecrit is False:
        dossier.noter(
            "sans_engagement_ecrit", ("accord_ecrit",), certification=s.certification
        )
    return None


def classer_sans_fiche(dossier: Dossier, suppleance: Suppleance) -> Positionnement:
    """The most that can be said without a fiche."""
    promu = suppleance.extension and _par_echelon(dossier)
    if promu:
        return promu
    if suppleance.prime is not None:
        return Positionnement(Outcome.PRIME_SUPPLEANCE, prime=suppleance.prime)
    if suppleance.manquants:
        return Positionnement(Outcome.NEED_INFO, faits_manquants=suppleance.manquants)
    for essai in (_par_engagement, _par_echelon, _par_certification):
        if resultat := essai(dossier):
            return resultat
    actuel = echelon_ou_rien(dossier.situation.echelon_actuel)
    if suppleance.extension and actuel and majores_de(actuel):
        return Positionnement(
            Outcome.MAJORE_POSSIBLE, reference=actuel, majores=majores_de(actuel),
            accessibles=majores_de(actuel), faits_manquants=("fiche",),
        )
    return Positionnement(Outcome.NEED_INFO, faits_manquants=("fiche",))


def _par_engagement(dossier: Dossier) -> Positionnement | None:
    du = engagement_ecrit(dossier)
    if du is None:
        s = dossier.situation
        if s.vae and s.certification and s.accord_ecrit is None:
            return Positionnement(Outcome.NEED_INFO, faits_manquants=("accord_ecrit", "fiche"))
        return None
    return Positionnement(
        Outcome.REFERENCE, reference=du, accessibles=(du,),
        minimum=noter_minimum(dossier, du) if du.numero else None,
    )


def _par_echelon(dossier: Dossier) -> Positionnement | None:
    s = dossier.situation
    actuel = echelon_ou_rien(s.echelon_actuel)
    de_plus = bool(s.extensions_exercees or s.activites_complementaires or s.criteres)
    if actuel == DERNIER_MAITRISE and dossier.noter("echelon_25", ("echelon_actuel",)):
        dossier.noter("promotion_verification", ("echelon_actuel",), categorie=Categorie.CADRE)
        return Positionnement(
            Outcome.PROMOTION_CADRE, accessibles=degres(Echelon(niveau="I")),
            faits_manquants=("fiche",),
        )
    if actuel == Echelon(numero=12) and (de_plus or s.suppleance_recurrente) and dossier.noter(
        "echelon_12", ("echelon_actuel",), categorie=Categorie.OUVRIER_EMPLOYE
    ):
        dossier.noter("promotion_verification", ("echelon_actuel",), categorie=Categorie.MAITRISE)
        return Positionnement(
            Outcome.PROMOTION_MAITRISE, accessibles=references(Categorie.MAITRISE),
            faits_manquants=("fiche",),
        )
    return None


def _par_certification(dossier: Dossier) -> Positionnement | None:
    s, registre = dossier.situation, dossier.referentiel.registre
    if s.certification is None or s.certification_rncsa is False:
        return None
    echelon = registre.echelon_de(s.certification, s.voie_preparation)
    if echelon is None:
        entrees = registre.serie_de(s.certification)
        if s.voie_preparation is None and any(c.voies for c in entrees):
            dossier.noter("certification_voie", ("certification",), certification=s.certification)
            return Positionnement(
                Outcome.NEED_INFO, faits_manquants=("voie_preparation", "fiche")
            )
        return None
    if not dossier.noter(
        "certification_serie", ("certification",), categorie=echelon.categorie,
        certification=s.certification, echelon=echelon,
    ):
        return None
    return Positionnement(
        Outcome.REFERENCE, reference=echelon, accessibles=(echelon,), faits_manquants=("fiche",),
        minimum=noter_minimum(dossier, echelon) if echelon.numero else None,
    )
