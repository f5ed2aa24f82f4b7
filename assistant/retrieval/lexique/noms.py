"""Names of fiches found in a list of words: longest title first, small words optional."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.retrieval.lexique.abreviations import Abreviations
from assistant.retrieval.lexique.jetons import Jeton, feminins, jetons, tige
from assistant.retrieval.lexique.orthographe import Orthographe
from assistant.retrieval.lexique.titres import Titre, forme

__all__ = ["Noms", "Trouvaille"]

_FENETRE = 24
_ECART_MAX = 3  # words of any kind between two words of one name
_EGAUX = 0.05


@dataclass(frozen=True, slots=True)
class Trouvaille:
    """The text from place ``debut`` to ``fin`` names these codes; ``complet``: a whole title.

    ``ancien``: a title that only a deleted qualification had, or a code before it was given again.
    """

    debut: int
    fin: int
    codes: tuple[str, ...]
    complet: bool
    exact: bool
    ancien: bool = False


@dataclass(frozen=True, slots=True)
class _Nom:
    """A name found: how many words that count it takes, and how much of a title they share."""

    longueur: int
    codes: tuple[str, ...]
    complet: bool
    poids: float
    ancien: bool = False


@dataclass(frozen=True, slots=True)
class _Plein:
    """A word that counts, spelt right: its place among the words, and whether it was so typed."""

    place: int
    mot: Jeton
    juste: bool


class Noms:
    """Index of names: each name is the sequence of its stems without small words."""

    def __init__(
        self,
        noms: Mapping[str, Iterable[str]],
        connus: Iterable[str] = (),
        anciens: Mapping[str, Iterable[str]] | None = None,
        abreviations: Abreviations | None = None,
        usages: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        """``usages``: everyday names, taken only whole, word for word, and where they are no title."""
        self._abrege = abreviations or Abreviations()
        self._complets: dict[tuple[str, ...], list[Titre]] = defaultdict(list)
        self._par_tete: dict[str, list[Titre]] = defaultdict(list)
        self._noms_tetes: set[str] = set()
        cibles: set[str] = set()
        for titre in _titres(noms, self._abrege, cibles):
            self._complets[titre.tiges].append(titre)
            self._par_tete[titre.tiges[0]].append(titre)
            self._noms_tetes.add(titre.formes[0])
        self._anciens: dict[tuple[str, ...], list[Titre]] = defaultdict(list)
        for titre in _titres(anciens or {}, self._abrege, cibles):
            self._anciens[titre.tiges].append(titre)
        self._usages: dict[tuple[str, ...], list[Titre]] = defaultdict(list)
        for titre in _titres(usages or {}, self._abrege, set()):
            if titre.tiges not in self._complets and titre.tiges not in self._anciens:
                self._usages[titre.formes].append(titre)
        dits = tuple(t.tiges for titres in self._usages.values() for t in titres)
        cles = (*self._complets, *self._anciens, *dits)
        self._longueur = max(map(len, cles), default=0)
        self._orthographe = Orthographe(cibles, connus)
        self._vocabulaire = {t for cle in cles for t in cle} | {tige(c) for c in cibles}

    def chercher(self, mots: Sequence[Jeton]) -> list[Trouvaille]:
        """Names in the words of a text, longest first at each place, none overlapping."""
        justes = {(j.debut, j.fin) for j in mots if self._ecrire(j) is j}
        lus = self._abrege.lire([self._ecrire(j) for j in mots])
        pleins = [
            _Plein(i, j, (j.debut, j.fin) in justes or j.tige not in self._vocabulaire)
            for i, j in enumerate(lus) if not j.liaison
        ]
        trouvailles: list[Trouvaille] = []
        k = 0
        while k < len(pleins):
            trouvee = self._nom_en(lus, pleins, k)
            if trouvee:
                bout = pleins[k : k + trouvee.longueur]
                trouvailles.append(
                    Trouvaille(
                        bout[0].mot.debut, bout[-1].mot.fin, trouvee.codes, trouvee.complet,
                        all(p.juste for p in bout), trouvee.ancien,
                    )
                )
                k += trouvee.longueur
            else:
                k += 1
        return trouvailles

    def _ecrire(self, jeton: Jeton) -> Jeton:
        """The word as the index spells it; the same where it is right or resembles nothing."""
        if jeton.liaison or jeton.tige in self._vocabulaire:
            return jeton
        reste = jeton.mot[1:]
        if jeton.mot[0] in "dl" and len(reste) > 3 and tige(reste) in self._vocabulaire:
            return replace(jeton, mot=reste, tige=tige(reste))  # "daccueil"
        if (corrige := self._orthographe.corriger(jeton.mot)) is None:
            return jeton
        return replace(jeton, mot=corrige, tige=tige(corrige))

    def _nom_en(self, mots: Sequence[Jeton], pleins: Sequence[_Plein], k: int) -> _Nom | None:
        """The name that starts at place k: a whole title, or a longer one of which more is said."""
        complet = self._complet_en(mots, pleins, k)
        partiel = self._partiel_en(pleins, k)
        if complet is None or partiel is None:
            return complet or partiel
        plus = partiel.longueur > complet.longueur and partiel.poids > complet.poids + _EGAUX
        return partiel if plus else complet

    def _complet_en(self, mots: Sequence[Jeton], pleins: Sequence[_Plein], k: int) -> _Nom | None:
        for n in range(min(self._longueur, len(pleins) - k, _FENETRE), 0, -1):
            cle = tuple(p.mot.tige for p in pleins[k : k + n])
            if titres := self._complets.get(cle) or self._anciens.get(cle):
                ecrit = tuple(j.mot for j in mots[pleins[k].place : pleins[k + n - 1].place + 1])
                ecarts = [t.ecart(ecrit) for t in titres]
                codes = tuple(dict.fromkeys(
                    t.code for t, e in zip(titres, ecarts, strict=True) if e == min(ecarts)
                ))
                return _Nom(n, codes, True, float(n), cle not in self._complets)
            dit = tuple(forme(p.mot.mot) for p in pleins[k : k + n])
            usages = self._usages.get(dit)
            lus = [j.mot for j in mots[pleins[k].place : pleins[k + n - 1].place]]
            if usages and lus.count("et") <= usages[0].ecrit.count("et"):  # else two jobs
                return _Nom(n, tuple(dict.fromkeys(t.code for t in usages)), True, float(n))
        return None

    def _partiel_en(self, pleins: Sequence[_Plein], k: int) -> _Nom | None:
        """A run that starts with the first word of titles: those that share most words."""
        titres = self._par_tete.get(pleins[k].mot.tige)
        if not titres:
            return None
        if pleins[k].juste and forme(pleins[k].mot.mot) not in self._noms_tetes:
            return None  # "préparé" has the stem of "préparateur", but is not that name
        suite = [(p.mot.tige, forme(p.mot.mot)) for p in _proches(pleins, k)]
        notes = [(*t.partage(suite, self._noms_tetes), t) for t in titres]
        meilleur = max(poids for poids, _, _ in notes)
        retenus = [(bout, t) for poids, bout, t in notes if poids >= meilleur - _EGAUX]
        entiers = [(bout, t) for bout, t in retenus if meilleur > len(t.tiges) - 1 + _EGAUX]
        gardes = entiers if meilleur > 1.5 and len({t.code for _, t in entiers}) == 1 else retenus
        codes = tuple(sorted({t.code for _, t in gardes}))
        return _Nom(max(b for b, _ in gardes), codes, gardes is entiers, meilleur)


def _titres(
    noms: Mapping[str, Iterable[str]], abrege: Abreviations, cibles: set[str]
) -> Iterable[Titre]:
    """The names as titles; their words and feminine forms are added to ``cibles``."""
    for code, siens in noms.items():
        for nom in siens:
            titre = Titre.de(code, abrege.lire(jetons(nom)))
            if titre.tiges:
                pleins = [j.mot for j in jetons(nom) if not j.liaison]
                cibles.update((*pleins, *feminins(pleins[0])))
                yield titre


def _proches(pleins: Sequence[_Plein], k: int) -> list[_Plein]:
    """The words that count from place k on, as long as they stand near each other."""
    suite = [pleins[k]]
    for p in pleins[k + 1 : k + _FENETRE]:
        if p.place - suite[-1].place > _ECART_MAX:
            break
        suite.append(p)
    return suite
