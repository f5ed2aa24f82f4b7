"""A Lecture ⇄ the JSON files of a version folder; what `calc` needs loads apart from the rest.

One file a field: editions.json (the fiches as printed), articles.json, accords.json, …
"""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields
from functools import cache, cached_property
from pathlib import Path
from typing import Any, get_type_hints

from assistant.corpus.officiel.codage import coder, decodeur
from assistant.corpus.officiel.erreurs import VersionAbimee
from assistant.corpus.officiel.manifeste import Manifeste, verifier
from assistant.corpus.officiel.modeles import Lecture

__all__ = ["LectureConservee", "compter", "ecrire", "en_octets", "lire"]

_PARTIES = tuple(f.name for f in fields(Lecture) if f.name != "source")


def en_octets(lecture: Lecture) -> dict[str, bytes]:
    """The files of a Lecture by name; the same texts always give the same bytes."""
    return {
        f"{nom}.json": json.dumps(
            coder(getattr(lecture, nom)), ensure_ascii=False, separators=(",", ":")
        ).encode("utf-8")
        for nom in _PARTIES
    }


def ecrire(lecture: Lecture, dossier: Path) -> None:
    """Write the files of a Lecture into a folder (not its manifest, see `fabrication`)."""
    from assistant.corpus.officiel.manifeste import ecrire_octets

    for nom, octets in en_octets(lecture).items():
        ecrire_octets(dossier / nom, octets)


def lire(dossier: Path) -> LectureConservee:
    """The Lecture of a version folder, every file checked; raises VersionAbimee.

    Parts are parsed when first asked for, from the bytes that were checked.
    """
    manifeste, contenus = verifier(dossier)
    if not manifeste.lisible:
        raise VersionAbimee(
            f"La version {dossier.name} des connaissances a été préparée par une autre version "
            "d'Échelon. Refaites-la par « echelon knowledge pull », ou par « echelon knowledge "
            "import » du fichier KALI."
        )
    return LectureConservee(dossier, manifeste, contenus)


def compter(lecture: Lecture) -> dict[str, int]:
    """How many of each part, and how many codes have a text."""
    comptes = {nom: len(getattr(lecture, nom)) for nom in _PARTIES}
    return {"codes": len({e.code for e in lecture.editions}), **comptes}


class LectureConservee(Lecture):
    """A Lecture kept in a version folder; its parts load when asked for."""

    def __init__(self, dossier: Path, manifeste: Manifeste, contenus: Mapping[str, bytes]) -> None:
        self.__dict__.update(
            dossier=dossier, manifeste=manifeste, contenus=contenus, source=dict(manifeste.source)
        )

    dossier: Path
    manifeste: Manifeste
    contenus: Mapping[str, bytes]  # by path; of parts not yet asked for, and of other files

    def partie(self, nom: str) -> object:
        """A part by name, parsed; raises VersionAbimee when it has not the form of its field."""
        octets = self.contenus.get(f"{nom}.json")
        if octets is None:  # a version with company texts only
            return ()
        try:
            with _sans_ramassage():
                return decodeur(_formes()[nom])(json.loads(octets))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as exc:
            raise VersionAbimee(
                f"Le fichier {nom}.json de {self.dossier} n'a pas la forme attendue."
            ) from exc

    def __eq__(self, autre: object) -> bool:
        """The same texts, wherever they come from."""
        if not isinstance(autre, Lecture):
            return NotImplemented
        return all(getattr(self, nom) == getattr(autre, nom) for nom in _PARTIES)

    __hash__ = None  # type: ignore[assignment]


def _a_la_demande(nom: str) -> Any:
    propriete = cached_property(lambda lecture: lecture.partie(nom))
    propriete.__set_name__(LectureConservee, nom)
    return propriete


for _nom in _PARTIES:  # each field of Lecture, read at the first look
    setattr(LectureConservee, _nom, _a_la_demande(_nom))


@cache
def _formes() -> dict[str, Any]:
    return get_type_hints(Lecture)


@contextmanager
def _sans_ramassage() -> Iterator[None]:
    """Many small objects at once make the garbage collector run for nothing: half the time."""
    actif = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if actif:
            gc.enable()
