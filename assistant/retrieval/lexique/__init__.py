"""Text → linked mentions."""

from assistant.retrieval.lexique.jetons import Jeton, jetons, tige
from assistant.retrieval.lexique.lexique import Lexique
from assistant.retrieval.lexique.mentions import Mention, Mentions

__all__ = ["Jeton", "Lexique", "Mention", "Mentions", "jetons", "tige"]
