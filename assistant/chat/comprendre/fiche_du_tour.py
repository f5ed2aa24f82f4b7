"""The fiche a turn is about, and whose: the person's own, or one only talked about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.chat.comprendre.autre_personne import d_un_proche
from assistant.chat.comprendre.certifications import sans_les_diplomes
from assistant.chat.comprendre.fil import corrige
from assistant.chat.comprendre.personnes_dites import (
    d_un_autre,
    designee,
    reprise,
    tous_demandes,
)
from assistant.chat.comprendre.soeurs import (
    affiner,
    choisir_parmi,
    de_meme_titre,
    soeurs,
)
from assistant.chat.connaissances import Connaissances
from assistant.chat.etat import Etat
from assistant.chat.motif import motif
from assistant.classification import Situation, sans_accents
from assistant.retrieval import Mentions

__all__ = ["PREMIERE", "FicheDuTour", "base_du_tour", "corrige_le_fil", "fiche_du_tour"]

PREMIERE = motif(
    r"\b(?:je suis|j'suis|jsuis|chuis|suis|je bosse|je travaille|mon (?:poste|emploi|metier|boulot|job)|ma fiche|"
    r"j'occupe|en tant que|comme|i am|i'm|im|i work|my job|as an?)\b")
_NIEE = motif(r"\b(?:suis|est|sommes|am|is|'m)\s+(?:pas|plus|not|no longer)\s+(?:une?\s+|an?\s+)?$")
_ECARTEE = motif(r"\b(?:pas|not)\s+(?:(?:une?|an?|le|la|the|de)\s+|l')?$")


_GENERIQUE = "Z"  # holds only where no other fiche does


@dataclass(frozen=True, slots=True)
class FicheDuTour:
    """``code``: the fiche, None where it is open; ``candidats``: what a name leaves open.

    ``nommee``: said in this turn; ``du_fil``: told by what came before it ("et le PL ?").
    """

    code: str | None
    candidats: tuple[str, ...] = ()
    nommee: bool = True
    du_fil: bool = False


def fiche_du_tour(
    question: str, mentions: Mentions, etat: Etat, c: Connaissances,
    personnes: Sequence[tuple[str, str]],
) -> FicheDuTour:
    """The fiche this turn is about, or the candidates a name leaves open."""
    if len(personnes) > 1:
        visee = designee(question, personnes)
        codes = [code for _, code in personnes if code]
        return FicheDuTour((visee[1] if visee else dict(personnes).get("moi") or codes[0]) or None)
    if tous_demandes(question, etat):
        codes = [code for _, code in etat.personnes if code]
        return FicheDuTour(dict(etat.personnes).get("moi") or next(iter(codes), None), nommee=False)
    plat = sans_accents(question)
    nette = sans_les_diplomes(question, mentions, c.kb.referentiel.registre)
    ecartee = _ECARTEE if corrige(question) else _NIEE
    nommees = [
        m for m in nette.de("fiche")
        if not _NIEE.search(plat[: m.debut]) and not ecartee.search(plat[: m.debut])
    ]
    for mention in sorted(nommees, key=lambda m: not m.par_code):
        precise = next((m.valeurs for m in nommees if len(m.valeurs) == 1 and (
            m.valeurs[0] in mention.valeurs)), None)
        if precise:  # "a vehicle inspector (contrôleur technique confirmé)"
            return FicheDuTour(precise[0])
        return _parmi(question, mentions, mention.valeurs, etat, c,
                          "" if mention.par_code else mention.texte)
    if choisie := choisir_parmi(question, mentions, etat, c):
        return FicheDuTour(choisie, du_fil=True)
    if proches := soeurs(question, mentions, etat, c):
        seule = proches[0] if len(proches) == 1 else None
        return FicheDuTour(seule, () if seule else proches, du_fil=True)
    for mention in nette.de("partiel"):
        if c.noms_vagues(mention.texte):
            continue
        if len(mention.valeurs) == 1 or etat.situation.fiche in mention.valeurs or (
            not etat.situation.fiche or d_un_proche(question)
        ):
            return _parmi(question, mentions, mention.valeurs, etat, c,
                          "" if mention.par_code else mention.texte)
    dite = reprise(question, etat)
    return FicheDuTour(dite or None, nommee=False)


def _parmi(
    question: str, mentions: Mentions, valeurs: tuple[str, ...], etat: Etat, c: Connaissances,
    nom: str = "",
) -> FicheDuTour:
    """One of several: the person's own, the one the domain said picks, one settled on before."""
    if len(valeurs) == 1:
        generique = len(nom.split()) > 1 and c.kb.fiches[valeurs[0]].code.filiere == _GENERIQUE
        siennes = de_meme_titre(sans_accents(question), nom, c) if generique else ()
        return FicheDuTour((siennes or valeurs)[0])
    if etat.situation.fiche in valeurs:
        return FicheDuTour(etat.situation.fiche)
    gardes = affiner(question, mentions, valeurs, c, nom)
    if len(gardes) == 1:
        return FicheDuTour(gardes[0])
    if vue := next((x for x in reversed(etat.vues) if x in gardes), None):
        return FicheDuTour(vue)
    return FicheDuTour(None, gardes)


def corrige_le_fil(question: str, du_tour: FicheDuTour) -> bool:
    """True for "non, chez les VI": the "non" puts the fiche right and answers no question."""
    return (du_tour.du_fil or du_tour.nommee) and du_tour.code is not None and (
        corrige(question) or du_tour.du_fil
    )


def base_du_tour(
    question: str, du_tour: FicheDuTour, etat: Etat, personnes: Sequence[tuple[str, str]]
) -> tuple[Situation, bool]:
    """The Situation this turn starts from, and whether its fiche is only talked about.

    Another fiche named without "je suis…" does not take the place of the person's own, but
    where what was said of it is put right.
    """
    propre, fiche = etat.situation, du_tour.code
    if fiche is None and du_tour.candidats and propre.fiche and d_un_proche(question):
        return Situation(), True  # "et ma collègue réceptionnaire ?": which one is open, not mine
    if fiche is None or fiche == propre.fiche:
        return propre, False
    visee = designee(question, personnes) if len(personnes) > 1 else None
    if propre.fiche is None and ("moi", fiche) in etat.personnes and not du_tour.nommee:
        return propre.avec({"fiche": fiche}, question), False
    if du_tour.nommee and not d_un_autre([visee] if visee else personnes):
        mienne = ("moi", fiche) in personnes or PREMIERE.search(sans_accents(question))
        corrigee = corrige(question) and etat.fiche_evoquee in (propre.fiche, None)
        if propre.fiche is None or mienne or corrigee:
            return propre.avec({"fiche": fiche}, question), False
    if etat.autre is not None and (etat.autre.fiche == fiche or (
        corrige(question) and etat.fiche_evoquee == etat.autre.fiche
    )):
        return etat.autre.avec({"fiche": fiche}, question), True
    return Situation().avec({"fiche": fiche}, question), True
