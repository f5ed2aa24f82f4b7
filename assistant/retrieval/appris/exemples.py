"""The examples models are fitted on: the wording of knowledge/parler, with a class and a weight."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

__all__ = ["DECRIT", "Exemple", "Parole", "Utterance", "exemples_d_intentions", "exemples_de_fiches"]

DECRIT = "trouver_fiche"
"""The intent of somebody who tells what they do."""
_FIN_DE_PHRASE = re.compile(r"(?<=[.!?;:])\s+|\n")
_MOTS_PAR_PHRASE = 5
_POIDS = {"journee": 1.0, "phrase": 0.5, "titre": 0.5, "nom": 0.3}
_UNE_SUR = 9  # days told among the utterances: enough to know one, not to drown the rest


@dataclass(frozen=True, slots=True)
class Exemple:
    """``genre``: journee (a day told), phrase (a sentence of one), titre, nom, or dite (a
    labelled utterance). ``groupe``: examples cut from one text share it, so that no fold sees
    half of it."""

    classe: str
    texte: str
    poids: float
    groupe: int
    genre: str

    @property
    def entier(self) -> bool:
        """True for a text as people write one, not a piece or a name."""
        return self.genre in ("journee", "dite")


@dataclass(frozen=True, slots=True)
class Parole:
    """What is written of one fiche: titles, names, days told."""

    code: str
    titres: Sequence[str]
    noms: Sequence[str]
    journees: Sequence[str]


Utterance = tuple[str, str]
"""(intent, sentence)"""


def exemples_de_fiches(paroles: Iterable[Parole]) -> list[Exemple]:
    """Days told, whole and sentence by sentence, names and titles."""
    sortie: list[Exemple] = []
    for groupe, (code, genre, texte) in enumerate(_textes(paroles)):
        sortie.append(Exemple(code, texte, _POIDS[genre], groupe, genre))
        if genre == "journee":
            phrases = [p for p in _FIN_DE_PHRASE.split(texte) if len(p.split()) >= _MOTS_PAR_PHRASE]
            if len(phrases) > 1:
                sortie += [Exemple(code, p, _POIDS["phrase"], groupe, "phrase") for p in phrases]
    return sortie


def _textes(paroles: Iterable[Parole]) -> Iterator[tuple[str, str, str]]:
    for p in paroles:
        yield from ((p.code, "titre", t) for t in p.titres)
        yield from ((p.code, "nom", t) for t in p.noms)
        yield from ((p.code, "journee", t) for t in p.journees)


def exemples_d_intentions(
    dites: Iterable[Utterance], paroles: Iterable[Parole], masquer: Callable[[str], str],
    synonymes: Mapping[str, str],
) -> list[Exemple]:
    """Labelled utterances, their job names masked, and some days told under `DECRIT`.

    ``synonymes``: intents that want the same answer as another are fitted as that one.
    """
    journees = [t for p in paroles for t in p.journees]
    toutes = [*dites, *((DECRIT, t) for t in journees[::_UNE_SUR])]
    return [
        Exemple(synonymes.get(i, i), masquer(t), 1.0, n, "dite") for n, (i, t) in enumerate(toutes)
    ]
