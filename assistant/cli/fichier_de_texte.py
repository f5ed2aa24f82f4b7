"""A text written to a file the user names: whole, or not at all."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from assistant.cli.entree import raison
from assistant.cli.erreurs import ErreurDUsage

__all__ = ["ecrire_texte"]


def ecrire_texte(fichier: str, texte: str, quoi: str) -> None:
    """Write UTF-8 beside the target, then give it the target's name.

    Raises ErreurDUsage (``quoi`` names the thing: "La page") when the place cannot be written;
    what stood there before stays.
    """
    provisoire: Path | None = None
    try:
        cible = Path(fichier).resolve()
        if cible.is_dir():
            raise IsADirectoryError
        if cible.exists() and not cible.is_file():
            cible.write_text(texte, encoding="utf-8", errors="backslashreplace")
            return
        provisoire = cible.with_name(f".{cible.name[:200]}.{os.getpid()}.partiel")
        provisoire.write_text(texte, encoding="utf-8", errors="backslashreplace")
        os.replace(provisoire, cible)
    except (OSError, ValueError, RuntimeError) as erreur:
        if provisoire is not None:
            with contextlib.suppress(OSError):
                provisoire.unlink()
        raise ErreurDUsage(f"{quoi} ne peut pas être écrite dans « {fichier} » : {raison(erreur)}.") from None
