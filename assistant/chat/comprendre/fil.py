"""The thread of a conversation: what a turn takes up from those before it."""

from __future__ import annotations

import re

from assistant.chat.comprendre.intention import Intention
from assistant.chat.etat import Etat
from assistant.chat.motif import motif
from assistant.classification import Echelon, EchelonInvalide, sans_accents

__all__ = [
    "A_PART",
    "completer",
    "corrige",
    "intention_du_fil",
    "sans_entree",
    "voie_dite",
]

A_PART = frozenset("hors_sujet interdit autre_convention identite rien maintien".split())
"""Intents that lead away for one turn: what was talked about before goes on after them."""

_ENTREE = motif(
    r"^(?:\W|\b(?:bon|ok|okay|d'accord|daccord|merci|ah|oh|eh|euh|hum|super|bien|parfait|laisse tomber|passons|bref|haha|ahah|hihi|lol|mdr|ptdr|oui|ouais|yes|yep|zut|mince|dommage|tant pis|haha|too bad|"
    r"well|right|so|anyway|thanks|thank you|fine|great|alright|never mind|du coup|au fait|sinon bref)\b(?!'))+"
)
_CORRIGE = motif(
    r"^\W*(?:non|nan|nope|no|pardon|desolee?|oups|oops|sorry|erreur|en fait|plutot|actually|rather)\b"
    r"|\b(?:je (?:veux|voulais|voudrais) dire|je parl(?:e|ais) (?:de|du|d')|me suis tromp\w*|i mean|i meant|"
    r"my mistake|mon erreur|je corrige|je rectifie|mal dit|instead)\b|\bplutot\b\W*$"
)
_INSISTE = motif(
    r"^\W*(?:mais )?si(?: si)?\b(?! (?:je|j'|on|mon|ma|il y|elle|un|une|le|la|les)\b)|\b(?:il|ca|elle|l'echelon \d+) existe\b|\bje (?:t'|te |vous )"
    r"(?:assure|dis|jure|garantis)|\b(?:c'est|est|il est|bien) (?:marque|ecrit|note|inscrit)|\bsur (?:ma|mon) (?:fiche de paie|"
    r"bulletin|contrat|payslip)|\b(?:it does(?: exist)?|it exists|i'?m telling you|it says so|it'?s (?:written|printed)|on my payslip)\b"
    r"|\b(?:je suis|chui|i'?m) (?:sure?|certaine?|positive)\b|\bpourtant\b|\bt'?es sur\b|\btu te trompes\b|\byou'?re wrong\b"
)
_SANS_PLUS = motif(
    r"\b(?:rien (?:de |d'autre )?(?:plus|d'autre)|c'est tout ce que (?:je sais|j'ai)|(?:reponds|repondez|fais|faites)(?:[- ]moi)? (?:avec|comme ca)"
    r"|(?:dis|dites)[- ]moi (?:ce que|toujours)|pas davantage|je sais (?:rien|pas) (?:de |d')(?:plus|autre)|all i know|answer with (?:that|this)|"
    r"just answer|nothing (?:else|more)|go with that|debrouille|avec ce que (?:tu as|vous avez|je t'ai|je vous ai))"
)
_IGNORANCE = motif(r"\bsais (?:pas|rien|plus)\b|\bne sais\b|\baucune idee\b|\bdon'?t know\b|\bno idea\b|\bpas davantage\b|\bsais tout\b|\ball i know\b")
_REGLES = motif(r"\b(?:instructions?|consignes?|regles?|prompt|systeme?|system|rules?|ignore[sz]?|oublie[sz]?|forget|fausse?|fake)\b")
_QUE_FAIRE = motif(
    r"\b(?:je (?:fais|dois faire|peux faire) quoi|que (?:dois-je |puis-je |)faire|qu'est[- ]ce que je (?:fais|peux faire|dois faire)|"
    r"quoi faire|vers qui|a qui (?:je|m')|je m'adresse a qui|what (?:do|can|should) i do|who (?:do|can|should) i|et maintenant|now what|quels? recours|"
    r"keske je fais|je fai koi|je fais koi)\b"
)
_PRECISION = motif(r"^(?:(?:toujours|plutot|c'est|it'?s|still|always|mais) )?(?:au|aux|a la|a l'|dans|chez|en|pour|in an?|in the|at an?|at the|for an?)\b")
_NIVEAU = motif(r"\b(?:niveau|niv|level)\s+(iv|v|i{1,3}|[1-5])\b(?!\s*,?\s*(?:-|/)?\s*(?:degre\s*)?[abc]\b)")
_DEGRE = motif(r"\b(?:degre|degree)\s+([abc])\b")
_MEME = motif(r",?\s*(?:(?:au|le|avec le|the|with the|at the)\s+)?(?:meme|same)\s+(?:degre\w*|niveau|level)")
_ROMAINS = ("i", "ii", "iii", "iv", "v")
_VOIES = (
    ("alternance", r"alternance|apprenti|contrat pro|work[- ]study"),
    ("scolaire", r"\b(?:lycee|scolaire|ecole|full[- ]time|at school|initiale|college)\b"),
    ("continue", r"formation continue|gre?ta|afpa|continuing|adulte|reconversion"),
)


