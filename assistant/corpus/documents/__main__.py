"""The reading process of `lecture.lire_document`: a path in, one JSON object out."""

from __future__ import annotations

import contextlib
import json
import sys
from dataclasses import asdict
from pathlib import Path

from assistant.corpus.documents.lecture import MEMOIRE, lire_ici
from assistant.corpus.erreurs import ErreurDeConnaissance


def _se_limiter() -> None:
    try:
        import resource
    except ImportError:  # Windows: the time limit alone holds
        return
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMOIRE, MEMOIRE))


def main() -> None:
    """Read ``argv[1]``; write the document, or ``{"erreur": …}``."""
    _se_limiter()
    fichier = Path(sys.argv[1])
    try:
        sortie = asdict(lire_ici(fichier))
    except ErreurDeConnaissance as erreur:
        sortie = {"erreur": erreur.attendu}
    sys.stdout.buffer.write(json.dumps(sortie).encode("ascii"))


if __name__ == "__main__":
    main()
