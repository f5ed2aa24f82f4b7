"""Pydantic's errors put into French sentences for the person who wrote the case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from evals.lecture import Probleme, proche

__all__ = ["est_tenu", "problemes_de"]

_PAR_TYPE = {
    "missing": "ce champ est obligatoire",
    "string_type": "on attend un texte ; mettez-le entre guillemets",
    "int_type": "on attend un nombre entier, sans guillemets",
    "float_type": "on attend un nombre, sans guillemets",
    "bool_type": "on attend true ou false",
    "tuple_type": "on attend une liste : [a, b]",
    "list_type": "on attend une liste : [a, b]",
    "mapping_type": "on attend des lignes « champ: valeur »",
    "dict_type": "on attend des lignes « champ: valeur »",
    "model_type": "on attend des lignes « champ: valeur »",
    "model_attributes_type": "on attend des lignes « champ: valeur »",
    "too_short": "on attend au moins un élément",
    "string_pattern_mismatch": "on attend des minuscules, des chiffres et des tirets (ges-001)",
}


def est_tenu(fichier: str, tags: object) -> bool:
    """True for a held-out case: tagged ``tenu``, or any case of a file named ``tenu…``."""
    return fichier.startswith("tenu") or (isinstance(tags, list | tuple) and "tenu" in tags)


def problemes_de(
    erreur: ValidationError, fichier: str, brut: object, numero: int, modele: type[BaseModel]
) -> Iterator[Probleme]:
    """Yield one Probleme per mistake of one case; the value received is left out of held-out ones.

    ``numero`` (from 1) names a case whose id cannot be read.
    """
    champs: Mapping[str, Any] = brut if isinstance(brut, dict) else {}
    nom = champs.get("id")
    nom = nom if isinstance(nom, str) and nom else f"n° {numero}"
    tenu = est_tenu(fichier, champs.get("tags"))
    for detail in erreur.errors(include_url=False):
        champ = ".".join(str(p + 1) if isinstance(p, int) else p for p in detail["loc"])
        recu = None if tenu or detail["type"] == "missing" else _court(detail["input"])
        phrase = "fait refusé" if tenu and champ == "faits" else _phrase(detail, modele)
        yield Probleme(fichier, phrase, cas=nom, champ=champ or None, recu=recu)


def _phrase(detail: Any, modele: type[BaseModel]) -> str:
    genre, contexte = detail["type"], detail.get("ctx", {})
    if genre == "value_error":
        return str(contexte["error"])
    if genre == "literal_error":
        return f"on attend l'une de ces valeurs : {contexte['expected']}".replace(" or ", " ou ")
    if genre == "extra_forbidden":
        connus = _champs(modele, detail["loc"][:-1])
        return f"champ inconnu ; champs possibles : {', '.join(connus)}" + proche(
            str(detail["loc"][-1]), connus
        )
    return _PAR_TYPE.get(genre, f"valeur refusée ({detail['msg']})")


def _champs(modele: type[BaseModel], chemin: tuple[int | str, ...]) -> list[str]:
    """Fields of the model that stands at the end of the path."""
    for pas in chemin:
        if isinstance(pas, str) and pas in modele.model_fields:
            modele = _modele_dans(modele.model_fields[pas].annotation) or modele
    return [n for n in modele.model_fields if n not in ("theme", "fichier")]


def _modele_dans(annotation: Any) -> type[BaseModel] | None:
    """The pydantic model inside an annotation such as ``tuple[Model, ...]``, if there is one."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((m for a in get_args(annotation) if (m := _modele_dans(a))), None)


def _court(valeur: object) -> str | None:
    """A received value short enough to show; nothing for whole blocks."""
    if isinstance(valeur, dict | BaseModel):
        return None
    texte = repr(valeur)
    return texte if len(texte) <= 60 else texte[:57] + "…"
