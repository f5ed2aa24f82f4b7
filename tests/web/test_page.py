"""The page, clicked and read as a person would, in a real browser."""

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from aide_page import Serveur
from aide_web import HOSTILES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

QUESTION = (
    "Je suis gestionnaire, je m'occupe de l'informatique interne et je n'ai pas de diplôme. "
    "Quel échelon ?"
)
FINI = '#present .tour[aria-busy="false"]'


class Visite:
    """One person's page; notes what it asks of the network and what its scripts complain of."""

    def __init__(self, page: "Page", serveur: Serveur) -> None:
        self.page, self.serveur = page, serveur
        self.hotes: set[str] = set()
        self.plaintes: list[str] = []
        page.on("request", lambda requete: self.hotes.add(str(urlsplit(requete.url).hostname)))
        page.on("pageerror", lambda erreur: self.plaintes.append(str(erreur)))
        page.goto(serveur.adresse)
        page.wait_for_selector("#present .accueil")

    def demander(self, question: str) -> str:
        """Type a question and send it; the text of the finished answer."""
        self.serveur.tout_frais = False
        self.page.fill("#zone textarea", question)
        return self.attendre(lambda: self.page.press("#zone textarea", "Enter"))

    def attendre(self, geste: Callable[[], object]) -> str:
        """Do something that gives a new turn; the text of its finished answer."""
        page = self.page
        tours = page.locator(".tour").count()
        geste()
        page.wait_for_function("n => document.querySelectorAll('.tour').length > n", arg=tours)
        page.wait_for_selector(FINI, timeout=60_000)  # the first one waits for the index
        page.wait_for_selector("#envoyer", state="visible")
        return self.page.inner_text(f"{FINI} .reponse")

    def deborde(self) -> bool:
        """Whether one must scroll sideways to see everything."""
        return bool(self.page.evaluate("document.documentElement.scrollWidth > innerWidth"))


@pytest.fixture(scope="module")
def contexte(chromium: "Browser") -> "Iterator[BrowserContext]":
    """One browser profile for all visits: what it loaded once stays in its cache."""
    contexte = chromium.new_context(
        locale="fr-FR", permissions=["clipboard-read", "clipboard-write"]
    )
    contexte.set_default_timeout(15_000)
    yield contexte
    contexte.close()


@pytest.fixture
def visite(contexte: "BrowserContext", serveur: Serveur) -> Iterator[Visite]:
    """A first visit: nothing is remembered of those before."""
    page = contexte.new_page()
    yield Visite(page, serveur)
    page.evaluate("localStorage.clear()")
    page.close()


def test_a_question_can_be_stopped_and_is_given_back(visite: Visite, serveur: Serveur) -> None:
    page = visite.page
    if not serveur.tout_frais:
        pytest.skip("le serveur a déjà répondu : la réponse est plus vite là qu'un clic")
    page.fill("#zone textarea", QUESTION)
    page.press("#zone textarea", "Enter")
    page.wait_for_selector("text=/se prépare|construit son index/")
    page.click("#arreter")
    page.wait_for_selector(f"#avis .avis, {FINI}", timeout=60_000)  # a loaded machine is slow to stop
    if not page.locator("#avis .avis").count():
        pytest.skip("la réponse a devancé le clic")
    assert page.input_value("#zone textarea") == QUESTION
    assert page.locator(".tour").count() == 0
    assert page.is_visible("#envoyer")


def test_a_question_gives_the_echelon_its_calculation_and_a_marked_source(
    visite: Visite,
) -> None:
    page = visite.page
    assert page.title() == "Échelon"
    assert page.get_attribute("html", "lang") == "fr"
    assert "il informe et ne décide pas" in page.inner_text("#entete")
    assert "Aucun juriste" in page.inner_text("#entete")

    reponse = visite.demander(QUESTION)
    assert re.search(r"\b23\b", reponse)
    assert re.search(r"\b24\b.*\b25\b", reponse, re.DOTALL)
    calcul = page.inner_text("#present .calcul")
    assert "Échelon majoré possible" in calcul
    assert page.locator("#present .etapes li").count() >= 2
    assert page.locator("#present .etapes a[target=_blank]").count() >= 1
    assert "Barème" in calcul
    assert page.locator("#present .sources mark").count() >= 1
    assert "informatique" in page.inner_text("#present .faits").lower()
    assert visite.plaintes == []


def test_a_follow_up_keeps_the_subject_and_the_conversation_survives_a_reload(
    visite: Visite,
) -> None:
    visite.demander("Je suis gestionnaire.")
    suite = visite.demander("Je m'occupe aussi de l'informatique interne. Quel échelon ?")
    assert re.search(r"\b24\b", suite)
    assert visite.page.locator("#passe .tour").count() == 1
    visite.page.wait_for_function(
        "() => { const haut = document.querySelector('#present .tour').getBoundingClientRect().top;"
        " return haut >= 0 && haut < 60; }"
    )  # the new question came to the top of the screen
    visite.page.reload()
    visite.page.wait_for_selector(FINI)
    assert visite.page.locator(".tour").count() == 2
    assert "informatique" in visite.page.inner_text("#present .question")

    visite.page.click("#nouvelle")
    visite.page.wait_for_selector("#present .accueil")
    assert visite.page.locator(".tour").count() == 0
    visite.page.reload()
    visite.page.wait_for_selector("#present .accueil")
    assert visite.page.locator(".tour").count() == 0


