"""calc: the contract's object from options alone, light, with each wrong fact named."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

import pytest
from click.testing import Result

Ici = Callable[..., Result]
EXTENSION = "gestion de l'informatique interne"
CHAMPS = {
    "answer", "behaviour", "language", "fiches", "outcome", "echelon_reference",
    "echelons_majores", "accessible", "montant", "citations", "situation", "missing", "latency_ms",
    "provenance",
}  # fmt: skip
LOURDS = ("torch", "chromadb", "gradio", "langchain", "langchain_core", "langgraph",
          "sentence_transformers", "transformers", "numpy")  # fmt: skip


def calc(ici: Ici, *args: str) -> Any:
    r = ici("calc", "--fiche", "Z.23.1", *args, "--json")
    assert r.exit_code == 0, r.stderr
    return json.loads(r.stdout)


def test_objet_du_contrat(ici: Ici) -> None:
    lu = calc(ici, "--no-certification", "--extension", EXTENSION)
    assert lu.keys() >= CHAMPS
    assert (lu["outcome"], lu["echelon_reference"]) == ("majore_possible", 23)
    assert lu["echelons_majores"] == [24, 25]
    assert lu["situation"]["extensions_exercees"]["valeur"] == [EXTENSION]


def test_majore_du_avec_certification_et_pratique(ici: Ici) -> None:
    faits = ("pratique-professionnelle=oui", "dans_la_specialite=oui", "emploi_correspond=oui")
    options = [mot for fait in faits for mot in ("--fait", fait)]
    lu = calc(ici, "--certification", "BTS", "--extension", EXTENSION, *options)
    assert (lu["outcome"], lu["accessible"]) == ("majore_du", [24, 25])
    assert lu["situation"]["certification"]["valeur"] == "BTS"


def test_pour_des_gens(ici: Ici) -> None:
    r = ici("calc", "--fiche", "Z.23.1", "--no-certification")
    assert r.exit_code == 0
    assert "23" in r.stdout
    assert ("Pourquoi" in r.stdout) is not ("Calcul\n" in r.stdout)
    assert "elle ne décide pas" in r.stdout.lower()


def test_en_anglais(ici: Ici) -> None:
    lu = calc(ici, "--no-certification", "--langue", "en")
    assert lu["language"] == "en"


def test_echelon_26_est_corrige(ici: Ici) -> None:
    lu = calc(ici, "--fait", "echelon_demande=26")
    assert lu["behaviour"] == "correct_premise"
    assert "25" in lu["answer"]


@pytest.mark.parametrize(
    ("args", "dit"),
    [
        (["--fiche", "Z.99.9"], "Z.99.9"),
        (["--fiche", ""], "fiche"),
        (["--fiche", "x" * 100_000], "Erreur"),
        (["--fiche", "Z.23.1", "--fait", "anciennete=beaucoup"], "anciennete"),
        (["--fiche", "Z.23.1", "--fait", "age=-3"], "age"),
        (["--fiche", "Z.23.1", "--fait", "date=2025-13-01"], "date"),
        (["--fiche", "Z.23.1", "--fait", "statut=pape"], "statut"),
        (["--fiche", "Z.23.1", "--fait", "vae=peut-être"], "vae"),
        (["--fiche", "Z.23.1", "--fait", "ancienete=3"], "anciennete"),
        (["--fiche", "Z.23.1", "--certification", "BTS", "--no-certification"], "contredisent"),
        (["--fiche", "Z.23.1", "--extension", ""], "extensions_exercees"),
        (["--fiche", "Z.23.1", "--critere", "\udcff"], "ne forment pas un texte"),
    ],
)
def test_faits_refuses(ici: Ici, args: list[str], dit: str) -> None:
    r = ici("calc", *args)
    assert r.exit_code == 1
    assert dit in r.stderr
    assert r.stdout == ""
    assert len(r.stderr) < 1500


@pytest.mark.parametrize("echelon", ["0", "13", "99999999999", "abc", "-1", "23,5", "Ⅸ", "IX Z"])
def test_echelons_insenses(ici: Ici, echelon: str) -> None:
    """Put right in a sentence, or refused in one: never a placement outside the grid."""
    r = ici("calc", "--fiche", "Z.23.1", "--fait", f"echelon_actuel={echelon}", "--json")
    assert r.exit_code in (0, 1)
    if r.exit_code == 1:
        assert "echelon_actuel" in r.stderr
    else:
        lu = json.loads(r.stdout)
        assert lu["behaviour"] in ("correct_premise", "flag_inconsistency", "ask")
        assert set(lu["accessible"]) <= {23, 24, 25}


def test_json_en_utf8_dans_un_vrai_processus(
    echelon: Callable[..., subprocess.CompletedProcess[bytes]],
) -> None:
    env = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    r = echelon("calc", "--fiche", "Z.23.1", "--json", env=env)
    assert r.returncode == 0, r.stderr.decode()
    assert "échelon".encode() in r.stdout.lower()
    assert json.loads(r.stdout)["fiches"] == ["Z.23.1"]
    assert r.stderr == b""


def test_import_leger(environnement: Callable[..., dict[str, str]]) -> None:
    code = (
        "import sys; from assistant.cli import main;"
        "code = main(['calc', '--fiche', 'Z.23.1', '--no-certification', '--json']);"
        f"print([m for m in {LOURDS!r} if m in sys.modules], file=sys.stderr); sys.exit(code)"
    )
    debut = time.monotonic()
    r = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        env=environnement(),
        timeout=60,
        check=False,
    )
    assert r.returncode == 0, r.stderr.decode()
    assert r.stderr.decode().strip() == "[]"
    assert time.monotonic() - debut < 10


@pytest.mark.parametrize("args", [["--help"], ["calc", "--help"], ["knowledge", "--help"]])
def test_l_aide_est_plus_legere_encore(
    environnement: Callable[..., dict[str, str]], args: list[str]
) -> None:
    trop = (*LOURDS, "yaml", "pydantic", "sqlalchemy", "assistant.corpus", "assistant.chat")
    code = (
        "import sys; from assistant.cli import main;"
        f"main({args!r}); print([m for m in {trop!r} if m in sys.modules], file=sys.stderr)"
    )
    r = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        env=environnement(),
        timeout=60,
        check=True,
    )
    assert r.stderr.decode().strip() == "[]"


def test_ce_que_cela_change_est_dit_avec_son_calcul(ici: Ici) -> None:
    r = ici("calc", "--fiche", "Z.23.1", "--fait", "heures-hebdo=39", "--fait",
            "rupture=licenciement", "--fait", "date=2026-01-15")
    texte = " ".join(r.stdout.replace("\u202f", " ").split())
    assert "Ce que cela change" in texte
    assert "2 510 / 35 × (4 × 125 %) = 358,57" in texte
    assert "Préavis (licenciement), échelon 23 : 3 mois (art. 4.10 a)." in texte
    anglais = ici("calc", "--fiche", "Z.23.1", "--langue", "en").stdout
    assert "What this changes" in anglais
    assert "3 months at most" in " ".join(anglais.split())
