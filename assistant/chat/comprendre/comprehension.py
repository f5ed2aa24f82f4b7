"""Understanding one turn: language, mentions, facts merged into the Situation, intent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from assistant.chat.comprendre.actes import EN_PASSANT, Acte, rejouer, repli, sans_merci
from assistant.chat.comprendre.autre_personne import (
    changer_de_personne,
    parle_d_un_apprenti,
    sans_les_autres,
)
from assistant.chat.comprendre.circonstances import sans_circonstance
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
from assistant.chat.comprendre.employeur import sans_employeur
from assistant.chat.comprendre.extensions_dites import faits_de_la_fiche
from assistant.chat.comprendre.faits import FaitsDits, faits_dits
from assistant.chat.comprendre.faits_tenus import ajuster_aux_faits_tenus
from assistant.chat.comprendre.fiche_du_tour import (
    FicheDuTour,
    base_du_tour,
    corrige_le_fil,
    fiche_du_tour,
)
from assistant.chat.comprendre.fil import (
    A_PART,
    completer,
    intention_du_fil,
    voie_dite,
)
from assistant.chat.comprendre.intention import (
    Estimation,
    Intention,
)
from assistant.chat.comprendre.intention_du_tour import intention_du_tour
from assistant.chat.comprendre.langue import langue_de
from assistant.chat.comprendre.limites_dites import limite_dite
from assistant.chat.comprendre.masque import masquer
from assistant.chat.comprendre.personnes_dites import (
    personnes_dites,
    retenir_personnes,
    tous_demandes,
)
from assistant.chat.comprendre.regle_demandee import regle_demandee
from assistant.chat.comprendre.regles_dites import fiche_de_la_regle
from assistant.chat.comprendre.reponse_fermee import IGNORE, reponse_fermee
from assistant.chat.comprendre.textes_dates import date_d_un_texte
from assistant.chat.comprendre.titre_et_travail import (
    activites_depuis_le_choix,
    en_attente,
    sans_titre_contredit,
    tranche_par_le_travail,
)
from assistant.chat.comprendre.travail import part_de_recit
from assistant.chat.connaissances import Connaissances
from assistant.chat.etat import Dernier, Etat
from assistant.classification import FaitInvalide, Situation, sans_accents
from assistant.retrieval import Mentions
from assistant.retrieval.appris import DECRIT
from assistant.retrieval.fiches import Classeur, Decision

__all__ = ["Comprehension", "comprendre"]

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
_DE_L_EMPLOI = frozenset(
    "echelon situation trouver_fiche minimum progresser extensions contenu acces evolution suite".split())
_DE_CHACUN = frozenset("echelon situation trouver_fiche deux_fiches suite".split())


@dataclass(frozen=True, slots=True)
class Comprehension:
    """What one turn means.

    ``situation``: facts for this turn's calculation; ``etat``: what the conversation keeps.
    ``candidats``: codes a name could stand for, when more than one. ``nouveaux``: facts this
    turn brought; ``remplaces``: (fact, old, new). ``descriptif``: a description of work and
    the fiches it may be of. ``personnes``: who does which job, where each is asked about.
    ``hesite``: two fiches between which the person cannot tell. ``acte``: what the turn does with
    the answer before it, whose question is then the one understood here. ``generale``: the rule that is
    the same whatever the job which the question may be about, and how likely.
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
    acte: Acte | None = None
    generale: Estimation | None = None
    dernier_avant: Dernier | None = None

    @property
    def jour_du_classement(self) -> date | None:
        """The day a placement is asked for; None where the date is that of a printed text."""
        return None if date_d_un_texte(self.question) else self.jour


