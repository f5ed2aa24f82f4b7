"""batch: every good line answered, every bad one told, what is done kept, exit codes."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from assistant.corpus import dossier_embarque

Ici = Callable[..., Result]
BONNES = [
    {"id": "q", "question": "Quel est l'échelon d'un gestionnaire ?"},
    {"id": 2, "turns": [{"user": "Je suis gestionnaire."}, {"user": "Et sans le BTS ?"}]},
    {"id": "f", "facts": {"fiche": "Z.23.1", "certification_rncsa": False}},
]


def ecrire(chemin: Path, *objets: Any) -> Path:
    lignes = [o if isinstance(o, bytes) else json.dumps(o).encode() for o in objets]
    chemin.write_bytes(b"\n".join(lignes) + b"\n")
    return chemin


def lire(chemin: Path) -> list[dict[str, Any]]:
    return [json.loads(ligne) for ligne in chemin.read_text(encoding="utf-8").splitlines()]


def test_trois_formes_repondues(vite: Ici, tmp_path: Path) -> None:
    ecrire(tmp_path / "in.jsonl", *BONNES)
    r = vite("batch", "in.jsonl", "out.jsonl")
    assert r.exit_code == 0, r.stderr
    question, tours, faits = lire(tmp_path / "out.jsonl")
    assert question["id"] == "q"
    assert question["echelon_reference"] == 23
    assert set(tours) == {"id", "turns"}
    assert len(tours["turns"]) == 2
    assert tours["turns"][1]["fiches"][0] == "Z.23.1"
    assert faits["id"] == "f"
    assert faits["outcome"]
    assert "3 réponses : voir out.jsonl" in r.stderr
    assert set(os.listdir(tmp_path)) == {"in.jsonl", "out.jsonl"}


def test_mauvaises_lignes_dites_les_autres_repondues(vite: Ici, tmp_path: Path) -> None:
    ecrire(
        tmp_path / "in.jsonl",
        b"\xef\xbb\xbf" + json.dumps(BONNES[0]).encode() + b"\r",
        b"pas du json",
        b"\r",
        b'{"id": "octets", "question": "\xff"}',
        {"id": "vide", "question": ""},
        {"id": "longue", "question": "x" * 100_000},
        {"id": "zero", "question": "\x00\x01"},
        {"id": "demi", "question": "\ud800"},
        {"id": "deux", "question": "x", "facts": {}},
        {"id": "tours", "turns": [{"user": "Bonjour"}, {"user": ""}]},
        {"id": "fiche", "facts": {"fiche": "Z.99.9"}},
        {"id": "fait", "facts": {"ancienete": 3}},
        {"id": "type", "facts": {"age": [1]}},
        b'{"id": "profond", "facts": ' + b'{"a":' * 100_000,
        BONNES[2],
    )
    r = vite("batch", "in.jsonl", "out.jsonl")
    assert r.exit_code == 1
    sorties = lire(tmp_path / "out.jsonl")
    assert [s["id"] for s in sorties] == [
        "q", None, None, "vide", "longue", "zero", "demi", "deux", "tours", "fiche", "fait", "type",
        None, "f",
    ]  # fmt: skip
    assert all(set(s) == {"id", "error"} for s in sorties[1:-1])
    rangs = [2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]
    for rang, sortie in zip(rangs, sorties[1:-1], strict=True):
        assert sortie["error"].startswith(f"Ligne {rang} : ")
        assert len(sortie["error"]) < 1000
    assert "answer" in sorties[0]
    assert "answer" in sorties[-1]
    assert "2 réponses, 12 lignes refusées" in r.stderr


def test_entree_et_sortie_standard(ici: Ici) -> None:
    r = ici("batch", "-", "-", stdin=json.dumps(BONNES[2]))
    assert r.exit_code == 0, r.stderr
    assert json.loads(r.stdout)["id"] == "f"


def test_entree_vide(ici: Ici, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(b"\r\n\r\n")
    r = ici("batch", "in.jsonl", "out.jsonl")
    assert r.exit_code == 0
    assert "Aucune ligne" in r.stderr
    assert (tmp_path / "out.jsonl").read_bytes() == b""


@pytest.mark.parametrize(
    ("entree", "sortie", "dit"),
    [
        ("absent.jsonl", "out.jsonl", "il n'existe pas"),
        (".", "out.jsonl", "c'est un dossier"),
        ("in.jsonl", "in.jsonl", "le même fichier"),
        ("in.jsonl", "./lien.jsonl", "le même fichier"),
        ("in.jsonl", ".", "c'est un dossier"),
        ("in.jsonl", "absent/out.jsonl", "il n'existe pas"),
        ("utf16.jsonl", "out.jsonl", "UTF-16"),
    ],
)
def test_fichiers_impossibles(ici: Ici, tmp_path: Path, entree: str, sortie: str, dit: str) -> None:
    ecrire(tmp_path / "in.jsonl", BONNES[0])
    (tmp_path / "lien.jsonl").symlink_to(tmp_path / "in.jsonl")
    (tmp_path / "utf16.jsonl").write_text("{}", encoding="utf-16")
    avant = {f: (tmp_path / f).read_bytes() for f in ("in.jsonl", "utf16.jsonl")}
    r = ici("batch", entree, sortie)
    assert r.exit_code == 1
    assert dit in r.stderr
    assert avant == {f: (tmp_path / f).read_bytes() for f in avant}
    assert set(os.listdir(tmp_path)) == {"in.jsonl", "lien.jsonl", "utf16.jsonl"}


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
@pytest.mark.parametrize("signal_", [signal.SIGINT, signal.SIGTERM])
def test_interrompu_garde_ce_qui_est_fait(
    environnement: Callable[..., dict[str, str]], tmp_path: Path, signal_: signal.Signals
) -> None:
    """The input stays open: the run waits for a third line when the signal comes."""
    sortie = tmp_path / "out.jsonl"
    sortie.write_text("ancien\n", encoding="utf-8")
    lot = subprocess.Popen(
        [sys.executable, "-m", "assistant", "batch", "-", str(sortie)],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environnement(),
    )
    assert lot.stdin is not None
    for _ in range(2):
        lot.stdin.write(json.dumps(BONNES[2]).encode() + b"\n")
    lot.stdin.flush()
    _attendre(lambda: any(f.stat().st_size and f.read_bytes().count(b"\n") == 2
                          for f in tmp_path.glob(".*.partiel")))  # fmt: skip
    assert sortie.read_text(encoding="utf-8") == "ancien\n"
    lot.send_signal(signal_)
    _, erreurs = lot.communicate(timeout=30)
    assert lot.returncode == 130
    assert "2 lignes sont faites" in erreurs.decode()
    assert "Traceback" not in erreurs.decode()
    assert [s["id"] for s in lire(sortie)] == ["f", "f"]
    assert os.listdir(tmp_path) == ["out.jsonl"]


def _attendre(condition: Callable[[], bool], delai: float = 30) -> None:
    import time

    fin = time.monotonic() + delai
    while not condition():
        assert time.monotonic() < fin, "trop long"
        time.sleep(0.05)


def test_connaissance_cassee_arrete_tout(
    ici: Ici, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Missing everyday wording is met at the first question: no line is to blame for it."""
    copie = tmp_path / "k"
    shutil.copytree(dossier_embarque("knowledge"), copie)
    (copie / "parler" / "intentions.yaml").write_text("intentions: [", encoding="utf-8")
    monkeypatch.setenv("ECHELON_KNOWLEDGE_DIR", str(copie))
    ecrire(tmp_path / "in.jsonl", *BONNES)
    (tmp_path / "out.jsonl").write_text("ancien\n", encoding="utf-8")
    r = ici("batch", "in.jsonl", "out.jsonl")
    assert r.exit_code == 1
    assert "intentions.yaml" in r.stderr
    assert "Traceback" not in r.stderr
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == "ancien\n"
