"""What agreements say of codes: created, changed, renamed, deleted, and under which title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.classification import sans_accents
from assistant.corpus.faits.titres import decouper_titres
from assistant.corpus.officiel.kali.arbre import ArbreKali, ArticleBrut
from assistant.corpus.officiel.kali.codes import codes_cites
from assistant.corpus.officiel.kali.dates import date_du_titre
from assistant.corpus.officiel.kali.html import lignes

__all__ = ["Mouvement", "Objet", "RegleGenerale", "lire_mouvements", "lire_regles_generales"]

Objet = Literal["modifie", "cree", "supprime", "renomme"]

_OBJETS: tuple[tuple[Objet, re.Pattern[str]], ...] = (
    ("renomme", re.compile(r"precedemment denomme")),
    ("supprime", re.compile(r"\bsupprimees?\b")),
    ("cree", re.compile(r"\bcreees?\b|\bcree une fiche")),
    ("modifie", re.compile(r"\bmodifiees?\b")),
)
_RAPPEL = re.compile(r"a fait l.objet|conformement a")
_TOUTES = re.compile(r"toutes les fiches du rnqsa")
_CADRES = re.compile(r"fiches de qualification des cadres")
_CITATION = re.compile(r"« ?([^«»]+?) ?»")
_ENTRE = re.compile(r"^\W{0,4}(?:fiche )?\W{0,3}$")
_JETON = "⟦{}⟧"
_UN_JETON = re.compile(r"⟦(\d+)⟧")


@dataclass(frozen=True, slots=True)
class Mouvement:
    """One code in one article of an agreement.

    ``objet`` is None where the article only names the code with its title; ``titres`` are ()
    where the article gives none.
    """

    code: str
    objet: Objet | None
    titres: tuple[str, ...]
    date: date
    article: str


@dataclass(frozen=True, slots=True)
class RegleGenerale:
    """An article that changes all fiches, or all those of cadres, without naming a code."""

    date: date
    article: str
    cadres_seulement: bool


def lire_mouvements(arbre: ArbreKali) -> tuple[Mouvement, ...]:
    """Every mention of a code in the numbered articles of the agreements on the directory.

    Oldest agreement first. Annexes are left out: they print fiches, which name other fiches.
    """
    trouves = [m for jour, article in _articles(arbre) for m in _de_l_article(article, jour)]
    return tuple(sorted(trouves, key=lambda m: m.date))


def lire_regles_generales(arbre: ArbreKali) -> tuple[RegleGenerale, ...]:
    """The articles that change fiches by kind, oldest first."""
    regles = []
    for jour, article in _articles(arbre):
        texte = sans_accents(_texte(article))
        if _TOUTES.search(texte) or _CADRES.search(texte):
            regles.append(RegleGenerale(jour, article.id, not _TOUTES.search(texte)))
    return tuple(sorted(regles, key=lambda r: r.date))


def _articles(arbre: ArbreKali) -> Iterator[tuple[date, ArticleBrut]]:
    for article in arbre.articles:
        titre = sans_accents(article.texte.titre)
        jour = date_du_titre(article.texte.titre)
        if jour and article.num and not article.sections and (
                "rnqsa" in titre or "repertoire national des qualifications" in titre):
            yield jour, article


def _texte(article: ArticleBrut) -> str:
    phrases = [article.surtitre, *(ligne.texte for ligne in lignes(article.contenu))]
    return " ¶ ".join(p for p in phrases if not _RAPPEL.search(sans_accents(p)))


def _de_l_article(article: ArticleBrut, jour: date) -> Iterator[Mouvement]:
    texte = _texte(article)
    plat = sans_accents(texte)
    codes = codes_cites(texte).codes
    objet = next((o for o, motif in _OBJETS if motif.search(plat)), None)
    titres = _titres(texte, codes)
    for code in codes:
        if objet or code in titres:
            yield Mouvement(code, objet, titres.get(code, ()), jour, article.id)


def _titres(texte: str, codes: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Title by code: quoted just before or after it, or with it, or the only one with it."""
    cites: list[str] = []

    def poser(trouve: re.Match[str]) -> str:
        if codes_cites(trouve[1]).codes and not _UN_JETON.search(trouve[1]):
            return f" {trouve[1]} "
        cites.append(trouve[1])
        return _JETON.format(len(cites) - 1)

    marque = _CITATION.sub(poser, texte)
    trouves: dict[str, tuple[str, ...]] = {}
    for morceau in re.split(r"[;¶]|\. (?=[A-Z])", marque):
        siens = codes_cites(_UN_JETON.sub(" ¶ ", morceau)).codes
        jetons = [cites[int(n)] for n in _UN_JETON.findall(morceau)]
        if len(siens) == 1 and jetons and _voisins(morceau, siens[0]):
            trouves.setdefault(siens[0], decouper_titres(jetons[0]))
    if not trouves and len(codes) == 1 and cites and "intitulee" in sans_accents(texte):
        trouves[codes[0]] = decouper_titres(cites[0])
    return trouves


def _voisins(morceau: str, code: str) -> bool:
    """True where a quoted title and the code stand side by side."""
    avant, _, apres = morceau.partition("⟦")
    _, _, suite = apres.partition("⟧")
    dernier = re.split(r"\bfiches? (?:de qualification )?", avant)[-1]
    return codes_cites(dernier).codes == (code,) or bool(
        _ENTRE.match(re.split(r"[A-Z]{1,3}\.?\s?(?:C|\d)", suite)[0]) and codes_cites(suite).codes)
