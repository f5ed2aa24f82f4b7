"""Makes the README's picture of the page: `python tests/web/capture.py [docs/page.png]`.

The real page, the real assistant, a real browser; `--tout` adds phone and dark pictures beside.
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from aide_page import ARGUMENTS, RACINE, Serveur, navigateur_installe
from test_page import FINI, QUESTION

ECRANS = {
    "": {"viewport": {"width": 1280, "height": 900}},
    "-sombre": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "-telephone": {"viewport": {"width": 360, "height": 740}},
    "-telephone-sombre": {"viewport": {"width": 360, "height": 740}, "color_scheme": "dark"},
}


def capturer(serveur: Serveur, cible: Path, noms: list[str]) -> None:
    """Ask the question on each screen and keep what is seen, then the whole page beside."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        navigateur = playwright.chromium.launch(
            executable_path=navigateur_installe(), args=ARGUMENTS
        )
        for nom in noms:
            page = navigateur.new_page(locale="fr-FR", **ECRANS[nom])  # type: ignore[arg-type]
            page.goto(serveur.adresse)
            page.fill("#zone textarea", QUESTION)
            page.press("#zone textarea", "Enter")
            page.wait_for_selector(FINI, timeout=120_000)
            page.wait_for_selector("#envoyer", state="visible")
            page.evaluate("document.activeElement.blur()")
            page.wait_for_timeout(700)
            page.screenshot(path=cible.with_stem(cible.stem + nom))
        navigateur.close()


def main() -> int:
    """The picture, from a server of its own."""
    chemins = [a for a in sys.argv[1:] if not a.startswith("-")]
    cible = Path(chemins[0]) if chemins else RACINE / "docs" / "page.png"
    cible.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as dossier:
        serveur = Serveur(Path(dossier)).demarrer()
        try:
            capturer(serveur, cible, list(ECRANS) if "--tout" in sys.argv else [""])
        finally:
            serveur.arreter()
    print(cible)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
