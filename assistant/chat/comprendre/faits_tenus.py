"""What a fact told now does to one told before: it replaces it, ends it, or says less than it."""

from __future__ import annotations

import re

from assistant.chat.comprendre.faits import FaitsDits
from assistant.chat.motif import motif
from assistant.classification import Situation, sans_accents
from assistant.retrieval import Mentions, jetons

__all__ = ["ajuster_aux_faits_tenus"]

_EN_FORMATION = ("apprenti", "alternance", "stagiaire")
_EMBAUCHE = motif(
    r"\b(?:cdi|(?:r|re)?embauch\w*|recrut\w*|titularis\w*|hir(?:e|es|ed|ing)|permanent (?:contract|job)|taken on|take (?:him|her) on|"
    r"(?:apres|after) (?:son|mon|ma|l'|his|her|my|the)\s?(?:apprentissage|alternance|contrat pro|apprenticeship)|"
    r"n'est plus (?:en )?(?:apprentie?|apprentissage|alternan\w+)|(?:suis|est) plus (?:en )?(?:apprentie?|apprentissage|alternan\w+)|"
    r"no longer an apprentice|(?:fini|finit|termine|finish\w*) (?:son|mon|l'|his|her|my|the)\s?(?:apprentissage|alternance|apprenticeship)|"
    r"une fois (?:diplomee?|qu'(?:il|elle) (?:a|aura) (?:fini|son|le))|apprentissage (?:est )?(?:fini|termine))\b"
)
_TOUJOURS_EN_FORMATION = motif(r"\b(?:en|comme|as|contrat d['e]?)\s*(?:an?\s+)?(?:apprenti\w*|alternan\w*|apprentice\w*|contrat pro\w*)\b")
_AUTRE = motif(r"\b(?:autres?|different\w*|another|other|plutot|instead)\b")


_ET_UN_APPRENTI = motif(r"\b(?:et|and|plus|avec|with)\s+(?:une?|mon|ma|notre|le|la|an|my|the|our|deux|two|\d)\W?\s*(?:p'?tite?|petite?|jeune|young)?\s*(?:apprentie?s?|apprentices?|alternante?s?)\b")
_EST_EN_FORMATION = motif(r"\b(?:(?:je|il|elle) (?:suis|est)|j'suis|chuis|actuellement|toujours|encore|i'?m|still|currently)\W+(?:\w+\W+)?(?:en |on |in )?(?:alternan\w*|apprenti\w*|work-study|an apprentice)\b")


def ajuster_aux_faits_tenus(
    dits: FaitsDits, base: Situation, question: str, mentions: Mentions
) -> None:
    """Put right what this turn says in the light of what is known."""
    plat = sans_accents(question)
    formation = dits.faits.get("statut") in _EN_FORMATION
    if formation and mentions.de("fiche", "partiel") and _ET_UN_APPRENTI.search(plat):
        del dits.faits["statut"]  # "un mécano et un apprenti": of the first, the rest is told
    elif formation and base.certification and not _EST_EN_FORMATION.search(plat) and base.statut is None and (
        re.search(r"^\W*(?:oui\W+|yes\W+)?(?:en|par|through|by|via)\b", plat)
    ):
        dits.faits["voie_preparation"] = "alternance"  # how the diploma known was prepared
        del dits.faits["statut"]
    if (
        base.statut in _EN_FORMATION and "statut" not in dits.faits and _EMBAUCHE.search(plat)
        and not _TOUJOURS_EN_FORMATION.search(plat)
    ):
        dits.faits["statut"] = "salarie"
    dite, tenue = dits.faits.get("certification"), base.certification
    if dite and tenue and _dit_moins(str(dite), tenue) and not _AUTRE.search(plat):
        dits.faits["certification"] = tenue


def _dit_moins(dite: str, tenue: str) -> bool:
    """True where every word of the one is in the other, which has more ("BTS")."""
    siens, avant = ({j.tige for j in jetons(x) if not j.liaison} for x in (dite, tenue))
    return siens < avant
