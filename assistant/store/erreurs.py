"""What can go wrong with the conversations' file, said to the person who runs the assistant."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from json import JSONDecodeError
from pathlib import Path

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

__all__ = ["Cause", "ErreurMagasin", "traduire"]


class Cause(StrEnum):
    """Why the store refuses; the page has a sentence of its own for each."""

    PLEINE = "pleine"
    LECTURE_SEULE = "lecture_seule"
    ABIMEE = "abimee"
    OCCUPEE = "occupee"
    PLUS_RECENTE = "plus_recente"
    INCONNUE = "inconnue"
    AUTRE = "autre"


_PHRASES = {
    Cause.PLEINE: (
        "Il n'y a plus de place pour enregistrer les conversations dans {chemin}. "
        "Libérez de la place sur ce disque, puis réessayez."
    ),
    Cause.LECTURE_SEULE: (
        "Les conversations ne peuvent pas être enregistrées : {chemin} n'est pas accessible en "
        "écriture. Donnez ce droit, ou choisissez un autre dossier avec ECHELON_DATA_DIR."
    ),
    Cause.ABIMEE: (
        "Le fichier des conversations {chemin} est abîmé ou n'est pas une base SQLite. "
        "Il n'a pas été modifié : déplacez-le, un nouveau sera créé."
    ),
    Cause.OCCUPEE: (
        "Le fichier des conversations {chemin} est tenu par un autre programme depuis trop "
        "longtemps. Réessayez, ou fermez l'autre programme."
    ),
    Cause.PLUS_RECENTE: (
        "Le fichier des conversations {chemin} vient d'une version plus récente d'Échelon. "
        "Mettez Échelon à jour, ou choisissez un autre dossier avec ECHELON_DATA_DIR."
    ),
    Cause.INCONNUE: "Cette conversation n'existe pas, ou a été supprimée ({chemin}).",
    Cause.AUTRE: "Les conversations ne peuvent pas être lues ni enregistrées dans {chemin}.",
}

# Primary SQLite result codes (https://www.sqlite.org/rescode.html); extended ones carry them
# in their low byte.
_CODES = {
    sqlite3.SQLITE_FULL: Cause.PLEINE,
    sqlite3.SQLITE_READONLY: Cause.LECTURE_SEULE,
    sqlite3.SQLITE_PERM: Cause.LECTURE_SEULE,
    sqlite3.SQLITE_CANTOPEN: Cause.LECTURE_SEULE,
    sqlite3.SQLITE_CORRUPT: Cause.ABIMEE,
    sqlite3.SQLITE_NOTADB: Cause.ABIMEE,
    sqlite3.SQLITE_BUSY: Cause.OCCUPEE,
    sqlite3.SQLITE_LOCKED: Cause.OCCUPEE,
}


class ErreurMagasin(Exception):
    """The store could not do what was asked; nothing already kept was touched.

    `str()` is a French sentence: what, where, what to do. `cause` tells programs why.
    """

    def __init__(self, cause: Cause, chemin: Path | str, detail: str = "") -> None:
        self.cause = cause
        self.chemin = str(chemin)
        phrase = _PHRASES[cause].format(chemin=self.chemin)
        super().__init__(f"{phrase} ({detail})" if detail else phrase)


@contextmanager
def traduire(chemin: Path) -> Iterator[None]:
    """Turn what the system, SQLite or SQLAlchemy raises inside into `ErreurMagasin`."""
    try:
        yield
    except DBAPIError as erreur:
        raise _depuis_sqlite(erreur.orig, chemin) from erreur
    except sqlite3.Error as erreur:
        raise _depuis_sqlite(erreur, chemin) from erreur
    except SQLAlchemyError as erreur:
        raise ErreurMagasin(Cause.AUTRE, chemin, type(erreur).__name__) from erreur
    except JSONDecodeError as erreur:
        raise ErreurMagasin(Cause.ABIMEE, chemin) from erreur
    except OSError as erreur:
        raise ErreurMagasin(_cause_du_systeme(erreur), chemin) from erreur


def _depuis_sqlite(erreur: BaseException | None, chemin: Path) -> ErreurMagasin:
    code = getattr(erreur, "sqlite_errorcode", None)
    if code is None:
        return ErreurMagasin(Cause.AUTRE, chemin, str(erreur))
    # A write cut short by the system (quota, file size limit) comes back as an I/O error.
    ecriture_refusee = code == sqlite3.SQLITE_IOERR_WRITE
    cause = Cause.PLEINE if ecriture_refusee else _CODES.get(code & 0xFF, Cause.AUTRE)
    return ErreurMagasin(cause, chemin, str(erreur) if cause is Cause.AUTRE else "")


def _cause_du_systeme(erreur: OSError) -> Cause:
    pleine = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
    return Cause.PLEINE if erreur.errno in pleine else Cause.LECTURE_SEULE
