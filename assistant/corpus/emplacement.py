"""Where knowledge/ and prompts/ are: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

import hashlib
from pathlib import Path

__all__ = ["dossier_embarque", "empreinte"]

_PAQUET = Path(__file__).resolve().parent.parent


def dossier_embarque(nom: str) -> Path:
    """The packaged folder of that name ("knowledge", "prompts")."""
    embarque = _PAQUET / "_donnees" / nom
    return embarque if embarque.is_dir() else _PAQUET.parent / nom


def empreinte(racine: Path, motifs: tuple[str, ...] = ("*.yaml", "*.md")) -> str:
    """12 hex digits over names and contents of the folder's data files, in name order."""
    somme = hashlib.sha256()
    for fichier in sorted(f for m in motifs for f in racine.rglob(m)):
        somme.update(fichier.relative_to(racine).as_posix().encode())
        somme.update(b"\0")
        somme.update(fichier.read_bytes())
        somme.update(b"\0")
    return somme.hexdigest()[:12]
