"""A real store in a folder of its own."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from assistant.store import Magasin


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return tmp_path / "donnees"


@pytest.fixture
def magasin(dossier: Path) -> Magasin:
    return Magasin.ouvrir(SimpleNamespace(data_dir=dossier))
