"""What a question asks of the past of a fiche, a filière or the directory: change, creation, text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.chat.motif import motif
from assistant.classification import sans_accents

__all__ = ["Histoire", "QuestionDHistoire", "histoire_dite", "mouvement_dit"]

_CHANGE = motif(
    r"\b(?:(?:a|ont|as|est)(?:[- ]?t[- ]?(?:elle|il))?(?:\s+(?:ete|bien|deja|recemment|beaucoup|enfin))*\s+"
    r"(?:change\w*|bouge\w*|evolue\w*|modifiee?s?|revisee?s?|mise?s?\s+a\s+jour|actualisee?s?)|"
    r"(?:elle|il)\s+(?:change|bouge)\b|changements?|quoi de (?:neuf|nouveau)|du nouveau|"
    r"quelles? modif\w*|ce qui (?:a |y a de )?(?:change|bouge|nouveau)|(?:change|bouge) depuis|"
    r"a jour\b|obsolete|perimee?s?|depassee?s?|up[- ]to[- ]date|outdated|out of date|"
    r"chang(?:ed|es?)\b(?=.{0,40}\b(?:in|since|on|to|fiche)\b)|what(?:'s| is| has)? (?:changed|new)|"
    r"(?:has|have|did|was|were)\b.{0,50}\b(?:changed?|updated|amended|revised)\b)"
)
_ECART = motif(
    r"\b(?:diff|differ\w*|compar\w*|ecarts?|chang\w*|evol\w*)\b.{0,40}\b(?:editions?|versions?|textes?|prints?)\b|"
    r"\b(?:editions?|versions?|textes?|prints?)\b.{0,40}\b(?:diff|differ\w*|compar\w*|ecarts?|chang\w*)\b|"
    r"\b(?:entre|between|de|from)\s+(?:19|20)\d\d\s+(?:et|a|and|to)\s+(?:19|20)\d\d\b"
)
_AUTRE_CHANGEMENT = motif(
    r"\b(?:je|j'ai|j'|on|tu|i|we)\s*(?:vais |veux |peux |dois |ai |as |have )?(?:chang\w*|evolu\w*)|"
    r"chang\w+ (?:de |d'|mon |ma |jobs?\b|employer)|changements? (?:de |d')|mon (?:poste|emploi|contrat|salaire|travail)|"
    r"echelons?|niveaux?|employeur|patron|chef\b.{0,20}\bchange|minim\w*|salaires?|smic|baremes?|paye?s?\b|"
    r"titres?|noms?|intitules?|denominations?|appellations?|appel\w+|renomm\w*|name[ds]?|title[ds]?|"
    r"a jour (?:de|dans|sur|avec)|convention|articles?|evolue vers|evolution"
)
_CREATION = motif(
    r"\b(?:creee?s?|creations?|cree[- ](?:quand|kan|en)|created?|creation|introdui\w+|introduced|instituee?s?|"
    r"apparue?s?|appeared|nee?s?|depuis quand|since when|"
    r"(?:de|par) quel(?:le)?s? (?:accords?|annee)|(?:which|what) (?:agreement|year)|"
    r"date[- ]?(?:t[- ]?elle)? de (?:quand|kan|quel\w*)|de (?:quand|kan) date)\b"
)
_CREER = motif(r"\b(?:je|on|nous|i|we|peut|peux|veux|veut|want|can)\b.{0,20}\b(?:creer?|create)\b|certificat\w*|diplome\w*")
_PASSE = motif(
    r"\b(?:etait|etaient|disait|disaient|contenait|contenaient|prevoyait|valait|ressemblait|donnait|"
    r"demandait|listait|ecrivait|comportait|was|were|said|used to|did\b.{0,40}\b(?:say|contain|look|include))\b"
)
_DISAIT = motif(
    r"\b(?:disai\w+|contenai\w+|prevoyait|listait|ecrivait|comportait|demandait|say|said|contain\w*|include\w*)\b")
_DE_LA_FICHE = motif(r"\b(?:fiches?|textes?|editions?|versions?|qualifications?|codes?|contenu|[a-z]{1,3}[.-]\d)")
_D_UNE_PERSONNE = motif(
    r"\b(?:j'etais|j'avais|je|mon|ma|mes|i|my|classee?s?|minim\w*|salaires?|smic|paye?e?s?|payait|embauch\w*)\b")
_DEPUIS = motif(
    r"\b(?:depuis|since|apres|after|a partir d[e']|posterieur\w* a|entre|between)\s+(?:l'annee |le |la |l'edition |celle )?(?:de |d')?"
    r"(?:(?P<j>\d{1,2})/(?P<m>\d{1,2})/)?(?P<a>(?:19|20)\d\d)\b"
)
_ANNEE = motif(r"(?<![\d,.])(?:19|20)\d\d\b(?!\s*(?:€|euros?))")
_PLURIEL = motif(
    r"\b(?:fiches|qualifications|qualifs|codes|metiers|filieres|emplois|jobs|combien|how many|lesquelles)\b")
_MOUVEMENTS = (
    ("supprime", motif(r"\b(?:supprim\w*|retire\w*|disparu\w*|abrogee?s?|deleted|removed|dropped|suppressions?)\b")),
    ("cree", motif(r"\b(?:creee?s?|crees|creations?|nouvel\w*|nouveau\w*|apparue?s?|ajoutee?s?|created|new|added|introduced)\b")),
    ("modifie", motif(r"\b(?:modifi\w*|chang\w*|bouge\w*|mises? a jour|updated|amended)\b")),
)


class QuestionDHistoire(StrEnum):
    """What is asked of a fiche's past."""

    CHANGEMENT = "changement"
    CREATION = "creation"
    TEXTE = "texte"
    CONTENU = "contenu"


