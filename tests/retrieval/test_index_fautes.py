"""What goes wrong around an index: kills, damage, no room, no right to write.

The processes are real, and so are the signals and the refusals of the system. The suite often
runs as root, whom file modes do not stop: the child that meets a read-only folder gives up
root first (`seteuid`). A full disk is a small tmpfs where mounting is allowed, and a limit on
the size of files (`RLIMIT_FSIZE`), which anyone may set, everywhere.
"""

import errno
import logging
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from aide_index import Base, Reglages, contexte_enfants, encodeur_direct, morceaux

from assistant.retrieval import ErreurIndex, Index, IndexAbsent, IndexCorrompu, assurer_index
from assistant.retrieval.emplacement import Emplacement
from assistant.retrieval.erreurs import expliquer

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and modes of POSIX")

ANCIENNE = Base("ancienne", morceaux(12))
NOUVELLE = Base("nouvelle", morceaux(48, " nouvelle"))
QUESTION = "qui rédige la paie ?"


def assurer(dossier: Path, base: Base = ANCIENNE, **options: Any) -> Index:
    return assurer_index(Reglages(dossier), base, encodeur=encodeur_direct(), **options)


def reponse(dossier: Path, base: Base = ANCIENNE) -> list[str]:
    with assurer(dossier, base) as index:
        return [r.passage_id for r in index.chercher(QUESTION)]


