"""Every rule quotes the official paragraph it stands on: the anchors, against the KALI file."""

from __future__ import annotations

import re

import pytest

from assistant.classification import Article, Categorie, Echelon, Regle, Renvoi
from assistant.corpus import KnowledgeBase, extraits_de_regle

_REGLES = KnowledgeBase.charger().regles
_LIGNES = [(regle, article) for regle in _REGLES.values() for article in regle.articles]
_ANCREES = [(r, a) for r, a in _LIGNES if a.ancres or a.ailleurs]


def _nom(valeur: object) -> str | None:
    """Names a test by the rule and the article it is about."""
    if isinstance(valeur, Article):
        return f"{valeur.article} {valeur.categorie or ''}".strip()
    return valeur.id if isinstance(valeur, Regle) else None


# No paragraph of the agreement says it: printed on the fiches, deduced, or of another law.
SANS_PARAGRAPHE = {
    "acces_liste_ancienne": "état des données officielles",
    "certification_non_citee": "déduit du RNCSA et des modes d'accès, à relire par un juriste",
    "decision_employeur": "modes d'accès des fiches",
    "extension_liste_ancienne": "état des données officielles",
    "fiche_autre_a_verifier": "fiche",
    "fiche_autre_imposee": "fiche",
    "fiche_condition_acces": "fiche",
    "fiche_echelon_impose": "fiche",
    "fiche_extension_condition": "fiche",
    "fiche_extensions_libres": "fiche",
    "fiche_intitule": "fiche",
    "fiche_majore_obligatoire": "fiche",
    "fiche_promotion_possible": "fiche",
    "smic_plancher": "code du travail",
}
# Rules whose figures or conditions stand in the rows of a list: every row is quoted.
LISTES = {
    "cadre_degre": 6,  # four criteria, and the single degré of niveau V
    "certification_conditions": 4,  # one paragraph an échelon where none is asked about
    "certification_conditions_emploi": 4,
    "certification_conditions_voie": 4,
    "critere_autre_categorie": 6,
    "definition_cadres": 8,
    "definition_ouvriers_employes": 6,
    "essai_fin": 7,
    "majoration_formation_longue": 4,
    "majore_critere": 7,
    "minimum_autre_base": 5,  # one paragraph a forfait
    "preavis_ouvriers_employes": 11,  # the table
    "prime_formation_qualification": 6,
    "recherche_emploi_ouvriers": 5,
    "temps_partiel_duree": 4,
    "vendeur_fixe": 4,
}


def test_only_the_rules_named_here_have_no_paragraph() -> None:
    assert {r.id for r, _ in _LIGNES} - {r.id for r, _ in _ANCREES} == set(SANS_PARAGRAPHE)
    assert [r.id for r, a in _LIGNES if (r, a) not in _ANCREES and r.id not in SANS_PARAGRAPHE] == []


@pytest.mark.parametrize(("regle", "article"), _ANCREES, ids=_nom)
def test_every_anchor_finds_its_paragraph(
    kb_officielle: KnowledgeBase, regle: Regle, article: Article
) -> None:
    for lieu in (Renvoi(article.article, article.ancres), *article.ailleurs):
        for ancre in lieu.ancres:
            seule = Article(lieu.lieu, article.url, ancres=(ancre,))
            assert extraits_de_regle(kb_officielle, seule), f"{regle.id}, {lieu.lieu} : {ancre}"


@pytest.mark.parametrize(("regle", "article"), _ANCREES, ids=_nom)
def test_few_paragraphs_and_from_the_article_linked(
    kb_officielle: KnowledgeBase, regle: Regle, article: Article
) -> None:
    extraits = extraits_de_regle(kb_officielle, article)
    assert 1 <= len(extraits) <= LISTES.get(regle.id, 3)
    ids = [p.id for p in extraits]
    assert len(set(ids)) == len(ids)
    numero = article.article.split(" ")[0]
    siens = [p for p in extraits if p.url == article.url]
    assert bool(siens) == bool(article.ancres)
    assert all(p.article and p.article.startswith(numero) for p in siens)


@pytest.mark.parametrize(("regle", "article"), _LIGNES, ids=_nom)
def test_an_anchor_is_two_to_six_words(regle: Regle, article: Article) -> None:
    for ancres in (article.ancres, *(r.ancres for r in article.ailleurs)):
        assert all(2 <= len(a.split()) <= 6 for a in ancres), regle.id


@pytest.mark.parametrize(("regle", "article"), _LIGNES, ids=_nom)
def test_a_rule_never_holds_before_its_text(
    kb_officielle: KnowledgeBase, regle: Regle, article: Article
) -> None:
    numero = re.sub(r" [a-h]$", "", article.article)
    lu = kb_officielle.articles[numero]
    assert lu.lieu.lien == article.url
    assert article.depuis
    assert lu.depuis
    assert article.depuis >= lu.depuis


def test_an_annex_that_is_alike_for_each_echelon_quotes_the_one_asked_about(
    kb_officielle: KnowledgeBase,
) -> None:
    regle = _REGLES["certification_pratique"]
    article = regle.article(Categorie.MAITRISE)
    assert len(extraits_de_regle(kb_officielle, article)) == 2
    (seul,) = extraits_de_regle(kb_officielle, article, Echelon.lire(23))
    assert "l'échelon 23" in seul.texte.replace("’", "'")
    assert "KALIARTI000043510686" in (seul.url or "")
    assert extraits_de_regle(kb_officielle, article, Echelon.lire(17)) == ()


def test_a_block_printed_twice_is_quoted_once(kb_officielle: KnowledgeBase) -> None:
    article = _REGLES["preavis_ouvriers_employes"].article()
    textes = [p.texte for p in extraits_de_regle(kb_officielle, article)]
    assert sum(t.startswith("CLASSEMENT") for t in textes) == 2
    assert textes[-1] == "DEMISSION : 1 mois."


@pytest.mark.parametrize(
    ("lieu", "ancre", "attendu"),
    [
        ("1.09 bis d", "25 % pour les", ["article:1.09 bis/d/2"]),
        ("3.03", "travaux élémentaires comparables", ["article:3.03/-/6"]),
        ("3.03 b", "travaux élémentaires comparables", ["article:3.03/-/6"]),  # no letter printed
        ("3.02 a", "ne sont pas classés", []),  # it stands under b
        ("9.99", "ne sont pas classés", []),
        ("KALIARTI000044226038", "après 12 mois", ["accord:KALIARTI000044226038/-/1"]),
    ],
)
def test_places_of_every_form(
    kb_officielle: KnowledgeBase, lieu: str, ancre: str, attendu: list[str]
) -> None:
    extraits = extraits_de_regle(kb_officielle, Article(lieu, "", ancres=(ancre,)))
    assert [p.id for p in extraits] == attendu


def test_without_official_texts_nothing_is_quoted(kb: KnowledgeBase) -> None:
    assert not any(extraits_de_regle(kb, a) for r in kb.regles.values() for a in r.articles)
