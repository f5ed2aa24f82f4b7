"""The seal of a version of the knowledge: what it holds, from where, each file's checksum."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path, PurePosixPath

from assistant.corpus.officiel.erreurs import VersionAbimee

__all__ = [
    "FORMAT",
    "LECTEUR",
    "NOM",
    "Manifeste",
    "ecrire_octets",
    "lire_manifeste",
    "nom_de_version",
    "sceller",
    "schema_actuel",
    "verifier",
]

FORMAT = 1
"""Number of the folder's layout."""

LECTEUR = 2
"""Number of the reader; raise it when the same KALI file is read otherwise: stored official
texts are then made again by `pull`, company texts stay."""

NOM = "manifeste.json"


@dataclass(frozen=True, slots=True)
class Manifeste:
    """Contents of `manifeste.json`, written last: a folder without it is no version.

    ``cree_le``: ISO date and time with zone. ``source``: origin of the official texts (sha256,
    fichier, paquet, version, importe_le), empty without any. ``comptes``: how many of each.
    ``entreprise`` and ``documents``: origin (fichier, importe_le, …) by code and by name.
    ``fichiers``: SHA-256 by path. ``schema``: the reader and the fields the official texts were written with.
    """

    version: str
    cree_le: str
    schema: str
    source: Mapping[str, str]
    comptes: Mapping[str, int]
    fichiers: Mapping[str, str]
    entreprise: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    documents: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    format: int = FORMAT

    @property
    def lisible(self) -> bool:
        """True when the official texts are in the form this program reads."""
        return (self.format, self.schema) == (FORMAT, schema_actuel())

    @property
    def jour(self) -> str:
        """When it was made, as people write it: 24/11/2026 à 08:46."""
        try:
            return f"{datetime.fromisoformat(self.cree_le).astimezone():%d/%m/%Y à %H:%M}"
        except ValueError:
            return self.cree_le


@cache
def schema_actuel() -> str:
    """The reader's number and the imprint of the dataclasses official texts are kept in."""
    from assistant.corpus.officiel.codage import empreinte_du_schema
    from assistant.corpus.officiel.modeles import Lecture

    return f"{LECTEUR}-{empreinte_du_schema(Lecture)}"


def nom_de_version(fichiers: Mapping[str, str]) -> str:
    """16 hex digits over the contents, the layout and the reader; not over dates and origins."""
    cle = json.dumps([FORMAT, schema_actuel(), sorted(fichiers.items())])
    return hashlib.sha256(cle.encode()).hexdigest()[:16]


def sceller(dossier: Path, manifeste: Manifeste) -> None:
    """Write the manifest of a folder that will not change any more."""
    texte = json.dumps(asdict(manifeste), ensure_ascii=False, indent=1)
    ecrire_octets(dossier / NOM, texte.encode("utf-8"))


def ecrire_octets(chemin: Path, octets: bytes) -> None:
    """Write a new file and have it on the disk before returning."""
    chemin.parent.mkdir(parents=True, exist_ok=True)
    with chemin.open("xb") as f:
        f.write(octets)
        f.flush()
        os.fsync(f.fileno())


def verifier(dossier: Path) -> tuple[Manifeste, Mapping[str, bytes]]:
    """The manifest and the bytes of every file, each checked; raises VersionAbimee.

    The bytes are kept by whoever reads on: a version may be pruned while it is being served.
    """
    manifeste = lire_manifeste(dossier)
    contenus: dict[str, bytes] = {}
    for nom, somme in manifeste.fichiers.items():
        try:
            contenus[nom] = (dossier / nom).read_bytes()
        except OSError as exc:
            raise VersionAbimee(f"Il manque {nom} dans {_cette(dossier)}.") from exc
        if hashlib.sha256(contenus[nom]).hexdigest() != somme:
            raise VersionAbimee(f"Le fichier {nom} a été abîmé dans {_cette(dossier)}.")
    return manifeste, contenus


def lire_manifeste(dossier: Path) -> Manifeste:
    """The manifest alone; raises VersionAbimee when it is absent, unreadable or not itself."""
    try:
        brut = json.loads((dossier / NOM).read_text(encoding="utf-8"))
        manifeste = Manifeste(**brut)
        _valider(manifeste)
    except (FileNotFoundError, NotADirectoryError) as exc:
        raise VersionAbimee(f"Il manque {NOM} dans {_cette(dossier)}.") from exc
    except (OSError, ValueError, TypeError, AttributeError, RecursionError) as exc:
        raise VersionAbimee(f"Le fichier {NOM} est illisible dans {_cette(dossier)}.") from exc
    if manifeste.format != FORMAT:
        raise VersionAbimee(
            f"{_cette(dossier).capitalize()} est d'un autre format ({manifeste.format}) que celui "
            f"que ce programme lit ({FORMAT}) : refaites-la par « echelon knowledge pull »."
        )
    if manifeste.lisible and nom_de_version(manifeste.fichiers) != manifeste.version:
        raise VersionAbimee(f"Le fichier {NOM} a été abîmé dans {_cette(dossier)}.")
    return manifeste


def _valider(m: Manifeste) -> None:
    """Raise ValueError for a field of another type or a path that leaves the folder."""
    if not all(isinstance(t, str) for t in (m.version, m.cree_le, m.schema)):
        raise ValueError("text expected")
    if not isinstance(m.format, int) or not all(isinstance(n, int) for n in m.comptes.values()):
        raise ValueError("number expected")
    origines = [m.source, *m.entreprise.values(), *m.documents.values(), m.fichiers]
    if not all(isinstance(v, str) for o in origines for v in o.values()):
        raise ValueError("text expected")
    for nom in m.fichiers:
        chemin = PurePosixPath(nom)
        if chemin.is_absolute() or ".." in chemin.parts or "\\" in nom or nom == NOM:
            raise ValueError("path outside the folder")


def _cette(dossier: Path) -> str:
    return f"la version {dossier.name} des connaissances ({dossier})"
