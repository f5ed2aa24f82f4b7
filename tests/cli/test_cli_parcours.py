"""knowledge routes, compare and search: people's text, JSON, errors in French."""

import json
from collections.abc import Callable

import pytest
from click.testing import Result

Ici = Callable[..., Result]


def test_routes_json_and_text(ici: Ici) -> None:
    lu = json.loads(ici("knowledge", "routes", "A-6.1", "A.23.1", "--json").stdout)
    assert (lu["depart"]["code"], lu["arrivee"]["code"]) == ("A.6.1", "A.23.1")
    assert lu["routes"]
    assert all(r[0] == "A.6.1" and r[-1] == "A.23.1" for r in lu["routes"])
    assert [len(r) for r in lu["routes"]] == sorted(len(r) for r in lu["routes"])
    assert "→" in ici("knowledge", "routes", "A.6.1", "A.23.1").stdout


def test_routes_without_a_way_show_what_is_around(ici: Ici) -> None:
    r = ici("knowledge", "routes", "N.6.1", "G.9.1")
    assert r.exit_code == 0
    assert "Aucune suite" in r.stdout


def test_compare_json_and_text(ici: Ici) -> None:
    r = ici("knowledge", "compare", "A.6.1", "A.9.1", "--date", "2026-01-15", "--json")
    lu = json.loads(r.stdout)
    assert [lu[x]["echelon_reference"] for x in "ab"] == [6, 9]
    assert lu["a"]["minimum"] == {"valeur": 1941.0, "avenant": "n° 109"}
    assert "6 | 9" in ici("knowledge", "compare", "A.6.1", "A.9.1").stdout


@pytest.mark.parametrize(
    ("args", "codes"),
    [
        (("--filiere", "B", "--echelon", "12"), ["B.12.1"]),
        (("--filiere", "carrosserie", "--echelon", "12"), ["B.12.1"]),
        (("vitrage", "--echelon", "3"), ["A.3.7"]),
        (("--categorie", "cadres", "--echelon", "IV"), ["Z.C.IV.1"]),
        (("--statut", "supprime", "--filiere", "B"), ["B.9.5"]),
        (("--filiere", "F", "--echelon", "12"), []),
    ],
)
def test_search(ici: Ici, args: tuple[str, ...], codes: list[str]) -> None:
    lu = json.loads(ici("knowledge", "search", *args, "--json").stdout)
    assert [f["code"] for f in lu["fiches"]] == codes
    assert lu["nombre"] == len(codes)
    texte = ici("knowledge", "search", *args).stdout
    assert all(c in texte for c in codes)


@pytest.mark.parametrize(
    "args",
    [
        ("routes", "A.6.1", "Q.9.9"), ("compare", "A.6.1", "\x00"), ("search", "--echelon", "13"),
        ("search", "--filiere", "zz"), ("search", "--categorie", "chefs"),
        ("compare", "A.6.1", "A.9.1", "--date", "hier"), ("routes", "A.6.1"),
    ],
)
def test_errors_are_french_sentences(ici: Ici, args: tuple[str, ...]) -> None:
    r = ici("knowledge", *args)
    assert r.exit_code == 1
    assert r.stdout == ""
    assert r.stderr.startswith("Erreur : ")
    assert "Traceback" not in r.stderr


def test_a_route_to_the_same_fiche_is_none(ici: Ici) -> None:
    r = ici("knowledge", "routes", "A.6.1", "a-6.1")
    assert r.exit_code == 0
    assert "la même fiche" in r.stdout
    assert "→" not in r.stdout
