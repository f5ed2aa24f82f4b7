"""The download: resumed, bounded, checked; each failure has its sentence and leaves no bad file."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from aide_registre import KALI, Registre, archive

from assistant.corpus.pull import ErreurDeTelechargement, VersionDuPaquetInconnue, tirer
from assistant.corpus.pull.paquet import SOMMES_CONNUES

V = "3.450.0"


def dossier(donnees: Path) -> Path:
    return donnees / "telechargements"


def test_the_file_of_the_package_and_nothing_else(registre: Registre, tmp_path: Path) -> None:
    pas: list[tuple[int, int]] = []
    tirage = tirer(tmp_path, V, progres=lambda fait, total: pas.append((fait, total)))
    assert tirage.fichier.read_bytes() == KALI
    assert (tirage.version, tirage.reseau) == (V, True)
    assert tirage.source["paquet"] == "@socialgouv/kali-data"
    total = len(registre.versions[V])
    assert pas[-1] == (total, total)
    assert pas == sorted(pas)
    assert sorted(p.name for p in dossier(tmp_path).iterdir()) == [
        ".verrou", f"KALICONT000005635191-{V}.json"]


def test_a_cut_stream_goes_on_where_it_stopped(registre: Registre, tmp_path: Path) -> None:
    registre.couper = [100_000, 50_000]
    assert tirer(tmp_path, V).fichier.read_bytes() == KALI
    assert registre.archives_demandees == [None, "bytes=100000-", "bytes=150000-"]


def test_without_range_all_is_sent_again(registre: Registre, tmp_path: Path) -> None:
    registre.couper, registre.plages = [100_000, 200_000], False
    assert tirer(tmp_path, V).fichier.read_bytes() == KALI


def test_another_range_than_asked_for_is_not_glued_on(registre: Registre, tmp_path: Path) -> None:
    registre.couper, registre.fausse_plage = [100_000], True
    assert tirer(tmp_path, V).fichier.read_bytes() == KALI


def test_a_stream_of_unknown_length(registre: Registre, tmp_path: Path) -> None:
    registre.sans_longueur = True
    assert tirer(tmp_path, V).fichier.read_bytes() == KALI


def test_a_later_run_uses_what_is_there(registre: Registre, tmp_path: Path) -> None:
    registre.couper = [60_000, 0, 0, 0]
    with pytest.raises(ErreurDeTelechargement, match=r"coupée .*déjà téléchargé est gardé"):
        tirer(tmp_path, V)
    registre.requetes.clear()
    assert tirer(tmp_path, V).fichier.read_bytes() == KALI
    assert registre.archives_demandees == ["bytes=60000-"]


def test_a_beginning_that_is_bad_is_fetched_again(registre: Registre, tmp_path: Path) -> None:
    registre.couper = [60_000, 0, 0, 0]
    with pytest.raises(ErreurDeTelechargement):
        tirer(tmp_path, V)
    partiel = dossier(tmp_path) / f"kali-data-{V}.tgz.partiel"
    partiel.write_bytes(b"x" * partiel.stat().st_size)
    assert tirer(tmp_path, V).fichier.read_bytes() == KALI


def test_a_beginning_of_another_build_is_not_used(registre: Registre, tmp_path: Path) -> None:
    registre.couper = [60_000, 0, 0, 0]
    with pytest.raises(ErreurDeTelechargement):
        tirer(tmp_path, V)
    registre.versions[V] = archive(KALI + b" ")
    registre.requetes.clear()
    assert tirer(tmp_path, V).fichier.read_bytes() == KALI + b" "
    assert registre.archives_demandees == [None]


def test_a_beginning_that_is_whole_asks_for_nothing_more(
    registre: Registre, tmp_path: Path
) -> None:
    registre.couper = [60_000, 0, 0, 0]
    with pytest.raises(ErreurDeTelechargement):
        tirer(tmp_path, V)
    (dossier(tmp_path) / f"kali-data-{V}.tgz.partiel").write_bytes(registre.versions[V])
    assert tirer(tmp_path, V).fichier.read_bytes() == KALI


@pytest.mark.parametrize("statuts", [[500], [502, 503], [429, 500, 504]])
def test_a_passing_failure_is_tried_again(
    registre: Registre, tmp_path: Path, statuts: list[int]
) -> None:
    registre.statuts = list(statuts)
    assert tirer(tmp_path, V).fichier.read_bytes() == KALI


@pytest.mark.parametrize(
    ("statut", "attendu"),
    [(500, "en panne ou surchargé"), (404, r"\(404\)"), (407, "proxy demande"), (418, "répond 418")],
)
@pytest.mark.parametrize("ou", ["metadonnees", "archive"])
def test_a_lasting_failure_is_said(
    registre: Registre, tmp_path: Path, statut: int, attendu: str, ou: str
) -> None:
    if ou == "archive":
        registre.statut_archive = statut
    else:
        registre.statuts = [statut] * 9
    with pytest.raises(ErreurDeTelechargement, match=attendu):
        tirer(tmp_path, V)
    assert len(registre.requetes) <= 5, "tries are bounded"


def test_a_redirect_is_followed_and_a_loop_is_not(registre: Registre, tmp_path: Path) -> None:
    registre.renvois = 1
    assert tirer(tmp_path, V).fichier.read_bytes() == KALI
    registre.boucle = True
    with pytest.raises(ErreurDeTelechargement, match="renvoie sans fin"):
        tirer(tmp_path, V, force=True)


def test_a_wrong_checksum_leaves_nothing(registre: Registre, tmp_path: Path) -> None:
    registre.fausse_somme = True
    with pytest.raises(ErreurDeTelechargement, match="somme sha512"):
        tirer(tmp_path, V)
    assert not [p for p in dossier(tmp_path).iterdir() if p.suffix in {".tgz", ".json", ".partiel"}]


def test_a_known_version_must_be_the_one_known(registre: Registre, tmp_path: Path) -> None:
    registre.versions = {"3.449.0": archive(KALI)}
    with pytest.raises(ErreurDeTelechargement, match=r"n'est pas celui qu'on connaît .*a8f7e561ad28"):
        tirer(tmp_path, "3.449.0")
    assert not list(dossier(tmp_path).glob("*.json"))


def test_a_known_version_already_there_asks_nothing(
    registre: Registre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import hashlib

    monkeypatch.setitem(SOMMES_CONNUES, V, hashlib.sha256(KALI).hexdigest())
    assert tirer(tmp_path, V).reseau
    registre.requetes.clear()
    assert not tirer(tmp_path, V).reseau
    assert registre.requetes == []
    assert tirer(tmp_path, V, force=True).reseau
    fichier = dossier(tmp_path) / f"KALICONT000005635191-{V}.json"
    fichier.write_bytes(KALI[:-1])
    assert tirer(tmp_path, V).reseau, "a damaged one is fetched again"
    assert fichier.read_bytes() == KALI


def test_a_slow_server_is_waited_for_and_a_silent_one_is_not(
    registre: Registre, tmp_path: Path
) -> None:
    registre.lenteur = 0.01
    assert tirer(tmp_path, V, delai=2).fichier.read_bytes() == KALI
    registre.attente = 0.6
    debut = time.monotonic()
    with pytest.raises(ErreurDeTelechargement, match="ne répond pas à temps"):
        tirer(tmp_path, V, force=True, delai=0.2)
    assert time.monotonic() - debut < 5


@pytest.mark.parametrize("version", ["", "3", "../3.4.5", "3.450.0; rm", "1.2.3\n", "٣.٤.٥"])
def test_a_version_that_is_none(registre: Registre, tmp_path: Path, version: str) -> None:
    with pytest.raises(VersionDuPaquetInconnue, match="n'est pas une version"):
        tirer(tmp_path, version)
    assert registre.requetes == []


def test_a_version_that_does_not_exist(registre: Registre, tmp_path: Path) -> None:
    with pytest.raises(VersionDuPaquetInconnue, match=r"3\.999\.0\. La plus récente est 3\.450\.0"):
        tirer(tmp_path, "3.999.0")


def test_latest_and_the_notice_of_a_newer_one(registre: Registre, tmp_path: Path) -> None:
    registre.versions["3.451.2"] = archive(KALI + b"\n")
    assert tirer(tmp_path, "latest").version == "3.451.2"
    avis = tirer(tmp_path, V).avis
    assert any("plus récente du paquet existe : 3.451.2" in a for a in avis)


@pytest.mark.parametrize(
    "corps",
    [b"", b"<html>connectez-vous</html>", b"[]", b"{}", b'{"versions": []}', b"[" * 100_000,
     b'{"versions": {"3.450.0": {}}}', b'{"versions": {"3.450.0": {"dist": {"tarball": 3}}}}',
     b'{"versions": {"3.450.0": {"dist": {"tarball": "file:///etc/passwd", "integrity": "x"}}}}'],
)
def test_what_is_no_registry(registre: Registre, tmp_path: Path, corps: bytes) -> None:
    registre.corps = corps
    with pytest.raises(ErreurDeTelechargement, match="registre"):
        tirer(tmp_path, V)


def test_a_refusal_without_npm(
    registre: Registre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for statut in (401, 403):
        registre.statuts = [statut]
        with pytest.raises(ErreurDeTelechargement, match=rf"refuse l'accès \({statut}\)"):
            tirer(tmp_path, V)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for npm")
def test_a_refusal_goes_to_npm(
    registre: Registre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "la.tgz").write_bytes(registre.versions[V])
    npm = tmp_path / "npm"
    npm.write_text(
        "#!/bin/sh\n[ \"$2\" = @socialgouv/kali-data@3.450.0 ] || { echo 'npm error code E404' >&2;"
        f" exit 1; }}\n/bin/cp {tmp_path}/la.tgz \"$4/socialgouv-kali-data-3.450.0.tgz\"\n")
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    registre.statuts = [401]
    tirage = tirer(tmp_path / "d", V)
    assert tirage.fichier.read_bytes() == KALI
    assert any("pris par npm" in a for a in tirage.avis)
    registre.statuts, registre.versions["3.400.0"] = [401], b""
    with pytest.raises(ErreurDeTelechargement, match=r"npm n'a pas pu prendre .*E404"):
        tirer(tmp_path / "d", "3.400.0")


def test_nobody_at_the_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.corpus.pull.reprises.ATTENTE", 0.01)
    with socket.socket() as prise:
        prise.bind(("127.0.0.1", 0))
        port = prise.getsockname()[1]
    monkeypatch.setenv("npm_config_registry", f"http://127.0.0.1:{port}/")
    with pytest.raises(ErreurDeTelechargement, match=r"Impossible de joindre 127\.0\.0\.1"):
        tirer(tmp_path, V)

    def inconnu(*args: object, **kwargs: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", inconnu)
    monkeypatch.setenv("npm_config_registry", "http://personne.invalid/")
    with pytest.raises(ErreurDeTelechargement, match=r"personne\.invalid est introuvable \(DNS\)"):
        tirer(tmp_path, V)


def test_tls_and_proxy(registre: Registre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("npm_config_registry", registre.adresse.replace("http:", "https:"))
    with pytest.raises(ErreurDeTelechargement, match="connexion chiffrée échoue"):
        tirer(tmp_path, V)
    with socket.socket() as prise:
        prise.bind(("127.0.0.1", 0))
        port = prise.getsockname()[1]
    monkeypatch.setenv("npm_config_registry", "http://registre.exemple/")
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{port}")
    with pytest.raises(ErreurDeTelechargement, match="proxy"):
        tirer(tmp_path, V)
    monkeypatch.setenv("HTTP_PROXY", "n'importe quoi://")
    with pytest.raises(ErreurDeTelechargement, match="HTTP_PROXY"):
        tirer(tmp_path, V)


def test_a_proxy_is_used(
    registre: Registre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("npm_config_registry", "http://registre.exemple/")
    monkeypatch.setenv("HTTP_PROXY", registre.adresse)
    assert tirer(tmp_path, V).fichier.read_bytes() == KALI
    assert all(c.startswith("http://registre.exemple/") for c, _ in registre.requetes)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_killed_while_downloading_it_goes_on_later(registre: Registre, tmp_path: Path) -> None:
    registre.lenteur = 0.02
    code = (
        "import sys; from pathlib import Path; from assistant.corpus.pull import tirer; "
        f"tirer(Path(sys.argv[1]), {V!r})"
    )
    partiel = dossier(tmp_path) / f"kali-data-{V}.tgz.partiel"
    for tour in range(3):
        enfant = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], env=os.environ)
        avant, debut = partiel.stat().st_size if tour else 0, time.monotonic()
        while enfant.poll() is None and time.monotonic() - debut < 30:
            if partiel.exists() and partiel.stat().st_size > avant + 40_000:
                enfant.send_signal(signal.SIGKILL)
                break
            time.sleep(0.005)
        assert enfant.wait(30) == -signal.SIGKILL
        assert partiel.stat().st_size > avant
    registre.lenteur = 0
    registre.requetes.clear()
    assert tirer(tmp_path, V).fichier.read_bytes() == KALI
    (plage,) = registre.archives_demandees
    assert plage is not None
    assert int(plage[6:-1]) > 100_000
