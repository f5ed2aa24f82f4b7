"""The official file: counts, traps, and that nothing of it is lost on the way."""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.classification import sans_accents
from assistant.classification.code import Code
from assistant.corpus.officiel.kali import lire_kali
from assistant.corpus.officiel.kali.codes import codes_cites
from assistant.corpus.officiel.kali.html import lignes
from assistant.corpus.officiel.modeles import EditionFiche, Lecture

_PANORAMA = "KALIARTI000043510689"
_TITRE_DE_SECTION = re.compile(
    r"[1-8l]\s?\. ?(D[ée]nom|Sect|Objet|Conten|Extens|Classem|Mode|Possib|Degr)")
_MAJORES = {3: (4, 5), 6: (7, 8), 9: (10, 11), 12: (), 17: (18, 19), 20: (21, 22), 23: (24, 25)}


@pytest.fixture(scope="module")
def lecture(kali_officiel: Path) -> Lecture:
    return lire_kali(kali_officiel)


@pytest.fixture(scope="module")
def contenus(kali_officiel: Path) -> dict[str, str]:
    """Article id → HTML, read without the reader's own code."""
    return dict(_contenus(json.loads(kali_officiel.read_text(encoding="utf-8"))))


@pytest.fixture(scope="module")
def panorama(contenus: dict[str, str]) -> set[str]:
    return {c for ligne in lignes(contenus[_PANORAMA]) for c in codes_cites(ligne.texte).codes}


def _contenus(noeud: dict[str, Any]) -> Iterator[tuple[str, str]]:
    if noeud["type"] == "article":
        yield noeud["data"]["id"], noeud["data"].get("content") or ""
    for enfant in noeud.get("children", ()):
        yield from _contenus(enfant)


def trouver(lecture: Lecture, code: str, jour: str) -> EditionFiche:
    (une,) = [e for e in lecture.editions if e.code == code and e.date.isoformat() == jour]
    return une


def test_the_whole_file_is_read_within_five_seconds(kali_officiel: Path) -> None:
    debut = time.perf_counter()
    lire_kali(kali_officiel)
    assert time.perf_counter() - debut < 5


def test_fiches_per_edition(lecture: Lecture) -> None:
    assert Counter(e.date.isoformat() for e in lecture.editions) == {
        "2008-07-03": 108, "2012-07-04": 36, "2013-06-18": 13, "2014-07-03": 5, "2015-07-07": 22,
        "2016-06-22": 33, "2017-06-27": 34, "2017-12-20": 10, "2018-07-04": 9, "2018-09-25": 13,
        "2018-12-19": 7, "2019-06-25": 14, "2019-12-19": 25, "2020-04-22": 1, "2020-12-16": 9,
        "2021-04-08": 1}
    assert Counter(t.date.year for t in lecture.anciens) == {2002: 80, 2005: 18, 2007: 46}


def test_every_code_of_the_panorama_has_a_text_and_six_left_it(
    lecture: Lecture, panorama: set[str]
) -> None:
    codes = {e.code for e in lecture.editions}
    assert len(panorama) == 137
    assert panorama <= codes
    assert codes - panorama == {"B.3.1", "B.9.5", "G.20.2", "G.6.1", "G.6.2", "G.9.2"}
    derniere = {e.code: max(x.date.year for x in lecture.editions if x.code == e.code)
                for e in lecture.editions if e.code in panorama}
    assert Counter(derniere.values()) == {2008: 31, 2012: 15, 2013: 2, 2014: 3, 2015: 4, 2016: 9,
                                          2017: 26, 2018: 4, 2019: 33, 2020: 9, 2021: 1}


def test_no_article_with_a_fiche_is_passed_over(lecture: Lecture, contenus: dict[str, str]) -> None:
    lus = {x.lieu.article_id for x in (*lecture.editions, *lecture.anciens)}
    lus |= {x.lieu.article_id for x in lecture.illisibles}
    for ident, contenu in contenus.items():
        plat = sans_accents(contenu).replace("’", "'")
        if "denomination" in plat and re.search(r"modes? d'acces", plat):
            assert ident in lus, ident


def test_as_many_fiches_as_sections_of_content(lecture: Lecture, contenus: dict[str, str]) -> None:
    for ident, pieces in _pieces(lecture).items():
        objets = len(re.findall(r"[2-4]\s*\.\s*Contenu\s+de\s+la\s+qualification", contenus[ident]))
        assert len(pieces) >= objets, ident


