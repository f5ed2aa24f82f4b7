"""What a question wants: what is not answered where the model is sure of it, then telling words,
then the model fitted on labelled utterances."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assistant.chat.comprendre.motifs import Texte
from assistant.chat.connaissances import Connaissances
from assistant.chat.motif import motif
from assistant.classification import sans_accents

__all__ = ["Estimation", "Intention", "intention_de", "parle_du_classement"]

Estimation = tuple[str, float]  # an intent and its probability
_MINIMUM_DE_SENS = 0.08
_MINIMUM_AVEC_FICHE = 0.1
_CERTAIN = 0.6  # to refuse or redirect a question that names a fiche, by the model alone
_AILLEURS = ("hors_sujet", "identite", "autre_convention")

# What is not answered. The probabilities of the refused classes are summed; the thresholds are
# calibrated on the development cases.
_REFUSEES = ("hors_sujet", "interdit", "autre_convention")
_RENVOYEES = ("litige", "decision", "dossier", "futur")
_DE_TOUTES = ("regle:fiche_reference", "regle:fiche_generique")  # rules that are no single fiche's
_FOIS = 2.0  # times likelier off the subject than somebody telling their work, to be refused
_REFUS = 0.5  # no telling word, nothing of the subject named
_REFUS_MALGRE_UN_MOT = 0.8  # over a word that tells another intent
_REFUS_MALGRE_LE_SUJET = 0.92  # over a fiche, an échelon, a certification or a criterion named
_RENVOI, _RENVOI_AVEC_FICHE = 0.85, 0.95  # over a word that tells another intent
_REGLE_SURE = 0.95  # over a word that tells another intent, where nothing of the subject is named
# Words that stand in many a story ("astreinte", "prévu", "évoluer") give way to a sentence that is
# surely about something else.
_CEDENT = frozenset("futur hors_sources decision evolution recherche ouvertures denomination".split())
_RACONTENT = ("trouver_fiche", "situation", "deux_fiches")
_PAR_LE_SENS = frozenset(("suppleance", "comparaison"))
_IMPROBABLE, _RACONTE, _ENTIER = 0.05, 0.7, 0.95
_DU_CLASSEMENT = motif(
    r"\b(?:echelons?|classe(?:e?s|r)?|classement|classification|classified|graded|majore(?:e?s)?|fiches?|"
    r"qualification)\b"
)


@dataclass(frozen=True, slots=True)
class Intention:
    """The intent and how it was found: "indice" (a telling word), "limite" (surely not answered)
    or "modele"; score 0 to 1."""

    id: str
    origine: str
    score: float


def intention_de(
    prepare: Texte,
    c: Connaissances,
    estimations: Callable[[], Sequence[Estimation]],
    du_sujet: bool,
    fiche_nommee: bool,
    connu: bool = False,
) -> Intention:
    """The intent of one question.

    ``du_sujet``: the question names a fiche, an échelon, a certification or a criterion, or
    follows one that does; ``fiche_nommee``: it is about a fiche;
    ``connu``: the person told facts of their own, so that no file is needed to answer.
    """
    trouves = dict(estimations())
    dit = next((
        i.intention for i in c.indices
        if not ((i.sans_fiche and fiche_nommee) or (i.avec_fiche and not fiche_nommee))
        and prepare.trouve(i.dit) and not prepare.trouve(i.sauf)
    ), None)
    sans = {k: v for k, v in trouves.items() if not (connu and k == "dossier")}
    if limite := _limite(sans, dit, prepare, du_sujet, fiche_nommee):
        return limite
    if dit is not None:
        if cede := _cede(dit, trouves):
            return cede
        sure = None if du_sujet or dit in _SANS_REPONSE else _regle_sure(trouves)
        return sure or Intention(dit, "indice", 1.0)
    if parle_du_classement(prepare.brut):  # below the threshold of a refusal
        trouves.pop("hors_sujet", None)
    return _du_modele(trouves, sans_accents(prepare.brut), du_sujet, fiche_nommee)


def parle_du_classement(question: str) -> bool:
    """True where the words of the subject are there: échelon, classé, fiche…"""
    return bool(_DU_CLASSEMENT.search(sans_accents(question)))


_SANS_REPONSE = frozenset((*_REFUSEES, *_RENVOYEES, "hors_sources", "identite", "rien"))


def _limite(
    trouves: Mapping[str, float], dit: str | None, prepare: Texte, du_sujet: bool,
    fiche_nommee: bool,
) -> Intention | None:
    """The class that is not answered, where its probability is beyond its threshold."""
    if dit in _SANS_REPONSE:
        return None
    part = sum(trouves.get(nom, 0.0) for nom in _REFUSEES)
    seuil = _REFUS if dit is None else _REFUS_MALGRE_UN_MOT
    if du_sujet:
        seuil = _REFUS_MALGRE_LE_SUJET
    nom = max(_REFUSEES, key=lambda i: trouves.get(i, 0.0))
    if nom == "hors_sujet" and parle_du_classement(prepare.brut):
        seuil = _REFUS_MALGRE_LE_SUJET
    raconte = sum(trouves.get(i, 0.0) for i in _RACONTENT)
    if part >= seuil and (nom != "hors_sujet" or part >= _FOIS * raconte):
        return Intention(nom, "limite", part)
    seuil = _RENVOI_AVEC_FICHE if fiche_nommee else _RENVOI
    nom = max(_RENVOYEES, key=lambda i: trouves.get(i, 0.0))
    if dit is not None and trouves.get(nom, 0.0) >= seuil:
        return Intention(nom, "limite", trouves[nom])
    return None


def _cede(dit: str, trouves: Mapping[str, float]) -> Intention | None:
    """What the whole sentence surely asks, where one word of it told something else."""
    if dit not in _CEDENT or trouves.get(dit, 0.0) >= _IMPROBABLE:
        return None
    nom = max(trouves, key=lambda i: trouves[i], default="")
    if nom in _RACONTENT and sum(trouves.get(i, 0.0) for i in _RACONTENT) >= _RACONTE:
        return Intention(nom, "modele", trouves[nom])
    return Intention(nom, "modele", trouves[nom]) if nom in _PAR_LE_SENS and trouves[nom] >= _ENTIER else None


def _regle_sure(trouves: Mapping[str, float]) -> Intention | None:
    """The rule that the question is surely about, whatever word of it tells another intent."""
    nom = max(trouves, key=lambda i: trouves[i], default="")
    general = nom.startswith("regle:") or nom == "alternance"
    return Intention(nom, "indice", trouves[nom]) if general and trouves[nom] >= _REGLE_SURE else None


_DEPART = motif(
    r"\b(?:preavis|j?demission\w*|licenci\w*|rupture|romp\w*|quitt\w*|part(?:ir|s|e|ent)?|depart|vire\w*|retraite|retir\w*|m'en (?:vais|aille)|tablier|barre|casse|let go|fin de contrat|recherches?|hunt\w*|find work|"
    r"notice|resign\w*|quit\w*|leav\w*|dismiss\w*|fired?|previen\w*|preveni\w*|delai|absen\w*|chercher|look for)\b"
)
_SUPPLEANCE = motif(
    r"\b(?:sup+le?an\w*|suplean\w*|rempla\w*|ranpla\w*|absen\w*|interim\w*|encadr\w*|tenu\w*|ten(?:ir|ais|ait)|tiens|tient|assur\w*|"
    r"pr[ei]s? la place|place d\w+|tempora\w*|parti|partie|malade|vacances|conges?|dirig\w*|gere\w*|relai\w*|releve|"
    r"stand(?:ing|s|-)?\w*|stood|cover\w*|fill\w*|replac\w*|substitut\w*|deput\w*|away|sick|holiday|acting|in charge|ran|run\w*|supervis\w*|"
    r"\w*suppl\w*|voyage|leads?|travel\w*|garde|fermer|ouvrir|mene|prime|bonus)\b"
)
_MINEUR = motif(
    r"\b(?:mineure?s?|jeunes?|ados?|1[4-7]\s*(?:ans|an\b|a\b|years?|yo)|moins de (?:18|dix[- ]huit)|(?:under|below)[- ]?(?:18|eighteen|age)|minors?|"
    r"teen\w*|young\w*|seize|dix[- ]sept|quinze|sixteen|seventeen|fifteen|majorite|18\s*ans|abattement|lyceen\w*|job d'ete|summer job|age)\b"
)
_ESSAI = motif(r"\b(?:[dl]?essais?|trial|probation\w*)\b")
_LEURS_MOTS = {  # what these bear on is said in so many words, however near a question is
    "preavis": _DEPART, "recherche_emploi": _DEPART, "essai": _ESSAI, "fin_essai": _ESSAI,
}


def _du_modele(
    trouves: Mapping[str, float], plat: str, du_sujet: bool, fiche_nommee: bool
) -> Intention:
    """The likeliest intent, those that cannot be left out by what the question names."""
    parts = dict(trouves)
    if du_sujet:  # a fiche is named: what is off the subject elsewhere is not so here
        for nom in (*_AILLEURS, *(("grille", "dossier") if fiche_nommee else ())):
            parts.pop(nom, None)
    if not _MINEUR.search(plat):  # "more than 8 years here" is nobody's age
        parts.pop("regle:minimum_moins_18", None)
    if not _SUPPLEANCE.search(plat):
        for nom in [n for n in parts if "suppleance" in n]:
            del parts[nom]
    if fiche_nommee:
        for nom, mots in _LEURS_MOTS.items():
            if not mots.search(plat):
                parts.pop(nom, None)
        definitions = [nom for nom in parts if nom.startswith("regle:definition")]
        parts.pop("interdit", None)
        for nom in ("litige", "decision", "futur", *definitions):
            if parts.get(nom, 0.0) < _CERTAIN:
                parts.pop(nom, None)
    else:  # a rule of some fiche's own, told of no fiche, misleads unless it is surely meant
        for nom in [n for n in parts if n.startswith("regle:fiche_") and n not in _DE_TOUTES]:
            if parts[nom] < _CERTAIN:
                del parts[nom]
    if not parts:
        return Intention("echelon" if du_sujet else "hors_sujet", "modele", 0.0)
    meilleure = max(parts, key=lambda i: parts[i])
    if not du_sujet and parts[meilleure] < _MINIMUM_DE_SENS:
        nom = "trouver_fiche" if _DU_CLASSEMENT.search(plat) else "hors_sujet"
        return Intention(nom, "modele", parts[meilleure])
    if fiche_nommee and parts[meilleure] < _MINIMUM_AVEC_FICHE:
        return Intention("echelon", "modele", parts[meilleure])
    return Intention(meilleure, "modele", parts[meilleure] / sum(parts.values()))
