"""Answers as HTML: what must be shown is, and no data can act."""

from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest
from aide_web import HOSTILES, LIEN, PASSAGES, une_reponse

from assistant.web import rendu
from assistant.web.textes import Textes

FR = Textes("fr")
SAVOIR = rendu.Savoir(PASSAGES, {"Z.23.1": "Gestionnaire (Z.23.1)"}, ("Z.23.1",))
PERMIS = {
    *("article", "section", "div", "p", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd"),
    *("span", "strong", "button", "a", "mark", "figure", "figcaption", "blockquote", "cite"),
    *("details", "summary"),
}
ATTRIBUTS = {
    *("class", "lang", "role", "type", "href", "target", "rel", "aria-label", "aria-busy"),
    *("aria-hidden", "data-tour", "data-annonce", "data-action", "data-texte", "data-fait"),
    *("data-valeur", "data-element"),
}
VIDES = {"br", "hr", "img", "input", "link", "meta"}


class Lecture(HTMLParser):
    """Reads HTML as a browser would; keeps elements and text, checks that all are closed."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texte = ""
        self.ouverts: list[str] = []
        self.feed(source)
        self.close()
        assert self.ouverts == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VIDES:
            self.ouverts.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.ouverts.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texte += data

    def par_classe(self, classe: str) -> list[dict[str, str | None]]:
        return [a for _, a in self.elements if classe in (a.get("class") or "").split()]


def tour(reponse: dict[str, Any], **options: Any) -> Lecture:
    options = {"courant": True, **options}
    return Lecture(rendu.tour(1, "Quel échelon ?", reponse, SAVOIR, **options))


def test_the_turn_shows_result_steps_amount_sources_facts_and_closed_answers() -> None:
    lu = tour(une_reponse())
    for attendu in (
        "Quel échelon ?",
        "Échelon majoré possible",
        "fiche Z.23.1",
        "échelon 23",
        "art.\u00a03B.02 a",
        "2\u202f652\u00a0€",
        "avenant n°\u00a0109",
        "1er\u00a0octobre\u00a02025",
        "édition du 18\u00a0novembre\u00a02008",
        "Texte modifié depuis\u00a0: 8\u00a0avril\u00a02021",
        "Fiche Gestionnaire (Z.23.1)",
        "Votre employeur la reconnaît-il\u00a0?",
        "ba9876543210",
        "Et avec un BTS ?",
    ):
        assert attendu in lu.texte
    assert [a["data-valeur"] for a in lu.par_classe("choix")] == ["oui", "non", "je ne sais pas"]
    assert [a["data-fait"] for a in lu.par_classe("retirer")] == [
        "fiche",
        "certification_rncsa",
        "extensions_exercees",
        "extensions_exercees",
    ]
    assert [a.get("data-element") for a in lu.par_classe("retirer")][2:] == ["informatique", "paie"]
    assert (
        lu.par_classe("retirer")[1]["aria-label"] == "Retirer\u00a0: Certification reconnue : non"
    )


def test_links_open_in_a_new_tab_without_telling_where_from() -> None:
    liens = [a for nom, a in tour(une_reponse()).elements if nom == "a"]
    assert len(liens) == 2
    for attributs in liens:
        assert attributs["href"] == LIEN
        assert attributs["target"] == "_blank"
        assert "noopener" in str(attributs["rel"])


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//exemple.fr", "", None, "http://[", 3]
)
def test_what_is_no_web_address_is_no_link(url: object) -> None:
    assert rendu.lien(url, "texte") == "texte"


def test_the_quoted_words_are_marked_inside_their_passage() -> None:
    html = rendu.sources(une_reponse()["citations"], FR, SAVOIR)
    assert "Échelon du contenu : 23\n<mark>Échelons majorés : 24 / 25</mark>" in html
    assert "Voir le passage entier" not in html  # it is all there


def test_a_long_passage_is_cut_around_the_quote_and_can_be_unfolded() -> None:
    citation = {"passage": "regle-longue", "quote": "La phrase citée.", "source": "Règle"}
    html = rendu.sources([citation], FR, SAVOIR)
    extrait = html.split("<blockquote", 1)[1].split("</blockquote>")[0]
    assert "<mark>La phrase citée.</mark>" in extrait
    assert len(extrait) < 500
    assert "Voir le passage entier" in html
    assert Lecture(html).texte.count("Avant.") > 60


def test_a_quote_says_in_which_language_it_is() -> None:
    regle = {"passage": "regle:minimum/en", "quote": "A rule.", "source": "Rule"}
    html = rendu.sources([regle], Textes("en"), SAVOIR)
    assert '<blockquote lang="en">' in html
    assert "Passages in French" not in html
    html = rendu.sources([regle, {**regle, "passage": "fiche:x"}], Textes("en"), SAVOIR)
    assert '<blockquote lang="fr">' in html
    assert "Passages in French" in html


def test_a_passage_that_is_gone_leaves_the_quote() -> None:
    html = rendu.sources([{"passage": "x", "quote": "La phrase.", "source": "S"}], FR, SAVOIR)
    assert "<mark>La phrase.</mark>" in html


def test_sources_beyond_the_first_two_are_folded_not_lost() -> None:
    citations = [{"passage": "x", "quote": f"Citation {n}.", "source": "S"} for n in range(5)]
    html = rendu.sources(citations, FR, SAVOIR)
    visible, plie = html.split('<details class="autres">')
    assert visible.count("<mark>") == 2
    assert plie.count("<mark>") == 3
    assert "Autres sources (3)" in plie


def test_nothing_stands_under_a_refusal() -> None:
    refus = une_reponse(
        answer="Ce n'est pas mon sujet.", behaviour="refuse", outcome=None, citations=[],
        echelon_reference=None, echelons_majores=[], accessible=[], montant=None, motifs=[],
        situation={}, missing=[], suggestions=[],
    )  # fmt: skip
    lu = tour(refus)
    assert "Ce n'est pas mon sujet." in lu.texte
    for classe in ("carte", "choix", "suite", "calculs"):
        assert lu.par_classe(classe) == []


@pytest.mark.parametrize(
    ("champs", "marches"),
    [
        ({}, [("reference", "23"), ("possible", "24"), ("possible", "25")]),
        ({"outcome": "majore_du"}, [("reference", "23"), ("du", "24"), ("du", "25")]),
        (
            {"outcome": "reference", "accessible": [23]},
            [("reference", "23"), ("majore", "24"), ("majore", "25")],
        ),
        (
            {
                "outcome": "degre_cadre", "echelon_reference": "II", "echelons_majores": [],
                "accessible": ["II A", "II B", "II C"],
            },
            [("reference", "II"), ("ouvert", "II A"), ("ouvert", "II B"), ("ouvert", "II C")],
        ),
        ({"echelon_reference": None, "echelons_majores": [], "accessible": []}, []),
        (
            {
                "outcome": "echelon_1_2", "echelon_reference": None, "echelons_majores": [],
                "accessible": [1, 2],
            },
            [("ouvert", "1"), ("ouvert", "2")],
        ),
    ],
)  # fmt: skip
def test_the_ladder_says_in_words_what_each_echelon_is(
    champs: dict[str, Any], marches: list[tuple[str, str]]
) -> None:
    html = rendu.carte_calcul(une_reponse(**champs), FR)
    attendu = "".join(
        f'<li class="marche {etat}"><span class="numero">{nom}</span>'
        f'<span class="etat">{FR.un_de("marche", etat)}</span></li>'
        for etat, nom in marches
    )
    assert attendu in html
    assert html.count('class="marche ') == len(marches)


def test_past_turns_can_be_read_but_not_acted_on() -> None:
    lu = tour(une_reponse(), courant=False)
    assert {a["data-action"] for _, a in lu.elements if "data-action" in a} == {"copier"}
    assert "Échelon majoré possible" in lu.texte


def test_labels_follow_the_language_of_the_answer() -> None:
    lu = tour(une_reponse(language="en"))
    assert "Higher échelon possible" in lu.texte
    assert "€2,652" in lu.texte
    assert "Passages in French are quoted as published." in lu.texte
    assert lu.elements[0][1]["lang"] == "en"


@pytest.mark.parametrize("mal", HOSTILES)
def test_no_text_from_outside_becomes_markup(mal: str) -> None:
    reponse = une_reponse(
        answer=f"{mal}\n\n- {mal}\n- **{mal}**",
        citations=[{"source": mal, "article": mal, "passage": mal, "quote": mal, "url": mal,
                    "edition": mal, "superseded_by": mal}],
        situation={mal: {"valeur": mal}, "criteres": {"valeur": [mal]}},
        missing=[{"fait": mal, "question": mal, "choix": [mal]}],
        provenance={"knowledge": mal, "rules": mal},
        motifs=[{"fait": mal, "consequence": mal, "article": mal, "url": mal}],
        suggestions=[mal],
        outcome=mal,
        echelon_reference=mal,
        accessible=[mal],
    )  # fmt: skip
    for courant in (True, False):
        lu = Lecture(
            rendu.tour(
                1, mal, reponse, rendu.Savoir({mal: f"x {mal} y"}, {mal: mal}), courant=courant
            )
        )
        assert {nom for nom, _ in lu.elements} <= PERMIS
        assert {n for _, a in lu.elements for n in a} <= ATTRIBUTS
        assert [a["href"] for nom, a in lu.elements if nom == "a"] == []
        assert mal in lu.texte
    for html in (
        rendu.en_attente(1, mal, mal, FR),
        rendu.tour_en_erreur(1, mal, mal, FR),
        rendu.avis(mal),
        rendu.accueil(FR, rendu.Savoir({}, {mal: mal}, (mal,))),
    ):
        lu = Lecture(html)
        assert {nom for nom, _ in lu.elements} <= PERMIS | {"i"}
        assert mal in lu.texte


def test_characters_that_turn_words_round_or_hide_them_are_dropped() -> None:
    assert rendu.echapper("a\u202eb\u200bc\x00d\x1be\nf") == "abcde\nf"


def test_the_answer_keeps_its_paragraphs_lists_and_bold() -> None:
    html = rendu.texte_riche("Un **mot**.\n\nListe :\n- a\n- b\nfin\n\n1. x\n2. y")
    assert html == (
        "<p>Un <strong>mot</strong>.</p><p>Liste\u00a0:</p><ul><li>a</li><li>b</li></ul><p>fin</p>"
        "<ol><li>x</li><li>y</li></ol>"
    )
    assert rendu.texte_riche("2 ** 3 ** 4") == "<p>2 ** 3 ** 4</p>"
    assert rendu.texte_riche("") == ""


def test_an_answer_is_shown_in_growing_pieces_that_end_with_all_of_it() -> None:
    texte = "Une phrase. Une autre ! Et la suite :\n- un point ;\n- un autre.\n\nFin (art. 3.02)."
    pieces = rendu.morceaux(texte)
    assert pieces[0] == "Une phrase."
    assert pieces[-1] == texte
    assert all(b.startswith(a) and len(b) > len(a) for a, b in pairwise(pieces))
    assert len(rendu.morceaux("Bref. " * 300)) <= 13
    assert rendu.morceaux("") == [""]


def test_the_copy_carries_sources_and_limits() -> None:
    copie = rendu.texte_a_copier(une_reponse(), FR)
    assert copie.startswith("Échelon de référence **23**.")
    assert "- Fiche Gestionnaire, paragraphe 5, 2008-11-18, " + LIEN in copie
    assert "il informe et ne décide pas" in copie
