"""Version folders: one move to publish, one to go back, and what pruning keeps."""

from __future__ import annotations

import multiprocessing
import multiprocessing.synchronize
import os
import random
import signal
import time
from pathlib import Path

import pytest

from assistant.corpus.versions import Versions

A, B, C, D, E, F = (lettre * 16 for lettre in "abcdef")


class Panne(RuntimeError):
    """The error of these versions."""


def versions(racine: Path, gardees: int = 0) -> Versions:
    return Versions(racine / "v", "les essais", "fait un essai", Panne, gardees)


def fabriquer(lieu: Versions, nom: str, publier: bool = True) -> None:
    chantier = lieu.chantier(nom)
    chantier.mkdir(parents=True)
    (chantier / "contenu").write_text(nom)
    (lieu.publier if publier else lieu.deposer)(chantier, nom)
    os.utime(lieu.dossier(nom), ns=(0, ord(nom[0])))  # one after the other, whatever the clock


def dossiers(lieu: Versions) -> list[str]:
    return sorted(p.name[0] for p in lieu.racine.iterdir() if p.is_dir())


def test_nothing_there(tmp_path: Path) -> None:
    assert versions(tmp_path).versions() == ()
    assert versions(tmp_path).presentes() == ()


def test_publishing_and_going_back(tmp_path: Path) -> None:
    lieu = versions(tmp_path)
    fabriquer(lieu, A)
    assert lieu.versions() == (A,)
    fabriquer(lieu, B)
    assert lieu.versions() == (B, A)
    lieu.basculer(A)
    assert lieu.versions() == (A, B)
    lieu.basculer(A)
    assert lieu.versions() == (A, B), "twice the same is once"
    assert dossiers(lieu) == ["a", "b"]


def test_what_pruning_keeps(tmp_path: Path) -> None:
    court, long = versions(tmp_path / "court"), versions(tmp_path / "long", gardees=2)
    for nom in (A, B, C, D, E):
        fabriquer(court, nom)
        fabriquer(long, nom)
    assert dossiers(court) == ["d", "e"]
    assert dossiers(long) == ["b", "c", "d", "e"]
    assert long.presentes()[0] == E
    long.basculer(B)
    fabriquer(long, F)
    assert dossiers(long) == ["b", "d", "e", "f"], "the previous one stays, whatever its age"


def test_a_version_set_aside_is_not_served(tmp_path: Path) -> None:
    lieu = versions(tmp_path)
    fabriquer(lieu, A)
    fabriquer(lieu, B, publier=False)
    assert lieu.versions() == (A,)
    assert lieu.presentes() == (B, A)


def test_what_dead_builders_left_goes(tmp_path: Path) -> None:
    lieu = versions(tmp_path)
    lieu.chantier(A).mkdir(parents=True)
    (lieu.racine / ".x.rebut").write_text("")
    fabriquer(lieu, B)
    assert sorted(p.name for p in lieu.racine.iterdir()) == [B, "courant"]


@pytest.mark.parametrize("octets", [b"", b"\xff\xfe", b"../../etc\n", b"A" * 16, b"a" * 17, b"\n\n"])
def test_a_pointer_to_nowhere_is_no_version(octets: bytes, tmp_path: Path) -> None:
    lieu = versions(tmp_path)
    lieu.preparer()
    (lieu.racine / "courant").write_bytes(octets)
    assert lieu.versions() == ()


def test_a_file_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "v").write_text("")
    with pytest.raises(Panne, match=r"^Impossible d'écrire les essais dans .*ECHELON_DATA_DIR\.$"):
        versions(tmp_path).preparer()


def garder_le_verrou(racine: Path, pret: multiprocessing.synchronize.Event) -> None:
    with versions(racine).verrou(5):
        pret.set()
        time.sleep(60)


def test_the_lock_is_waited_for_and_freed_by_death(tmp_path: Path) -> None:
    versions(tmp_path).preparer()
    contexte = multiprocessing.get_context("spawn")
    pret = contexte.Event()
    enfant = contexte.Process(target=garder_le_verrou, args=(tmp_path, pret))
    enfant.start()
    assert pret.wait(30)
    with pytest.raises(Panne, match="Un autre processus fait un essai"), versions(tmp_path).verrou(0.1):
        pass
    enfant.kill()
    enfant.join(30)
    with versions(tmp_path).verrou(5):
        pass


def basculer_sans_fin(racine: Path, pret: multiprocessing.synchronize.Event) -> None:
    lieu = versions(racine, gardees=1)
    while True:
        for nom in (A, B, C):
            with lieu.verrou(5):
                fabriquer(lieu, nom)
            pret.set()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="SIGKILL")
def test_killed_anywhere_the_pointer_names_a_whole_version(tmp_path: Path) -> None:
    lieu = versions(tmp_path)
    lieu.preparer()
    contexte = multiprocessing.get_context("spawn")
    for graine in range(4):
        pret = contexte.Event()
        enfant = contexte.Process(target=basculer_sans_fin, args=(tmp_path, pret))
        enfant.start()
        assert pret.wait(30)
        fin = time.monotonic() + random.Random(graine).random() / 5  # noqa: S311
        while time.monotonic() < fin:
            assert len(lieu.versions()[0]) == 16, "no reader ever finds half a pointer"
        enfant.kill()
        enfant.join(30)
        (nom, *_) = lieu.versions()
        assert (lieu.dossier(nom) / "contenu").read_text() == nom


@pytest.mark.parametrize("appel", ["replace", "fsync"])
def test_interrupted_while_switching_nothing_is_left(
    appel: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lieu = versions(tmp_path)
    fabriquer(lieu, A)
    fabriquer(lieu, B)

    def interrompre(*args: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as m:
        m.setattr(os, appel, interrompre)
        with pytest.raises(KeyboardInterrupt):
            lieu.basculer(A)
    assert lieu.versions() == (B, A)
    assert sorted(p.name for p in lieu.racine.iterdir()) == [A, B, "courant"]
