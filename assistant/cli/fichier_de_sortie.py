"""The output of a batch: whole lines only, under the target's name once the run ends."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

from assistant.cli.entree import raison
from assistant.cli.erreurs import ErreurDUsage

__all__ = ["SortieDeLot"]


class SortieDeLot:
    """Write JSON lines to a file beside the target, which takes its name at the end.

    Whatever ends the run (done, Ctrl-C, full disk), the whole lines written stand under the
    target's name; a line cut in the middle is taken off. With no line written and an error, the
    target is not touched. `-` is standard output; a pipe or device is written to directly.
    """

    def __init__(self, cible: str) -> None:
        self.ecrites = 0
        self._bon = 0
        self._cible: Path | None = None
        self._provisoire: Path | None = None
        self._flux: BinaryIO
        if cible == "-":
            self._flux = sys.stdout.buffer
            return
        try:
            self._ouvrir(Path(cible).resolve())
        except (OSError, ValueError, RuntimeError) as e:
            raise ErreurDUsage(
                f"Le fichier de sortie « {cible} » ne peut pas être écrit : {raison(e)}."
            ) from e

    def _ouvrir(self, cible: Path) -> None:
        if cible.exists() and not cible.is_file():
            self._flux = open(cible, "wb", buffering=0)  # noqa: SIM115  closed in __exit__
            return
        if cible.exists() and not os.access(cible, os.W_OK):
            raise PermissionError
        provisoire = cible.with_name(f".{cible.name[:200]}.{os.getpid()}.partiel")
        self._flux = open(provisoire, "xb", buffering=0)  # noqa: SIM115  closed in __exit__
        self._cible, self._provisoire = cible, provisoire

    def ecrire(self, objet: Mapping[str, Any]) -> None:
        """Write one line, at once and whole; half characters come out as JSON escapes."""
        texte = json.dumps(objet, ensure_ascii=False) + "\n"
        octets = memoryview(texte.encode("utf-8", "backslashreplace"))
        reste = octets
        while reste:
            reste = reste[self._flux.write(reste) :]
        self._flux.flush()
        self._bon += len(octets)
        self.ecrites += 1

    def __enter__(self) -> SortieDeLot:
        return self

    def __exit__(
        self,
        genre: type[BaseException] | None,
        erreur: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._provisoire is None or self._cible is None:
            if self._flux is not sys.stdout.buffer:
                self._flux.close()
            return
        self._flux.truncate(self._bon)
        self._flux.close()
        if erreur is not None and not self.ecrites:
            self._provisoire.unlink()
            return
        if self._cible.exists():
            shutil.copymode(self._cible, self._provisoire)
        os.replace(self._provisoire, self._cible)
