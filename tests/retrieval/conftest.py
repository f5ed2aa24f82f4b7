"""Data folders that a test may spoil."""

import shutil
from pathlib import Path

import pytest
from aide_fautes import reponse


@pytest.fixture(scope="module")
def modele(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A data folder with the old index in it, and its answer; copied, never changed."""
    dossier = tmp_path_factory.mktemp("modele")
    return dossier, reponse(dossier)


@pytest.fixture
def donnees(modele: tuple[Path, list[str]], tmp_path: Path) -> Path:
    return Path(shutil.copytree(modele[0], tmp_path / "donnees"))
