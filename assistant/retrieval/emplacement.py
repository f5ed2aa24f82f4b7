"""The index's place on disk: version folders, the pointer to the current one, the lock.

    <data_dir>/index/<empreinte>/         an index: sealed, never written again
    <data_dir>/index/.<empreinte>.<pid>.<n>.tmp   one being built
    <data_dir>/index/courant              two lines: current version, previous version
    <data_dir>/index/.verrou              held by the process that builds

Readers take no lock: they find their folder by name, and check what they copy from it.
"""

from __future__ import annotations

import itertools
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .erreurs import AUTRE_DOSSIER, ErreurIndex, pannes_en_francais

__all__ = ["DELAI_VERROU", "Emplacement"]

DELAI_VERROU = 300.0
"""Seconds a process waits for another one to finish building."""

_essais = itertools.count(1)
_VERSION = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Emplacement:
    """Paths and moves under `racine`, the `index` folder of the data folder."""

    racine: Path

    @classmethod
    def de(cls, dossier_donnees: Path) -> Emplacement:
        """Place of the index in a data folder; nothing is created."""
        return cls(dossier_donnees / "index")

    def dossier(self, empreinte: str) -> Path:
        """Folder of a version, whether it exists or not."""
        return self.racine / empreinte

    def chantier(self, empreinte: str) -> Path:
        """Folder for one attempt at building a version.

        Never the same twice: Chroma remembers by path, in a process, a client that failed.
        """
        return self.racine / f".{empreinte}.{os.getpid()}.{next(_essais)}.tmp"

    def versions(self) -> tuple[str, ...]:
        """What the pointer says: (current, previous), shorter when there is none."""
        try:
            lignes = (self.racine / "courant").read_text(encoding="ascii").split()
        except (OSError, ValueError):
            return ()
        return tuple(ligne for ligne in lignes[:2] if _VERSION.fullmatch(ligne))

    def preparer(self) -> None:
        """Create the folder; raises `ErreurIndex` when a file or a refusal stands in the way."""
        with pannes_en_francais(self.racine):
            self.racine.mkdir(parents=True, exist_ok=True)

    @contextmanager
    def verrou(self, delai: float = DELAI_VERROU) -> Iterator[None]:
        """Hold the builders' lock; the system frees it when the process dies.

        Raises `ErreurIndex` after `delai` seconds of waiting.
        """
        from filelock import FileLock, Timeout

        verrou = FileLock(self.racine / ".verrou")
        with pannes_en_francais(self.racine):
            try:
                verrou.acquire(timeout=delai)
            except Timeout as exc:
                raise ErreurIndex(
                    f"Un autre processus prépare l'index dans {self.racine} depuis plus de "
                    f"{delai:.0f} s. Attendez qu'il finisse ou arrêtez-le, puis relancez ; "
                    f"sinon, {AUTRE_DOSSIER}."
                ) from exc
        try:
            yield
        finally:
            verrou.release()

    def publier(self, chantier: Path, empreinte: str) -> Path:
        """Give a sealed folder its name and point to it. Under the lock."""
        final = self.dossier(empreinte)
        with pannes_en_francais(self.racine):
            self._ecarter(final)
            chantier.rename(final)
            self.basculer(empreinte)
            self.nettoyer()
        return final

    def basculer(self, empreinte: str) -> None:
        """Make a version the current one, in one move; the former becomes the previous."""
        avant = self.versions()
        if avant[:1] == (empreinte,):
            return
        pointeur = self.racine / "courant"
        brouillon = self.racine / f".courant.{os.getpid()}.tmp"
        brouillon.write_text("\n".join([empreinte, *avant[:1], ""]), encoding="ascii")
        if pointeur.is_dir():
            self._ecarter(pointeur)
        os.replace(brouillon, pointeur)

    def nettoyer(self) -> None:
        """Remove what dead builds left and the versions before the previous one.

        Under the lock: whoever builds holds it, so that no work folder here is alive.
        """
        gardes = set(self.versions())
        for chemin in sorted(self.racine.iterdir()):
            if chemin.name.startswith(".") and chemin.suffix in {".tmp", ".rebut"}:
                _supprimer(chemin)
            elif gardes and _VERSION.fullmatch(chemin.name) and chemin.name not in gardes:
                self._ecarter(chemin)

    def _ecarter(self, chemin: Path) -> None:
        """Remove under another name, so that nobody ever sees half of it."""
        if not os.path.lexists(chemin):
            return
        rebut = chemin.with_name(f".{chemin.name}.{os.getpid()}.rebut")
        _supprimer(rebut)
        os.replace(chemin, rebut)
        _supprimer(rebut)


def _supprimer(chemin: Path) -> None:
    if chemin.is_dir() and not chemin.is_symlink():
        shutil.rmtree(chemin, ignore_errors=True)
    else:
        chemin.unlink(missing_ok=True)
