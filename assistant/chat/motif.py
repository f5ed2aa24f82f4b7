"""Patterns compiled when first used: hundreds of them at import would cost a third of a second
to commands that understand no sentence."""

from __future__ import annotations

import re
from typing import Any, cast

__all__ = ["motif"]


class _Tardif:
    """Stands for a pattern until one of its methods is asked for."""

    __slots__ = ("_drapeaux", "_expression", "_pattern")

    def __init__(self, expression: str, drapeaux: int) -> None:
        self._expression, self._drapeaux = expression, drapeaux
        self._pattern: re.Pattern[str] | None = None

    def __getattr__(self, nom: str) -> Any:
        if self._pattern is None:
            self._pattern = re.compile(self._expression, self._drapeaux)
        return getattr(self._pattern, nom)


def motif(expression: str, drapeaux: int = 0) -> re.Pattern[str]:
    """A pattern as `re.compile` gives it, compiled at its first use."""
    return cast("re.Pattern[str]", _Tardif(expression, drapeaux))
