"""Which cases to run: by theme, tag and id; values of one option add up, options narrow down."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from evals.cas import Cas
from evals.lecture import proche

__all__ = ["SelectionVide", "choisir"]


class SelectionVide(ValueError):
    """A theme, tag or id that no case has, or options that leave no case."""


def choisir(
    cas: Sequence[Cas],
    *,
    themes: Collection[str] = (),
    tags: Collection[str] = (),
    ids: Collection[str] = (),
) -> tuple[Cas, ...]:
    """Return the chosen cases in their order; raise SelectionVide with a French sentence."""
    _connus("thème", themes, (c.theme for c in cas))
    _connus("tag", tags, (t for c in cas for t in c.tags))
    _connus("cas", ids, (c.id for c in cas))
    choisis = tuple(
        c
        for c in cas
        if (not themes or c.theme in themes)
        and (not tags or set(tags) & set(c.tags))
        and (not ids or c.id in ids)
    )
    if not choisis:
        raise SelectionVide("Aucun cas ne répond à la fois à toutes ces options.")
    return choisis


def _connus(genre: str, demandes: Iterable[str], possibles: Iterable[str]) -> None:
    connus = sorted(set(possibles))
    for nom in demandes:
        if nom not in connus:
            raise SelectionVide(f"Aucun cas n'a le {genre} « {nom} »{proche(nom, connus)}")
