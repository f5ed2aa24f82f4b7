"""What goes wrong around an index: something in the way, no room, no right to write.

The suite often runs as root, whom file modes do not stop: the child that meets a read-only
folder gives up root first (`seteuid`). A full disk is a small tmpfs where mounting is allowed,
and a limit on the size of files (`RLIMIT_FSIZE`), which anyone may set, everywhere.
"""

import errno
import os
import resource
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from aide_fautes import NOUVELLE, QUESTION, assurer, reponse, restes
from aide_index import contexte_enfants, encodeur_direct

from assistant.retrieval import ErreurIndex, Index, IndexAbsent
from assistant.retrieval.emplacement import Emplacement
from assistant.retrieval.erreurs import expliquer

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and modes of POSIX")


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
