"""Passages: the smallest quotable pieces of the knowledge, each with a stable id and its place."""

from assistant.corpus.passages.fiches import (
    NOMS_DES_SECTIONS,
    passages_d_edition,
    passages_de_fiche,
)
from assistant.corpus.passages.modele import Passage
from assistant.corpus.passages.notres import (
    passage_de_repertoire,
    passages_de_bareme,
    passages_de_regle,
)
from assistant.corpus.passages.officiels import (
    passages_d_accord,
    passages_d_article,
    passages_d_un_ancien,
    passages_de_document,
)

__all__ = [
    "NOMS_DES_SECTIONS",
    "Passage",
    "passage_de_repertoire",
    "passages_d_accord",
    "passages_d_article",
    "passages_d_edition",
    "passages_d_un_ancien",
    "passages_de_bareme",
    "passages_de_document",
    "passages_de_fiche",
    "passages_de_regle",
]
