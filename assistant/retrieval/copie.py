"""A process's own copy of a sealed index, verified file by file.

Chroma writes into its folder as soon as it opens it (measured with 1.5.9: the SQLite file
always, the vector files too when they were not complete), refuses one it cannot write, and
is not made for several processes on one folder. So each process opens a copy: 2 ms for 300
passages, 10 ms for 3,000. The sealed folder is only ever read, may stand on a read-only
volume, may be pruned at any moment, and a damaged file is found before native code reads it.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import tempfile
import time
import weakref
from pathlib import Path
from typing import Any

from .erreurs import IndexCorrompu, pannes_en_francais
from .manifeste import Manifeste

__all__ = ["CopiePrivee"]

_PREFIXE = "echelon-index-"
_ISSUE = "choisissez un autre dossier temporaire avec la variable TMPDIR"
_VERROU = "vivant"
_JEUNE = 60.0  # seconds: a folder this young may not have taken its lock yet


class CopiePrivee:
    """A temporary folder that lives as long as this object, or as this process.

    `dossier` is the copy to open; `lieu` what to say of a failure there. Copies left by
    killed processes are removed when the next one is made: each living one holds a lock.
    """

    def __init__(self, source: Path, manifeste: Manifeste) -> None:
        """Copy `source`; raises `IndexCorrompu` on a difference, `ErreurIndex` on no room."""
        from filelock import FileLock

        parent = Path(tempfile.gettempdir())
        _retirer_les_orphelines(parent)
        self.lieu = (parent, "la copie de travail de l'index", _ISSUE)
        with pannes_en_francais(*self.lieu):
            # The name first, its removal promised, then the folder: a Ctrl-C between loses none.
            self._racine = parent / f"{_PREFIXE}{secrets.token_hex(8)}"
            verrou = FileLock(self._racine / _VERROU)
            self._fin = weakref.finalize(self, _fermer, self._racine, verrou, os.getpid())
            self.dossier = self._racine / "chroma"
            try:
                self._racine.mkdir(mode=0o700)
                verrou.acquire(timeout=0)
                for nom, somme in manifeste.fichiers.items():
                    _copier(source / nom, self.dossier / nom, somme)
            except BaseException:
                self._fin()
                raise

    def fermer(self) -> None:
        """Remove the copy; calling it again does nothing."""
        self._fin()


def _copier(source: Path, cible: Path, somme: str) -> None:
    try:
        contenu = source.read_bytes()
    except OSError as exc:
        raise IndexCorrompu(f"Le fichier {source} de l'index ne peut pas être lu.") from exc
    if hashlib.sha256(contenu).hexdigest() != somme:
        raise IndexCorrompu(f"Le fichier {source} de l'index a été modifié ou tronqué.")
    cible.parent.mkdir(parents=True, exist_ok=True)
    cible.write_bytes(contenu)


def _fermer(racine: Path, verrou: Any, pid: int) -> None:
    if os.getpid() != pid:  # a forked child does not own its parent's copy
        return
    verrou.release(force=True)
    shutil.rmtree(racine, ignore_errors=True)


def _retirer_les_orphelines(parent: Path) -> None:
    """Remove old copies of ours that no living process holds. Failures are left alone."""
    from filelock import FileLock, Timeout

    for dossier in parent.glob(f"{_PREFIXE}*"):
        try:
            if dossier.is_symlink() or not _ancienne_et_a_nous(dossier):
                continue
            verrou = FileLock(dossier / _VERROU)
            verrou.acquire(timeout=0)
        except (OSError, Timeout):
            continue
        verrou.release(force=True)
        shutil.rmtree(dossier, ignore_errors=True)


def _ancienne_et_a_nous(dossier: Path) -> bool:
    etat = dossier.stat()
    a_nous = not hasattr(os, "getuid") or etat.st_uid == os.getuid()
    return a_nous and time.time() - etat.st_mtime > _JEUNE
