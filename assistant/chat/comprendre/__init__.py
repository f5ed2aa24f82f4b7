"""Understanding people: one turn in, its meaning out."""

from assistant.chat.comprendre.comprehension import Comprehension, comprendre
from assistant.chat.comprendre.intention import Intention, Voisin
from assistant.chat.comprendre.langue import langue_de
from assistant.chat.comprendre.motifs import Texte

__all__ = ["Comprehension", "Intention", "Texte", "Voisin", "comprendre", "langue_de"]
