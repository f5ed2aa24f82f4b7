"""What a text mentions, and where."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Mention", "Mentions"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One linked piece of text.

    ``genre``: fiche, partiel (part of titles), ancien (the title a code bore before it was given
    to another qualification), code_inconnu, echelon, certification, critere.
    ``valeurs``: codes (best first), or the placement, certification or criterion named.
    ``debut``/``fin`` are places in the folded text; ``exact`` is False after a correction;
    ``par_code``: a code was typed, not a name.
    """

    genre: str
    valeurs: tuple[str, ...]
    texte: str
    debut: int
    fin: int
    exact: bool = True
    par_code: bool = False


@dataclass(frozen=True, slots=True)
class Mentions:
    """All mentions of a text, in order, and the words no mention took."""

    toutes: tuple[Mention, ...]

    def de(self, *genres: str) -> tuple[Mention, ...]:
        """Mentions of these kinds, in order."""
        return tuple(m for m in self.toutes if m.genre in genres)

    def codes(self) -> tuple[str, ...]:
        """Codes of the fiches named, in order, without repetition."""
        return tuple(dict.fromkeys(c for m in self.de("fiche") for c in m.valeurs))
