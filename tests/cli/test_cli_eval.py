"""eval hands its arguments and exit code through; without the suite it says so."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Echelon = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.mark.parametrize("code", [0, 1, 2, 3])
def test_arguments_et_code_passent(echelon: Echelon, tmp_path: Path, code: int) -> None:
    suite = tmp_path / "evals"
    suite.mkdir()
    (suite / "__init__.py").touch()
    (suite / "__main__.py").write_text(
        "import json, sys; print(json.dumps(sys.argv[1:])); sys.exit(int(sys.argv[1]))",
        encoding="utf-8",
    )
    env = {"PYTHONPATH": f"{tmp_path}:{Path(__file__).resolve().parents[2]}"}
    r = echelon("eval", str(code), "--help", "--inconnue=é", "-x", env=env)
    assert r.returncode == code
    assert r.stdout.decode("unicode_escape").strip().endswith('"--help", "--inconnue=é", "-x"]')


def test_aide_de_la_suite(echelon: Echelon) -> None:
    r = echelon("eval", "--help")
    directe = subprocess.run(
        [sys.executable, "-m", "evals", "--help"],
        capture_output=True,
        cwd=Path(__file__).resolve().parents[2],
        timeout=60,
        check=False,
    )
    assert (r.returncode, r.stdout) == (directe.returncode, directe.stdout)
