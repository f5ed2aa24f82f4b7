"""Is an échelon majoré open, possible or due? (3.02 a and d, 3B.02 a and d, 3.03)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.classification.activites import Activites, trier
from assistant.classification.certification import Ouverture, examiner
from assistant.classification.dossier import Dossier
from assistant.classification.effets_de_fiche import (
    activites_d_une_autre_fiche,
    extension_refusee,
    majore_obligatoire,
    noter_liste,
)
from assistant.classification.fiche import Fiche
from assistant.classification.grille import Echelon
from assistant.classification.regles_de_fiche import TypeDeRegle
from assistant.classification.resultat import Outcome

__all__ = ["Appreciation", "apprecier"]

_ETATS = {
    Ouverture.PRATIQUE_MANQUANTE: ("certification_pratique", ("certification", "pratique_professionnelle")),
    Ouverture.NON_CITEE: ("certification_non_citee", ("certification",)),
    Ouverture.NON_VERIFIABLE: ("certification_non_verifiable", ("certification",)),
    Ouverture.HORS_SPECIALITE: ("certification_hors_specialite", ("dans_la_specialite",)),
    Ouverture.EMPLOI_DIFFERENT: ("emploi_ne_correspond_pas", ("emploi_correspond",)),
}
_DERNIER_OUVRIER = Echelon(numero=12)
_PAR_DECISION = (Ouverture.AUCUNE, Ouverture.PRATIQUE_MANQUANTE, Ouverture.NON_CITEE)


@dataclass(frozen=True, slots=True)
class Appreciation:
    """Outcome for the fiche's own échelons, and what is missing to be sure."""

    outcome: Outcome
    manquants: tuple[str, ...] = ()


def apprecier(dossier: Dossier, fiche: Fiche, suppleance: bool) -> Appreciation:
    """Weigh activities, criteria, certification and recognition for one fiche (not a cadre one).

    ``suppleance``: recurring supervision counts as an extension of activity (3.02 c).
    """
    s, ref = dossier.situation, dossier.referentiel
    if fiche.majores and majore_obligatoire(dossier, fiche):
        return Appreciation(Outcome.MAJORE_DU)
    activites = _trier(dossier, fiche)
    retenus, autres = ref.trier_criteres(s.criteres or (), fiche.categorie)
    fonde = _noter_faits(dossier, fiche, activites, retenus, autres) or suppleance
    ouverture, manquants = examiner(s, fiche, ref.registre)
    due = _noter_certification(dossier, fiche, ouverture, manquants)
    if not fonde:
        return Appreciation(Outcome.REFERENCE, _a_demander(dossier, ouverture, manquants))
    if not fiche.majores:
        promu = fiche.reference == _DERNIER_OUVRIER and dossier.noter("echelon_12", ("fiche",))
        return Appreciation(Outcome.PROMOTION_MAITRISE if promu else Outcome.REFERENCE)
    if activites.au_dela or suppleance:
        if due and dossier.noter(
            "certification_majore_du", ("certification", *_noms(activites)),
            activites=activites.au_dela, majores=_ou(fiche),
        ):
            return Appreciation(Outcome.MAJORE_DU)
        if ouverture is Ouverture.A_PRECISER:
            return Appreciation(Outcome.NEED_INFO, manquants)
    if suppleance:  # 3.02 c: it is to be recognised, whatever the employer says
        return Appreciation(
            Outcome.MAJORE_POSSIBLE, _a_demander(dossier, ouverture, manquants)
        )
    return _possible(dossier, fiche, ouverture, manquants)


def _trier(dossier: Dossier, fiche: Fiche) -> Activites:
    """The activities stated, by the fiche's lists and by its own rules on extensions.

    Without those that make another fiche the right one: they open no majoré of this one.
    """
    s = dossier.situation
    ailleurs = activites_d_une_autre_fiche(dossier, fiche)
    declarees = tuple(a for a in s.extensions_exercees or () if a not in ailleurs)
    autres = tuple(a for a in s.activites_complementaires or () if a not in ailleurs)
    triees = trier(declarees, autres, fiche, dossier.referentiel.concepts)
    if any(r.type is TypeDeRegle.EXTENSIONS_LIBRES for r in fiche.regles):
        libres = tuple(a for a in triees.complementaires if a in declarees)
        triees = replace(
            triees,
            extensions=triees.extensions + libres,
            complementaires=tuple(a for a in triees.complementaires if a not in libres),
        )
    admises = tuple(a for a in triees.extensions if not extension_refusee(dossier, fiche, a))
    return replace(triees, extensions=admises)


