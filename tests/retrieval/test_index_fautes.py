"""What goes wrong with an index: kills and damage, with real processes and real signals."""

import atexit
import logging
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from aide_fautes import ANCIENNE, NOUVELLE, QUESTION, assurer, reponse, restes, version
from aide_index import Reglages, contexte_enfants, encodeur_direct, morceaux

from assistant.retrieval import ErreurIndex, Index, IndexCorrompu, assurer_index
from assistant.retrieval.emplacement import Emplacement

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and modes of POSIX")

# --- signals -----------------------------------------------------------------------------


def pepiniere(donnees: Path, temporaire: Path, tuyau: Any) -> None:
    """Child: at each order, fork a process that builds the new version; say its pid and end."""
    tempfile.tempdir = str(temporaire)
    encodeur_direct()
    while tuyau.recv():
        pid = os.fork()
        if pid == 0:
            code = construire_jusqu_au_bout(donnees)
            atexit._run_exitfuncs()  # an interrupted program still ends as Python programs end
            os._exit(code)
        tuyau.send(pid)
        tuyau.send(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))


def construire_jusqu_au_bout(donnees: Path) -> int:
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        Index.construire(NOUVELLE.a_indexer, donnees, encodeur_direct(), "nouvelle").fermer()
    except KeyboardInterrupt:
        return 130
    return 0


@pytest.fixture
def semer(donnees: Path, tmp_path: Path) -> Iterator[Callable[[int, float], tuple[int, float]]]:
    """Function (signal, delay) → (exit code, duration) of a builder that gets the signal."""
    temporaire = tmp_path / "tmp"
    temporaire.mkdir()
    contexte = contexte_enfants()
    ici, la_bas = contexte.Pipe()
    enfant = contexte.Process(target=pepiniere, args=(donnees, temporaire, la_bas))
    enfant.start()

    def lancer(numero: int, delai: float) -> tuple[int, float]:
        ici.send(True)
        pid, debut = ici.recv(), time.monotonic()
        if not ici.poll(delai):
            os.kill(pid, numero)
        return ici.recv(), time.monotonic() - debut

    yield lancer
    ici.send(False)
    enfant.join(30)
    assert enfant.exitcode == 0


@pytest.mark.parametrize(("numero", "points"), [(signal.SIGKILL, 8), (signal.SIGINT, 6)])
def test_a_build_stopped_anywhere_leaves_the_old_index_serving(
    numero: int,
    points: int,
    semer: Callable[[int, float], tuple[int, float]],
    modele: tuple[Path, list[str]],
    donnees: Path,
    tmp_path: Path,
) -> None:
    ancien = version(donnees)
    code, duree = semer(numero, 60)
    assert code == 0
    shutil.rmtree(version(donnees))
    Emplacement.de(donnees).basculer(ancien.name)

    hasard = random.Random(numero)  # noqa: S311
    arretes = 0
    for point in range(points):
        code, _ = semer(numero, duree * (point + hasard.random()) / points)
        arretes += code != 0
        assert code in (0, -signal.SIGKILL if numero == signal.SIGKILL else 130)
        if numero == signal.SIGINT:
            assert restes(donnees) == []
            assert list((tmp_path / "tmp").iterdir()) == []
        with Index.ouvrir(ancien, encodeur_direct()) as index:
            assert [r.passage_id for r in index.chercher(QUESTION)] == modele[1]
        assert Emplacement.de(donnees).versions()
    assert arretes >= points // 2, "the signals came during the builds"

    with assurer(donnees, NOUVELLE) as index:
        assert len(index.chercher(QUESTION, k=64)) == 48
    assert semer(numero, 60)[0] == 0
    assert restes(donnees) == []
    assert reponse(donnees) == modele[1]


def construire_lentement(donnees: Path, tuyau: Any) -> None:
    """Child: start building, and stay there with the lock."""

    def attendre(fait: int, total: int) -> None:
        tuyau.send(fait)
        time.sleep(600)

    assurer(donnees, NOUVELLE, progress=attendre)