def test_every_line_of_an_article_with_fiches_is_in_what_was_read(
    lecture: Lecture, contenus: dict[str, str]
) -> None:
    """Each line is an item, a paragraph above the fiches, a title of section or a fiche's head."""
    articles = {a.lieu.article_id: a for accord in lecture.accords for a in accord.articles}
    for ident, pieces in _pieces(lecture).items():
        lues = {i.texte for une in pieces for items in une.sections.values() for i in items}
        if ident in articles:
            lues |= {p.texte for p in articles[ident].paragraphes}
        reste = [ligne.texte for ligne in lignes(contenus[ident])
                 if ligne.texte not in lues and ligne.brut not in lues]
        tetes = [t for t in reste if not _TITRE_DE_SECTION.match(t)]
        assert len(reste) - len(tetes) <= 8 * len(pieces), ident
        assert len(tetes) <= 4 * len(pieces), (ident, tetes)
        assert not any(t.endswith((";", ":")) for t in tetes), (ident, tetes)


def _pieces(lecture: Lecture) -> dict[str, list[EditionFiche]]:
    pieces: dict[str, list[EditionFiche]] = {}
    for une in lecture.editions:
        pieces.setdefault(une.lieu.article_id, []).append(une)
    return pieces


def test_what_is_unreadable_is_two_heads_cut_from_their_text_in_2005(lecture: Lecture) -> None:
    assert [(i.lieu.article_id, i.lieu.rang) for i in lecture.illisibles] == [
        ("KALIARTI000005866793", 2), ("KALIARTI000005866803", 2)]


def test_every_section_is_there(lecture: Lecture) -> None:
    for une in lecture.editions:
        for cle in ("titres", "objet", "contenu", "classement", "acces"):
            assert une.sections.get(cle), (une.code, une.date, cle)
        assert ("secteurs" in une.sections) == (une.date.year == 2008), (une.code, une.date)
        assert ("degres" in une.sections) != ("extensions" in une.sections), (une.code, une.date)
    sans = {(e.code, e.date.year) for e in lecture.editions if "evolution" not in e.sections}
    assert sans == {("Z.C.IV.1", 2008), ("Z.C.IV.1", 2012)}
    vides = {e.code for e in lecture.editions if e.sections.get("extensions") == ()}
    assert vides == {"H.20.1", "H.C.I.1", "AA.6.1"}


def test_no_section_ends_with_the_next_fiche_s_head(lecture: Lecture) -> None:
    for une in lecture.editions:
        for cle, items in une.sections.items():
            assert not any(re.match(r"(Fiche )?[A-Z]{1,3}\.?[\dC]", i.texte)
                           and len(i.texte) < 14 for i in items), (une.code, une.date, cle)


def test_codes_stand_as_printed_but_for_three_slips(lecture: Lecture) -> None:
    corriges = {(e.code_imprime, e.code) for e in lecture.editions
                if any(a.startswith("code imprimé") for a in e.anomalies)}
    assert corriges == {("1.3.1", "I.3.1"), ("II.1", "I.C.I.1"), ("A.A.C.II.1", "AA.C.II.1")}
    assert {e.code for e in lecture.editions if e.code_imprime in ("CCI1", "CCI.2")} == {
        "C.C.I.1", "C.C.I.2"}


def test_classement_printed_against_code(lecture: Lecture) -> None:
    """Only the known contradictions: niveau I on six fiches of II and III, twice; C.20.1."""
    ecarts = set()
    for une in lecture.editions:
        reference = Code.lire(une.code).reference
        attendu: object = reference.numero or reference.niveau
        majores = _MAJORES.get(attendu, tuple(f"{attendu} {d}" for d in "ABC"))  # type: ignore[call-overload]
        if (une.classement.reference, une.classement.majores) != (attendu, majores):
            ecarts.add((une.code, une.date.year))
    six = ("A.C.II.1", "A.C.III.1", "B.C.II.1", "B.C.III.1", "C.C.III.1", "D.C.III.1")
    assert ecarts == {(c, a) for c in six for a in (2016, 2017)} | {
        ("C.20.1", 2008), ("C.20.1", 2018), ("C.20.1", 2019)}


