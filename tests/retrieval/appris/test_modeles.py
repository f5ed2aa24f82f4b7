"""Fitting on a few sentences, writing, reading back, and what is wrong with a file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.retrieval import ErreurRecherche
from assistant.retrieval.appris import Modeles, Parole, exemples_de_fiches
from assistant.retrieval.appris.ajuster import FICHES, ajuster, calibrer

PAROLES = [
    Parole("A.3.4", ["Opérateur pneumatiques"], ["monteur pneus"], [
        "Je monte les pneus neufs. J'équilibre les roues toute la journée, c'est tout ce que je fais.",
        "démonte pneu, regonfle, équilibrage, je change la valve", "je répare les crevaisons",
        "Il permute les roues et contrôle la pression des pneus.", "les gommes, rien que les gommes",
    ]),
    Parole("E.3.1", ["Préparateur"], ["laveur"], [
        "Je lave les voitures et je passe l'aspirateur.", "lavage intérieur extérieur, polish",
        "aspi, vitres, tableau de bord, je fais briller", "Il nettoie les véhicules avant livraison.",
        "je shampouine les sièges et je lustre la carrosserie",
    ]),
]


@pytest.fixture(scope="module")
def modeles() -> Modeles:
    lus = exemples_de_fiches(PAROLES)
    sens = np.zeros((len(lus), 4), dtype=np.float32)
    sens[:, 0] = 1.0
    reglages = FICHES.__class__(FICHES.poids, {"mots": 1, "grammes": 1}, 1.0)
    un = calibrer(ajuster(lus, sens, reglages), lus, sens, reglages)
    return Modeles(un, un, "essai", "0123456789abcdef")


def test_a_day_counts_more_than_a_title_and_a_title_more_than_a_name() -> None:
    poids = {e.genre: e.poids for e in exemples_de_fiches(PAROLES)}
    assert poids["journee"] > poids["titre"] > poids["nom"] > 0


def test_it_knows_a_sentence_it_never_saw(modeles: Modeles) -> None:
    p = modeles.fiches.probabilites("je change un pneu crevé et j'équilibre", None)
    assert modeles.fiches.classes[int(p.argmax())] == "A.3.4"
    assert float(p.sum()) == pytest.approx(1.0, abs=1e-5)


def test_written_and_read_back_it_scores_the_same(modeles: Modeles, tmp_path: Path) -> None:
    fichier = tmp_path / "appris" / "modeles.npz"
    modeles.ecrire(fichier)
    lu = Modeles.charger(fichier)
    sens = np.asarray([1.0, 0, 0, 0], dtype=np.float32)
    for texte in ("aspirateur et polish", "pneus", "", "mots jamais vus"):
        assert np.allclose(lu.fiches.scores(texte, sens), modeles.fiches.scores(texte, sens))
    assert (lu.encodeur, lu.empreinte) == ("essai", "0123456789abcdef")


def test_the_same_models_are_the_same_file(modeles: Modeles, tmp_path: Path) -> None:
    for nom in ("a.npz", "b.npz"):
        modeles.ecrire(tmp_path / nom)
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()


@pytest.mark.parametrize("contenu", [b"", b"PK\x03\x04 mais pas un zip", b"\x00" * 4000])
def test_a_damaged_file_says_how_to_make_it_again(contenu: bytes, tmp_path: Path) -> None:
    fichier = tmp_path / "modeles.npz"
    fichier.write_bytes(contenu)
    with pytest.raises(ErreurRecherche, match="echelon learn"):
        Modeles.charger(fichier)


def test_a_cut_file_is_no_model(modeles: Modeles, tmp_path: Path) -> None:
    fichier = tmp_path / "modeles.npz"
    modeles.ecrire(fichier)
    entier = fichier.read_bytes()
    for part in (0.2, 0.5, 0.9):
        fichier.write_bytes(entier[: int(len(entier) * part)])
        with pytest.raises(ErreurRecherche):
            Modeles.charger(fichier)


def test_an_absent_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(ErreurRecherche, match="manque"):
        Modeles.charger(tmp_path / "rien.npz")
