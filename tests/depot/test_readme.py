"""The README's transcript is run, so that it cannot rot."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

_RACINE = Path(__file__).parents[2]
_README = (_RACINE / "README.md").read_text(encoding="utf-8")
_BLOCS = re.findall(r"```console\n\$ echelon (.+?)\n(.*?)```", _README, re.DOTALL)


def test_the_readme_has_a_transcript() -> None:
    assert _BLOCS


def test_every_transcript_comes_out_as_printed(tmp_path: Path) -> None:
    for commande, attendu in _BLOCS:
        fini = subprocess.run(
            [sys.executable, "-m", "assistant", *shlex.split(commande)], cwd=_RACINE,
            capture_output=True, text=True, encoding="utf-8", check=False,
            env={"PATH": "/usr/bin:/bin", "ECHELON_DATA_DIR": str(tmp_path), "HOME": str(tmp_path)},
        )
        assert fini.returncode == 0, fini.stderr
        place = 0
        for morceau in attendu.split("[…]"):
            trouve = fini.stdout.find(morceau.strip("\n"), place)
            assert trouve >= 0, f"absent de la sortie de « {commande} » :\n{morceau}"
            place = trouve + len(morceau.strip("\n"))


def test_files_the_readme_links_to_exist() -> None:
    for cible in re.findall(r"\]\((?!https?:)([^)#]+)\)", _README):
        assert (_RACINE / cible).is_file(), cible
