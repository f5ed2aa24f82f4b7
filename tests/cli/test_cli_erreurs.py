"""Where errors end: known ones as their sentence, unforeseen ones in a log, never a traceback."""

import errno
from pathlib import Path

import click
import pytest

from assistant.classification import FicheInconnue
from assistant.cli import erreurs
from assistant.cli.flux import nettoyer
from assistant.corpus import ErreurDeConnaissance
from assistant.retrieval import ErreurIndex
from assistant.settings import ErreurDeReglage


def lever(erreur: BaseException) -> int:
    def action() -> None:
        raise erreur

    return erreurs.executer(action)


@pytest.fixture(autouse=True)
def _dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECHELON_DATA_DIR", str(tmp_path / "donnees"))


@pytest.mark.parametrize(
    ("erreur", "code", "dit"),
    [
        (ErreurDeReglage("Le port."), 1, "Erreur : Le port."),
        (FicheInconnue("Z.99.9", ("Z.9.1",)), 1, "Z.9.1"),
        (ErreurDeConnaissance("x/y.yaml", "un texte", entree="e"), 1, "x/y.yaml, entrée e"),
        (ErreurIndex("Le dossier."), 2, "Erreur : Le dossier."),
        (erreurs.PanneDuSysteme("Le port."), 2, "Erreur : Le port."),
        (OSError(errno.ENOSPC, "No space", "/x/y"), 2, "Le disque est plein pour « /x/y »"),
        (PermissionError(errno.EACCES, "Denied", "/x"), 2, "L'accès est refusé pour « /x »"),
        (ModuleNotFoundError("x", name="gradio.blocks"), 2, "« gradio.blocks » manque"),
        (
            ModuleNotFoundError("x", name="assistant.web"),
            2,
            "« assistant.web » n'est pas installée",
        ),
        (KeyboardInterrupt(), 130, "Interrompu."),
        (click.Abort(), 130, "Interrompu."),
        (click.UsageError("Ceci."), 1, "Erreur : Ceci."),
    ],
)
def test_erreurs_connues(
    erreur: BaseException, code: int, dit: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert lever(erreur) == code
    dits = capsys.readouterr()
    assert dit in dits.err
    assert dits.out == ""
    assert "Traceback" not in dits.err


def test_erreur_imprevue_va_au_journal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lever(ZeroDivisionError("caché")) == 2
    dit = capsys.readouterr().err
    (journal,) = (tmp_path / "donnees" / "journaux").iterdir()
    assert str(journal) in dit
    assert "caché" not in dit
    assert "Traceback" not in dit
    assert "ZeroDivisionError: caché" in journal.read_text(encoding="utf-8")


def test_journal_ailleurs_si_le_dossier_est_impossible(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "fichier").touch()
    (tmp_path / "tmp").mkdir()
    monkeypatch.setenv("ECHELON_DATA_DIR", str(tmp_path / "fichier"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    assert lever(ZeroDivisionError()) == 2
    (journal,) = (tmp_path / "tmp").iterdir()
    assert str(journal) in capsys.readouterr().err


def test_le_code_rendu_par_la_commande_est_le_code() -> None:
    assert erreurs.executer(lambda: 3) == 3
    assert erreurs.executer(lambda: None) == 0


def test_rien_ne_commande_le_terminal() -> None:
    assert nettoyer("a\x1b[31mb\x07\r\nc\td\x9b") == "a[31mb\nc\td"
