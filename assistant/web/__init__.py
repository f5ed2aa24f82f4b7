"""The web application: `construire` lays the page out, `lancer` serves it, `main` is for ui.py."""

import os

# Before anything imports gradio or a model library: neither may call an outside host.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
os.environ.setdefault("HF_HUB_OFFLINE", "1")

from assistant.web.ecoute import EcouteImpossible, PortPris
from assistant.web.serveur import construire, lancer, main

__all__ = ["EcouteImpossible", "PortPris", "construire", "lancer", "main"]
