"""Understanding one turn: language, mentions, facts merged into the Situation, intent."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from assistant.chat.comprendre.confirmation import confirmer
from assistant.chat.comprendre.consignes import sans_consignes
from assistant.chat.comprendre.description import (
    DEDUITE,
    Descriptif,
    decrit,
    lire_description,
    redemande,
    repondre_a_la_separation,
)
from assistant.chat.comprendre.faits import FaitsDits, faits_dits
from assistant.chat.comprendre.fiche_du_tour import (
    PREMIERE,
    base_du_tour,
    corrige_le_fil,
    fiche_du_tour,
)
from assistant.chat.comprendre.fil import (
    A_PART,
    completer,
    intention_du_fil,
    sans_entree,
    voie_dite,
)
from assistant.chat.comprendre.intention import (
    Intention,
    Voisin,
    intention_de,
    parle_du_classement,
)
from assistant.chat.comprendre.langue import langue_de
from assistant.chat.comprendre.limites_dites import limite_dite
from assistant.chat.comprendre.masque import masquer
from assistant.chat.comprendre.motifs import Texte
from assistant.chat.comprendre.personnes_dites import (
    personnes_dites,
    retenir_personnes,
    tous_demandes,
)
from assistant.chat.comprendre.regles_dites import fiche_de_la_regle
from assistant.chat.comprendre.reponse_fermee import IGNORE, reponse_fermee
from assistant.chat.comprendre.textes_dates import date_d_un_texte
from assistant.chat.connaissances import Connaissances
from assistant.chat.etat import Etat
from assistant.classification import FaitInvalide, Situation, sans_accents
from assistant.retrieval import Mentions
from assistant.retrieval.appris import DECRIT
from assistant.retrieval.fiches import Decision, Rang

__all__ = ["Comprehension", "comprendre"]

_PERSONNELS = frozenset(
    "certification_rncsa certification pratique_professionnelle dans_la_specialite emploi_correspond "
    "extensions_exercees activites_complementaires criteres reconnu_par_employeur statut vae "
    "accord_ecrit voie_preparation qualification_requise effectif_entreprise jours_ouvres_consecutifs "
    "suppleance_recurrente agent_de_maitrise_present echelon_actuel".split()
)
_ELLIPSE = re.compile(r"^\s*(?:et|and|mais|but|what if|how about|what about|ok et|d'accord et|si|if|sinon|alors|avec|sans|with|without)\b")
_DITS_EN_REPONSE = frozenset(
    "rupture anciennete contrat forfait issue_formation heures_formation code_ape".split())
_DESCRIPTION = 1500  # characters kept of what a person tells
# facts that words of a story do not say by chance ("je forme l'apprenti" is no apprentice)
_SURS_EN_RACONTANT = frozenset(
    "certification certification_rncsa voie_preparation echelon_actuel echelon_demande salaire_base "
    "heures_hebdo anciennete age date".split()
)
_AUTRE_HISTOIRE = frozenset(
    "accord_ecrit agent_de_maitrise_present jours_ouvres_consecutifs statut".split())  # rules, not a day's work
_RETENUES = 6  # fiches and persons a conversation keeps
_DE_CHACUN = frozenset("echelon situation trouver_fiche deux_fiches suite".split())
_SUITES = ("suite", "correction", "oui", "non", "ne_sait_pas")


@dataclass(frozen=True, slots=True)
class Comprehension:
    """What one turn means.

    ``situation``: facts for this turn's calculation; ``etat``: what the conversation keeps.
    ``candidats``: codes a name could stand for, when more than one. ``nouveaux``: facts this
    turn brought; ``remplaces``: (fact, old, new). ``descriptif``: a description of work and
    the fiches it may be of. ``personnes``: who does which job, where each is asked about.
    ``hesite``: two fiches between which the person cannot tell.
    """

    question: str
    langue: str
    intention: Intention
    mentions: Mentions
    situation: Situation
    etat: Etat
    jour: date | None = None
    fiche: str | None = None
    candidats: tuple[str, ...] = ()
    nouveaux: tuple[str, ...] = ()
    remplaces: tuple[tuple[str, object, object], ...] = ()
    descriptif: Descriptif | None = None
    personnes: tuple[tuple[str, str], ...] = ()
    hesite: tuple[str, str] | None = None

    @property
    def jour_du_classement(self) -> date | None:
        """The day a placement is asked for; None where the date is that of a printed text."""
        return None if date_d_un_texte(self.question) else self.jour


def comprendre(
    question: str,
    etat: Etat,
    c: Connaissances,
    intentions: Callable[[str], Sequence[Voisin]],
    classer: Callable[[str], Sequence[Rang]],
    aujourdhui: date,
    langue: str | None = None,
) -> Comprehension:
    """Understand a question in the light of the conversation so far.

    ``intentions``: what a question may want, likeliest first; ``classer``: a description of
    work → the fiches it may be of.
    """
    question, consignes_seules = sans_consignes(question)
    langue = langue or langue_de(question, etat.langue)
    demandee, question = question, completer(question, etat)
    mentions = c.lexique.lier(question, contexte=bool(etat.fiche_evoquee or etat.intention))
    personnes = personnes_dites(question, mentions, c)
    du_tour = fiche_du_tour(question, mentions, etat, c, personnes)
    fiche, candidats = du_tour.code, du_tour.candidats
    if separee := repondre_a_la_separation(question, etat):
        fiche, candidats = separee, ()
    if candidats and (sienne := fiche_de_la_regle(question, candidats, c)):
        fiche, candidats = sienne, ()
    base, evoquee = base_du_tour(question, replace(du_tour, code=fiche), etat, personnes)
    dits = faits_dits(question, mentions, c.kb.fiches.get(base.fiche or ""), c, aujourdhui)
    _voie(question, base, dits, etat)
    ferme = None if corrige_le_fil(question, du_tour) else _reponse(question, etat, c)
    if ferme is None and etat.fait_demande == "voie_preparation":
        ferme = voie_dite(question)
    if ferme is None and etat.fait_demande in _DITS_EN_REPONSE and len(question.split()) <= 8:
        ferme = dits.faits.get(etat.fait_demande)  # "je démissionne", asked which it is
    if ferme is not None and ferme is not IGNORE and etat.fait_demande:
        dits.faits.setdefault(etat.fait_demande, ferme)
    depart = base
    base, nouveaux, remplaces = _fusion(depart, dits, question)
    remplaces = (*_fiche_remplacee(etat, base, evoquee), *remplaces)
    ignore = etat.fait_demande if ferme is IGNORE else None
    inconnus = (*etat.inconnus, ignore) if ignore else etat.inconnus

    @cache
    def voisins() -> Sequence[Voisin]:
        return intentions(masquer(question, mentions))

    intention = limite_dite(
        question, mentions, nouveaux, c, consignes_seules, bool(etat.intention)
    ) or _intention(question, mentions, etat, c, voisins, base, nouveaux, ferme, dits, candidats)
    if ferme is None:
        complete = question != demandee
        intention = intention_du_fil(intention, question, etat, du_tour.du_fil, complete)
    a_part = intention.id in A_PART and (etat.intention is not None or intention.id != "interdit")
    if separee:
        base = base.avec({"fiche": separee}, DEDUITE)
        intention, evoquee = Intention(etat.intention or "echelon", "reponse", 1.0), False
    descriptif = None
    libre = not separee and ferme is None and intention.id not in ("accuse", "maintien")
    part = dict(voisins()).get(DECRIT, 0.0) if libre else 0.0
    if libre and redemande(question, mentions, etat):
        descriptif = lire_description("", intention, etat, c, classer, langue)
    elif libre and not _AUTRE_HISTOIRE.intersection(nouveaux) and decrit(question, mentions, intention, etat, part, classer):
        descriptif = lire_description(question, intention, etat, c, classer, langue)
    if descriptif is not None:
        dits.faits = {nom: v for nom, v in dits.faits.items() if nom in _SURS_EN_RACONTANT}
        base, nouveaux, remplaces = _fusion(depart, dits, question)
        intention = replace(intention, id=DECRIT)
        base, evoquee, candidats = _decrite(base, descriptif), False, ()
    else:
        intention = confirmer(intention, mentions, base, bool(candidats))
    retenue = base if not evoquee else etat.situation
    connues = retenir_personnes(etat, personnes)
    chacun = tous_demandes(question, etat) or (len(personnes) > 1 and (
        intention.id in _DE_CHACUN or ("?" not in question and intention.origine == "voisins")))
    return Comprehension(
        question=question, langue=langue, intention=intention, mentions=mentions, situation=base,
        etat=replace(
            etat, situation=retenue, langue=langue,
            intention=etat.intention if a_part else intention.id,
            fait_demande=etat.fait_demande if a_part else None,
            fiche_evoquee=base.fiche or etat.fiche_evoquee,
            inconnus=tuple(f for f in inconnus if f not in nouveaux),
            separation=etat.separation if a_part else None,
            vues=_derniers(etat.vues, base.fiche), personnes=connues,
            autre=base if evoquee else etat.autre,
        ),
        jour=dits.jour, fiche=base.fiche, candidats=candidats, nouveaux=nouveaux,
        remplaces=remplaces, descriptif=descriptif, personnes=connues if chacun else (),
        hesite=etat.separation if ferme is IGNORE else None,
    )


def _derniers(vues: tuple[str, ...], fiche: str | None) -> tuple[str, ...]:
    """The fiches settled on, the latest last."""
    return (*(v for v in vues if v != fiche), fiche)[-_RETENUES:] if fiche else vues


def _fiche_remplacee(
    etat: Etat, base: Situation, evoquee: bool
) -> tuple[tuple[str, object, object], ...]:
    """The change of the person's own fiche, which is told like that of any other fact."""
    avant = etat.situation.fiche
    if evoquee or avant is None or base.fiche in (None, avant):
        return ()
    return () if etat.situation.origines.get("fiche") == DEDUITE else (("fiche", avant, base.fiche),)