def test_a_living_builder_is_waited_for_a_dead_one_is_not(donnees: Path) -> None:
    contexte = contexte_enfants()
    ici, la_bas = contexte.Pipe()
    enfant = contexte.Process(target=construire_lentement, args=(donnees, la_bas))
    enfant.start()
    assert ici.recv() == 0
    try:
        assurer(donnees).fermer()  # the old version needs no lock
        with pytest.raises(
            ErreurIndex, match=r"Un autre processus prépare l'index dans .*Attendez"
        ):
            assurer(donnees, NOUVELLE, delai=0.3)
        assert len(restes(donnees)) == 1
    finally:
        enfant.kill()
        enfant.join()
    with assurer(donnees, NOUVELLE, delai=5) as index:
        assert len(index) == 48
    assert restes(donnees) == []


def ouvrir_et_mourir(donnees: Path, temporaire: Path) -> None:
    """Child: open the index, and be killed with it open."""
    tempfile.tempdir = str(temporaire)
    index = assurer(donnees)
    os.kill(os.getpid(), signal.SIGKILL)
    index.fermer()


def test_copies_of_killed_readers_are_removed_later(
    donnees: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporaire = tmp_path / "tmp"
    temporaire.mkdir()
    enfant = contexte_enfants().Process(target=ouvrir_et_mourir, args=(donnees, temporaire))
    enfant.start()
    enfant.join(60)
    assert enfant.exitcode == -signal.SIGKILL
    (orpheline,) = temporaire.iterdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporaire))
    with assurer(donnees) as vivant:
        assert orpheline.exists(), "it is too young to be judged"
        for dossier in temporaire.iterdir():
            os.utime(dossier, (0, 0))
        with assurer(donnees):
            assert not orpheline.exists()
            assert len(list(temporaire.iterdir())) == 2, "the living ones hold their lock"
            assert vivant.chercher(QUESTION)


# --- damage ------------------------------------------------------------------------------


def tronquer(fichier: Path, taille: int) -> None:
    os.truncate(fichier, taille)


