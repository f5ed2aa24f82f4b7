"""Lines of an article cut into fiches: head, sections 1 to 7 or 8, notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.corpus.officiel.kali.codes import code_en_tete
from assistant.corpus.officiel.kali.html import Ligne

__all__ = ["Bloc", "Rubrique", "decouper"]

_RUBRIQUES = (
    ("titres", r"D[ée]nominations?"),
    ("secteurs", r"Secteurs?\s+d.activit"),
    ("objet", r"Objet\s+de\s+la"),
    ("contenu", r"Contenu\s+de\s+la"),
    ("extensions", r"Extensions?\s+possibles?"),
    ("degres", r"Degr[ée]s\s+de\s+progression"),
    ("classement", r"Classement\b"),
    ("acces", r"Modes?\s+d.acc[èe]s"),
    ("evolution", r"Possibilit[ée]s?\s+d.[ée]volution"),
)
_TITRE_DE_RUBRIQUE = re.compile(
    r"^\W{0,3}([1-9l])\s?[./)-]\s*(?:" + "|".join(f"({m})" for _, m in _RUBRIQUES) + r")(.*)$",
    re.IGNORECASE)
_FILIERE_2005 = re.compile(r"^[^:]{3,60} : ([A-N]{1,2}|Z)\.?$")  # « Auto-écoles : K. »
_NOTE = re.compile(r"^\(\d\)\s")
_SECTIONS_MIN = 3
_TETE_MAX = 8  # lines between a fiche's code and its first section


@dataclass(frozen=True, slots=True)
class Rubrique:
    """The title of a section: its key, its number as printed, its line as printed."""

    cle: str
    numero: str
    ligne: str
    reste: str


Titres = list[tuple[int, Rubrique]]  # position of the line, section


@dataclass
class Bloc:
    """One fiche's lines: head (code and titles above section 1), sections, notes.

    ``debut`` and ``fin`` are positions in the article's lines; ``doublons`` are the titles of
    sections that came twice (their lines follow the first's).
    """

    debut: int
    fin: int
    tete: tuple[Ligne, ...]
    titres: dict[str, Rubrique] = field(default_factory=dict)
    sections: dict[str, list[tuple[int, Ligne]]] = field(default_factory=dict)
    doublons: list[str] = field(default_factory=list)


def rubrique(ligne: Ligne) -> Rubrique | None:
    """The section that a line opens, or None."""
    if len(ligne.texte) > 200:
        return None
    trouve = _TITRE_DE_RUBRIQUE.match(ligne.texte)
    if not trouve:
        return None
    groupes = trouve.groups()
    rang = next(i for i, g in enumerate(groupes[1:-1]) if g)
    reste = groupes[-1].partition(":")[2].strip()
    if reste.startswith("("):
        reste = reste.partition(")")[2].strip(" :")
    return Rubrique(_RUBRIQUES[rang][0], groupes[0], ligne.texte, reste)


def decouper(lignes: Sequence[Ligne]) -> list[Bloc]:
    """All fiches of an article; a fiche begins with its code, else with its first section."""
    groupes = _groupes([(i, r) for i, ligne in enumerate(lignes) if (r := rubrique(ligne))])
    debuts, dernier = [], -1
    for groupe in groupes:
        debuts.append(_debut(lignes, groupe[0][0], dernier))
        dernier = groupe[-1][0]
    blocs = []
    for k, groupe in enumerate(groupes):
        fin = debuts[k + 1] if k + 1 < len(debuts) else len(lignes)
        bloc = Bloc(debuts[k], fin, tuple(lignes[debuts[k]:groupe[0][0]]))
        _remplir(bloc, lignes, groupe)
        blocs.append(bloc)
    return blocs


def _groupes(titres: Titres) -> list[Titres]:
    """Section titles fiche by fiche: a new one at each "Dénomination" and at a title that repeats.

    So a fiche whose first title is spoilt is not swallowed by the one above it. Fewer than
    three titles without a "Dénomination" are no fiche: they stay with what is above.
    """
    groupes: list[Titres] = []
    vues: set[str] = set()
    for i, rub in titres:
        if not groupes or rub.cle == "titres" or rub.cle in vues:
            groupes.append([])
            vues = set()
        groupes[-1].append((i, rub))
        vues.add(rub.cle)
    gardes: list[Titres] = []
    for groupe in groupes:
        if groupe[0][1].cle == "titres" or len(groupe) >= _SECTIONS_MIN:
            gardes.append(groupe)
        elif gardes:
            gardes[-1].extend(groupe)
    return gardes


def _debut(lignes: Sequence[Ligne], depart: int, plancher: int) -> int:
    """Where the head of the fiche begins: the nearest line above that opens with a code.

    In 2005 the code stands on three lines (filière, échelon, number), under a title or none.
    """
    for i in range(depart - 1, max(plancher, depart - _TETE_MAX - 1), -1):
        if rubrique(lignes[i]):
            break
        if not lignes[i].tiret and code_en_tete(lignes[i].texte):
            return i
        if _FILIERE_2005.match(lignes[i].texte):
            titre = i - 1 > plancher and not lignes[i - 1].texte.endswith((".", ";", ":"))
            return i - 1 if titre else i
    return depart


def _remplir(bloc: Bloc, lignes: Sequence[Ligne], titres: Titres) -> None:
    for k, (i, rub) in enumerate(titres):
        fin = titres[k + 1][0] if k + 1 < len(titres) else bloc.fin
        if rub.cle in bloc.sections:
            bloc.doublons.append(rub.ligne)
        bloc.titres.setdefault(rub.cle, rub)
        section = bloc.sections.setdefault(rub.cle, [])
        if rub.reste:
            section.append((i, Ligne(rub.reste)))
        section.extend((j, lignes[j]) for j in range(i + 1, fin))
    _notes(bloc)


def _notes(bloc: Bloc) -> None:
    """Footnotes "(1) …" close the last section; they are a section of their own."""
    for cle in list(bloc.sections):
        section = bloc.sections[cle]
        for k, (_, ligne) in enumerate(section):
            if _NOTE.match(ligne.texte) and not ligne.tiret:
                bloc.sections.setdefault("notes", []).extend(section[k:])
                del section[k:]
                break
