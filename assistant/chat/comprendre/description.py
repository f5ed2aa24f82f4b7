"""A description of work: whether a turn gives one, and which fiches it may be of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.chat.comprendre.intention import Intention
from assistant.chat.comprendre.papier import Papier, papier_dit, recit
from assistant.chat.comprendre.reponse_fermee import oui_ou_non
from assistant.chat.comprendre.travail import travail_raconte
from assistant.chat.connaissances import Connaissances
from assistant.chat.etat import Etat
from assistant.chat.motif import motif
from assistant.classification import sans_accents
from assistant.retrieval import Mention, Mentions, jetons
from assistant.retrieval.appris import DECRIT
from assistant.retrieval.fiches import Choix, Classeur, Rang, choisir, partager

__all__ = ["DEDUITE", "Descriptif", "decrit", "lire_description", "redemande", "repondre_a_la_separation"]

DEDUITE = "d'après votre description"
"""Origin of a fiche found from a description: not the person's own word."""

_PEUT_DECRIRE = frozenset({DECRIT, "echelon", "situation", "deux_fiches"})
_DE_SA_FICHE = frozenset({"contenu", "extensions", "acces"})
_JAMAIS = frozenset({"interdit", "autre_convention"})
_TITRE_DIT = motif(
    r"(?:^|[.!?:\n]\s*|\b(?:je suis|j'suis|jsuis|chuis|suis|est|echelon d[eu']|poste d[eu']|emploi d[eu']|en tant que|"
    r"comme|metier d[eu']|fiche d[eu']?|fiche|intitule|titre|i am an?|i'm an?|as an?|for an?))\W*"
    r"(?:une?\W+|the\W+)?$"
)
_DE_QUI = motif(r"(?:^|[.!?:\n]\s*)(?:mon|ma|notre|my|our)\W+$")  # "notre gestionnaire d'atelier, Sophie, a…"
_A_MOI = motif(r"\b(?:je|j'|me|m'|moi|i|me)\b")
_PERSONNEL = motif(r"\b(?:je|j'|j|mon|ma|mes|jsuis|chuis|jfais|jai|i|i'm|my|il|elle|on|nous)\b")
_JE = motif(r"\b(?:je|j'|j|i|i'm)\b|\bj[^aeiouy\W]\w+")
_MOTS, _LONG = 5, 15  # fewer words describe nothing; a name among so many may be a colleague's
_SUR, _TRES_SUR = 0.5, 0.9  # probability that a text describes
_CREDIBLE = -0.7  # score under which nothing speaks for the first fiche
_PROBABLE, _PEU = 0.2, 0.1
_DEMANDE = motif(r"\b(?:quel\w*|quoi|qui|combien|quand|which|what|who|when|how many)\b")
_PROCHE = -0.3  # score of a first fiche that is near what was told
_NETTE, _NETTE_SCORE, _PEUT_ETRE = 0.85, -0.2, 0.3  # one fiche surely, and perhaps a description
_DEUX_METIERS = motif(
    r"\b(?:la moitie|moitie moitie|moitie du te?m?ps|mi-temps|casquettes?|d'un cote|le reste du te?m?ps|reste du te?m?ps|"
    r"le reste je|partage mon temps|partage entre|je cumule|deux (?:metiers|postes|boulots)|semaine d'apres|half|"
    r"the other|other (?:half|days|two|three)|mornings?\b.*\bafternoons?|matins?\b.*\b(?:apres-?midi|apres-?m|aprem|laprem|1[2-6] ?h)|"
    r"(?:jours?|fois) (?:par|la|/) ?semaine|jours?\b.*\b(?:autres?|deux|trois|2|3) (?:autres )?jours)"
)
_ET_AUSSI = motif(r"\b(?:et (?:aussi|en plus) |je (?:fais|livre|tiens|vends) aussi|et je \w+ aussi)")
_RACONTE = motif(
    r"^(?:\W|\b(?:en fait|bon|alors|donc|salut|bonjour|bjr|bonsoir|hello|hi|moi|ben|well)\b)*(?:je|j'|j |on|i|jsuis|jfais|jbosse)\s*(?:ne )?"
    r"(?:fais|fai|bosse|travaille|repare|vends|prepare|m'occupe|conduis|nettoie|lave|peins|monte|controle|accueille|tiens|livre|depanne|"
    r"remorque|demonte|enseigne|forme|pose|remplace|entretiens|gere|encadre|redige|facture|range|stocke|commande|work|repair|fix|sell|"
    r"clean|paint|drive|deliver|teach|prepare|check|answer|manage|handle)\b"
)
_D_AUTRES = motif(  # "mais c'est le chef qui trouve les teintes": not this person's work
    r"(?:[,;]\s*|\b(?:mais|et|but|and)\s+)*\b(?:c'est|c est|ce sont|it's|it is)\s+(?:pas moi|not me|(?:toujours |plutot |always )?"
    r"(?:(?:le|la|les|mon|ma|mes|notre|un|une|my|the|our|a)\s+|l')(?:(?!moi\b|me\b)\w+\s+){1,3}?)\s*(?:qui|who)\b[^.,;!?]*"
)
_ET_MOI = motif(r"^\W*(?:(?:et|and|alors|what about|how about)\W+)?(?:pour )?(?:moi|me)\b\W*$")
_QUELLE = motif(
    r"\b(?:quelle?s?|c koi|c'est quoi|kel(?:le)?|which|what)\b(?:\W+\w+){0,3}?\W+(?:fiche|qualif\w*|metier|emploi|poste|job|sheet)\b"
    r"|\bfiche laquelle\b|^(?:donc|alors|et|so)?\W*(?:laquelle|which one)\b"
)


