"""The grid of the agreement: échelons, catégories, majorés (art. 3.03, 3B.03, 5.03)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import total_ordering

__all__ = [
    "CADRES",
    "DERNIER_MAITRISE",
    "GRILLE",
    "MAITRISE",
    "OUVRIERS_EMPLOYES",
    "Categorie",
    "Echelon",
    "EchelonInvalide",
    "degres",
    "majores_de",
    "references",
]

_NIVEAUX = ("I", "II", "III", "IV", "V")
_DEGRES = ("A", "B", "C")
_CADRE = re.compile(r"(?:niveau\s+)?(IV|V|I{1,3})\s*[-./]?\s*(?:degr[ée]\s+)?([ABC])?", re.IGNORECASE)


class Categorie(StrEnum):
    """The three catégories of personnel (chapters III, III bis and V)."""

    OUVRIER_EMPLOYE = "ouvriers et employés"
    MAITRISE = "maîtrise"
    CADRE = "cadres"


class EchelonInvalide(ValueError):
    """A placement that does not exist on the grid; the message says which ones do."""


@total_ordering
@dataclass(frozen=True, slots=True)
class Echelon:
    """One placement: an échelon 1-12 or 17-25, or a cadre niveau I-V with or without degré A-C.

    ``numero`` is set for ouvriers, employés and maîtrise; ``niveau`` (and perhaps ``degre``)
    for cadres. A niveau without degré names the whole niveau, as on a fiche.
    """

    numero: int | None = None
    niveau: str | None = None
    degre: str | None = None

    def __post_init__(self) -> None:
        if self.numero is not None:
            if self.niveau or self.degre or self.numero not in _NUMEROS:
                raise EchelonInvalide(_explique(self.numero))
            return
        if self.niveau not in _NIVEAUX:
            raise EchelonInvalide(
                f"« {self.niveau} » n'est pas un niveau de cadre : ils vont de I à V (art. 5.03)."
            )
        if self.degre and (self.degre not in _DEGRES or self.niveau == "V"):
            raise EchelonInvalide(
                f"« {self.niveau} {self.degre} » n'existe pas : les niveaux I à IV ont les degrés "
                "A, B et C, le niveau V n'en a qu'un (art. 5.03)."
            )

    @classmethod
    def lire(cls, valeur: object) -> Echelon:
        """Read 23, "23", "II", "II B", "niveau II degré B"; raise EchelonInvalide otherwise."""
        if isinstance(valeur, Echelon):
            return valeur
        if isinstance(valeur, bool) or valeur is None:
            raise EchelonInvalide(f"« {valeur} » n'est pas un échelon.")
        if isinstance(valeur, float) and valeur.is_integer():
            valeur = int(valeur)
        if isinstance(valeur, int):
            return cls(numero=valeur)
        texte = str(valeur).strip()
        if re.fullmatch(r"[+-]?\d{1,9}", texte):
            return cls(numero=int(texte))
        trouve = _CADRE.fullmatch(texte)
        if not trouve:
            raise EchelonInvalide(
                f"« {texte[:40]} » n'est pas un échelon : 1 à 12 (ouvriers et employés), 17 à 25 "
                "(maîtrise), niveaux I à V (cadres)."
            )
        return cls(niveau=trouve[1].upper(), degre=trouve[2].upper() if trouve[2] else None)

    @property
    def categorie(self) -> Categorie:
        """The catégorie this placement belongs to."""
        if self.numero is None:
            return Categorie.CADRE
        return Categorie.OUVRIER_EMPLOYE if self.numero <= 12 else Categorie.MAITRISE

    @property
    def valeur(self) -> int | str:
        """The placement as data: 23, "II" or "II B"."""
        return self.numero if self.numero is not None else str(self)

    @property
    def est_reference(self) -> bool:
        """True for the échelons a fiche can carry: 3, 6, 9, 12, 17, 20, 23 and the niveaux."""
        return self.numero in _REFERENCES if self.numero is not None else self.degre is None

    def _cle(self) -> tuple[int, int, int]:
        if self.numero is not None:
            return (0, self.numero, 0)
        assert self.niveau is not None
        return (1, _NIVEAUX.index(self.niveau), _DEGRES.index(self.degre) + 1 if self.degre else 0)

    def __lt__(self, autre: object) -> bool:
        if not isinstance(autre, Echelon):
            return NotImplemented
        return self._cle() < autre._cle()

    def __str__(self) -> str:
        if self.numero is not None:
            return str(self.numero)
        return f"{self.niveau} {self.degre}" if self.degre else str(self.niveau)


def _explique(numero: int) -> str:
    if numero > 25:
        return f"Il n'existe pas d'échelon {numero} : la maîtrise s'arrête à 25 (art. 3B.03)."
    if 13 <= numero <= 16:
        return (
            f"Il n'existe pas d'échelon {numero} : les ouvriers et employés s'arrêtent à 12 "
            "(art. 3.03) et la maîtrise commence à 17 (art. 3B.03)."
        )
    return f"Il n'existe pas d'échelon {numero} : la grille commence à 1 (art. 3.03)."


_NUMEROS = frozenset((*range(1, 13), *range(17, 26)))
_REFERENCES = frozenset((3, 6, 9, 12, 17, 20, 23))

OUVRIERS_EMPLOYES = tuple(Echelon(numero=n) for n in range(1, 13))
MAITRISE = tuple(Echelon(numero=n) for n in range(17, 26))
CADRES = (*tuple(Echelon(niveau=n, degre=d) for n in _NIVEAUX[:4] for d in _DEGRES), Echelon(niveau="V"))
GRILLE = OUVRIERS_EMPLOYES + MAITRISE + CADRES
DERNIER_MAITRISE = MAITRISE[-1]


def references(categorie: Categorie) -> tuple[Echelon, ...]:
    """The échelons de référence of a catégorie (niveaux for cadres), lowest first."""
    if categorie is Categorie.CADRE:
        return tuple(Echelon(niveau=n) for n in _NIVEAUX)
    tous = OUVRIERS_EMPLOYES if categorie is Categorie.OUVRIER_EMPLOYE else MAITRISE
    return tuple(e for e in tous if e.est_reference)


def majores_de(reference: Echelon) -> tuple[Echelon, ...]:
    """The two échelons just above a reference (3.02 d, 3B.02 d); none above 12 nor for cadres."""
    numero = reference.numero
    if numero is None or numero == 12 or numero not in _REFERENCES:
        return ()
    return (Echelon(numero=numero + 1), Echelon(numero=numero + 2))


def degres(niveau: Echelon) -> tuple[Echelon, ...]:
    """The placements of a cadre niveau: its degrés A, B, C, or the niveau V alone (5.02 d)."""
    if niveau.niveau is None:
        return ()
    if niveau.niveau == "V":
        return (Echelon(niveau="V"),)
    return tuple(Echelon(niveau=niveau.niveau, degre=d) for d in _DEGRES)
