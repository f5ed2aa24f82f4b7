"""index: built once, then found; a folder that cannot be written is said, with what to do."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from assistant.corpus import KnowledgeBase

Ici = Callable[..., Result]


@pytest.fixture
def dossier_neuf(ici: Ici, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of its own, and a knowledge of twenty passages, so as to build quickly."""
    peu = property(lambda kb: kb.passages[:20])
    monkeypatch.setattr(KnowledgeBase, "a_indexer", peu)
    monkeypatch.setenv("ECHELON_DATA_DIR", str(tmp_path / "donnees"))
    return tmp_path / "donnees"


def test_construit_puis_trouve_puis_reconstruit(ici: Ici, dossier_neuf: Path) -> None:
    premier = ici("index")
    assert premier.exit_code == 0, premier.stderr
    assert "Index construit." in premier.stdout
    dossier = re.search(r"^Dossier : (.+)$", premier.stdout, re.MULTILINE)
    assert dossier is not None
    assert Path(dossier[1]).is_dir()
    assert Path(dossier[1]).is_relative_to(dossier_neuf)
    assert re.search(r"^Passages : 20$", premier.stdout, re.MULTILINE)
    assert re.search(r"^Durée : \d+,\d s$", premier.stdout, re.MULTILINE)

    second = ici("index")
    assert second.exit_code == 0
    assert "Index déjà à jour." in second.stdout
    assert dossier[0] in second.stdout

    assert "Index construit." in ici("index", "--force").stdout
    bilan = ici("doctor").stdout
    assert "✓ Index : à jour" in bilan


@pytest.mark.skipif(not Path("/proc/version").exists(), reason="needs a folder nobody can write in")
def test_dossier_sans_ecriture_est_une_panne(ici: Ici, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECHELON_DATA_DIR", "/proc/sys/echelon")
    r = ici("index")
    assert r.exit_code == 2
    assert "ECHELON_DATA_DIR" in r.stderr


def test_modele_introuvable_est_une_panne(
    ici: Ici, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "vide").mkdir()
    monkeypatch.setenv("ECHELON_EMBEDDING", str(tmp_path / "vide"))
    r = ici("index")
    assert r.exit_code == 2
    assert "ECHELON_EMBEDDING" in r.stderr
