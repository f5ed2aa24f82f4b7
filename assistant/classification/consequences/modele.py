"""What a placement changes: one typed result, and what each is worked out from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from assistant.classification.grille import Categorie, Echelon
from assistant.classification.minima import DUREE_LEGALE, Bareme, PasDeBareme, bareme_du
from assistant.classification.referentiel import Referentiel
from assistant.classification.regle import Article, Regle
from assistant.classification.situation import Situation

__all__ = ["Appui", "Consequence", "Examen", "Smic", "centimes"]


@dataclass(frozen=True, slots=True)
class Smic:
    """The legal minimum wage from a day on, in euros gross a month for 35 hours.

    ``jusqu_au``: last day for which it is known to be the one in force; a later one can only be
    higher.
    """

    date_effet: date
    mensuel: Decimal
    jusqu_au: date | None = None


@dataclass(frozen=True, slots=True)
class Appui:
    """A rule a consequence stands on, and the article of it that speaks."""

    regle: Regle
    article: Article


@dataclass(frozen=True, slots=True)
class Consequence:
    """One thing the placement changes.

    ``id`` names it, ``cas`` the sentence that says it. ``valeur`` in ``unite`` ("mois",
    "semaines", "heures", "euros_par_mois", "points"); None where no figure can be given.
    ``calcul``: the steps, in figures only. ``manquants``: facts still to ask; where ``valeur``
    is given all the same, it holds if they are met. ``faits``: names of the facts used.
    ``variables``: what the sentence says; a Decimal among them is an amount in euros.
    """

    id: str
    cas: str
    appuis: tuple[Appui, ...]
    valeur: Decimal | int | str | None = None
    unite: str | None = None
    calcul: tuple[str, ...] = ()
    variables: Mapping[str, object] = field(default_factory=dict, hash=False)
    faits: tuple[str, ...] = ()
    manquants: tuple[str, ...] = ()
    bareme: Bareme | None = None

    @property
    def regle(self) -> Regle:
        """The rule that decides."""
        return self.appuis[0].regle

    @property
    def article(self) -> Article:
        """The article that decides."""
        return self.appuis[0].article


@dataclass(frozen=True, slots=True)
class Examen:
    """Facts, knowledge, day and placement that consequences are worked out from.

    ``echelon`` may be a niveau without degré; ``categorie`` may be known without it.
    """

    situation: Situation
    referentiel: Referentiel
    jour: date
    echelon: Echelon | None = None
    categorie: Categorie | None = None
    smics: tuple[Smic, ...] = ()

    def appui(self, regle_id: str, categorie: Categorie | None = None) -> Appui | None:
        """The rule as it stands on the day; None where it is unknown or not yet in force."""
        regle = self.referentiel.regles.get(regle_id)
        if regle is None:
            return None
        article = regle.article(categorie or self.categorie)
        if article.depuis is not None and self.jour < article.depuis:
            return None
        return Appui(regle, article)

    def bareme(self) -> Bareme | None:
        """The barème of the day, None before the first one known."""
        try:
            return bareme_du(self.referentiel.baremes, self.jour)
        except PasDeBareme:
            return None

    def minimum(self, echelon: Echelon | None) -> Decimal | None:
        """The table's figure of a placement for 35 hours, in euros a month; None where unknown."""
        bareme = self.bareme()
        return bareme.montants.get(echelon) if bareme and echelon else None

    def part_du_temps(self) -> Decimal:
        """The weekly hours over 35, at most 1; 1 where no shorter duration is stated."""
        heures = self.situation.heures_hebdo
        if heures is None or not 0 < heures < DUREE_LEGALE:
            return Decimal(1)
        return Decimal(str(heures)) / DUREE_LEGALE


def centimes(valeur: Decimal) -> Decimal:
    """An amount rounded to the cent."""
    return valeur.quantize(Decimal("0.01"), ROUND_HALF_UP)
