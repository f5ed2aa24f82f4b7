"""What a search asks for, read from a question: domain, échelons, catégorie, status, words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.chat.comprendre.motifs import Texte
from assistant.chat.motif import motif
from assistant.classification import GRILLE, Categorie, Echelon, EchelonInvalide, sans_accents
from assistant.classification.recherche import Criteres
from assistant.retrieval import Mentions, jetons

if TYPE_CHECKING:
    from assistant.chat.connaissances import Connaissances
    from assistant.corpus.schemas_parcours import EntreeDomaine

__all__ = ["Demande", "criteres_dits", "parle_d_une_liste"]

_TOUS = (
    r"(?:^les|^toutes|^tous|\b(?:tou(?:te)?s? (?:les|nos|des)|ttes? les|quel(?:le)?s?|kel(?:le)?s?|lister?|listez|all(?: the)?|"
    r"which|what|list|show|combien de|how many|ya quoi comme|il y a quoi comme|qu'est-ce qu'il y a comme))\b"
    r"[^.?!]{0,25}?\b"
)
_LISTE = motif(
    _TOUS + r"(?:qualifs|qualifications|fiches|metiers|emplois|postes|boulots|jobs|roles|sheets|"
    r"positions|cadres|agents de maitrise|ouvriers|codes)\b"
)
_UN = motif(_TOUS + r"(?:qualif|qualification|fiche|metier|emploi|poste|boulot|job|position)\b")
_CATEGORIES = (
    (Categorie.CADRE, motif(r"\bcadres?\b|\bmanagers?\b|\bexecutives?\b")),
    (Categorie.MAITRISE, motif(r"\bmaitrise\b|\bsupervisors?\b")),
    (Categorie.OUVRIER_EMPLOYE, motif(r"\bouvriers?\b|\bemployes\b|\bworkers?\b")),
)
_SUPPRIMEES = motif(r"\b(?:supprimee?s?|disparues?|retirees?|deleted|removed|abolished)\b")
_MOT = motif(
    r"\b(?:avec le mot|contenant|qui contient|qui contiennent|le mot|with the word|"
    r"containing|whose title has)\s+(?:le mot\s+|the word\s+)?[\"'«“]?\s*([a-z][a-z -]{2,30}?)\s*(?:[\"'»”?.,!]|$)"
)
_NIVEAU = motif(r"\b(?:niveau|niv|level)\s+([1-5])\b")
_ROMAINS = ("I", "II", "III", "IV", "V")
_JUSQU_A = motif(r"^\s*(?:a|to|-|jusqu'a)\s*$")


@dataclass(frozen=True, slots=True)
class Demande:
    """Criteria read, the domains they came from, and échelons that do not exist."""

    criteres: Criteres
    domaines: tuple[EntreeDomaine, ...] = ()
    impossibles: tuple[str, ...] = ()


def parle_d_une_liste(plat: str, demande: Demande) -> bool:
    """True for "toutes les fiches…", "quels métiers…"; for "quel métier…" of two criteria."""
    c = demande.criteres
    poses = bool(c.echelons or c.categorie) + bool(c.filieres or c.parmi)
    return bool(_LISTE.search(plat)) or (poses > 1 and bool(_UN.search(plat)))


def criteres_dits(question: str, mentions: Mentions, c: Connaissances) -> Demande:
    """Read a search."""
    plat = sans_accents(question)
    domaines = _domaines(Texte.de(_corrige(question, c)), c.domaines)
    categorie = next((k for k, motif in _CATEGORIES if motif.search(plat)), None)
    echelons, impossibles = _echelons(plat, mentions, categorie)
    if echelons and all(e.categorie is categorie for e in echelons):
        categorie = None  # said twice
    return Demande(
        Criteres(
            filieres=tuple(dict.fromkeys(f for d in domaines for f in d.filieres)),
            echelons=echelons,
            categorie=categorie,
            statut="supprime" if _SUPPRIMEES.search(plat) else "en_vigueur",
            mots=_mots(plat, mentions, domaines, c),
            parmi=tuple(t for d in domaines for t in d.titre),
        ),
        domaines, impossibles,
    )


def _corrige(question: str, c: Connaissances) -> str:
    """The question with misspelt domain words put right ("carosserie")."""
    mots = (j.mot for j in jetons(question))
    return " ".join(c.orthographe_des_domaines.corriger(m) or m for m in mots)


def _domaines(texte: Texte, connus: Sequence[EntreeDomaine]) -> tuple[EntreeDomaine, ...]:
    """The domains named; "vente de pièces" is parts, not sales."""
    trouves = []
    for domaine in connus:
        dites = sorted(domaine.dit, key=lambda d: -len(d.split()))
        if (dit := texte.trouve(dites)) and not texte.trouve(domaine.sauf):
            trouves.append((domaine, frozenset(j.tige for j in jetons(dit) if not j.liaison)))
    return tuple(
        d for d, mots in trouves if not any(mots < autres for _, autres in trouves)
    )


def _echelons(
    plat: str, mentions: Mentions, categorie: Categorie | None
) -> tuple[tuple[Echelon, ...], tuple[str, ...]]:
    lus: list[Echelon] = []
    impossibles: list[str] = []
    precedent: tuple[Echelon, int] | None = None
    for m in mentions.de("echelon"):
        try:
            echelon = Echelon.lire(m.valeurs[0])
        except EchelonInvalide:
            impossibles.append(m.valeurs[0])
            continue
        if precedent and _JUSQU_A.match(plat[precedent[1] : m.debut]):
            lus += [e for e in GRILLE if precedent[0] < e < echelon]
        lus.append(echelon)
        precedent = echelon, m.fin
    if not lus and categorie is Categorie.CADRE and (m2 := _NIVEAU.search(plat)):
        lus.append(Echelon(niveau=_ROMAINS[int(m2[1]) - 1]))
    return tuple(dict.fromkeys(lus)), tuple(impossibles)


def _mots(
    plat: str, mentions: Mentions, domaines: Sequence[EntreeDomaine], c: Connaissances
) -> tuple[str, ...]:
    pris = {j.tige for d in domaines for t in (*d.dit, *d.titre) for j in jetons(t)}
    if m := _MOT.search(plat):
        return tuple(j.mot for j in jetons(m[1]) if j.tige not in pris and not j.liaison)
    for mention in mentions.de("fiche", "partiel"):
        if mention.par_code:
            continue  # a code is no word of a title
        mots = [j for j in jetons(mention.texte) if not j.liaison and j.mot.isalpha()]
        if mention.texte.startswith("cadre") or all(j.tige in pris for j in mots):
            continue
        if mots and not any(k.search(mention.texte) for _, k in _CATEGORIES):
            return tuple(j.mot for j in mots)
    return ()
