"""Documents of the firm (PDF, DOCX) as paragraphs by page."""

from assistant.corpus.documents.lecture import lire_document
from assistant.corpus.documents.modeles import Document, documents_de

__all__ = ["Document", "documents_de", "lire_document"]