@dataclass(frozen=True, slots=True)
class Descriptif:
    """``texte``: all that was told so far; ``choix``: what it leads to; ``deux``: the two fiches
    of somebody who does two jobs; ``titre``: the fiches of a title named beside the work."""

    texte: str
    choix: Choix
    deux: tuple[Rang, Rang] | None = None
    titre: tuple[str, ...] = ()


def decrit(
    question: str, mentions: Mentions, intention: Intention, etat: Etat, part: float,
    classer: Classeur, part_de_recit: float = 0.0,
) -> bool:
    """True where this turn tells what a person does, rather than name the job.

    ``part``: probability that it does, of the model of intents; ``part_de_recit``: that the
    person tells of their own work or case.
    """
    papier = papier_dit(question, mentions)
    if mentions.de("code_inconnu") or any(
        m.par_code and not (papier and m.valeurs[0] in papier.codes) for m in mentions.de("fiche")
    ):
        return False
    en_cours = etat.fait_demande == "fiche" and etat.situation.description is not None
    if len(jetons(question)) < _MOTS and not en_cours:
        return False
    deduite = etat.situation.origines.get("fiche") == DEDUITE
    if etat.situation.fiche and not deduite:
        return False
    raconte = bool(_RACONTE.match(sans_accents(question))) and "?" not in question
    poursuit = en_cours and raconte and intention.id in ("hors_sujet", "hors_sources")
    if (intention.origine == "limite" and not poursuit) or (intention.id in _JAMAIS and part < _TRES_SUR):
        return False
    plat = sans_accents(question)
    if part < _TRES_SUR and not en_cours and _DEMANDE.search(plat) and not (
        _PERSONNEL.search(plat) or _JE.search(plat)
    ):
        return False  # "which sheets exist for car parks?" tells of nobody's work
    rangs = classer(question)
    if not rangs or (intention.id in _JAMAIS and rangs[0].score < 0):
        return False
    titre = _titre_dit(question, mentions, papier)
    if travail_raconte(question, mentions, intention, part_de_recit, classer, papier, titre):
        return True
    nomme = titre.valeurs[0] if titre else papier.codes[0] if papier else None
    if nomme and intention.origine == "indice" and intention.id in _DE_SA_FICHE:
        return False  # "je suis X et je fais Y, c'est dans la fiche ?"
    if nomme and not _autre_que_dit(question, nomme, part, rangs):
        return False
    if part >= _SUR:
        return rangs[0].score >= _CREDIBLE or rangs[0].probabilite >= _PROBABLE or en_cours
    if en_cours:
        return intention.origine != "indice"
    if raconte and not etat.situation.fiche and (
        not mentions.de("fiche", "echelon") and intention.origine != "indice"
    ):
        return rangs[0].score >= _CREDIBLE
    nette = rangs[0].probabilite >= _NETTE and rangs[0].score >= _NETTE_SCORE
    if intention.id == "hors_sujet" and _JE.search(sans_accents(question)) and (
        nette or (intention.score < _SUR and rangs[0].score >= _PROCHE)
    ):
        return True  # "jvends des scooters": not surely off the subject, and near a fiche
    if nette and part >= _PEUT_ETRE and intention.origine != "indice" and not (
        mentions.de("fiche", "echelon", "certification", "ancien")
    ):
        return True  # a word that is part of a title too ("un chef me contrôle") names no job
    autres = mentions.de("fiche", "partiel", "echelon", "certification", "critere", "ancien")
    return part_de_recit >= _PEU and (
        intention.id in _PEUT_DECRIRE and not autres and (intention.origine != "indice" or part_de_recit >= _SUR)
        and bool(_PERSONNEL.search(sans_accents(question))) and rangs[0].score >= _CREDIBLE
        and rangs[0].probabilite >= _PROBABLE
    )


