"""What is wrong in a data file, said so that its editor can put it right."""

from __future__ import annotations

from pathlib import Path

__all__ = ["ErreurDeConnaissance"]


class ErreurDeConnaissance(ValueError):
    """A mistake in the knowledge: file, entry, field, what was found and what was expected."""

    def __init__(
        self, fichier: Path | str, attendu: str, entree: str = "", champ: str = "", lu: object = ""
    ) -> None:
        self.fichier, self.entree, self.champ = Path(fichier), entree, champ
        self.attendu, self.lu = attendu, lu
        lieu = f"Dans {self.fichier.parent.name}/{self.fichier.name}"
        if entree:
            lieu += f", entrée {entree}"
        if champ:
            lieu += f", champ « {champ} »"
        trouve = f" (lu : {str(lu)[:80]!r})" if lu not in ("", None) else ""
        super().__init__(f"{lieu} : {attendu}{trouve}.")
