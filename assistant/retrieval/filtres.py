"""Filters of a search: a mapping of fields to values, turned into Chroma's `where`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

__all__ = ["CHAMPS", "filtre_chroma"]

CHAMPS: Final = ("genre", "fiche", "section", "langue", "edition")
"""Fields of a passage that a search can filter on."""


def filtre_chroma(ou: Mapping[str, object] | None) -> dict[str, object] | None:
    """Return the `where` of `ou`: all conditions hold ($and), a list of values means any ($in).

    Raises ValueError, in French, for a field not in `CHAMPS` or a value that is no text.
    """
    conditions = [_condition(champ, valeur) for champ, valeur in (ou or {}).items()]
    if not conditions:
        return None
    return conditions[0] if len(conditions) == 1 else {"$and": conditions}


def _condition(champ: str, valeur: object) -> dict[str, object]:
    if champ not in CHAMPS:
        raise ValueError(
            f"On ne peut pas filtrer les passages sur « {champ} » : choisissez parmi "
            f"{', '.join(CHAMPS)}."
        )
    if isinstance(valeur, str):
        return {champ: valeur}
    if isinstance(valeur, Collection) and valeur and all(isinstance(v, str) for v in valeur):
        return {champ: {"$in": list(valeur)}}
    raise ValueError(
        f"Le filtre « {champ} » attend un texte ou une liste de textes, pas {valeur!r}."
    )
