"""Reading of the case files: a ``theme`` and its ``cas`` each, every mistake reported at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from evals.cas import Cas
from evals.lecture import ErreurDeFichier, Probleme, lire_yaml, proche
from evals.messages import problemes_de

__all__ = ["DOSSIER", "charger_cas", "lire_fichier"]

DOSSIER = Path(__file__).parent / "cases"


def charger_cas(dossier: Path = DOSSIER) -> tuple[Cas, ...]:
    """Read every ``*.yaml`` of a folder: files by name, cases in the order written.

    Raise ErreurDeFichier with all mistakes of all files: bad YAML, a case off the schema,
    an id used twice, no file at all.
    """
    chemins = sorted(dossier.glob("*.yaml"))
    if not chemins:
        raise ErreurDeFichier([Probleme(str(dossier), "on attend au moins un fichier *.yaml")])
    cas: list[Cas] = []
    problemes: list[Probleme] = []
    for chemin in chemins:
        try:
            cas += lire_fichier(chemin)
        except ErreurDeFichier as erreur:
            problemes += erreur.problemes
    problemes += _doublons(cas)
    if problemes:
        raise ErreurDeFichier(problemes)
    return tuple(cas)


def lire_fichier(chemin: Path) -> list[Cas]:
    """Read one file of cases; raise ErreurDeFichier with all its mistakes."""
    brut = lire_yaml(chemin)
    problemes = list(_entete(chemin.name, brut))
    if problemes:
        raise ErreurDeFichier(problemes)
    lus: list[Cas] = []
    for numero, un in enumerate(brut["cas"], 1):
        try:
            lus.append(_lire_cas(un, brut["theme"], chemin.name))
        except ValidationError as erreur:
            problemes += problemes_de(erreur, chemin.name, un, numero, Cas)
        except _CasIllisible as erreur:
            problemes.append(Probleme(chemin.name, str(erreur), cas=f"n° {numero}"))
    if problemes:
        raise ErreurDeFichier(problemes)
    return lus


class _CasIllisible(ValueError):
    """A case that is no mapping, or that writes what only its file can say."""


def _lire_cas(brut: object, theme: str, fichier: str) -> Cas:
    if not isinstance(brut, dict):
        raise _CasIllisible("on attend des lignes « champ: valeur » (id, question, attendu…)")
    if {"theme", "fichier"} & set(brut):
        raise _CasIllisible("« theme » s'écrit en tête du fichier, pas dans un cas")
    return Cas.model_validate({**brut, "theme": theme, "fichier": fichier})


def _entete(fichier: str, brut: object) -> Iterator[Probleme]:
    """What is wrong with the file's own two keys."""
    if not isinstance(brut, dict):
        yield Probleme(fichier, "on attend deux clés, « theme » et « cas »")
        return
    for cle in brut:
        if cle not in ("theme", "cas"):
            aide = proche(str(cle), ("theme", "cas"))
            yield Probleme(
                fichier, f"clé inconnue, on attend « theme » et « cas »{aide}", champ=cle
            )
    if not isinstance(brut.get("theme"), str) or not brut["theme"].strip():
        yield Probleme(fichier, "on attend le nom du thème, un texte", champ="theme")
    if not isinstance(brut.get("cas"), list) or not brut["cas"]:
        yield Probleme(fichier, "on attend une liste d'au moins un cas", champ="cas")


def _doublons(cas: list[Cas]) -> Iterator[Probleme]:
    compte = Counter(un.id for un in cas)
    for un in cas:
        if compte[un.id] > 1:
            yield Probleme(
                un.fichier, "cet id est pris par un autre cas, choisissez-en un neuf", cas=un.id
            )