def _decrite(base: Situation, d: Descriptif) -> Situation:
    """The Situation with what was described, and the fiche where one is clear."""
    base = base.sans("fiche").avec({"description": d.texte[:_DESCRIPTION]}, "votre description")
    if d.choix.decision is Decision.FICHE and d.deux is None:
        return base.avec({"fiche": d.choix.rangs[0].code}, DEDUITE)
    return base


def _reponse(question: str, etat: Etat, c: Connaissances) -> object:
    if not etat.fait_demande:
        return None
    return reponse_fermee(question, etat.fait_demande, c.valeurs_du_choix(etat.fait_demande))


def _voie(question: str, base: Situation, dits: FaitsDits, etat: Etat) -> None:
    """ "et en alternance ?", said of a certification named before."""
    if etat.fait_demande == "voie_preparation" and (dite := voie_dite(question)):
        dits.faits.pop("statut", None)
        dits.faits["voie_preparation"] = dite
        return
    if base.certification is None or {"statut", "voie_preparation"} & dits.faits.keys():
        return
    plat = sans_accents(question)
    for voie, mots in (("alternance", ("alternance", "apprentissage")),
                       ("scolaire", ("lycee", "scolaire", "a l'ecole")),
                       ("continue", ("formation continue",))):
        if any(m in plat for m in mots):
            dits.faits["voie_preparation"] = voie


