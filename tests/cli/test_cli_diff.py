"""knowledge diff: two dates or two versions, for people and as JSON, wrong words refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from aide_officiel import une_edition, une_lecture
from click.testing import Result

from assistant.cli import contexte
from assistant.corpus import KnowledgeBase

Ici = Callable[..., Result]


@pytest.fixture
def textes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The knowledge with a fiche printed twice and another printed once."""
    kb = KnowledgeBase.composer(None, une_lecture(
        une_edition("A.6.1", "2008-07-03", contenu=["laver ;", "ranger les clés ;"]),
        une_edition("A.6.1", "2016-06-22", contenu=["laver ;", "ranger les clés et les papiers ;"],
                    acces=["sur concours."]),
        une_edition("K.6.2", "2008-07-03", ("Coordinateur",)),
    ), "essai-diff")
    monkeypatch.setattr(contexte, "connaissances", lambda settings=None: kb)


@pytest.mark.usefixtures("textes")
def test_summary_then_detail(ici: Ici) -> None:
    r = ici("knowledge", "diff", "2008-07-03", "2016-06-22")
    assert r.exit_code == 0
    assert r.stdout.startswith("Répertoire du 03/07/2008 → Répertoire du 22/06/2016")
    assert "A.6.1 Laveur de voitures : contenu ~1, acces +1 −1" in r.stdout
    detail = ici("knowledge", "diff", "2008-07-03", "2016-06-22", "--fiche", "a6.1").stdout
    assert "~ ranger les clés {+et les papiers+} ;" in detail
    assert "+ sur concours." in detail
    seule = ici("knowledge", "diff", "2008-07-03", "2016-06-22", "--section", "acces").stdout
    assert "+ sur concours." in seule
    assert "ranger" not in seule


@pytest.mark.usefixtures("textes")
def test_json(ici: Ici) -> None:
    lu = json.loads(ici("knowledge", "diff", "2008-07-03", "2025-12-31", "--json").stdout)
    assert {"code": "K.6.2", "titre": "Coordinateur"} not in lu["crees"]
    assert {"K.6.2", "K.3.1", "G.6.2"} <= {c["code"] for c in lu["supprimes"]}
    assert {"code": "L.6.2", "titre": "Agent d'exploitation de stationnement spécialiste",
            "creation_imprimee": True} in lu["crees"]
    (c,) = lu["changes"]
    assert (c["code"], c["texte_avant"], c["texte_apres"]) == ("A.6.1", "2008-07-03", "2016-06-22")
    assert c["sections"]["contenu"]["modifies"] == [
        {"avant": "ranger les clés ;", "apres": "ranger les clés et les papiers ;"}]
    (sans_texte,) = [m for m in lu["modifies_sans_texte"] if m["code"] == "A.6.1"]
    assert "2025-12-18" in sans_texte["accords"]
    assert set(lu) == {"a", "b", "crees", "supprimes", "repris", "renommes", "changes",
                       "modifies_sans_texte", "inchanges"}


@pytest.mark.usefixtures("textes")
@pytest.mark.parametrize(("mots", "dit"), [
    (("hier", "2016-06-22"), "« hier » ne désigne rien"),
    (("2016-06-31", "2016-06-22"), "n'est pas une date"),
    (("2001-01-01", "2016-06-22"), "à partir du 03/07/2008"),
    (("courant", "2016-06-22"), "pas de version courante"),
    (("precedent", "courant"), "pas de version précédente"),
    (("abcdef012345", "2016-06-22"), "n'est pas une version"),
    (("2008-07-03", "2016-06-22", "--fiche", "A.6.99"), "aucun des deux côtés"),
    (("2008-07-03", "2016-06-22", "--fiche", "🤷"), "n'est pas un code"),
    (("2008-07-03", "2016-06-22", "--section", "prix"), "La section « prix » n'existe pas"),
    (("2008-07-03",), "manque"), (("\udcff", "2016-06-22"), "ne forment pas un texte"),
])
def test_wrong_use(ici: Ici, mots: tuple[str, ...], dit: str) -> None:
    r = ici("knowledge", "diff", *mots)
    assert (r.exit_code, r.stdout) == (1, "")
    assert dit in r.stderr, r.stderr


def test_two_versions_of_the_data_folder(
    ici: Ici, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from assistant.corpus.officiel.depot import depot
    from assistant.corpus.officiel.fabrication import Apports, mettre_a_jour

    donnees = tmp_path / "donnees"
    for contenu in (["laver ;"], ["laver ;", "vendre des tapis ;"]):
        edition = une_edition("A.6.1", "2019-12-19", contenu=contenu)
        mettre_a_jour(donnees, Apports(lecture=une_lecture(edition)))
    monkeypatch.setenv("ECHELON_DATA_DIR", str(donnees))
    lu = json.loads(ici("knowledge", "diff", "precedent", "courant", "--json").stdout)
    (c,) = lu["changes"]
    assert (c["code"], c["sections"]["contenu"]["ajoutes"]) == ("A.6.1", ["vendre des tapis ;"])
    courante, precedente = depot(donnees).versions()
    par_nom = ici("knowledge", "diff", precedente[:8], courante, "--json")
    assert json.loads(par_nom.stdout)["changes"] == lu["changes"]
    autre_sens = json.loads(ici("knowledge", "diff", "courant", "precedent", "--json").stdout)
    assert autre_sens["changes"][0]["sections"]["contenu"]["retires"] == ["vendre des tapis ;"]


def test_two_dates_need_the_official_texts(
    ici: Ici, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ECHELON_DATA_DIR", str(tmp_path / "vide"))
    r = ici("knowledge", "diff", "2016-06-22", "2017-06-27")
    assert r.exit_code == 1
    assert "echelon knowledge pull" in r.stderr


def test_what_was_printed_on_a_day_is_shown_under_its_own_title(
    ici: Ici, monkeypatch: pytest.MonkeyPatch
) -> None:
    kb = KnowledgeBase.composer(None, une_lecture(
        une_edition("B.3.1", "2008-07-03", ("Redresseur de tôles",)),
    ), "essai-show")
    monkeypatch.setattr(contexte, "connaissances", lambda settings=None: kb)
    alors = json.loads(ici("knowledge", "show", "B.3.1", "--date", "2015-01-01", "--json").stdout)
    assert alors["titles"] == ["Redresseur de tôles"]
    assert alors["sections"]["contenu"]
    assert any("autre qualification" in a for a in alors["warnings"])
    assert not any("n'est pas dans la connaissance" in a for a in alors["warnings"])
    avant = json.loads(ici("knowledge", "show", "B.3.1", "--date", "2000-01-01", "--json").stdout)
    assert not any(avant["sections"].values())
    assert any("Aucun texte de la fiche n'était imprimé" in a for a in avant["warnings"])
    entre = json.loads(ici("knowledge", "show", "B.3.1", "--date", "2021-06-01", "--json").stdout)
    assert any("n'existait pas" in a and "22/06/2023" in a for a in entre["warnings"])


def test_without_a_print_nobody_is_sent_to_pull_what_is_there(
    ici: Ici, monkeypatch: pytest.MonkeyPatch
) -> None:
    kb = KnowledgeBase.composer(None, une_lecture(une_edition("A.6.1", "2008-07-03")), "essai-compare")
    monkeypatch.setattr(contexte, "connaissances", lambda settings=None: kb)
    dit = ici("knowledge", "compare", "A.6.1", "CC.6.1").stdout
    assert "n'en impriment aucun" in dit
    assert "pull" not in dit
