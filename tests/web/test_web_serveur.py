"""Starting and stopping the page: the port, the settings, the headers, the address printed."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from aide_page import RACINE, Serveur, port_libre

from assistant.web.entetes import ENTETES


def lancer(dossier: Path, **reglages: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, str(RACINE / "ui.py")],
        cwd=dossier,
        env={
            **os.environ,
            "ECHELON_DATA_DIR": str(dossier),
            "PYTHONPATH": os.pathsep.join([str(RACINE), os.environ.get("PYTHONPATH", "")]),
            **reglages,
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )


def test_a_port_in_use_is_named_with_the_setting_that_changes_it(tmp_path: Path) -> None:
    with socket.socket() as occupant:
        occupant.bind(("127.0.0.1", 0))
        occupant.listen()
        port = occupant.getsockname()[1]
        fini = lancer(tmp_path, ECHELON_PORT=str(port))
    assert fini.returncode == 1
    assert f"Le port {port} de 127.0.0.1 est déjà pris" in fini.stderr
    assert f"ECHELON_PORT={port + 1}" in fini.stderr
    assert "Traceback" not in fini.stderr
    assert fini.stdout == ""


@pytest.mark.parametrize(
    ("reglages", "mots"),
    [
        ({"ECHELON_PORT": "abc"}, ["ECHELON_PORT", "abc"]),
        ({"ECHELON_HOST": "203.0.113.1"}, ["203.0.113.1", "ECHELON_HOST"]),
    ],
)
def test_a_setting_that_cannot_be_used_is_said(
    tmp_path: Path, reglages: dict[str, str], mots: list[str]
) -> None:
    fini = lancer(tmp_path, **{"ECHELON_PORT": str(port_libre()), **reglages})
    assert fini.returncode == 1
    assert all(mot in fini.stderr for mot in mots)
    assert "Traceback" not in fini.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for a child")
def test_the_address_is_printed_once_it_serves_and_ctrl_c_ends_it_quietly(tmp_path: Path) -> None:
    serveur = Serveur(tmp_path).demarrer()
    assert serveur.processus
    with urllib.request.urlopen(serveur.adresse) as reponse:  # noqa: S310
        assert {n: reponse.headers[n] for n in ENTETES} == ENTETES
        page = reponse.read().decode()
    assert "<title>" not in page or "Échelon" in page
    assert "fonts.g" not in page
    assert serveur.processus.stdout
    assert f"http://127.0.0.1:{serveur.port}" in serveur.processus.stdout.readline()
    serveur.processus.send_signal(signal.SIGINT)
    sortie = serveur.processus.communicate(timeout=30)[0]
    assert serveur.processus.returncode == 0
    assert "Traceback" not in sortie


def test_no_handler_can_be_called_by_name(serveur: Serveur) -> None:
    with urllib.request.urlopen(serveur.adresse + "gradio_api/info") as reponse:  # noqa: S310
        assert b'"named_endpoints":{}' in reponse.read().replace(b" ", b"")
