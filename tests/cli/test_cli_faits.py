"""Facts from options, `--fait` and files: typed by the contract, wrong ones named."""

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.classification import FAITS, Situation
from assistant.cli.entree import lire_objet, lire_question
from assistant.cli.erreurs import ErreurDUsage
from assistant.cli.faits import composer, lire_situation


def faits(*textes: str, **options: Any) -> dict[str, Any]:
    tout: dict[str, Any] = {
        "fiche": "Z.23.1",
        "certification": None,
        "sans_certification": False,
        "extensions": (),
        "activites": (),
        "criteres": (),
        "faits": textes,
    }
    return composer(**(tout | options))


def test_options_en_faits() -> None:
    assert faits(certification="BTS") == {
        "fiche": "Z.23.1",
        "certification_rncsa": True,
        "certification": "BTS",
    }
    assert faits(sans_certification=True, extensions=("a", "b"), criteres=("c",)) == {
        "fiche": "Z.23.1",
        "certification_rncsa": False,
        "extensions_exercees": ["a", "b"],
        "criteres": ["c"],
    }


def test_fait_accepte_tirets_listes_et_inconnu() -> None:
    assert faits(
        "Pratique-Professionnelle=oui", "criteres=polyvalence", "criteres=esprit qualité",
        "extensions_exercees=aucune", "vae=je ne sais pas", "date = 2025-01-01",
    ) == {
        "fiche": "Z.23.1",
        "pratique_professionnelle": "oui",
        "criteres": ["polyvalence", "esprit qualité"],
        "extensions_exercees": [],
        "vae": None,
        "date": "2025-01-01",
    }  # fmt: skip


def test_chaque_fait_du_contrat_passe_par_fait() -> None:
    exemples = {
        "texte": "x", "true": "non", "liste": "x", "entier": "3", "nombre": "35,5",
        "échelon": "23", "date": "2025-01-01",
    }  # fmt: skip
    for nom, fait in FAITS.items():
        if nom == "fiche":
            continue
        valeur = next(v for mot, v in exemples.items() if mot in fait.genre.value)
        donnes = faits(f"{nom}={fait.valeurs[0] if fait.valeurs else valeur}")
        assert getattr(Situation.depuis_faits(donnes), nom) is not None, nom


@pytest.mark.parametrize(
    ("textes", "options", "dit"),
    [
        (("anciennete",), {}, "on attend NOM=VALEUR"),
        (("ancienete=3",), {}, "Vouliez-vous dire « anciennete » ?"),
        (("qqqqqqqq=3",), {}, "Faits connus : fiche"),
        (("fiche=A.6.1",), {}, "donné deux fois : par son option et --fait"),
        (("age=3", "age=4"), {}, "donné deux fois avec --fait"),
        (("criteres=a",), {"criteres": ("b",)}, "par son option et --fait"),
        ((), {"certification": "BTS", "sans_certification": True}, "se contredisent"),
        (("intitule=\udcff",), {}, "ne forment pas un texte"),
    ],
)
def test_faits_refuses(textes: tuple[str, ...], options: dict[str, Any], dit: str) -> None:
    with pytest.raises(ErreurDUsage, match=dit):
        faits(*textes, **options)


def test_situation_lue(tmp_path: Path) -> None:
    fichier = tmp_path / "f.json"
    fichier.write_bytes(b'\xef\xbb\xbf{"fiche": "Z.23.1",\r\n "vae": null}')
    assert lire_situation(str(fichier)) == {"fiche": "Z.23.1", "vae": None}


@pytest.mark.parametrize(
    ("octets", "dit"),
    [
        (b"", "JSON lisible"),
        (b'{"fiche":\n "x",}', "ligne 2"),
        (b"[1]", "n'est pas un objet JSON"),
        (b'{"fihce": "x"}', "Vouliez-vous dire « fiche » ?"),
        (b'{"fiche": "\xff"}', r"UTF-8 \(octet 12\)"),
        (b'{"fiche": "\\ud800"}', "ne forment pas un texte"),
        (b'{"fiche": 1, "fiche": 2}', "donnée deux fois"),
        (b'{"a":' * 50_000, "emboîtés"),
        (b" " * (1 << 20) + b"{}", "trop grand"),
    ],
)
def test_situation_refusee(tmp_path: Path, octets: bytes, dit: str) -> None:
    fichier = tmp_path / "f.json"
    fichier.write_bytes(octets)
    with pytest.raises(ErreurDUsage, match=dit) as e:
        lire_situation(str(fichier))
    assert "f.json" in str(e.value)


@pytest.mark.parametrize(
    ("chemin", "dit"),
    [("absent.json", "il n'existe pas"), (".", "c'est un dossier"), ("a\0b", "pas valable")],
)
def test_situation_introuvable(chemin: str, dit: str) -> None:
    with pytest.raises(ErreurDUsage, match=dit):
        lire_situation(chemin)


def test_question_en_mots() -> None:
    assert lire_question(["Quel", "échelon ?"]) == "Quel échelon ?"


def test_question_en_octets() -> None:
    with pytest.raises(ErreurDUsage, match="ne forment pas un texte"):
        lire_question(["\udcff\udcfe"])


def test_objet_json_garde_les_grands_textes() -> None:
    texte = json.dumps({"a": "x" * 100_000})
    assert lire_objet(texte, "L'objet")["a"] == "x" * 100_000
