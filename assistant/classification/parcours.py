"""Where qualifications lead: the graph of the evolution sections, and the ways through it.

An evolution is a possibility that a fiche names, never a right: being placed on another fiche
takes a job that fits it (3.02 a, 3B.02 a, 5.02 a).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assistant.classification.fiche import Fiche
from assistant.classification.grille import Categorie, references

__all__ = ["LONGUEUR_MAX", "Graphe"]

LONGUEUR_MAX = 6  # steps of a route; longer ones help nobody
_EN_VIGUEUR = "en_vigueur"
_ECHELLE = tuple(e for c in Categorie for e in references(c))

Route = tuple[str, ...]


@dataclass(frozen=True)
class Graphe:
    """Evolutions between fiches in force, by canonical code.

    ``aretes``: next codes of each code, in the order of its fiche; only codes in force.
    ``retraits``: codes a fiche names that are deleted or unknown (never a step of a route).
    """

    fiches: Mapping[str, Fiche]
    aretes: Mapping[str, tuple[str, ...]]
    retraits: Mapping[str, tuple[str, ...]]

    @classmethod
    def de(cls, fiches: Mapping[str, Fiche]) -> Graphe:
        """Build the graph from `Fiche.evolution`."""
        aretes: dict[str, tuple[str, ...]] = {}
        retraits: dict[str, tuple[str, ...]] = {}
        for code, fiche in fiches.items():
            vers = [c for c in dict.fromkeys(fiche.evolution) if c != code]
            aretes[code] = tuple(c for c in vers if _vivante(fiches, c))
            retraits[code] = tuple(c for c in vers if not _vivante(fiches, c))
        return cls(fiches, aretes, retraits)

    def suites(self, code: str) -> tuple[str, ...]:
        """The fiches that this fiche's evolution section names and that are in force."""
        return self.aretes.get(code, ())

    def origines(self, code: str) -> tuple[str, ...]:
        """The fiches in force whose evolution section names this one, by code."""
        venues = (c for c, vers in self.aretes.items() if code in vers and self._vit(c))
        return tuple(sorted(venues, key=self._rang))

    def voisines(self, code: str) -> tuple[str, ...]:
        """Same filière, next reference placement that has a fiche there; without the suites.

        This is the panorama's neighbourhood, not an evolution that a fiche names.
        """
        fiche = self.fiches[code]
        siennes = [
            f for c, f in self.fiches.items()
            if self._vit(c) and f.code.filiere == fiche.code.filiere and f.reference > fiche.reference
        ]
        if not siennes:
            return ()
        haut = min(f.reference for f in siennes)
        codes = (str(f.code) for f in siennes if f.reference == haut)
        return tuple(sorted((c for c in codes if c not in self.suites(code)), key=self._rang))

    def routes(
        self, depart: str, arrivee: str, longueur: int = LONGUEUR_MAX, au_plus: int | None = None
    ) -> tuple[Route, ...]:
        """All simple routes of at most ``longueur`` steps, shortest first, then by code.

        Each route goes from ``depart`` to ``arrivee`` included; () where one of them is not in
        force, where they are the same, or where no evolution joins them. ``au_plus`` keeps the
        first routes only.
        """
        if depart == arrivee or not (self._vit(depart) and self._vit(arrivee)):
            return ()
        reste = self._distances_vers(arrivee)
        if reste.get(depart, longueur + 1) > longueur:
            return ()
        trouvees: list[Route] = []
        for juste in range(reste[depart], longueur + 1):  # shortest first, without holding all
            trouvees += self._en(juste, (depart,), arrivee, reste)
            if au_plus is not None and len(trouvees) >= au_plus:
                return tuple(trouvees[:au_plus])
        return tuple(trouvees)

    def _en(
        self, pas: int, route: Route, arrivee: str, reste: Mapping[str, int]
    ) -> Iterator[Route]:
        """Routes that go on from ``route`` and end after exactly ``pas`` more steps."""
        if route[-1] == arrivee:
            if pas == 0:
                yield route
            return
        for suivant in sorted(self.suites(route[-1]), key=self._rang):
            if suivant not in route and reste.get(suivant, pas) <= pas - 1:
                yield from self._en(pas - 1, (*route, suivant), arrivee, reste)

    def _distances_vers(self, arrivee: str) -> dict[str, int]:
        """Fewest steps to the end, for every code from which it can be reached."""
        avant: dict[str, list[str]] = {}
        for code, vers in self.aretes.items():
            if self._vit(code):
                for suivant in vers:
                    avant.setdefault(suivant, []).append(code)
        distances, file = {arrivee: 0}, deque([arrivee])
        while file:
            code = file.popleft()
            for precedent in avant.get(code, ()):
                if precedent not in distances:
                    distances[precedent] = distances[code] + 1
                    file.append(precedent)
        return distances

    def _vit(self, code: str) -> bool:
        return _vivante(self.fiches, code)

    def _rang(self, code: str) -> tuple[int, str, int]:
        c = self.fiches[code].code
        return _ECHELLE.index(c.reference), c.filiere, c.numero


def _vivante(fiches: Mapping[str, Fiche], code: str) -> bool:
    return code in fiches and fiches[code].statut == _EN_VIGUEUR
