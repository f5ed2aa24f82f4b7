"""How much a document may hold: beyond, it is refused with a sentence."""

from __future__ import annotations

from pathlib import Path

from assistant.corpus.erreurs import ErreurDeConnaissance

__all__ = [
    "MARGE_GLYPHES",
    "OCTETS",
    "OCTETS_DECOMPRESSES",
    "PAGES",
    "TEXTE",
    "nettoyer",
    "refuser_un_texte_trop_long",
]

OCTETS = 50 << 20
OCTETS_DECOMPRESSES = 200 << 20
PAGES = 2_000
TEXTE = 10_000_000
"""Characters of one document."""
MARGE_GLYPHES = 0.2
"""Share of unreadable characters above which a page's text is no text."""


def nettoyer(texte: str) -> str:
    """The text without control characters and half characters, spaces folded."""
    bons = (c if c.isprintable() else " " for c in texte if not "\ud800" <= c <= "\udfff")
    return " ".join("".join(bons).split())


def refuser_un_texte_trop_long(fichier: Path, caracteres: int) -> None:
    """Raise ErreurDeConnaissance beyond `TEXTE`."""
    if caracteres > TEXTE:
        raise ErreurDeConnaissance(
            fichier, f"le texte dépasse {TEXTE // 1_000_000} millions de caractères : "
            "découpez le document",
        )
