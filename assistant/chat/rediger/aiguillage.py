"""Which answer is written: limits first, then false premises, then what the question wants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from assistant.chat.comprendre import Comprehension
from assistant.chat.comprendre.points_dits import NON_REPONDUES
from assistant.chat.connaissances import Connaissances
from assistant.chat.motif import motif
from assistant.chat.rediger.acces import rediger_decision
from assistant.chat.rediger.actes import rediger_acte
from assistant.chat.rediger.affirmations import corriger_affirmation
from assistant.chat.rediger.brouillon import Brouillon
from assistant.chat.rediger.categorie import corriger_categorie
from assistant.chat.rediger.certification import rediger_certification
from assistant.chat.rediger.classement import (
    dire_certification,
    rediger_classement,
    tete,
)
from assistant.chat.rediger.consequences import PAR_INTENTION, rediger_consequence
from assistant.chat.rediger.constats import rediger_constat_dit
from assistant.chat.rediger.convention import rediger_convention
from assistant.chat.rediger.conversation import rediger_conversation
from assistant.chat.rediger.croisements import REPLIS, rediger_croisement
from assistant.chat.rediger.demande import demander_fiche, dire_code_inconnu
from assistant.chat.rediger.demandes_dites import rediger_demande_dite
from assistant.chat.rediger.desaccord import signaler_desaccord
from assistant.chat.rediger.description import rediger_description
from assistant.chat.rediger.fiche import (
    rediger_acces,
    rediger_contenu,
    rediger_denomination,
    rediger_extensions,
    rediger_generique,
)
from assistant.chat.rediger.histoire import rediger_histoire
from assistant.chat.rediger.identite import rediger_identite
from assistant.chat.rediger.imposees import s_impose
from assistant.chat.rediger.jugement import rediger_jugement, rediger_laquelle
from assistant.chat.rediger.limites import (
    cote_employeur,
    rediger_abstention,
    rediger_redirection,
    rediger_refus,
)
from assistant.chat.rediger.minimum import parle_de_paie, rediger_bareme, rediger_minimum
from assistant.chat.rediger.parcours import rediger_suites
from assistant.chat.rediger.passage import dire_passage
from assistant.chat.rediger.placement import rediger_placement
from assistant.chat.rediger.points import rediger_point
from assistant.chat.rediger.premisse import (
    corriger_idees_fausses,
    corriger_premisses,
    signaler_contradictions,
)
from assistant.chat.rediger.regle_generale import (
    REGLES,
    categorie_dite,
    dire_bref,
    rediger_regle_et_fiche,
    rediger_regle_generale,
    sans_l_emploi,
)
from assistant.chat.rediger.regles import rediger_criteres, rediger_grille, rediger_regle
from assistant.chat.rediger.verdict import conclure
from assistant.chat.reponse import Behaviour
from assistant.classification import (
    Outcome,
    Positionnement,
    sans_accents,
)

if TYPE_CHECKING:
    from assistant.chat.sources import Preuve

__all__ = ["rediger"]

_PROCHE = 0.55  # cosine from which a rule found by meaning is worth stating

_PROMOTIONS = (Outcome.PROMOTION_MAITRISE, Outcome.PROMOTION_CADRE)
_CLASSEMENTS = ("echelon", "situation", "progresser", "certification", "alternance",
                "sans_qualification", "suppleance", "degres", "promotion")


def rediger(
    comprehension: Comprehension, c: Connaissances, p: Positionnement | None, aujourdhui: date,
    preuves: Sequence[Preuve] = (),
) -> Brouillon:
    """Write the answer to one turn.

    ``p``: the placement, where the question bears on one; ``preuves``: rules found by meaning.
    """
    if comprehension.acte is not None:
        redite = rediger(replace(comprehension, acte=None), c, p, aujourdhui, preuves)
        return rediger_acte(redite, comprehension, aujourdhui)
    b = _ecrire(comprehension, c, p, aujourdhui, preuves)
    if regle := sans_l_emploi(b):
        b = _ecrire(replace(comprehension, intention=regle, candidats=()), c, None, aujourdhui, preuves)
    conclure(b, aujourdhui)
    return b


def _ecrire(
    comprehension: Comprehension, c: Connaissances, p: Positionnement | None, aujourdhui: date,
    preuves: Sequence[Preuve],
) -> Brouillon:
    b = Brouillon(c, comprehension)
    intention = comprehension.intention.id
    if rediger_conversation(b, p, aujourdhui):
        return b
    if intention not in NON_REPONDUES and rediger_laquelle(b):
        return b
    if comprehension.descriptif and rediger_point(b, p, aujourdhui):
        return b  # few words, and they tell a rule or a figure: no work is described
    if rediger_description(b, p, preuves):
        return b
    if rediger_demande_dite(b, intention, p, aujourdhui):
        return b
    if intention not in NON_REPONDUES and corriger_affirmation(
        b, c.kb.fiches.get(comprehension.fiche or ""), aujourdhui
    ):
        return b
    if rediger_point(b, p, aujourdhui):
        return b
    if rediger_convention(b, [x.passage for x in preuves]):
        return b
    if intention in ("hors_sujet", "interdit", "autre_convention"):
        rediger_refus(b, intention)
        return b
    for fait, ancien, nouveau in comprehension.remplaces:
        if intention in _CLASSEMENTS:
            nom = getattr(c.kb.faits[fait].nom, b.langue)
            b.dire("remplace", fait=nom, ancien=_mot(b, fait, ancien), nouveau=_mot(b, fait, nouveau))
    if intention in ("litige", "decision"):
        rediger_redirection(b)
        _faits_du_litige(b, p, aujourdhui)
        b.behaviour = Behaviour.REDIRECT_HUMAN
        return b
    if intention in ("futur", "dossier", "hors_sources", "rien"):
        if corriger_premisses(b, p):
            return b  # an échelon that is none is put right, whatever else is asked
        rediger_abstention(b, intention)
        return b
    _du_sujet(b, intention, p, aujourdhui)
    signaler_desaccord(b)
    if b.positionnement is None and p is not None and b.fiches:
        b.positionnement = p
    if b.missing and b.missing[0].fait == "fiche" and not b.fiches and not b.citations:
        if (ouverts := comprehension.etat.candidats) and "?" not in comprehension.question:
            b = Brouillon(c, comprehension)  # the choice given before is still to be made
            demander_fiche(b, ouverts)
            return b
        _regle_proche(b, preuves)
    return b


def _regle_proche(b: Brouillon, preuves: Sequence[Preuve]) -> None:
    """Before asking which job: the rule that is near enough to the question to help."""
    proche = next((x.passage for x in preuves if x.score >= _PROCHE), None)
    if proche is not None:
        b.lignes.insert(0, b.texte("regle", texte=proche.texte.strip(), article=proche.article))
        b.citer(proche)


_DU_MAJORE = motif(
    r"\b(?:majore\w*|extensions?|passer (?:a|au|en)|passe (?:a|au)|refus\w*\b.{0,25}\b(?:[4-9]|1[0-2]|2[0-5])\b|apprentis?|"
    r"echelon (?:superieur|au[- ]dessus)|next (?:step|level|echelon)|criteres?|criteria)\b"
)


def _faits_du_litige(b: Brouillon, p: Positionnement | None, aujourdhui: date) -> None:
    """What the texts say of the matter, whoever is right."""
    comprehension = b.comprehension
    classe = p is not None and (comprehension.fiche or p.outcome is not Outcome.NEED_INFO)
    paie = comprehension.situation.salaire_base is not None or parle_de_paie(comprehension.question)
    nommes = comprehension.mentions.de("echelon")
    if classe or (nommes and paie):
        b.dire("redirection_faits")
    if classe and p is not None:
        rediger_classement(b, p, complet=True)
    elif p is not None:
        dire_certification(b)
    if not classe and _DU_MAJORE.search(sans_accents(comprehension.question)):
        b.dire("redirection_majore")
        regles = ["majore_extension", "majore_critere", "certification_majore_du"]
        if not cote_employeur(comprehension.question):
            regles.append("majore_reconnu")
        rediger_regle(b, *regles, categorie=categorie_dite(b))
    if nommes and paie:
        rediger_minimum(b, aujourdhui)


def _mot(b: Brouillon, fait: str, valeur: object) -> str:
    if isinstance(valeur, bool):
        for choix in b.c.kb.faits[fait].choix:
            if choix.valeur is valeur:
                return str(getattr(choix, b.langue))
    return str(valeur)


def _du_sujet(b: Brouillon, intention: str, p: Positionnement | None, aujourdhui: date) -> None:
    comprehension = b.comprehension
    fiche = b.c.kb.fiches.get(comprehension.fiche or "")
    inconnu = next(iter(comprehension.mentions.de("code_inconnu")), None)
    if inconnu and fiche is None:
        dire_code_inconnu(b, inconnu.valeurs[0], inconnu.valeurs[1:])
        return
    if corriger_premisses(b, p):
        if fiche and p:
            dire_bref(b, p, fiche)
        elif p and p.outcome in _PROMOTIONS:
            tete(b, p, None)
            b.positionnement = p
        return
    if p and signaler_contradictions(b, p):
        dire_bref(b, p, fiche)
        return
    if fiche and fiche.statut != "supprime" and rediger_constat_dit(b, fiche):
        b.positionnement = p
        return
    if rediger_jugement(b, intention):
        return
    if rediger_histoire(b, intention, fiche, aujourdhui):
        b.positionnement = p if fiche else None
        return
    if fiche and fiche.statut == "supprime" and rediger_constat_dit(b, fiche):
        b.positionnement = p
        return
    if rediger_certification(b, intention, p):
        return
    if p and fiche and s_impose(comprehension, intention, p):
        rediger_placement(b, intention, p, fiche, aujourdhui)
        return
    if rediger_croisement(b, intention, aujourdhui):
        return
    if corriger_categorie(b, fiche):
        if fiche and p:
            dire_bref(b, p, fiche)
        return
    intention = REPLIS.get(intention, intention)
    if intention not in ("minimum", "bareme", "regle:champ_application") and corriger_idees_fausses(b, p, fiche):
        if fiche and p:
            dire_bref(b, p, fiche)
        return
    if intention in PAR_INTENTION:
        rediger_consequence(b, intention, p, fiche, aujourdhui)
        return
    promu = p is not None and p.outcome in _PROMOTIONS
    if fiche and intention == "regle:decision_employeur" and rediger_decision(b, fiche):
        b.positionnement = p
        return
    if intention.startswith("regle:") and not promu:
        rediger_regle_et_fiche(b, intention.removeprefix("regle:"), p, fiche)
        return
    if intention == "minimum":
        rediger_minimum(b, aujourdhui)
    elif intention == "bareme":
        rediger_bareme(b, aujourdhui)
    elif intention == "identite":
        rediger_identite(b)
    elif intention == "grille":
        rediger_grille(b)
    elif intention in ("generique", "denomination", "criteres"):
        {"generique": rediger_generique, "denomination": rediger_denomination,
         "criteres": rediger_criteres}[intention](b, fiche)
    elif intention in REGLES and rediger_regle_generale(b, intention, p):
        return
    elif fiche is None and comprehension.candidats and (
        p is None or p.outcome is Outcome.NEED_INFO
    ):
        _selon_la_fiche(b, intention, comprehension.candidats)
    elif fiche is None and not promu and dire_passage(b, intention):
        return
    elif fiche is None and intention == "progresser" and _nommes_majores(b) and not promu:
        rediger_regle(b, "majore_extension", "majore_critere", "certification_majore_du",
                      categorie=categorie_dite(b))
    elif fiche and intention in _DES_FICHES:
        _DES_FICHES[intention](b, fiche)
    elif p is not None:
        rediger_placement(b, intention, p, fiche, aujourdhui)
    else:
        demander_fiche(b, ())


def _selon_la_fiche(b: Brouillon, intention: str, candidats: Sequence[str]) -> None:
    """The ways in of two fiches of one title, which are told both; else which of them it is."""
    fiches = [b.c.kb.fiches[x] for x in candidats]
    if intention == "acces" and len(fiches) == 2 and fiches[0].reference == fiches[1].reference:
        for fiche in fiches:
            rediger_acces(b, fiche)
        return
    demander_fiche(b, tuple(candidats))


def _nommes_majores(b: Brouillon) -> bool:
    """True when échelons below the cadres are named: the way up can be told without the job."""
    s = b.comprehension.situation
    personnel = s.extensions_exercees or s.criteres or s.certification_rncsa is not None
    return bool(b.comprehension.mentions.de("echelon")) and not personnel


_DES_FICHES = {
    "extensions": rediger_extensions,
    "contenu": rediger_contenu,
    "acces": rediger_acces,
    "evolution": rediger_suites,
}
