"""What a question wants: telling words first, then the nearest labelled utterances."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.chat.comprendre.motifs import Texte
from assistant.chat.connaissances import Connaissances

__all__ = ["Intention", "Voisin", "intention_de"]

Voisin = tuple[str, float]  # intent of a labelled utterance, cosine with the question
_MINIMUM_DE_SENS = 0.45
_MINIMUM_AVEC_FICHE = 0.5
_CERTAIN = 0.65  # to refuse or redirect a question that names a fiche, by neighbours alone


@dataclass(frozen=True, slots=True)
class Intention:
    """The intent and how it was found: "indice" (a telling word) or "voisins"; score 0 to 1."""

    id: str
    origine: str
    score: float


def intention_de(
    prepare: Texte,
    c: Connaissances,
    voisins: Callable[[], Sequence[Voisin]],
    du_sujet: bool,
    fiche_nommee: bool,
) -> Intention:
    """The intent of one question.

    ``du_sujet``: the question names a fiche, an échelon, a certification or a criterion, or
    follows one that does; ``fiche_nommee``: it is about a fiche. ``voisins`` is called only
    when no telling word decides.
    """
    for indice in c.indices:
        if (indice.sans_fiche and fiche_nommee) or (indice.avec_fiche and not fiche_nommee):
            continue
        if prepare.trouve(indice.dit) and not prepare.trouve(indice.sauf):
            return Intention(indice.intention, "indice", 1.0)
    return _des_voisins(voisins(), du_sujet, fiche_nommee)


def _des_voisins(
    voisins: Sequence[Voisin], du_sujet: bool, fiche_nommee: bool
) -> Intention:
    points: dict[str, float] = defaultdict(float)
    for intention, score in voisins:
        points[intention] += max(score, 0.0) ** 4
    if du_sujet:  # a fiche is named: what is off the subject elsewhere is not so here
        hors = ["hors_sujet", "identite", "autre_convention"]
        for nom in (*hors, *(["grille", "dossier"] if fiche_nommee else [])):
            points.pop(nom, None)
    if fiche_nommee:
        definitions = [nom for nom in points if nom.startswith("regle:definition")]
        for nom in ("interdit", "litige", "decision", "futur", *definitions):
            if max((s for i, s in voisins if i == nom), default=0.0) < _CERTAIN:
                points.pop(nom, None)
    if not points:
        return Intention("echelon" if du_sujet else "hors_sujet", "voisins", 0.0)
    meilleure = max(points, key=lambda i: points[i])
    proche = max(s for i, s in voisins if i == meilleure)
    if not du_sujet and proche < _MINIMUM_DE_SENS:
        return Intention("hors_sujet", "voisins", proche)
    if fiche_nommee and proche < _MINIMUM_AVEC_FICHE:
        return Intention("echelon", "voisins", proche)
    return Intention(meilleure, "voisins", points[meilleure] / sum(points.values()))
