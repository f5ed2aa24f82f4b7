"""The index's place on disk: `<data_dir>/index/`, as `assistant.corpus.versions` lays it out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from assistant.corpus.versions import Versions

from .erreurs import ErreurIndex, pannes_en_francais

__all__ = ["DELAI_VERROU", "Emplacement"]

DELAI_VERROU = 300.0
"""Seconds a process waits for another one to finish building."""


class Emplacement(Versions):
    """The versions of the index: current and previous are kept; raises `ErreurIndex`."""

    __slots__ = ()

    @classmethod
    def de(cls, dossier_donnees: Path) -> Emplacement:
        """Place of the index in a data folder; nothing is created."""
        return cls(dossier_donnees / "index", "l'index", "prépare l'index", ErreurIndex)

    def pannes(self) -> AbstractContextManager[None]:
        """Context that turns any failure into `ErreurIndex`, panics of the vector store too."""
        return pannes_en_francais(self.racine)

    @contextmanager
    def verrou(self, delai: float = DELAI_VERROU) -> Iterator[None]:
        """Hold the builders' lock; raises `ErreurIndex` after `delai` seconds of waiting."""
        with super().verrou(delai):
            yield
