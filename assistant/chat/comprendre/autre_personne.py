"""Somebody else than the one who writes: whose facts they are, and whose case the turn is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.chat.etat import Etat
from assistant.chat.motif import motif
from assistant.classification import sans_accents
from assistant.retrieval import Mentions

__all__ = ["PROCHE", "changer_de_personne", "d_un_proche", "parle_d_un_apprenti", "sans_les_autres"]

PROCHE = (
    r"(?:beaux?[- ]?freres?|belles?[- ]?soeurs?|beau[- ]?pere|collegues?|colleagues?|coworkers?|workmates?|mari|femme|conjointe?|"
    r"compagn(?:on|e)|copain|copine|amie?s?|potes?|freres?|soeurs?|fils|fille|cousine?s?|pere|mere|voisine?s?|oncle|tante|neveu|niece|"
    r"husband|wife|brother(?:[- ]in[- ]law)?|sister(?:[- ]in[- ]law)?|friends?|mates?|boyfriend|girlfriend|son|daughter|dad|mum|neighbou?r|cousin|"
    r"predecesseur|ancien(?:ne)? collegue|autre (?:gars|salariee?|mecano)|other guy)"
)
_SON = r"(?:mon|ma|mes|un|une|le|la|notre|nos|my|our|a|an|the|l')\s?(?:ancien(?:ne)?s? |vieux |autres? |jeune |old |other |former )?"
_SUJET = motif(
    rf"(?:^|[,;:.!?(]|\b(?:et|and|mais|but|alors que|tandis que|while|que|parce que|car|because|si|meme|pourtant|yet|or|puisque|since|oui|"
    rf"non|no|yes)\b)\W*(?:{_SON}{PROCHE}\b|l'autre\b)(?!\W*(?:\?|$))"
)
_FIN = motif(
    r"[.;!?]|,?\s*\b(?:et|mais|but|and|alors que|while|tandis que)\s+(?:moi|je|j'|me|i)\b|,\s*(?:moi|je|j'|me|i)\b"
    r"|,(?!\s*(?:il|elle|lui|he|she|and (?:he|she)|et (?:il|elle)|juste|apres|au bout|avec|sans|depuis|qui|who|after|with)\b)"
)
_DE_SOI = motif(r"\b(?:je|j'|jsuis|chuis|moi|mon|ma|mes|i|i'm|me|my)\b")
_POUR_UN_AUTRE = motif(
    rf"\b(?:c'?est|c'etait|c est|je (?:demande|parle|pose la question)|(?:la )?question|it'?s|i'?m asking|asking|i ask|this is)\s+(?:en fait |plutot |pas pour moi,? ?(?:mais |c'est )?|"
    rf"not for me,? ?(?:but |it's )?|actually )*(?:pour|de|d'|for|about)\s+{_SON}{PROCHE}\b"
)
_A_SOI = motif(
    r"^\W*(?:(?:et|and|ok|bon|mais|alors|sinon|but|so|revenons a|back to|maintenant|now)\W+)*(?:(?:pour|quant a|for|about|what about|how about)\W+)*"
    r"(?:moi|me|mon cas|my case|my own|mon echelon a moi)\b"
)
_APPRENTI = motif(
    r"^\W*(?:(?:et|and|mais|bon|ok|alors|du coup|sinon|pour|quid|what about|how about|concernant|but|so|de|d)\W+)*"
    r"(?:(?:le|la|l|les|mon|ma|mes|notre|nos|son|the|my|our|un|une|an)\W+)?(?:(?:p'?tite?s?|petite?s?|jeunes?|young|autre)\W+)?"
    r"(?:ap+renti?e?s?|alternante?s?|apprentices?|stagiaires?|trainees?)\b"
)
_LE_FORME = motif(r"\b(?:form\w*|tuteur\w*|tutric\w*|tutor\w*|encadr\w*|accompagn\w*|m'occupe|train(?:ing|s|ed)?|supervis\w*|suivre|embauch\w*|cdi|hir\w*)\b")
_PROCHE_DIT = motif(rf"\b{_SON}{PROCHE}\b")
_COURT = 14


def d_un_proche(question: str) -> bool:
    """True for "et ma collègue réceptionnaire ?": somebody else's job, and nothing of one's own."""
    plat = sans_accents(question)
    reste = _PROCHE_DIT.sub(" ", plat)
    return reste != plat and not _DE_SOI.search(reste)


def parle_d_un_apprenti(question: str, etat: Etat) -> bool:
    """True for "et l'apprenti ?", once the conversation is on somebody else."""
    plat = sans_accents(question)
    return (
        etat.intention is not None and len(plat.split()) <= _COURT
        and bool(_APPRENTI.match(plat)) and not _LE_FORME.search(plat)
    )


def changer_de_personne(question: str, etat: Etat) -> Etat:
    """The state, with the case of the one the question is now about at hand.

    "En fait c'est pour ma collègue" puts one's own facts aside; "et moi ?" takes them up again.
    """
    plat = sans_accents(question)
    if etat.situation.origines and _POUR_UN_AUTRE.search(plat):
        propre = etat.propre or etat.situation
        return replace(_sans_attente(etat), situation=type(propre)(), propre=propre)
    if etat.propre is not None and _A_SOI.match(plat):
        return replace(_sans_attente(etat), situation=etat.propre, propre=None, autre=etat.situation)
    return etat


def _sans_attente(etat: Etat) -> Etat:
    return replace(etat, fait_demande=None, separation=None, separations_posees=(), candidats=(),
                   fiche_evoquee=None, inconnus=())


def sans_les_autres(
    question: str, mentions: Mentions, etat: Etat, personnes: Sequence[tuple[str, str]]
) -> tuple[str, Mentions]:
    """The question and its mentions without what is told of others beside one's own case.

    "Je suis à 6, mon beau-frère est passé à 9": the 9 is not the person's. Where the turn or the
    conversation is about the other, all is kept.
    """
    plat = sans_accents(question)
    if len(plat) != len(question) or any(qui != "moi" for qui, _ in (*personnes, *etat.personnes)):
        return question, mentions
    places = []
    for m in _SUJET.finditer(plat):
        fin = _FIN.search(plat, m.end())
        places.append((m.start(), fin.start() if fin else len(plat)))
    if not places or any(d <= n.debut < f for n in mentions.de("fiche") for d, f in places):
        return question, mentions
    reste = "".join(
        " " if any(d <= i < f for d, f in places) else x for i, x in enumerate(question)
    )
    a_soi = etat.situation.origines and etat.propre is None
    if not (a_soi or _DE_SOI.search(sans_accents(reste))):
        return question, mentions
    return reste, replace(mentions, toutes=tuple(
        m for m in mentions.toutes if not any(d <= m.debut < f for d, f in places)
    ))
