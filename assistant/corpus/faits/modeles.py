"""Facts as the official data gives them, and where they differ from what is committed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["ABSENT", "Difference", "Fait", "Faits"]

ABSENT = "absent"
"""Stands in a difference for an entry or a field that one side does not have."""


@dataclass(frozen=True, slots=True)
class Fait:
    """One value read from the official data, ready for JSON and YAML, and the article it is in."""

    valeur: object
    ou: str


Faits = Mapping[str, Mapping[str, Mapping[str, Fait]]]
"""file → entry (code, id) → field → fact; only what can be derived."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field where the committed file and the official data disagree.

    ``inscrit`` is what the file holds, ``officiel`` what was read at ``ou`` (an article's id);
    either is `ABSENT` where that side has nothing.
    """

    fichier: str
    entree: str
    champ: str
    inscrit: object
    officiel: object
    ou: str

    def en_dict(self) -> dict[str, object]:
        """The line of `echelon knowledge facts --json`."""
        return {
            "file": self.fichier, "entry": self.entree, "field": self.champ,
            "committed": self.inscrit, "official": self.officiel, "where": self.ou,
        }
