"""A company's fiche: where its code comes from, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from aide_depot import fiche_markdown

from assistant.corpus.erreurs import ErreurDeConnaissance
from assistant.corpus.markdown import lire_fiche_markdown
from assistant.corpus.officiel.entreprise import FicheEntreprise, lire_fiche_entreprise


def lire(tmp_path: Path, texte: str | bytes, code: str | None = None) -> FicheEntreprise:
    fichier = tmp_path / "maison.md"
    fichier.write_bytes(texte.encode() if isinstance(texte, str) else texte)
    return lire_fiche_entreprise(fichier, code)


@pytest.mark.parametrize(
    "debut",
    ["---\ncode: A.6.1\n---\n", "---\ntitre: x\ncode : 'a-6.1'  # le nôtre\n---\n\n",
     "---\r\ncode: A.6.1\r\n---\r\n", "\ufeffCode : A.6.1\n", "A.6.1\n\n", "<!-- code: A-6.1 -->\n",
     "\n\ncode:A.6.1\n"],
)
def test_the_code_in_the_file(debut: str, tmp_path: Path) -> None:
    lue = lire(tmp_path, debut + fiche_markdown())
    assert (lue.code, lue.titre) == ("A.6.1", "BALAYEUR MAISON")
    assert lue.texte == fiche_markdown()


def test_the_code_given(tmp_path: Path) -> None:
    assert lire(tmp_path, fiche_markdown(), "a-6.1").code == "A.6.1"
    assert lire(tmp_path, "Code : A.6.1\n" + fiche_markdown(), "A-6.1").code == "A.6.1"
    with pytest.raises(ErreurDeConnaissance, match=r"porte le code A\.6\.1, et l'option --code dit B"):
        lire(tmp_path, "Code : A.6.1\n" + fiche_markdown(), "B.6.1")
    with pytest.raises(ErreurDeConnaissance, match="--code"):
        lire(tmp_path, fiche_markdown())


@pytest.mark.parametrize("code", ["A.26.1", "Q.6.1", "6", "🤷", "A.6.1/../x", "\0", "A" * 5000])
def test_a_code_that_is_none(code: str, tmp_path: Path) -> None:
    with pytest.raises(ErreurDeConnaissance) as erreur:
        lire(tmp_path, fiche_markdown(), code)
    assert len(str(erreur.value)) < 400


def test_lines_are_those_of_the_users_file(tmp_path: Path) -> None:
    texte = "---\ncode: A.6.1\n---\n" + fiche_markdown().replace("### 4/ Extensions", "### 4/ Autres")
    with pytest.raises(ErreurDeConnaissance, match="ligne 19") as erreur:
        lire(tmp_path, texte)
    assert f"{tmp_path.name}/maison.md" in str(erreur.value)


def test_the_stored_text_reads_as_a_fiche(tmp_path: Path) -> None:
    lue = lire(tmp_path, "Code : A.6.1\n" + fiche_markdown())
    (tmp_path / "A.6.1.md").write_text(lue.texte, encoding="utf-8")
    assert lire_fiche_markdown(tmp_path / "A.6.1.md").titres == ("Balayeur maison",)


@pytest.mark.parametrize(
    ("texte", "attendu"),
    [
        (fiche_markdown(9), "ne donne pas l'échelon 6"),
        (fiche_markdown().encode("utf-16"), "UTF-8"),
        (fiche_markdown().split("### 5/")[0], "il manque la section 5"),
        (fiche_markdown() + "x" * 400_001, "400 ko"),
        ("", "il manque la section 1"),
        ("# Rien\n" * 3, "il manque la section 1"),
    ],
)
def test_what_is_no_fiche(texte: str | bytes, attendu: str, tmp_path: Path) -> None:
    with pytest.raises(ErreurDeConnaissance, match=attendu):
        lire(tmp_path, texte, "A.6.1")
    with pytest.raises(ErreurDeConnaissance, match="n'existe pas"):
        lire_fiche_entreprise(tmp_path / "absent.md", "A.6.1")
    with pytest.raises(ErreurDeConnaissance, match="c'est un dossier"):
        lire_fiche_entreprise(tmp_path, "A.6.1")
