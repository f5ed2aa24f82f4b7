"""Nothing leaves that is not in evidence: codes, articles, amounts, échelons, quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.chat.citations import localiser
from assistant.chat.motif import motif
from assistant.chat.rediger import Brouillon
from assistant.chat.reponse import Behaviour
from assistant.classification import Code, CodeInvalide, Echelon, EchelonInvalide, plier

__all__ = ["verifier"]

_CODE = motif(r"\b(?:AAA|AA|CC|[A-N]|Z)\.(?:C\.(?:IV|V|I{1,3})|\d{1,2})\.\d{1,2}\b")
_ARTICLE = motif(r"\bart(?:icle)?s?\.?\s+(\d[B]?\.\d\d(?:\s[a-h])?)")
_MONTANT = motif(  # "€1,598.57", "1 598,57 €"
    r"€\s?(?P<en>\d{1,3}(?:,\d{3})+(?:\.\d\d)?|\d+(?:\.\d\d)?(?![\d,\u202f]))|€\s?(?P<avant>\d[\d\s\u202f]*(?:,\d\d)?)"
    r"|(?P<apres>\d[\d\s\u202f]*(?:,\d\d)?)\s?€")
_ECHELON = motif(r"\béchelons?\s(?:de référence\s)?(\d{1,4})\b")


def verifier(b: Brouillon) -> list[str]:
    """What in the draft is not in evidence, each in words; an empty list lets it pass."""
    texte = _hors_citations(b)
    return [
        *_citations(b),
        *_codes(b, texte),
        *_articles(b, texte),
        *_montants(b, texte),
        *_echelons(b, texte),
    ]


def _hors_citations(b: Brouillon) -> str:
    """The answer without the words it quotes: those are checked against their passages."""
    texte = b.rendu()
    for citation in sorted(b.citations, key=lambda c: -len(c.quote)):
        texte = texte.replace(citation.quote.strip(" ,;."), "")
    return texte


def _citations(b: Brouillon) -> Iterable[str]:
    if b.behaviour is Behaviour.REFUSE and b.citations:
        yield "des sources sous un refus"
    for citation in b.citations:
        passage = b.c.kb.par_id.get(citation.passage)
        lieu = localiser(citation.quote, passage.texte) if passage else None
        if lieu is None or not lieu.entier:
            yield f"citation introuvable : {citation.passage}"


def _codes(b: Brouillon, texte: str) -> Iterable[str]:
    for brut in set(_CODE.findall(texte)):
        try:
            connu = str(Code.lire(brut)) in b.c.kb.fiches
        except CodeInvalide:
            connu = False
        if not connu and plier(brut) not in plier(b.comprehension.question):
            yield f"code inconnu : {brut}"


def _articles(b: Brouillon, texte: str) -> Iterable[str]:
    connus = {a.article for r in b.c.kb.regles.values() for a in r.articles}
    connus |= {c.article for c in b.citations if c.article}
    bases = {a.split()[0] for a in connus}
    for brut in set(_ARTICLE.findall(texte)):
        article = " ".join(brut.split())
        # a letter that is a word of its own ("art. 3.03 a…") leaves the number, which must be known
        if article not in connus and article.split()[0] not in bases:
            yield f"article inconnu : {article}"


def _montants(b: Brouillon, texte: str) -> Iterable[str]:
    preuves = [c.quote for c in b.citations]
    if b.positionnement:
        preuves += [m.consequence(b.langue) for m in b.positionnement.motifs]
    permis = {_nombre(m) for p in preuves for m in _MONTANT.finditer(p)}
    if (salaire := b.comprehension.situation.salaire_base) is not None:
        permis.add(float(salaire))
    permis |= {float(v) for v in b.calcules}
    if b.montant:
        permis |= {float(b.montant["valeur"]), float(b.montant["base"])}
    for m in _MONTANT.finditer(texte):
        valeur = _nombre(m)
        if valeur not in permis:
            yield f"montant sans source : {valeur:g} €"


def _nombre(m: re.Match[str]) -> float:
    if m["en"]:
        return float(m["en"].replace(",", ""))
    return float(re.sub(r"[\s\u202f]", "", m["avant"] or m["apres"]).replace(",", "."))


def _echelons(b: Brouillon, texte: str) -> Iterable[str]:
    dits = {m.valeurs[0] for m in b.comprehension.mentions.de("echelon")}
    dits |= {str(getattr(b.comprehension.situation, f)) for f in ("echelon_actuel", "echelon_demande")}
    for brut in set(_ECHELON.findall(texte)):
        try:
            Echelon(numero=int(brut))
        except EchelonInvalide:
            if brut not in dits and not 13 <= int(brut) <= 16:
                yield f"échelon inconnu : {brut}"