def _noter_faits(
    dossier: Dossier, fiche: Fiche, activites: Activites,
    retenus: tuple[str, ...], autres: tuple[str, ...],
) -> bool:
    """Note what was stated; True when something grounds a majoré, or goes beyond a fiche of none."""
    majores = _ou(fiche)
    fonde = False
    if not fiche.majores:
        fonde = bool(activites.au_dela or retenus)
    elif activites.extensions:
        fonde |= dossier.noter(
            "majore_extension", ("extensions_exercees",),
            extensions=activites.extensions, majores=majores,
        )
    if activites.extensions:
        noter_liste(dossier, fiche)
    if activites.complementaires and fiche.majores:
        fonde |= dossier.noter(
            "activite_complementaire", ("activites_complementaires",),
            activites=activites.complementaires, majores=majores,
        )
    if activites.contenu:
        dossier.noter("activite_du_contenu", ("extensions_exercees",), activites=activites.contenu)
    if retenus and fiche.majores:
        fonde |= dossier.noter("majore_critere", ("criteres",), criteres=retenus, majores=majores)
    if autres:
        siens = [
            noms["fr"][0] for c in dossier.referentiel.criteres
            if c.categorie is fiche.categorie for noms in (c.noms,)
        ]
        dossier.noter(
            "critere_autre_categorie", ("criteres",), criteres=autres,
            categorie_nom=fiche.categorie.value, siens=siens,
        )
    return fonde


def _conditions(manquants: tuple[str, ...]) -> str:
    """The rule that names what the certification still needs: practice only where it is asked."""
    if "pratique_professionnelle" in manquants:
        return "certification_conditions"
    voie = {"voie_preparation", "certification"}.intersection(manquants)
    return "certification_conditions_voie" if voie else "certification_conditions_emploi"


def _noter_certification(
    dossier: Dossier, fiche: Fiche, ouverture: Ouverture, manquants: tuple[str, ...]
) -> bool:
    """Note what the certification does; True when it makes the placement due."""
    nom = dossier.situation.certification or "certification inscrite au RNCSA"
    if ouverture is Ouverture.DUE:
        return dossier.noter(
            "certification_reference", ("certification_rncsa", "dans_la_specialite",
            "emploi_correspond"), certification=nom, echelon=fiche.reference,
        )
    if etat := _ETATS.get(ouverture):
        regle, faits = etat
        serie = dossier.referentiel.registre.echelon_de(
            nom, dossier.situation.voie_preparation
        )
        dossier.noter(
            regle, faits, certification=nom, echelon=fiche.reference,
            serie=serie or "celui de sa série",
        )
    if ouverture is Ouverture.NON_CITEE and fiche.texte_ancien:
        dossier.noter(
            "acces_liste_ancienne", ("certification",), code=fiche.code,
            edition=f"{fiche.edition:%d/%m/%Y}", accord=f"{fiche.superseded_by:%d/%m/%Y}",
        )
    if ouverture is Ouverture.A_PRECISER:
        dossier.noter(
            _conditions(manquants), ("certification_rncsa",), certification=nom,
            echelon=fiche.reference,
        )
    if ouverture in _PAR_DECISION and fiche.acces_par_decision:
        dossier.noter("decision_employeur", ("certification_rncsa",))
    return False


def _possible(
    dossier: Dossier, fiche: Fiche, ouverture: Ouverture, manquants: tuple[str, ...]
) -> Appreciation:
    reconnu = dossier.situation.reconnu_par_employeur
    if reconnu is False:
        dossier.noter("majore_non_reconnu", ("reconnu_par_employeur",), echelon=fiche.reference)
        return Appreciation(Outcome.REFERENCE, _a_demander(dossier, ouverture, manquants))
    if reconnu:
        dossier.noter("majore_reconnu", ("reconnu_par_employeur",), majores=_ou(fiche))
    return Appreciation(Outcome.MAJORE_POSSIBLE, _a_demander(dossier, ouverture, manquants))


def _a_demander(
    dossier: Dossier, ouverture: Ouverture, manquants: tuple[str, ...]
) -> tuple[str, ...]:
    """What could still change the result, heaviest first."""
    s = dossier.situation
    demandes: list[str] = []
    if s.extensions_exercees is None and s.activites_complementaires is None:
        demandes.append("extensions_exercees")
    if ouverture is Ouverture.INCONNUE:
        demandes.append("certification_rncsa")
    elif ouverture is Ouverture.A_PRECISER:
        demandes.extend(manquants)
    if s.criteres is None:
        demandes.append("criteres")
    return tuple(demandes)


def _noms(activites: Activites) -> tuple[str, ...]:
    return ("extensions_exercees",) if activites.extensions else ("activites_complementaires",)


def _ou(fiche: Fiche) -> str:
    return " ou ".join(str(e) for e in fiche.majores)
