"""Names of certifications made comparable: family, words that matter, options."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from assistant.classification.mots import Concepts, sans_accents

__all__ = ["Accord", "Famille", "NomLu", "comparer", "famille_de", "lire_nom"]

_MV = "=maintenance_vehicules"
_OPTIONS = {"=auto": "A", "=industriels": "B", "=motocycles": "C"}
_DIPLOMES_A_OPTIONS = ("cap", "bep", "bac-pro", "bac", "bts")
_LETTRES = re.compile(r"\boption\s*[«\"']?\s*([abc])\b|\b([abc])\s*:")
_ECOLES = ("titre-ecole", "badge")  # the school is part of the name


@dataclass(frozen=True, slots=True)
class Famille:
    """A kind of diploma as people name it ("BTS"), with its level in the French framework."""

    id: str
    noms: tuple[str, ...]
    niveau: int | None = None


@dataclass(frozen=True, slots=True)
class NomLu:
    """A name as compared: family id, folded words and concepts of weight, options A, B, C."""

    famille: str | None
    mots: frozenset[str]
    options: frozenset[str] = frozenset()

    @property
    def generique(self) -> bool:
        """True when the name says no more than its family ("BTS")."""
        return self.famille is not None and not self.mots


class Accord(IntEnum):
    """How well a stated name answers to a printed one."""

    NON = 0
    PARTIEL = 1
    OUI = 2


def famille_de(nom: str, familles: Sequence[Famille]) -> Famille | None:
    """The family a name belongs to: the longest family name found in it as whole words."""
    cherche = f" {sans_accents(nom)} "
    for signe in "()«»\",;:/":
        cherche = cherche.replace(signe, " ")
    trouvees = [
        (len(n), f) for f in familles for n in map(sans_accents, f.noms) if f" {n} " in cherche
    ]
    return max(trouvees, key=lambda t: t[0])[1] if trouvees else None


def lire_nom(nom: str, familles: Sequence[Famille], concepts: Concepts) -> NomLu:
    """Read a name: "BTS MV option A" → family bts, {maintenance_vehicules}, {A}."""
    famille = famille_de(nom, familles)
    reste = " ".join(sans_accents(nom).split())
    options = {a or b for a, b in _LETTRES.findall(reste)}
    if famille and famille.id not in _ECOLES:
        for n in sorted(map(sans_accents, famille.noms), key=len, reverse=True):
            reste = re.sub(rf"\b{re.escape(n)}(?!\w)", " ", reste)
    mots = {m for m, poids in concepts.traduire(reste).items() if poids == 1.0 and len(m) > 1}
    mots -= {"cap"} if famille and famille.id == "mention-complementaire" else set()
    lettres = {o.upper() for o in options}
    if famille and famille.id in _DIPLOMES_A_OPTIONS and _MV in mots:
        lettres |= {_OPTIONS[m] for m in mots & _OPTIONS.keys()}
        mots = {_MV}
    else:
        lettres = set()  # letters tell two diplomas apart only in vehicle maintenance
    return NomLu(famille.id if famille else None, frozenset(mots), frozenset(lettres))


def comparer(dit: NomLu, imprimes: Iterable[NomLu]) -> Accord:
    """The best agreement of a stated name with the printed names of one way in.

    The same family is needed. A printed family name alone ("CAP") takes any of its diplomas in.
    A stated family name, or one with fewer words than the print, agrees in part.
    """
    return max((_accord(dit, imprime) for imprime in imprimes), default=Accord.NON)


def _accord(dit: NomLu, imprime: NomLu) -> Accord:
    if dit.famille is None or dit.famille != imprime.famille:
        return Accord.NON
    if dit.options and imprime.options and not dit.options & imprime.options:
        return Accord.NON
    if imprime.generique or dit.mots == imprime.mots:
        return Accord.OUI
    return Accord.PARTIEL if dit.mots < imprime.mots else Accord.NON
