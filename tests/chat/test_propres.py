"""The firm's own fiches and documents: used, and never passed off as the branch's."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.chat import Assistant
from assistant.chat.connaissances import Connaissances
from assistant.chat.textes import Textes
from assistant.corpus import KnowledgeBase, montrer
from assistant.corpus.documents.modeles import Document
from assistant.corpus.editions import etat_courant
from assistant.corpus.officiel.entreprise import fiches_de_l_entreprise
from assistant.settings import Settings

FICHE = Path(__file__).parents[2] / "knowledge/fiches/gestionnaire.md"


@pytest.fixture(scope="module")
def maison(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """A firm with a fiche of its own, another in place of a national one, and its house rules."""
    dossier = tmp_path_factory.mktemp("maison")
    texte = FICHE.read_text(encoding="utf-8").replace("23", "6").replace("24", "7").replace("25", "8")
    (dossier / "entreprise").mkdir()
    for code in ("A.6.99", "A.6.1"):
        (dossier / "entreprise" / f"{code}.md").write_text(texte, encoding="utf-8")
    regles = Document("reglement", "0" * 64, ((
        "Règlement interne du garage",
        "Une prime de casse-croûte de 4 euros est versée à l'atelier avant 7 heures.",
        "Les vêtements de travail, fournis à l'arrivée, sont lavés chaque semaine aux frais de la maison.",
    ),))
    kb = KnowledgeBase.composer(None, None, "maison", fiches_de_l_entreprise(dossier), (regles,))
    un = Assistant(Settings(data_dir=dossier), Connaissances(kb, Textes.charger(None)))
    un.sources.panne = "aucun index ici"
    return un


@pytest.mark.parametrize("question", [
    "Depuis quand existe A.6.99 ?", "A.6.99 a été créée quand ?", "A.6.99 a changé depuis 2021 ?",
    "échelon A.6.99 ?", "que contient A.6.99 ?",
])
def test_a_fiche_that_only_the_firm_has_is_said_to_be_its_own(
    maison: Assistant, question: str
) -> None:
    reponse = maison.repondre(question)[0]
    assert "propre à votre entreprise" in reponse.answer
    assert "RNQSA" in reponse.answer
    assert "16/12/2020" not in reponse.answer
    siennes = [c for c in reponse.citations if c.fiche == "A.6.99"]
    assert siennes
    assert all("entreprise" in c.source and c.url is None for c in siennes)


def test_a_text_of_the_firm_s_in_place_of_a_national_one_is_marked(maison: Assistant) -> None:
    assert "propre à votre entreprise" in maison.repondre("que contient A.6.1 ?")[0].answer
    assert "propre à votre entreprise" in maison.repondre_faits({"fiche": "A.6.1"}).answer
    assert "propre à votre entreprise" not in maison.repondre_faits({"fiche": "A.9.1"}).answer


def test_show_never_gives_the_official_page_for_the_firm_s_text(maison: Assistant) -> None:
    for code, source in (("A.6.99", "fiche de l'entreprise"), ("A.6.1", "texte de l'entreprise")):
        fiche = montrer(maison.kb, code)
        assert (fiche["source"], fiche["origine"]) == (source, "entreprise")
        assert (fiche["edition"], fiche["superseded_by"]) == (None, None)
        assert any("propre à l'entreprise" in str(a) for a in fiche["warnings"])  # type: ignore[attr-defined]


def test_the_directory_s_states_tell_the_firm_s_from_the_nation_s(maison: Assistant) -> None:
    etats = etat_courant(maison.kb.repertoire, maison.kb.editions, maison.kb.textes)
    assert (etats["A.6.99"].propre, etats["A.6.99"].nationale) == (True, False)
    assert (etats["A.6.1"].propre, etats["A.6.1"].nationale) == (True, True)
    assert not etats["A.9.1"].propre


@pytest.mark.parametrize(("question", "dit"), [
    ("Que dit notre règlement interne sur la prime de casse-croûte ?", "casse-croûte de 4 euros"),
    ("le reglement interieur prévoit quoi pour les vêtements de travail", "lavés chaque semaine"),
    ("What does our company handbook say about casse-croûte?", "casse-croûte de 4 euros"),
])
def test_house_rules_are_quoted_as_the_firm_s(maison: Assistant, question: str, dit: str) -> None:
    reponse = maison.repondre(question)[0]
    assert dit in reponse.answer
    assert "la convention en parle" not in reponse.answer
    assert "the agreement speaks of it" not in reponse.answer
    assert {c.passage.split("/")[0] for c in reponse.citations} == {"document:reglement"}
