"""A passage: the smallest quotable piece of the knowledge, with a stable id and its place."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Passage"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A quotable text, word for word, and where it comes from.

    ``genre``: fiche (the text in force), edition (an earlier print), article (of the agreement), accord (that updates the directory),
    ancien (a fiche of before 2008), document (imported), regle (our restatement), bareme or
    repertoire (facts put in a sentence).
    ``contexte`` holds heading words added for search; it is never quoted. ``edition`` and
    ``superseded_by`` are ISO dates.
    """

    id: str
    texte: str
    genre: str
    source: str
    fiche: str | None = None
    section: str | None = None
    article: str | None = None
    url: str | None = None
    edition: str | None = None
    superseded_by: str | None = None
    contexte: str = ""
    langue: str = "fr"
