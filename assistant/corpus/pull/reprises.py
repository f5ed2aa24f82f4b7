"""Trying again, a bounded number of times, with tenacity."""

from __future__ import annotations

from collections.abc import Iterator
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tenacity import AttemptManager

__all__ = ["ESSAIS", "Essai", "reprises"]

ESSAIS = 4
ATTENTE = 0.5
"""Seconds before the second try; then twice as long each time."""


class _Passager(Exception):
    """A status worth another try."""

    def __init__(self, statut: int) -> None:
        super().__init__(statut)
        self.statut = statut


class Essai:
    """One try, as a context; `recommencer` ends it for another, where one is left."""

    def __init__(self, essai: AttemptManager, dernier: bool) -> None:
        self._essai, self.dernier = essai, dernier

    def recommencer(self, statut: int) -> None:
        """Give this try up; on the last one do nothing, so that the status is judged."""
        if not self.dernier:
            raise _Passager(statut)

    def __enter__(self) -> Essai:
        self._essai.__enter__()
        return self

    def __exit__(
        self,
        genre: type[BaseException] | None,
        erreur: BaseException | None,
        trace: TracebackType | None,
    ) -> bool | None:
        return self._essai.__exit__(genre, erreur, trace)


def reprises() -> Iterator[Essai]:
    """Tries, until one ends well: again after a cut connection, a time-out or a passing status."""
    import httpx
    from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential

    essais = Retrying(
        stop=stop_after_attempt(ESSAIS),
        wait=wait_exponential(multiplier=ATTENTE, max=8),
        retry=retry_if_exception_type((httpx.TransportError, _Passager)),
        reraise=True,
    )
    for rang, essai in enumerate(essais, 1):
        yield Essai(essai, rang == ESSAIS)