def comprendre(
    question: str,
    etat: Etat,
    c: Connaissances,
    intentions: Callable[[str], Sequence[Estimation]],
    classer: Classeur,
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
    etat = changer_de_personne(question, etat)
    mentions = sans_employeur(
        question, c.lexique.lier(question, contexte=bool(etat.fiche_evoquee or etat.intention)))
    personnes = personnes_dites(question, mentions, c)
    du_tour = fiche_du_tour(question, mentions, etat, c, personnes)
    fiche, candidats = du_tour.code, du_tour.candidats
    if separee := repondre_a_la_separation(question, etat):
        fiche, candidats = separee, ()
    sienne = fiche_de_la_regle(question, candidats, c) if candidats else None
    if sienne:
        fiche, candidats = sienne, ()
    if candidats and (dite := tranche_par_le_travail(question, candidats, c, classer)):
        fiche, candidats = dite, ()
    attendus = () if fiche or candidats else en_attente(question, etat, c)
    if len(attendus) == 1:
        fiche, du_tour = attendus[0], FicheDuTour(attendus[0])
    base, evoquee = base_du_tour(question, replace(du_tour, code=fiche), etat, personnes)
    if apprenti := parle_d_un_apprenti(question, etat):
        base, evoquee, attendus = Situation(), True, ()
    siens = sans_les_autres(question, mentions, etat, personnes)
    dits = faits_dits(*siens, c.kb.fiches.get(base.fiche or ""), c, aujourdhui)
    if apprenti:
        dits.faits = {"statut": "apprenti"}
    if len(attendus) == 1:
        dits.faits |= activites_depuis_le_choix(question, etat, c.kb.fiches[attendus[0]], c)
    ajuster_aux_faits_tenus(dits, base, question, mentions)
    _voie(question, base, dits, etat)
    ferme = None if corrige_le_fil(question, du_tour) else _reponse(question, etat, c)
    if ferme is None and etat.fait_demande == "voie_preparation":
        ferme = voie_dite(question)
    if ferme is None and etat.fait_demande in _DITS_EN_REPONSE and len(question.split()) <= 8:
        ferme = dits.faits.get(etat.fait_demande)  # "je démissionne", asked which it is

    def de_l_acte(acte: Acte) -> Comprehension:
        """The last question understood again, for what the turn does with its answer."""
        dite, avant = rejouer(etat)
        au_passage = {nom: v for nom, v in dits.faits.items() if nom in EN_PASSANT}
        parlee = {"langue_en": "en", "langue_fr": "fr"}.get(acte.nom, langue)
        avant = replace(avant, situation=avant.situation.avec(au_passage, question[:120]))
        redite = comprendre(dite, avant, c, intentions, classer, aujourdhui, parlee)
        gardee = etat.situation.avec(au_passage, question[:120])
        return replace(redite, acte=acte, etat=replace(etat, situation=gardee, langue=parlee))

    if separee is None and (acte := c.actes.lire(
        question, mentions, etat, frozenset(dits.faits), ferme is not None
    )):
        return de_l_acte(acte)
    if ferme is not None and ferme is not IGNORE and etat.fait_demande:
        dits.faits.setdefault(etat.fait_demande, ferme)
    depart = base
    base, nouveaux, remplaces = _fusion(depart, dits, question)
    remplaces = (*_fiche_remplacee(etat, base, evoquee), *remplaces)
    ignore = etat.fait_demande if ferme is IGNORE else None
    inconnus = (*etat.inconnus, ignore) if ignore else etat.inconnus

    @cache
    def estimations() -> Sequence[Estimation]:
        return intentions(masquer(question, mentions))

    intention = limite_dite(
        question, mentions, nouveaux, c, consignes_seules, bool(etat.intention), langue,
        bool(etat.situation.fiche or etat.fiche_evoquee),
    ) or intention_du_tour(sans_merci(question, etat), mentions, etat, c, estimations, base, nouveaux, ferme, dits, candidats)
    if ferme is None:
        complete = question != demandee
        intention = intention_du_fil(intention, question, etat, du_tour.du_fil, complete)
        intention = sans_circonstance(question, intention, mentions, c)
    if intention.id in ("identite", "rien") and (acte := repli(question, etat)):
        return de_l_acte(acte)
    a_part = intention.id in A_PART and (etat.intention is not None or intention.id != "interdit")
    if separee:
        base = base.avec({"fiche": separee}, DEDUITE)
        intention, evoquee = Intention(etat.intention or "echelon", "reponse", 1.0), False
    descriptif = None
    if apprenti:
        intention = Intention("alternance", "fait", 1.0)
    elif intention.id == "alternance" and base.statut in (None, "salarie") and (
        "statut" in nouveaux or ("voie_preparation" in nouveaux and base.fiche)
    ):
        intention = replace(intention, id="situation")  # hired, or a diploma prepared that way
    libre = not separee and not apprenti and ferme is None and intention.id != "maintien"
    libre = libre and len(personnes) < 2
    part = dict(estimations()).get(DECRIT, 0.0) if libre else 0.0
    raconte = part_de_recit(estimations()) if libre else 0.0
    lu = sans_titre_contredit(question, mentions, etat, part, classer) if libre else etat
    if libre and redemande(question, mentions, etat):
        descriptif = lire_description("", intention, etat, c, classer, langue)
    elif libre and not sienne and not _AUTRE_HISTOIRE.intersection(nouveaux) and decrit(
        question, mentions, intention, lu, part, classer, raconte
    ):
        descriptif = lire_description(question, intention, lu, c, classer, langue, mentions)
    if descriptif is not None:
        dits.faits = {nom: v for nom, v in dits.faits.items() if nom in _SURS_EN_RACONTANT}
        base, nouveaux, remplaces = _fusion(depart, dits, question)
        intention, a_part = replace(intention, id=DECRIT), False
        base, evoquee, candidats = _decrite(base, descriptif), False, ()
        remplaces = (*_fiche_remplacee(etat, base, evoquee), *remplaces)
        if base.origines.get("fiche") == DEDUITE:
            de_la_fiche = faits_de_la_fiche(descriptif.texte, c.kb.fiches[str(base.fiche)], c)
            base, plus, _ = _fusion(base, FaitsDits(de_la_fiche), question)
            nouveaux = (*nouveaux, *plus)
    else:
        intention = confirmer(intention, mentions, base, bool(candidats))
        if not base.fiche and not candidats and intention.id in _DE_L_EMPLOI:
            candidats = attendus  # shown before, and none chosen yet
    retenue = base if not evoquee else etat.situation
    connues = retenir_personnes(etat, personnes)
    chacun = tous_demandes(question, etat) or (len(personnes) > 1 and (
        intention.id in _DE_CHACUN or ("?" not in question and intention.origine == "modele")))
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
            dernier=etat.dernier if a_part else Dernier(
                question[:_DESCRIPTION], etat.fait_demande, etat.intention, etat.separation,
                etat.candidats, etat.premisse, etat.fiche_evoquee, etat.situation.fiche,
                etat.situation.origines.get("fiche", ""),
            ),
        ),
        jour=dits.jour, fiche=base.fiche, candidats=candidats, nouveaux=nouveaux,
        remplaces=remplaces, descriptif=descriptif, personnes=connues if chacun else (),
        hesite=etat.separation if ferme is IGNORE else None, dernier_avant=etat.dernier,
        generale=regle_demandee(estimations()) if libre else None,
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
    return (("fiche", avant, base.fiche),)


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
