"""Which answer is written: limits first, then false premises, then what the question wants."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from assistant.chat.comprendre import Comprehension
from assistant.chat.comprendre.points_dits import NON_REPONDUES
from assistant.chat.connaissances import Connaissances
from assistant.chat.rediger.acces import rediger_decision
from assistant.chat.rediger.affirmations import corriger_affirmation
from assistant.chat.rediger.brouillon import Brouillon, ou
from assistant.chat.rediger.categorie import corriger_categorie
from assistant.chat.rediger.certification import rediger_certification
from assistant.chat.rediger.classement import (
    dire_certification,
    jour_dit,
    rediger_classement,
    tete,
)
from assistant.chat.rediger.consequences import PAR_INTENTION, rediger_consequence
from assistant.chat.rediger.constats import rediger_constat_dit, signaler_serie_des_cadres
from assistant.chat.rediger.convention import rediger_convention
from assistant.chat.rediger.conversation import rediger_conversation
from assistant.chat.rediger.croisements import REPLIS, rediger_croisement
from assistant.chat.rediger.dates import hors_des_dates
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
from assistant.chat.rediger.imposees import IMPOSEES, mene_plus_haut, s_impose
from assistant.chat.rediger.limites import (
    rediger_abstention,
    rediger_identite,
    rediger_redirection,
    rediger_refus,
)
from assistant.chat.rediger.minimum import parle_de_paie, rediger_bareme, rediger_minimum
from assistant.chat.rediger.parcours import rediger_suites
from assistant.chat.rediger.passage import dire_passage
from assistant.chat.rediger.points import rediger_point
from assistant.chat.rediger.premisse import (
    corriger_idees_fausses,
    corriger_premisses,
    demande_hors_fiche,
    signaler_contradictions,
)
from assistant.chat.rediger.regles import rediger_criteres, rediger_grille, rediger_regle
from assistant.chat.rediger.regles_de_fiche import mene_ailleurs, rappeler_regles
from assistant.chat.reponse import Behaviour
from assistant.classification import (
    Categorie,
    Fiche,
    Outcome,
    Positionnement,
    Situation,
    calculer,
)

if TYPE_CHECKING:
    from assistant.chat.sources import Preuve

__all__ = ["rediger"]

_PROCHE = 0.55  # cosine from which a rule found by meaning is worth stating

_PROMOTIONS = (Outcome.PROMOTION_MAITRISE, Outcome.PROMOTION_CADRE)
_CLASSEMENTS = ("echelon", "situation", "progresser", "certification", "alternance",
                "sans_qualification", "suppleance", "degres", "promotion")
_REGLES = {
    "suppleance": ("suppleance_prime", "suppleance_recurrente"),
    "promotion": ("promotion_verification", "promotion_probatoire"),
    "certification": ("certification_serie", "certification_reference", "engagement_ecrit"),
    "alternance": ("non_classe_alternance",),
    "sans_qualification": ("emploi_sans_qualification", "definition_ouvriers_employes"),
    "degres": ("cadre_degre", "cadre_debutant"),
}


def rediger(
    comprehension: Comprehension, c: Connaissances, p: Positionnement | None, aujourdhui: date,
    preuves: Sequence[Preuve] = (),
) -> Brouillon:
    """Write the answer to one turn.

    ``p``: the placement, where the question bears on one; ``preuves``: rules found by meaning.
    """
    b = Brouillon(c, comprehension)
    intention = comprehension.intention.id
    if rediger_conversation(b, p):
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
        rediger_abstention(b, intention)
        return b
    _du_sujet(b, intention, p, aujourdhui)
    signaler_desaccord(b)
    if b.positionnement is None and p is not None and b.fiches:
        b.positionnement = p
    if b.missing and b.missing[0].fait == "fiche" and not b.fiches and not b.citations:
        _regle_proche(b, preuves)
    return b


def _regle_proche(b: Brouillon, preuves: Sequence[Preuve]) -> None:
    """Before asking which job: the rule that is near enough to the question to help."""
    proche = next((x.passage for x in preuves if x.score >= _PROCHE), None)
    if proche is not None:
        b.lignes.insert(0, b.texte("regle", texte=proche.texte.strip(), article=proche.article))
        b.citer(proche)


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
            _bref(b, p, fiche)
        elif p and p.outcome in _PROMOTIONS:
            tete(b, p, None)
            b.positionnement = p
        return
    if p and signaler_contradictions(b, p):
        _bref(b, p, fiche)
        return
    if fiche and fiche.statut != "supprime" and rediger_constat_dit(b, fiche):
        b.positionnement = p
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
        _classer(b, intention, p, fiche, aujourdhui)
        return
    if rediger_croisement(b, intention, aujourdhui):
        return
    if corriger_categorie(b, fiche):
        if fiche and p:
            _bref(b, p, fiche)
        return
    intention = REPLIS.get(intention, intention)
    if intention not in ("minimum", "bareme", "regle:champ_application") and corriger_idees_fausses(b, p, fiche):
        if fiche and p:
            _bref(b, p, fiche)
        return
    if intention in PAR_INTENTION:
        rediger_consequence(b, intention, p, fiche, aujourdhui)
        return
    promu = p is not None and p.outcome in _PROMOTIONS
    if fiche and intention == "regle:decision_employeur" and rediger_decision(b, fiche):
        b.positionnement = p
        return
    if intention.startswith("regle:") and not promu:
        _regle(b, intention.removeprefix("regle:"), p, fiche)
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
    elif intention in _REGLES and _regle_generale(b, intention, p):
        return
    elif fiche is None and comprehension.candidats and (
        p is None or p.outcome is Outcome.NEED_INFO
    ):
        demander_fiche(b, comprehension.candidats)
    elif fiche is None and not promu and dire_passage(b, intention):
        return
    elif fiche is None and intention == "progresser" and _nommes_majores(b) and not promu:
        rediger_regle(b, "majore_extension", "majore_critere", "certification_majore_du",
                      categorie=_categorie_dite(b))
    elif fiche and intention in _DES_FICHES:
        _DES_FICHES[intention](b, fiche)
    elif p is not None:
        _classer(b, intention, p, fiche, aujourdhui)
    else:
        demander_fiche(b, ())


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


def _bref(b: Brouillon, p: Positionnement, fiche: Fiche | None) -> None:
    """After a correction: where things stand, in one sentence, with its source."""
    comportement = b.behaviour
    if fiche:
        b.fiches.append(str(fiche.code))
        b.dire("tete_reference_fiche_seule", titre=b.titre(fiche), code=fiche.code,
               echelon=fiche.reference, categorie=fiche.categorie.value)
        if fiche.majores:
            b.dire("majores", majores=ou(fiche.majores, b.langue))
        b.citer_classement(fiche)
        if fiche.texte_connu and fiche.majores:
            b.citer_section(fiche, "classement", str(fiche.majores[0]))
        if p:
            rappeler_regles(b, p, fiche)
    b.positionnement = p
    b.behaviour = comportement


_AVEC = {  # the second completes it
    "certification_reference": ("certification_majore_du",),
    "activite_complementaire": ("certification_majore_du",),
    "certification_majore_du": ("certification_reference",),
}


def _regle(b: Brouillon, regle: str, p: Positionnement | None, fiche: Fiche | None) -> None:
    """State one rule, and where the fiche at hand stands."""
    categorie = fiche.categorie if fiche else None
    rediger_regle(b, regle, *_AVEC.get(regle, ()), categorie=categorie)
    if fiche and p:
        _bref(b, p, fiche)


def _regle_generale(b: Brouillon, intention: str, p: Positionnement | None) -> bool:
    """State the rule itself where no person's case is at hand; True when that answers."""
    personnel = {"suppleance": {Outcome.PRIME_SUPPLEANCE, Outcome.MAJORE_POSSIBLE,
                                Outcome.PROMOTION_MAITRISE, Outcome.MAJORE_DU},
                 "promotion": set()}
    if p is not None and intention not in personnel and p.faits_manquants[:1] != ("fiche",):
        return False
    if p is not None and (p.outcome in personnel.get(intention, set()) or (
        p.outcome in _PROMOTIONS and b.comprehension.situation.criteres
    )):
        return False
    if intention == "suppleance" and p is not None:
        for motif in (m for m in p.motifs if m.regle.id == "suppleance_conditions"):
            b.dire("etape_seule", fait=motif.fait(b.langue).rstrip("."),
                   consequence=motif.consequence(b.langue).rstrip("."),
                   article=motif.article.article)
            b.citer_regle(motif.regle.id, motif.article.categorie)
    if intention == "suppleance" and p is not None and p.outcome is Outcome.NEED_INFO and (
        p.faits_manquants[:1] != ("fiche",)
    ):
        rediger_regle(b, *_REGLES[intention])
        rediger_classement(b, p, complet=True)
        return True
    if intention == "certification" and (p is None or p.reference or not p.faits_manquants):
        return False
    categorie = _categorie_dite(b)
    rediger_regle(b, *_REGLES[intention], categorie=categorie)
    if intention == "alternance":
        b.positionnement = calculer(Situation(statut="alternance"), b.c.kb.referentiel)
    elif p is not None and p.outcome in (Outcome.NON_CLASSE, Outcome.ECHELON_1_2):
        b.positionnement = p
    return True