def test_a_closed_answer_is_one_click(visite: Visite) -> None:
    page = visite.page
    visite.attendre(lambda: page.click("#present .exemple >> nth=1"))
    choix = page.locator("#present .choix")
    assert choix.count() >= 2
    dit = choix.first.inner_text()
    visite.attendre(choix.first.click)
    assert page.inner_text("#present .dit") == dit
    assert page.locator("#present .faits .puce").count() >= 1
    assert page.locator("#passe .choix, #passe .retirer").count() == 0


def test_removing_a_fact_computes_again(visite: Visite) -> None:
    page = visite.page
    visite.demander(QUESTION)
    assert "Échelon majoré possible" in page.inner_text("#present .calcul")
    retirer = page.locator('#present .retirer[data-fait="extensions_exercees"]')
    visite.attendre(retirer.first.click)
    assert "Retirer «" in page.inner_text("#present .dit")
    assert "informatique" not in page.inner_text("#present .faits").lower()
    assert "Échelon majoré possible" not in page.inner_text("#present .calcul")


def test_switching_to_english_changes_the_page_and_the_answers(
    visite: Visite,
) -> None:
    page = visite.page
    page.click("#langue label:has-text('English')")
    page.wait_for_selector("text=What would you like to know?")
    assert page.get_attribute("html", "lang") == "en"
    assert page.inner_text("#envoyer") == "Send"
    assert page.get_attribute("#zone textarea", "placeholder") == "Your question…"
    reponse = visite.demander("What step is a Gestionnaire on and how can she reach 25?")
    assert re.search(r"\b23\b", reponse)
    assert page.get_attribute(FINI, "lang") == "en"
    assert "Calculation" in page.inner_text("#present .calcul")
    page.reload()
    page.wait_for_selector(FINI)
    page.wait_for_selector("#envoyer:has-text('Send')")
    assert page.get_attribute("html", "lang") == "en"
    page.click("#nouvelle")
    page.wait_for_selector("text=What would you like to know?")


@pytest.mark.parametrize("largeur", [360, 768, 1920])
def test_no_sideways_scroll_from_phone_to_large_screen(visite: Visite, largeur: int) -> None:
    page = visite.page
    page.set_viewport_size({"width": largeur, "height": 740})
    page.emulate_media(color_scheme="dark")
    page.reload()
    page.wait_for_selector("#present .accueil")
    assert not visite.deborde()
    visite.demander(QUESTION + " " + "x" * 300)
    for detail in page.locator("#present details").all():
        detail.locator("> summary").click()
    assert not visite.deborde()
    fond = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert max(map(int, re.findall(r"\d+", fond)[:3])) < 60, fond
    saisie = page.locator("#zone textarea").bounding_box()
    assert saisie
    assert saisie["y"] + saisie["height"] <= 740, "the question's box is always in reach"


def test_nothing_is_asked_of_another_host(visite: Visite) -> None:
    visite.demander(QUESTION)
    visite.page.wait_for_timeout(300)
    assert visite.hotes == {"127.0.0.1"}


def test_hostile_questions_are_shown_and_never_obeyed(visite: Visite) -> None:
    page = visite.page
    visite.demander("Gestionnaire ? " + " ".join(HOSTILES))
    visite.demander("Et l'échelon 25 pour " + HOSTILES[1] + " ?")
    page.mouse.move(200, 300)
    assert page.evaluate("window.pris") is None
    assert "<script>window.pris=1</script>" in page.inner_text("#passe .dit")
    for balise in ("script", "img", "svg", "iframe", "style", "b", "[onerror]", "[onload]"):
        assert page.locator(f".tour {balise}").count() == 0
    assert visite.hotes == {"127.0.0.1"}
    assert visite.plaintes == []


def test_what_is_no_question_stays_in_the_box_with_a_sentence(
    visite: Visite,
) -> None:
    page = visite.page
    page.fill("#zone textarea", "   ")
    page.press("#zone textarea", "Enter")
    page.wait_for_selector("#avis .avis")
    page.fill("#zone textarea", "a" * 100_000)
    page.click("#envoyer")
    page.wait_for_function("document.querySelector('#avis .avis')?.innerText.includes('4')")
    assert page.locator(".tour").count() == 0
    assert len(page.input_value("#zone textarea")) == 100_000
    assert visite.demander("Quel est l'échelon d'un gestionnaire ?")


def test_the_answer_can_be_copied(visite: Visite) -> None:
    page = visite.page
    reponse = visite.demander("Quel est l'échelon d'un gestionnaire ?")
    page.click("#present .copier")
    page.wait_for_selector("text=Réponse copiée")
    copie = page.evaluate("navigator.clipboard.readText()")
    assert copie.split("\n")[0][:30] in reponse.replace("\u00a0", " ")
    assert "il informe et ne décide pas" in copie
