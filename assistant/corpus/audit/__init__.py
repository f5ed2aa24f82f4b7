"""Contradictions and gaps in the knowledge, each with both sides located."""

from assistant.corpus.audit.audit import auditer, auditer_matiere, constats_de
from assistant.corpus.audit.matiere import Matiere
from assistant.corpus.audit.modeles import (
    CONTRADICTION,
    GENRES,
    GRAVITES,
    LACUNE,
    REMARQUE,
    Constat,
    Cote,
)

__all__ = [
    "CONTRADICTION",
    "GENRES",
    "GRAVITES",
    "LACUNE",
    "REMARQUE",
    "Constat",
    "Cote",
    "Matiere",
    "auditer",
    "auditer_matiere",
    "constats_de",
]
