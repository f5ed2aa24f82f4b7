"""The Chroma collection of an index, as a LangChain vector store. Heavy imports stay inside."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from .embeddings import Encodeur

if TYPE_CHECKING:
    from langchain_chroma import Chroma

__all__ = ["COLLECTION", "Magasin"]

COLLECTION = "passages"


class Magasin:
    """A `langchain_chroma.Chroma` over a persistent client: cosine space, no telemetry.

    `taille`: number of passages expected when the collection is created. The vector files
    are written once that many are in, so that a copy opens complete and without rebuilding.
    """

    def __init__(self, dossier: Path, encodeur: Encodeur, taille: int | None = None) -> None:
        import chromadb
        from chromadb.config import Settings
        from langchain_chroma import Chroma

        from .adaptateur import EncodeurLangChain

        # Any: the declared type of the client lacks `close`.
        self._client: Any = chromadb.PersistentClient(
            path=str(dossier), settings=Settings(anonymized_telemetry=False)
        )
        try:
            self.chroma: Chroma = Chroma(
                client=self._client,
                collection_name=COLLECTION,
                embedding_function=EncodeurLangChain(encodeur),
                collection_configuration=None if taille is None else _configuration(taille),
                create_collection_if_not_exists=taille is not None,
            )
        except BaseException:
            self.fermer()
            raise

    def __len__(self) -> int:
        """Number of passages in the collection."""
        nombre: int = self._client.get_collection(COLLECTION, embedding_function=None).count()
        return nombre

    def fermer(self) -> None:
        """Close the database; calling it again does nothing."""
        self._client.close()


def _configuration(taille: int) -> Any:
    seuil = max(2, taille)
    return {"hnsw": {"space": "cosine", "sync_threshold": seuil, "batch_size": min(100, seuil)}}
