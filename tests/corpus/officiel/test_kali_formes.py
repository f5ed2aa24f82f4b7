"""Each form of fiche, on a small agreement of our own."""

from __future__ import annotations

from datetime import date

import pytest
from aide_kali import ecrire

from assistant.corpus.officiel.kali import lire_kali
from assistant.corpus.officiel.modeles import EditionFiche, Lecture


@pytest.fixture(scope="module")
def lecture(tmp_path_factory: pytest.TempPathFactory) -> Lecture:
    return lire_kali(ecrire(tmp_path_factory.mktemp("kali")))


def edition(lecture: Lecture, code: str, annee: int) -> EditionFiche:
    (une,) = [e for e in lecture.editions if e.code == code and e.date.year == annee]
    return une


def textes(une: EditionFiche, section: str) -> list[str]:
    return [i.texte for i in une.sections[section]]


def test_every_fiche_of_every_form_is_there_and_nothing_is_left_over(lecture: Lecture) -> None:
    assert [(e.code, e.date.year, e.forme) for e in lecture.editions] == [
        ("A.3.1", 2008, "section"), ("H.9.1", 2008, "section"), ("Z.C.II.1", 2008, "section"),
        ("I.3.1", 2012, "num"), ("C.C.I.2", 2012, "num"),
        ("F.3.1", 2014, "groupee"), ("F.6.1", 2014, "groupee"),
        ("A.3.1", 2017, "groupee"), ("AA.C.II.1", 2017, "groupee"), ("AA.9.2", 2017, "groupee"),
        ("A.20.1", 2020, "seule"),
    ]
    assert lecture.illisibles == ()


def test_form_of_2008_has_its_sectors_its_titles_one_by_one_and_its_notes(lecture: Lecture) -> None:
    une = edition(lecture, "A.3.1", 2008)
    assert une.titres == ("Balayeur", "Balayeuse")
    assert une.date == date(2008, 7, 3)
    assert textes(une, "secteurs") == ["99-9Z / 98-8Z."]
    assert textes(une, "notes") == ["(1) Selon le règlement.", "(2) Après un an de pratique."]
    assert "notes" not in edition(lecture, "H.9.1", 2008).sections
    assert edition(lecture, "Z.C.II.1", 2008).titres == ("Cadre des clés",)


def test_items_are_verbatim_with_depth_and_without_their_dash(lecture: Lecture) -> None:
    une = edition(lecture, "A.3.1", 2008)
    assert textes(une, "objet") == ["Garder le pont propre & net."]
    assert [(i.texte, i.profondeur) for i in une.sections["contenu"]] == [
        ("A. – Gestes :", 0), ("balayer l'allée :", 1), ("le matin ;", 2), ("ranger.", 1)]


def test_what_the_classement_prints(lecture: Lecture) -> None:
    assert edition(lecture, "A.3.1", 2008).classement.reference == 3
    assert edition(lecture, "A.3.1", 2008).classement.majores == (4, 5)
    cadre = edition(lecture, "Z.C.II.1", 2008).classement
    assert (cadre.categorie, cadre.reference, cadre.majores) == ("cadre", "II", ("II A", "II B", "II C"))
    maitrise = edition(lecture, "A.20.1", 2020).classement
    assert (maitrise.categorie, maitrise.majores) == ("maitrise", (21, 22))


def test_codes_with_a_slip_are_put_right_and_said(lecture: Lecture) -> None:
    une = edition(lecture, "I.3.1", 2012)
    assert une.code_imprime == "1.3.1"
    assert any("1.3.1" in a and "I.3.1" in a for a in une.anomalies)
    assert edition(lecture, "C.C.I.2", 2012).code_imprime == "CCI.2"
    assert any("A.A.9.2" in a for a in edition(lecture, "AA.9.2", 2017).anomalies)
    assert edition(lecture, "F.3.1", 2014).anomalies == ()


def test_evolution_names_codes_and_the_panorama_is_none(lecture: Lecture) -> None:
    une = edition(lecture, "A.3.1", 2008)
    assert une.evolution == ("A.6.1", "A.9.1")
    assert any("A.91" in a for a in une.anomalies)
    assert edition(lecture, "A.3.1", 2017).evolution == ("A.C.I.1",)
    assert edition(lecture, "AA.C.II.1", 2017).evolution == ()


def test_grouped_fiches_end_where_the_next_begins(lecture: Lecture) -> None:
    for une in lecture.editions:
        for items in une.sections.values():
            assert not any("seau" in i.texte and une.code != "AA.C.II.1" for i in items)
    assert textes(edition(lecture, "A.3.1", 2017), "evolution")[-1] == "chef (fiche ACI1)."
    assert edition(lecture, "AA.9.2", 2017).titres == ("Frotteur", "Lustreur")


def test_cadre_form_has_degrees_in_place_of_extensions(lecture: Lecture) -> None:
    une = edition(lecture, "AA.C.II.1", 2017)
    assert textes(une, "degres") == ["Tout le titre."]
    assert "extensions" not in une.sections
    assert une.classement.reference == "II"


def test_lieu_tells_text_article_and_rank(lecture: Lecture) -> None:
    premier, second = edition(lecture, "F.3.1", 2014).lieu, edition(lecture, "F.6.1", 2014).lieu
    assert premier.article_id == second.article_id
    assert (premier.rang, second.rang) == (1, 2)
    assert premier.texte_id.startswith("KALITEXT")
    assert premier.etat == "VIGUEUR_ETEN"
    assert premier.article_id in premier.lien


def test_editions_before_the_codes_are_kept_as_paragraphs(lecture: Lecture) -> None:
    preambule, ancienne = lecture.anciens
    assert preambule.code_imprime is None
    assert (ancienne.titre, ancienne.code_imprime, ancienne.date.year) == ("BALAYEUR", "A-1", 2002)
    assert any(p.startswith("3. Objet") for p in ancienne.paragraphes)
    assert "- balayeur ;" in ancienne.paragraphes
