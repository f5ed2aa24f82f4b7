"""A progress bar on a terminal, and nothing elsewhere."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

__all__ = ["Barre"]


class Barre:
    """A progress callback (done, total). ``entendue`` turns True at the first call."""

    def __init__(self, titre: str, duree: bool = False) -> None:
        """``titre`` stands before the bar; ``duree``: show the time left, not the count."""
        self.entendue = False
        self._titre, self._duree = titre, duree
        self._barre: ProgressBar[int] | None = None

    def __call__(self, fait: int, total: int) -> None:
        """Draw how far the work is."""
        self.entendue = True
        if self._barre is None and sys.stderr is not None and sys.stderr.isatty():
            self._barre = click.progressbar(
                length=max(1, total), label=self._titre, file=sys.stderr,
                show_pos=not self._duree, show_eta=self._duree,
            )
            self._barre.__enter__()
        if self._barre is not None:
            self._barre.update(fait - self._barre.pos)

    def __enter__(self) -> Barre:
        return self

    def __exit__(self, *erreur: object) -> None:
        if self._barre is not None:
            self._barre.__exit__(None, None, None)
