"""``python -m evals``: exit codes and sentences, with a stand-in and with the real assistant."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from assistant.cli.erreurs import PanneDuSysteme
from evals import executer
from evals.__main__ import main

RACINE = Path(__file__).parents[2]
CAS = """
theme: {theme}
cas:
  - {{id: {theme}-1, question: "Quel échelon ?", tags: [dev], attendu: {{echelon: {echelon}}}}}
"""


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """Two themes: "bon" passes on the good answer, "faux" expects échelon 24."""
    cas = tmp_path / "cas"
    cas.mkdir()
    (cas / "bon.yaml").write_text(CAS.format(theme="bon", echelon=23), encoding="utf-8")
    (cas / "faux.yaml").write_text(CAS.format(theme="faux", echelon=24), encoding="utf-8")
    return cas


@pytest.fixture
def sujet(
    monkeypatch: pytest.MonkeyPatch, reponse: dict[str, Any], passages: dict[str, Any]
) -> None:
    """The command's own wiring, on an answer of the contract's shape."""

    class Sujet:
        class kb:
            pass

        def repondre(self, question: str, etat: Any = None, langue: str | None = None) -> Any:
            return self, None

        def en_dict(self) -> dict[str, Any]:
            return reponse

    Sujet.kb.passages = tuple(passages.values())  # type: ignore[attr-defined]
    monkeypatch.setattr(executer, "ouvrir", Sujet)


@pytest.mark.usefixtures("sujet")
def test_codes_de_sortie(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--dossier", str(dossier), "--theme", "bon"]) == 0
    assert "Seuils tenus." in capsys.readouterr().out
    assert main(["--dossier", str(dossier)]) == 3
    vu = capsys.readouterr()
    assert "✗ faux-1" in vu.out
    assert "Obtenu « 23 », attendu « 24 »." in vu.out
    assert "2/2 cas, 1 en échec" in vu.err


@pytest.mark.usefixtures("sujet")
def test_json_et_avancement(
    dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sortie = tmp_path / "r.jsonl"
    args = ["--dossier", str(dossier), "--json", str(sortie), "--progress-json"]
    assert main(args) == 3
    lignes = [json.loads(ligne) for ligne in sortie.read_text(encoding="utf-8").splitlines()]
    assert [ligne.get("id") for ligne in lignes] == ["bon-1", "faux-1", None]
    avancement = [json.loads(ligne) for ligne in capsys.readouterr().err.splitlines()]
    assert [a["reussi"] for a in avancement] == [True, False]


@pytest.mark.parametrize(
    ("args", "dit"),
    [
        (["--theme", "fau"], "vouliez-vous dire « faux »"),
        (["--cas", "zzz"], "Aucun cas n'a le cas « zzz »"),
        (["--theme", "bon", "--cas", "faux-1"], "Aucun cas ne répond"),
        (["--seuils", "/nulle/part.yaml"], "n'existe pas"),
        (["--json", "/nulle/part/r.jsonl"], "impossible d'écrire"),
        (["--jobs", "0"], "--jobs"),
        (["--inconnue"], "--inconnue"),
    ],
)
def test_mauvais_usage(
    dossier: Path, capsys: pytest.CaptureFixture[str], args: list[str], dit: str
) -> None:
    assert main(["--dossier", str(dossier), *args]) == 1
    vu = capsys.readouterr()
    assert dit in vu.err
    assert "Traceback" not in vu.err


def test_fichier_de_cas_faux(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (dossier / "bon.yaml").write_text("theme: x\ncas: [{id: a-1, attendu: {dit: 1}}]\n")
    assert main(["--dossier", str(dossier)]) == 1
    assert "bon.yaml, cas a-1, champ « attendu.dit »" in capsys.readouterr().err


def test_assistant_en_panne(
    dossier: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse() -> None:
        raise PanneDuSysteme("L'index manque.")

    monkeypatch.setattr(executer, "ouvrir", refuse)
    assert main(["--dossier", str(dossier)]) == 2
    assert "L'index manque." in capsys.readouterr().err


@pytest.mark.lent
def test_pour_de_vrai(tmp_path: Path) -> None:
    """Two real cases through the real assistant, in a process, then in two: the same verdicts."""
    lus = []
    for jobs in ("1", "2"):
        sortie = tmp_path / f"{jobs}.jsonl"
        args = ["--cas", "ges-001", "--cas", "lim-001", "--jobs", jobs, "--json", str(sortie)]
        fini = subprocess.run(
            [sys.executable, "-m", "evals", *args],
            cwd=RACINE,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        assert fini.returncode == 0, fini.stdout + fini.stderr
        lus.append([json.loads(x) for x in sortie.read_text(encoding="utf-8").splitlines()])
    un, deux = ([(x.get("id"), x.get("verdicts")) for x in run] for run in lus)
    assert un == deux
    assert [ident for ident, _ in un] == ["ges-001", "lim-001", None]


@pytest.mark.lent
@pytest.mark.skipif(sys.platform == "win32", reason="SIGINT is sent otherwise on Windows")
def test_ctrl_c_arrete_tous_les_processus() -> None:
    """Pressed several times in the middle of a run of two processes: it ends, and at once."""
    suite = subprocess.Popen(
        [sys.executable, "-m", "evals", "--jobs", "2", "--progress-json"],
        cwd=RACINE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert suite.stderr is not None
    assert json.loads(suite.stderr.readline())["fait"] == 1
    for _ in range(3):
        suite.send_signal(signal.SIGINT)
    _, erreurs = suite.communicate(timeout=30)
    assert suite.returncode == 130
    assert erreurs.rstrip().endswith("Interrompu.")
    assert "Traceback" not in erreurs
