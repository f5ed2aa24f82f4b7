"""The examples models are fitted on: the wording of knowledge/parler, with a class and a weight."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

__all__ = ["DECRIT", "Exemple", "Parole", "Utterance", "exemples_d_intentions", "exemples_de_fiches"]

DECRIT = "trouver_fiche"
"""The intent of somebody who tells what they do."""
_POIDS = {"journee": 1.0, "courte": 1.0, "titre": 0.5, "nom": 0.3}
_UNE_SUR = 9  # days told among the utterances: enough to know one, not to drown the rest


@dataclass(frozen=True, slots=True)
class Exemple:
    """``genre``: journee (a day told), courte (one short
    sentence), titre, nom, or dite (a labelled utterance)."""

    classe: str
    texte: str
    poids: float
    genre: str

    @property
    def entier(self) -> bool:
        """True for a text as people write one, not a name."""
        return self.genre in ("journee", "courte", "dite")


@dataclass(frozen=True, slots=True)
class Parole:
    """What is written of one fiche: titles, names, days told, short statements."""

    code: str
    titres: Sequence[str]
    noms: Sequence[str]
    journees: Sequence[str]
    courtes: Sequence[str] = ()


Utterance = tuple[str, str]
"""(intent, sentence)"""


def exemples_de_fiches(paroles: Iterable[Parole]) -> list[Exemple]:
    """Days told, names and titles. (Days cut into sentences were tried: nothing gained.)"""
    return [Exemple(code, texte, _POIDS[genre], genre) for code, genre, texte in _textes(paroles)]


def _textes(paroles: Iterable[Parole]) -> Iterator[tuple[str, str, str]]:
    for p in paroles:
        yield from ((p.code, "titre", t) for t in p.titres)
        yield from ((p.code, "nom", t) for t in p.noms)
        yield from ((p.code, "journee", t) for t in p.journees)
        yield from ((p.code, "courte", t) for t in p.courtes)


def exemples_d_intentions(
    dites: Iterable[Utterance], paroles: Iterable[Parole], masquer: Callable[[str], str],
    synonymes: Mapping[str, str],
) -> list[Exemple]:
    """Labelled utterances, their job names masked, and some days told under `DECRIT`.

    ``synonymes``: intents that want the same answer as another are fitted as that one.
    """
    racontees = [t for p in paroles for t in (*p.journees, *p.courtes)]
    toutes = [*dites, *((DECRIT, t) for t in racontees[::_UNE_SUR])]
    return [
        Exemple(synonymes.get(i, i), masquer(t), 1.0, "dite") for i, t in toutes
    ]
