"""What the reader does with files that are not what they should be."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from aide_kali import ecrire, petite_convention

from assistant.corpus.erreurs import ErreurDeConnaissance
from assistant.corpus.officiel.kali import arbre, lire_kali
from assistant.corpus.officiel.kali.decoupe import decouper
from assistant.corpus.officiel.kali.html import lignes
from assistant.corpus.officiel.modeles import EditionFiche


def articles(noeud: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for enfant in noeud.get("children", []):
        if enfant["type"] == "article":
            yield enfant["data"]
        yield from articles(enfant)


def abimee(changer: Callable[[dict[str, Any]], None]) -> dict[str, Any]:
    """The small agreement with the article of the grouped fiches of 2017 changed."""
    convention = petite_convention()
    (article,) = [a for a in articles(convention) if "Directeur du seau" in a["content"]]
    changer(article)
    return convention


@pytest.mark.parametrize(("octets", "mot"), [
    (b"", "coupé"), (b"{", "coupé"), (b"\xff\xfe\xfa", "UTF-8"), (b"[1, 2]", "KALI"),
    (b'{"children": 3}', "KALI"), (b'{"children": []}', "aucun article"), (b"null", "KALI"),
    (b'{"children": [' + b"9" * 5000 + b"]}", "démesurée"),
    (b'{"children":' + b"[" * 200_000, "profond"),
    (b"PK\x03\x04 zip", "coupé"),
])
def test_what_is_no_kali_file_is_said_in_french(tmp_path: Path, octets: bytes, mot: str) -> None:
    fichier = tmp_path / "f.json"
    fichier.write_bytes(octets)
    with pytest.raises(ErreurDeConnaissance, match=mot):
        lire_kali(fichier)


def test_a_folder_a_missing_file_and_a_nul_in_the_path(tmp_path: Path) -> None:
    for chemin in (tmp_path, tmp_path / "absent.json", Path("a\0b.json")):
        with pytest.raises(ErreurDeConnaissance):
            lire_kali(chemin)


def test_a_file_above_the_cap_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arbre, "TAILLE_MAX", 1000)
    with pytest.raises(ErreurDeConnaissance, match="100 Mo"):
        lire_kali(ecrire(tmp_path))


def test_truncated_anywhere_is_an_error(tmp_path: Path) -> None:
    entier = ecrire(tmp_path).read_bytes()
    fichier = tmp_path / "coupe.json"
    for part in range(1, 40):
        fichier.write_bytes(entier[: len(entier) * part // 40])
        with pytest.raises(ErreurDeConnaissance):
            lire_kali(fichier)


@pytest.mark.parametrize("mauvais", [None, 3, "texte", [], {}, {"type": "article"},
                                     {"type": "article", "data": {}},
                                     {"type": "section", "data": {}, "children": "x"},
                                     {"type": "autre", "data": {}},
                                     {"type": "article", "data": {"id": "KALIARTI1", "content": 3}},
                                     {"type": "article", "data": {"id": ["x"], "content": "<p>a</p>"}}])
def test_a_node_of_odd_shape_is_listed_and_the_rest_is_read(tmp_path: Path, mauvais: Any) -> None:
    convention = petite_convention()
    convention["children"][1]["children"][2]["children"].insert(0, mauvais)
    lecture = lire_kali(ecrire(tmp_path, convention))
    assert len(lecture.illisibles) == 1
    assert len(lecture.editions) == 11


def test_sections_nested_without_end_are_listed(tmp_path: Path) -> None:
    convention = petite_convention()
    noeud: dict[str, Any] = {"type": "article", "data": {"id": "KALIARTI7", "content": "<p>x</p>"}}
    for _ in range(200):
        noeud = {"type": "section", "data": {"title": "t"}, "children": [noeud]}
    convention["children"].append(noeud)
    (illisible,) = lire_kali(ecrire(tmp_path, convention)).illisibles
    assert "profonde" in illisible.raison


def test_nul_lone_surrogates_and_control_characters_do_not_pass(tmp_path: Path) -> None:
    def changer(article: dict[str, Any]) -> None:
        article["content"] = article["content"].replace("Directeur du seau", "Directeur\x00du\ud800seau")

    fichier = tmp_path / "f.json"
    fichier.write_text(json.dumps(abimee(changer)), "ascii")
    (une,) = [e for e in lire_kali(fichier).editions if e.code == "AA.C.II.1"]
    assert une.titres == ("Directeur du\ufffdseau",)


@pytest.mark.parametrize("encodage", ["utf-8-sig", "utf-16", "utf-32"])
def test_unicode_encodings_of_json_are_read(tmp_path: Path, encodage: str) -> None:
    fichier = tmp_path / "f.json"
    fichier.write_text(json.dumps(petite_convention(), ensure_ascii=False), encodage)
    assert len(lire_kali(fichier).editions) == 11


def test_latin_1_is_refused(tmp_path: Path) -> None:
    fichier = tmp_path / "f.json"
    texte = ecrire(tmp_path).read_text("utf-8").replace("–", "-").replace("―", "-")
    fichier.write_bytes(texte.encode("latin-1", "replace"))
    with pytest.raises(ErreurDeConnaissance, match="UTF-8"):
        lire_kali(fichier)


def a_la_place(avant: str, apres: str) -> Callable[[dict[str, Any]], None]:
    def changer(article: dict[str, Any]) -> None:
        assert avant in article["content"]
        article["content"] = article["content"].replace(avant, apres)

    return changer


def en_2017(dossier: Path, convention: dict[str, Any] | None = None) -> dict[str, EditionFiche]:
    lecture = lire_kali(ecrire(dossier, convention))
    return {e.code: e for e in lecture.editions if e.date.year == 2017}


def test_a_fiche_without_its_code_is_listed_and_its_neighbour_keeps_its_end(tmp_path: Path) -> None:
    convention = abimee(a_la_place("<p>AA.C.II.1</p>", "<p>sans code</p>"))
    (illisible,) = lire_kali(ecrire(tmp_path, convention)).illisibles
    assert "pas de code lisible pour la fiche « Directeur du seau" in illisible.raison
    assert set(en_2017(tmp_path, convention)) == {"A.3.1", "AA.9.2"}


def test_a_fiche_without_its_first_title_is_not_swallowed_by_the_one_above(tmp_path: Path) -> None:
    avant = "1. Dénomination de la qualification :<br/>\n– Directeur"
    lues = en_2017(tmp_path, abimee(a_la_place(avant, "1. Nom :<br/>\n– Directeur")))
    assert lues["A.3.1"] == en_2017(tmp_path)["A.3.1"]
    assert lues["AA.C.II.1"].titres == ("Directeur du seau",)  # from its head
    assert "section « titres » absente" in lues["AA.C.II.1"].anomalies


def test_a_section_whose_title_is_spoilt_is_said(tmp_path: Path) -> None:
    for une in en_2017(tmp_path, abimee(a_la_place("3. Contenu de", "3. Dedans de"))).values():
        assert "section « contenu » absente" in une.anomalies
        assert any(a.startswith("paragraphes numérotés 1, 2, 4") for a in une.anomalies)


def test_an_article_that_looks_like_a_fiche_but_is_none_is_listed(tmp_path: Path) -> None:
    def changer(article: dict[str, Any]) -> None:
        article["content"] = "<p>Dénomination : Balayeur. Modes d'accès : aucun.</p>"

    (illisible,) = lire_kali(ecrire(tmp_path, abimee(changer))).illisibles
    assert "semble" in illisible.raison


_N = 300_000


@pytest.mark.parametrize("contenu", [
    "<" * _N, "<a " * (_N // 3), "<!--" * (_N // 4), "<![CDATA[" * (_N // 9), "<?" * (_N // 2),
    "&" * _N, "&#" + "9" * _N + ";", "&#x" + "F" * _N, "<script>" * (_N // 8), "<p>" * (_N // 3),
    "<table>" + "<tr><td>1</td></tr>" * (_N // 19), "– " * (_N // 2), " " * _N, "1" * _N,
    "1. Dénomination :<br/>" * (_N // 21), "A.6.1<br/>1. Dénomination<br/>2. Objet de la<br/>" * (_N // 49),
    "a) " * (_N // 3), "(fiche A.6.1 " * (_N // 13), "A.A.A.A" * (_N // 7), "\x00" * _N,
], ids=range(20))
def test_time_grows_with_the_length_only(contenu: str) -> None:
    debut = time.perf_counter()
    decouper(lignes(contenu))
    assert time.perf_counter() - debut < 4


def test_an_article_beyond_a_million_characters_is_listed(tmp_path: Path) -> None:
    def changer(article: dict[str, Any]) -> None:
        article["content"] = "<p>x</p>" * 200_000

    (illisible,) = lire_kali(ecrire(tmp_path, abimee(changer))).illisibles
    assert "million" in illisible.raison