def _categorie_dite(b: Brouillon) -> Categorie | None:
    fiche = b.c.kb.fiches.get(b.comprehension.fiche or "")
    if "cadre" in b.comprehension.question.casefold():
        return Categorie.CADRE
    if fiche:
        b.fiches.append(str(fiche.code))
        return fiche.categorie
    return Categorie.MAITRISE


def _classer(
    b: Brouillon, intention: str, p: Positionnement, fiche: Fiche | None, aujourdhui: date
) -> None:
    jour = b.comprehension.jour_du_classement
    if jour is not None and hors_des_dates(b, fiche, jour, aujourdhui):
        return
    propre = IMPOSEES.intersection(p.regles()) or mene_ailleurs(b, fiche)
    if not propre and demande_hors_fiche(b, fiche):
        assert fiche is not None
        b.fiches.append(str(fiche.code))
        b.positionnement = p
        b.citer_classement(fiche)
        return
    personnel = bool(set(b.comprehension.situation.origines) - {"fiche", "date", "echelon_demande"})
    if fiche and mene_ailleurs(b, fiche) and not IMPOSEES.intersection(p.regles()):
        rappeler_regles(b, p, fiche)
    milieu = None
    if intention == "progresser" and fiche and fiche.majores and not mene_plus_haut(p) and (
        p.outcome in (Outcome.REFERENCE, Outcome.MAJORE_POSSIBLE)
    ):
        milieu = partial(_comment, b, fiche)
    rediger_classement(b, p, personnel or fiche is None, milieu)
    if fiche and b.comprehension.situation.certification:
        signaler_serie_des_cadres(b, fiche)
    if fiche and not mene_ailleurs(b, fiche):
        rappeler_regles(b, p, fiche)
    if jour is not None and jour != aujourdhui:
        b.dire("date_du_calcul", jour=jour_dit(jour))


def _comment(b: Brouillon, fiche: Fiche) -> None:
    """How to reach the majorés: extensions, criteria, certification (3.02, 3B.02)."""
    extension, due = (b.c.kb.regles.get(r) for r in ("majore_extension", "certification_majore_du"))
    if extension and due:
        b.dire("comment_progresser", majores=ou(fiche.majores, b.langue),
               article=extension.article(fiche.categorie).article,
               article_du=due.article(fiche.categorie).article)
        b.citer_regle("majore_extension")
        b.citer_regle("certification_majore_du")
    if fiche.extensions:
        b.dire("extensions_connues", extensions=", ".join(b.dit(fiche, "extensions")))
        b.citer_section(fiche, "extensions")
    noms = [c.noms["fr"][0] for c in b.c.kb.referentiel.criteres if c.categorie is fiche.categorie]
    b.dire("criteres_connus", categorie=fiche.categorie.value, criteres=", ".join(noms))
    b.citer_section(fiche, "classement", "critères")

