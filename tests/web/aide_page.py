"""The page as people meet it: a real server in a child process, a real Chromium."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

RACINE = Path(__file__).parents[2]
ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]


def port_libre() -> int:
    with socket.socket() as prise:
        prise.bind(("127.0.0.1", 0))
        return int(prise.getsockname()[1])


@dataclass
class Serveur:
    """`python ui.py` on a port of its own."""

    donnees: Path
    port: int = field(default_factory=port_libre)
    processus: "subprocess.Popen[str] | None" = None
    premier_octet_s: float = 0.0
    tout_frais: bool = True

    @property
    def adresse(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def demarrer(self) -> "Serveur":
        debut = time.monotonic()
        self.processus = subprocess.Popen(
            [sys.executable, str(RACINE / "ui.py")],
            cwd=self.donnees,  # no echelon.toml of the developer is read
            env={
                **os.environ,
                "ECHELON_PORT": str(self.port),
                "ECHELON_DATA_DIR": str(self.donnees),
                "PYTHONPATH": os.pathsep.join([str(RACINE), os.environ.get("PYTHONPATH", "")]),
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        while time.monotonic() - debut < 60:
            if self.processus.poll() is not None:
                raise AssertionError(self.processus.communicate()[0])
            try:
                with urllib.request.urlopen(self.adresse, timeout=5) as reponse:  # noqa: S310
                    reponse.read(1)
                self.premier_octet_s = time.monotonic() - debut
                return self
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.05)
        raise AssertionError("la page ne répond pas après 60 s")

    def arreter(self) -> str:
        """Ask it to end as Ctrl-C does; what it printed."""
        assert self.processus
        self.processus.terminate()
        return self.processus.communicate(timeout=20)[0]


def navigateur_installe() -> str | None:
    noms = ("chromium", "chromium-browser", "google-chrome")
    return next((b for b in map(shutil.which, noms) if b), None)
