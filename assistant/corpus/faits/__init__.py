"""The directory's facts, read again from the official data and compared with what is committed."""

from assistant.corpus.faits.comparaison import comparer, mettre_a_jour
from assistant.corpus.faits.modeles import ABSENT, Difference, Fait, Faits
from assistant.corpus.faits.regenerer import Inscrits, regenerer

__all__ = [
    "ABSENT",
    "Difference",
    "Fait",
    "Faits",
    "Inscrits",
    "comparer",
    "mettre_a_jour",
    "regenerer",
]
