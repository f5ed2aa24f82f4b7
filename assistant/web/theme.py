"""Gradio's theme: the fonts of the person's own system, our colours; details in `style.css`."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import gradio as gr

__all__ = ["NU", "memoire", "theme"]

NU: dict[str, Any] = {"apply_default_css": False, "elem_classes": "ech"}
"""For each gr.HTML of ours: none of Gradio's text styles, only `style.css`."""

_POLICES = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "sans-serif"]
_MONO = ["ui-monospace", "Cascadia Code", "Menlo", "monospace"]


def theme() -> "gr.themes.Base":
    """The theme; no font is fetched from anywhere."""
    import gradio as gr

    return gr.themes.Base(
        primary_hue=gr.themes.colors.teal,
        neutral_hue=gr.themes.colors.slate,
        font=_POLICES,
        font_mono=_MONO,
        radius_size=gr.themes.sizes.radius_md,
    )


def memoire(nom: str, defaut: str) -> "gr.BrowserState":
    """A value that the person's browser keeps, across restarts of the server too.

    The "secret" only encodes it: a random one, Gradio's default, would lose it at a restart.
    """
    import gradio as gr

    return gr.BrowserState(defaut, storage_key=f"echelon-{nom}", secret=f"echelon-{nom}")
