"""YAML files read strictly: no duplicate keys, one schema, messages with file, entry and field."""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.corpus.erreurs import ErreurDeConnaissance

__all__ = ["Modele", "lire_yaml"]

_TAILLE_MAX = 5_000_000
_M = TypeVar("_M", bound=BaseModel)
_Chargeur: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_MESSAGES = {
    "missing": "ce champ est obligatoire",
    "extra_forbidden": "ce champ n'existe pas dans ce fichier",
    "int_type": "on attend un nombre entier",
    "string_type": "on attend un texte",
    "bool_type": "on attend true ou false",
    "list_type": "on attend une liste",
    "dict_type": "on attend un objet (clé: valeur)",
    "model_type": "on attend un objet (clé: valeur)",
    "date_type": "on attend une date AAAA-MM-JJ",
    "decimal_type": "on attend un nombre",
    "too_short": "la liste ne peut pas être vide",
}


class Modele(BaseModel):
    """Base of the schemas of data files: strict, closed, frozen."""

    # built when first used: a calculation reads only part of the files
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


class _Unique(_Chargeur):  # type: ignore[misc]  # the loader class is chosen at run time
    """Safe loader that refuses a key given twice."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Hashable, Any]:
        vues: set[Hashable] = set()
        for cle, _ in node.value:
            nom = cle.value
            if isinstance(nom, str) and nom in vues and nom != "<<":
                raise yaml.constructor.ConstructorError(
                    None, None, f"la clé « {nom} » est donnée deux fois", cle.start_mark
                )
            vues.add(nom if isinstance(nom, str) else id(cle))
        return dict(super().construct_mapping(node, deep=deep))


def lire_yaml(fichier: Path, modele: type[_M]) -> _M:
    """Read and check one file; raise ErreurDeConnaissance naming file, entry, field, expected."""
    try:
        if fichier.stat().st_size > _TAILLE_MAX:
            raise ErreurDeConnaissance(fichier, "le fichier dépasse 5 Mo, ce n'est pas une fiche")
        brut = yaml.load(fichier.read_text(encoding="utf-8"), Loader=_Unique)
    except OSError as erreur:
        raise ErreurDeConnaissance(fichier, f"fichier illisible : {erreur.strerror}") from None
    except UnicodeDecodeError:
        raise ErreurDeConnaissance(fichier, "le fichier doit être en UTF-8") from None
    except (yaml.YAMLError, RecursionError, ValueError) as erreur:
        raise ErreurDeConnaissance(fichier, f"YAML illisible, {_ou(erreur)}") from None
    try:
        return modele.model_validate(brut)
    except ValidationError as erreur:
        raise _traduite(fichier, brut, erreur) from None


def _ou(erreur: Exception) -> str:
    marque = getattr(erreur, "problem_mark", None)
    quoi = getattr(erreur, "problem", None) or str(erreur)[:80]
    return f"ligne {marque.line + 1} : {quoi}" if marque else str(quoi)


def _traduite(fichier: Path, brut: Any, erreur: ValidationError) -> ErreurDeConnaissance:
    premiere = erreur.errors(include_url=False)[0]
    chemin = [p for p in premiere["loc"] if p != "__key__"]
    message = _MESSAGES.get(premiere["type"]) or premiere["msg"].removeprefix("Value error, ")
    if premiere["type"] == "literal_error":
        message = f"on attend l'une de ces valeurs : {premiere['ctx']['expected']}"
    lu = premiere.get("input")
    return ErreurDeConnaissance(
        fichier,
        message,
        entree=_nom_de_l_entree(brut, chemin),
        champ=".".join(str(p) for p in chemin[2:] or chemin),
        lu=lu if isinstance(lu, str | int | float | bool) else "",
    )


def _nom_de_l_entree(brut: Any, chemin: list[Any]) -> str:
    """The id (or code, name, rank) of the list entry an error is in."""
    if len(chemin) < 2 or not isinstance(chemin[1], int) or not isinstance(brut, dict):
        return ""
    liste = brut.get(chemin[0])
    entree = liste[chemin[1]] if isinstance(liste, list) and chemin[1] < len(liste) else None
    if isinstance(entree, dict):
        for cle in ("id", "code", "fait", "serie"):
            if cle in entree:
                return str(entree[cle])
    return f"n° {chemin[1] + 1}"
