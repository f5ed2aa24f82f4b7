"""An imported document: its paragraphs, page by page."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from assistant.classification import sans_accents

__all__ = ["Document", "depuis_json", "documents_de", "en_json", "nom_de_document"]

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Document:
    """A PDF or DOCX as read: ``pages[0][1]`` is the second paragraph of the first page.

    ``nom``: lower-case letters, digits and hyphens, from the file's name; it stands in the
    passages' ids (`document:NOM/p3/2`). ``sha256``: of the original file. ``avis``: what was
    left aside while reading, in French sentences.
    """

    nom: str
    sha256: str
    pages: tuple[tuple[str, ...], ...]
    fichier: str = ""
    avis: tuple[str, ...] = ()

    @property
    def paragraphes(self) -> int:
        """How many paragraphs there are."""
        return sum(map(len, self.pages))

    @property
    def caracteres(self) -> int:
        """How many characters of text there are."""
        return sum(len(p) for page in self.pages for p in page)


def nom_de_document(fichier: str) -> str:
    """The name a document gets from its file's: "Note RH 2026.pdf" → "note-rh-2026"."""
    tige = fichier.rsplit(".", 1)[0] if "." in fichier[1:] else fichier
    return re.sub(r"[^a-z0-9]+", "-", sans_accents(tige)).strip("-")[:60].strip("-") or "document"


def en_json(document: Document) -> bytes:
    """The document's file; the file name is not in it, so that a copy is the same document."""
    corps = {
        "format": FORMAT, "nom": document.nom, "sha256": document.sha256,
        "pages": document.pages, "avis": document.avis,
    }
    return json.dumps(corps, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def depuis_json(octets: bytes) -> Document:
    """Read what `en_json` wrote; raises ValueError, KeyError or TypeError for anything else."""
    lu = json.loads(octets)
    if lu["format"] != FORMAT:
        raise ValueError(f"document of format {lu['format']}")
    pages = tuple(tuple(map(str, page)) for page in lu["pages"])
    return Document(str(lu["nom"]), str(lu["sha256"]), pages, avis=tuple(map(str, lu["avis"])))


def documents_de(dossier: Path) -> tuple[Document, ...]:
    """The imported documents of a version folder, by name; () without any."""
    return tuple(
        depuis_json(fichier.read_bytes())
        for fichier in sorted((dossier / "documents").glob("*.json"))
    )
