"""Loading index and encoder behind the page, while people already see it."""

import logging
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.chat import Assistant

__all__ = ["Prechauffage"]

_journal = logging.getLogger(__name__)


class Prechauffage:
    """One warm-up of one assistant; questions that come meanwhile wait for it.

    Both at once would load the encoder twice, and each would wait for the other's imports.
    """

    def __init__(self, assistant: "Assistant") -> None:
        self._assistant = assistant
        self._fini = threading.Event()
        self._fini.set()  # nothing under way until `lancer`
        self._part: float | None = None

    def lancer(self) -> None:
        """Begin in a thread of its own."""
        self._fini.clear()
        threading.Thread(target=self._charger, name="prechauffage", daemon=True).start()

    @property
    def en_cours(self) -> bool:
        """Whether questions have to wait."""
        return not self._fini.is_set()

    @property
    def pourcentage(self) -> int | None:
        """How much of the index is built, None where nothing is being built."""
        return None if self._part is None else round(100 * self._part)

    def attendre(self, secondes: float) -> bool:
        """Wait at most that long; True once there is nothing to wait for."""
        return self._fini.wait(secondes)

    def _charger(self) -> None:
        debut = time.monotonic()
        try:
            import assistant.store  # noqa: F401  the first answer is kept there

            self._assistant.prechauffer(self._avancer)
        except Exception as erreur:  # said again, to the person, where a question needs it
            _journal.warning("La recherche n'a pas pu être préparée : %s", erreur)
        else:
            _journal.info("Recherche prête en %.1f s", time.monotonic() - debut)
        finally:
            self._fini.set()

    def _avancer(self, fait: int, total: int) -> None:
        self._part = fait / total if total else None