@pytest.fixture(scope="module")
def modele(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A data folder with the old index in it, and its answer; copied, never changed."""
    dossier = tmp_path_factory.mktemp("modele")
    return dossier, reponse(dossier)


@pytest.fixture
def donnees(modele: tuple[Path, list[str]], tmp_path: Path) -> Path:
    return Path(shutil.copytree(modele[0], tmp_path / "donnees"))


def version(donnees: Path) -> Path:
    return Emplacement.de(donnees).racine / Emplacement.de(donnees).versions()[0]


def restes(donnees: Path) -> list[str]:
    """Work folders left beside the versions."""
    racine = Emplacement.de(donnees).racine
    return [p.name for p in racine.iterdir() if p.suffix in {".tmp", ".rebut"}]


# --- signals -----------------------------------------------------------------------------


def pepiniere(donnees: Path, temporaire: Path, tuyau: Any) -> None:
    """Child: at each order, fork a process that builds the new version; say its pid and end."""
    tempfile.tempdir = str(temporaire)
    encodeur_direct()
    while tuyau.recv():
        pid = os.fork()
        if pid == 0:
            os._exit(construire_jusqu_au_bout(donnees))
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


# --- no room, no right -------------------------------------------------------------------


@pytest.mark.parametrize("place", ["donnees", "donnees/index", "donnees/index/.verrou/x"])
def test_a_file_or_folder_in_the_way_is_said(place: str, tmp_path: Path) -> None:
    obstacle = tmp_path / place
    obstacle.parent.mkdir(parents=True, exist_ok=True)
    obstacle.write_text("un fichier", encoding="utf-8")
    with pytest.raises(ErreurIndex) as erreur:
        assurer(tmp_path / "donnees")
    assert str(tmp_path / "donnees" / "index") in str(erreur.value)
    assert "ECHELON_DATA_DIR" in str(erreur.value)
    assert obstacle.read_text(encoding="utf-8") == "un fichier"


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no /proc here")
def test_a_place_where_nobody_can_write() -> None:
    with pytest.raises(ErreurIndex, match=r"^Impossible d'écrire l'index dans /proc/index"):
        assurer(Path("/proc"))


def essayer_sans_droits(donnees: Path, tuyau: Any) -> None:
    """Child: with everything imported, give up root, then open the old and build the new."""
    tempfile.tempdir = "/tmp"
    assurer(donnees).fermer()
    for dossier in (donnees, *(p for p in donnees.rglob("*") if p.is_dir())):
        dossier.chmod(0o555)
    if os.geteuid() == 0:
        os.seteuid(65534)
    try:
        bilan = [str(len(assurer(donnees))), ""]
        try:
            assurer(donnees, NOUVELLE)
        except ErreurIndex as exc:
            bilan[1] = str(exc)
    finally:
        if os.getuid() == 0:
            os.seteuid(0)
        for dossier in (donnees, *(p for p in donnees.rglob("*") if p.is_dir())):
            dossier.chmod(0o755)
    tuyau.send(bilan)


def test_a_read_only_folder_serves_what_it_holds_and_says_what_it_cannot() -> None:
    # Not under tmp_path, whose parents only their owner may enter.
    with tempfile.TemporaryDirectory(dir="/tmp") as parent:
        os.chmod(parent, 0o755)  # noqa: S103
        contexte = contexte_enfants()
        ici, la_bas = contexte.Pipe()
        donnees = Path(parent, "donnees")
        enfant = contexte.Process(target=essayer_sans_droits, args=(donnees, la_bas))
        enfant.start()
        la_bas.close()
        nombre, erreur = ici.recv()
        enfant.join(30)
    assert nombre == "12"
    assert "lecture seule" in erreur
    assert "Autorisez l'écriture ou choisissez un autre dossier avec ECHELON_DATA_DIR." in erreur


@pytest.fixture
def petit_disque(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """Function: kB → an empty tmpfs of that size, mounted in place of the one before."""
    point = tmp_path / "disque"
    point.mkdir()
    montages = 0

    def monter(taille: int) -> Path:
        nonlocal montages
        options = ["-t", "tmpfs", "-o", f"size={taille}k", "none", str(point)]
        if os.geteuid() or subprocess.run(["mount", *options], capture_output=True).returncode:
            pytest.skip("mounting a small disk takes rights this process does not have")
        montages += 1
        return point

    yield monter
    for _ in range(montages):
        # lazily: the database closes its files in the background
        subprocess.run(["umount", "--lazy", str(point)], check=True)


@pytest.mark.parametrize("reste", [0, 100, 184, 300, 450, 600])
def test_a_full_disk_is_said_and_room_made_is_used(
    reste: int, petit_disque: Callable[[int], Path]
) -> None:
    disque = petit_disque(4096)
    lest = disque / "lest"
    lest.write_bytes(b"x" * 1024 * (4096 - reste))
    with pytest.raises(ErreurIndex, match=r"disque est plein. Libérez de la place ou choisissez"):
        assurer(disque, NOUVELLE)
    if (disque / "index").exists():
        assert restes(disque) == []
        assert Emplacement.de(disque).versions() == ()
    lest.unlink()
    with assurer(disque, NOUVELLE) as index:
        assert len(index.chercher(QUESTION, k=64)) == 48


@pytest.mark.parametrize("taille", [4, 300])
def test_no_room_for_the_working_copy_is_said(
    taille: int,
    donnees: Path,
    petit_disque: Callable[[int], Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    disque = petit_disque(taille)
    monkeypatch.setattr("tempfile.tempdir", str(disque))
    with pytest.raises(ErreurIndex, match=r"copie de travail .* plein.* TMPDIR\.$"):
        assurer(donnees)
    assert list(disque.iterdir()) == []


def construire_a_l_etroit(donnees: Path, limites: Sequence[int], tuyau: Any) -> None:
    """Child: build again and again, while no file may grow beyond a limit (in bytes)."""
    encodeur_direct()
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    _, dure = resource.getrlimit(resource.RLIMIT_FSIZE)
    for limite in limites:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limite, dure))
        try:
            assurer(donnees, NOUVELLE)
            message = "aucune erreur"
        except ErreurIndex as exc:
            message = str(exc)
        resource.setrlimit(resource.RLIMIT_FSIZE, (dure, dure))
        tuyau.send((message, restes(donnees)))
    tuyau.send(len(assurer(donnees, NOUVELLE)))


def test_a_write_that_fails_anywhere_is_said(donnees: Path, modele: tuple[Path, list[str]]) -> None:
    limites = (1, 50_000, 250_000, 400_000)  # from the lock file to the last vectors
    contexte = contexte_enfants()
    ici, la_bas = contexte.Pipe()
    enfant = contexte.Process(target=construire_a_l_etroit, args=(donnees, limites, la_bas))
    enfant.start()
    for _ in limites:
        message, laisses = ici.recv()
        assert message.startswith("Impossible d'écrire")
        assert message.endswith((" avec ECHELON_DATA_DIR.", " avec la variable TMPDIR."))
        assert laisses == []
        assert reponse(donnees) == modele[1]
    assert ici.recv() == len(NOUVELLE.a_indexer), "once the limit is gone, the same process builds"
    enfant.join(30)


@pytest.mark.parametrize(
    ("exc", "attendu"),
    [
        (OSError(errno.EDQUOT, "Disk quota exceeded"), "le disque est plein"),
        (OSError(errno.EROFS, "Read-only file system"), "lecture seule"),
        (OSError(errno.EIO, "Input/output error"), "Input/output error"),
        (ValueError(), "ValueError"),
    ],
)
def test_every_cause_has_its_sentence(exc: Exception, attendu: str, tmp_path: Path) -> None:
    phrase = expliquer(exc, tmp_path)
    assert attendu in phrase
    assert phrase.startswith(f"Impossible d'écrire l'index dans {tmp_path}")
    assert phrase.endswith("choisissez un autre dossier avec ECHELON_DATA_DIR.")


def test_opening_a_folder_that_is_no_index(tmp_path: Path) -> None:
    for dossier in (tmp_path, tmp_path / "absent"):
        with pytest.raises(IndexAbsent):
            Index.ouvrir(dossier, encodeur_direct())