def _fusion(
    base: Situation, dits: FaitsDits, question: str
) -> tuple[Situation, tuple[str, ...], tuple[tuple[str, object, object], ...]]:
    """Merge this turn's facts; lists grow, single facts are replaced and the change is told."""
    if dits.oublies:
        base = base.sans(*dict.fromkeys(dits.oublies))
    nouveaux: list[str] = []
    remplaces: list[tuple[str, object, object]] = []
    for nom, valeur in dits.faits.items():
        ancien = getattr(base, nom)
        if isinstance(valeur, list) and valeur and ancien:
            valeur = list(dict.fromkeys((*ancien, *valeur)))
        try:
            base = base.avec({nom: valeur}, question.strip()[:120])
        except FaitInvalide:
            continue
        nouveau = getattr(base, nom)
        nouveaux.append(nom)
        if ancien is not None and ancien != nouveau and not isinstance(nouveau, tuple):
            remplaces.append((nom, ancien, nouveau))
    return base, (*nouveaux, *(o for o in dits.oublies if o not in nouveaux)), tuple(remplaces)


def _intention(
    question: str, mentions: Mentions, etat: Etat, c: Connaissances,
    voisins: Callable[[], Sequence[Voisin]], base: Situation, nouveaux: tuple[str, ...],
    ferme: object, dits: FaitsDits, candidats: tuple[str, ...],
) -> Intention:
    """The intent, taking up the previous one where this turn only carries it on."""
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
        Texte.de(question), c, voisins, du_sujet, nommee or bool(base.fiche), bool(base.origines)
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
    if "heures_formation" in nouveaux and trouvee.origine == "voisins":
        return Intention("regle:prime_formation_qualification", "fait", 1.0)
    dite = trouvee.origine == "indice" and trouvee.id in _GENERALES  # its own words say which rule
    promis = base.certification is not None and base.accord_ecrit is not None
    if ouverte and not (dite or promis) and trouvee.id in _SANS_EMPLOI and (
        generale := _regle_proche(question, voisins)
    ):
        return generale
    personnels = _PERSONNELS.intersection(nouveaux)
    if trouvee.origine == "voisins" and not nommes and not nouveaux and (
        _hors_sujet(voisins()) and not parle_du_classement(question)
    ):
        return Intention("hors_sujet", "voisins", voisins()[0][1])
    if trouvee.origine == "indice":
        if trouvee.id == "hors_sources" and base.fiche and "?" not in question and personnels & {
            "extensions_exercees", "certification", "certification_rncsa"
        }:
            return replace(trouvee, id="situation")  # "elle gère aussi les congés"
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


