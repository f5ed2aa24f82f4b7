"""What is written is what is read, on any agreement; damage is noticed and the version before serves."""

from __future__ import annotations

import json
import logging
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

import pytest
from aide_depot import apports, document, fiche

from assistant.corpus.officiel import VersionAbimee, version_courante
from assistant.corpus.officiel.codage import coder, decodeur, empreinte_du_schema
from assistant.corpus.officiel.conservation import compter, lire
from assistant.corpus.officiel.depot import depot, lister
from assistant.corpus.officiel.fabrication import Apports, mettre_a_jour
from assistant.corpus.officiel.kali import lire_kali
from assistant.corpus.officiel.modeles import Lecture


@pytest.fixture
def donnees(tmp_path: Path) -> Path:
    """A data folder with two versions: official texts, then a fiche and a document as well."""
    mettre_a_jour(tmp_path, apports(tmp_path))
    mettre_a_jour(tmp_path, Apports(fiches=(fiche(tmp_path),), documents=(document(),)))
    return tmp_path


def test_the_lecture_comes_back_whole(tmp_path: Path) -> None:
    lue = apports(tmp_path).lecture
    assert lue is not None
    mettre_a_jour(tmp_path, Apports(lue))
    dossier = version_courante(tmp_path)
    assert dossier is not None
    gardee = lire(dossier)
    for champ in fields(Lecture):
        if champ.name != "source":
            assert getattr(gardee, champ.name) == getattr(lue, champ.name)
            assert getattr(lue, champ.name) or champ.name == "illisibles", "an empty part proves little"
    assert gardee.source.items() >= lue.source.items()
    assert lue == gardee
    assert compter(gardee) == compter(lue)


def test_the_official_file_comes_back_whole_and_fast(kali_officiel: Path, tmp_path: Path) -> None:
    lue = lire_kali(kali_officiel)
    mettre_a_jour(tmp_path, Apports(lue))
    dossier = version_courante(tmp_path)
    assert dossier is not None
    durees = []
    for _ in range(3):
        debut = time.perf_counter()
        gardee = lire(dossier)
        assert gardee.editions
        durees.append(time.perf_counter() - debut)
    assert gardee == lue
    assert min(durees) < 0.15


@dataclass(frozen=True)
class Avant:
    a: str
    b: tuple[int, ...] = ()


@dataclass(frozen=True)
class Apres:
    avant: Avant
    jour: date | None
    paire: tuple[int, int] | None
    par_nom: dict[str, tuple[Avant, ...]]
    mixte: int | str | None = None


def test_coding_follows_the_annotations() -> None:
    valeur = Apres(Avant("é", (1, 2)), date(2025, 1, 2), (3, 4), {"x": (Avant("y"),)}, "II")
    assert decodeur(Apres)(json.loads(json.dumps(coder(valeur)))) == valeur
    assert decodeur(tuple[Apres, ...])([coder(Apres(Avant("é"), None, None, {}, 3))])[0].mixte == 3
    with pytest.raises(ValueError, match="fields"):
        decodeur(Avant)(["a"])
    with pytest.raises(TypeError):
        decodeur(set[str])


def test_a_field_more_is_another_schema() -> None:
    avant = empreinte_du_schema(Apres)
    ancienne = Avant.__annotations__["b"]
    try:
        Avant.__annotations__["b"] = "tuple[str, ...]"
        assert empreinte_du_schema(Apres) != avant
    finally:
        Avant.__annotations__["b"] = ancienne
    assert empreinte_du_schema(Apres) == avant


def courante(donnees: Path) -> Path:
    lieu = depot(donnees)
    return lieu.dossier(lieu.versions()[0])


def retourner(fichier: Path) -> None:
    octets = bytearray(fichier.read_bytes())
    octets[len(octets) // 2] ^= 1
    fichier.write_bytes(octets)


def remplacer(fichier: Path, avant: str, apres: str) -> None:
    texte = fichier.read_text(encoding="utf-8")
    assert avant in texte
    fichier.write_text(texte.replace(avant, apres, 1), encoding="utf-8")


DEGATS: dict[str, Callable[[Path], object]] = {
    "a bit of the editions": lambda d: retourner(d / "editions.json"),
    "a bit of a fiche": lambda d: retourner(d / "entreprise" / "A.6.1.md"),
    "a document gone": lambda d: (d / "documents" / "note-rh.json").unlink(),
    "articles cut": lambda d: os.truncate(d / "articles.json", 10),
    "no manifest": lambda d: (d / "manifeste.json").unlink(),
    "manifest cut": lambda d: os.truncate(d / "manifeste.json", 100),
    "manifest is a list": lambda d: (d / "manifeste.json").write_text("[]"),
    "manifest too deep": lambda d: (d / "manifeste.json").write_text("[" * 100_000),
    "manifest binary": lambda d: (d / "manifeste.json").write_bytes(b"\xff\xfe\0"),
    "manifest of another layout": lambda d: remplacer(d / "manifeste.json", '"format": 1', '"format": 9'),
    "manifest with a word for a number": lambda d: remplacer(
        d / "manifeste.json", '"documents": 1', '"documents": "1"'),
    "manifest naming a file elsewhere": lambda d: remplacer(
        d / "manifeste.json", '"editions.json"', '"../../../editions.json"'),
    "manifest with another checksum": lambda d: remplacer(
        d / "manifeste.json", '"anciens.json": "', '"anciens.json": "0'),
    "no folder": lambda d: d.rename(d.with_name("ailleurs")),
}


@pytest.mark.parametrize("degat", DEGATS)
def test_a_damaged_version_leaves_the_one_before(
    degat: str, donnees: Path, caplog: pytest.LogCaptureFixture
) -> None:
    avant = depot(donnees).versions()
    DEGATS[degat](courante(donnees))
    with pytest.raises(VersionAbimee, match="version"):
        lire(courante(donnees))
    with caplog.at_level(logging.WARNING):
        servie = version_courante(donnees)
    assert servie is not None
    assert servie.name == avant[1]
    (avis,) = [r for r in caplog.records if r.name.startswith("assistant")]
    assert "La version précédente" in avis.getMessage()
    assert "echelon knowledge pull" in avis.getMessage()
    assert lire(servie).editions
    defauts = {v.nom: v.defaut for v in lister(donnees)}
    assert defauts[avant[0]]
    assert not defauts[avant[1]]


def test_both_damaged_serve_nothing_and_say_so(
    donnees: Path, caplog: pytest.LogCaptureFixture
) -> None:
    lieu = depot(donnees)
    for nom in lieu.versions():
        retourner(lieu.dossier(nom) / "editions.json")
    with caplog.at_level(logging.WARNING):
        assert version_courante(donnees) is None
    assert "Aucune autre version n'est utilisable" in caplog.text


def test_the_same_import_mends_a_damaged_version(donnees: Path) -> None:
    retourner(courante(donnees) / "editions.json")
    bilan = mettre_a_jour(donnees, apports(donnees))
    assert any("réimportez au besoin : A.6.1, note-rh" in a for a in bilan.avis)
    servie = version_courante(donnees)
    assert servie == courante(donnees)
    assert servie is not None
    assert lire(servie).editions


def test_nothing_imported_is_no_version(tmp_path: Path) -> None:
    assert version_courante(tmp_path) is None
    assert lister(tmp_path) == ()
    assert list(tmp_path.iterdir()) == [], "looking creates nothing"
