"""What every check shares: the Verdict, the reading of an answer, the folding of text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

__all__ = [
    "Contexte",
    "PassageLu",
    "Reponse",
    "ReponseIncomplete",
    "Verdict",
    "citer",
    "lire",
    "meme_texte",
    "nommer",
    "plier",
]

Reponse = Mapping[str, Any]
"""An answer as ``Reponse.en_dict()`` gives it: the fields of the output contract."""


class ReponseIncomplete(ValueError):
    """An answer that lacks a field of the output contract."""


class PassageLu(Protocol):
    """The part of a corpus Passage that the checks read."""

    @property
    def texte(self) -> str:
        """The passage, verbatim."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One check of one answer; the reason travels with it.

    ``valeur`` is what the answer holds and ``attendu`` what was expected, both fit for JSON;
    ``explication`` is a French sentence, for a passed check too.
    """

    nom: str
    reussi: bool
    valeur: Any
    attendu: Any
    explication: str


@dataclass(frozen=True, slots=True)
class Contexte:
    """What a check may look up besides the answer: the case's language, the passages by id."""

    langue: str
    passages: Mapping[str, PassageLu] = field(default_factory=dict)


def lire(reponse: Reponse, champ: str) -> Any:
    """Return a field of the contract; raise ReponseIncomplete when the answer lacks it."""
    try:
        return reponse[champ]
    except KeyError:
        raise ReponseIncomplete(
            f"la réponse n'a pas le champ « {champ} » du contrat de sortie"
        ) from None


_TIRETS = re.compile("[\u2010-\u2015\u2212\u00ad\ufe58\ufe63\uff0d]")
_APOSTROPHES = re.compile("[\u2018\u2019\u02bc\u02b9\u2032\u0060\u00b4]")


def meme_texte(texte: str) -> str:
    """Fold only what a faithful quote may differ by: NFKC, spaces, apostrophes, dashes."""
    texte = _APOSTROPHES.sub("'", unicodedata.normalize("NFKC", _APOSTROPHES.sub("'", texte)))
    return " ".join(_TIRETS.sub("-", texte).split())


def plier(texte: str) -> str:
    """Fold a text for reading: as ``meme_texte``, and case, accents, ligatures, emphasis marks."""
    texte = meme_texte(texte).casefold().replace("œ", "oe").replace("æ", "ae")
    decompose = unicodedata.normalize("NFD", texte)
    nu = "".join(c for c in decompose if not unicodedata.combining(c) and c not in "*")
    return " ".join(nu.split())


def nommer(valeur: object) -> str:
    """One value for a French sentence: « 23 », or "aucun"."""
    return "aucun" if valeur is None else f"« {valeur} »"


def citer(valeurs: Iterable[object], lien: str = ", ") -> str:
    """Several values for a French sentence: « a », « b »."""
    return lien.join(map(nommer, valeurs)) or "aucun"
