"""Which registry npm is configured for, and where a tarball is fetched from."""

from pathlib import Path

import pytest

from assistant.corpus.pull import ErreurDeTelechargement
from assistant.corpus.pull.registre import (
    PUBLIC,
    adresse_de_l_archive,
    registre_configure,
    sans_identifiants,
)

ARCHIVE = "https://registry.npmjs.org/@socialgouv/kali-data/-/kali-data-3.449.0.tgz"


@pytest.fixture
def sans_npm(tmp_path: Path) -> dict[str, str]:
    """An environment where npm is not installed."""
    (tmp_path / "vide").mkdir()
    return {"PATH": str(tmp_path / "vide")}


def test_the_public_one_by_default(sans_npm: dict[str, str], tmp_path: Path) -> None:
    assert registre_configure(sans_npm, tmp_path) == PUBLIC


@pytest.mark.parametrize("nom", ["npm_config_registry", "NPM_CONFIG_REGISTRY"])
def test_the_environment_comes_first(
    nom: str, sans_npm: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / ".npmrc").write_text("registry=https://fichier.exemple/\n")
    env = sans_npm | {nom: "https://env.exemple/npm"}
    assert registre_configure(env, tmp_path) == "https://env.exemple/npm/"


def test_the_file_of_npm(sans_npm: dict[str, str], tmp_path: Path) -> None:
    npmrc = tmp_path / ".npmrc"
    npmrc.write_text('; commentaire\nregistry = "https://${HOTE}/npm/"\n//x/:_authToken=secret\n')
    env = sans_npm | {"HOTE": "fichier.exemple"}
    assert registre_configure(env, tmp_path) == "https://fichier.exemple/npm/"
    npmrc.write_text("registry=https://general.exemple\n@socialgouv:registry=https://portee.exemple")
    assert registre_configure(sans_npm, tmp_path) == "https://portee.exemple/"
    npmrc.write_bytes(b"\xff\xfe\0registry")
    assert registre_configure(sans_npm, tmp_path) == PUBLIC


def test_what_npm_says(tmp_path: Path) -> None:
    npm = tmp_path / "npm"
    npm.write_text("#!/bin/sh\n[ \"$*\" = 'config get registry' ] && echo https://npm.exemple/x/\n")
    npm.chmod(0o755)
    env = {"PATH": f"{tmp_path}:/usr/bin:/bin"}
    assert registre_configure(env, tmp_path) == "https://npm.exemple/x/"
    npm.write_text("#!/bin/sh\nexit 3\n")
    assert registre_configure(env, tmp_path) == PUBLIC


@pytest.mark.parametrize("faux", ["ftp://x/", "pas une adresse", "http://", "file:///etc"])
def test_what_is_no_address(faux: str, sans_npm: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(ErreurDeTelechargement, match="n'est pas une adresse"):
        registre_configure(sans_npm | {"npm_config_registry": faux}, tmp_path)


@pytest.mark.parametrize(
    ("registre", "attendu"),
    [
        (PUBLIC, ARCHIVE),
        ("http://127.0.0.1:81/", "http://127.0.0.1:81/@socialgouv/kali-data/-/kali-data-3.449.0.tgz"),
        ("https://nexus.exemple/depot/npm/",
         "https://nexus.exemple/depot/npm/@socialgouv/kali-data/-/kali-data-3.449.0.tgz"),
    ],
)
def test_the_public_host_is_replaced_as_npm_does(registre: str, attendu: str) -> None:
    assert adresse_de_l_archive(ARCHIVE, registre) == attendu


def test_another_host_is_kept() -> None:
    autre = "https://fichiers.exemple/k.tgz"
    assert adresse_de_l_archive(autre, "https://nexus.exemple/npm/") == autre


def test_no_password_is_shown() -> None:
    assert sans_identifiants("https://moi:secret@hote/x") == "https://hote/x"
