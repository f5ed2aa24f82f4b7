"""Fiches found by what they are: filière, échelon, catégorie, status, words of their titles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.classification.fiche import Fiche
from assistant.classification.grille import Categorie, Echelon
from assistant.classification.mots import racine, sans_accents

__all__ = ["Criteres", "chercher", "par_filiere", "titre_cherche"]

_MOT = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Criteres:
    """What to look for; an empty criterion lets everything through.

    ``filieres``: letters ("B"). ``echelons``: a reference, or an échelon majoré, which stands
    for the fiches that reach it; a niveau with a degré stands for its niveau. ``mots``: words
    that a single title must all hold, whatever their endings; ``parmi``: phrases of which one
    title must hold at least one. ``statut``: "en_vigueur",
    "supprime", or None for both.
    """

    filieres: tuple[str, ...] = ()
    echelons: tuple[Echelon, ...] = ()
    categorie: Categorie | None = None
    statut: str | None = "en_vigueur"
    mots: tuple[str, ...] = ()
    parmi: tuple[str, ...] = ()

    @property
    def vide(self) -> bool:
        """True when nothing narrows the search."""
        poses = self.filieres or self.echelons or self.categorie or self.mots or self.parmi
        return not poses and self.statut == "en_vigueur"


def chercher(fiches: Mapping[str, Fiche], criteres: Criteres) -> tuple[Fiche, ...]:
    """The fiches that meet every criterion, by filière, then placement, then number."""
    trouvees = (f for f in fiches.values() if _repond(f, criteres))
    return tuple(sorted(trouvees, key=lambda f: (_ordre(f), f.code.reference, f.code.numero)))


def par_filiere(fiches: Iterable[Fiche]) -> dict[str, tuple[Fiche, ...]]:
    """The same, grouped by filière letter in the order given."""
    groupes: dict[str, list[Fiche]] = {}
    for fiche in fiches:
        groupes.setdefault(fiche.code.filiere, []).append(fiche)
    return {lettre: tuple(siennes) for lettre, siennes in groupes.items()}


def titre_cherche(fiche: Fiche, criteres: Criteres) -> str:
    """The first denomination that holds the words looked for, else the first one."""
    for titre in fiche.titres:
        tiges = _tiges((titre,))
        if (criteres.mots or criteres.parmi) and _tiges(criteres.mots) <= tiges and (
            not criteres.parmi or any(_tiges((p,)) <= tiges for p in criteres.parmi)
        ):
            return titre
    return fiche.titre


def _repond(fiche: Fiche, c: Criteres) -> bool:
    return (
        (not c.filieres or fiche.code.filiere in c.filieres)
        and (not c.echelons or any(_porte(fiche, e) for e in c.echelons))
        and (c.categorie is None or fiche.categorie is c.categorie)
        and (c.statut is None or fiche.statut == c.statut)
        and (not c.mots or any(_tiges(c.mots) <= _tiges((t,)) for t in fiche.titres))
        and (not c.parmi or any(_tiges((p,)) <= _tiges((t,)) for p in c.parmi for t in fiche.titres))
    )


def _porte(fiche: Fiche, echelon: Echelon) -> bool:
    if echelon.degre:
        return fiche.reference.niveau == echelon.niveau
    return echelon == fiche.reference or echelon in fiche.majores


def _tiges(textes: Iterable[str]) -> frozenset[str]:
    return frozenset(racine(m) for t in textes for m in _MOT.findall(sans_accents(t)))


def _ordre(fiche: Fiche) -> tuple[str, int]:
    """A, AA, AAA, B, C, CC…: by letter, then by how many."""
    return fiche.code.filiere[0], len(fiche.code.filiere)
