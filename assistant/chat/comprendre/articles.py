"""The article of the agreement that a question names: number, bis or ter, letters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.chat.connaissances import Connaissances
from assistant.chat.motif import motif
from assistant.retrieval import jetons

__all__ = ["ArticleNomme", "article_nomme"]

_LETTRE = r"[a-j](?![\w'’\u0300-\u036f])"
_LETTRES = (
    r"(?:(?:\s*[,;:(§-]\s*|\s*)(?:(?:paragraphes?|alin[ée]as?|points?|lettres?|paragraphs?|letters?)\s*)?"
    rf"(?P<lettres>{_LETTRE}(?:\s*(?:,|et|ou|and|or)\s*{_LETTRE})*)\)?)?"
)
_NOM = r"(?P<chapitre>\d{1,2})\s?(?P<b>b)?\s?[.\-]\s?(?P<rang>\d{2})(?!\d)(?:\s?(?P<suite>bis|ter)\b)?"
_NOMME = motif(rf"\b(?:articles?|art\b\.?)\s*(?:n\s*[°o]\s*)?{_NOM}{_LETTRES}")
_SEUL = motif(rf"\W*{_NOM}{_LETTRES}\W*")
# "l'article 2.12 a changé", "art 3.02 c quoi": a verb, not a letter
_VERBE = {
    "a": motif(r"\s+(?!(?:de|du|des|et|ou|pour|sur|svp|stp|merci|in|of|say|says|mean|means)\b)\w"),
    "c": motif(r"\s+(?:quoi|koi|quel\w*|est)\b"),
}


@dataclass(frozen=True, slots=True)
class ArticleNomme:
    """ ``numero`` as the agreement writes it ("3B.02", "1.09 bis"); ``lettres`` asked for.

    ``reste``: the question without the reference. ``texte_seul``: nothing is asked but its text.
    """

    numero: str
    lettres: tuple[str, ...]
    reste: str
    texte_seul: bool

    @property
    def nom(self) -> str:
        """ "3.02 d", "1.09 bis a, b"."""
        return f"{self.numero} {', '.join(self.lettres)}".strip()


def article_nomme(question: str, c: Connaissances) -> ArticleNomme | None:
    """The article a question names ("article 3B.02 c", "art 3-02d", "2.12 a" alone), or None."""
    bas = question.lower()
    trouve = _NOMME.search(bas) or _SEUL.fullmatch(bas)
    if trouve is None:
        return None
    numero = f"{trouve['chapitre']}{(trouve['b'] or '').upper()}.{trouve['rang']}"
    if trouve["suite"]:
        numero += f" {trouve['suite']}"
    lettres, fin = trouve["lettres"] or "", trouve.end()
    verbe = _VERBE.get(lettres)
    if verbe is not None and verbe.match(bas, fin):
        lettres, fin = "", trouve.start("lettres")
    reste = f"{bas[: trouve.start()]} {bas[fin:]}".strip()
    return ArticleNomme(
        numero, tuple(dict.fromkeys(re.findall(r"\b[a-j]\b", lettres))), reste,
        all(j.liaison or j.mot in c.mots_de_demande for j in jetons(reste)),
    )
