"""What a user sees when something goes wrong: one French sentence and the right exit code."""

from __future__ import annotations

import contextlib
import errno
import os
import platform
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path

import click

from assistant.cli.flux import fermer_la_sortie, nettoyer

__all__ = [
    "ENTREE",
    "INTERROMPU",
    "PANNE",
    "SOUS_LE_SEUIL",
    "ErreurDUsage",
    "PanneDuSysteme",
    "executer",
    "journaliser",
    "phrase",
    "vient_de_la_demande",
]

ENTREE = 1
"""Exit code: wrong use or input."""
PANNE = 2
"""Exit code: the system failed."""
SOUS_LE_SEUIL = 3
"""Exit code: ran, but below its threshold or with something missing."""
INTERROMPU = 130
"""Exit code after Ctrl-C, as shells have it."""

_DISQUE = {
    errno.ENOSPC: "Le disque est plein",
    errno.EDQUOT: "Le quota du disque est atteint",
    errno.EROFS: "Le dossier est en lecture seule",
    errno.EACCES: "L'accès est refusé",
    errno.EPERM: "L'accès est refusé",
    errno.EMFILE: "Trop de fichiers sont ouverts",
}


class ErreurDUsage(ValueError):
    """A wrong use or input; the message says what is wrong, where and what to do."""


class PanneDuSysteme(RuntimeError):
    """Something around us failed (a port in use, a part not installed); the message says what."""


def executer(action: Callable[[], object]) -> int:
    """Run a command; return its exit code, having told the user of any error in French.

    Errors of our own packages carry their sentence: a ValueError is about the input (1), any
    other about the system (2). What nobody foresaw goes to a log whose place is told (2).
    """
    try:
        code = action()
        if sys.stdout is not None:
            sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except (KeyboardInterrupt, click.Abort):
        _dire("Interrompu.")
        return INTERROMPU
    except SystemExit:
        raise
    except BaseException as erreur:  # all errors end here, panics of Rust libraries as well
        return _expliquer(erreur)


def _expliquer(erreur: BaseException) -> int:
    if fermer_la_sortie(erreur):
        return 0
    texte, code = phrase(erreur)
    if texte is None:
        texte = _inattendue(erreur)
    _dire(texte)
    return code


def phrase(erreur: BaseException) -> tuple[str | None, int]:
    """The sentence of a known error and its exit code; (None, 2) for one nobody foresaw."""
    if isinstance(erreur, click.exceptions.NoArgsIsHelpError):
        return erreur.format_message(), ENTREE
    if isinstance(erreur, click.ClickException):
        from assistant.cli.usage import en_francais

        return en_francais(erreur), ENTREE
    if type(erreur).__module__.split(".")[0] == "assistant":
        return f"Erreur : {erreur}", ENTREE if isinstance(erreur, ValueError) else PANNE
    if isinstance(erreur, ModuleNotFoundError) and erreur.name:
        return _module(erreur.name), PANNE
    if isinstance(erreur, OSError) and erreur.errno in _DISQUE:
        ou = f"« {erreur.filename} »" if erreur.filename else "la sortie"
        remede = (
            "Vérifiez la place et les droits, ou choisissez un autre dossier de données avec "
            "ECHELON_DATA_DIR."
        )
        suite = f" {remede}" if erreur.filename else ""
        return f"Erreur : {_DISQUE[erreur.errno]} pour {ou}.{suite}", PANNE
    return None, PANNE


def vient_de_la_demande(erreur: BaseException) -> bool:
    """True when the question or facts are wrong, False when the assistant itself cannot answer.

    A mistake in the knowledge or the settings spoils every answer: no line is to blame for it.
    """
    from assistant.corpus import ErreurDeConnaissance
    from assistant.settings import ErreurDeReglage

    texte, code = phrase(erreur)
    ailleurs = isinstance(erreur, ErreurDeConnaissance | ErreurDeReglage)
    return texte is not None and code == ENTREE and not ailleurs


def _module(nom: str) -> str:
    if nom.split(".")[0] in ("assistant", "evals"):
        return f"Erreur : La partie « {nom} » n'est pas installée. Réinstallez : pip install ."
    return f"Erreur : Le paquet Python « {nom} » manque. Réinstallez : pip install ."


def _inattendue(erreur: BaseException) -> str:
    ou = journaliser(erreur)
    suite = f"Le détail est dans {ou}" if ou else "Le détail n'a pu être écrit nulle part"
    return f"Erreur inattendue ({type(erreur).__name__}), et elle vient du programme. {suite}."


def journaliser(erreur: BaseException) -> Path | None:
    """Write the detail of an error to a log; return its path, None where none can be written."""
    nom = f"erreur-{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}.log"
    for dossier in (_dossier_des_journaux, lambda: Path(tempfile.gettempdir())):
        try:
            chemin = dossier() / nom
            chemin.parent.mkdir(parents=True, exist_ok=True)
            with chemin.open("a", encoding="utf-8", errors="backslashreplace") as f:
                f.write(f"Python {platform.python_version()}, {platform.platform()}\n")
                f.writelines(traceback.format_exception(erreur))
            return chemin
        except (OSError, ValueError):
            continue
    return None


def _dossier_des_journaux() -> Path:
    from assistant.settings import Settings

    return Settings.charger().data_dir / "journaux"


def _dire(texte: str) -> None:
    with contextlib.suppress(OSError):  # stderr closed as well: nobody is left to tell
        click.echo(nettoyer(texte), err=True)
