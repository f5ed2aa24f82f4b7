"""Read-only, full, corrupt, newer: a French sentence each time, and nothing lost."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from assistant.store import Cause, ErreurMagasin, Magasin

FICHIER = "conversations.sqlite"


def ouvrir(dossier: Path) -> Magasin:
    return Magasin.ouvrir(SimpleNamespace(data_dir=dossier))


def dans_un_processus(code: str, *arguments: str) -> str:
    """Run `code` in a child, so that limits and rights can be taken from it; its output."""
    entete = (
        "import sys, os, resource\nfrom pathlib import Path\nfrom types import SimpleNamespace\n"
        "from assistant.store import Magasin, ErreurMagasin\n"
        "def ouvrir(d): return Magasin.ouvrir(SimpleNamespace(data_dir=Path(d)))\n"
    )
    fini = subprocess.run(
        [sys.executable, "-c", entete + code, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert fini.returncode == 0, fini.stderr
    return fini.stdout.strip()


@pytest.fixture
def visible() -> Iterator[Path]:
    """A folder that another user may enter (pytest's own are closed to others)."""
    chemin = Path(tempfile.mkdtemp(prefix="echelon-"))
    chemin.chmod(0o777)
    yield chemin
    shutil.rmtree(chemin)


SANS_DROITS = "os.setuid(65534) if os.getuid() == 0 else None\n"


def test_a_read_only_folder_is_named_with_what_to_do(visible: Path) -> None:
    visible.chmod(0o555)
    sortie = dans_un_processus(
        SANS_DROITS + "try: ouvrir(sys.argv[1] + '/sous')\n"
        "except ErreurMagasin as e: print(e.cause, e)",
        str(visible),
    )
    assert sortie.startswith("lecture_seule ")
    assert str(visible) in sortie
    assert "ECHELON_DATA_DIR" in sortie


def test_a_read_only_file_still_lets_the_history_be_read_or_says_why(visible: Path) -> None:
    magasin = ouvrir(visible)
    conversation = magasin.nouvelle()
    magasin.ajouter_tour(conversation, "gardée", {"answer": "23"}, {})
    magasin.fermer()
    (visible / FICHIER).chmod(0o444)
    sortie = dans_un_processus(
        SANS_DROITS + "m = ouvrir(sys.argv[1]); print(m.tours(sys.argv[2])[0].question)\n"
        "try: m.ajouter_tour(sys.argv[2], 'q', {}, {})\n"
        "except ErreurMagasin as e: print(e.cause)",
        str(visible),
        conversation,
    )
    assert sortie.split() == ["gardée", "lecture_seule"]
    (visible / FICHIER).chmod(0o644)
    assert [t.question for t in ouvrir(visible).tours(conversation)] == ["gardée"]


def test_a_data_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "donnees").write_text("je suis un fichier")
    with pytest.raises(ErreurMagasin, match="ECHELON_DATA_DIR"):
        ouvrir(tmp_path / "donnees")


REMPLIR = """
m = ouvrir(sys.argv[1]); c = m.nouvelle(); n = 0
exec(sys.argv[2])
try:
    while n < 5000:
        m.ajouter_tour(c, f"question {n}", {"answer": "x" * 4000}, {"n": n}); n += 1
except ErreurMagasin as e:
    assert m.etat(c) == {"n": n - 1} and len(m.tours(c)) == n, "a turn was half written"
    print(e.cause, n, e)
"""


def test_a_write_that_the_system_cuts_short_is_a_full_disk(tmp_path: Path) -> None:
    limite = "resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))"
    cause, tours, phrase = dans_un_processus(REMPLIR, str(tmp_path), limite).split(" ", 2)
    assert cause == "pleine"
    assert int(tours) > 5
    assert "Libérez de la place" in phrase
    assert len(next(iter(ouvrir(tmp_path).lister())).titre) > 0
    assert ouvrir(tmp_path).lister()[0].tours == int(tours)


def test_a_really_full_disk(tmp_path: Path) -> None:
    monte = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(tmp_path)], capture_output=True
    )
    if monte.returncode:
        pytest.skip("pas le droit de monter un disque de 600 ko")
    try:
        cause, tours, _ = dans_un_processus(REMPLIR, str(tmp_path), "").split(" ", 2)
        assert cause == "pleine"
        assert ouvrir(tmp_path).lister()[0].tours == int(tours) > 5
    finally:
        subprocess.run(["umount", "-l", str(tmp_path)], check=True)


def test_a_corrupt_file_is_said_and_left_as_it_is(tmp_path: Path) -> None:
    abime = b"ceci n'est pas une base" * 500
    (tmp_path / FICHIER).write_bytes(abime)
    with pytest.raises(ErreurMagasin, match="abîmé") as erreur:
        ouvrir(tmp_path)
    assert erreur.value.cause is Cause.ABIMEE
    assert (tmp_path / FICHIER).read_bytes() == abime


def test_corrupt_pages_inside_are_said_too(tmp_path: Path) -> None:
    magasin = ouvrir(tmp_path)
    conversation = magasin.nouvelle()
    for n in range(50):
        magasin.ajouter_tour(conversation, f"q{n}", {"answer": "x" * 2000}, {})
    magasin.fermer()
    contenu = bytearray((tmp_path / FICHIER).read_bytes())
    contenu[4096 * 5 :] = b"\xff" * (len(contenu) - 4096 * 5)
    (tmp_path / FICHIER).write_bytes(contenu)
    with pytest.raises(ErreurMagasin, match="abîmé"):
        ouvrir(tmp_path).tours(conversation)


def test_a_file_of_a_later_version_is_not_touched(tmp_path: Path) -> None:
    ouvrir(tmp_path).fermer()
    with sqlite3.connect(tmp_path / FICHIER) as connexion:
        connexion.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(ErreurMagasin, match="version plus récente") as erreur:
        ouvrir(tmp_path)
    assert erreur.value.cause is Cause.PLUS_RECENTE


def test_a_writer_that_never_ends_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.store.base.ATTENTE_S", 0.2)
    magasin = ouvrir(tmp_path)
    autre = sqlite3.connect(tmp_path / FICHIER, isolation_level=None)
    autre.execute("BEGIN IMMEDIATE")
    with pytest.raises(ErreurMagasin, match="autre programme") as erreur:
        magasin.nouvelle()
    assert erreur.value.cause is Cause.OCCUPEE
    autre.execute("ROLLBACK")
    autre.close()
    assert magasin.nouvelle()


def test_a_file_taken_away_while_open_is_not_written_to_any_more(tmp_path: Path) -> None:
    magasin = ouvrir(tmp_path / "donnees")
    magasin.ajouter_tour(magasin.nouvelle(), "avant", {}, {})
    (tmp_path / "donnees").rename(tmp_path / "ailleurs")
    (tmp_path / "donnees").write_text("un fichier à la place du dossier")
    with pytest.raises(ErreurMagasin, match="ECHELON_DATA_DIR"):
        magasin.nouvelle()
    (tmp_path / "donnees").unlink()
    magasin.ajouter_tour(magasin.nouvelle(), "après", {}, {})
    assert [c.titre for c in ouvrir(tmp_path / "donnees").lister()] == ["après"]
    assert [c.titre for c in ouvrir(tmp_path / "ailleurs").lister()] == ["avant"]
