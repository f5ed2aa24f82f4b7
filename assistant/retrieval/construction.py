"""Filling a new index: passages to vectors, in lots, with progress."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from .embeddings import Encodeur, nettoyer
from .erreurs import ErreurIndex
from .filtres import CHAMPS
from .magasin import Magasin
from .protocoles import Passage, Progres

__all__ = ["refuser_doublons", "remplir", "texte_indexe"]

_LOT = 32  # passages embedded and written at a time


def remplir(
    dossier: Path, passages: Sequence[Passage], encodeur: Encodeur, progress: Progres | None
) -> None:
    signaler = progress or (lambda fait, total: None)
    signaler(0, len(passages))
    magasin = Magasin(dossier, encodeur, taille=len(passages))
    try:
        for debut, lot in _lots(passages):
            magasin.chroma.add_texts(
                [texte_indexe(p) for p in lot], [_champs(p) for p in lot], [p.id for p in lot]
            )
            signaler(debut + len(lot), len(passages))
    finally:
        magasin.fermer()


def _lots(passages: Sequence[Passage]) -> Iterator[tuple[int, Sequence[Passage]]]:
    for debut in range(0, len(passages), _LOT):
        yield debut, passages[debut : debut + _LOT]


def texte_indexe(passage: Passage) -> str:
    return nettoyer(f"{passage.contexte}\n{passage.texte}".strip())


def _champs(passage: Passage) -> dict[str, str]:
    valeurs = {champ: getattr(passage, champ) for champ in CHAMPS}
    return {champ: str(valeur) for champ, valeur in valeurs.items() if valeur is not None}


def refuser_doublons(passages: Sequence[Passage]) -> None:
    vus: set[str] = set()
    for passage in passages:
        if passage.id in vus:
            raise ErreurIndex(
                f"Deux passages portent l'identifiant « {passage.id} » : corrigez la base de "
                "connaissances, chaque passage doit avoir le sien."
            )
        vus.add(passage.id)
