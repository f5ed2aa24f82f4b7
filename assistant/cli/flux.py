"""The process's streams: always UTF-8, and a reader who leaves early is no error."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
import unicodedata

__all__ = ["couleur", "fermer_la_sortie", "nettoyer", "preparer_les_flux", "reparer"]

_GARDES = "\n\t"


def preparer_les_flux() -> None:
    """Make the three streams UTF-8; what cannot be written is written as `\\udc80`."""
    for flux in (sys.stdout, sys.stderr):
        if isinstance(flux, io.TextIOWrapper):
            flux.reconfigure(encoding="utf-8", errors="backslashreplace")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")


def couleur() -> bool | None:
    """False when the user wants no colours (NO_COLOR, TERM=dumb), None to let click see."""
    return False if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" else None


def reparer(argument: str) -> str:
    """Give back a UTF-8 argument that a C locale has read byte by byte; else unchanged."""
    try:
        argument.encode("utf-8")
    except UnicodeEncodeError:
        try:
            return os.fsencode(argument).decode("utf-8")
        except (UnicodeDecodeError, UnicodeEncodeError):
            return argument
    return argument


def nettoyer(texte: str) -> str:
    """The text without the control characters that could drive a terminal."""
    return "".join(c for c in texte if c in _GARDES or unicodedata.category(c) != "Cc")


def fermer_la_sortie(erreur: BaseException) -> bool:
    """True when the error is only that the reader of stdout has left (`| head -1`).

    Standard output then goes nowhere, so that Python's own last flush stays silent too.
    """
    ferme = isinstance(erreur, BrokenPipeError) or (
        sys.platform == "win32" and isinstance(erreur, OSError) and erreur.errno == errno.EINVAL
    )
    if ferme:
        with contextlib.suppress(OSError, ValueError):  # no real file: nothing to flush
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return ferme
