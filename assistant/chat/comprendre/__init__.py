"""Understanding people: one turn in, its meaning out."""

from assistant.chat.comprendre.comprehension import Comprehension, comprendre
from assistant.chat.comprendre.intention import Estimation, Intention
from assistant.chat.comprendre.langue import langue_de
from assistant.chat.comprendre.motifs import Texte

__all__ = ["Comprehension", "Estimation", "Intention", "Texte", "comprendre", "langue_de"]
