"""Each kind of finding on made-up fiches: found where it stands, silent where nothing is wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from aide_officiel import un_article, une_edition, une_lecture

from assistant.corpus import KnowledgeBase
from assistant.corpus.audit import Constat, Cote, Matiere, auditer, auditer_matiere, constats_de
from assistant.corpus.markdown import FicheLue, Item
from assistant.corpus.officiel.modeles import Classement, EditionFiche, Illisible

ARTICLES = (
    un_article("3.02", {
        "a": ["a) Au moment d'embaucher"], "b": ["b) Sans domaine"],
        "c": ["c) Classement des salariés en cours de carrière"],
        "d": ["d) Majorés", "Progresser sur un des critères valorisants."],
    }),
    un_article("3B.02", {
        "c": ["c) Classement des salariés en cours de carrière"],
        "d": ["d) Majorés", "Progresser sur un des critères valorisants."],
    }),
    un_article("5.02", {
        "c": ["c) Classement des salariés en cours de carrière"],
        "d": ["d) Trois degrés de progression : A, B, C."],
    }),
)


def lu(kb: KnowledgeBase, *editions: EditionFiche, **plus: object) -> list[Constat]:
    """Findings that these prints add to what the directory alone gives."""
    lecture = une_lecture(*editions, articles=ARTICLES)
    avec = KnowledgeBase.composer(None, lecture)
    m = replace(Matiere.de(avec), **plus)  # type: ignore[arg-type]
    seul = replace(m, editions={}, lecture=None, propres={})
    connus = {(c.genre, c.fiche) for c in auditer_matiere(seul)}
    return [c for c in auditer_matiere(m) if (c.genre, c.fiche) not in connus]


def genres(constats: list[Constat], code: str | None) -> set[str]:
    return {c.genre for c in constats if c.fiche == code}


SAINE = une_edition("A.6.1", "2019-12-19", ("Mécanicien spécialiste automobile",))
CLASSEMENTS = [
    ("A.C.II.1", Classement("cadre", "I", ("I A", "I B", "I C")), {"classement_niveau"}),
    ("A.C.II.1", Classement("cadre", "II", ("II A", "II B", "II C")), set()),
    ("A.C.II.1", Classement("cadre", "II"), set()),
    ("A.6.1", Classement("maitrise", 6, (7, 8)), {"classement_categorie"}),
    ("A.6.1", Classement("ouvriers et employes", 6, (7, 8)), set()),
    ("A.6.1", Classement(None, 6, (8, 9)), {"classement_majores"}),
    ("A.6.1", Classement(None, 6), {"classement_majores"}),
    ("A.6.1", Classement(None, 9, (7, 8)), {"classement_niveau"}),
    ("A.6.1", Classement(None, None, (7, 8)), {"classement_niveau"}),
    ("A.12.1", Classement(None, 12), set()),
    ("A.12.1", Classement(None, 12, (13, 14)), {"classement_majores"}),
]


@pytest.mark.parametrize(("code", "classement", "attendus"), CLASSEMENTS)
def test_classement_against_the_code(
    kb: KnowledgeBase, code: str, classement: Classement, attendus: set[str]
) -> None:
    trouves = lu(kb, une_edition(code, "2025-12-18", classement=classement))
    assert {g for g in genres(trouves, code) if g.startswith("classement")} == attendus


def test_both_sides_are_located(kb: KnowledgeBase) -> None:
    fausse = une_edition("A.6.1", "2019-12-19", classement=Classement("maitrise", 6, (7, 8)))
    c = next(c for c in lu(kb, fausse) if c.genre == "classement_categorie")
    assert (c.gravite, c.cote_a.valeur, c.cote_a.edition) == ("contradiction", "maitrise", "2019-12-19")
    assert fausse.lieu.article_id in c.cote_a.lieu
    assert "classement" in c.cote_a.lieu
    assert c.cote_b is not None
    assert c.cote_b.valeur == "ouvriers et employés"
    assert c.cote_b.lieu.startswith("repertoire.yaml, A.6.1")


def test_an_older_print_gives_a_remark_only(kb: KnowledgeBase) -> None:
    ancienne = une_edition("A.6.1", "2008-07-03", classement=Classement(None, 9, (10, 11)))
    c = [c for c in lu(kb, ancienne, SAINE) if c.genre.startswith("classement")]
    assert {x.gravite for x in c} == {"remarque"}


@pytest.mark.parametrize(("texte", "attendu"), [
    ("selon les critères valorisants (art. 3.02 c de notre texte)", "3.02 c"),
    ("selon les critères valorisants (art. 3.02c)", "3.02 c"),
    ("selon les critères valorisants (article 3 B.02 c)", "3B.02 c"),
    ("selon les critères valorisants (art. 3B-02 c)", "3B.02 c"),
    ("selon les critères valorisants (art. 3.04)", "3.04"),
    ("les trois degrés, article 5.02 c", "5.02 c"),
    ("selon les critères valorisants (art. 3.02 d)", None),
    ("selon les critères valorisants (art. 3.02)", None),
    ("les trois degrés, article 5.02 d).", None),
    ("le classement de l'article 3.02 c", None),  # nothing says that d was meant
    ("vendre pour 3.02 c le litre, sans critères valorisants", None),
])
def test_letters_of_articles(kb: KnowledgeBase, texte: str, attendu: str | None) -> None:
    trouves = lu(kb, une_edition("A.6.1", "2019-12-19", classement=SAINE.classement, objet=[texte]))
    assert [c.cote_a.valeur for c in trouves if c.genre == "lettre_article"] == (
        [attendu] if attendu else [])


def test_letters_follow_the_articles_as_they_stand(kb: KnowledgeBase) -> None:
    autre = un_article("3.02", {"c": ["Un des critères valorisants."]})
    edition = une_edition("A.6.1", "2019-12-19", objet=["critères valorisants (art. 3.02 d)"])
    m = Matiere.de(KnowledgeBase.composer(None, une_lecture(edition, articles=(autre, *ARTICLES[1:]))))
    c = next(c for c in auditer_matiere(m) if c.genre == "lettre_article")
    assert c.cote_b is not None
    assert (c.cote_a.valeur, c.cote_b.valeur) == ("3.02 d", "3.02 c")


def test_an_article_that_cites_an_old_letter_is_a_contradiction(kb: KnowledgeBase) -> None:
    grille = un_article("3.03", {None: ["Échelons majorés : voir l'article 3.02 c."]})
    annexe = un_article("1.21", {"d": ["2. Actions de formation continue", "Voir l'article 5.02 b."]})
    m = Matiere.de(KnowledgeBase.composer(None, une_lecture(articles=(*ARTICLES, grille, annexe))))
    c = [c for c in auditer_matiere(m) if c.genre == "lettre_article"]
    assert {(x.cote_a.valeur, x.cote_b.valeur if x.cote_b else "", x.gravite) for x in c} == {
        ("3.02 c", "3.02 d", "contradiction"), ("5.02 b", "5.02 c", "contradiction")}


@pytest.mark.parametrize(("vers", "genre"), [
    ("A.9.99", "evolution_inconnue"), ("K.3.1", "evolution_supprimee"), ("A.9.1", None)])
def test_evolution(kb: KnowledgeBase, vers: str, genre: str | None) -> None:
    trouves = lu(kb, une_edition("A.6.1", "2019-12-19", vers=[vers]))
    assert {g for g in genres(trouves, "A.6.1") if g.startswith("evolution")} == (
        {genre} if genre else set())


def test_a_fiche_still_to_be_written_is_a_gap(kb: KnowledgeBase) -> None:
    trouves = lu(kb, une_edition("A.6.1", "2019-12-19", evolution=["chef (fiche à créer)."]))
    assert "evolution_inconnue" in genres(trouves, "A.6.1")


@pytest.mark.parametrize(("items", "attendus"), [
    (["CQP mécanicien de maintenance automobile ;"], {"serie_acces"}),
    (["CQP Mécanicien de maintenance automobile, complété par une pratique ;"], set()),
    (["CQP mécanicien de maintenance automobile (2) ;"], set()),
    (["avec une pratique de deux ans :", "CQP mécanicien de maintenance automobile ;"], set()),
    (["CQP mécanicien de maintenance automobile", "complété par une pratique ;"], set()),
    (["CQP mécanicien spécialiste automobile ;"], set()),  # série 2 gives 6
    (["CQP technicien confirmé motocycles ;"], set()),  # a higher série is no contradiction
    (["soit par obtention du CQP mécanicien de maintenance automobile."], {"serie_acces"}),
    (["un CAP ;"], set()),  # a family says nothing of a série
])
def test_series(kb: KnowledgeBase, items: list[str], attendus: set[str]) -> None:
    trouves = lu(kb, une_edition("A.6.1", "2019-12-19", acces=items))
    assert {g for g in genres(trouves, "A.6.1") if g.startswith("serie")} == attendus


def test_series_of_cadres_give_one_finding_a_fiche(kb: KnowledgeBase) -> None:
    items = ["CQP chef des ventes ;", "BADGE ESSCA manager de la distribution et des services automobiles ;"]
    trouves = lu(kb, une_edition("C.C.III.1", "2017-06-27", acces=items),
                 une_edition("C.C.I.1", "2017-06-27", acces=items))
    c = [c for c in trouves if c.genre == "serie_cadres"]
    assert [x.fiche for x in c] == ["C.C.III.1"]
    assert "I A" in c[0].message


def test_gaps(kb: KnowledgeBase) -> None:
    trouves = lu(kb, une_edition("A.6.1", "2019-12-19", sans=["objet"], extensions=[]),
                 une_edition("A.C.I.1", "2017-06-27", sans=["extensions"], degres=["A, B, C"]))
    assert [c.message for c in trouves if c.genre == "section_absente"] == [
        "A.6.1 : la section « extensions » est imprimée sans contenu.",
        "A.6.1 : la section « objet » n'est pas imprimée.",
    ]


def test_the_directory_must_know_the_newest_print(kb: KnowledgeBase) -> None:
    assert "repertoire" not in genres(lu(kb, SAINE), "A.6.1")
    neuve = une_edition("A.6.1", "2026-06-01")
    inconnue = une_edition("A.6.99", "2026-06-01")
    trouves = lu(kb, neuve, inconnue)
    assert "repertoire" in genres(trouves, "A.6.1") & genres(trouves, "A.6.99")


def test_own_fiche_printed_code_and_unread(kb: KnowledgeBase) -> None:
    propre = FicheLue(Path("entreprise/laveur.md"), "Laveur", {
        n: (Item("autre chose", 0, 1),) for n in SAINE.sections}, origine="entreprise")
    glisse = une_edition("I.3.1", "2013-06-18", code_imprime="1.3.1",
                         anomalies=("évolution : code imprimé « A.91 », lu A.9.1",))
    lecture = replace(une_lecture(SAINE, glisse, articles=ARTICLES),
                      illisibles=(Illisible(SAINE.lieu, "tableau de croix"),))
    trouves = lu(kb, SAINE, glisse, propres={"A.6.1": propre}, lecture=lecture)
    assert "fiche_entreprise" in genres(trouves, "A.6.1")
    assert {c.cote_a.valeur for c in trouves if c.genre == "code_imprime"} == {"1.3.1", "A.91"}
    assert any(c.genre == "illisible" and "tableau de croix" in c.message for c in trouves)


def test_another_spelling_is_no_slip(kb: KnowledgeBase) -> None:
    trouves = lu(kb, une_edition("A.C.I.1", "2017-06-27", code_imprime="ACI1"))
    assert not genres(trouves, "A.C.I.1") & {"code_imprime"}


def test_without_official_texts_the_directory_alone_is_examined(kb: KnowledgeBase) -> None:
    seul = auditer(replace(kb, lecture=None, editions={}))
    assert {c.genre for c in seul} == {
        "texte_depasse", "sans_texte", "titre_partage", "code_reutilise"}
    assert all(c.cote_b is not None for c in seul)


def test_the_same_each_time(kb: KnowledgeBase) -> None:
    assert auditer(kb) == auditer(kb)


def test_what_an_answer_must_mention(kb: KnowledgeBase) -> None:
    fausse = une_edition("A.C.II.1", "2017-06-27", classement=Classement("cadre", "I"))
    trois = [fausse, replace(SAINE, classement=Classement("maitrise", 6, (7, 8)), date=date(2008, 7, 3)), SAINE]
    avec = KnowledgeBase.composer(None, une_lecture(*trois), "essai-1")
    assert [c.genre for c in constats_de(avec, "A.C.II.1")] == ["classement_niveau"]
    assert constats_de(avec, "A.6.1") == ()  # only an older print is wrong
    assert constats_de(avec, "Z.99.9") == ()
    assert constats_de(KnowledgeBase.composer(None, une_lecture(SAINE), "essai-2"), "A.C.II.1") == ()


def test_an_unknown_kind_or_severity_is_refused() -> None:
    cote = Cote("x", "y", "z")
    with pytest.raises(ValueError, match="genre ou gravité"):
        Constat("autre", "contradiction", None, "", cote, None)
    with pytest.raises(ValueError, match="genre ou gravité"):
        Constat("repertoire", "grave", None, "", cote, None)
