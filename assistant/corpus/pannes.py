"""Failures of the disk, said in French: what could not be written, why, what to do."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["AUTRE_DOSSIER", "disque_plein", "est_une_panne", "expliquer", "pannes_dites"]

AUTRE_DOSSIER = "choisissez un autre dossier avec ECHELON_DATA_DIR"
_PLEIN = frozenset({errno.ENOSPC, errno.EDQUOT})
_INTERDIT = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_PAS_UN_DOSSIER = frozenset({errno.ENOTDIR, errno.EEXIST})
_RESERVE = 256 * 1024  # bytes: below this, a database failure is taken for a full disk


def expliquer(exc: BaseException, dossier: Path, quoi: str, issue: str = AUTRE_DOSSIER) -> str:
    """Say in French why `quoi` could not be written in `dossier`, and what to do.

    `issue` is the way out offered besides mending the folder. The system's own message is
    kept only where none of the known causes applies.
    """
    code = exc.errno if isinstance(exc, OSError) else None
    texte = str(exc).lower()
    debut = f"Impossible d'écrire {quoi} dans {dossier}"
    if code in _PLEIN or "disk is full" in texte or disque_plein(dossier):
        return f"{debut} : le disque est plein. Libérez de la place ou {issue}."
    if code in _PAS_UN_DOSSIER:
        return f"{debut} : un fichier occupe la place d'un dossier. Déplacez ce fichier ou {issue}."
    if code in _INTERDIT or "readonly database" in texte:
        return (
            f"{debut} : l'écriture y est refusée (lecture seule, ou droits insuffisants). "
            f"Autorisez l'écriture ou {issue}."
        )
    if code == errno.ENOENT:
        return f"{debut} : ce dossier n'existe pas et ne peut pas être créé. Créez-le ou {issue}."
    detail = exc.strerror if isinstance(exc, OSError) and exc.strerror else str(exc)
    return f"{debut} ({detail or type(exc).__name__}). Vérifiez ce dossier ou {issue}."


@contextmanager
def pannes_dites(
    dossier: Path, quoi: str, erreur: type[Exception], issue: str = AUTRE_DOSSIER
) -> Iterator[None]:
    """Turn an OSError of the block into ``erreur`` with its French sentence."""
    try:
        yield
    except OSError as exc:
        raise erreur(expliquer(exc, dossier, quoi, issue)) from exc


def est_une_panne(exc: BaseException) -> bool:
    """True for an ordinary exception or a Rust panic, False for a request to stop."""
    return isinstance(exc, Exception) or type(exc).__name__ == "PanicException"


def disque_plein(dossier: Path) -> bool:
    """True when the volume of `dossier` (or of its nearest existing parent) has no room left."""
    for chemin in (dossier, *dossier.parents):
        try:
            usage = shutil.disk_usage(chemin)
        except OSError:
            continue
        # /proc and the like report a size of zero: they are not full, they are not disks.
        return usage.total > 0 and usage.free < _RESERVE
    return False
