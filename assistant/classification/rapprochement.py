"""Which line of a fiche an activity is: shared words, weighed by how telling they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from assistant.classification.familles import de_meme_famille
from assistant.classification.mots import Concepts

__all__ = ["Rapprochement", "rapprocher", "se_valent"]

_INCONNU = 0.8  # weight of a word that no item has: it may be a name, or the sign of other work
_PART_RETOUR = 0.2


@dataclass(frozen=True, slots=True)
class Rapprochement:
    """``note`` 0 to 1: the share of the activity that the item at ``rang`` (from 0) holds.

    ``action``: the item has the word that says what is done, the first that counts.
    """

    note: float
    rang: int
    action: bool = False


def se_valent(a: str, b: str) -> bool:
    """True for the same concept or stem, or stems of one family: convoyer, convoyage."""
    if a == b:
        return True
    return "=" not in (a[0], b[0]) and de_meme_famille(a, b)


def rapprocher(
    activite: str, items: Sequence[str], concepts: Concepts,
    corriger: Callable[[str], str] = lambda texte: texte,
) -> tuple[Rapprochement, ...]:
    """The items by nearness to an activity, best first; those that share nothing are left out.

    A word found in few of the items counts more than one found in many. ``corriger``: puts the
    typing errors of the activity right.
    """
    voulus = concepts.traduire(corriger(activite))
    presents = [concepts.traduire(item) for item in items]
    poids = {mot: _poids(mot, valeur, presents) for mot, valeur in voulus.items()}
    total = sum(poids.values())
    tete = next((m for m, v in voulus.items() if v == 1.0), None)
    trouves = []
    for rang, item in enumerate(presents):
        communs = {m for m in voulus if any(se_valent(m, p) for p in item)}
        if not total or all(voulus[m] < 1.0 for m in communs):
            continue
        part = sum(poids[m] for m in communs) / total
        retour = sum(item[p] for p in item if any(se_valent(m, p) for m in communs))
        retour /= sum(item.values())
        note = part * (1 - _PART_RETOUR + _PART_RETOUR * retour)
        trouves.append(Rapprochement(note, rang, tete in communs))
    return tuple(sorted(trouves, key=lambda r: (-r.note, not r.action)))


def _poids(mot: str, valeur: float, items: Sequence[Mapping[str, float]]) -> float:
    presences = sum(any(se_valent(mot, p) for p in item) for item in items)
    if not presences:
        return valeur * _INCONNU
    return valeur * log(1 + len(items) / presences) / log(1 + len(items))
