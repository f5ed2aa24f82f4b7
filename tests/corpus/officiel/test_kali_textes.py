"""Articles of the base agreement, agreements and scales of minima, on the small agreement."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from aide_kali import ecrire

from assistant.corpus.officiel.kali import lire_kali
from assistant.corpus.officiel.kali.dates import date_du_titre, date_iso, semestre
from assistant.corpus.officiel.modeles import Lecture


@pytest.fixture(scope="module")
def lecture(tmp_path_factory: pytest.TempPathFactory) -> Lecture:
    return lire_kali(ecrire(tmp_path_factory.mktemp("kali")))


def test_articles_by_number_chapter_and_date(lecture: Lecture) -> None:
    assert [(a.numero, a.titre, a.depuis) for a in lecture.articles] == [
        ("3.02", "Modalités", date(2018, 6, 21)), ("3B.02", "Modalités", date(2000, 3, 31)),
        (None, "Annexe : Jeunes", None)]
    assert lecture.articles[0].chapitre == "Chapitre III : Classement"


def test_a_letter_counts_only_as_the_next_of_its_article(lecture: Lecture) -> None:
    lus = [(p.lettre, p.rang, p.texte) for p in lecture.articles[0].paragraphes]
    assert lus[0] == (None, 1, "Propos du début.")
    assert lus[1] == ("a", 1, "a) Premier cas")
    assert ("a", 3, "a) le manche ;") in lus  # a list inside the paragraph a
    assert ("b", 1, "b) la brosse.") in lus
    assert lus[-2:] == [("c", 2, "- un seau ;"), ("c", 3, "6 mois | 1 mois")]


def test_agreements_with_extension_half_year_and_articles(lecture: Lecture) -> None:
    dernier = lecture.accords[-1]
    assert dernier.date == date(2025, 12, 18)
    assert dernier.extension_jo == date(2026, 4, 4)  # of most articles, not the latest
    assert dernier.semestre == (2026, 1)
    assert [a.numero for a in dernier.articles] == ["1er", "2", "3"]
    assert not any("parapluies" in a.titre for a in lecture.accords)
    assert all(a.date.year >= 2007 for a in lecture.accords)


def test_what_stands_above_the_fiches_of_an_annex_stays_readable(lecture: Lecture) -> None:
    (accord,) = [a for a in lecture.accords if a.date.year == 2017]
    annexe = accord.articles[-1]
    assert annexe.paragraphes[0].texte == "Série 1"
    assert not any("Balayeuse" in p.texte for p in annexe.paragraphes)
    (huit,) = [a for a in lecture.accords if a.date.year == 2008]
    assert huit.articles == ()  # a row of x's above a fiche is no article


def test_scales_of_minima_are_lines_with_cells(lecture: Lecture) -> None:
    (bareme,) = lecture.baremes
    assert [p.texte for p in bareme.articles[0].paragraphes] == [
        "Échelons | Minimum", "2 | 1 700 €", "1 | 1 690 €"]
    assert bareme.extension_jo == date(2025, 9, 2)


def test_source_says_which_file(lecture: Lecture) -> None:
    assert len(lecture.source["sha256"]) == 64
    assert lecture.source["fichier"] == "petite.json"


@pytest.mark.parametrize(("titre", "attendu"), [
    ("Avenant du 25 septembre 2018 à l'accord du 4 juillet 2018", date(2018, 9, 25)),
    ("Accord du 1er août 2013 relatif au RNQSA", date(2013, 8, 1)),
    ("Accord du 31 février 2013", None),
    ("Annexe sans date", None),
])
def test_signature_is_the_first_date_of_the_title(titre: str, attendu: date | None) -> None:
    assert date_du_titre(titre) == attendu


@pytest.mark.parametrize(("titre", "attendu"), [
    ("pour le 2d semestre 2021", (2021, 2)), ("pour le 1er semestre 2026", (2026, 1)),
    ("pour le deuxième semestre 2018", (2018, 2)), ("pour l'année 2016", None),
])
def test_half_year_of_a_title(titre: str, attendu: tuple[int, int] | None) -> None:
    assert semestre(titre) == attendu


@pytest.mark.parametrize("valeur", ["2999-01-01", "2020-13-01", "bientôt", None, 12, "", []])
def test_a_date_that_is_none(valeur: object) -> None:
    assert date_iso(valeur) is None


def test_the_helper_writes_where_it_is_told(tmp_path: Path) -> None:
    assert ecrire(tmp_path).parent == tmp_path
