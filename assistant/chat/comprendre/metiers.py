"""Jobs a question names, in order: titles, codes, and everyday words for several fiches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.retrieval import Jeton, Mentions, jetons
from assistant.retrieval.lexique.orthographe import Orthographe

if TYPE_CHECKING:
    from assistant.chat.connaissances import Connaissances
    from assistant.corpus.schemas_parcours import EntreeMetier

__all__ = ["Metiers", "Nomme", "departager", "fiches_nommees"]

_AU_PLUS = 8  # a name that could be more fiches than that names none


@dataclass(frozen=True, slots=True)
class Nomme:
    """A job named: the fiches it may be (the likeliest first), the words, their place."""

    codes: tuple[str, ...]
    texte: str
    debut: int
    fin: int


class Metiers:
    """Index of everyday job names, by stems, with typing errors put right."""

    def __init__(self, entrees: Iterable[EntreeMetier], connus: Iterable[str] = ()) -> None:
        self._codes: dict[tuple[str, ...], tuple[str, ...]] = {}
        mots: set[str] = set()
        for entree in entrees:
            for nom in entree.dit:
                pleins = [j for j in jetons(nom) if not j.liaison]
                self._codes[tuple(j.tige for j in pleins)] = tuple(entree.codes)
                mots.update(j.mot for j in pleins)
        self._tiges = {t for cle in self._codes for t in cle}
        self._longueur = max(map(len, self._codes), default=0)
        self._orthographe = Orthographe(mots, {j.mot for p in connus for j in jetons(p)})

    def trouver(self, texte: str) -> tuple[Nomme, ...]:
        """The names found in a text, longest first at each place."""
        pleins = [j for j in jetons(texte) if not j.liaison]
        tiges = [self._tige(j) for j in pleins]
        trouves: list[Nomme] = []
        i = 0
        while i < len(pleins):
            for n in range(min(self._longueur, len(pleins) - i), 0, -1):
                if codes := self._codes.get(tuple(tiges[i : i + n])):
                    debut, fin = pleins[i].debut, pleins[i + n - 1].fin
                    trouves.append(Nomme(codes, "", debut, fin))
                    i += n
                    break
            else:
                i += 1
        return tuple(trouves)

    def _tige(self, jeton: Jeton) -> str:
        if jeton.tige in self._tiges or not (juste := self._orthographe.corriger(jeton.mot)):
            return jeton.tige
        return jetons(juste)[0].tige


def fiches_nommees(plat: str, mentions: Mentions, c: Connaissances) -> tuple[Nomme, ...]:
    """The jobs named in a question, in order. ``plat``: the question without accents.

    An everyday name gives way to a longer title that covers it, and to a code.
    """
    liens = [
        Nomme(m.valeurs, m.texte, m.debut, m.fin)
        for m in mentions.de("fiche", "partiel")
        if len(m.valeurs) <= _AU_PLUS and not (m.genre == "partiel" and c.noms_vagues(m.texte))
    ]
    usages = [
        n for n in c.metiers.trouver(plat)
        if not any(_couvre(lien, n) and lien.fin - lien.debut > n.fin - n.debut for lien in liens)
    ]
    gardes = [x for x in liens if not any(_couvre(n, x) for n in usages)]
    tous = sorted((*gardes, *usages), key=lambda n: n.debut)
    return tuple(
        Nomme(_connus(n.codes, c.kb.fiches), plat[n.debut : n.fin], n.debut, n.fin)
        for n in tous if _connus(n.codes, c.kb.fiches)
    )


def departager(a: Nomme, b: Nomme, filiere: Mapping[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What two names mean side by side: different fiches, of one filière where that can be.

    ``filiere``: filière letter by code.
    """
    de_a = _sans(a.codes, b.codes)
    de_b = _sans(b.codes, a.codes)
    communes = {filiere[x] for x in de_a} & {filiere[x] for x in de_b}
    if communes:
        de_a = tuple(x for x in de_a if filiere[x] in communes)
        de_b = tuple(x for x in de_b if filiere[x] in communes)
    return de_a, de_b


def _sans(ici: tuple[str, ...], la: tuple[str, ...]) -> tuple[str, ...]:
    """Without the other's only meaning, unless nothing would be left."""
    return tuple(x for x in ici if (x,) != la) or ici


def _couvre(grand: Nomme, petit: Nomme) -> bool:
    return grand.debut < petit.fin and petit.debut < grand.fin


def _connus(codes: Sequence[str], fiches: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(x for x in codes if x in fiches)
