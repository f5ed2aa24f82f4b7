"""One server and one browser for all tests of the page."""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from aide_page import ARGUMENTS, Serveur, navigateur_installe

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def serveur(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serveur]:
    """One server for all tests of the page."""
    serveur = Serveur(tmp_path_factory.mktemp("donnees")).demarrer()
    yield serveur
    serveur.arreter()


@pytest.fixture(scope="session")
def chromium() -> "Iterator[Browser]":
    """Debian's Chromium or another one; skipped by name without, failed in CI."""
    binaire = navigateur_installe()
    if binaire is None:
        manque = "aucun navigateur : installez chromium (apt-get install chromium)"
        pytest.fail(manque) if os.environ.get("CI") else pytest.skip(manque)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        navigateur = playwright.chromium.launch(executable_path=binaire, args=ARGUMENTS)
        yield navigateur
        navigateur.close()
