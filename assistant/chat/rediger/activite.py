"""Is an activity in a fiche's contenu, among its extensions, or neither: with the item quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.chat.comprendre import Texte
from assistant.chat.comprendre.activite_en_cause import (
    activite_en_cause,
    sans_frequence,
    sans_les_noms,
)
from assistant.chat.comprendre.demande_neutre import alternative
from assistant.chat.motif import motif
from assistant.chat.rediger.brouillon import Brouillon, ou
from assistant.chat.rediger.edition import avertir_texte
from assistant.chat.reponse import Behaviour
from assistant.classification import Fiche
from assistant.classification.rapprochement import Rapprochement, rapprocher
from assistant.corpus import Passage
from assistant.retrieval import jetons

__all__ = ["Preuve", "Verdict", "chercher", "dire_item", "juger", "juger_activite"]

_SUR = 0.66  # share of the activity a line must hold for it to be that activity
_PROCHE = 0.3  # for the same to be done, of something else or in other words
_VOISINE = 0.2  # for it to be shown as the nearest line
_EGAUX = 0.06  # nearer than that, both sections are told
_MONTRES = 2
_SECTIONS = ("contenu", "extensions")
_EXCLU = re.compile(r"\((?:hors|sauf|à l'exception)[^)]*\)|\b(?:à l'exclusion|à l'exception|hormis) [^,;(]*")
_RUBRIQUE = motif(r"^\s*(?:[A-E]\b\s*\.?\s*\d?\s*\.?\s*[-–—]?|\d\s*[./)-])\s*")


@dataclass(frozen=True, slots=True)
class Verdict:
    """The line of each section that is the activity, None where none is.

    ``proches``: where neither section has it, the lines that may mean it, nearest first;
    ``meme_action``: they say the same is done, of something else or in other words.
    """

    contenu: Passage | None = None
    extensions: Passage | None = None
    proches: tuple[Passage, ...] = ()
    meme_action: bool = False


@dataclass(frozen=True, slots=True)
class Preuve:
    """The line of a fiche nearest an activity, and the share of the activity it holds."""

    passage: Passage
    note: float


def juger_activite(b: Brouillon, fiche: Fiche) -> bool:
    """Answer whether the activity asked about is contenu or extension.

    False when no activity is put up for judgement, or when no line is near it: then it is said
    so, and the lists may follow.
    """
    activite = activite_en_cause(
        b.comprehension.question, b.comprehension.mentions, b.c.kb.referentiel.concepts
    )
    if activite is None:
        return False
    verdict = juger(b, fiche, activite)
    majores = ou(fiche.majores, b.langue)
    commun = {"activite": activite, "titre": b.titre(fiche), "majores": majores}
    suffixe = "" if majores else "_sans_majore"
    sur = verdict.contenu or verdict.extensions
    if not verdict.extensions and (sur or not verdict.proches) and _affirme_l_extension(b):
        b.behaviour = Behaviour.CORRECT_PREMISE
        b.dire("premisse_extension")
    if verdict.contenu and verdict.extensions:
        b.dire("activite_dans_les_deux", **commun)
    elif verdict.contenu:
        b.dire("activite_est_contenu", **commun)
    elif verdict.extensions:
        b.dire(f"activite_est_extension{suffixe}", **commun)
    elif verdict.meme_action:
        sections = {p.section for p in verdict.proches}
        seule = sections.pop() if len(sections) == 1 else "partagee"
        b.dire(f"activite_proche_{seule}{suffixe}", **commun)
    else:
        b.dire(f"activite_autre{suffixe}", **commun)
    _citer(b, fiche, verdict)
    if not (sur or verdict.meme_action):
        return False
    avertir_texte(b, fiche)
    b.citer_regle("majore_extension" if verdict.extensions else "activite_du_contenu")
    return True


def _affirme_l_extension(b: Brouillon) -> bool:
    question = b.comprehension.question
    dite = Texte.de(sans_les_noms(question, b.comprehension.mentions))
    return not alternative(question) and bool(
        dite.trouve(b.c.premisses.affirmations) and dite.trouve(["extension", "extention"])
    )


def juger(b: Brouillon, fiche: Fiche, activite: str) -> Verdict:
    """Find the line of the fiche's text that an activity is, or the lines that may mean it."""
    items, trouves = _rapprocher(b, fiche, activite)
    des_listes = [r for r in trouves if items[r.rang][0] != "objet"]
    meilleurs: dict[str, tuple[float, Passage]] = {}
    ecrits: dict[str, Passage] = {}
    for r in des_listes:
        section, passage, _ = items[r.rang]
        meilleurs.setdefault(section, (r.note, passage))
        if _ecrite(activite, passage.texte):
            ecrits.setdefault(section, passage)
    haut = max((note for note, _ in meilleurs.values()), default=0.0)
    if haut < _SUR:
        proches = _proches(des_listes) or _proches(trouves)
        return Verdict(proches=tuple(items[r.rang][1] for r in proches),
                       meme_action=any(r.action for r in proches))
    gardes = {s: p for s, (note, p) in meilleurs.items() if note >= max(_SUR, haut - _EGAUX)}
    gardes = ecrits | gardes  # written in both, an activity is in both
    return Verdict(gardes.get("contenu"), gardes.get("extensions"))


