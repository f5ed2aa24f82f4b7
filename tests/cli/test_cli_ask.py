"""ask: the answer for people and as JSON, facts given beside it, ugly questions refused."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Ici = Callable[..., Result]
Echelon = Callable[..., subprocess.CompletedProcess[bytes]]
QUESTION = "Quel est l'échelon d'un gestionnaire ?"


def test_reponse_pour_des_gens(vite: Ici) -> None:
    r = vite("ask", *QUESTION.split())
    assert r.exit_code == 0, r.stderr
    for attendu in ("23", "Sources\n", " 1. « ", "https://www.legifrance.gouv.fr/"):
        assert attendu in r.stdout
    assert "elle ne décide pas" in r.stdout.lower()


def test_question_sur_l_entree_standard(vite: Ici) -> None:
    r = vite("ask", "-", "--json", stdin=("\ufeff" + QUESTION + "\r\n").encode())
    assert r.exit_code == 0, r.stderr
    assert json.loads(r.stdout)["echelon_reference"] == 23


def test_langue_imposee(vite: Ici) -> None:
    assert json.loads(vite("ask", "--json", "--langue", "en", QUESTION).stdout)["language"] == "en"


def test_situation_donnee(vite: Ici, tmp_path: Path) -> None:
    faits = {"fiche": "Z.23.1", "certification_rncsa": False, "effectif_entreprise": 4}
    (tmp_path / "f.json").write_text(json.dumps(faits), encoding="utf-8")
    r = vite("ask", "--json", "--situation", "f.json", "Quel échelon pour moi ?")
    assert r.exit_code == 0, r.stderr
    situation = json.loads(r.stdout)["situation"]
    assert {nom: situation[nom]["valeur"] for nom in faits} == faits


@pytest.mark.parametrize(
    ("contenu", "dit"),
    [
        ('{"fiche": ', "JSON"),
        ('{"fihce": "Z.23.1"}', "« fiche »"),
        ('{"age": "vieux"}', "« age »"),
        ('{"fiche": ["Z.23.1"]}', "« fiche »"),
        ("[]", "objet JSON"),
        ("", "JSON"),
    ],
)
def test_situation_refusee(vite: Ici, tmp_path: Path, contenu: str, dit: str) -> None:
    (tmp_path / "f.json").write_text(contenu, encoding="utf-8")
    r = vite("ask", "--situation", "f.json", QUESTION)
    assert r.exit_code == 1
    assert dit in r.stderr


@pytest.mark.parametrize("fichier", ["absent.json", "."])
def test_situation_introuvable(vite: Ici, fichier: str) -> None:
    r = vite("ask", "--situation", fichier, QUESTION)
    assert r.exit_code == 1
    assert fichier in r.stderr


@pytest.mark.parametrize(
    "question",
    [
        "",
        "   \t\n",
        "x" * 100_000,
        "échelon ? " * 10_000,
        "\x00\x01\x02\x03",
        "\udcff\udcfe",
    ],
)
def test_questions_refusees(vite: Ici, question: str) -> None:
    r = vite("ask", question)
    assert r.exit_code == 1
    assert r.stdout == ""
    assert r.stderr.startswith("Erreur : ")
    assert len(r.stderr) < 400


@pytest.mark.parametrize(
    "octets",
    [b"", b"\xff\xfe\x00", bytes(range(256)) * 10, b"\x00" * 3_000_000, "é".encode() * 1_000_000],
)
def test_entree_standard_refusee(echelon: Echelon, octets: bytes) -> None:
    r = echelon("ask", "-", stdin=octets)
    assert r.returncode == 1
    assert r.stdout == b""
    assert r.stderr.startswith(b"Erreur : ")
    assert b"Traceback" not in r.stderr


@pytest.mark.parametrize("question", ["¿Qué escalón?", "' OR 1=1 --", "\u202eabc", "SELECT"])
def test_questions_etranges_ont_une_reponse(vite: Ici, question: str) -> None:
    r = vite("ask", "--json", "--", question)
    assert r.exit_code == 0, r.stderr
    assert json.loads(r.stdout)["answer"]


def test_vraie_connaissance_cassee_est_dite(
    ici: Ici, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "k").mkdir()
    monkeypatch.setenv("ECHELON_KNOWLEDGE_DIR", str(tmp_path / "k"))
    r = ici("ask", QUESTION)
    assert r.exit_code == 1
    assert "k/" in r.stderr
