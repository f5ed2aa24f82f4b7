"""The chat: understands a turn, computes, writes, verifies. Imports nothing heavy by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assistant.chat.assistant import Assistant, QuestionInvalide
from assistant.chat.citations import localiser
from assistant.chat.connaissances import Connaissances
from assistant.chat.etat import Etat
from assistant.chat.reponse import Behaviour, Citation, Reponse

if TYPE_CHECKING:
    from assistant.chat.chain import build_chain

__all__ = [
    "Assistant",
    "Behaviour",
    "Citation",
    "Connaissances",
    "Etat",
    "QuestionInvalide",
    "Reponse",
    "build_chain",
    "localiser",
]


def __getattr__(nom: str) -> Any:
    """`build_chain` brings LangGraph with it: loaded only when asked for."""
    if nom == "build_chain":
        from assistant.chat.chain import build_chain

        return build_chain
    raise AttributeError(nom)
