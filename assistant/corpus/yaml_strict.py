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

_TEXTE, _LISTE, _OBJET = (f"tag:yaml.org,2002:{nom}" for nom in ("str", "seq", "map"))

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


class _Lecteur:
    """Objects from the nodes of one document: a key given twice is refused, aliases are shared.

    Half the time of the library's own way, and loading the knowledge is most of what a
    calculation waits for. Values that are neither texts nor collections (dates, numbers) are
    left to the safe loader, each spelling once.
    """

    def __init__(self, chargeur: Any) -> None:
        self._chargeur = chargeur
        self._valeurs: dict[tuple[str, str], Any] = {}
        self._collections: dict[int, Any] = {}

    def lire(self, noeud: Any) -> Any:
        if isinstance(noeud, yaml.ScalarNode):
            return noeud.value if noeud.tag == _TEXTE else self._valeur(noeud)
        connu = self._collections.get(id(noeud))
        if connu is not None:
            return connu
        if noeud.tag == _LISTE:
            liste = self._collections[id(noeud)] = []
            liste.extend(self.lire(n) for n in noeud.value)
            return liste
        if noeud.tag == _OBJET:
            return self._objet(noeud)
        return self._chargeur.construct_object(noeud, deep=True)  # refuses every other tag

    def _objet(self, noeud: Any) -> dict[Hashable, Any]:
        objet: dict[Hashable, Any] = {}
        self._collections[id(noeud)] = objet
        for cle, valeur in noeud.value:
            nom = self.lire(cle)
            if not isinstance(nom, Hashable):
                raise _erreur(cle, "une clé doit être un texte ou un nombre")
            if nom in objet:
                raise _erreur(cle, f"la clé « {nom} » est donnée deux fois")
            objet[nom] = self.lire(valeur)
        return objet

    def _valeur(self, noeud: Any) -> Any:
        cle = (noeud.tag, noeud.value)
        if cle not in self._valeurs:
            self._valeurs[cle] = self._chargeur.construct_object(noeud, deep=True)
        return self._valeurs[cle]


def _erreur(noeud: Any, quoi: str) -> yaml.YAMLError:
    return yaml.constructor.ConstructorError(None, None, quoi, noeud.start_mark)


def _objets(source: str) -> Any:
    """The one document of a source as plain objects; raises YAMLError."""
    chargeur = _Chargeur(source)
    try:
        noeud = chargeur.get_single_node()
        return None if noeud is None else _Lecteur(chargeur).lire(noeud)
    finally:
        chargeur.dispose()


def lire_yaml(fichier: Path, modele: type[_M]) -> _M:
    """Read and check one file; raise ErreurDeConnaissance naming file, entry, field, expected."""
    try:
        if fichier.stat().st_size > _TAILLE_MAX:
            raise ErreurDeConnaissance(fichier, "le fichier dépasse 5 Mo, ce n'est pas une fiche")
        brut = _objets(fichier.read_text(encoding="utf-8"))
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
