"""Two fiches side by side: what both say, what only one says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.classification.fiche import Fiche
from assistant.classification.grille import Echelon, degres
from assistant.classification.minima import Bareme, Montant, PasDeBareme, minimum
from assistant.classification.mots import Concepts

__all__ = ["Comparaison", "Rapprochement", "comparer", "minimum_de", "rapprocher"]

_SEUIL = 0.5


@dataclass(frozen=True, slots=True)
class Rapprochement:
    """The items of one section. ``communs``: pairs that say the same, in A's order."""

    communs: tuple[tuple[str, str], ...] = ()
    seuls_a: tuple[str, ...] = ()
    seuls_b: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparaison:
    """Two fiches. ``sections``: by name, only those that both texts hold.

    ``minima``: the minimum of each reference (of degré A for a cadre) on the day, None where
    no barème is known.
    """

    a: Fiche
    b: Fiche
    sections: Mapping[str, Rapprochement]
    minima: tuple[Montant | None, Montant | None] = (None, None)

    @property
    def meme_placement(self) -> bool:
        """True when both have the same reference."""
        return self.a.reference == self.b.reference


def comparer(
    a: Fiche, b: Fiche, textes_a: Mapping[str, Sequence[str]],
    textes_b: Mapping[str, Sequence[str]], concepts: Concepts,
    baremes: Sequence[Bareme] = (), jour: date | None = None,
) -> Comparaison:
    """Compare two fiches. ``textes_*``: items by section; {} where the text is not known."""
    sections = {
        nom: rapprocher(textes_a[nom], textes_b[nom], concepts)
        for nom in textes_a if textes_a[nom] and textes_b.get(nom)
    }
    minima = (minimum_de(a, baremes, jour), minimum_de(b, baremes, jour))
    return Comparaison(a, b, sections, minima)


def minimum_de(fiche: Fiche, baremes: Sequence[Bareme], jour: date | None) -> Montant | None:
    """The minimum of a fiche's reference on a day (1.16 a); a cadre's is that of degré A."""
    if jour is None or not baremes:
        return None
    echelon: Echelon = next(iter(degres(fiche.reference)), fiche.reference)
    try:
        return minimum(baremes, echelon, jour)
    except (PasDeBareme, KeyError):
        return None


def rapprocher(
    a: Sequence[str], b: Sequence[str], concepts: Concepts, seuil: float = _SEUIL
) -> Rapprochement:
    """Pair the items of two lists that say the same, best pairs first, each item once.

    Two items say the same when the weight of their shared concepts is at least ``seuil`` of
    the weight of all their concepts, and more than general words are shared.
    """
    notes = sorted(
        (-note, i, j)
        for i, x in enumerate(a) for j, y in enumerate(b)
        if (note := _ressemblance(x, y, concepts)) >= seuil
    )
    de_a: dict[int, int] = {}
    pris_b: set[int] = set()
    for _, i, j in notes:
        if i not in de_a and j not in pris_b:
            de_a[i] = j
            pris_b.add(j)
    return Rapprochement(
        tuple((x, b[de_a[i]]) for i, x in enumerate(a) if i in de_a),
        tuple(x for i, x in enumerate(a) if i not in de_a),
        tuple(y for j, y in enumerate(b) if j not in pris_b),
    )


def _ressemblance(x: str, y: str, concepts: Concepts) -> float:
    cx, cy = concepts.traduire(x), concepts.traduire(y)
    communs = cx.keys() & cy.keys()
    tous = sum({**cy, **cx}.values())
    if not any(cx[c] == 1.0 for c in communs):
        return 1.0 if x.strip() == y.strip() else 0.0
    return sum(cx[c] for c in communs) / tous
