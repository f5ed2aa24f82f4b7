"""The audit on the official data: each contradiction known is found, and no more of its kind."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from assistant.corpus import KnowledgeBase
from assistant.corpus.audit import Constat, Matiere, auditer, auditer_matiere, constats_de
from assistant.corpus.officiel.kali import lire_kali

CADRES_NIVEAU_I = {"A.C.II.1", "A.C.III.1", "B.C.II.1", "B.C.III.1", "C.C.III.1", "D.C.III.1"}


@pytest.fixture(scope="module")
def base(kali_officiel: Path) -> KnowledgeBase:
    return KnowledgeBase.composer(None, lire_kali(kali_officiel), "audit-officiel")


@pytest.fixture(scope="module")
def constats(base: KnowledgeBase) -> tuple[Constat, ...]:
    return auditer(base)


def de(constats: tuple[Constat, ...], genre: str, gravite: str | None = None) -> list[Constat]:
    return [c for c in constats if c.genre == genre and gravite in (None, c.gravite)]


def test_cadre_niveau_i_on_fiches_of_niveaux_ii_and_iii(constats: tuple[Constat, ...]) -> None:
    trouves = de(constats, "classement_niveau", "contradiction")
    assert {c.fiche for c in trouves} == CADRES_NIVEAU_I
    assert {c.cote_a.edition for c in trouves} == {"2017-06-27"}
    anciennes = de(constats, "classement_niveau", "remarque")
    assert {c.fiche for c in anciennes if c.cote_a.edition == "2016-06-22"} == CADRES_NIVEAU_I
    assert len(anciennes) == 6


def test_category_word(constats: tuple[Constat, ...]) -> None:
    trouves = de(constats, "classement_categorie")
    assert {(c.fiche, c.cote_a.edition) for c in trouves} == {
        ("H.6.1", "2008-07-03"), ("H.6.1", "2019-12-19")}


def test_no_printed_majore_contradicts_the_grid(constats: tuple[Constat, ...]) -> None:
    trouves = de(constats, "classement_majores")
    assert {c.fiche for c in trouves} == {"C.20.1"}  # announces majorés and prints none
    assert not de(constats, "classement_majores", "contradiction")


def test_articles_that_cite_old_letters(constats: tuple[Constat, ...]) -> None:
    trouves = de(constats, "lettre_article", "contradiction")
    paires = Counter((c.cote_a.source.split("article ")[-1], c.cote_a.valeur) for c in trouves)
    for article, cite in (
        ("3.03", "3.02 c"), ("3B.03", "3B.02 c"), ("3.02 c", "3.02 c"), ("5.02 a", "5.02 c"),
        ("2.05 d", "3.02 b"), ("2.05 d", "3B.02 b"), ("2.05 d", "5.02 b"),
    ):
        assert paires[article, cite] >= 1, (article, cite)
    assert len(trouves) == 13
    fiches = de(constats, "lettre_article", "remarque")
    assert len(fiches) == 113
    assert {c.cote_a.valeur for c in fiches} == {"3.02 c", "3B.02 c", "3.04"}
    assert max(str(c.cote_a.edition) for c in fiches) < "2018-06-21"  # the letters moved before


def test_series_against_fiches(constats: tuple[Constat, ...]) -> None:
    assert {c.fiche for c in de(constats, "serie_acces")} == {
        "A.20.2", "AA.6.1", "C.23.1", "D.23.1", "N.23.1"}
    cadres = de(constats, "serie_cadres")
    assert {c.fiche for c in cadres} == CADRES_NIVEAU_I | {"AA.C.II.1", "D.C.II.1"}
    assert all(c.cote_b and c.cote_b.valeur == "série 8, I A" for c in cadres)


def test_evolution_titles_and_reused_codes(constats: tuple[Constat, ...]) -> None:
    assert {c.fiche for c in de(constats, "evolution_inconnue")} == {
        "K.9.5", "K.12.5", "K.20.5", "K.20.6"}  # "fiche à créer"
    assert {c.fiche for c in de(constats, "evolution_supprimee")} == {"G.6.2", "G.9.2", "K.3.1"}
    assert {c.fiche for c in de(constats, "code_reutilise")} == {"B.3.1", "K.20.1"}
    assert any("A.23.1 et B.23.1" in c.message for c in de(constats, "titre_partage"))


def test_gaps(base: KnowledgeBase, constats: tuple[Constat, ...]) -> None:
    sans = {c.fiche for c in de(constats, "sans_texte")}
    assert {"A.3.9", "CC.6.3", "AAA.9.1", "B.3.1", "K.20.1"} <= sans
    assert len(sans) == 30
    assert {c.fiche for c in de(constats, "section_absente", "lacune")} == {
        "AA.6.1", "H.20.1", "H.C.I.1", "Z.C.IV.1"}
    depasses = de(constats, "texte_depasse")
    assert 110 <= len(depasses) <= 120
    assert all(c.cote_b and str(c.cote_b.edition) > str(c.cote_a.edition) for c in depasses)


def test_slips_in_codes(constats: tuple[Constat, ...]) -> None:
    assert {c.cote_a.valeur for c in de(constats, "code_imprime")} == {
        "1.3.1", "II.1", "II1", "I.I.1", "A.91"}


def test_the_directory_agrees_with_the_texts(constats: tuple[Constat, ...]) -> None:
    assert not de(constats, "repertoire")


def test_the_fiche_handed_over_stands_before_the_print_of_2008(constats: tuple[Constat, ...]) -> None:
    (c,) = de(constats, "fiche_entreprise")
    assert (c.fiche, c.cote_a.lieu) == ("Z.23.1", "fiches/gestionnaire.md")
    assert c.cote_b is not None
    assert c.cote_b.edition == "2008-07-03"


def test_both_sides_are_located_but_where_one_is_missing(constats: tuple[Constat, ...]) -> None:
    sans_autre_cote = {c.genre for c in constats if c.cote_b is None}
    assert sans_autre_cote <= {"illisible", "evolution_inconnue"}
    for c in constats:
        for cote in filter(None, (c.cote_a, c.cote_b)):
            assert cote.source.strip()
            assert cote.lieu.strip()
            assert cote.valeur.strip()


def test_deterministic_and_what_an_answer_mentions(
    base: KnowledgeBase, constats: tuple[Constat, ...]
) -> None:
    assert auditer_matiere(Matiere.de(base)) == constats
    assert {c for c in base.repertoire if constats_de(base, c)} == CADRES_NIVEAU_I | {"H.6.1"}
