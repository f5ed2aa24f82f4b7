"""knowledge audit: table, JSON, one page without network, threshold, and nothing heavy loaded."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from aide_officiel import une_edition, une_lecture
from click.testing import Result

from assistant.cli import contexte
from assistant.cli.knowledge.page_audit import page
from assistant.corpus import KnowledgeBase
from assistant.corpus.audit import Constat, Cote
from assistant.corpus.officiel.modeles import Classement

Ici = Callable[..., Result]


@pytest.fixture
def textes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The knowledge with two made-up prints, one of which contradicts its code twice."""
    kb = KnowledgeBase.composer(None, une_lecture(
        une_edition("A.6.1", "2019-12-19", classement=Classement("maitrise", 9, (7, 8))),
        une_edition("A.C.I.1", "2017-06-27", classement=Classement("cadre", "I")),
    ), "essai-cli")
    monkeypatch.setattr(contexte, "connaissances", lambda settings=None: kb)


@pytest.mark.usefixtures("textes")
def test_table_then_the_contradictions(ici: Ici) -> None:
    r = ici("knowledge", "audit")
    assert r.exit_code == 0
    assert re.search(r"^ +1 +· +·  Niveau imprimé différent du code$", r.stdout, re.M)
    assert "A.6.1 imprime « échelon 9 »" in r.stdout
    assert "repertoire.yaml, A.6.1" in " ".join(r.stdout.split())
    assert "est un titre de" not in r.stdout  # a remark: counted, listed when asked for
    assert max(map(len, r.stdout.splitlines())) <= 100
    assert "est un titre de" in ici("knowledge", "audit", "--gravite", "remarque").stdout


@pytest.mark.usefixtures("textes")
def test_json_holds_both_sides(ici: Ici) -> None:
    lu = json.loads(ici("knowledge", "audit", "--json", "--genre", "classement_niveau").stdout)
    assert lu["textes_officiels"] is True
    assert (lu["contradictions"], lu["nombres"]) == (1, {"classement_niveau": {"contradiction": 1}})
    (c,) = lu["constats"]
    assert (c["fiche"], c["cote_a"]["valeur"], c["cote_b"]["valeur"]) == (
        "A.6.1", "échelon 9", "échelon 6")
    assert c["cote_a"]["edition"] == "2019-12-19"


@pytest.mark.usefixtures("textes")
@pytest.mark.parametrize(("options", "code"), [
    ((), 0), (("--seuil", "0"), 3), (("--seuil", "1"), 3), (("--seuil", "2"), 0),
    (("--seuil", "0", "--gravite", "lacune"), 0), (("--seuil", "0", "--json"), 3),
    (("--seuil", "1", "--genre", "classement_niveau"), 0),
])
def test_threshold(ici: Ici, options: tuple[str, ...], code: int) -> None:
    assert ici("knowledge", "audit", *options).exit_code == code


@pytest.mark.parametrize(("options", "dit"), [
    (("--genre", "tout"), "classement_niveau"), (("--gravite", "grave"), "contradiction, lacune"),
    (("--seuil", "beaucoup"), "nombre entier"), (("--seuil", "-1"), "nombre entier"),
    (("--html", "absent/audit.html"), "ne peut pas être écrite"), (("--html", "."), "dossier"),
])
def test_wrong_use(ici: Ici, options: tuple[str, ...], dit: str) -> None:
    r = ici("knowledge", "audit", *options)
    assert (r.exit_code, r.stdout) == (1, "")
    assert r.stderr.startswith("Erreur : ")
    assert dit in r.stderr


class Balises(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.vues: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.vues.append((tag, dict(attrs)))


def test_page_needs_no_network_and_replaces_the_file_whole(ici: Ici, tmp_path: Path, textes: None) -> None:
    cible = tmp_path / "audit.html"
    cible.write_text("avant", encoding="utf-8")
    r = ici("knowledge", "audit", "--html", str(cible), "--genre", "classement_niveau")
    assert (r.exit_code, r.stdout) == (0, "")
    assert "1 constats écrits" in r.stderr
    assert [f.name for f in tmp_path.iterdir()] == ["audit.html"]
    lu = Balises()
    lu.feed(cible.read_text(encoding="utf-8"))
    assert not [t for t, a in lu.vues if "src" in a or (t == "link") or "action" in a]
    assert ("html", {"lang": "fr"}) in lu.vues
    assert any(t == "meta" and a.get("name") == "viewport" for t, a in lu.vues)
    csp = next(a["content"] for t, a in lu.vues if a.get("http-equiv") == "Content-Security-Policy")
    assert csp is not None
    assert csp.startswith("default-src 'none'")


def test_every_text_of_the_page_is_escaped() -> None:
    mal = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)><!--sections-->'
    cote = Cote(mal, mal, mal, mal, f"https://exemple.fr/{mal}")
    lien = Cote(mal, mal, mal, None, "javascript:alert(1)")
    lu = Balises()
    ecrite = page([Constat("repertoire", "contradiction", mal, mal, cote, lien)], mal, False)
    lu.feed(ecrite)
    assert [t for t, _ in lu.vues].count("script") == 1
    assert "img" not in [t for t, _ in lu.vues]
    assert not [a for _, a in lu.vues if str(a.get("href", "")).startswith("javascript")]
    assert not [a for _, a in lu.vues if any(n.startswith("onerror") for n in a)]
    assert ecrite.count("<article") == 1


def test_the_repository_alone_is_audited_without_heavy_libraries(echelon: Callable[..., object]) -> None:
    p = echelon("knowledge", "audit", "--json", env={"PYTHONPROFILEIMPORTTIME": "1"})
    assert p.returncode == 0  # type: ignore[attr-defined]
    lu = json.loads(p.stdout)  # type: ignore[attr-defined]
    assert lu["textes_officiels"] is False
    assert lu["nombres"]["texte_depasse"]["lacune"] > 100
    imports = p.stderr.decode()  # type: ignore[attr-defined]
    charges = {m.split(".")[0] for m in re.findall(r"\| +([\w.]+)$", imports, re.M)}
    assert "assistant" in charges
    assert not charges & {"torch", "chromadb", "gradio", "langchain", "langchain_core", "langgraph",
                          "sentence_transformers"}
