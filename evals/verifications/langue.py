"""Check that the answer is in the language asked for, and really so.

A general detector (lingua) was measured on our answers and misreads them: the domain's nouns
stay French in English ("A Gestionnaire is on échelon 23" is 97 % French to it), and figures
and codes weigh as words. Function words do not lie that way, so we count them, outside quotes,
and also sentence by sentence: one French sentence in an English answer is a fault. What a fiche
says stands in French in any answer: text of the answer's own citations of a fiche is set aside,
and so are the titles, as the directory has them, of the fiches whose code the answer writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evals.verifications.base import Contexte, PassageLu, Reponse, Verdict, lire, meme_texte

__all__ = ["langue", "langue_du_texte"]

# Neither list holds words of both languages ("on", "a", "an", "or", "plus"…) nor single letters,
# which are those of articles and niveaux ("3B.02 d", "niveau I").
_FR = """
    le la les un une des du de et ou est sont au aux en dans par pour sur avec sans que qui ce cette
    ces il elle ils elles vous votre vos nous je ne pas peut peuvent si mais donc l qu quel quelle
    quels quelles se sa ses leur leurs être avoir aussi cela ici y sous selon entre lorsque quand
    alors où dont
"""
_EN = """
    the of and is are was were in to for with without by from that which who this these those it its
    they you your we our not no can cannot may must if but so what when where be been have has had
    do does did at there their them he she his her also under between than then would should will
    could into
"""
_MOTS = {"fr": frozenset(_FR.split()), "en": frozenset(_EN.split())}
_ENTRE_GUILLEMETS = re.compile('«[^»]*»|“[^”]*”|"[^"]*"|^>.*$', re.MULTILINE)
_PHRASES = re.compile(r"[.!?:;\n]+(?:\s+|$)")
_MOT = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"\b[A-Z]{1,3}\.(?:C\.[IV]+|\d{1,2})\.\d{1,2}\b")
_MOTS_PAR_PHRASE = 5
_PART_ETRANGERE = 0.8


def langue(reponse: Reponse, contexte: Contexte) -> Verdict:
    """Always checked: the field ``language`` is the case's, and so is the text."""
    champ, texte = lire(reponse, "language"), _sans_les_fiches(reponse, contexte)
    lue = langue_du_texte(texte)
    etrangere = next(_phrases_etrangeres(texte, contexte.langue), None)
    ok, phrase = True, f"Langue de la réponse : {champ}."
    if champ != contexte.langue:
        ok, phrase = False, f"Le champ « language » dit {champ}, attendu {contexte.langue}."
    elif lue not in (None, contexte.langue):
        ok, phrase = False, f"Le texte se lit en {lue}, attendu {contexte.langue}."
    elif etrangere:
        ok, phrase = False, f"Une phrase n'est pas en {contexte.langue} : « {etrangere[:80]} »."
    return Verdict("langue", ok, {"champ": champ, "lue": lue}, contexte.langue, phrase)


def langue_du_texte(texte: str) -> str | None:
    """Return "fr" or "en" by function words outside quotes; None when they do not decide."""
    fr, en = _compter(_ENTRE_GUILLEMETS.sub(" ", texte))
    return None if fr == en else ("fr" if fr > en else "en")


def _sans_les_fiches(reponse: Reponse, contexte: Contexte) -> str:
    """The answer without titles and what it repeats of fiches it cites (rules are in both languages)."""
    lignes = [meme_texte(ligne) for ligne in lire(reponse, "answer").splitlines()]
    texte = "\n".join(lignes)
    for citation in reponse.get("citations", ()):
        if citation.get("fiche") and citation.get("quote"):
            texte = texte.replace(meme_texte(citation["quote"]).rstrip(" .,;:"), " ")
    for code in set(_CODE.findall(texte)):
        for titre in _titres(contexte.passages.get(f"repertoire:{code}")):
            texte = texte.replace(titre, " ")
    return texte


def _titres(passage: PassageLu | None) -> list[str]:
    """The titles in "CODE : titre, titre ; filière ; échelon…", the longest first."""
    if passage is None:
        return []
    titres = meme_texte(passage.texte).partition(" : ")[2].partition(" ; ")[0]
    return sorted((t for t in titres.split(", ") if t), key=len, reverse=True)


def _phrases_etrangeres(texte: str, voulue: str) -> Iterator[str]:
    """Sentences outside quotes, long enough to tell, that are in the other language."""
    for phrase in _PHRASES.split(_ENTRE_GUILLEMETS.sub(" ", texte)):
        fr, en = _compter(phrase)
        autre = en if voulue == "fr" else fr
        if fr + en >= _MOTS_PAR_PHRASE and autre / (fr + en) >= _PART_ETRANGERE:
            yield " ".join(phrase.split())


def _compter(texte: str) -> tuple[int, int]:
    mots = _MOT.findall(meme_texte(texte).lower())
    return sum(m in _MOTS["fr"] for m in mots), sum(m in _MOTS["en"] for m in mots)
