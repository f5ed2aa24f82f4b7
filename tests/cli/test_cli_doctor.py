"""doctor: settings with their origin, each check, and its three exit codes."""

import json
import os
import shutil
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from assistant.cli import verifications
from assistant.corpus import dossier_embarque

Ici = Callable[..., Result]


@pytest.fixture
def bilan(ici: Ici, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """`bilan()` → the report, its checks by name under "par_nom"; a fresh data folder."""
    monkeypatch.setenv("ECHELON_DATA_DIR", str(tmp_path / "donnees"))

    def lancer() -> Any:
        r = ici("doctor", "--json")
        lu = json.loads(r.stdout)
        assert lu["code"] == r.exit_code
        return lu | {"par_nom": {v["nom"]: v for v in lu["verifications"]}}

    return lancer


def test_index_absent_est_reparable(bilan: Callable[..., Any]) -> None:
    lu = bilan()
    assert lu["code"] == 3
    index = lu["par_nom"]["Index"]
    assert (index["etat"], index["remede"]) == ("manque", "echelon index")
    assert lu["par_nom"]["Connaissances"]["etat"] == "bien"
    assert "à créer" in lu["par_nom"]["Dossier de données"]["constat"]


def test_reglages_avec_origine(
    bilan: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ECHELON_PORT", "8123")
    monkeypatch.setenv("ECHELON_PROT", "1")
    (tmp_path / "echelon.toml").write_text('langue = "en"\n', encoding="utf-8")
    lu = bilan()
    assert lu["reglages"]["port"] == {"valeur": 8123, "origine": "ECHELON_PORT"}
    assert lu["reglages"]["langue"] == {"valeur": "en", "origine": "echelon.toml"}
    assert lu["reglages"]["host"]["origine"] == "défaut"
    assert "ECHELON_PORT" in lu["par_nom"]["Environnement"]["remede"]


def test_reglage_faux_est_une_panne(
    bilan: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ECHELON_PORT", "abc")
    lu = bilan()
    assert lu["code"] == 2
    assert "ECHELON_PORT" in lu["par_nom"]["Réglages"]["constat"]


def test_connaissance_cassee_est_une_panne(
    bilan: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    copie = tmp_path / "knowledge"
    shutil.copytree(dossier_embarque("knowledge"), copie)
    (copie / "repertoire.yaml").write_text("fiches: [", encoding="utf-8")
    monkeypatch.setenv("ECHELON_KNOWLEDGE_DIR", str(copie))
    lu = bilan()
    assert lu["code"] == 2
    assert "repertoire.yaml" in lu["par_nom"]["Connaissances"]["constat"]


def test_index_abime_est_reparable(bilan: Callable[..., Any], tmp_path: Path) -> None:
    dossier = tmp_path / "donnees" / "index" / ("0" * 16)
    dossier.mkdir(parents=True)
    (dossier / "manifeste.json").write_text("{", encoding="utf-8")
    (dossier.parent / "courant").write_text("0" * 16 + "\n", encoding="ascii")
    index = bilan()["par_nom"]["Index"]
    assert index["etat"] == "manque"
    assert "illisible" in index["constat"]


def test_port_pris_est_seulement_dit(
    bilan: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as pris:
        pris.bind(("127.0.0.1", 0))
        pris.listen(1)
        monkeypatch.setenv("ECHELON_PORT", str(pris.getsockname()[1]))
        adresse = bilan()["par_nom"]["Adresse de la page"]
    assert adresse["etat"] == "note"
    assert "est pris" in adresse["constat"]


def test_adresse_d_ailleurs(bilan: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECHELON_HOST", "192.0.2.1")
    assert bilan()["par_nom"]["Adresse de la page"]["etat"] == "manque"


@pytest.mark.skipif(not Path("/proc/version").exists(), reason="needs a folder nobody can write in")
def test_dossier_sans_ecriture(bilan: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECHELON_DATA_DIR", "/proc/sys")
    dossier = bilan()["par_nom"]["Dossier de données"]
    assert dossier["etat"] == "manque"
    assert "ECHELON_DATA_DIR" in dossier["remede"]


def test_disque_presque_plein(
    bilan: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(verifications, "PLACE_MIN", shutil.disk_usage(tmp_path).total * 2)
    assert "trop peu" in bilan()["par_nom"]["Dossier de données"]["constat"]


def test_paquet_manquant_ou_trop_vieux(
    bilan: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    exigences = ["click<1", "paquet-qui-n-existe-pas>=1", "click>=8", 'absent; extra == "x"']
    monkeypatch.setattr(verifications, "_exigences", lambda: exigences)
    paquets = bilan()["par_nom"]["Paquets"]
    assert paquets["etat"] == "manque"
    assert "click" in paquets["constat"]
    assert "paquet-qui-n-existe-pas manque" in paquets["constat"]
    assert "absent" not in paquets["constat"]


def test_en_clair_dit_le_remede(ici: Ici, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ECHELON_DATA_DIR", str(tmp_path / "donnees"))
    r = ici("doctor")
    assert r.exit_code == 3
    assert "→ echelon index" in r.stdout
    assert "port : 7860  (défaut)" in r.stdout
    assert "juriste" in r.stdout


def test_doctor_n_ecrit_rien(bilan: Callable[..., Any], tmp_path: Path) -> None:
    bilan()
    assert os.listdir(tmp_path) == []