_GARDEES = frozenset(
    "minimum suppleance certification alternance sans_qualification degres acces litige decision "
    "interdit evolution".split()
)


def _hors_sujet(trouves: Sequence[Voisin]) -> bool:
    """True when the question is surely off the subject, even in a conversation on it."""
    return sum(p for i, p in trouves if i in ("hors_sujet", "interdit")) >= _AILLEURS


_SANS_EMPLOI = frozenset(
    "progresser extensions acces evolution contenu echelon situation grille "
    "sans_qualification trouver_fiche promotion degres certification".split()
)
_PERSONNE = re.compile(r"\b(?:je|j'|j|moi|mon|ma|mes|me|m'|jsuis|chuis|jai|i|i'm|im|my|we|nous|notre)\b")
_REGLE_SURE, _ECART, _TRES_PROCHE, _AILLEURS = 0.15, 0.1, 0.5, 0.6
_GENERALES = frozenset("degres sans_qualification alternance promotion suppleance criteres".split())


def _regle_proche(question: str, voisins: Callable[[], Sequence[Voisin]]) -> Intention | None:
    """A general question (nobody speaks of their own case) that is close to one about a rule."""
    if _PERSONNE.search(sans_accents(question)):
        return None
    trouves = voisins()
    if not trouves:
        return None
    if trouves[0][0] in _GENERALES and trouves[0][1] >= _TRES_PROCHE:
        return Intention(trouves[0][0], "voisins", trouves[0][1])
    regles = [(i, s) for i, s in trouves if i.startswith("regle:")]
    if not regles or regles[0][1] < max(_REGLE_SURE, trouves[0][1] - _ECART):
        return None
    return Intention(regles[0][0], "voisins", regles[0][1])


def _court_suivi(question: str, etat: Etat) -> bool:
    """True for a short question that leans on the one before ("et sans le BTS ?")."""
    plat = sans_entree(question)
    return bool(etat.intention) and len(plat.split()) <= 9 and bool(_ELLIPSE.match(plat))
