"""knowledge pull, import, versions, publish, rollback, forget: as users run them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from assistant.cli import cli

_CORPUS = Path(__file__).parents[1] / "corpus"
sys.path[:0] = [str(_CORPUS / nom) for nom in ("officiel", "pull", "documents")]
from aide_depot import fiche_markdown  # noqa: E402
from aide_documents import chiffrer, docx, pdf  # noqa: E402
from aide_kali import ecrire, petite_convention  # noqa: E402
from aide_registre import Registre, archive, servir  # noqa: E402

Kn = Callable[..., Result]


@pytest.fixture
def kn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kn:
    """`kn("import", …)`: a knowledge command with a data folder of its own."""
    for nom in [n for n in os.environ if n.startswith("ECHELON_")]:
        monkeypatch.delenv(nom)
    monkeypatch.setenv("ECHELON_DATA_DIR", str(tmp_path / "donnees"))
    monkeypatch.chdir(tmp_path)
    return lambda *args: CliRunner().invoke(cli, ["knowledge", *map(str, args)])


@pytest.fixture
def registre(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Registre]:
    """A registry that has the small agreement as version 3.450.0 and, as 3.451.0, another."""
    for nom in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(nom, raising=False)
    monkeypatch.setattr("assistant.corpus.pull.reprises.ATTENTE", 0.01)
    petite = ecrire(tmp_path).read_bytes()
    versions = {"3.450.0": archive(petite), "3.451.0": archive(petite.replace(b"seaux", b"pots"))}
    with servir(Registre(versions)) as r:
        monkeypatch.setenv("npm_config_registry", r.adresse)
        yield r


def versions(kn: Kn) -> list[dict]:  # type: ignore[type-arg]
    return list(json.loads(kn("versions", "--json").stdout)["versions"])


def erreur(r: Result, code: int) -> str:
    assert r.exit_code == code, r.output
    assert r.stdout == ""
    assert r.stderr.startswith("Erreur : ")
    assert "Traceback" not in r.stderr
    return str(r.stderr)


def test_pull_from_a_registry(kn: Kn, registre: Registre) -> None:
    r = kn("pull", "--version", "3.450.0")
    assert r.exit_code == 0, r.output
    assert "11 textes de fiches" in r.stdout
    assert "Licence Ouverte" in r.stdout
    assert "Une version plus récente du paquet existe : 3.451.0" in r.stderr
    assert "2d semestre 2026" in r.stderr or "semestre" not in r.stderr
    (v,) = versions(kn)
    assert (v["role"], v["source"]["version"]) == ("courante", "3.450.0")
    assert "Rien à faire" in kn("pull", "--version", "3.450.0").stdout


def test_pull_a_file(kn: Kn, tmp_path: Path) -> None:
    r = kn("pull", "--file", ecrire(tmp_path))
    assert r.exit_code == 0, r.output
    assert versions(kn)[0]["source"]["fichier"] == "petite.json"
    (tmp_path / "maison.md").write_text(fiche_markdown(), encoding="utf-8")
    assert "s'importent par" in erreur(kn("pull", "--file", "maison.md"), 1)
    assert "l'un ou l'autre" in erreur(kn("pull", "--file", "x", "--version", "3.4.5"), 1)
    assert "n'existe pas" in erreur(kn("pull", "--file", "absent.json"), 1)


@pytest.mark.parametrize(
    ("statut", "code", "attendu"), [(404, 2, "(404)"), (500, 2, "en panne"), (401, 2, "accès")]
)
def test_pull_that_fails(
    kn: Kn, registre: Registre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    statut: int, code: int, attendu: str,
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    registre.statuts = [statut] * 9
    assert attendu in erreur(kn("pull"), code)
    assert versions(kn) == []


def test_pull_of_a_wrong_version(kn: Kn, registre: Registre) -> None:
    assert "n'est pas une version" in erreur(kn("pull", "--version", "trois"), 1)
    assert "La plus récente est 3.451.0" in erreur(kn("pull", "--version", "9.9.9"), 1)


def test_pull_of_another_file_under_the_known_number(kn: Kn, registre: Registre) -> None:
    registre.versions["3.449.0"] = registre.versions["3.450.0"]
    assert "n'est pas celui qu'on connaît" in erreur(kn("pull"), 2)


def test_a_companys_fiche_comes_and_goes(kn: Kn, tmp_path: Path) -> None:
    kn("import", ecrire(tmp_path))
    (tmp_path / "maison.md").write_text(fiche_markdown(), encoding="utf-8")
    assert "--code" in erreur(kn("import", "maison.md"), 1)
    r = kn("import", "maison.md", "--code", "a-6.1")
    assert r.exit_code == 0, r.output
    assert "Fiche d'entreprise A.6.1 « BALAYEUR MAISON »" in r.stdout
    assert "Rien à faire" in kn("import", "maison.md", "--code", "A.6.1").stdout
    assert list(versions(kn)[0]["entreprise"]) == ["A.6.1"]
    assert "Il y a : A.6.1." in erreur(kn("forget", "A.9.1"), 1)
    assert kn("forget", "A-6.1").exit_code == 0
    assert versions(kn)[0]["entreprise"] == {}
    assert "Aucune fiche d'entreprise" in erreur(kn("forget", "A.6.1"), 1)


def test_documents_with_their_pages(kn: Kn, tmp_path: Path) -> None:
    (tmp_path / "Note RH.pdf").write_bytes(pdf([["Le balai."], [], ["Le seau."]]))
    (tmp_path / "accord.docx").write_bytes(docx([["Un."], ["Deux."]]))
    r = kn("import", "Note RH.pdf", "accord.docx")
    assert r.exit_code == 0, r.output
    assert "« note-rh » : 3 pages, 2 paragraphes" in r.stdout
    assert "note-rh : Page sans texte" in r.stderr
    assert set(versions(kn)[0]["documents"]) == {"note-rh", "accord"}
    assert kn("forget", "Note RH.pdf").exit_code == 0
    assert set(versions(kn)[0]["documents"]) == {"accord"}


def test_all_or_nothing(kn: Kn, tmp_path: Path) -> None:
    (tmp_path / "bon.pdf").write_bytes(pdf([["Le balai."]]))
    (tmp_path / "ferme.pdf").write_bytes(chiffrer(pdf([["x"]])))
    assert "mot de passe" in erreur(kn("import", "bon.pdf", "ferme.pdf"), 1)
    assert versions(kn) == []


@pytest.mark.parametrize(
    ("nom", "octets", "attendu"),
    [
        ("vide.json", b"", "le fichier est vide"),
        ("faux.json", b"{", "JSON"),
        ("autre.json", b"{}", "KALI"),
        ("liste.json", b"[1, 2]", "KALI"),
        ("ancien.doc", b"\xd0\xcf\x11\xe0" * 9, ".docx"),
        ("image.png", b"\x89PNG\r\n", "ne s'importe pas"),
        ("scan.pdf", pdf([[]]), "pages numérisées"),
        ("zip.docx", b"PK\x03\x04" + b"\0" * 99, "Word"),
    ],
)
def test_what_cannot_be_imported(
    kn: Kn, tmp_path: Path, nom: str, octets: bytes, attendu: str
) -> None:
    (tmp_path / nom).write_bytes(octets)
    phrase = erreur(kn("import", nom), 1)
    assert attendu in phrase
    assert nom in phrase
    assert versions(kn) == []


@pytest.mark.parametrize("chemin", ["", "\0", "absent.pdf", ".", "\udcff.md"])
def test_a_path_that_is_none(kn: Kn, chemin: str) -> None:
    erreur(kn("import", chemin), 1)


def test_a_prepared_version_a_rollback_and_back(kn: Kn, tmp_path: Path) -> None:
    assert kn("versions").stdout.startswith("Aucune version enregistrée")
    erreur(kn("rollback"), 2)
    kn("import", ecrire(tmp_path))
    autre = petite_convention()
    autre["children"][0]["children"].reverse()
    r = kn("import", ecrire(tmp_path, autre), "--no-publish")
    assert r.exit_code == 0, r.output
    nouveau, ancien = versions(kn)
    assert (nouveau["role"], ancien["role"]) == (None, "courante")
    assert kn("publish").exit_code == 0
    assert [v["role"] for v in versions(kn)] == ["courante", "precedente"]
    assert "déjà en service" in kn("publish", nouveau["version"]).stdout
    assert ancien["version"] in kn("rollback").stdout
    assert [v["role"] for v in versions(kn)] == ["precedente", "courante"]
    assert "(en service)" in kn("versions").stdout
    assert "n'est pas une version enregistrée" in erreur(kn("publish", "zzzz"), 1)


def test_texts_that_hold_less_need_force(kn: Kn, tmp_path: Path) -> None:
    kn("import", ecrire(tmp_path))
    maigre = petite_convention()
    maigre["children"][1]["children"] = maigre["children"][1]["children"][:3]
    fichier = ecrire(tmp_path, maigre)
    assert "--force" in erreur(kn("import", fichier), 1)
    r = kn("import", fichier, "--force")
    assert r.exit_code == 0, r.output
    assert "au lieu de 11" in r.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="modes of POSIX")
def test_a_data_folder_where_nobody_can_write(kn: Kn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "donnees").mkdir()
    (tmp_path / "donnees" / "connaissances").write_text("")
    assert "un fichier occupe la place" in erreur(kn("import", ecrire(tmp_path)), 2)


def test_help_stays_light() -> None:
    code = ("import sys; from assistant.cli import cli; from click.testing import CliRunner; "
            "r = CliRunner().invoke(cli, ['knowledge', '--help']); assert not r.exit_code; "
            "print([m for m in ('httpx', 'pypdf', 'docx', 'tenacity', 'pydantic') if m in sys.modules])")
    fini = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert fini.stdout.strip() == "[]"
