"""learn: says whether the fitted models have seen the words as they are now."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Ici = Callable[..., Result]


def test_the_models_of_the_repository_have_seen_its_words(ici: Ici) -> None:
    fait = ici("learn", "--check")
    assert fait.exit_code == 0, fait.stdout
    assert "à jour" in fait.stdout


def test_absent_models_are_said_with_what_to_do(ici: Ici, tmp_path: Path) -> None:
    fait = ici("learn", "--check", "--to", str(tmp_path / "rien.npz"))
    assert fait.exit_code == 3
    assert "echelon learn" in fait.stdout


def test_doctor_knows_them(ici: Ici) -> None:
    assert "Compréhension apprise : 152 fiches" in ici("doctor").stdout
