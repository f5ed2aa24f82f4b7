"""What a question wants: telling words first, then the model fitted on labelled utterances."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.chat.comprendre.motifs import Texte
from assistant.chat.connaissances import Connaissances

__all__ = ["Intention", "Voisin", "intention_de"]

Voisin = tuple[str, float]  # an intent and its probability
_MINIMUM_DE_SENS = 0.08
_MINIMUM_AVEC_FICHE = 0.1
_CERTAIN = 0.6  # to refuse or redirect a question that names a fiche, by the model alone
_AILLEURS = ("hors_sujet", "identite", "autre_convention")


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
    trouves: Sequence[Voisin], du_sujet: bool, fiche_nommee: bool
) -> Intention:
    """The likeliest intent, those that cannot be left out by what the question names."""
    parts = dict(trouves)
    if du_sujet:  # a fiche is named: what is off the subject elsewhere is not so here
        for nom in (*_AILLEURS, *(("grille", "dossier") if fiche_nommee else ())):
            parts.pop(nom, None)
    if fiche_nommee:
        definitions = [nom for nom in parts if nom.startswith("regle:definition")]
        for nom in ("interdit", "litige", "decision", "futur", *definitions):
            if parts.get(nom, 0.0) < _CERTAIN:
                parts.pop(nom, None)
    if not parts:
        return Intention("echelon" if du_sujet else "hors_sujet", "voisins", 0.0)
    meilleure = max(parts, key=lambda i: parts[i])
    if not du_sujet and parts[meilleure] < _MINIMUM_DE_SENS:
        return Intention("hors_sujet", "voisins", parts[meilleure])
    if fiche_nommee and parts[meilleure] < _MINIMUM_AVEC_FICHE:
        return Intention("echelon", "voisins", parts[meilleure])
    return Intention(meilleure, "voisins", parts[meilleure] / sum(parts.values()))