def _titre_dit(question: str, mentions: Mentions, papier: Papier | None) -> Mention | None:
    """The job the person names as theirs, not one on paper nor one that stands in the story."""
    plat = sans_accents(question)
    return next((
        m for m in mentions.de("fiche", "partiel")
        if not (papier and (m.debut == papier.debut or (m.par_code and m.valeurs[0] in papier.codes)))
        and (len(m.valeurs) == 1 if m.genre == "fiche" else _a_peu_pres(m)) and (_TITRE_DIT.search(plat[: m.debut]) or (
            plat[: m.debut].rstrip().endswith(",") and not plat[m.fin :].strip(" ?!.")
        ))
    ), None)


def _a_peu_pres(mention: Mention) -> bool:
    """True for most of a title that two or three fiches bear ("contrôleur technique")."""
    return 1 < len(mention.valeurs) <= 3 and len(mention.texte.split()) > 1


def _autre_que_dit(question: str, nomme: Sequence[str], part: float, rangs: Sequence[Rang]) -> bool:
    """True where what is told at length is surely another fiche than the one named."""
    sien = max((r.probabilite for r in rangs if r.code in nomme), default=0.0)
    return (
        part >= _TRES_SUR and len(jetons(question)) >= _LONG and sien < 0.05
        and rangs[0].probabilite >= 0.6
    )


def lire_description(
    question: str, intention: Intention, etat: Etat, c: Connaissances,
    classer: Classeur, langue: str, mentions: Mentions | None = None,
) -> Descriptif | None:
    """Rank what was told so far; None where no model can be had."""
    avant = etat.situation.description
    question, nommes = _sans_le_papier(question, mentions, classer)
    if avant and oui_ou_non(question) is not None and len(jetons(question)) < _MOTS:
        question = ""  # a bare yes or no tells nothing more
    texte = ". ".join(filter(None, (avant, question)))
    rangs = classer(_du_sien(texte))
    if not rangs:
        return None
    deux = None
    plat = sans_accents(texte)
    net = intention.id == "deux_fiches" or _DEUX_METIERS.search(plat)
    if net or _ET_AUSSI.search(plat):
        deux = partager(texte, classer, rangs)
        if deux and not net and _meme_filiere(deux):
            deux = None
    choix = choisir(rangs, c.separations(langue), etat.separations_posees)
    return Descriptif(texte, choix, deux, nommes)


def _sans_le_papier(
    question: str, mentions: Mentions | None, classer: Classeur
) -> tuple[str, tuple[str, ...]]:
    """What is told without what stands on paper, and the fiches of the title beside it."""
    if mentions is None:
        return question, ()
    papier = papier_dit(question, mentions)
    titre = _titre_dit(question, mentions, papier)
    nommes = papier.codes if papier else titre.valeurs if titre else ()
    nu = recit(question, papier)
    if titre and len(titre.valeurs) == 1 and any(r.code in titre.valeurs for r in classer(nu)[:1]):
        nu = recit(question, papier, titre)  # the work told is held against the name
    return (nu if len(jetons(nu)) >= _MOTS else question), nommes


def _meme_filiere(deux: tuple[Rang, Rang]) -> bool:
    return deux[0].code.split(".")[0] == deux[1].code.split(".")[0]


def _du_sien(texte: str) -> str:
    """What is told without what others are said to do."""
    plat = sans_accents(texte)
    if len(plat) != len(texte):
        return texte
    garde, lu = [], 0
    for m in _D_AUTRES.finditer(plat):
        garde.append(texte[lu : m.start()])
        lu = m.end()
    sien = "".join((*garde, texte[lu:]))
    return sien if len(sien.split()) >= _MOTS else texte


def redemande(question: str, mentions: Mentions, etat: Etat) -> bool:
    """True for "c'est quelle fiche ?", asked of what was described in the turns before."""
    propre = etat.situation
    if not propre.description or mentions.de("fiche", "partiel", "ancien", "code_inconnu"):
        return False
    if propre.fiche and propre.origines.get("fiche") != DEDUITE:
        return False
    plat = sans_accents(question)
    if not propre.fiche and _ET_MOI.match(plat):
        return True  # after somebody else was spoken of
    return len(plat.split()) <= 9 and bool(_QUELLE.search(plat))


def repondre_a_la_separation(question: str, etat: Etat) -> str | None:
    """The code a yes or a no to the separating question means; None where it is no answer."""
    if etat.separation is None:
        return None
    dit = oui_ou_non(question)
    return None if dit is None else etat.separation[0 if dit else 1]
