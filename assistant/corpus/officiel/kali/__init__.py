"""Reader of the agreement's KALI file."""

from assistant.corpus.officiel.kali.lecture import lire_kali

__all__ = ["lire_kali"]