def completer(question: str, etat: Etat) -> str:
    """The question, with the niveau or degré of a cadre that it takes from the turn before.

    "et niveau II, même degré ?", after I B, is niveau II degré B; "et degré C ?" is I C.
    """
    avant = _cadre(etat)
    plat = sans_accents(question)
    if avant is None or len(plat) != len(question) or len(plat.split()) > 12:
        return question
    niveau, degre = _NIVEAU.search(plat), _DEGRE.search(plat)
    meme = _MEME.search(plat)
    if niveau and meme and not degre and avant.degre:
        dit = niveau[1] if niveau[1] in _ROMAINS else _ROMAINS[int(niveau[1]) - 1]
        if dit == "v":
            return question
        debut = question[: niveau.start()] + f"niveau {dit.upper()} degré {avant.degre}"
        return debut + question[niveau.end() : meme.start()] + question[meme.end() :]
    if degre and not niveau and avant.niveau and not re.search(r"\b(?:iv|v|ii|iii)\b", plat):
        sans = question if not meme else question[: meme.start()] + question[meme.end() :]
        return re.sub(r"(?i)\bdegr(?:é|e)e?\s+([abc])\b", rf"niveau {avant.niveau} degré \1", sans, count=1)
    return question


def _cadre(etat: Etat) -> Echelon | None:
    """The placement of a cadre talked about, niveau and degré."""
    for fait in ("echelon_demande", "echelon_actuel"):
        valeur = getattr(etat.situation, fait)
        if valeur is None:
            continue
        try:
            lu = Echelon.lire(str(valeur))
        except EchelonInvalide:
            return None
        return lu if lu.niveau else None
    return None


def sans_entree(question: str) -> str:
    """The folded question without the words that only open it ("bon ok, et le PL alors ?")."""
    plat = sans_accents(question).strip()
    return plat[m.end() :] if (m := _ENTREE.match(plat)) and m.end() < len(plat) else plat


def corrige(question: str) -> bool:
    """True where the turn puts right what was said before it."""
    return bool(_CORRIGE.search(sans_entree(question)))


def insiste(question: str, etat: Etat) -> bool:
    """True where the person holds on to an échelon that was just said not to exist."""
    return etat.premisse is not None and bool(_INSISTE.search(sans_accents(question)))


def sans_plus(question: str) -> bool:
    """True for "je ne sais rien de plus, réponds avec ça": what is known has to do."""
    plat = sans_accents(question)
    return bool(_SANS_PLUS.search(plat) and _IGNORANCE.search(plat) and not _REGLES.search(plat))


def que_faire(question: str, etat: Etat) -> bool:
    """True for "je fais quoi ?" after a disagreement was told."""
    plat = sans_accents(question)
    return etat.intention in ("litige", "decision") and len(plat.split()) <= 8 and bool(
        _QUE_FAIRE.search(plat)
    )


def precise(question: str, etat: Etat) -> bool:
    """True for a piece of context and no question: "au magasin de pièces d'un garage"."""
    plat = sans_entree(question)
    return (
        etat.intention is not None and "?" not in question and len(plat.split()) <= 8
        and bool(_PRECISION.match(plat))
    )


def voie_dite(question: str) -> str | None:
    """The way a diploma was prepared, as told in reply."""
    plat = sans_accents(question)
    if len(plat.split()) > 12:
        return None
    return next((voie for voie, mots in _VOIES if re.search(mots, plat)), None)


def intention_du_fil(
    intention: Intention, question: str, etat: Etat, du_fil: bool, complete: bool
) -> Intention:
    """The intent of a turn, where it is told by the conversation rather than by the turn.

    ``du_fil``: its fiche is a sister of the one before; ``complete``: it took up a niveau or degré.
    """
    if insiste(question, etat):
        return Intention("maintien", "suite", 1.0)
    if etat.intention is None:
        return intention
    if que_faire(question, etat):
        return Intention("litige", "suite", 1.0)
    if sans_plus(question):
        return Intention(etat.intention, "reponse", 1.0)
    if complete and intention.id in ("degres", "echelon", "grille"):
        return Intention(etat.intention, "suite", intention.score)
    if du_fil and (intention.origine == "modele" or (corrige(question) and "?" not in question)):
        return Intention(etat.intention, "suite", intention.score)
    if precise(question, etat) and intention.origine == "modele":
        return Intention(etat.intention, "suite", intention.score)
    return intention
