"""Serving the page: the port, the address, the safety headers, warming up behind it."""

import logging
import signal
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.settings import ErreurDeReglage, Settings
from assistant.web.ecoute import EcouteImpossible, PortPris, adresse, verifier

if TYPE_CHECKING:
    import gradio as gr

    from assistant.web.prechauffage import Prechauffage

__all__ = ["construire", "lancer", "main"]

ENTREE, PANNE = 1, 2
_ICI = Path(__file__).parent


def construire(settings: Settings) -> "gr.Blocks":
    """Lay the page out without serving it; raises what `Assistant.ouvrir` raises."""
    return _preparer(settings)[0]


def _preparer(settings: Settings) -> "tuple[gr.Blocks, Prechauffage]":
    from assistant.chat import Assistant
    from assistant.web.demarrage import importer_gradio
    from assistant.web.prechauffage import Prechauffage

    assistant = Assistant.ouvrir(settings)
    importer_gradio()
    from assistant.web.application import disposer

    prechauffage = Prechauffage(assistant)
    return disposer(settings, assistant, prechauffage), prechauffage


def lancer(settings: Settings) -> None:
    """Serve the page until interrupted; prints its address once it answers.

    Raises `EcouteImpossible`, and what `Assistant.ouvrir` raises (a knowledge file with a mistake).
    """
    verifier(settings.host, settings.port)
    page, prechauffage = _preparer(settings)
    _servir(page, settings)
    print(f"Échelon est prêt : {adresse(settings.host, settings.port)}", flush=True)
    print("Ctrl-C pour arrêter.", flush=True)
    prechauffage.lancer()
    _attendre()
    page.close(verbose=False)


def main() -> int:
    """Start the page with the settings of this folder; the exit code, errors said in French."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    try:
        lancer(Settings.charger())
    except KeyboardInterrupt:
        pass
    except (ErreurDeReglage, EcouteImpossible) as erreur:
        return _dire(erreur, ENTREE)
    except Exception as erreur:
        if not type(erreur).__module__.startswith("assistant."):
            raise
        return _dire(erreur, ENTREE if isinstance(erreur, ValueError) else PANNE)
    return 0


def _dire(erreur: Exception, code: int) -> int:
    print(f"Erreur : {erreur}", file=sys.stderr)
    return code


def _servir(page: "gr.Blocks", settings: Settings) -> None:
    from assistant.web.entetes import intergiciels
    from assistant.web.theme import theme

    try:
        page.launch(
            server_name=settings.host,
            server_port=settings.port,
            prevent_thread_lock=True,
            quiet=True,
            share=False,
            inbrowser=False,
            ssr_mode=False,
            pwa=False,
            mcp_server=False,
            run_history=False,
            enable_monitoring=False,
            footer_links=[],
            max_file_size="1mb",
            favicon_path=_ICI / "echelon.svg",
            theme=theme(),
            head=_tete(settings.langue),
            app_kwargs={"middleware": intergiciels()},
        )
    except OSError as erreur:  # Gradio's word for a port that was taken in between
        if "port" in str(erreur):
            raise PortPris(settings.host, settings.port) from erreur
        raise


def _tete(langue: str) -> str:
    """What Gradio's page lacks: its language (hard-coded to en), a description, our styles."""
    from assistant.web.rendu import echapper
    from assistant.web.textes import Textes

    t = Textes(langue)
    return (
        f'<script>document.documentElement.lang = "{t.langue}";</script>'
        f'<meta name="description" content="{echapper(t("page.description"))}">'
        '<meta name="color-scheme" content="light dark">'
        f"<style>{(_ICI / 'style.css').read_text('utf-8')}</style>"
    )


def _attendre() -> None:
    """Wait for Ctrl-C or a request to end."""
    fin = threading.Event()

    def finir(_signal: int, _cadre: Any) -> None:
        fin.set()

    for nom in ("SIGINT", "SIGTERM"):
        signal.signal(getattr(signal, nom), finir)
    while not fin.wait(0.5):  # in short steps: Windows delivers no signal to a longer wait
        pass
