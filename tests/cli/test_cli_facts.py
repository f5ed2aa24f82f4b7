"""`echelon knowledge facts`: equal, different, written back, and wrong uses."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from assistant.corpus import dossier_embarque

Ici = Callable[..., Result]


@pytest.fixture
def gate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A knowledge folder with one fact put wrong, set as the one in use."""
    copie = Path(shutil.copytree(dossier_embarque("knowledge"), tmp_path / "knowledge"))
    fichier = copie / "minima.yaml"
    fichier.write_text(fichier.read_text(encoding="utf-8").replace("12: 1846}", "12: 1847}", 1),
                       encoding="utf-8")
    monkeypatch.setenv("ECHELON_KNOWLEDGE_DIR", str(copie))
    return copie


def test_le_depot_est_egal_aux_donnees(ici: Ici, kali_officiel: Path) -> None:
    r = ici("knowledge", "facts", "--file", str(kali_officiel))
    assert r.exit_code == 0
    assert "372 entrées comparées" in r.stdout


def test_une_difference_se_dit_puis_s_ecrit(ici: Ici, gate: Path, kali_officiel: Path) -> None:
    r = ici("knowledge", "facts", "--file", str(kali_officiel), "--json")
    assert r.exit_code == 3
    (difference,) = json.loads(r.stdout)["differences"]
    assert {cle: difference[cle] for cle in ("file", "entry", "field", "where")} == {
        "file": "minima.yaml", "entry": "avenant-72", "field": "montants",
        "where": "KALIARTI000029725326"}
    assert difference["official"]["ouvriers_employes"]["12"] == 1846
    dit = ici("knowledge", "facts", "--file", str(kali_officiel))
    assert dit.exit_code == 3
    assert "avenant-72, montants" in dit.stdout
    ecrit = ici("knowledge", "facts", "--file", str(kali_officiel), "--write")
    assert ecrit.exit_code == 0
    assert "1 mise à jour écrite, 0 à faire à la main" in ecrit.stdout
    bon = (dossier_embarque("knowledge") / "minima.yaml").read_bytes()
    assert (gate / "minima.yaml").read_bytes() == bon


@pytest.mark.parametrize(
    ("contenu", "dit"),
    [("", "JSON"), ("{}", "KALI"), ('{"children": [], "data": {}}', "aucun article")],
)
def test_un_fichier_qui_n_en_est_pas_un(ici: Ici, tmp_path: Path, contenu: str, dit: str) -> None:
    fichier = tmp_path / "kali.json"
    fichier.write_text(contenu, encoding="utf-8")
    r = ici("knowledge", "facts", "--file", str(fichier))
    assert r.exit_code == 1
    assert dit in r.stderr
    assert "Traceback" not in r.stderr


def test_une_convention_sans_panorama_est_refusee(ici: Ici, tmp_path: Path) -> None:
    texte = {"type": "section", "data": {"id": "KALITEXT000000000001", "title": "Accord du 3 mai 2030"},
             "children": [{"type": "article", "data": {"id": "KALIARTI000000000001", "content": "x"}}]}
    fichier = tmp_path / "autre.json"
    fichier.write_text(json.dumps({"type": "cc", "data": {}, "children": [texte]}), encoding="utf-8")
    r = ici("knowledge", "facts", "--file", str(fichier))
    assert r.exit_code == 1
    assert "panorama" in r.stderr


def test_sans_fichier(ici: Ici, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECHELON_DATA_DIR", str(tmp_path))
    r = ici("knowledge", "facts")
    assert r.exit_code == 1
    assert "knowledge pull" in r.stderr
