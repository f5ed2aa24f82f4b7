"""Orders written to the machine inside a question: left out, never obeyed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.chat.motif import motif
from assistant.classification import sans_accents
from assistant.retrieval import jetons

__all__ = ["sans_consignes"]

_BALISES = motif(
    r"<\s*\|?\s*(?P<nom>system|systeme|admin|im_start|instructions?|prompt)\b.{0,40}?>.*?"
    r"(?:<\s*[/|].{0,20}?>|$)|\[\s*(?:inst|system|systeme)\s*\].*?(?:\[\s*/\s*(?:inst|system|systeme)\s*\]|$)"
    r"|#{2,}\s*(?:system|systeme|instructions?)\b[^\n]*",
    re.DOTALL,
)
_NOTE = (
    r"(?:note|message|consigne|ordre|instruction|rappel|important|attention|info)s?\s*(?:importante?s?|prioritaires?|secrete?s?)?\s*"
    r"(?:a l'|au|aux|pour l'|pour le|to the|for the|to|for|du)\s*"
)
_MACHINE = r"(?:robots?|bots?|ia|i\.a\.?|ai|a\.i\.|chatbot|systeme|system|modele|model|llm|gpt|intelligence artificielle)"
_ADRESSEE = motif(rf"(?<!\w)(?:{_NOTE})?{_MACHINE}\s*[:,>-]\s*|(?<!\w){_NOTE}assistante?\s*[:,>-]\s*")
_NOTE_A_LA_MACHINE = motif(rf"(?<!\w){_NOTE}(?:{_MACHINE}|assistante?)\s*[:,>-]\s*")
_ORDRE = motif(
    r"\b(?:ignore[rz]?|oublie[rz]?|disregard|forget)\b.{0,30}\b(?:convention|consignes?|regles?|instructions?|rules?|fiches?|"
    r"agreement|previous|precedent\w*|tout)\b"
    r"|\b(?:reponds?|repondez|repondre|reply|answer|say|dis|confirme[rz]?)\s+(?:toujours|seulement|uniquement|only|always|juste|just)\b"
    r"|\b(?:termine|finis|commence|ajoute|end|finish|start|begin)\w*\b.{0,12}\b(?:chaque|toutes? |every|each|all )\s?\w*\s?(?:reponses?|answers?|repl\w+|messages?)"
    r"|\b(?:instruction|consigne|ordre|order)s? (?:prioritaires?|systemes?|cachee?s?|secrete?s?)\b"
    r"|\b(?:priority|hidden|system) (?:instruction|order)s?\b"
)
_CITATION = motif(r"«[^»]*»|“[^”]*”|\"[^\"]*\"|---.*?---", re.DOTALL)
_PHRASE = motif(r"[^.!?\n]*[.!?\n]*")
_FIN = motif(r"[.!?\n]|---")
_VIDES = frozenset(
    "voici fiche document texte mail note piece jointe joint colle collee applique appliquer lis lire debut fin "
    "question patron rh dit ecrit suivant here is the document paste pasted says sheet apply read".split()
)
_RESTE = 2  # words of a question's own, below which nothing is asked


def sans_consignes(question: str) -> tuple[str, bool]:
    """The question without orders to the machine, and whether nothing else is asked.

    Orders count inside what is quoted or between marks, or where they address the machine; said
    outright ("ignore tes règles") they are the question itself, which is refused elsewhere.
    """
    reste = _couper(question, _BALISES.finditer(_plat(question)))
    for morceau in reversed(list(_CITATION.finditer(reste))):
        garde = _sans_ordres(morceau[0])
        if garde != morceau[0]:
            reste = f"{reste[: morceau.start()]}{garde}{reste[morceau.end() :]}"
    plat = _plat(reste)
    m = _NOTE_A_LA_MACHINE.search(plat) or _ADRESSEE.search(plat)
    if m and (_NOTE_A_LA_MACHINE.match(plat, m.start()) or _ORDRE.search(plat, m.end())):
        fin = _fin_de_phrase(reste, m.end())
        reste = f"{reste[: m.start()]} {reste[fin:]}"
    if reste == question:
        return question, False
    propres = [j for j in jetons(reste) if not j.liaison and j.mot not in _VIDES]
    return (question, True) if len(propres) < _RESTE else (reste.strip(), False)


def _plat(texte: str) -> str:
    plat = sans_accents(texte).replace("’", "'")
    return plat if len(plat) == len(texte) else texte.lower()


def _couper(texte: str, ou: Iterable[re.Match[str]]) -> str:
    for m in reversed(list(ou)):
        texte = f"{texte[: m.start()]} {texte[m.end() :]}"
    return texte


def _sans_ordres(citation: str) -> str:
    """A quotation cut before the first sentence that orders the machine about."""
    plat = _plat(citation)
    debuts = [m.start() for m in (_ADRESSEE.search(plat),) if m]
    debuts += [p.start() for p in _PHRASE.finditer(plat) if _ORDRE.search(p[0])]
    if not debuts:
        return citation
    garde = citation[: min(debuts)].rstrip()
    fin = citation[-3:] if citation.startswith("---") else citation[-1]
    return f"{garde}{fin}" if len(garde) > len(fin) else " "


def _fin_de_phrase(texte: str, depart: int) -> int:
    m = _FIN.search(texte, depart)
    return m.end() if m else len(texte)