def retourner_un_octet(fichier: Path) -> None:
    octets = bytearray(fichier.read_bytes())
    octets[len(octets) // 2] ^= 0xFF
    fichier.write_bytes(octets)


def trouver(dossier: Path, nom: str) -> Path:
    return next(dossier.rglob(nom))


def reecrire_manifeste(dossier: Path, avant: str, apres: str) -> None:
    chemin = dossier / "manifeste.json"
    texte = chemin.read_text(encoding="utf-8")
    assert avant in texte
    chemin.write_text(texte.replace(avant, apres), encoding="utf-8")


def remplacer_par_un_fichier(dossier: Path) -> None:
    shutil.rmtree(dossier)
    dossier.write_text("un fichier", encoding="utf-8")


DEGATS: dict[str, Callable[[Path], object]] = {
    "no database": lambda d: (d / "chroma.sqlite3").unlink(),
    "database cut": lambda d: tronquer(d / "chroma.sqlite3", 5000),
    "database emptied": lambda d: tronquer(d / "chroma.sqlite3", 0),
    "database scrambled": lambda d: (d / "chroma.sqlite3").write_bytes(os.urandom(9000)),
    "a byte of the database turned": lambda d: retourner_un_octet(d / "chroma.sqlite3"),
    "a byte of the vectors turned": lambda d: retourner_un_octet(trouver(d, "data_level0.bin")),
    "vectors cut": lambda d: tronquer(trouver(d, "data_level0.bin"), 100),
    "no vectors": lambda d: shutil.rmtree(trouver(d, "header.bin").parent),
    "a file made a folder": lambda d: (
        trouver(d, "length.bin").unlink(),
        (trouver(d, "header.bin").parent / "length.bin").mkdir(),
    ),
    "manifest is no JSON": lambda d: (d / "manifeste.json").write_text("{", encoding="utf-8"),
    "manifest is binary": lambda d: (d / "manifeste.json").write_bytes(b"\xff\0\xfe"),
    "manifest too deep": lambda d: (d / "manifeste.json").write_text("[" * 200_000),
    "manifest is a list": lambda d: (d / "manifeste.json").write_text("[]", encoding="utf-8"),
    "manifest without a field": lambda d: reecrire_manifeste(d, '"dim"', '"taille"'),
    "manifest field of another type": lambda d: reecrire_manifeste(d, ": 512", ': "512"'),
    "manifest of another format": lambda d: reecrire_manifeste(d, '"format": 1', '"format": 0'),
    "manifest of another count": lambda d: reecrire_manifeste(
        d, '"passages": 12', '"passages": 13'
    ),
    "manifest probe of words": lambda d: reecrire_manifeste(d, '"sonde": [', '"sonde": ["x",'),
    "manifest naming a file elsewhere": lambda d: reecrire_manifeste(
        d, '"chroma.sqlite3"', '"../courant"'
    ),
}

ABSENCES: dict[str, Callable[[Path], object]] = {
    "no manifest": lambda d: (d / "manifeste.json").unlink(),
    "an empty folder": lambda d: (shutil.rmtree(d), d.mkdir()),
    "no folder": shutil.rmtree,
    "a file instead of the folder": remplacer_par_un_fichier,
    "no pointer": lambda d: (d.parent / "courant").unlink(),
    "a scrambled pointer": lambda d: (d.parent / "courant").write_bytes(os.urandom(300)),
    "a pointer to nothing": lambda d: (d.parent / "courant").write_text("0" * 16),
    "a folder instead of the pointer": lambda d: (
        (d.parent / "courant").unlink(),
        (d.parent / "courant").mkdir(),
    ),
    "no index folder": lambda d: shutil.rmtree(d.parent),
}


@pytest.mark.parametrize("degat", DEGATS)
def test_a_damaged_index_is_rebuilt_with_one_warning(
    degat: str, donnees: Path, modele: tuple[Path, list[str]], caplog: pytest.LogCaptureFixture
) -> None:
    dossier = version(donnees)
    DEGATS[degat](dossier)
    with pytest.raises(IndexCorrompu):
        Index.ouvrir(dossier, encodeur_direct())
    with caplog.at_level(logging.WARNING):
        assert reponse(donnees) == modele[1]
        (avis,) = [r for r in caplog.records if r.name.startswith("assistant")]
        assert avis.getMessage().endswith("Il est reconstruit.")
        caplog.clear()
        assert reponse(donnees) == modele[1], "the rebuilt one opens"
        assert caplog.records == []
    assert version(donnees) == dossier
    assert restes(donnees) == []


@pytest.mark.parametrize("absence", ABSENCES)
def test_an_absent_index_or_pointer_is_made_again_without_a_word(
    absence: str, donnees: Path, modele: tuple[Path, list[str]], caplog: pytest.LogCaptureFixture
) -> None:
    dossier = version(donnees)
    ABSENCES[absence](dossier)
    with caplog.at_level(logging.WARNING):
        assert reponse(donnees) == modele[1]
    assert caplog.records == []
    assert version(donnees) == dossier


def test_an_encoder_changed_under_its_name_is_noticed(
    donnees: Path, caplog: pytest.LogCaptureFixture
) -> None:
    class Retourne:
        """The same encoder, its numbers in another order: another model, for all we know."""

        nom, dim = encodeur_direct().nom, encodeur_direct().dim

        def encode_query(self, texts: Any) -> Any:
            return encodeur_direct().encode_query(texts)[:, ::-1].copy()

        encode_document = encode_query

    with pytest.raises(IndexCorrompu, match="autre encodeur"):
        Index.ouvrir(version(donnees), Retourne())
    with assurer_index(Reglages(donnees), ANCIENNE, encodeur=Retourne()) as index:
        assert index.chercher(QUESTION)
    assert len([r for r in caplog.records if r.levelno == logging.WARNING]) == 1


def test_two_passages_of_one_name_are_refused(donnees: Path) -> None:
    jumeaux = [*morceaux(3), replace(morceaux(1)[0], texte="autre texte")]
    with pytest.raises(ErreurIndex, match="« p:0 »"):
        Index.construire(jumeaux, donnees, encodeur_direct(), "jumeaux")
    assert restes(donnees) == []


def test_a_failure_of_the_caller_leaves_nothing_behind(donnees: Path) -> None:
    def echouer(fait: int, total: int) -> None:
        raise RuntimeError("la barre de progression est cassée")

    with pytest.raises(ErreurIndex, match="barre de progression"):
        assurer(donnees, NOUVELLE, progress=echouer)
    assert restes(donnees) == []
