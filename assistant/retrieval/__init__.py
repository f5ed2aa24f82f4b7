"""Finding the passages that bear on a question: vector index and encoder.

Nothing heavy is imported here; torch, sentence_transformers, chromadb and langchain load on
the first call that needs them.
"""

from __future__ import annotations

from .articles import Articles, Trouve
from .embeddings import Encodeur, EncodeurPhrases, charger_encodeur
from .erreurs import ErreurEncodeur, ErreurIndex, ErreurRecherche, IndexAbsent, IndexCorrompu
from .index import Index, Resultat, assurer_index
from .lexique import Jeton, Lexique, Mention, Mentions, jetons, tige

__all__ = [
    "Articles",
    "Encodeur",
    "EncodeurPhrases",
    "ErreurEncodeur",
    "ErreurIndex",
    "ErreurRecherche",
    "Index",
    "IndexAbsent",
    "IndexCorrompu",
    "Jeton",
    "Lexique",
    "Mention",
    "Mentions",
    "Resultat",
    "Trouve",
    "assurer_index",
    "charger_encodeur",
    "jetons",
    "tige",
]
