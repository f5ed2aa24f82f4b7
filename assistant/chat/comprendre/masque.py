"""The name of a job says nothing of what is asked: it is replaced before intents are told."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.retrieval import Lexique, Mention, Mentions

__all__ = ["masquer", "masquer_les_noms"]

_A_LA_PLACE: Mapping[str, str] = {
    "fiche": "gestionnaire", "partiel": "gestionnaire", "ancien": "gestionnaire",
    "certification": "BTS",
}


def masquer_les_noms(texte: str, lexique: Lexique) -> str:
    """A text with every job and certification it names replaced by one and the same."""
    return masquer(texte, lexique.lier(texte))


def masquer(texte: str, mentions: Mentions) -> str:
    """The same, of a text already linked."""
    morceaux: list[str] = []
    lu = 0
    for mention in sorted(mentions.de(*_A_LA_PLACE), key=_place):
        if mention.debut < lu:
            continue
        morceaux += (texte[lu : mention.debut], _A_LA_PLACE[mention.genre])
        lu = mention.fin
    return "".join((*morceaux, texte[lu:]))


def _place(mention: Mention) -> tuple[int, int]:
    return mention.debut, -mention.fin
