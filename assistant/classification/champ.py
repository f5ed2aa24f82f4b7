"""Does the agreement apply to a firm at all? Main activity (APE code) and place (1.01)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from assistant.classification.mots import sans_accents

__all__ = ["ActiviteHorsCode", "Application", "Champ", "CodeApe", "Portee", "application"]

_CODE = re.compile(r"(\d{2})\.?(\d{2})\s*([A-Z])", re.IGNORECASE)


class Portee(StrEnum):
    """How far the agreement covers a firm."""

    COUVERTE = "couverte"
    SOUS_CONDITION = "sous_condition"
    HORS_CODE = "hors_code"
    HORS_TERRITOIRE = "hors_territoire"
    A_PRECISER = "a_preciser"


@dataclass(frozen=True, slots=True)
class CodeApe:
    """One code named by 1.01: what it covers, and the condition where only part of it counts."""

    code: str
    activite: Mapping[str, str]
    condition: Mapping[str, str] | None = None
    reserve: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class ActiviteHorsCode:
    """An activity covered whatever the firm's code."""

    id: str
    noms: tuple[str, ...]
    activite: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Champ:
    """The scope as 1.01 gives it since ``depuis``.

    ``hors_territoire``: names of places outside; ``metropole``: places inside that are asked about.
    """

    article: str
    url: str
    depuis: date
    codes: Mapping[str, CodeApe]
    activites: tuple[ActiviteHorsCode, ...]
    hors_territoire: Mapping[str, tuple[str, ...]]
    metropole: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Application:
    """The answer, with what it rests on: the code read, its entry, the activity, the place.

    ``lieu``: a place named that is known, outside or (for any other ``portee``) inside.
    """

    portee: Portee
    code: str | None = None
    entree: CodeApe | None = None
    activite: ActiviteHorsCode | None = None
    lieu: str | None = None


def application(
    champ: Champ, code: str | None = None, lieu: str | None = None, activite: str | None = None
) -> Application:
    """Where a firm stands: the place first, then the activity named, then the code.

    ``code`` in any spelling ("4520A", "45.20A"); ``lieu`` and ``activite`` in words. Nothing
    known, or a code that cannot be read: A_PRECISER.
    """
    lu = _CODE.fullmatch(code.strip()) if code else None
    canonique = f"{lu[1]}.{lu[2]}{lu[3].upper()}" if lu else None
    entree = champ.codes.get(canonique or "")
    trouvee = _activite(champ, activite)
    if (dehors := _lieu(champ.hors_territoire, lieu)) is not None:
        return Application(Portee.HORS_TERRITOIRE, canonique, entree, trouvee, dehors)
    dedans = _lieu(champ.metropole, lieu)
    if trouvee is not None:
        return Application(Portee.COUVERTE, canonique, entree, trouvee, dedans)
    if canonique is None:
        return Application(Portee.A_PRECISER, lieu=dedans)
    if entree is None:
        return Application(Portee.HORS_CODE, canonique, lieu=dedans)
    portee = Portee.SOUS_CONDITION if entree.condition else Portee.COUVERTE
    return Application(portee, canonique, entree, lieu=dedans)


def _lieu(lieux: Mapping[str, tuple[str, ...]], dit: str | None) -> str | None:
    return next((nom for nom, noms in lieux.items() if _dit(dit, noms)), None)


def _activite(champ: Champ, dite: str | None) -> ActiviteHorsCode | None:
    return next((a for a in champ.activites if _dit(dite, a.noms)), None)


def _dit(texte: str | None, noms: tuple[str, ...]) -> bool:
    """True when one of the names stands in the text as whole words, accents and hyphens aside."""
    plat = f" {_mots(texte)} " if texte else ""
    return any(f" {_mots(nom)} " in plat for nom in noms)


def _mots(texte: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", sans_accents(texte)))
