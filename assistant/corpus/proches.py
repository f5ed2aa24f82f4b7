"""The fiches in force that come nearest to a deleted one: same title, then shared title words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.classification import Code, Fiche, racine, sans_accents

__all__ = ["Proches", "fiches_proches"]

_AU_PLUS = 3
_VIDES = frozenset("a au aux d de des du en et l la le les des s ou".split())


@dataclass(frozen=True, slots=True)
class Proches:
    """Codes in force: ``meme_titre`` bear the title itself, ``voisines`` some of its words."""

    meme_titre: tuple[str, ...]
    voisines: tuple[str, ...]


def fiches_proches(
    fiches: Mapping[str, Fiche], code: str, titres: Iterable[str] | None = None
) -> Proches:
    """The fiches of the code's filière that come nearest, best first, at most three.

    ``titres``: the titles to look for (None: those of the code's own fiche). The texts name no
    successor; nearness is by words of the title alone, then by échelon.
    """
    origine = Code.lire(code)
    voulus = [_mots(t) for t in (fiches[code].titres if titres is None else titres)]
    notes = []
    for autre in fiches.values():
        if autre.statut != "en_vigueur" or autre.code.filiere != origine.filiere:
            continue
        note = max((_note(v, _mots(t)) for v in voulus for t in autre.titres), default=0.0)
        if note:
            notes.append((note, str(autre.code)))
    notes.sort(key=lambda n: (-n[0], _ecart(origine, n[1])))
    memes = tuple(c for note, c in notes if note == 1.0)
    return Proches(memes, tuple(c for note, c in notes if note < 1.0)[:_AU_PLUS])


def _mots(titre: str) -> frozenset[str]:
    plats = "".join(c if c.isalnum() else " " for c in sans_accents(titre)).split()
    return frozenset(racine(m) for m in plats if m not in _VIDES)


def _note(voulu: frozenset[str], autre: frozenset[str]) -> float:
    union = voulu | autre
    return len(voulu & autre) / len(union) if union else 0.0


def _ecart(origine: Code, code: str) -> tuple[int, str]:
    un, deux = origine.reference.numero, Code.lire(code).reference.numero
    return (abs(un - deux) if un and deux else 99, code)
