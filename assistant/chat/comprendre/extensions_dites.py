"""The extensions of a fiche that a person says they do, in words the fiche does not use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.chat.comprendre.motifs import Texte
from assistant.chat.comprendre.regles_dites import activites_des_regles
from assistant.chat.motif import motif
from assistant.classification import Fiche, sans_accents

if TYPE_CHECKING:
    from assistant.chat.connaissances import Connaissances

__all__ = ["extensions_dites", "faits_de_la_fiche"]

_SOUHAIT = motif(
    r"\b(?:voudrais|aimerais|envie de|si je|si j'|je veux|pourrais|would like|want to|if i|could i)\b")
_QUESTION = motif(r"\b(?:extensions?|contenu|content|fait partie|compte comme|compris dans|part of)\b")


def extensions_dites(texte: str, fiche: Fiche | None, c: Connaissances) -> tuple[str, ...]:
    """The fiche's own extensions, as printed, that the text tells in other words.

    What the contenu holds too is no extension; a wish, or a question on the list, tells nothing.
    """
    plat = sans_accents(texte)
    if fiche is None or not fiche.extensions or _SOUHAIT.search(plat) or _QUESTION.search(plat):
        return ()
    prepare = Texte.de(texte)
    trouvees: list[str] = []
    for dite in c.extensions_dites:
        siennes = [e for e in fiche.extensions if Texte.de(e).trouve(dite.imprime)]
        if not siennes or any(Texte.de(x).trouve(dite.imprime) for x in fiche.contenu or ()):
            continue
        if prepare.trouve(dite.dit) and not prepare.trouve(dite.sauf):
            trouvees.append(siennes[0].strip(" .;,"))
    return tuple(dict.fromkeys(trouvees))


def faits_de_la_fiche(texte: str, fiche: Fiche | None, c: Connaissances) -> dict[str, object]:
    """What a description tells of the fiche it led to: its extensions, what its own rules look at."""
    faits: dict[str, object] = {}
    if extensions := extensions_dites(texte, fiche, c):
        faits["extensions_exercees"] = list(extensions)
    if siennes := activites_des_regles(texte, fiche, c):
        faits["activites_complementaires"] = list(siennes)
    return faits