def chercher(b: Brouillon, fiche: Fiche, activite: str) -> Preuve | None:
    """The line of a fiche, its objet with it, that best has an activity; None where none comes near."""
    items, trouves = _rapprocher(b, fiche, activite)
    assez = [r for r in trouves if r.note >= (_PROCHE if r.action else _SUR)]
    return Preuve(items[assez[0].rang][1], assez[0].note) if assez else None


def _rapprocher(
    b: Brouillon, fiche: Fiche, activite: str
) -> tuple[list[tuple[str, Passage, str]], tuple[Rapprochement, ...]]:
    """The lines of a fiche, and which come near an activity, what they leave out left out."""
    items = [
        (section, passage, titre)
        for section in (*_SECTIONS, "objet")
        for passage, titre in _items(b, fiche, section)
    ]
    return items, rapprocher(
        sans_frequence(activite),
        [f"{_EXCLU.sub(' ', p.texte)} {titre}" for _, p, titre in items],
        b.c.kb.referentiel.concepts, lambda dit: _juste(b, dit),
    )


def _proches(trouves: Sequence[Rapprochement]) -> list[Rapprochement]:
    """The nearest lines: of those where the same is done, else of those about the same thing."""
    memes = [r for r in trouves if r.action and r.note >= _PROCHE]
    memes = memes or [r for r in trouves if r.note >= _VOISINE]
    return [r for r in memes if r.note >= memes[0].note - 2 * _EGAUX][:_MONTRES]


def _juste(b: Brouillon, activite: str) -> str:
    """The activity with its typing errors put right towards the words of the fiches."""
    concepts = b.c.kb.referentiel.concepts
    connu = {j.mot for j in jetons(activite) if any(k[0] == "=" for k in concepts.traduire(j.mot))}
    corriger = b.c.orthographe_des_fiches.corriger
    return " ".join(
        j.mot if j.mot in connu else corriger(j.mot) or j.mot for j in jetons(activite)
    )


def _ecrite(activite: str, item: str) -> bool:
    """True when an item has the activity's own words, side by side."""
    voulus = [j.tige for j in jetons(activite) if not j.liaison]
    siens = [j.tige for j in jetons(item) if not j.liaison]
    n = len(voulus)
    return bool(n) and any(siens[i : i + n] == voulus for i in range(len(siens) - n + 1))


def _items(b: Brouillon, fiche: Fiche, section: str) -> Iterator[tuple[Passage, str]]:
    """The items of a section, each with the line that introduces it ("cas du VUI")."""
    titre = ""
    for passage in b.de_section(fiche, section):
        if passage.texte.endswith(":"):
            rubrique = _RUBRIQUE.match(passage.texte)
            titre = "" if rubrique else passage.texte.rstrip(" :")
        else:
            yield passage, titre


def _citer(b: Brouillon, fiche: Fiche, verdict: Verdict) -> None:
    """Quote the items found, under their introducing line, or the nearest where there is none."""
    for section in _SECTIONS:
        passage = getattr(verdict, section)
        if passage is not None:
            dire_item(b, fiche, passage, "activite_citee")
    for passage in verdict.proches:
        dire_item(b, fiche, passage, "activite_la_plus_proche")


def dire_item(b: Brouillon, fiche: Fiche, passage: Passage, cle: str, **variables: object) -> None:
    """Quote a line of the fiche, with its section and the line that introduces it."""
    section = passage.section or "contenu"
    titres = {p.id: titre for p, titre in _items(b, fiche, section)}
    titre = titres.get(passage.id, "")
    item = passage.texte.rstrip(" ,;.")
    if b.langue == "en":
        item = b.c.traductions.get(passage.id, item)
    b.dire(cle, item=item, section=b.texte(f"section_{section}").casefold(),
           sous=b.texte("activite_sous", titre=titre) if titre else "", **variables)
    b.citer(passage)
    introduit = next((p for p in b.de_section(fiche, section) if titre and p.texte.startswith(titre)), None)
    b.citer(introduit)
