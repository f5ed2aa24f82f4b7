"""A company's own fiche on the command line: marked as its own wherever it is listed or shown."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from assistant.cli import contexte
from assistant.corpus import KnowledgeBase
from assistant.corpus.officiel.entreprise import fiches_de_l_entreprise

Ici = Callable[..., Result]
FICHE = Path(__file__).parents[2] / "knowledge/fiches/gestionnaire.md"


@pytest.fixture
def maison(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A knowledge with A.6.99, which only the firm has, and its own text for A.6.1."""
    (tmp_path / "entreprise").mkdir()
    texte = FICHE.read_text(encoding="utf-8").replace("23", "6").replace("24", "7").replace("25", "8")
    for code in ("A.6.99", "A.6.1"):
        (tmp_path / "entreprise" / f"{code}.md").write_text(texte, encoding="utf-8")
    kb = KnowledgeBase.composer(None, None, "maison", fiches_de_l_entreprise(tmp_path))
    monkeypatch.setattr(contexte, "connaissances", lambda settings=None: kb)


@pytest.mark.usefixtures("maison")
def test_show_search_compare_and_stats_mark_it(ici: Ici) -> None:
    assert "A.6.99 Gestionnaire (fiche de l'entreprise)" in ici("knowledge", "show", "A.6.99").stdout
    montre = ici("knowledge", "show", "A.6.1").stdout
    assert "(texte de l'entreprise)" in montre
    assert "legifrance" not in montre
    assert "(A.6.99, fiche de l'entreprise)" in ici("knowledge", "search", "gestionnaire").stdout
    compare = " ".join(ici("knowledge", "compare", "A.6.99", "A.9.1").stdout.split())
    assert "la fiche A.6.99 est propre à l'entreprise" in compare
    assert "fiches entreprise : 2" in ici("knowledge", "stats").stdout


@pytest.mark.usefixtures("maison")
def test_json_marks_it_too(ici: Ici) -> None:
    fiche = json.loads(ici("knowledge", "show", "A.6.99", "--json").stdout)
    assert (fiche["source"], fiche["origine"]) == ("fiche de l'entreprise", "entreprise")
    assert any("entreprise" in a for a in fiche["warnings"])
    trouvees = json.loads(ici("knowledge", "search", "gestionnaire", "--json").stdout)["fiches"]
    assert [f["code"] for f in trouvees if f.get("origine") == "entreprise"] == ["A.6.99"]
