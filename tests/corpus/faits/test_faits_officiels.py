"""The committed facts are those of the official data, read again from the file."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.corpus import dossier_embarque
from assistant.corpus.faits import ABSENT, Fait, Faits, Inscrits, comparer, mettre_a_jour, regenerer
from assistant.corpus.faits.mouvements import lire_mouvements
from assistant.corpus.faits.panorama import lire_panoramas
from assistant.corpus.officiel.kali.arbre import ArbreKali, lire_arbre


@pytest.fixture(scope="module")
def inscrits() -> Inscrits:
    return Inscrits.lire(dossier_embarque("knowledge"))


@pytest.fixture(scope="module")
def officiels(kali_officiel: Path, inscrits: Inscrits) -> Faits:
    return regenerer(kali_officiel, inscrits)


@pytest.fixture(scope="module")
def arbre(kali_officiel: Path) -> ArbreKali:
    return lire_arbre(kali_officiel)


def test_committed_equals_regenerated(officiels: Faits, inscrits: Inscrits) -> None:
    assert [d.en_dict() for d in comparer(officiels, inscrits)] == []
    assert {f: len(e) for f, e in officiels.items()} == {
        "repertoire.yaml": 171, "certifications.yaml": 186, "minima.yaml": 15}


def test_the_panoramas_are_those_of_2008_and_2021(arbre: ArbreKali) -> None:
    lus = lire_panoramas(arbre)
    assert [(p.date.year, len(p.titres)) for p in lus] == [(2008, 107), (2020, 137)]
    assert lus[-1].article == "KALIARTI000043510689"


def test_lists_hold_as_many_codes_as_the_agreements_say(arbre: ArbreKali) -> None:
    """Where an article counts the fiches it or the one before changes, so many are read."""
    par_article = Counter(m.article for m in lire_mouvements(arbre) if m.objet == "modifie")
    comptes = {"KALIARTI000041973053": 25, "KALIARTI000042370384": 30, "KALIARTI000046288093": 33,
               "KALIARTI000047348101": 38, "KALIARTI000048051930": 24, "KALIARTI000049095056": 24,
               "KALIARTI000050140743": 14, "KALIARTI000051294961": 18, "KALIARTI000052133097": 30,
               "KALIARTI000053721421": 30}
    annonces = [
        int(n) for a in arbre.articles if a.texte.titre[-4:] >= "2020" and not a.sections
        for n in re.findall(r"Les modifications des (\d+) fiches", a.contenu)]
    assert {a: par_article[a] for a in comptes} == comptes
    assert Counter(annonces) == Counter(comptes.values())


def test_each_kind_of_difference_is_told(officiels: Faits, inscrits: Inscrits) -> None:
    fiches = dict(inscrits.repertoire)
    fiches["A.6.1"] = fiches["A.6.1"].model_copy(update={"statut": "supprime"})
    fiches["F.3.1"] = fiches["F.3.1"].model_copy(update={"titres": ["Dépanneur", "Remorqueur VL"]})
    fiches["A.6.99"] = fiches["A.6.1"].model_copy(update={"code": "A.6.99"})
    del fiches["B.6.1"]
    trouvees = {(d.entree, d.champ): d for d in comparer(officiels, replace(inscrits, repertoire=fiches))}
    assert set(trouvees) == {("A.6.1", "statut"), ("F.3.1", "editorial.titres"),
                             ("A.6.99", "(entrée)"), ("B.6.1", "(entrée)")}
    statut = trouvees["A.6.1", "statut"]
    assert (statut.inscrit, statut.officiel) == ("supprime", "en_vigueur")
    assert statut.ou.startswith("KALIARTI")
    assert trouvees["B.6.1", "(entrée)"].inscrit == ABSENT
    assert trouvees["A.6.99", "(entrée)"].officiel == ABSENT


def test_what_was_spoiled_is_written_back_byte_for_byte(
    officiels: Faits, tmp_path: Path
) -> None:
    bons = {nom: (dossier_embarque("knowledge") / nom).read_text(encoding="utf-8") for nom in officiels}
    shutil.copytree(dossier_embarque("knowledge") / "parler", tmp_path / "parler")
    gates = dict(bons)
    for nom, avant, apres in (
        ("repertoire.yaml", "    edition: 2019-12-19\n", "    edition: 2008-07-03\n"),
        ("repertoire.yaml", "      - {date: 2025-06-12, texte: KALIARTI000052133097, objet: modifie}\n", ""),
        ("repertoire.yaml", "evolution: [A.6.1, A.6.3]", "evolution: []"),
        ("certifications.yaml", "serie: 1, voie: null", "serie: 2, voie: [scolaire]"),
        ("certifications.yaml", "{fiche: A.3.5, pratique: true}", "{fiche: A.3.5, pratique: false}"),
        ("minima.yaml", "12: 1846}", "12: 1847}"),
        ("minima.yaml", "date_effet: 2016-02-01", "date_effet: 2016-01-01"),
    ):
        assert avant in gates[nom], avant
        gates[nom] = gates[nom].replace(avant, apres, 1)
    debut, fin = (gates["repertoire.yaml"].index(f"  - code: {c}\n") for c in ("D.6.2", "D.9.1"))
    gates["repertoire.yaml"] = gates["repertoire.yaml"][:debut] + gates["repertoire.yaml"][fin:]
    for nom, texte in gates.items():
        (tmp_path / nom).write_text(texte, encoding="utf-8")
    avant = Inscrits.lire(tmp_path)
    restent = mettre_a_jour(tmp_path, comparer(officiels, avant))
    assert restent == ()
    for nom, bon in bons.items():
        assert (tmp_path / nom).read_text(encoding="utf-8") == bon, nom


def test_what_needs_a_person_is_left(officiels: Faits, inscrits: Inscrits, tmp_path: Path) -> None:
    nouveaux: Faits = {"minima.yaml": {**officiels["minima.yaml"], "avenant-110": {
        "article": Fait("KALIARTI000000000110", "KALIARTI000000000110")}}}
    (tmp_path / "minima.yaml").write_text("schema: 1\n", encoding="utf-8")
    restent = mettre_a_jour(tmp_path, comparer(nouveaux, inscrits))
    assert [(d.entree, d.champ) for d in restent] == [("avenant-110", "(entrée)")]
    assert (tmp_path / "minima.yaml").read_text(encoding="utf-8") == "schema: 1\n"
