"""Dataclasses ⇄ compact JSON: an object is the list of its fields, in their order.

The shape is taken from the annotations, so that a field added to a dataclass is kept without
a line here; `empreinte_du_schema` tells that a file was written with other fields.
"""

from __future__ import annotations

import dataclasses
import hashlib
import types
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

__all__ = ["coder", "decodeur", "empreinte_du_schema"]

Decodeur = Callable[[Any], Any]
_SIMPLES = frozenset({str, int, float, bool, type(None)})


def coder(valeur: Any) -> Any:
    """A value of our dataclasses as JSON lists, objects, strings and numbers."""
    if dataclasses.is_dataclass(valeur) and not isinstance(valeur, type):
        return [coder(getattr(valeur, f.name)) for f in dataclasses.fields(valeur)]
    if isinstance(valeur, tuple | list):
        return [coder(v) for v in valeur]
    if isinstance(valeur, dict):
        return {cle: coder(v) for cle, v in valeur.items()}
    return valeur.isoformat() if isinstance(valeur, date) else valeur


def decodeur(forme: Any) -> Decodeur:
    """The function that reads back what `coder` wrote of a value annotated ``forme``."""
    return _decodeur(forme) or _tel_quel


def empreinte_du_schema(*classes: type) -> str:
    """8 hex digits over the fields and types of these dataclasses and of those they hold."""
    vues: dict[str, str] = {}
    a_voir: list[Any] = list(classes)
    while a_voir:
        forme = a_voir.pop()
        a_voir.extend(get_args(forme))
        if not isinstance(forme, type) or not dataclasses.is_dataclass(forme):
            continue
        if forme.__name__ in vues:
            continue
        champs = _champs(forme)
        vues[forme.__name__] = repr([(nom, str(f)) for nom, f in champs])
        a_voir.extend(f for _, f in champs)
    return hashlib.sha256(repr(sorted(vues.items())).encode()).hexdigest()[:8]


def _tel_quel(valeur: Any) -> Any:
    return valeur


def _champs(classe: Any) -> list[tuple[str, Any]]:
    annotations = get_type_hints(classe)
    return [(f.name, annotations[f.name]) for f in dataclasses.fields(classe)]


@cache
def _decodeur(forme: Any) -> Decodeur | None:
    """None for what JSON gives back as it was: the common case, worth no call."""
    if forme in _SIMPLES or forme is Any:
        return None
    if forme is date:
        return date.fromisoformat
    if dataclasses.is_dataclass(forme):
        return _de_classe(forme)
    origine, arguments = get_origin(forme), get_args(forme)
    if origine is tuple:
        return _de_suite(arguments)
    if origine is dict:
        return _de_dict(_decodeur(arguments[1]))
    if origine in (Union, types.UnionType):
        return _de_choix(arguments)
    raise TypeError(f"{forme} has no JSON form here")


def _de_classe(classe: Any) -> Decodeur:
    """Reads the list of an object's fields; a list of another length is an error."""
    tous = [_decodeur(f) for _, f in _champs(classe)]
    nombre = len(tous)
    a_lire = [(rang, lire) for rang, lire in enumerate(tous) if lire is not None]

    def lire_objet(valeurs: Any) -> Any:
        if len(valeurs) != nombre:
            raise ValueError(f"{classe.__name__}: {len(valeurs)} fields for {nombre}")
        for rang, lire in a_lire:
            valeurs[rang] = lire(valeurs[rang])
        return classe(*valeurs)

    return lire_objet


def _de_suite(arguments: tuple[Any, ...]) -> Decodeur:
    if len(arguments) != 2 or arguments[1] is not Ellipsis:
        if any(_decodeur(a) for a in arguments):
            raise TypeError(f"a tuple of {arguments} has no JSON form here")
        return tuple
    lire = _decodeur(arguments[0])
    return tuple if lire is None else lambda valeurs: tuple(map(lire, valeurs))


def _de_dict(lire: Decodeur | None) -> Decodeur | None:
    if lire is None:
        return None
    return lambda valeurs: {cle: lire(v) for cle, v in valeurs.items()}


def _de_choix(arguments: tuple[Any, ...]) -> Decodeur | None:
    """An optional value, or several simple types."""
    formes = [a for a in arguments if a not in _SIMPLES]
    if not formes:
        return None
    if len(formes) > 1 or len(arguments) > 2 or type(None) not in arguments:
        raise TypeError(f"{arguments} cannot be told apart in JSON")
    lire = _decodeur(formes[0])
    return None if lire is None else lambda v: None if v is None else lire(v)
