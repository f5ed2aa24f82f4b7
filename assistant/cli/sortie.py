"""How results are printed: for people on a terminal, or as the contract's JSON."""

from __future__ import annotations

import json
import re
import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

import click

from assistant.cli.flux import nettoyer

__all__ = [
    "TEXTES",
    "attente",
    "ecrire_json",
    "ecrire_reponse",
    "en_clair",
    "ligne",
    "note",
    "plier",
    "titre",
]

TEXTES: Mapping[str, Mapping[str, str]] = {
    "fr": {
        "sources": "Sources",
        "calcul": "Calcul",
        "effets": "Ce que cela change",
        "manque": "Pour préciser",
        "edition": "édition du",
        "change": "Texte modifié depuis :",
        "avis": "Cette réponse informe. Elle ne décide pas : en cas de désaccord, faites relire "
        "votre situation.",
        "oui": "oui",
        "non": "non",
        "ou": "ou",
    },
    "en": {
        "sources": "Sources",
        "calcul": "Calculation",
        "effets": "What this changes",
        "manque": "To be more precise",
        "edition": "edition of",
        "change": "Text changed since:",
        "avis": "This answer informs. It does not decide: if you disagree with your employer, have "
        "your situation reviewed.",
        "oui": "yes",
        "non": "no",
        "ou": "or",
    },
}
_MOIS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
_COLLE = re.compile(r"(?<=«) | (?=[:;!?»])")
_JOINT = "\ue000"
"""Stands, while a text is folded, for a space at which French breaks no line."""
_PUCE = re.compile(r"\s*(?:[-*•–]|\d+[.)])\s+")


def ecrire_json(objet: Mapping[str, Any]) -> None:
    """Print one JSON object, in UTF-8, readable by people too."""
    click.echo(json.dumps(objet, ensure_ascii=False, indent=2))


def note(texte: str) -> None:
    """Say something beside the result, on standard error."""
    click.echo(nettoyer(texte), err=True)


@contextmanager
def attente(texte: str) -> Iterator[None]:
    """Show a text on a terminal's standard error while something slow runs, then take it away."""
    visible = sys.stderr is not None and sys.stderr.isatty()
    if visible:
        click.echo(texte, nl=False, err=True)
    try:
        yield
    finally:
        if visible:
            click.echo("\r" + " " * len(texte) + "\r", nl=False, err=True)


def titre(texte: str) -> None:
    """Print a heading, after an empty line."""
    click.echo("\n" + click.style(nettoyer(texte), bold=True))


def ligne(texte: str, debut: str = "") -> None:
    """Print a text folded to the terminal's width; see `plier`."""
    click.echo(plier(texte, debut))


def plier(texte: str, debut: str = "") -> str:
    """Fold a text to the terminal's width; ``debut`` starts it, what follows aligns.

    Line breaks of the text stay; a list item's further lines align under its words.
    """
    lignes: list[str] = []
    for morceau in nettoyer(texte).split("\n"):
        puce = _PUCE.match(morceau)
        plie = textwrap.wrap(
            _COLLE.sub(_JOINT, morceau),
            _largeur(),
            initial_indent=debut,
            subsequent_indent=" " * (len(debut) + (len(puce[0]) if puce else 0)),
            break_long_words=False,
            break_on_hyphens=False,
        )
        lignes += plie or [""]
        debut = " " * len(debut)
    return "\n".join(lignes).replace(_JOINT, " ")


def _largeur() -> int:
    return max(40, min(100, shutil.get_terminal_size((80, 24)).columns))


def ecrire_reponse(reponse: Mapping[str, Any], avis: bool = True) -> None:
    """Print an answer (contract of `ask --json`): text, sources, calculation, what is missing."""
    textes = TEXTES.get(str(reponse.get("language")), TEXTES["fr"])
    ligne(str(reponse.get("answer", "")))
    _sources(reponse.get("citations") or (), textes)
    motifs = reponse.get("motifs") or ()
    if not _deja_dit(motifs, str(reponse.get("answer", ""))):
        _calcul(motifs, textes)
    _effets(reponse.get("consequences") or (), str(reponse.get("answer", "")), textes)
    _manque(reponse.get("missing") or (), textes)
    if avis:
        click.echo()
        ligne(textes["avis"])


