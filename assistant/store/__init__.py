"""Conversations kept on disk: questions, answers, the facts understood, when and by what."""

from assistant.store.erreurs import Cause, ErreurMagasin
from assistant.store.magasin import ConversationEnregistree, Magasin, TourEnregistre

__all__ = ["Cause", "ConversationEnregistree", "ErreurMagasin", "Magasin", "TourEnregistre"]
