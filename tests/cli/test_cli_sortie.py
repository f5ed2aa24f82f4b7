"""What a reader sees on a terminal: folded, in the answer's language, nothing that drives it."""

from typing import Any

import pytest

from assistant.cli.sortie import ecrire_reponse, en_clair, plier

REPONSE: dict[str, Any] = {
    "answer": "Réponse.\n\n- une puce " + "longue " * 20,
    "language": "fr",
    "citations": [
        {
            "source": "Fiche Gestionnaire (Z.23.1)",
            "article": "3B.03",
            "quote": "Maîtrise",
            "url": "https://exemple.invalid/" + "x" * 120,
            "edition": "2008-07-02",
            "superseded_by": "2020-12-16",
        }
    ],
    "motifs": [{"fait": "Fiche Z.23.1", "consequence": "échelon 23", "article": "3B.03"}],
    "missing": [{"fait": "vae", "question": "Avez-vous une VAE ?", "choix": ["oui", "non"]}],
}


@pytest.fixture(autouse=True)
def _largeur(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def test_reponse_complete(capsys: pytest.CaptureFixture[str]) -> None:
    ecrire_reponse(REPONSE)
    dit = capsys.readouterr().out
    titres = ["Réponse.", "\nSources\n", "\nCalcul\n", "\nPour préciser\n", "elle ne décide pas"]
    rangs = [dit.lower().index(t.lower()) for t in titres]
    assert rangs == sorted(rangs)
    assert (
        " 1. « Maîtrise »\n    Fiche Gestionnaire (Z.23.1), art. 3B.03, édition du 2 juillet" in dit
    )
    assert f"    {REPONSE['citations'][0]['url']}\n" in dit
    assert "Texte modifié depuis : 16 décembre 2020" in dit
    assert " 1. Fiche Z.23.1 → échelon 23 (art. 3B.03)" in dit
    assert " - Avez-vous une VAE ? (oui / non)" in dit
    assert all(len(ligne) <= 80 for ligne in dit.splitlines() if "exemple.invalid" not in ligne)


def test_calcul_dit_une_seule_fois(capsys: pytest.CaptureFixture[str]) -> None:
    ecrire_reponse(REPONSE | {"answer": "Pourquoi :\n- fiche Z.23.1 : échelon 23"})
    assert "Calcul" not in capsys.readouterr().out


def test_reponse_en_anglais(capsys: pytest.CaptureFixture[str]) -> None:
    ecrire_reponse(REPONSE | {"language": "en"})
    dit = capsys.readouterr().out
    assert "“Maîtrise”" in dit
    assert "edition of 2008-07-02" in dit
    for francais in ("Calcul\n", "Pour préciser", "décide"):
        assert francais not in dit


def test_refus_sans_titre_vide(capsys: pytest.CaptureFixture[str]) -> None:
    ecrire_reponse({"answer": "Non.", "language": "fr", "citations": [], "missing": []}, avis=False)
    assert capsys.readouterr().out == "Non.\n"


def test_la_reponse_ne_commande_pas_le_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    ecrire_reponse({"answer": "a\x1b]0;titre\x07b"}, avis=False)
    assert capsys.readouterr().out == "a]0;titreb\n"


def test_plier_ne_coupe_pas_avant_la_ponctuation() -> None:
    for n in range(60, 80):
        lignes = plier("x" * n + " mot : « suite » ; fin ! " + "y " * 40).splitlines()
        assert not [li for li in lignes if li.lstrip()[:1] in ":;!»" or li.endswith("«")]


def test_plier_aligne_les_puces() -> None:
    lignes = plier("- " + "mot " * 40, "    ").splitlines()
    assert lignes[0].startswith("    - mot")
    assert lignes[1].startswith("      mot")


@pytest.mark.parametrize(
    ("valeur", "dit"),
    [
        (True, "oui"),
        (False, "non"),
        (["a", 24], "a, 24"),
        ("2008-07-01", "1er juillet 2008"),
        ("2008-99-01", "2008-99-01"),
        (35.5, "35.5"),
    ],
)
def test_en_clair(valeur: object, dit: str) -> None:
    assert en_clair(valeur) == dit
