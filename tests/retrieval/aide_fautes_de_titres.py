"""Typical slips in typing a title: what people write when they mean it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from assistant.classification import sans_accents

__all__ = ["GLISSEMENTS", "glissements"]

_PETITS = frozenset("d de des du en et l la le les a au aux".split())
_FEMININS = (
    ("eur", "euse"), ("teur", "trice"), ("ier", "ière"), ("ien", "ienne"), ("er", "ère"),
    ("é", "ée"), ("ent", "ente"), ("at", "ate"), ("on", "onne"), ("el", "elle"),
)
_EN_TRICE = frozenset(
    "opérateur animateur formateur directeur conducteur coordinateur collaborateur inspecteur "
    "moniteur rénovateur démonstrateur".split()
)


def _sans_accents(titre: str, _: random.Random) -> str:
    return sans_accents(titre)


def _minuscules(titre: str, _: random.Random) -> str:
    return titre.lower()


def _lettre_inversee(titre: str, alea: random.Random) -> str:
    """Two neighbouring letters of one long word change places (not the first)."""
    mots, i, place = _un_mot_long(titre, alea)
    if i is None:
        return titre.lower()
    mot = mots[i]
    mots[i] = mot[:place] + mot[place + 1] + mot[place] + mot[place + 2 :]
    return " ".join(mots)


def _lettre_oubliee(titre: str, alea: random.Random) -> str:
    mots, i, place = _un_mot_long(titre, alea)
    if i is None:
        return titre.lower()
    mots[i] = mots[i][:place] + mots[i][place + 1 :]
    return " ".join(mots)


def _lettre_changee(titre: str, alea: random.Random) -> str:
    mots, i, place = _un_mot_long(titre, alea)
    if i is None:
        return titre.lower()
    autre = alea.choice("aeinorst")
    mots[i] = mots[i][:place] + autre + mots[i][place + 1 :]
    return " ".join(mots)


def _un_mot_long(titre: str, alea: random.Random) -> tuple[list[str], int | None, int]:
    mots = titre.lower().split()
    longs = [i for i, m in enumerate(mots) if len(m) >= 6 and m.isalpha()]
    if not longs:
        return mots, None, 0
    i = alea.choice(longs)
    return mots, i, alea.randrange(1, len(mots[i]) - 2)


def _apostrophe_oubliee(titre: str, _: random.Random) -> str:
    return titre.lower().replace("'", "").replace("’", "")


def _apostrophe_en_espace(titre: str, _: random.Random) -> str:
    return titre.lower().replace("'", " ").replace("’", " ")


def _pluriel(titre: str, _: random.Random) -> str:
    """The first word, and an adjective right after it, in the plural."""
    mots = titre.lower().split()
    for i, mot in enumerate(mots[:2]):
        if i == 1 and (mot in _PETITS or "'" in mot or "’" in mot):
            break
        if mot.isalpha() and mot[-1] not in "sxz":
            mots[i] = mot + "s"
    return " ".join(mots)


def _feminin(titre: str, _: random.Random) -> str:
    mots = titre.lower().split()
    if mots[0] in _EN_TRICE:
        mots[0] = mots[0][: -len("eur")] + "rice"
    else:
        for fin, devient in _FEMININS:
            if mots[0].endswith(fin):
                mots[0] = mots[0][: -len(fin)] + devient
                break
    return " ".join(mots)


def _sans_petits_mots(titre: str, _: random.Random) -> str:
    mots = titre.lower().replace("'", " ").replace("’", " ").split()
    return " ".join(m for m in mots if m not in _PETITS)


def _tout_ensemble(titre: str, alea: random.Random) -> str:
    return _lettre_oubliee(sans_accents(_feminin(titre, alea)), alea)


GLISSEMENTS: dict[str, Callable[[str, random.Random], str]] = {
    "tel quel": lambda titre, _: titre,
    "sans accents": _sans_accents,
    "minuscules": _minuscules,
    "deux lettres inversées": _lettre_inversee,
    "une lettre oubliée": _lettre_oubliee,
    "une lettre changée": _lettre_changee,
    "apostrophe oubliée": _apostrophe_oubliee,
    "apostrophe en espace": _apostrophe_en_espace,
    "pluriel": _pluriel,
    "féminin": _feminin,
    "sans petits mots": _sans_petits_mots,
    "féminin, sans accents, une lettre oubliée": _tout_ensemble,
}


def glissements(titre: str) -> Iterator[tuple[str, str]]:
    """(kind of slip, the title so written), the same at every run."""
    for genre, fausser in GLISSEMENTS.items():
        yield genre, fausser(titre, random.Random(f"{titre}/{genre}"))  # noqa: S311 (no secret)
