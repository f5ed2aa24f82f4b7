"""LangChain's view of our encoder. Imports langchain_core: import this module late."""

from __future__ import annotations

from langchain_core.embeddings import Embeddings

from .embeddings import Encodeur

__all__ = ["EncodeurLangChain"]


class EncodeurLangChain(Embeddings):
    """`langchain_core.embeddings.Embeddings` over an `Encodeur`, for LangChain's stores."""

    def __init__(self, encodeur: Encodeur) -> None:
        self.encodeur = encodeur

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return one normalised vector (`encodeur.dim` floats) per text."""
        vecteurs: list[list[float]] = self.encodeur.encode_document(texts).tolist()
        return vecteurs

    def embed_query(self, text: str) -> list[float]:
        """Return the normalised vector of a question."""
        vecteur: list[float] = self.encodeur.encode_query([text])[0].tolist()
        return vecteur
