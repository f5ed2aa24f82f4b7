"""The way through npm itself, for a registry that asks who one is."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from assistant.corpus.pull.erreurs import AUTREMENT, ErreurDeTelechargement
from assistant.corpus.pull.paquet import NOM

__all__ = ["npm_pack", "npm_present"]

_DELAI = 900.0


def npm_present() -> bool:
    """True when npm can be run."""
    return shutil.which("npm") is not None


def npm_pack(version: str, dossier: Path) -> Path:
    """The package's tarball, fetched and checked by `npm pack`; raises ErreurDeTelechargement."""
    npm = shutil.which("npm")
    if npm is None:
        raise ErreurDeTelechargement(f"npm n'est pas installé. {AUTREMENT}")
    dossier.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=dossier) as ici:
        commande = [npm, "pack", f"{NOM}@{version}", "--pack-destination", ici, "--ignore-scripts",
                    "--loglevel", "error"]
        try:
            fini = subprocess.run(
                commande, capture_output=True, text=True, errors="replace", timeout=_DELAI,
                check=False, stdin=subprocess.DEVNULL, cwd=ici,
            )
        except subprocess.TimeoutExpired:
            raise ErreurDeTelechargement(
                f"npm n'a pas fini en {_DELAI / 60:.0f} minutes. Vérifiez le réseau. {AUTREMENT}"
            ) from None
        except OSError as exc:
            raise ErreurDeTelechargement(f"npm ne peut pas être lancé ({exc.strerror}).") from exc
        archives = list(Path(ici).glob("*.tgz"))
        if fini.returncode or len(archives) != 1:
            raise ErreurDeTelechargement(
                f"npm n'a pas pu prendre {NOM}@{version} ({_raison(fini.stderr)}). {AUTREMENT}"
            )
        final = dossier / f"kali-data-{version}.tgz"
        os.replace(archives[0], final)
    return final


def _raison(sortie: str) -> str:
    lignes = [ligne.split("npm error", 1)[-1].strip() for ligne in sortie.splitlines()]
    utiles = [ligne for ligne in lignes if ligne and "log of this run" not in ligne]
    return " ".join(utiles[:2])[:200] or "sans raison donnée"
