"""knowledge show and stats: the contract's fields, unknown codes with the nearest ones."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from assistant.corpus import KnowledgeBase

Ici = Callable[..., Result]
CHAMPS = {
    "code", "titles", "filiere", "categorie", "statut", "echelon_reference", "echelons_majores",
    "sections", "edition", "superseded_by", "source", "warnings",
    "origine", "editions", "modifications",
}  # fmt: skip
SECTIONS = {"objet", "contenu", "extensions", "classement", "acces", "evolution"}


@pytest.mark.parametrize(
    ("code", "reference", "majores"),
    [("Z.23.1", 23, [24, 25]), ("a-6.1", 6, [7, 8]), ("Z.C.II.1", "II", [])],
)
def test_show_json(ici: Ici, code: str, reference: object, majores: list[int]) -> None:
    r = ici("knowledge", "show", code, "--json")
    assert r.exit_code == 0
    fiche = json.loads(r.stdout)
    assert set(fiche) == CHAMPS
    assert set(fiche["sections"]) == SECTIONS
    assert (fiche["echelon_reference"], fiche["echelons_majores"]) == (reference, majores)


def test_show_pour_des_gens(ici: Ici) -> None:
    dit = ici("knowledge", "show", "Z.23.1").stdout
    for attendu in ("Z.23.1 Gestionnaire", "Échelon de référence : 23", "Échelons majorés : 24, 25",
                    "Extensions possibles\n", "informatique"):  # fmt: skip
        assert attendu in dit


@pytest.mark.parametrize("code", ["Z.99.9", "", "x" * 100_000, "A.6", "🤷", "\udcff", "\x00"])
def test_show_code_inconnu(ici: Ici, code: str) -> None:
    r = ici("knowledge", "show", code)
    assert r.exit_code == 1
    assert r.stdout == ""
    assert r.stderr.startswith("Erreur : ")
    assert len(r.stderr) < 300


def test_show_code_voisin_propose(ici: Ici) -> None:
    assert "Z.23.1" in ici("knowledge", "show", "Z.23.11").stderr


def test_show_a_code_without_a_title(ici: Ici) -> None:
    assert "A.3.9 titre non publié" in ici("knowledge", "show", "A.3.9").stdout


def test_import_names_a_file_as_it_was_written(ici: Ici, tmp_path: Path) -> None:
    abime = tmp_path / "note.docx"
    abime.write_bytes(b"\x07\x91" * 400)
    assert "Dans absent.pdf : ce fichier n'existe pas" in ici("knowledge", "import", "absent.pdf").stderr
    assert "Dans /absent.pdf : " in ici("knowledge", "import", "/absent.pdf").stderr
    dit = ici("knowledge", "import", str(abime)).stderr
    assert f"Dans {abime} : ce document Word est abîmé" in " ".join(dit.split())


def test_stats(ici: Ici) -> None:
    kb = KnowledgeBase.charger()
    nombres = json.loads(ici("knowledge", "stats", "--json").stdout)
    assert nombres["version"] == kb.version
    assert nombres["fiches"] == sum(nombres["fiches_par_statut"].values()) == len(kb.fiches)
    assert sum(nombres["passages"].values()) == len(kb.passages)
    assert nombres["regles_relues"] <= nombres["regles"] == len(kb.regles)
    assert f"version : {kb.version}" in ici("knowledge", "stats").stdout
