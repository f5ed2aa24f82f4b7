"""The persons of a conversation, each with their job: "ma collègue est …, et moi …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.chat.comprendre.metiers import Nomme, fiches_nommees
from assistant.chat.comprendre.soeurs import affiner
from assistant.chat.connaissances import Connaissances
from assistant.chat.etat import Etat
from assistant.chat.motif import motif
from assistant.classification import sans_accents
from assistant.retrieval import Mentions

__all__ = ["d_un_autre", "designee", "personnes_dites", "reprise", "retenir_personnes", "tous_demandes"]

Personne = tuple[str, str]  # who ("moi", "elle", "il", "autre", a first name), code of the fiche or ""

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
_PRONOMS = frozenset({"moi", "elle", "il", "autre"})
_PAS_DES_NOMS = frozenset("il elle on je moi lui elles ils ce cela ca qui que quel quelle he she who what which mon ma notre our my le la les un une the an bonjour salut "
                          "hello hi et mais si sinon alors donc oui non merci bref chez dans pour avec sans comme".split())
_DEMANDE = motif(r"\?|\bechelons?\b|\bquel|\bcombien\b|\bwhich\b|\bwhat\b")
_A_SOI = motif(r"\b(?:je|j'|moi|jsuis|chuis?|mon|ma|i|i'm|im|my)\b")
_TOUS = motif(
    r"\bqui est (?:a|au|sur) quel|\b(?:chacune?|nous (?:deux|trois|quatre)|(?:tous |toutes |pour )?(?:les|nous|eux|elles) (?:deux|trois|quatre)\b"
    r"(?! (?:echelons?|minim\w*|fiches?|majores?))|each (?:of (?:us|them)|one)|both of (?:us|them)|all (?:three|four|of (?:us|them))|the (?:two|three|four) of (?:us|them)|who is on which)\b"
    r"|\b(?:pour (?:eux|elles|tous|tout le monde|les autres)|for (?:all|both|everyone|them)|leurs?|their) ?(?:echelons?|minim\w*|niveaux?|salaires?|steps?|levels?|pay)?\W*$"
)
_NOM = r"[A-ZÀ-Ý][a-zà-ÿ'-]+"
_NOMMEE = motif(  # "Léo, c'est le", "Paul est", "Sandra :"
    rf"\b({_NOM})\W+(?:(?:lui|elle|il|c'est|c est|est|is|he|she|'s|bosse|travaille|works|comme|as|en tant qu[e'])\W*){{0,4}}"
    r"(?:(?:une?|le|la|l|notre|mon|ma|the|an?|our|my)\W*)?$"
)
_PRENOM = motif(rf"(?:^|[,;:.!?]\s*|\b(?:et|and|puis)\s+)({_NOM})\s+(?!et\b|and\b)[a-zà-ÿ']")


def personnes_dites(
    question: str, mentions: Mentions, c: Connaissances
) -> tuple[Personne, ...]:
    """Who does which job, where the turn says it of each in so many words."""
    plat = sans_accents(question)
    dit = question if len(question) == len(plat) else plat
    dites: list[Personne] = []
    en_liste: list[Personne] = []
    fin = 0
    nommes = fiches_nommees(question, mentions, c)
    for rang, n in enumerate(nommes):
        avant = plat[fin : n.debut]
        qui = next((q for q, motif in _QUI if motif.search(avant)), None)
        prenom = _prenom(dit[fin : n.debut], c)
        suite = plat[n.fin : nommes[rang + 1].debut if rang + 1 < len(nommes) else len(plat)]
        fin = n.fin
        code = _fiche_de(question, suite, n, mentions, c)
        if code is None:
            continue
        if qui is not None or prenom is not None:
            dites += [*(en_liste if qui == "moi" else ()), (prenom or qui or "", code)]
            en_liste = []
        elif _LISTE.match(avant.split(":")[-1]):
            en_liste.append(("autre", code))
    return tuple(dict.fromkeys(_avec_les_autres_prenoms(dit, dites, c)))


def _fiche_de(
    question: str, suite: str, n: Nomme, mentions: Mentions, c: Connaissances
) -> str | None:
    """The one fiche a name means, with what is said right after it or of the whole turn's domain."""
    if len(n.codes) == 1:
        return n.codes[0]
    if exact := _titre_exact(n, mentions):
        return exact
    for texte in (re.split(r"[.?!;]", suite)[0], question):
        siens = affiner(texte, Mentions(()), n.codes, c, n.texte)
        if len(siens) == 1:
            return siens[0]
    return None


