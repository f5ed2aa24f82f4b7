"""Files derived from the official texts, kept with them in a version."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import import_module

from assistant.corpus.officiel.modeles import Lecture

__all__ = ["complements"]

_LIENS: dict[str, str] = {
    "regles_de_fiches.json": "assistant.corpus.officiel.regles:en_fichier",
}
"""File name → "module:function" of a function (Lecture) → what JSON can hold."""


def complements(lecture: Lecture) -> dict[str, bytes]:
    """The derived files by name, made again from each new Lecture."""
    return {nom: _octets(lien, lecture) for nom, lien in _LIENS.items()}


def _octets(lien: str, lecture: Lecture) -> bytes:
    module, _, nom = lien.partition(":")
    deriver: Callable[[Lecture], object] = getattr(import_module(module), nom)
    texte = json.dumps(deriver(lecture), ensure_ascii=False, separators=(",", ":"))
    return texte.encode("utf-8")
