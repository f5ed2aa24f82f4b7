"""Committed facts against the official data; differences, and the files put right."""

from __future__ import annotations

import os
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from assistant.corpus.erreurs import ErreurDeConnaissance
from assistant.corpus.faits.ecriture import FORMES, reecrire
from assistant.corpus.faits.modeles import ABSENT, Difference, Fait, Faits
from assistant.corpus.faits.regenerer import Inscrits
from assistant.corpus.schemas import EntreeBareme, EntreeCertification, EntreeRepertoire

__all__ = ["comparer", "mettre_a_jour"]

_Entree = EntreeRepertoire | EntreeCertification | EntreeBareme


def comparer(officiels: Faits, inscrits: Inscrits) -> tuple[Difference, ...]:
    """Each entry and field where the two disagree, in the order of the official data.

    A field that the entry lists in ``editorial`` was set by hand and must differ: where it no
    longer does, that is a difference too.
    """
    entrees: Mapping[str, Mapping[str, _Entree]] = {
        "repertoire.yaml": inscrits.repertoire,
        "certifications.yaml": inscrits.certifications,
        "minima.yaml": inscrits.baremes,
    }
    return tuple(d for fichier, siens in officiels.items()
                 for d in _du_fichier(fichier, siens, entrees[fichier]))


def _du_fichier(
    fichier: str, officiels: Mapping[str, Mapping[str, Fait]], inscrits: Mapping[str, _Entree]
) -> Iterator[Difference]:
    for nom, champs in officiels.items():
        entree = inscrits.get(nom)
        if entree is None:
            ou = next(iter(champs.values())).ou
            valeurs = {c: f.valeur for c, f in champs.items()}
            yield Difference(fichier, nom, "(entrée)", ABSENT, valeurs, ou)
            continue
        yield from _de_l_entree(fichier, nom, champs, entree)
    for nom in inscrits.keys() - officiels.keys():
        yield Difference(fichier, nom, "(entrée)", "présente", ABSENT, "")


def _de_l_entree(
    fichier: str, nom: str, champs: Mapping[str, Fait], entree: _Entree
) -> Iterator[Difference]:
    valeurs = entree.model_dump()
    a_la_main = valeurs.get("editorial", ())
    for champ, fait in champs.items():
        officiel, ou = fait.valeur, fait.ou
        if champ in a_la_main:
            if valeurs[champ] == officiel:
                yield Difference(fichier, nom, f"editorial.{champ}", "fixé à la main",
                                 "la même valeur : à retirer de editorial", ou)
        elif valeurs[champ] != officiel:
            yield Difference(fichier, nom, champ, valeurs[champ], officiel, ou)


def mettre_a_jour(racine: Path, differences: Sequence[Difference]) -> tuple[Difference, ...]:
    """Write what can be derived into the files; the differences left to a person come back.

    Left are entries that the official data no longer has, new certifications and barèmes (they
    need a name or a condition in words), and editorial marks. Each file is replaced whole.
    """
    changes: dict[str, dict[str, dict[str, object]]] = defaultdict(lambda: defaultdict(dict))
    restent: list[Difference] = []
    for d in differences:
        if d.champ == "(entrée)" and d.inscrit == ABSENT and isinstance(d.officiel, Mapping) and (
                FORMES[d.fichier].rang):
            changes[d.fichier][d.entree].update(d.officiel)
        elif d.champ == "(entrée)" or d.champ.startswith("editorial."):
            restent.append(d)
        else:
            changes[d.fichier][d.entree][d.champ] = d.officiel
    for fichier, siens in changes.items():
        chemin = racine / fichier
        _remplacer(chemin, reecrire(chemin.read_text(encoding="utf-8"), FORMES[fichier], siens))
    return tuple(restent)


def _remplacer(chemin: Path, texte: str) -> None:
    """The new text in one move: a reader sees the old file or the new one."""
    try:
        descripteur, provisoire = tempfile.mkstemp(dir=chemin.parent, prefix=f".{chemin.name}.")
        with os.fdopen(descripteur, "w", encoding="utf-8") as sortie:
            sortie.write(texte)
        Path(provisoire).chmod(chemin.stat().st_mode)
        Path(provisoire).replace(chemin)
    except OSError as erreur:
        raise ErreurDeConnaissance(
            chemin, f"le fichier ne peut pas être écrit : {erreur.strerror}") from None
