"""Names of fiches found in a list of words: longest title first, small words optional."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.retrieval.lexique.jetons import Jeton, jetons, masculin
from assistant.retrieval.lexique.orthographe import Orthographe

__all__ = ["Noms", "Trouvaille"]

_FENETRE = 24


@dataclass(frozen=True, slots=True)
class Trouvaille:
    """Words ``debut``..``fin`` (exclusive) name these codes; ``complet``: a whole title."""

    debut: int
    fin: int
    codes: tuple[str, ...]
    complet: bool
    exact: bool


class Noms:
    """Index of names: each name is the sequence of its stems without small words."""

    def __init__(self, noms: Mapping[str, Iterable[str]], connus: Iterable[str] = ()) -> None:
        self._complets: dict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
        self._mots_de: dict[str, set[str]] = {}
        self._tetes: dict[str, set[str]] = defaultdict(set)
        self._noms_tetes: set[str] = set()
        cibles: set[str] = set()
        for code, siens in noms.items():
            for nom in siens:
                mots = [j for j in jetons(nom) if not j.liaison]
                cle = tuple(j.tige for j in mots)
                if not cle:
                    continue
                self._complets[cle][code] = None
                self._mots_de.setdefault(code, set()).update(cle)
                self._tetes[cle[0]].add(code)
                self._noms_tetes.add(masculin(mots[0].mot).rstrip("s"))
                cibles.update(j.mot for j in mots)
        self._longueur = max((len(c) for c in self._complets), default=0)
        self._orthographe = Orthographe(cibles, connus)
        self._vocabulaire = set().union(*self._mots_de.values()) if self._mots_de else set()

    def tige(self, jeton: Jeton) -> tuple[str, bool]:
        """The stem of a word as the index knows it, and whether it was written right."""
        if jeton.tige in self._vocabulaire:
            return jeton.tige, True
        corrige = self._orthographe.corriger(jeton.mot)
        return (jetons(corrige)[0].tige, False) if corrige else (jeton.tige, True)

    def chercher(self, mots: Sequence[Jeton]) -> list[Trouvaille]:
        """Names in these words, longest first at each place, none overlapping."""
        pleins = [(i, *self.tige(j)) for i, j in enumerate(mots) if not j.liaison]
        trouvailles: list[Trouvaille] = []
        k = 0
        while k < len(pleins):
            trouvee = self._complet_en(pleins, k) or self._partiel_en(mots, pleins, k)
            if trouvee:
                longueur, codes, complet = trouvee
                bout = pleins[k : k + longueur]
                trouvailles.append(
                    Trouvaille(
                        bout[0][0], bout[-1][0] + 1, codes, complet, all(e for *_, e in bout)
                    )
                )
                k += longueur
            else:
                k += 1
        return trouvailles

    def _complet_en(
        self, pleins: Sequence[tuple[int, str, bool]], k: int
    ) -> tuple[int, tuple[str, ...], bool] | None:
        for n in range(min(self._longueur, len(pleins) - k, _FENETRE), 0, -1):
            cle = tuple(t for _, t, _ in pleins[k : k + n])
            if codes := self._complets.get(cle):
                suite = self._suite(pleins, k, n)
                return suite or (n, tuple(codes), True)
        return None

    def _suite(
        self, pleins: Sequence[tuple[int, str, bool]], k: int, n: int
    ) -> tuple[int, tuple[str, ...], bool] | None:
        """A title followed by words that only longer titles have: those longer ones, partly."""
        depart = tuple(t for _, t, _ in pleins[k : k + n])
        plus_longs = {
            code
            for cle, codes in self._complets.items()
            if len(cle) > n and cle[:n] == depart
            for code in codes
        }
        suivants = {t for _, t, _ in pleins[k + n : k + n + 2]}
        retenus = [c for c in sorted(plus_longs) if suivants & (self._mots_de[c] - set(depart))]
        if not retenus:
            return None
        pris = (
            max(
                i
                for i, (_, t, _) in enumerate(pleins[k + n : k + n + 2])
                if any(t in self._mots_de[c] for c in retenus)
            )
            + 1
        )
        return n + pris, tuple(retenus), False

    def _partiel_en(
        self, mots: Sequence[Jeton], pleins: Sequence[tuple[int, str, bool]], k: int
    ) -> tuple[int, tuple[str, ...], bool] | None:
        """A run that starts with the first word of titles: the fiches that share most words."""
        candidats = self._tetes.get(pleins[k][1])
        if not candidats:
            return None
        mot = mots[pleins[k][0]].mot
        if pleins[k][2] and masculin(mot).rstrip("s") not in self._noms_tetes:
            return None  # "préparé" has the stem of "préparateur", but is not that name
        n, retenus = 1, set(candidats)
        while k + n < len(pleins) and pleins[k + n][0] - pleins[k + n - 1][0] <= 3:
            suite = {c for c in retenus if pleins[k + n][1] in self._mots_de[c]}
            if not suite:
                break
            retenus, n = suite, n + 1
        return n, tuple(sorted(retenus)), False