def test_the_category_word_is_the_print_s_even_where_it_is_wrong(lecture: Lecture) -> None:
    assert {e.classement.categorie for e in lecture.editions if e.code == "H.6.1"} == {"maitrise"}


def test_titles_are_single_and_clean(lecture: Lecture) -> None:
    for une in lecture.editions:
        assert une.titres
        for titre in une.titres:
            assert 2 < len(titre) <= 140, titre
            assert titre[0].isupper(), titre
            assert titre[-1] not in ".;:,", titre
            assert not re.search(r"selon le cas|au choix|dénomination", titre, re.IGNORECASE), titre
    assert len(trouver(lecture, "A.3.1", "2008-07-03").titres) == 3
    assert len(trouver(lecture, "Z.20.1", "2008-07-03").titres) == 3
    assert trouver(lecture, "C.23.1", "2008-07-03").titres == ("Attaché commercial",)


@pytest.mark.parametrize(("code", "jour", "article"), [
    ("D.3.1", "2008-07-03", "KALIARTI000019652545"),
    ("D.9.2", "2008-07-03", "KALIARTI000019652548"),
    ("H.9.1", "2008-07-03", "KALIARTI000019652568"),
    ("B.6.4", "2013-06-18", "KALIARTI000027909630"),
    ("B.9.1", "2020-04-22", "KALIARTI000042258051"),
    ("A.20.1", "2021-04-08", "KALIARTI000043954740"),
])
def test_known_traps_are_read(lecture: Lecture, code: str, jour: str, article: str) -> None:
    une = trouver(lecture, code, jour)
    assert une.lieu.article_id == article
    assert len(une.sections["contenu"]) > 4
    assert len(une.sections["acces"]) > 1


def test_five_fiches_of_one_article_have_their_ranks(lecture: Lecture) -> None:
    cinq = [e for e in lecture.editions if e.date.isoformat() == "2014-07-03"]
    assert [(e.lieu.rang, e.code) for e in cinq] == [
        (1, "F.3.1"), (2, "F.6.1"), (3, "H.3.1"), (4, "H.20.1"), (5, "H.C.I.1")]


def test_evolution_codes(lecture: Lecture) -> None:
    assert trouver(lecture, "A.6.1", "2019-12-19").evolution == ("A.9.1", "A.9.2", "A.9.6")
    assert trouver(lecture, "I.20.1", "2017-06-27").evolution == ("I.C.I.1",)
    assert trouver(lecture, "Z.23.1", "2008-07-03").evolution == ("Z.C.I.1", "Z.C.II.1")
    cites = {c for e in lecture.editions for c in e.evolution}
    assert not cites - {e.code for e in lecture.editions}


def test_base_agreement_by_article_and_letter(lecture: Lecture) -> None:
    numeros = [a.numero for a in lecture.articles if a.numero and "." in a.numero]
    assert len(numeros) == len(set(numeros)) == 73
    assert {"1.09 bis", "3.02", "3B.02", "5.02", "6.05"} <= set(numeros)
    par_numero = {a.numero: a for a in lecture.articles}
    for numero, depuis in (("3.02", "2018-06-21"), ("1.16", "2018-06-14"), ("2.05", "2010-07-07")):
        assert str(par_numero[numero].depuis) == depuis
    for numero in ("3.02", "3B.02", "5.02"):
        lettres = dict.fromkeys(p.lettre for p in par_numero[numero].paragraphes)
        assert list(lettres) == ["a", "b", "c", "d"]
    assert all(a.depuis for a in lecture.articles if a.numero in numeros)


def test_agreements_and_minima(lecture: Lecture) -> None:
    assert lecture.accords[-1].semestre == (2026, 1)
    assert str(lecture.accords[-1].extension_jo) == "2026-04-04"
    semestres = [a.semestre for a in lecture.accords if a.semestre]
    assert set(semestres) == {(a, s) for a in range(2017, 2027) for s in (1, 2)} - {
        (2017, 1), (2026, 2)}
    assert len(lecture.baremes) == 18
    assert str(lecture.baremes[-1].extension_jo) == "2025-09-02"
    cellules = [p.texte for a in lecture.baremes[-1].articles for p in a.paragraphes]
    assert sum(bool(re.fullmatch(r"(\d{1,2}|V|I{1,3} [ABC]|IV [ABC]) \| \d \d{3} €", c))
               for c in cellules) >= 34
