"""The one door: a KALI file in, everything read from it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from assistant.classification import sans_accents
from assistant.corpus.officiel.kali.accords import assembler, est_bareme, est_du_repertoire
from assistant.corpus.officiel.kali.anciens import ANNEE_DES_CODES, lire_ancien
from assistant.corpus.officiel.kali.arbre import ArticleBrut, TexteBrut, lire_arbre
from assistant.corpus.officiel.kali.convention import lire_article
from assistant.corpus.officiel.kali.dates import date_du_titre
from assistant.corpus.officiel.kali.decoupe import Bloc, decouper
from assistant.corpus.officiel.kali.fiches import FicheIllisible, lire_fiche
from assistant.corpus.officiel.kali.html import Ligne, lignes
from assistant.corpus.officiel.modeles import (
    AccordLu,
    ArticleLu,
    EditionFiche,
    Illisible,
    Lecture,
    TexteAncien,
)

__all__ = ["lire_kali"]

_TITRE_SEUL = 40  # above a fiche, fewer characters are "Annexe" or a row of x's


@dataclass
class _Recueil:
    """What has been read so far."""

    editions: list[EditionFiche] = field(default_factory=list)
    anciens: list[TexteAncien] = field(default_factory=list)
    articles: list[ArticleLu] = field(default_factory=list)
    accords: list[AccordLu] = field(default_factory=list)
    baremes: list[AccordLu] = field(default_factory=list)
    illisibles: list[Illisible] = field(default_factory=list)


def lire_kali(fichier: Path) -> Lecture:
    """Read a KALI file (one JSON, at most 100 MB); raise ErreurDeConnaissance in French.

    What cannot be read as meant is in ``illisibles`` with its place; nothing is left out
    without a word.
    """
    arbre = lire_arbre(fichier)
    recueil = _Recueil(illisibles=list(arbre.illisibles))
    for texte, bruts in _par_texte(arbre.articles):
        _lire_texte(texte, bruts, recueil)
    return Lecture(
        tuple(recueil.editions), tuple(recueil.anciens), tuple(recueil.articles),
        tuple(recueil.accords), tuple(recueil.illisibles),
        source={"sha256": arbre.sha256, "fichier": fichier.name, "titre": arbre.titre},
        baremes=tuple(recueil.baremes))


def _par_texte(articles: Sequence[ArticleBrut]) -> list[tuple[TexteBrut, list[ArticleBrut]]]:
    groupes: dict[TexteBrut, list[ArticleBrut]] = {}
    for article in articles:
        groupes.setdefault(article.texte, []).append(article)
    return list(groupes.items())


def _lire_texte(texte: TexteBrut, bruts: list[ArticleBrut], recueil: _Recueil) -> None:
    base = sans_accents(texte.titre).startswith("texte de base")
    du_repertoire, bareme = est_du_repertoire(texte), est_bareme(texte)
    articles = []
    for brut in bruts:
        suite = lignes(brut.contenu)
        blocs = [] if base else decouper(suite)
        _lire_fiches(brut, blocs, suite, recueil)
        if base or du_repertoire or bareme:
            hors_fiches = suite[:blocs[0].debut] if blocs else suite
            if not blocs or sum(len(ligne.texte) for ligne in hors_fiches) > _TITRE_SEUL:
                articles.append(lire_article(brut, hors_fiches))
    if base:
        recueil.articles.extend(articles)
    elif du_repertoire or bareme:
        _ranger(texte, bruts, articles, recueil, bareme)


def _ranger(
    texte: TexteBrut, bruts: list[ArticleBrut], articles: list[ArticleLu], recueil: _Recueil,
    bareme: bool,
) -> None:
    accord = assembler(texte, bruts, articles)
    if accord is None:
        recueil.illisibles.append(Illisible(bruts[0].lieu(), "accord sans date dans son titre"))
    elif bareme:
        recueil.baremes.append(accord)
    elif accord.date.year >= ANNEE_DES_CODES - 1:
        recueil.accords.append(accord)


def _lire_fiches(
    brut: ArticleBrut, blocs: list[Bloc], suite: Sequence[Ligne], recueil: _Recueil
) -> None:
    quand = date_du_titre(brut.texte.titre)
    if not blocs:
        if not _semble_fiche(suite):
            return
        if quand and quand.year < ANNEE_DES_CODES:  # the directory's own preamble
            entier = Bloc(0, len(suite), ())
            recueil.anciens.append(lire_ancien(brut, entier, suite, 1, quand))
        else:
            recueil.illisibles.append(Illisible(
                brut.lieu(), "l'article semble porter une fiche, mais aucune n'y est délimitée"))
        return
    if quand is None:
        recueil.illisibles.append(Illisible(brut.lieu(), "fiches d'un accord sans date"))
        return
    for rang, bloc in enumerate(blocs, start=1):
        _lire_bloc(brut, bloc, suite, rang, len(blocs) == 1, quand, recueil)


def _lire_bloc(
    brut: ArticleBrut, bloc: Bloc, suite: Sequence[Ligne], rang: int, seul: bool, quand: date,
    recueil: _Recueil,
) -> None:
    if quand.year < ANNEE_DES_CODES:
        ancien = lire_ancien(brut, bloc, suite, rang, quand)
        recueil.anciens.append(ancien)
        if not bloc.sections.get("contenu") and not bloc.sections.get("objet"):
            recueil.illisibles.append(Illisible(
                brut.lieu(rang), f"fiche « {ancien.titre} » annoncée, sans texte à la suite"))
        return
    try:
        recueil.editions.append(lire_fiche(brut, bloc, rang, seul, quand))
    except FicheIllisible as erreur:
        recueil.illisibles.append(Illisible(brut.lieu(rang), str(erreur)))


def _semble_fiche(suite: Sequence[Ligne]) -> bool:
    textes = [sans_accents(ligne.texte) for ligne in suite]
    return any("denomination" in t for t in textes) and any(
        "modes d'acces" in t.replace("’", "'") or "mode d'acces" in t for t in textes)
