"""What a turn does with the answer before it: thanks, doubt, why, where it is written, in short…

Read only in the middle of a conversation, from knowledge/parler/actes.yaml.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.chat.etat import Etat
from assistant.chat.motif import motif
from assistant.classification import Echelon, EchelonInvalide, sans_accents
from assistant.corpus.schemas_actes import FichierActes, NomActe
from assistant.retrieval import Mentions

__all__ = ["EN_PASSANT", "Acte", "Actes", "rejouer", "repli", "sans_merci"]

EN_PASSANT = frozenset(("salaire_base", "heures_hebdo"))
"""Facts that an act may bring: "je touche 1 750, il me manque combien ?"."""

_MOT = motif(r"[a-z0-9]+")
_ETIRE = motif(r"(.)\1{2,}")
_TETE = motif(r"^ (?:(?:ok|okay|oui|ouais|non|nan|no|yes|bof|d accord|merci|thanks) )+(?=\S)")
_MERCI = motif(
    r"^\W*(?:(?:ok|super|bon|ah|oh|great)\W+)*(?:merci(?: beaucoup| bien| bcp)?|thanks(?: a lot)?|thank you)\b\W*", re.IGNORECASE
)
_OBJECTION = motif(r"^\W*(?:mais )?si\s*[,!.]|^\W*SI\b")
_NOMMES = ("fiche", "ancien", "code_inconnu", "certification", "critere")
_AVEC_NOM = frozenset(("pourquoi", "doute"))  # "pourquoi pas technicien expert ?"
_QUI = motif(
    r"\b(?:qui (?:es|etes)|(?:tu|t'?|vous) (?:es|etes) (?:qui|quoi)|tes qui|robots?|bots?|humaine?s?|human|(?:who|what) are you|juristes?|"
    r"jurists?|lawyers?|fiables?|reliable|(?:sais|peux|savez|pouvez)[- ](?:tu|vous) faire|(?:sers|servez)|can you do|"
    r"programme?|chatgpt|ia|ai|machine|ton nom|votre nom|your name|t'appelles)\b"
)


@dataclass(frozen=True, slots=True)
class Acte:
    """``echelon``: a number the turn holds against the answer; ``vers``: the fiche it does so with."""

    nom: NomActe
    echelon: str | None = None
    vers: str | None = None


@dataclass(frozen=True, slots=True)
class _Lu:
    nom: NomActe
    dit: re.Pattern[str]
    sauf: frozenset[str]
    reste: int
    faits: bool
    question: bool
    reponse: bool


class Actes:
    """Recognises the acts of the data file."""

    def __init__(self, fichier: FichierActes) -> None:
        formes = sorted(fichier.formes, key=len, reverse=True)
        self._formes = {sans_accents(f): sans_accents(fichier.formes[f]) for f in formes}
        self._abrege = re.compile(
            r"(?<=\s)(?:" + "|".join(re.escape(sans_accents(f)) for f in formes) + r")(?=\s)"
        )
        self._petits = frozenset(sans_accents(fichier.petits).split())
        self._actes = tuple(
            _Lu(a.id, re.compile("|".join(sorted(map(self._motif, a.dit), key=len, reverse=True))),
                frozenset(sans_accents(m) for m in a.sauf), a.reste, a.faits, a.question, a.reponse)
            for a in fichier.actes
        )

    def lire(
        self, question: str, mentions: Mentions, etat: Etat, faits: frozenset[str], repond: bool
    ) -> Acte | None:
        """The act of a turn, None for a turn with a subject of its own.

        ``faits``: facts the turn tells; ``repond``: it answers the question asked last.
        """
        if etat.intention is None or etat.dernier is None:
            return None
        dit = self._normalise(question)
        sans_tete = _TETE.sub(" ", dit)
        nommes = mentions.de(*_NOMMES)
        for acte in self._actes:
            if (nommes and acte.nom not in _AVEC_NOM) or (acte.reponse and repond):
                continue
            if faits - EN_PASSANT and not acte.faits:
                continue
            if (acte.reponse and not etat.fait_demande and acte.nom == "oui") or (
                "?" in question and not acte.question
            ):
                continue
            lu = next((x for x in (dit, "" if acte.reponse else sans_tete) if acte.dit.search(x)), None)
            if lu is None or (acte.nom in _AVEC_NOM and _faux(mentions, etat)):
                continue
            reste = [m for m in acte.dit.sub(" ", lu).split() if not m.isdigit()]
            if acte.sauf.intersection(reste):
                continue
            vers = next((m.valeurs[0] for m in nommes if m.genre == "fiche"), None)
            du_nom = {j for m in nommes for j in _MOT.findall(sans_accents(m.texte))}
            if len([m for m in reste if m not in self._petits | du_nom]) <= acte.reste:
                return Acte(acte.nom, _echelon(mentions, dit), vers)
        return None

    def _motif(self, dit: str) -> str:
        debut, fin = dit.startswith("^"), dit.endswith("$")
        mots = self._normalise(dit.strip("^$").replace("*", "xetoilex").replace("{n}", "xnombrex"))
        corps = re.escape(mots.strip()).replace(r"\ ", " ")
        corps = corps.replace("xetoilex ", r"(?:\S+ ){0,3}").replace("xnombrex", r"\d+")
        return ("^ " if debut else "(?<= )") + corps + (" $" if fin else "(?= )")

    def _normalise(self, texte: str) -> str:
        tete = "objection " if _OBJECTION.search(texte) or _OBJECTION.search(texte.lower()) else ""
        mots = _MOT.findall(tete + _ETIRE.sub(r"\1", sans_accents(texte)).replace("œ", "oe"))
        dit = " " + " ".join(m for m in mots if m not in ("ne", "n")) + " "
        dit = self._abrege.sub(lambda m: self._formes[m[0]], dit)
        return " " + " ".join(dit.split()) + " "


def _faux(mentions: Mentions, etat: Etat) -> bool:
    """True for an échelon that is none, and was not yet said to be: a premise to put right."""
    for mention in mentions.de("echelon"):
        try:
            Echelon.lire(mention.valeurs[0])
        except EchelonInvalide:
            return mention.valeurs[0] != etat.premisse
    return False


def _echelon(mentions: Mentions, dit: str) -> str | None:
    """The échelon the turn names, written as one or a bare number."""
    nommes = mentions.de("echelon")
    if nommes:
        return nommes[-1].valeurs[0]
    nombre = next((m for m in dit.split() if m.isdigit() and 1 <= int(m) <= 25), None)
    return nombre


def repli(question: str, etat: Etat) -> Acte | None:
    """In place of presenting oneself again, what is said to a turn that nothing tells."""
    if etat.intention is None or etat.dernier is None or _QUI.search(sans_accents(question)):
        return None
    return Acte("incompris")


def sans_merci(question: str, etat: Etat) -> str:
    """The turn without the thanks that only open it ("merci, je lave aussi les voitures")."""
    m = _MERCI.match(question) if etat.intention else None
    return question[m.end() :] if m and len(question[m.end() :].split()) > 2 else question


def rejouer(etat: Etat) -> tuple[str, Etat]:
    """The last question with a subject, and the state it was asked in, as far as it matters."""
    dernier = etat.dernier
    assert dernier is not None
    situation = etat.situation
    if (dit := situation.description) and dit.endswith(dernier.question):
        avant = dit.removesuffix(dernier.question).removesuffix(". ")
        situation = situation.avec({"description": avant or None}, "votre description")
    if dernier.fiche != situation.fiche:
        situation = situation.avec({"fiche": dernier.fiche}, dernier.origine)
    return dernier.question, replace(
        etat, situation=situation, fait_demande=dernier.fait_demande, intention=dernier.intention,
        separation=dernier.separation, candidats=dernier.candidats, premisse=dernier.premisse,
        fiche_evoquee=dernier.fiche_evoquee, dernier=None,
    )
