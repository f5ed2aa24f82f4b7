"""Reading fiches in the seed's form, and the ugly ones."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from assistant.classification import plier
from assistant.corpus import SECTIONS, ErreurDeConnaissance, KnowledgeBase, lire_fiche_markdown

_FICHE = Path(__file__).parents[2] / "knowledge" / "fiches" / "gestionnaire.md"
_EMPREINTE = "63053d18bd25b2ffea56aa6b5a4fe0119228b215eb50c0614c76cdb99e1f9a68"
_GABARIT = """## TITRE

### 1/ Dénomination de la qualification :

Essayeur

### 2/ Objet de la qualification :

Il essaie.

### 3/ Contenu de la qualification :

- essais,
  - . sur route,

### 4/ Extensions possibles dans la qualification :

Essais sur banc

### 5/ Classement :

- échelon : 9

### 6/ Modes d'accès à la qualification :

- CQP d'essayeur

### 7/ Possibilités d'évolution professionnelle :

- (fiche A.12.2)
"""


def ecrire(tmp_path: Path, contenu: str | bytes) -> Path:
    fichier = tmp_path / "fiche.md"
    fichier.write_bytes(contenu if isinstance(contenu, bytes) else contenu.encode())
    return fichier


def test_the_users_fiche_is_byte_identical_to_what_was_handed_over() -> None:
    assert hashlib.sha256(_FICHE.read_bytes()).hexdigest() == _EMPREINTE


def test_the_users_fiche_gives_its_seven_sections() -> None:
    lue = lire_fiche_markdown(_FICHE)
    assert lue.titre == "GESTIONNAIRE"
    assert lue.titres == ("Gestionnaire",)
    assert tuple(lue.sections) == SECTIONS
    assert lue.textes("extensions") == ("Gestion de l'informatique interne",)
    assert lue.evolution == ("Z.C.I.1", "Z.C.II.1")
    assert len(lue.textes("contenu")) == 11


def test_every_item_stands_word_for_word_in_the_file() -> None:
    source = plier(_FICHE.read_text(encoding="utf-8"))
    lue = lire_fiche_markdown(_FICHE)
    for items in lue.sections.values():
        for item in items:
            assert plier(item.texte) in source


def test_the_users_fiche_says_bts_with_practice_or_decision(kb: KnowledgeBase) -> None:
    fiche = kb.fiches["Z.23.1"]
    (acces,) = fiche.acces or ()
    assert acces.pratique
    assert acces.niveau_equivalent
    assert "BTS" in acces.noms
    assert fiche.acces_par_decision


def test_another_numbering_and_missing_blank_lines_read_the_same(tmp_path: Path) -> None:
    variante = _GABARIT.replace("1/ ", "1. ").replace("\n\n", "\n").replace("\n###", "\n\n###")
    lue = lire_fiche_markdown(ecrire(tmp_path, variante))
    assert lue.titres == ("Essayeur",)
    assert lue.textes("contenu") == ("essais,", "sur route,")
    assert lue.evolution == ("A.12.2",)


@pytest.mark.parametrize("section", range(1, 8))
def test_a_missing_section_is_named(tmp_path: Path, section: int) -> None:
    morceaux = _GABARIT.split("### ")
    sans = "### ".join(m for m in morceaux if not m.startswith(f"{section}/"))
    with pytest.raises(ErreurDeConnaissance, match=f"section {section}.*{SECTIONS[section - 1]}"):
        lire_fiche_markdown(ecrire(tmp_path, sans))


@pytest.mark.parametrize(
    ("contenu", "dit"),
    [
        ("", "section 1"),
        ("### 1/ Recette\n\nRatatouille\n", "section inconnue à la ligne 1"),
        (_GABARIT + "\n### 5/ Classement :\n\n- 9\n", "donnée deux fois"),
        (_GABARIT.replace("## TITRE\n", ""), "titre"),
        (b"\xff\xfe\x00abc", "UTF-8"),
        ("x" * 500_000, "400 ko"),
    ],
)
def test_a_broken_fiche_is_refused_with_file_and_reason(
    tmp_path: Path, contenu: str | bytes, dit: str
) -> None:
    with pytest.raises(ErreurDeConnaissance, match=r"fiche\.md") as erreur:
        lire_fiche_markdown(ecrire(tmp_path, contenu))
    assert dit in str(erreur.value)


def test_an_absent_file_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ErreurDeConnaissance, match="illisible"):
        lire_fiche_markdown(tmp_path / "absente.md")
