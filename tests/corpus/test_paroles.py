"""The everyday wording of fiches: what stands in the repository, and mistakes in a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.corpus import ErreurDeConnaissance, KnowledgeBase
from assistant.corpus.paroles import dossier_des_paroles, lire_paroles

SANS_TITRE = {"A.3.9", "A.12.5", "A.20.5", "A.23.5", "CC.6.3", "K.6.5", "K.9.1", "K.9.3", "K.12.1",
              "K.C.II.1", "K.C.II.2"}
BON = """schema: 1
filiere: "A"
fiches:
  - code: A.3.1
    noms: ["mécano entretien"]
    journees: [{journees}]
    journees_en: ["I do oil changes", "I follow the service sheet"]
    separer:
      - {{question: "Cherchez-vous la panne ?", oui: {oui}, non: A.3.1}}
"""
DIX = ", ".join(f'"je fais la vidange numéro {i}"' for i in range(10))


def ecrire(racine: Path, texte: str, nom: str = "A.yaml") -> None:
    dossier = dossier_des_paroles(racine)
    dossier.mkdir(parents=True, exist_ok=True)
    (dossier / nom).write_text(texte, encoding="utf-8")


def test_every_fiche_in_force_with_a_title_has_its_words(kb: KnowledgeBase) -> None:
    dites = {p.code for p in lire_paroles(kb.racine, kb.repertoire)}
    en_vigueur = {c for c, e in kb.repertoire.items() if e.statut == "en_vigueur"}
    assert en_vigueur - dites == SANS_TITRE


def test_no_day_is_told_for_two_fiches(kb: KnowledgeBase) -> None:
    vues: dict[str, str] = {}
    for p in lire_paroles(kb.racine, kb.repertoire):
        for journee in (*p.journees, *p.journees_en):
            cle = " ".join(journee.casefold().split())
            assert vues.setdefault(cle, p.code) == p.code, journee


def test_questions_say_vous_and_have_their_english(kb: KnowledgeBase) -> None:
    for p in lire_paroles(kb.racine, kb.repertoire):
        for s in p.separer:
            mots = set(s.question.casefold().replace("-", " ").replace("'", " ").split())
            assert s.question.rstrip().endswith("?"), s
            assert not mots & {"tu", "ton", "tes", "toi"}, s
            assert s.question_en, s


@pytest.mark.parametrize(("texte", "message"), [
    (BON.format(journees='"une seule"', oui="A.6.1"), "journees"),
    (BON.format(journees=DIX, oui="A.99.1"), "A.99.1"),
    (BON.format(journees=DIX, oui="A.3.1"), "même fiche"),
    (BON.format(journees=DIX, oui="A.6.1").replace('"A"', '"B"'), "filière"),
    (BON.format(journees=DIX + ', "JE FAIS la vidange numéro 3"', oui="A.6.1"), "deux fois"),
    (BON.format(journees=DIX, oui="A.6.1") + "    couleur: bleu\n", "couleur"),
])
def test_a_mistake_is_said_where_it_is(
    texte: str, message: str, tmp_path: Path, kb: KnowledgeBase
) -> None:
    ecrire(tmp_path, texte)
    with pytest.raises(ErreurDeConnaissance, match=message):
        lire_paroles(tmp_path, kb.repertoire)


def test_a_fiche_in_two_files_is_said(tmp_path: Path, kb: KnowledgeBase) -> None:
    bon = BON.format(journees=DIX, oui="A.6.1")
    ecrire(tmp_path, bon)
    ecrire(tmp_path, bon, "A2.yaml")
    with pytest.raises(ErreurDeConnaissance, match=r"A\.yaml"):
        lire_paroles(tmp_path, kb.repertoire)


def test_without_the_folder_there_are_no_words(tmp_path: Path, kb: KnowledgeBase) -> None:
    assert lire_paroles(tmp_path, kb.repertoire) == ()
