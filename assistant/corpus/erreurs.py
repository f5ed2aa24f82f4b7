"""What is wrong in a data file, said so that its editor can put it right."""

from __future__ import annotations

from pathlib import Path

__all__ = ["ErreurDeConnaissance"]


class ErreurDeConnaissance(ValueError):
    """A mistake in the knowledge: file, entry, field, what was found and what was expected."""

    def __init__(
        self, fichier: Path | str, attendu: str, entree: str = "", champ: str = "", lu: object = "",
        nom: str = "",
    ) -> None:
        """``nom``: how the file is called in the message, its folder and name by default."""
        self.fichier, self.entree, self.champ = Path(fichier), entree, champ
        self.attendu, self.lu = attendu, lu
        lieu = f"Dans {nom or f'{self.fichier.parent.name}/{self.fichier.name}'}"
        if entree:
            lieu += f", entrée {entree}"
        if champ:
            lieu += f", champ « {champ} »"
        trouve = f" (lu : {str(lu)[:80]!r})" if lu not in ("", None) else ""
        super().__init__(f"{lieu} : {attendu}{trouve}.")

    def sous_le_nom(self, nom: str) -> ErreurDeConnaissance:
        """The same mistake, in a file called as whoever gave it wrote its path."""
        return ErreurDeConnaissance(
            self.fichier, self.attendu, self.entree, self.champ, self.lu, nom
        )
