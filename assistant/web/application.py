"""The page as a whole: heading, language, the tabs, the foot."""

from importlib.resources import files
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.settings import Settings
from assistant.web import rendu
from assistant.web.assistant_tab import OngletAssistant
from assistant.web.dialogue import Dialogue
from assistant.web.prechauffage import Prechauffage
from assistant.web.textes import LANGUES, Textes
from assistant.web.theme import NU, memoire

if TYPE_CHECKING:
    from assistant.chat import Assistant

__all__ = ["disposer"]


def disposer(settings: Settings, assistant: "Assistant", prechauffage: Prechauffage) -> gr.Blocks:
    """Lay out the page over an opened assistant; nothing is served yet."""
    t = Textes(settings.langue)
    script = files(__package__).joinpath("page.js").read_text("utf-8")
    page = gr.Blocks(title="Échelon", analytics_enabled=False, fill_width=True)
    with page:
        choisie = memoire("langue", t.langue)
        with gr.Row(elem_id="haut"):
            entete = gr.HTML(rendu.entete(t), elem_id="entete", js_on_load=script, **NU)
            langue = gr.Radio(
                [(nom, code) for code, nom in LANGUES.items()],
                value=t.langue,
                label=t("page.langue"),
                elem_id="langue",
                container=False,
                min_width=0,
            )
        onglet = OngletAssistant(Dialogue(settings, assistant, prechauffage), t, langue, script)
        pied = gr.HTML(rendu.pied(t), elem_id="pied", **NU)

        def traduire(code: str) -> list[object]:
            """The parts around the tabs in another language, and the choice to remember."""
            t = Textes(code)
            return [rendu.entete(t), gr.Radio(label=t("page.langue")), rendu.pied(t), t.langue]

        discret: dict[str, Any] = {
            "api_visibility": "private",
            "show_progress": "hidden",
            "queue": False,
        }
        langue.change(traduire, langue, [entete, langue, pied, choisie], **discret)
        onglet.brancher(page, choisie)
    return page
