"""What the agreement says of a point that is not worked out: quoted, never interpreted."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.chat.rediger.brouillon import Brouillon
from assistant.corpus import Passage

__all__ = ["rediger_convention"]


def rediger_convention(b: Brouillon, passages: Sequence[Passage]) -> bool:
    """Quote the paragraphs that speak of the question; False (nothing written) without any."""
    if not passages:
        return False
    b.dire("convention_tete")
    for passage in passages:
        lieu = f"art. {passage.article}" if passage.article else passage.source
        b.dire("convention_ligne", lieu=lieu, texte=passage.texte.strip())
        b.citer(passage)
    b.dire("convention_fin")
    return True
