"""Building an Examen over the packaged knowledge for the tests of the consequences."""

from __future__ import annotations

from datetime import date
from functools import cache

from hypothesis import strategies as st

from assistant.classification import GRILLE, Categorie, Echelon, Examen, Referentiel, Situation
from assistant.corpus import KnowledgeBase

JOUR = date(2026, 1, 15)
OUVRIERS = [e for e in GRILLE if e.categorie is Categorie.OUVRIER_EMPLOYE]
echelons = st.sampled_from(GRILLE)
ouvriers = st.sampled_from(OUVRIERS)
anciennetes = st.integers(0, 600)
heures = st.integers(4, 240).map(lambda n: n / 4)


@cache
def referentiel() -> Referentiel:
    """The packaged law and figures."""
    return KnowledgeBase.charger().referentiel


def examen(echelon: object = None, jour: date = JOUR, **faits: object) -> Examen:
    """Facts and a placement, on 15 January 2026 unless said."""
    place = Echelon.lire(echelon) if echelon is not None else None
    return Examen(
        Situation.depuis_faits(faits), referentiel(), jour, place,
        place.categorie if place else None,
    )