def _prenom(avant: str, c: Connaissances) -> str | None:
    """The first name a job is said of, in the words before it."""
    m = _NOMMEE.search(avant)
    if m is None:
        return None
    return m[1] if _est_un_nom(m[1], c) else None


def _est_un_nom(dit: str, c: Connaissances) -> bool:
    nom = sans_accents(dit)
    return nom not in c.mots_connus and nom not in _PAS_DES_NOMS


def _avec_les_autres_prenoms(
    dit: str, dites: Sequence[Personne], c: Connaissances
) -> list[Personne]:
    """Those called by their name whose work is told but no job named: what they do is not known."""
    connus = {qui for qui, _ in dites}
    if not any(qui not in _PRONOMS for qui in connus):
        return list(dites)
    tous: list[Personne] = []
    for m in _PRENOM.finditer(dit):
        if m[1] in connus:
            tous += [d for d in dites if d[0] == m[1]]
        elif _est_un_nom(m[1], c):
            tous.append((m[1], ""))
    return [*tous, *(d for d in dites if d not in tous)]


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
    return bool(dites) and all(qui not in ("moi", "autre") for qui, _ in dites)


def tous_demandes(question: str, etat: Etat) -> bool:
    """True for "qui est à quel échelon ?", after several persons were named."""
    return len(etat.personnes) > 1 and bool(_TOUS.search(sans_accents(question)))


def designee(question: str, personnes: Sequence[Personne]) -> Personne | None:
    """The person the question of a turn bears on, of several told: "… elle, son mini ?"."""
    demande = sans_accents(re.split(r"[.;:]\s", question)[-1] if re.search(r"[.;:]\s", question) else "")
    if nommee := _nommee(demande, personnes):
        return nommee
    if not demande or _TOUS.search(demande) or re.search(r"\b(?:moi|me)\b", demande):
        return None
    for genre, mots in (("elle", _ELLE), ("il", _LUI)):
        siens = [p for p in personnes if p[0] == genre]
        if siens and mots.search(demande) and not _MOI.search(demande):
            return siens[-1]
    return None


def _nommee(plat: str, personnes: Sequence[Personne]) -> Personne | None:
    """The one of the persons whose first name is said."""
    dites = [p for p in personnes if p[0] not in _PRONOMS and (
        re.search(rf"\b{re.escape(sans_accents(p[0]))}\b", plat))]
    return dites[0] if len(dites) == 1 else None


def reprise(question: str, etat: Etat) -> str | None:
    """The fiche of the person a turn speaks of without naming a job; None: the one at hand.

    "" where the person speaks of themselves and their job is not known.
    """
    plat = _ADRESSE.sub(" ", sans_accents(question))
    sienne, vue = etat.situation.fiche, etat.fiche_evoquee
    if nommee := _nommee(plat, etat.personnes):
        return nommee[1]
    autres = [(qui, code) for qui, code in etat.personnes if qui != "moi" and code]
    if vue and autres and any(qui not in _PRONOMS for qui, _ in autres):
        if not re.search(r"\bmoi\b(?! qui\b)|\b(?:and|about) me\b", plat):
            return vue  # "si c'est moi qui le vire": of the one named last
    elif autres:
        for genre, motif in (("elle", _ELLE), ("il", _LUI)):
            if motif.search(plat):
                siens = [code for qui, code in autres if qui == genre]
                return (siens or [code for _, code in autres])[-1]
    if _MOI.search(plat):
        if sienne is None and autres and re.search(r"\bmoi\b|\b(?:and|about) me\b", plat):
            return dict(etat.personnes).get("moi", "")
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
