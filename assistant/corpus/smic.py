"""The legal SMIC by date, as knowledge/minima.yaml gives it."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

from assistant.classification import Smic
from assistant.corpus.schemas import FichierMinima
from assistant.corpus.yaml_strict import lire_yaml

__all__ = ["lire_smics"]


def lire_smics(fichier: Path) -> tuple[Smic, ...]:
    """The SMIC from each day on, oldest first; raise ErreurDeConnaissance."""
    lu = lire_yaml(fichier, FichierMinima).smic
    fins = [apres.date_effet - timedelta(days=1) for _, apres in pairwise(lu.valeurs)]
    return tuple(
        Smic(v.date_effet, Decimal(str(v.mensuel)), fin)
        for v, fin in zip(lu.valeurs, (*fins, lu.connu_jusqu_au), strict=True)
    )
