"""Errors of the retrieval package: each message is a French sentence a user can act on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.corpus.pannes import AUTRE_DOSSIER, disque_plein, est_une_panne
from assistant.corpus.pannes import expliquer as _expliquer

__all__ = [
    "AUTRE_DOSSIER",
    "ErreurEncodeur",
    "ErreurIndex",
    "ErreurRecherche",
    "IndexAbsent",
    "IndexCorrompu",
    "disque_plein",
    "est_une_panne",
    "expliquer",
    "pannes_en_francais",
]


class ErreurRecherche(RuntimeError):
    """Base of the retrieval errors; `str(error)` is shown to the user as it is."""


class ErreurEncodeur(ErreurRecherche):
    """The embedding model named by the setting cannot be loaded."""


class ErreurIndex(ErreurRecherche):
    """The index cannot be built, opened or queried."""


class IndexAbsent(ErreurIndex):
    """There is no complete index in the folder."""


class IndexCorrompu(ErreurIndex):
    """The folder holds an index that its manifest does not vouch for."""


def expliquer(
    exc: BaseException, dossier: Path, quoi: str = "l'index", issue: str = AUTRE_DOSSIER
) -> str:
    """As `corpus.pannes.expliquer`, about the index unless told otherwise."""
    return _expliquer(exc, dossier, quoi, issue)


@contextmanager
def pannes_en_francais(
    dossier: Path, quoi: str = "l'index", issue: str = AUTRE_DOSSIER
) -> Iterator[None]:
    """Turn any failure of the block into `ErreurIndex`; our own errors pass unchanged.

    Rust panics of the vector store derive from BaseException and are caught too;
    KeyboardInterrupt and SystemExit are not.
    """
    try:
        yield
    except ErreurRecherche:
        raise
    except BaseException as exc:
        if not est_une_panne(exc):
            raise
        raise ErreurIndex(expliquer(exc, dossier, quoi, issue)) from exc
