"""The SQLite file: connections that several processes can share, and its schema's version."""

import os
import sqlite3
import time
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL

from assistant.store.erreurs import Cause, ErreurMagasin

__all__ = ["REVISION", "mettre_a_niveau", "moteur"]

REVISION = "0001"
"""Newest migration in `migrations/versions`; a test holds the two together."""

ATTENTE_S = 10.0
"""How long a process waits for another one that writes."""


def moteur(chemin: Path) -> Engine:
    """An engine on the file at `chemin`, in WAL mode, whose writers queue instead of failing.

    A unit of work that writes must use `engine.execution_options(ecriture=True)`: it takes the
    write lock at once. A reader that turned into a writer could not wait for its turn.
    """
    engine = create_engine(
        URL.create("sqlite", database=str(chemin)),
        connect_args={"timeout": ATTENTE_S},
    )
    event.listen(engine, "connect", _regler)
    event.listen(engine, "begin", _commencer)
    return engine


def _regler(connexion: sqlite3.Connection, _record: Any) -> None:
    connexion.isolation_level = None  # we say BEGIN ourselves, in `_commencer`
    connexion.execute(f"PRAGMA busy_timeout = {int(ATTENTE_S * 1000)}")
    _passer_en_wal(connexion)
    connexion.execute("PRAGMA synchronous = NORMAL")
    connexion.execute("PRAGMA foreign_keys = ON")
    connexion.execute("PRAGMA secure_delete = ON")  # a deleted conversation leaves no trace


def _passer_en_wal(connexion: sqlite3.Connection) -> None:
    """Switch to WAL once; the mode stays in the file. SQLite does not wait here by itself."""
    limite = time.monotonic() + ATTENTE_S
    while connexion.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connexion.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as erreur:
            occupe = erreur.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
            if not occupe or time.monotonic() > limite:
                raise
            time.sleep(0.05)


def _commencer(connexion: Connection) -> None:
    ecriture = connexion.get_execution_options().get("ecriture", False)
    connexion.exec_driver_sql("BEGIN IMMEDIATE" if ecriture else "BEGIN")


def mettre_a_niveau(engine: Engine, chemin: Path) -> None:
    """Bring the file to `REVISION`, creating it when absent; raises `ErreurMagasin`."""
    _creer_prive(chemin)
    with engine.connect() as connexion:
        if _revision(connexion) == REVISION:
            return
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", "assistant.store:migrations")
    with engine.execution_options(ecriture=True).begin() as connexion:
        config.attributes["connection"] = connexion
        try:
            command.upgrade(config, "head")
        except CommandError as erreur:  # the file names a revision that this version lacks
            raise ErreurMagasin(Cause.PLUS_RECENTE, chemin) from erreur


def _creer_prive(chemin: Path) -> None:
    """Make the folder and the empty file, readable by their owner only: these are private."""
    chemin.parent.mkdir(parents=True, exist_ok=True)
    if not chemin.exists():
        os.close(os.open(chemin, os.O_CREAT | os.O_RDWR, 0o600))


def _revision(connexion: Connection) -> str | None:
    if not inspect(connexion).has_table("alembic_version"):
        return None
    revision: str | None = connexion.execute(
        text("SELECT version_num FROM alembic_version")
    ).scalar_one_or_none()
    return revision
