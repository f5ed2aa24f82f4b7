"""Shared by all tests: no socket beyond loopback, the packaged knowledge, one warm assistant."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from assistant.chat import Assistant
from assistant.corpus import KnowledgeBase
from assistant.corpus.officiel import assurer_textes, version_courante
from assistant.settings import Settings

_LOCALES = ("127.", "::1", "localhost", "0.0.0.0", "/", "\0")  # noqa: S104 (recognised, not bound)


@pytest.fixture(autouse=True)
def rien_au_dela_de_la_boucle_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that opens a socket beyond loopback fails, and says to which address."""
    vrai = socket.socket.connect

    def connecter(self: socket.socket, adresse: Any) -> Any:
        hote = adresse[0] if isinstance(adresse, tuple) else str(adresse)
        if self.family != socket.AF_UNIX and not str(hote).startswith(_LOCALES):
            pytest.fail(f"un test a voulu joindre {hote} : seule la boucle locale est permise")
        return vrai(self, adresse)

    monkeypatch.setattr(socket.socket, "connect", connecter)


_KALI = os.environ.get("ECHELON_KALI_FILE", "")
_KALI_VOISIN = Path(__file__).parents[2] / "shared/kali/KALICONT000005635191.json"


@pytest.fixture(scope="session", autouse=True)
def les_textes_officiels_ne_viennent_que_de_la_fixture() -> None:
    """No test, and no process a test starts, finds the official file by the environment."""
    os.environ.pop("ECHELON_KALI_FILE", None)


@pytest.fixture(scope="session")
def kali_officiel() -> Path:
    """The official KALI file: ECHELON_KALI_FILE, else the folder beside the project."""
    fichier = Path(_KALI) if _KALI else _KALI_VOISIN
    if fichier.is_file():
        return fichier
    raison = f"textes officiels absents ({fichier.name}) : donnez ECHELON_KALI_FILE"
    if os.environ.get("CI"):
        pytest.fail(raison)
    pytest.skip(raison)


@pytest.fixture(scope="session")
def kb() -> KnowledgeBase:
    """The packaged knowledge, without official texts."""
    return KnowledgeBase.charger()


@pytest.fixture(scope="session")
def commun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def assistant(commun: Path) -> Iterator[Assistant]:
    """One assistant over the packaged knowledge; one process builds the index for all."""
    un = Assistant.ouvrir(Settings(data_dir=commun / "depot"))
    yield un
    un.sources.fermer()


@pytest.fixture(scope="session")
def donnees_officielles(kali_officiel: Path, commun: Path) -> Path:
    """A data folder with the official texts, read by one process for all."""
    dossier = commun / "officiel"
    with FileLock(commun / "officiel.verrou"):
        assert assurer_textes(dossier, kali_officiel) is not None
    return dossier


@pytest.fixture(scope="session")
def kb_officielle(donnees_officielles: Path) -> KnowledgeBase:
    """The packaged knowledge and the official texts."""
    return KnowledgeBase.charger(None, version_courante(donnees_officielles))


@pytest.fixture(scope="session")
def assistant_officiel(donnees_officielles: Path) -> Iterator[Assistant]:
    """One assistant that has the official texts too."""
    un = Assistant.ouvrir(Settings(data_dir=donnees_officielles))
    yield un
    un.sources.fermer()
