"""chat: facts kept from turn to turn, commands, and leaving politely."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable

import pytest
from click.testing import Result

Ici = Callable[..., Result]
Echelon = Callable[..., subprocess.CompletedProcess[bytes]]


def converser(vite: Ici, *lignes: str) -> str:
    r = vite("chat", stdin="\n".join(lignes) + "\n")
    assert r.exit_code == 0, r.stderr
    assert r.stdout.rstrip().endswith("Au revoir.")
    return r.stdout


def test_les_faits_restent_et_s_oublient(vite: Ici) -> None:
    dit = converser(
        vite, "/faits", "Je suis gestionnaire, j'ai 45 ans.", "/faits", "/oublie age", "/faits",
        "/nouveau", "/faits",
    )  # fmt: skip
    avant, apres = dit.split("J'oublie « age ».")
    assert dit.count("Je ne sais encore rien") == 2
    assert "age : 45" in avant
    assert "fiche : Z.23.1" in avant
    assert "age : 45" not in apres
    assert "fiche : Z.23.1" in apres


def test_une_question_suit_l_autre(vite: Ici) -> None:
    dit = converser(vite, "Quel est l'échelon d'un gestionnaire ?", "Et sans le BTS ?", "/quitter")
    assert "23" in dit
    assert dit.count("Sources\n") >= 1


def test_commandes_inconnues_et_oublis_impossibles(vite: Ici) -> None:
    dit = converser(vite, "/fait", "/xyzzy", "/oublie", "/oublie age", "/aide", "", "   ")
    assert "Vouliez-vous dire « /faits » ?" in dit
    assert "Commandes : /faits" in dit
    assert dit.count("il n'y a rien à oublier") == 2
    assert "/quitter " in dit


def test_oubli_d_un_fait_inconnu_montre_les_connus(vite: Ici) -> None:
    dit = converser(vite, "Je suis gestionnaire.", "/oublie salaire", "/oublie")
    assert "Je ne connais pas de fait « salaire ». Faits connus : fiche" in dit
    assert "Quel fait oublier ?" in dit


def test_une_question_refusee_n_arrete_pas(vite: Ici) -> None:
    r = vite("chat", stdin=b"\x00\x01\x02\n" + b"x" * 100_000 + b"\n\xff\xfe\nQui es-tu ?\n")
    assert r.exit_code == 0
    assert r.stderr.count("Erreur : ") >= 2
    assert r.stdout.rstrip().endswith("Au revoir.")


def test_fin_d_entree_immediate(echelon: Echelon) -> None:
    r = echelon("chat", stdin=b"")
    assert r.returncode == 0
    assert r.stdout.decode().splitlines()[-1] == "Au revoir."
    assert r.stderr == b""


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
def test_ctrl_c_part_poliment(environnement: Callable[..., dict[str, str]]) -> None:
    chat = subprocess.Popen(
        [sys.executable, "-m", "assistant", "chat"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environnement(PYTHONUNBUFFERED="1"),
    )
    assert chat.stdout is not None
    chat.stdout.readline()
    time.sleep(0.2)
    chat.send_signal(signal.SIGINT)
    dehors, erreurs = chat.communicate(timeout=30)
    assert chat.returncode == 0
    assert dehors.decode().rstrip().endswith("Au revoir.")
    assert erreurs == b""
