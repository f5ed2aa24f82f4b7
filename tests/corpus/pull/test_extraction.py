"""One file out of a tarball: whatever the archive holds, nothing else is written."""

import gzip
import io
import tarfile
from pathlib import Path

import pytest
from aide_registre import KALI, archive

from assistant.corpus.pull import ErreurDeTelechargement, extraction
from assistant.corpus.pull.extraction import extraire
from assistant.corpus.pull.paquet import MEMBRE


def essayer(tmp_path: Path, octets: bytes) -> str:
    (tmp_path / "a.tgz").write_bytes(octets)
    (tmp_path / "sortie").mkdir(exist_ok=True)
    return extraire(tmp_path / "a.tgz", tmp_path / "sortie" / "k.json")


def ecrits(tmp_path: Path) -> list[str]:
    return sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file())


def test_our_member(tmp_path: Path) -> None:
    essayer(tmp_path, archive(KALI))
    assert ecrits(tmp_path) == ["a.tgz", "sortie/k.json"]
    assert (tmp_path / "sortie/k.json").read_bytes() == KALI


@pytest.mark.parametrize(
    "nom", ["package/../../../fuite.json", "/tmp/fuite.json", f"x/../package/{MEMBRE}", "fuite"]
)
def test_another_path_is_not_ours(nom: str, tmp_path: Path) -> None:
    with pytest.raises(ErreurDeTelechargement, match="ne contient pas"):
        essayer(tmp_path, archive(KALI, nom))
    assert ecrits(tmp_path) == ["a.tgz"]


@pytest.mark.parametrize("genre", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE])
def test_a_link_of_that_name_is_not_followed(genre: bytes, tmp_path: Path) -> None:
    tampon = io.BytesIO()
    with tarfile.open(fileobj=tampon, mode="w:gz") as tar:
        entete = tarfile.TarInfo(f"package/{MEMBRE}")
        entete.type, entete.linkname = genre, "/etc/passwd"
        tar.addfile(entete)
    with pytest.raises(ErreurDeTelechargement, match="ne contient pas"):
        essayer(tmp_path, tampon.getvalue())


def test_a_member_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "FICHIER_MAX", 1000)
    with pytest.raises(ErreurDeTelechargement, match="pèserait"):
        essayer(tmp_path, archive(KALI))
    monkeypatch.setattr(extraction, "_DECOMPRESSE_MAX", 1000)
    with pytest.raises(ErreurDeTelechargement, match="démesurée"):
        essayer(tmp_path, archive(KALI))
    assert ecrits(tmp_path) == ["a.tgz"]


@pytest.mark.parametrize(
    "octets",
    [b"", b"rien", gzip.compress(b"rien"), gzip.compress(b"\0" * 4096), archive(KALI)[:200_000],
     archive(KALI)[:50], b"\x1f\x8b" + b"\xff" * 500],
    ids=["vide", "texte", "gzip d'un texte", "gzip de zéros", "coupée", "coupée tôt", "bruit"],
)
def test_a_damaged_archive(octets: bytes, tmp_path: Path) -> None:
    with pytest.raises(ErreurDeTelechargement, match=r"abîmée|ne contient pas"):
        essayer(tmp_path, octets)
    assert ecrits(tmp_path) == ["a.tgz"]
