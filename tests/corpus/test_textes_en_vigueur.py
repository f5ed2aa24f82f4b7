"""The text of a fiche in force: which print, what changed it, and the firm's own beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.chat import Assistant
from assistant.classification import calculer
from assistant.classification.situation import Situation
from assistant.corpus import KnowledgeBase, montrer
from assistant.corpus.officiel import version_courante
from assistant.corpus.officiel.fabrication import mettre_a_jour
from assistant.corpus.officiel.importation import lire_apports
from assistant.settings import Settings

FICHE = Path(__file__).parents[2] / "knowledge/fiches/gestionnaire.md"


@pytest.mark.parametrize("code", ["CC.6.2", "AAA.6.1", "K.17.1", "L.6.2", "B.9.5"])
def test_creating_or_deleting_a_fiche_is_no_change_of_its_text(kb: KnowledgeBase, code: str) -> None:
    assert kb.fiches[code].superseded_by is None
    assert not any(w.startswith("Modifiée par") for w in montrer(kb, code)["warnings"])


def test_a_later_change_counts_even_where_the_fiche_was_deleted_after(kb: KnowledgeBase) -> None:
    assert str(kb.fiches["K.3.1"].superseded_by) == "2023-12-06"
    assert str(kb.fiches["A.6.1"].superseded_by) == "2025-12-18"


def test_a_rule_common_to_all_fiches_is_not_called_unprinted(kb: KnowledgeBase) -> None:
    dits = " ".join(montrer(kb, "D.9.2")["warnings"])  # type: ignore[arg-type]
    assert "règle commune" in dits
    assert "n'est pas reproduit" not in dits


@pytest.mark.parametrize("code", ["G.12.1", "G.20.1"])
def test_practice_said_once_counts_for_the_certifications_below(
    kb_officielle: KnowledgeBase, code: str
) -> None:
    acces = kb_officielle.fiches[code].acces
    assert acces
    assert all(a.pratique for a in acces)


def test_without_that_practice_the_fiche_is_not_due(kb_officielle: KnowledgeBase) -> None:
    s = Situation.depuis_faits({
        "fiche": "G.20.1", "certification": "CQP Chef de centre contrôle technique VL",
        "certification_rncsa": True, "pratique_professionnelle": False, "emploi_correspond": True,
        "dans_la_specialite": True, "activites_complementaires": ["formation des nouveaux"],
    })
    p = calculer(s, kb_officielle.referentiel)
    assert p.outcome.value == "majore_possible"


@pytest.mark.parametrize("code", ["A.12.2", "G.12.1", "Z.12.1"])
def test_a_sentence_that_denies_extensions_is_none(kb_officielle: KnowledgeBase, code: str) -> None:
    assert kb_officielle.fiches[code].extensions == ()


@pytest.mark.parametrize("code", ["Z.C.II.1", "D.C.I.1"])
def test_a_cadre_is_never_offered_extensions(assistant_officiel: Assistant, code: str) -> None:
    reponse, _ = assistant_officiel.repondre(f"Quelles extensions pour la fiche {code} ?")
    assert "n'a pas d'extensions" in reponse.answer
    assert "au cas par cas" not in reponse.answer


def test_an_article_holds_from_the_effect_of_its_last_change(kb_officielle: KnowledgeBase) -> None:
    assert str(kb_officielle.articles["4.04"].depuis) == "2000-03-31"


def _importer(donnees: Path, *fichiers: Path, code: str | None = None) -> None:
    mettre_a_jour(donnees, lire_apports(fichiers, code))


def test_the_firms_own_fiche_overrides_and_is_marked(tmp_path: Path) -> None:
    sienne = tmp_path / "f.md"
    texte = FICHE.read_text(encoding="utf-8").replace("Gestion de l", "Gestion du parc de vélos et de l")
    sienne.write_text(texte, encoding="utf-8")
    _importer(tmp_path / "d", sienne, code="Z.23.1")
    un = Assistant.ouvrir(Settings(data_dir=tmp_path / "d"))
    try:
        vue = montrer(un.kb, "Z.23.1")
        assert (vue["origine"], vue["edition"]) == ("entreprise", None)
        reponse = un.repondre_faits({"fiche": "Z.23.1"})
        assert reponse.positionnement is not None
        assert reponse.positionnement.reference is not None
        assert reponse.positionnement.reference.numero == 23
        assert all("texte de l'entreprise" in c.source for c in reponse.citations
                   if c.passage.startswith("fiche:"))
    finally:
        un.sources.fermer()


def test_a_code_of_the_firm_is_added_and_said_not_to_be_national(tmp_path: Path) -> None:
    sienne = tmp_path / "f.md"
    sienne.write_text(FICHE.read_text(encoding="utf-8"), encoding="utf-8")
    _importer(tmp_path / "d", sienne, code="Z.23.7")
    kb = KnowledgeBase.charger(None, version_courante(tmp_path / "d"))
    assert kb.fiches["Z.23.7"].texte_connu
    assert any("n'est pas au répertoire national" in w for w in montrer(kb, "Z.23.7")["warnings"])
    assert len(kb.passages) == len(kb.par_id)


def test_an_imported_document_is_quotable_by_page(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx", reason="python-docx lit les documents Word")
    document = docx.Document()
    document.add_paragraph("La prime de parrainage est versée au bout de trois mois de présence.")
    document.save(str(tmp_path / "note rh.docx"))
    _importer(tmp_path / "d", tmp_path / "note rh.docx")
    kb = KnowledgeBase.charger(None, version_courante(tmp_path / "d"))
    trouves = [p for p in kb.passages if p.genre == "document"]
    assert [p.id for p in trouves] == ["document:note-rh/p1/1"]
    assert kb.par_id[trouves[0].id].texte.startswith("La prime de parrainage")
