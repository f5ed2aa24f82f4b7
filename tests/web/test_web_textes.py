"""The catalogue is whole: both languages, nothing missing, nothing unused."""

import ast
import re
from pathlib import Path

import pytest
import yaml

import assistant.web
from assistant.classification import Outcome
from assistant.classification.faits import FAITS
from assistant.store import Cause
from assistant.web.rendu.accueil import EXEMPLES
from assistant.web.textes import LANGUES, Textes, catalogue

DOSSIER = Path(assistant.web.__file__).parent
CLE = re.compile(r"[a-z_]+\.[a-z0-9_]+")

FAMILLES = {
    "outcome": {o.value for o in Outcome},
    "fait": set(FAITS),
    "valeur": {v for fait in FAITS.values() for v in fait.valeurs} | {"oui", "non"},
    "magasin": {c.value for c in Cause},
    "role": set(EXEMPLES),
    "exemple": {nom for noms in EXEMPLES.values() for nom in noms},
    "marche": {"reference", "possible", "du", "majore", "ouvert"},
}
"""Sections whose names come from data: every one the data can name, and no other."""


def constantes() -> set[str]:
    """All strings written in the sources of the page."""
    return {
        noeud.value
        for fichier in DOSSIER.rglob("*.py")
        for noeud in ast.walk(ast.parse(fichier.read_text("utf-8")))
        if isinstance(noeud, ast.Constant) and isinstance(noeud.value, str)
    }


def demandees() -> set[str]:
    """Keys asked for by calling a `Textes`: `t("…")`."""
    return {
        noeud.args[0].value
        for fichier in DOSSIER.rglob("*.py")
        for noeud in ast.walk(ast.parse(fichier.read_text("utf-8")))
        if isinstance(noeud, ast.Call)
        and isinstance(noeud.func, ast.Name | ast.Call)
        and (getattr(noeud.func, "id", "t") == "t")
        and noeud.args
        and isinstance(noeud.args[0], ast.Constant)
        and CLE.fullmatch(str(noeud.args[0].value))
    }


def test_the_code_asks_for_no_text_that_the_catalogue_lacks() -> None:
    assert len(demandees()) > 40
    assert demandees() - set(catalogue()) == set()


def test_every_text_of_the_catalogue_is_used() -> None:
    libres = {cle for cle in catalogue() if cle.split(".")[0] not in {*FAMILLES, "portee"}}
    assert libres - constantes() == set()


@pytest.mark.parametrize("section", FAMILLES)
def test_a_section_chosen_by_data_has_exactly_its_names(section: str) -> None:
    noms = {cle.split(".", 1)[1] for cle in catalogue() if cle.startswith(f"{section}.")}
    assert noms == FAMILLES[section]


def test_scopes_belong_to_outcomes() -> None:
    portees = {cle.split(".")[1] for cle in catalogue() if cle.startswith("portee.")}
    assert portees <= FAMILLES["outcome"]


@pytest.mark.parametrize("cle", catalogue())
def test_each_text_stands_in_both_languages_with_the_same_braces(cle: str) -> None:
    textes = catalogue()[cle]
    assert set(textes) == set(LANGUES)
    champs = {langue: set(re.findall(r"\{(\w+)\}", texte)) for langue, texte in textes.items()}
    assert champs["fr"] == champs["en"]
    if cle != "sources.francais":  # French quotes in a French answer need no word
        assert all(texte.strip() for texte in textes.values())


def test_no_name_is_written_twice_in_the_file() -> None:
    texte = (DOSSIER / "textes.yaml").read_text("utf-8")
    noeud = yaml.compose(texte)
    sections = [cle.value for cle, _ in noeud.value]
    assert len(sections) == len(set(sections))
    for section, contenu in noeud.value:
        noms = [cle.value for cle, _ in contenu.value]
        assert len(noms) == len(set(noms)), section.value


def test_french_spacing_never_tears_a_sign_from_its_word() -> None:
    for cle, textes in catalogue().items():
        assert not re.search(r" [:;?!»]|« ", textes["fr"]), cle


def test_dates_numbers_and_amounts_follow_the_language() -> None:
    fr, en = Textes("fr"), Textes("en")
    assert fr.date("2025-10-01") == "1er\u00a0octobre\u00a02025"
    assert en.date("2025-10-01") == "1\u00a0October\u00a02025"
    assert fr.date("dès que possible") == "dès que possible"
    assert fr.euros(2652) == "2\u202f652\u00a0€"
    assert en.euros(2652.5) == "€2,652.50"
    assert fr.nombre(17.5) == "17,50"
    assert fr.nombre("35.0") == "35"


def test_an_unknown_language_is_read_as_french_and_an_unknown_key_is_an_error() -> None:
    assert Textes("de").langue == Textes(None).langue == "fr"
    with pytest.raises(KeyError):
        Textes("fr")("page.inconnue")
    assert Textes("fr").un_de("outcome", "inconnu", "sinon") == "sinon"
