"""Is an activity an extension of the fiche, part of its contenu, or something else?

The same activity can be content on one fiche and an extension on the next; what the contenu
already holds is normal work and opens nothing (3.02 d, 3B.02 d: "beyond the normal content").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.classification.fiche import Fiche
from assistant.classification.mots import Concepts

__all__ = ["Activites", "rattacher", "trier"]

_SEUIL = 0.6


@dataclass(frozen=True, slots=True)
class Activites:
    """The activities stated, sorted. Each item is the person's own wording."""

    extensions: tuple[str, ...] = ()
    complementaires: tuple[str, ...] = ()
    contenu: tuple[str, ...] = ()

    @property
    def au_dela(self) -> tuple[str, ...]:
        """What goes beyond the normal content."""
        return self.extensions + self.complementaires


def rattacher(activite: str, candidats: Sequence[str], concepts: Concepts) -> float:
    """How well an activity is covered by the best of the candidates, 0 to 1.

    The share (by weight) of the activity's concepts found in one candidate; 0 when nothing
    but general words is shared.
    """
    voulus = concepts.traduire(activite)
    total = sum(voulus.values())
    meilleur = 0.0
    for candidat in candidats:
        presents = concepts.traduire(candidat)
        communs = voulus.keys() & presents.keys()
        if total and any(voulus[c] == 1.0 for c in communs):
            meilleur = max(meilleur, sum(voulus[c] for c in communs) / total)
    return meilleur


def trier(
    declarees: Sequence[str], autres: Sequence[str], fiche: Fiche, concepts: Concepts
) -> Activites:
    """Sort stated activities against a fiche.

    ``declarees`` were stated as extensions, ``autres`` as complementary activities; both are
    compared with the fiche's lists. Without the fiche's text nothing can be called content.
    """
    extensions: list[str] = []
    complementaires: list[str] = []
    contenu: list[str] = []
    for activite in dict.fromkeys((*declarees, *autres)):
        sur_extension = rattacher(activite, fiche.extensions or (), concepts)
        sur_contenu = rattacher(activite, fiche.contenu or (), concepts)
        if sur_extension >= _SEUIL and sur_extension >= sur_contenu:
            extensions.append(activite)
        elif sur_contenu >= _SEUIL:
            contenu.append(activite)
        elif (not fiche.texte_connu and activite in declarees) or activite == "extension":
            extensions.append(activite)
        else:
            complementaires.append(activite)
    return Activites(tuple(extensions), tuple(complementaires), tuple(contenu))
