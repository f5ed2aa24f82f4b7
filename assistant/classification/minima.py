"""Minimum wages by placement and date (art. 1.16 a and the salary avenants)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from assistant.classification.grille import Echelon

__all__ = [
    "DUREE_LEGALE",
    "HEURES_DU_MOIS",
    "Bareme",
    "Montant",
    "PasDeBareme",
    "bareme_du",
    "minimum",
    "valeur_horaire",
]

DUREE_LEGALE = Decimal(35)
HEURES_DU_MOIS = DUREE_LEGALE * 52 / 12
"""Hours of a month at 35 hours a week: 151.67."""


class PasDeBareme(LookupError):
    """No barème of the knowledge applies at that date; ``avant`` says on which side it lies."""

    def __init__(self, jour: date, premier: date) -> None:
        self.jour, self.premier = jour, premier
        super().__init__(
            f"Aucun barème connu ne s'applique au {jour:%d/%m/%Y} : le premier que je connais "
            f"prend effet le {premier:%d/%m/%Y}."
        )


@dataclass(frozen=True, slots=True)
class Bareme:
    """A table of minima: euros gross a month for 35 hours, from ``date_effet`` on.

    ``panier``: the meal allowance of night work (1.10 d), in euros.
    """

    id: str
    avenant: str
    signature: date
    publication_jo: date
    date_effet: date
    url: str
    montants: Mapping[Echelon, Decimal]
    valeur_point: Decimal | None = None
    panier: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Montant:
    """An amount with what it was computed from. ``valeur`` and ``base`` in euros a month.

    ``heures`` is the weekly duration the value is for; ``base`` the table's figure for 35 h.
    """

    valeur: Decimal
    base: Decimal
    heures: Decimal
    bareme: Bareme
    echelon: Echelon


def bareme_du(baremes: Sequence[Bareme], jour: date) -> Bareme:
    """The barème in force on that day; raise PasDeBareme before the first one known."""
    applicables = [b for b in baremes if b.date_effet <= jour]
    if not applicables:
        raise PasDeBareme(jour, min(b.date_effet for b in baremes))
    return max(applicables, key=lambda b: b.date_effet)


def minimum(
    baremes: Sequence[Bareme],
    echelon: Echelon,
    jour: date,
    heures_hebdo: float | None = None,
) -> Montant:
    """The minimum of a placement on a day (1.16 a).

    Part-time: hourly value of the minimum times the hours of the month, hence in proportion of
    35 hours a week. Above 35 hours the table's figure stands: overtime is another matter.
    Raises PasDeBareme; KeyError for a niveau without degré.
    """
    bareme = bareme_du(baremes, jour)
    base = bareme.montants[echelon]
    heures = DUREE_LEGALE
    if heures_hebdo is not None and 0 < heures_hebdo < DUREE_LEGALE:
        heures = Decimal(str(heures_hebdo))
    valeur = (base * heures / DUREE_LEGALE).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return Montant(valeur, base, heures, bareme, echelon)


def valeur_horaire(mensuel: Decimal) -> Decimal:
    """The hourly value of a monthly amount for 35 hours (1.16 a), to the cent."""
    return (mensuel / HEURES_DU_MOIS).quantize(Decimal("0.01"), ROUND_HALF_UP)
