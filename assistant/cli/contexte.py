"""What commands share: the settings and the assistant, opened when a command needs them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.chat import Assistant
    from assistant.corpus import KnowledgeBase
    from assistant.settings import Settings

__all__ = ["connaissances", "ouvrir", "reglages"]


def reglages(**options: Any) -> Settings:
    """The settings of this run, over them the options that are not None; raises ErreurDeReglage."""
    from assistant.settings import Settings

    settings = Settings.charger()
    donnees = {nom: valeur for nom, valeur in options.items() if valeur is not None}
    if not donnees:
        return settings
    origines = dict(settings.origines) | {nom: f"--{nom}" for nom in donnees}
    return replace(settings, **donnees, origines=origines)


def ouvrir(settings: Settings | None = None) -> Assistant:
    """The assistant; its index and models load only when a question needs them."""
    from assistant.chat import Assistant

    return Assistant.ouvrir(settings or reglages())


def connaissances(settings: Settings | None = None) -> KnowledgeBase:
    """The knowledge alone, without chat; raises ErreurDeConnaissance."""
    from assistant.corpus import KnowledgeBase
    from assistant.corpus.officiel import assurer_textes

    settings = settings or reglages()
    textes = assurer_textes(settings.data_dir, settings.kali_file)
    return KnowledgeBase.charger(settings.knowledge_dir, textes)
