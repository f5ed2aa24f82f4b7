"""Reading a file somebody hands over, with a limit and a French sentence for what goes wrong."""

from __future__ import annotations

from pathlib import Path

from assistant.corpus.erreurs import ErreurDeConnaissance

__all__ = ["illisible", "lire_octets"]


def lire_octets(fichier: Path, maximum: int, trop_gros: str) -> bytes:
    """The bytes of a file of at most ``maximum``; raises ErreurDeConnaissance."""
    try:
        with fichier.open("rb") as f:
            octets = f.read(maximum + 1)
    except OSError as erreur:
        raise ErreurDeConnaissance(fichier, illisible(erreur)) from None
    if len(octets) > maximum:
        raise ErreurDeConnaissance(fichier, trop_gros)
    return octets


def illisible(erreur: OSError) -> str:
    """Why a file cannot be opened."""
    if isinstance(erreur, FileNotFoundError):
        return "ce fichier n'existe pas"
    if isinstance(erreur, IsADirectoryError):
        return "c'est un dossier, on attend un fichier"
    if isinstance(erreur, PermissionError):
        return "l'accès à ce fichier est refusé"
    return f"fichier illisible : {erreur.strerror}"