@dataclass(frozen=True, slots=True)
class Histoire:
    """The question, and since when (``depuis``) or between which years (``annees``) it asks."""

    genre: QuestionDHistoire
    depuis: date | None = None
    annees: tuple[int, ...] = ()


def histoire_dite(question: str, jour: date | None) -> Histoire | None:
    """What the words of a question ask of the past of the fiche it names; None for other questions.

    ``jour``: the past day that the question names, if any.
    """
    plat = sans_accents(question)
    annees = tuple(dict.fromkeys(int(a) for a in _ANNEE.findall(plat)))
    if (_CHANGE.search(plat) or _ECART.search(plat)) and not _AUTRE_CHANGEMENT.search(plat):
        return Histoire(QuestionDHistoire.CHANGEMENT, _depuis(plat), annees)
    if _CREATION.search(plat) and not _CREER.search(plat) and not _D_UNE_PERSONNE.search(plat):
        return Histoire(QuestionDHistoire.CREATION, None, annees)
    if jour and _PASSE.search(plat) and _DE_LA_FICHE.search(plat) and not _D_UNE_PERSONNE.search(plat):
        genre = QuestionDHistoire.CONTENU if _DISAIT.search(plat) else QuestionDHistoire.TEXTE
        return Histoire(genre, None, annees)
    return None


def mouvement_dit(question: str) -> tuple[str, int, bool] | None:
    """(cree | modifie | supprime, year, True for "since"): a list of fiches by what became of them."""
    plat = sans_accents(question)
    annee = _ANNEE.search(plat)
    if annee is None or not _PLURIEL.search(plat) or _D_UNE_PERSONNE.search(plat):
        return None
    objet = next((nom for nom, mots in _MOUVEMENTS if mots.search(plat)), None)
    return (objet, int(annee[0]), _depuis(plat) is not None) if objet else None


def _depuis(plat: str) -> date | None:
    dit = _DEPUIS.search(plat)
    if dit is None:
        return None
    try:
        return date(int(dit["a"]), int(dit["m"] or 1), int(dit["j"] or 1))
    except ValueError:
        return None