def _sources(citations: Iterable[Mapping[str, Any]], textes: Mapping[str, str]) -> None:
    for rang, c in enumerate(citations, 1):
        if rang == 1:
            titre(textes["sources"])
        debut = f" {rang}. "
        guillemets = "« {} »" if textes is TEXTES["fr"] else "“{}”"
        ligne(guillemets.format(str(c.get("quote", "")).strip()), debut)
        marge = " " * len(debut)
        ligne(_reference(c, textes), marge)
        if c.get("url"):
            click.echo(marge + nettoyer(str(c["url"])))
        if c.get("superseded_by"):
            ligne(f"{textes['change']} {en_clair(c['superseded_by'], textes)}", marge)


def _reference(citation: Mapping[str, Any], textes: Mapping[str, str]) -> str:
    source = str(citation.get("source") or "")
    parties = [source]
    article = citation.get("article")
    if article and str(article) not in source:
        parties.append(f"art. {article}")
    if citation.get("edition"):
        parties.append(f"{textes['edition']} {en_clair(citation['edition'], textes)}")
    return ", ".join(p for p in parties if p)


def _deja_dit(motifs: Sequence[Mapping[str, Any]], reponse: str) -> bool:
    """True when the answer tells most steps itself: a second list would only repeat them."""
    dits = sum(str(m.get("consequence", "")).rstrip(" .") in reponse for m in motifs)
    return 2 * dits > len(motifs)


def _calcul(motifs: Iterable[Mapping[str, Any]], textes: Mapping[str, str]) -> None:
    for rang, m in enumerate(motifs, 1):
        if rang == 1:
            titre(textes["calcul"])
        article = f" (art. {m['article']})" if m.get("article") else ""
        fait, consequence = (str(m.get(nom, "")).rstrip(" .") for nom in ("fait", "consequence"))
        ligne(f"{fait} → {consequence}{article}", f" {rang}. ")


def _effets(
    consequences: Iterable[Mapping[str, Any]], reponse: str, textes: Mapping[str, str]
) -> None:
    """What the placement changes, with the calculation; not what the answer has said already."""
    a_dire = [c for c in consequences if c.get("valeur") is not None
              and str(c.get("texte", "")) not in reponse]
    for rang, c in enumerate(a_dire):
        if rang == 0:
            titre(textes["effets"])
        ligne(str(c["texte"]), " - ")
        for etape in c.get("calcul") or ():
            ligne(str(etape), "   ")


def _manque(manques: Iterable[Mapping[str, Any]], textes: Mapping[str, str]) -> None:
    for rang, m in enumerate(manques, 1):
        if rang == 1:
            titre(textes["manque"])
        choix = f" ({' / '.join(map(str, m['choix']))})" if m.get("choix") else ""
        ligne(f"{m.get('question') or m.get('fait')}{choix}", " - ")


def en_clair(valeur: object, textes: Mapping[str, str] = TEXTES["fr"]) -> str:
    """A value of the contract in words: oui, a list with commas, "2 juillet 2008"."""
    if isinstance(valeur, bool):
        return textes["oui" if valeur else "non"]
    if isinstance(valeur, list | tuple):
        return ", ".join(en_clair(v, textes) for v in valeur)
    texte = str(valeur)
    if textes is TEXTES["fr"] and re.fullmatch(r"\d{4}-\d{2}-\d{2}", texte):
        try:
            jour = date.fromisoformat(texte)
        except ValueError:
            return texte
        return f"{'1er' if jour.day == 1 else jour.day} {_MOIS.split()[jour.month - 1]} {jour.year}"
    return texte
