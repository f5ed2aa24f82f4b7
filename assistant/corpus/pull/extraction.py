"""Our one file out of a tarball, and nothing else."""

from __future__ import annotations

import hashlib
import os
import tarfile
import zlib
from pathlib import Path
from typing import IO

from assistant.corpus.pannes import pannes_dites
from assistant.corpus.pull.erreurs import ErreurDeTelechargement
from assistant.corpus.pull.paquet import MEMBRE

__all__ = ["FICHIER_MAX", "extraire"]

FICHIER_MAX = 100 << 20
_MEMBRES_MAX = 20_000
_DECOMPRESSE_MAX = 6 << 30  # bytes of the whole archive walked through


def extraire(archive: Path, cible: Path) -> str:
    """Write the KALI file of a package's tarball to ``cible``; return its SHA-256.

    Only that member is written, to our own name, so no path of the archive is ever used.
    Raises ErreurDeTelechargement: no such member, too large, damaged archive, no room.
    """
    brouillon = cible.with_name(f".{cible.name}.{os.getpid()}.tmp")
    with pannes_dites(cible.parent, "le fichier KALI", ErreurDeTelechargement):
        try:
            with tarfile.open(archive, "r|gz") as tar:
                somme = _copier(tar, brouillon)
            os.replace(brouillon, cible)
        except (tarfile.TarError, zlib.error, EOFError, ValueError) as exc:
            raise ErreurDeTelechargement(
                f"L'archive {archive} est abîmée ({type(exc).__name__}). Supprimez-la et relancez."
            ) from exc
        finally:
            brouillon.unlink(missing_ok=True)
    return somme


def _copier(tar: tarfile.TarFile, brouillon: Path) -> str:
    vu = 0
    for rang, membre in enumerate(tar):
        vu += membre.size
        if rang > _MEMBRES_MAX or vu > _DECOMPRESSE_MAX:
            raise ErreurDeTelechargement("Cette archive est démesurée : ce n'est pas le paquet.")
        if membre.name.partition("/")[2] != MEMBRE or not membre.isreg():
            continue
        if membre.size > FICHIER_MAX:
            raise ErreurDeTelechargement(
                f"{MEMBRE} pèserait {membre.size >> 20} Mo (au plus {FICHIER_MAX >> 20})."
            )
        source = tar.extractfile(membre)
        assert source is not None, "a regular file has contents"
        return _ecrire(source, brouillon)
    raise ErreurDeTelechargement(
        f"Cette version du paquet ne contient pas {MEMBRE}. Essayez une autre version (--version)."
    )


def _ecrire(source: IO[bytes], brouillon: Path) -> str:
    somme = hashlib.sha256()
    with brouillon.open("wb") as f:
        while morceau := source.read(1 << 20):
            somme.update(morceau)
            f.write(morceau)
        f.flush()
        os.fsync(f.fileno())
    return somme.hexdigest()
