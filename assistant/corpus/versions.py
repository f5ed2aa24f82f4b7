"""Versions on disk: folders named by hash, the pointer to the current one, the lock.

    <racine>/<version>/                    sealed, never written again; 16 hex digits
    <racine>/.<version>.<pid>.<n>.tmp      one being built
    <racine>/courant                       two lines: current version, previous version
    <racine>/.verrou                       held by the process that builds

Readers take no lock: they find their folder by name, and check what they read from it.
Nothing that is killed leaves more than a work folder, which the next builder removes.
"""

from __future__ import annotations

import itertools
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from assistant.corpus.pannes import AUTRE_DOSSIER, pannes_dites

__all__ = ["Versions", "synchroniser"]

_essais = itertools.count(1)
_VERSION = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Versions:
    """Paths and moves under `racine`.

    ``quoi``: what the versions hold, in French with its article ("l'index"). ``travail``: what
    a holder of the lock does ("prépare l'index"). ``erreur``: raised with a French sentence.
    ``gardees``: how many versions beside the current and previous ones survive pruning.
    """

    racine: Path
    quoi: str
    travail: str
    erreur: type[Exception]
    gardees: int = 0

    def dossier(self, version: str) -> Path:
        """Folder of a version, whether it exists or not."""
        return self.racine / version

    def chantier(self, version: str) -> Path:
        """Folder for one attempt at building a version.

        Never the same twice: Chroma remembers by path, in a process, a client that failed.
        """
        return self.racine / f".{version}.{os.getpid()}.{next(_essais)}.tmp"

    def versions(self) -> tuple[str, ...]:
        """What the pointer says: (current, previous), shorter when there is none."""
        try:
            lignes = (self.racine / "courant").read_text(encoding="ascii").split()
        except (OSError, ValueError):
            return ()
        return tuple(ligne for ligne in lignes[:2] if _VERSION.fullmatch(ligne))

    def presentes(self) -> tuple[str, ...]:
        """Names of all version folders, last built first."""
        try:
            dossiers = [d for d in self.racine.iterdir() if _VERSION.fullmatch(d.name)]
            dates = {d.name: d.stat().st_mtime_ns for d in dossiers if d.is_dir()}
        except OSError:
            return ()
        return tuple(sorted(dates, key=lambda nom: (-dates[nom], nom)))

    def preparer(self) -> None:
        """Create the folder; raises ``erreur`` when a file or a refusal stands in the way."""
        with self.pannes():
            self.racine.mkdir(parents=True, exist_ok=True)

    def pannes(self) -> AbstractContextManager[None]:
        """Context that turns a failure of the disk into ``erreur``."""
        return pannes_dites(self.racine, self.quoi, self.erreur)

    @contextmanager
    def verrou(self, delai: float) -> Iterator[None]:
        """Hold the builders' lock; the system frees it when the process dies.

        Raises ``erreur`` after `delai` seconds of waiting.
        """
        from filelock import FileLock, Timeout

        verrou = FileLock(self.racine / ".verrou")
        with self.pannes():
            try:
                verrou.acquire(timeout=delai)
            except Timeout as exc:
                raise self.erreur(
                    f"Un autre processus {self.travail} dans {self.racine} depuis plus de "
                    f"{delai:.0f} s. Attendez qu'il finisse ou arrêtez-le, puis relancez ; "
                    f"sinon, {AUTRE_DOSSIER}."
                ) from exc
        try:
            yield
        finally:
            verrou.release()

    def publier(self, chantier: Path, version: str) -> Path:
        """Give a sealed folder its name and point to it. Under the lock."""
        with self.pannes():
            final = self.deposer(chantier, version)
            self.basculer(version)
            self.nettoyer()
        return final

    def deposer(self, chantier: Path, version: str) -> Path:
        """Give a sealed folder its name, in one move, without pointing to it. Under the lock."""
        final = self.dossier(version)
        self._ecarter(final)
        chantier.rename(final)
        synchroniser(self.racine)
        return final

    def basculer(self, version: str) -> None:
        """Make a version the current one, in one move; the former becomes the previous."""
        avant = self.versions()
        if avant[:1] == (version,):
            return
        pointeur = self.racine / "courant"
        brouillon = self.racine / f".courant.{os.getpid()}.tmp"
        try:
            with brouillon.open("w", encoding="ascii") as f:
                f.write("\n".join([version, *avant[:1], ""]))
                f.flush()
                os.fsync(f.fileno())  # else a power cut may leave the new name over an empty file
            if pointeur.is_dir():
                self._ecarter(pointeur)
            os.replace(brouillon, pointeur)
        finally:  # interrupted, or no room
            brouillon.unlink(missing_ok=True)
        synchroniser(self.racine)

    def nettoyer(self) -> None:
        """Remove what dead builds left and the versions that no pointer or rank keeps.

        Under the lock: whoever builds holds it, so that no work folder here is alive.
        """
        pointees = set(self.versions())
        autres = [v for v in self.presentes() if v not in pointees]
        gardes = pointees | set(autres[: self.gardees])
        for chemin in sorted(self.racine.iterdir()):
            if chemin.name.startswith(".") and chemin.suffix in {".tmp", ".rebut"}:
                _supprimer(chemin)
            elif pointees and _VERSION.fullmatch(chemin.name) and chemin.name not in gardes:
                self._ecarter(chemin)

    def _ecarter(self, chemin: Path) -> None:
        """Remove under another name, so that nobody ever sees half of it."""
        if not os.path.lexists(chemin):
            return
        rebut = chemin.with_name(f".{chemin.name}.{os.getpid()}.rebut")
        _supprimer(rebut)
        try:
            os.replace(chemin, rebut)
            _supprimer(rebut)
        finally:  # interrupted in the middle: the rest as well
            _supprimer(rebut)


def synchroniser(dossier: Path) -> None:
    """Ask the system to write the names in a folder to the disk, where it can."""
    try:
        descripteur = os.open(dossier, os.O_RDONLY)
    except OSError:  # Windows opens no folder
        return
    try:
        os.fsync(descripteur)
    except OSError:
        pass
    finally:
        os.close(descripteur)


def _supprimer(chemin: Path) -> None:
    if chemin.is_dir() and not chemin.is_symlink():
        shutil.rmtree(chemin, ignore_errors=True)
    else:
        chemin.unlink(missing_ok=True)
