"""Which half-year's agreement is due: two a year, signed in December and in June."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from assistant.corpus.officiel.modeles import AccordLu

__all__ = ["avis_de_semestre", "semestre_manquant"]

Semestre = tuple[int, int]


def semestre_manquant(accords: Iterable[AccordLu], aujourd_hui: date) -> Semestre | None:
    """The first half-year begun without its agreement in the texts; None when all are there."""
    lus = [a.semestre for a in accords if a.semestre]
    if not lus:
        return None
    suivant = _suivant(max(lus))
    return suivant if aujourd_hui >= _debut(suivant) else None


def avis_de_semestre(accords: Iterable[AccordLu], aujourd_hui: date) -> str | None:
    """The notice for people, None when nothing is due."""
    manquant = semestre_manquant(accords, aujourd_hui)
    if manquant is None:
        return None
    annee, rang = manquant
    signature = f"juin {annee}" if rang == 2 else f"décembre {annee - 1}"
    return (
        f"Les textes s'arrêtent avant le {'1er' if rang == 1 else '2d'} semestre {annee} : l'accord "
        f"sur le RNCSA et le RNQSA, signé d'ordinaire en {signature}, n'y est pas. Cherchez une "
        "version plus récente par « echelon knowledge pull --version latest » ; sinon, consultez "
        "le Bulletin officiel des conventions collectives (BOCC)."
    )


def _suivant(semestre: Semestre) -> Semestre:
    annee, rang = semestre
    return (annee + 1, 1) if rang == 2 else (annee, 2)


def _debut(semestre: Semestre) -> date:
    return date(semestre[0], 1 if semestre[1] == 1 else 7, 1)
