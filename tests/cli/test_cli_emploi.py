"""Wrong use: one French sentence, exit 1, the nearest word; help and streams."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from assistant.cli.racine import _LIENS

Ici = Callable[..., Result]
Echelon = Callable[..., subprocess.CompletedProcess[bytes]]
Environnement = Callable[..., dict[str, str]]


@pytest.mark.parametrize(
    ("args", "dit"),
    [
        (["ak", "x"], "Vouliez-vous dire « ask » ?"),
        (["xyzzy"], "Commandes : ask, chat, batch"),
        (["ask", "--jsno", "x"], "Vouliez-vous dire « --json » ?"),
        (["ask", "--zzzzzz", "x"], "Options : --json"),
        (["ask"], "Il manque l'argument QUESTION"),
        (["ask", "--json=3", "x"], "L'option --json ne prend pas de valeur"),
        (["ask", "--langue", "de", "x"], "--langue vaut « de » : on attend fr ou en"),
        (["ask", "--situation"], "L'option --situation attend une valeur"),
        (["calc"], "Il manque l'option --fiche"),
        (["calc", "--fiche"], "L'option --fiche attend une valeur"),
        (["doctor", "trop"], "« trop » est en trop"),
        (["batch", "a"], "Il manque l'argument OUT.jsonl"),
        (["knowledge", "sho"], "Vouliez-vous dire « show » ?"),
        (["knowledge", "show"], "Il manque l'argument CODE"),
        (["serve", "--port", "abc"], "on attend un nombre entier de 1 à 65535"),
        (["serve", "--port", "70000"], "on attend un nombre entier de 1 à 65535"),
    ],
)
def test_mauvais_emploi(ici: Ici, args: list[str], dit: str) -> None:
    r = ici(*args)
    assert r.exit_code == 1
    assert dit in r.stderr
    assert r.stdout == ""


@pytest.mark.parametrize("args", [[], ["knowledge"]])
def test_sans_commande_l_aide_et_1(ici: Ici, args: list[str]) -> None:
    r = ici(*args)
    assert r.exit_code == 1
    assert "Commandes :" in r.stderr


@pytest.mark.parametrize("commande", [c for c in _LIENS if c != "eval"])
def test_aide_en_francais(ici: Ici, commande: str) -> None:
    r = ici(commande, "--help")
    assert r.exit_code == 0
    assert r.stdout.startswith("Usage : echelon " + commande)
    for anglais in ("Usage:", "Options:", "Commands:", "Show this", "[required]"):
        assert anglais not in r.stdout


def test_aide_generale_dit_toutes_les_commandes(ici: Ici) -> None:
    r = ici("--help")
    assert r.exit_code == 0
    assert all(f"\n  {commande} " in r.stdout for commande in _LIENS)


def test_version(ici: Ici) -> None:
    from assistant import __version__

    assert ici("--version").stdout == f"Échelon {__version__}\n"


def test_processus_codes_et_utf8_sous_locale_c(echelon: Echelon) -> None:
    env = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    r = echelon("aks", env=env)
    assert r.returncode == 1
    assert "« aks » n'existe pas" in r.stderr.decode("utf-8")
    assert b"Traceback" not in r.stderr


def test_argument_utf8_lu_sous_locale_c(echelon: Echelon) -> None:
    env = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    r = echelon("é€".encode(), env=env)
    assert "« é€ » n'existe pas" in r.stderr.decode("utf-8")


def test_mauvais_reglage_est_une_mauvaise_entree(echelon: Echelon) -> None:
    r = echelon("knowledge", "stats", env={"ECHELON_PORT": "abc"})
    assert r.returncode == 1
    dit = r.stderr.decode()
    assert "ECHELON_PORT" in dit
    assert "« abc »" in dit
    assert "Traceback" not in dit


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
@pytest.mark.parametrize("suite", ["| head -1", "| true"])
def test_lecteur_parti_n_est_pas_une_erreur(environnement: Environnement, suite: str) -> None:
    commande = (
        f'{sys.executable} -m assistant knowledge show Z.23.1 {suite}; echo "${{PIPESTATUS[0]}}"'
    )
    r = subprocess.run(
        ["bash", "-c", commande],
        capture_output=True,
        env=environnement(),
        timeout=60,
        check=False,
    )
    assert r.stdout.decode().splitlines()[-1] == "0"
    assert r.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_sortie_pleine_est_une_panne(environnement: Environnement) -> None:
    with open("/dev/full", "wb") as plein:
        r = subprocess.run(
            [sys.executable, "-m", "assistant", "knowledge", "stats"],
            stdout=plein,
            stderr=subprocess.PIPE,
            env=environnement(),
            timeout=60,
            check=False,
        )
    assert r.returncode == 2
    assert "Le disque est plein pour la sortie" in r.stderr.decode()
    assert b"Traceback" not in r.stderr


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("sans_couleur", "attendu"), [("", True), ("1", False)])
def test_couleurs_sur_un_terminal_sauf_no_color(
    environnement: Environnement, sans_couleur: str, attendu: bool
) -> None:
    import pty

    maitre, esclave = pty.openpty()
    env = environnement(NO_COLOR=sans_couleur, TERM="xterm")
    subprocess.run(
        [sys.executable, "-m", "assistant", "knowledge", "show", "A.6.1"],
        stdout=esclave,
        env=env,
        timeout=60,
        check=True,
    )
    os.close(esclave)
    ecrit = b""
    try:
        while morceau := os.read(maitre, 65536):
            ecrit += morceau
    except OSError:
        pass  # the end of a pseudo-terminal reads as an error
    os.close(maitre)
    assert (b"\x1b[1m" in ecrit) is attendu


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
@pytest.mark.parametrize(
    ("commande", "code"),
    [("knowledge stats >&-", 0), ("chat <&-", 0), ("ask - <&-", 1), ("batch - - <&-", 1)],
)
def test_flux_fermes_d_avance(environnement: Environnement, commande: str, code: int) -> None:
    r = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m assistant {commande}"],
        capture_output=True,
        env=environnement(),
        timeout=60,
        check=False,
    )
    assert r.returncode == code
    assert b"Traceback" not in r.stderr
