"""Is an activity in a fiche's contenu, among its extensions, or neither: with the item quoted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.chat.comprendre import Texte
from assistant.chat.comprendre.activite_en_cause import activite_en_cause, sans_les_noms
from assistant.chat.comprendre.demande_neutre import alternative
from assistant.chat.motif import motif
from assistant.chat.rediger.brouillon import Brouillon, ou
from assistant.chat.rediger.edition import avertir_texte
from assistant.chat.reponse import Behaviour
from assistant.classification import Fiche
from assistant.classification.rapprochement import rapprocher
from assistant.corpus import Passage
from assistant.retrieval import jetons

__all__ = ["Verdict", "juger", "juger_activite"]

_SEUIL = 0.5  # share of the activity an item must hold
_EGAUX = 0.06  # nearer than that, both sections are told
_RUBRIQUE = motif(r"^\s*(?:[A-E]\b\s*\.?\s*\d?\s*\.?\s*[-–—]?|\d\s*[./)-])\s*")


@dataclass(frozen=True, slots=True)
class Verdict:
    """The best item of each section, None where none holds enough of the activity.

    ``proche``: the nearest item of all where neither section holds it.
    """

    contenu: Passage | None = None
    extensions: Passage | None = None
    proche: Passage | None = None


def juger_activite(b: Brouillon, fiche: Fiche) -> bool:
    """Answer whether the activity asked about is contenu or extension.

    False when no activity is put up for judgement, or when it is neither: then it is said so,
    and the lists may follow.
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
    if not verdict.extensions and _affirme_l_extension(b):
        b.behaviour = Behaviour.CORRECT_PREMISE
        b.dire("premisse_extension")
    if verdict.contenu and verdict.extensions:
        b.dire("activite_dans_les_deux", **commun)
    elif verdict.contenu:
        b.dire("activite_est_contenu", **commun)
    elif verdict.extensions:
        b.dire(f"activite_est_extension{suffixe}", **commun)
    else:
        b.dire(f"activite_autre{suffixe}", **commun)
    _citer(b, fiche, verdict)
    if not (verdict.contenu or verdict.extensions):
        return False
    avertir_texte(b, fiche)
    b.citer_regle("activite_du_contenu" if verdict.contenu else "majore_extension")
    return True


def _affirme_l_extension(b: Brouillon) -> bool:
    question = b.comprehension.question
    dite = Texte.de(sans_les_noms(question, b.comprehension.mentions))
    return not alternative(question) and bool(
        dite.trouve(b.c.premisses.affirmations) and dite.trouve(["extension", "extention"])
    )


def juger(b: Brouillon, fiche: Fiche, activite: str) -> Verdict:
    """Find the item of the fiche's text that an activity is."""
    items = [
        (section, passage, titre)
        for section in ("contenu", "extensions")
        for passage, titre in _items(b, fiche, section)
    ]
    textes = [f"{passage.texte} {titre}" for _, passage, titre in items]
    trouves = rapprocher(activite, textes, b.c.kb.referentiel.concepts)
    meilleurs: dict[str, tuple[float, Passage]] = {}
    ecrits: dict[str, Passage] = {}
    for r in trouves:
        section, passage, _ = items[r.rang]
        meilleurs.setdefault(section, (r.note, passage))
        if _ecrite(activite, passage.texte):
            ecrits.setdefault(section, passage)
    haut = max((note for note, _ in meilleurs.values()), default=0.0)
    if haut < _SEUIL:
        return Verdict(proche=items[trouves[0].rang][1] if trouves else None)
    gardes = {s: p for s, (note, p) in meilleurs.items() if note >= max(_SEUIL, haut - _EGAUX)}
    gardes = ecrits | gardes  # written in both, an activity is in both
    return Verdict(gardes.get("contenu"), gardes.get("extensions"))


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
    for section in ("contenu", "extensions"):
        passage = getattr(verdict, section)
        if passage is not None:
            _dire_item(b, fiche, section, passage, "activite_citee")
    if verdict.proche is not None:
        _dire_item(b, fiche, verdict.proche.section or "contenu", verdict.proche,
                   "activite_la_plus_proche")


def _dire_item(b: Brouillon, fiche: Fiche, section: str, passage: Passage, cle: str) -> None:
    titres = {p.id: titre for p, titre in _items(b, fiche, section)}
    titre = titres.get(passage.id, "")
    item = passage.texte.rstrip(" ,;.")
    if b.langue == "en":
        item = b.c.traductions.get(passage.id, item)
    b.dire(cle, item=item, section=b.texte(f"section_{section}").casefold(),
           sous=b.texte("activite_sous", titre=titre) if titre else "")
    b.citer(passage)
    introduit = next((p for p in b.de_section(fiche, section) if titre and p.texte.startswith(titre)), None)
    b.citer(introduit)
