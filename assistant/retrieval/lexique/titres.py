"""How near a run of words comes to a title: word by word, in any order."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assistant.retrieval.lexique.jetons import Jeton, masculin

__all__ = ["Titre", "forme"]

_MEME_TIGE = 0.9  # "station" for "stationnement": less than the word itself


def forme(mot: str) -> str:
    """A folded word in the masculine singular."""
    return masculin(mot).rstrip("sx") or mot


@dataclass(frozen=True, slots=True)
class Titre:
    """One name of a fiche: its words without small ones, as stems and in the singular.

    ``ecrit``: all its words as printed, small ones too.
    """

    code: str
    tiges: tuple[str, ...]
    formes: tuple[str, ...]
    ecrit: tuple[str, ...]

    @classmethod
    def de(cls, code: str, mots: Sequence[Jeton]) -> Titre:
        """A title from its words."""
        pleins = [j for j in mots if not j.liaison]
        return cls(
            code, tuple(j.tige for j in pleins), tuple(forme(j.mot) for j in pleins),
            tuple(j.mot for j in mots),
        )

    def ecart(self, mots: Sequence[str]) -> int:
        """How far the words typed, small ones too, are from the title as printed (edits)."""
        from rapidfuzz.distance import OSA

        return int(OSA.distance(" ".join(self.ecrit), " ".join(mots)))

    def partage(
        self, mots: Sequence[tuple[str, str]], arrets: Collection[str] = ()
    ) -> tuple[float, int]:
        """(weight of the words shared, place after the last of them), for (stem, form) pairs.

        Reads on while at most one word in a row is not the title's; a word of ``arrets`` that is
        not (the first of another name) ends it.
        """
        restants = list(zip(self.tiges, self.formes, strict=True))
        poids, bout, ecart = 0.0, 0, 0
        for place, (tige, dite) in enumerate(mots):
            egal = next((r for r in restants if r[1] == dite), None)
            proche = egal or next((r for r in restants if r[0] == tige), None)
            if proche is None:
                ecart += 1
                if ecart > 1 or dite in arrets:
                    break
                continue
            restants.remove(proche)
            poids += 1.0 if egal else _MEME_TIGE
            bout, ecart = place + 1, 0
        return poids, bout
