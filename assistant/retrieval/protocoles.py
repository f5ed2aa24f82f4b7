"""What the index asks of the corpus and of the settings, without importing either."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

__all__ = ["Connaissance", "Passage", "Progres", "Reglages"]

Progres = Callable[[int, int], None]
"""Called with (passages done, passages in all), from 0 to all, while an index is built."""


class Passage(Protocol):
    """What the index reads of `assistant.corpus.Passage`."""

    @property
    def id(self) -> str: ...
    @property
    def texte(self) -> str: ...
    @property
    def contexte(self) -> str: ...
    @property
    def genre(self) -> str: ...
    @property
    def fiche(self) -> str | None: ...
    @property
    def section(self) -> str | None: ...
    @property
    def langue(self) -> str: ...
    @property
    def edition(self) -> str | None: ...


class Connaissance(Protocol):
    """What the index reads of `assistant.corpus.KnowledgeBase`."""

    @property
    def version(self) -> str: ...
    @property
    def a_indexer(self) -> Sequence[Passage]: ...


class Reglages(Protocol):
    """What the index reads of `assistant.settings.Settings`."""

    @property
    def data_dir(self) -> Path: ...
    @property
    def embedding(self) -> str: ...
