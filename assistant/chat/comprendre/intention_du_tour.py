"""What one turn of a conversation wants: its own intent, or that of the turn before carried on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.chat.comprendre.faits import FaitsDits
from assistant.chat.comprendre.fiche_du_tour import PREMIERE
from assistant.chat.comprendre.fil import sans_entree
from assistant.chat.comprendre.intention import (
    Estimation,
    Intention,
    intention_de,
    parle_du_classement,
)
from assistant.chat.comprendre.motifs import Texte
from assistant.chat.comprendre.papier import demande_un_montant
from assistant.chat.connaissances import Connaissances
from assistant.chat.etat import Etat
from assistant.chat.motif import motif
from assistant.classification import Situation, sans_accents
from assistant.retrieval import Mentions

__all__ = ["intention_du_tour"]

_PERSONNELS = frozenset(
    "certification_rncsa certification pratique_professionnelle dans_la_specialite emploi_correspond "
    "extensions_exercees activites_complementaires criteres reconnu_par_employeur statut vae "
    "accord_ecrit voie_preparation qualification_requise effectif_entreprise jours_ouvres_consecutifs "
    "suppleance_recurrente agent_de_maitrise_present echelon_actuel".split()
)
_ELLIPSE = motif(r"^\s*(?:et|and|mais|but|what if|how about|what about|ok et|d'accord et|si|if|sinon|alors|avec|sans|with|without)\b")
_SUITES = ("suite", "correction", "oui", "non", "ne_sait_pas")
_GARDEES = frozenset(
    "minimum suppleance certification alternance sans_qualification degres acces litige decision "
    "interdit evolution regle:champ_application".split()
)
_SANS_EMPLOI = frozenset(
    "progresser extensions acces evolution contenu echelon situation grille "
    "sans_qualification trouver_fiche promotion degres certification".split()
)
_PRIME = motif(r"\b(?:prime|bonus)\b")
_PERSONNE = motif(r"\b(?:je|j'|j|moi|mon|ma|mes|me|m'|jsuis|chuis|jai|i|i'm|im|my|we|nous|notre)\b")
_REGLE_SURE, _ECART, _TRES_PROCHE, _AILLEURS = 0.15, 0.1, 0.5, 0.6
_GENERALES = frozenset("degres sans_qualification alternance promotion suppleance criteres".split())


def intention_du_tour(
    question: str, mentions: Mentions, etat: Etat, c: Connaissances,
    estimations: Callable[[], Sequence[Estimation]], base: Situation, nouveaux: tuple[str, ...],
    ferme: object, dits: FaitsDits, candidats: tuple[str, ...],
) -> Intention:
    """The intent, taking up the previous one where this turn only carries it on.

    ``base``: the facts known with those of this turn (``nouveaux``); ``ferme``: a short reply to
    the question asked last; ``candidats``: codes a name leaves open.
    """
    if not any(x.isalnum() for x in question):
        return Intention("rien", "indice", 1.0)  # "???"
    if ferme is not None:
        return Intention(etat.intention or "situation", "reponse", 1.0)
    nommes = mentions.de("fiche", "ancien", "partiel", "code_inconnu", "echelon", "certification", "critere")
    du_sujet = bool(nommes or candidats or (nouveaux and base.fiche) or _court_suivi(question, etat))
    nommee = bool(mentions.de("fiche", "ancien", "code_inconnu") or candidats)
    if {m.genre for m in nommes} == {"critere"} and not base.fiche and (
        not _PERSONNE.search(sans_accents(question))
    ):
        return Intention("criteres", "indice", 1.0)
    trouvee = intention_de(
        Texte.de(question), c, estimations, du_sujet, nommee or bool(base.fiche), bool(base.origines)
    )
    if trouvee.origine == "limite":
        return trouvee
    if base.certification and base.accord_ecrit and (
        trouvee.id.startswith("regle:") or trouvee.id in ("promotion", "echelon")
    ):
        return replace(trouvee, id="certification")  # a person's own promise, not the rule
    ouverte = not nommee and not base.fiche and not etat.intention
    if trouvee.id == "progresser" and mentions.de("echelon"):
        ouverte = False  # the way up from an échelon is told as it is
    if "heures_formation" in nouveaux and (trouvee.origine == "modele" or _PRIME.search(sans_accents(question))):
        return Intention("regle:prime_formation_qualification", "fait", 1.0)
    dite = trouvee.origine == "indice" and trouvee.id in _GENERALES  # its own words say which rule
    promis = base.certification is not None and base.accord_ecrit is not None
    if ouverte and not (dite or promis) and trouvee.id in _SANS_EMPLOI and (
        generale := _regle_proche(question, estimations)
    ):
        return generale
    personnels = _PERSONNELS.intersection(nouveaux)
    if trouvee.origine == "modele" and not nommes and not nouveaux and (
        _hors_sujet(estimations()) and not parle_du_classement(question)
    ):
        return Intention("hors_sujet", "modele", estimations()[0][1])
    if trouvee.origine == "indice":
        if trouvee.id == "hors_sources" and base.fiche and "?" not in question and personnels & {
            "extensions_exercees", "certification", "certification_rncsa"
        }:
            return replace(trouvee, id="situation")  # "elle gère aussi les congés"
        if trouvee.id == "minimum" and nommee and personnels and not demande_un_montant(question):
            return replace(trouvee, id="situation")  # "échelon 9 sur ma paye", told and not asked
        if trouvee.id in ("progresser", "grille") and personnels - {"echelon_actuel"}:
            return replace(trouvee, id="situation")
        return trouvee
    if etat.intention and (trouvee.id in _SUITES or _court_suivi(question, etat)):
        reprise = "situation" if personnels and etat.intention not in _GARDEES else etat.intention
        return Intention(reprise, "suite", trouvee.score)
    exerce = trouvee.id == "acces" and "extensions_exercees" in personnels
    if personnels and (trouvee.id not in _GARDEES or exerce):
        return replace(trouvee, id="situation")
    if "fiche" in base.origines and mentions.de("fiche") and "?" not in question and (
        PREMIERE.match(sans_accents(question).strip())
    ):
        return replace(trouvee, id="situation")  # "Je suis gestionnaire."
    if trouvee.id in _SUITES:
        return replace(trouvee, id="situation" if base.fiche else "echelon")
    return trouvee


def _hors_sujet(trouves: Sequence[Estimation]) -> bool:
    """True when the question is surely off the subject, even in a conversation on it."""
    return sum(p for i, p in trouves if i in ("hors_sujet", "interdit")) >= _AILLEURS


def _regle_proche(question: str, estimations: Callable[[], Sequence[Estimation]]) -> Intention | None:
    """A general question (nobody speaks of their own case) that is close to one about a rule."""
    if _PERSONNE.search(sans_accents(question)):
        return None
    trouves = estimations()
    if not trouves:
        return None
    if trouves[0][0] in _GENERALES and trouves[0][1] >= _TRES_PROCHE:
        return Intention(trouves[0][0], "modele", trouves[0][1])
    regles = [(i, s) for i, s in trouves if i.startswith("regle:")]
    if not regles or regles[0][1] < max(_REGLE_SURE, trouves[0][1] - _ECART):
        return None
    return Intention(regles[0][0], "modele", regles[0][1])


def _court_suivi(question: str, etat: Etat) -> bool:
    """True for a short question that leans on the one before ("et sans le BTS ?")."""
    plat = sans_entree(question)
    return bool(etat.intention) and len(plat.split()) <= 9 and bool(_ELLIPSE.match(plat))
