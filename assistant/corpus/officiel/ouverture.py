"""The version of the official texts to serve from, made first from a given file if need be."""

from __future__ import annotations

import logging
from pathlib import Path

from assistant.corpus.erreurs import ErreurDeConnaissance
from assistant.corpus.officiel.depot import version_courante
from assistant.corpus.officiel.erreurs import ErreurDeDepot

__all__ = ["assurer_textes"]

_journal = logging.getLogger(__name__)


def assurer_textes(data_dir: Path, kali_file: Path | None = None) -> Path | None:
    """The version folder that serves; None where there are no official texts.

    Without one, the official file of the setting `kali_file` is read into the data folder once.
    Where that fails the reason is logged and the repository's facts serve alone.
    """
    courante = version_courante(data_dir)
    if courante is not None or kali_file is None:
        return courante
    from assistant.corpus.officiel.fabrication import mettre_a_jour
    from assistant.corpus.officiel.importation import lire_apports

    try:
        mettre_a_jour(data_dir, lire_apports([kali_file]))
    except (ErreurDeDepot, ErreurDeConnaissance) as erreur:
        _journal.warning("Les textes officiels n'ont pas pu être préparés : %s", erreur)
        return None
    return version_courante(data_dir)
