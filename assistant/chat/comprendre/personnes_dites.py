"""The persons of a conversation, each with their job: "ma collègue est …, et moi …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.chat.comprendre.metiers import Nomme, fiches_nommees
from assistant.chat.connaissances import Connaissances
from assistant.chat.etat import Etat
from assistant.chat.motif import motif
from assistant.classification import sans_accents
from assistant.retrieval import Mentions

__all__ = ["d_un_autre", "personnes_dites", "reprise", "retenir_personnes", "tous_demandes"]

Personne = tuple[str, str]  # who ("moi", "elle", "il", "autre"), code of the fiche

_RETENUES = 6
_ARTICLE = r"\W*(?:(?:une?|an?|the|le|la|l)\b\W*)?$"
_EST = r"\W+(?:(?:est|c'est|ets|e|is|'s|lui|elle|qui|who|bosse|travaille|works|comme|en tant que|as)\b\W*){0,3}"
_PROCHE_F = (r"(?:(?:ma|une|mes|my|a|notre) (?:collegues?|femme|copine|amie?|soeur|fille|cousine|mere|conjointe|voisine|wife|sister|"
             r"girlfriend)|\belle|\bshe|\bher)")
_PROCHE_M = (r"(?:(?:mon|un|mes|my|a|notre) (?:collegues?|colleagues?|mari|copain|ami|pote|frere|fils|cousin|pere|conjoint|voisin|"
             r"husband|brother|friend|boyfriend|mate)|\bil|\blui|\bhe|\bhim|\bl'autre|the other)")
_QUI = (
    ("moi", motif(rf"\b(?:moi|me)\b{_EST}{_ARTICLE}|\b(?:je suis|j'suis|jsuis|chuis?|i am|i'm|im|moi je suis){_ARTICLE}"
                       rf"|\b(?:moi|me)\W+(?:je suis|chuis?|jsuis|i'm|i am)?{_ARTICLE}")),
    ("elle", motif(rf"\b{_PROCHE_F}{_EST}{_ARTICLE}")),
    ("il", motif(rf"\b{_PROCHE_M}{_EST}{_ARTICLE}")),
)
_LISTE = motif(r"^(?:\W|\b(?:et|and|une?|an?|le|la|puis)\b)*$")
_MOI = motif(r"\b(?:moi|me|mon|ma|mes|my|mine|je|j'|i|i'm)\b")
_ELLE = motif(r"\b(?:elle|she|her|hers|ma collegue|ma femme|ma soeur|ma copine|ma fille)\b")
_LUI = motif(r"\b(?:il|lui|he|him|his|mon collegue|mon collgue|mon mari|mon frere|mon pote|mon fils|my colleague)\b")
_SON = motif(r"\b(?:son|sa|ses|its|their|leur|leurs|celui-ci|celle-ci)\b")
_ADRESSE = motif(r"\b(?:dis|dites|donne|donnez|explique|tell|give|show)[- ](?:moi|me)\b|\b(?:selon|d'apres) moi\b|\b(?:il|y) (?:y )?a\b|\bs'il\b|\bil (?:faut|existe)\b")
_DEMANDE = motif(r"\?|\bechelons?\b|\bquel|\bcombien\b|\bwhich\b|\bwhat\b")
_A_SOI = motif(r"\b(?:je|j'|moi|jsuis|chuis?|mon|ma|i|i'm|im|my)\b")
_TOUS = motif(
    r"\bqui est (?:a|au|sur) quel|\b(?:chacune?|nous (?:deux|trois)|tous les (?:deux|trois)|eux (?:deux|trois)|each of us|both of us|all three|who is on which)\b"
)


def personnes_dites(
    question: str, mentions: Mentions, c: Connaissances
) -> tuple[Personne, ...]:
    """Who does which job, where the turn says it of each in so many words."""
    plat = sans_accents(question)
    dites: list[Personne] = []
    en_liste: list[Personne] = []
    fin = 0
    for n in fiches_nommees(question, mentions, c):
        avant = plat[fin : n.debut]
        qui = next((q for q, motif in _QUI if motif.search(avant)), None)
        fin = n.fin
        code = n.codes[0] if len(n.codes) == 1 else _titre_exact(n, mentions)
        if code is None:
            continue
        if qui is not None:
            dites += [*(en_liste if qui == "moi" else ()), (qui, code)]
            en_liste = []
        elif _LISTE.match(avant.split(":")[-1]):
            en_liste.append(("autre", code))
    return tuple(dict.fromkeys(dites))


def _titre_exact(nomme: Nomme, mentions: Mentions) -> str | None:
    """The one fiche whose title it is, of an everyday name that others answer to as well."""
    return next((
        m.valeurs[0] for m in mentions.de("fiche")
        if len(m.valeurs) == 1 and m.debut <= nomme.debut and nomme.fin <= m.fin
    ), None)


def retenir_personnes(etat: Etat, dites: Sequence[Personne]) -> tuple[Personne, ...]:
    """The persons known, those of this turn in the place of the same ones before."""
    redits = {qui for qui, _ in dites} - {"autre"}
    gardes = [p for p in etat.personnes if p[0] not in redits]
    return tuple(dict.fromkeys((*gardes, *dites)))[-_RETENUES:]


def d_un_autre(dites: Sequence[Personne]) -> bool:
    """True when the only job told is somebody else's than the one who writes."""
    return bool(dites) and all(qui in ("elle", "il") for qui, _ in dites)


def tous_demandes(question: str, etat: Etat) -> bool:
    """True for "qui est à quel échelon ?", after several persons were named."""
    return len(etat.personnes) > 1 and bool(_TOUS.search(sans_accents(question)))


def reprise(question: str, etat: Etat) -> str | None:
    """The fiche of the person a turn speaks of without naming a job; None: the one at hand.

    "" where the person speaks of themselves and their job is not known.
    """
    plat = _ADRESSE.sub(" ", sans_accents(question))
    sienne, vue = etat.situation.fiche, etat.fiche_evoquee
    autres = [(qui, code) for qui, code in etat.personnes if qui != "moi"]
    if autres:
        for genre, motif in (("elle", _ELLE), ("il", _LUI)):
            if motif.search(plat):
                siens = [code for qui, code in autres if qui == genre]
                return (siens or [code for _, code in autres])[-1]
    if _MOI.search(plat):
        if sienne is None and autres and re.search(r"\bmoi\b|\b(?:and|about) me\b", plat):
            return ""
        return sienne
    if vue and vue != sienne and (
        _SON.search(plat) or _ELLE.search(plat) or _LUI.search(plat) or not _a_soi(etat)
    ):
        return vue
    return sienne



def _a_soi(etat: Etat) -> bool:
    """True when the fiche kept is one the person said to be theirs, or found for them."""
    origine = sans_accents(etat.situation.origines.get("fiche", ""))
    return bool(_A_SOI.search(origine)) or not _DEMANDE.search(origine)
