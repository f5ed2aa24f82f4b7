"""Strict reading of the YAML files that HR writes: cases and thresholds.

Three habits of plain YAML would hide a mistake, so they are changed here: a key written twice
is refused (plain YAML keeps the last one), a date stays the text it is, and only ``true`` and
``false`` are truth values (plain YAML also takes ``no`` and ``on``).
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

__all__ = ["ErreurDeFichier", "Probleme", "lire_yaml", "proche", "raison"]

_RESOLUS_AUTREMENT = ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")


@dataclass(frozen=True, slots=True)
class Probleme:
    """One mistake in one file: where it stands and what was expected, in French."""

    fichier: str
    attendu: str
    cas: str | None = None
    champ: str | None = None
    recu: str | None = None

    def __str__(self) -> str:
        lieu = [self.fichier]
        if self.cas:
            lieu.append(f"cas {self.cas}")
        if self.champ:
            lieu.append(f"champ « {self.champ} »")
        suite = f" (reçu : {self.recu})" if self.recu is not None else ""
        return f"{', '.join(lieu)} : {self.attendu}{suite}"


class ErreurDeFichier(ValueError):
    """Case or threshold files that cannot be used; ``problemes`` holds every mistake found."""

    def __init__(self, problemes: Iterable[Probleme]) -> None:
        self.problemes = tuple(problemes)
        super().__init__("\n".join(map(str, self.problemes)))


class _Lecteur(yaml.SafeLoader):
    """SafeLoader that refuses a key written twice and leaves dates as text."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        deja: set[str] = set()
        for cle, _ in node.value:
            if not isinstance(cle, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(
                    None, None, "une clé doit être un mot simple", cle.start_mark
                )
            if cle.value in deja:
                raise yaml.constructor.ConstructorError(
                    None, None, f"la clé « {cle.value} » est écrite deux fois", cle.start_mark
                )
            deja.add(cle.value)
        return super().construct_mapping(node, deep)


_Lecteur.yaml_implicit_resolvers = {
    lettre: [r for r in resolveurs if r[0] not in _RESOLUS_AUTREMENT]
    for lettre, resolveurs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Lecteur.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"^(?:[Tt]rue|[Ff]alse)$"), list("tfTF")
)


def lire_yaml(chemin: Path) -> Any:
    """Return what a YAML file holds; raise ErreurDeFichier with the line of the mistake."""
    try:
        texte = chemin.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ErreurDeFichier(
            [Probleme(chemin.name, "on attend un fichier texte en UTF-8 ; enregistrez-le ainsi")]
        ) from None
    except OSError as erreur:
        raise ErreurDeFichier(
            [Probleme(chemin.name, f"fichier illisible ({raison(erreur)})")]
        ) from None
    try:
        return yaml.load(texte, Loader=_Lecteur)
    except yaml.MarkedYAMLError as erreur:
        marque = erreur.problem_mark
        ligne = f"ligne {marque.line + 1} : " if marque else ""
        raise ErreurDeFichier([Probleme(chemin.name, ligne + _en_francais(erreur))]) from None
    except (yaml.YAMLError, RecursionError) as erreur:
        raise ErreurDeFichier([Probleme(chemin.name, f"YAML illisible ({erreur})")]) from None


def _en_francais(erreur: yaml.MarkedYAMLError) -> str:
    """Our own sentences as they are; PyYAML's behind a French one."""
    if isinstance(erreur, yaml.constructor.ConstructorError) and not erreur.context:
        return str(erreur.problem)
    return (
        "ce n'est pas du YAML lisible ; vérifiez les guillemets, les deux-points et le retrait "
        f"({erreur.problem})"
    )


def proche(mot: str, connus: Iterable[str]) -> str:
    """Return " ; vouliez-vous dire « … » ?" for the nearest known word, or nothing."""
    trouves = difflib.get_close_matches(mot, list(connus), n=1, cutoff=0.6)
    return f" ; vouliez-vous dire « {trouves[0]} » ?" if trouves else ""


def raison(erreur: OSError) -> str:
    """Say in French why a file cannot be read or written."""
    match erreur:
        case FileNotFoundError():
            return "ce fichier ou son dossier n'existe pas"
        case IsADirectoryError():
            return "c'est un dossier"
        case PermissionError():
            return "l'accès est refusé"
        case _:
            return erreur.strerror or type(erreur).__name__
