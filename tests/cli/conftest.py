"""The command line as users have it: a real process, or click's runner where that is enough."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from assistant.chat import Assistant
from assistant.cli import cli
from assistant.settings import Settings

RACINE = Path(__file__).resolve().parents[2]
Processus = subprocess.CompletedProcess[bytes]


@pytest.fixture(scope="session")
def donnees(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder for all the runs, so that the index is built once."""
    return tmp_path_factory.mktemp("donnees")


@pytest.fixture(scope="session")
def environnement(donnees: Path) -> Callable[..., dict[str, str]]:
    """The environment of a run: our sources, a data folder of ours, no setting of the user's."""

    def composer(**plus: str) -> dict[str, str]:
        sien = {n: v for n, v in os.environ.items() if not n.startswith("ECHELON_")}
        return sien | {"PYTHONPATH": str(RACINE), "ECHELON_DATA_DIR": str(donnees)} | plus

    return composer


@pytest.fixture
def echelon(
    environnement: Callable[..., dict[str, str]], tmp_path: Path
) -> Callable[..., Processus]:
    """`echelon("ask", "…", stdin=b"", env={…})` in a real process, from a folder of its own."""

    def lancer(
        *args: str | bytes,
        stdin: bytes = b"",
        env: Mapping[str, str] | None = None,
        cwd: Path = tmp_path,
    ) -> Processus:
        return subprocess.run(
            [sys.executable, "-m", "assistant", *args],
            input=stdin,
            capture_output=True,
            cwd=cwd,
            env=environnement(**(env or {})),
            timeout=60,
            check=False,
        )

    return lancer


@pytest.fixture
def ici(donnees: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """`ici("calc", …)`: the same command inside this process, which is quicker."""
    for nom in [n for n in os.environ if n.startswith("ECHELON_")]:
        monkeypatch.delenv(nom)
    monkeypatch.setenv("ECHELON_DATA_DIR", str(donnees))
    monkeypatch.chdir(tmp_path)

    def lancer(*args: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(cli, list(args), input=stdin)

    return lancer


@pytest.fixture(scope="session")
def assistant(donnees: Path) -> Assistant:
    """One assistant for many commands: index and models load once."""
    return Assistant.ouvrir(Settings(data_dir=donnees))


@pytest.fixture
def vite(
    ici: Callable[..., Result], assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Result]:
    """`ici` with that assistant, for what does not depend on opening it."""
    monkeypatch.setattr("assistant.cli.contexte.ouvrir", lambda settings=None: assistant)
    return ici
