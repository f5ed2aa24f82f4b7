"""The seal of an index folder: what it holds, for whom, and the checksum of every file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .embeddings import Encodeur
from .erreurs import IndexAbsent, IndexCorrompu

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

__all__ = ["FORMAT", "NOM", "Manifeste", "empreinte", "fichiers_de", "lire", "sceller", "sonder"]

FORMAT = 1
"""Number of the folder's layout and of the way texts are embedded; raise it at any change."""

NOM = "manifeste.json"
_SONDE = "Quel est l'échelon de référence de cet emploi ?"
_MEME_ENCODEUR = 0.999  # cosine: float rounding between machines stays far above


@dataclass(frozen=True, slots=True)
class Manifeste:
    """Contents of `manifeste.json`, written last: a folder without it is not an index.

    `version` is the knowledge base's; `sonde` the vector of a fixed sentence, which tells an
    encoder that changed under the same name; `fichiers` maps a path to its SHA-256.
    """

    empreinte: str
    version: str
    encodeur: str
    dim: int
    passages: int
    sonde: list[float]
    fichiers: Mapping[str, str]
    format: int = FORMAT

    def ecrire(self, dossier: Path) -> None:
        """Write the manifest into `dossier`, in one piece."""
        brouillon = dossier / f"{NOM}.tmp"
        brouillon.write_text(json.dumps(asdict(self), indent=1), encoding="utf-8")
        brouillon.replace(dossier / NOM)

    def verifier_encodeur(self, encodeur: Encodeur) -> None:
        """Raise `IndexCorrompu` unless `encodeur` gives the vectors this index was made of."""
        memes = (self.encodeur, self.dim) == (encodeur.nom, encodeur.dim)
        if not memes or not _proches(self.sonde, sonder(encodeur)):
            raise IndexCorrompu(
                f"L'index a été construit avec un autre encodeur ({self.encodeur}, "
                f"{self.dim} dimensions) que {encodeur.nom}."
            )


def lire(dossier: Path) -> Manifeste:
    """Read the manifest of `dossier`.

    Raises `IndexAbsent` without a manifest, `IndexCorrompu` when it is unreadable, of another
    format, or when a file it names is missing. Contents are checked later, while copied.
    """
    chemin = dossier / NOM
    try:
        brut = json.loads(chemin.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError) as exc:
        raise IndexAbsent(f"Aucun index complet dans {dossier}.") from exc
    except (OSError, ValueError, RecursionError) as exc:
        raise IndexCorrompu(f"Le manifeste {chemin} est illisible.") from exc
    manifeste = _valider(brut, chemin)
    manquants = sorted(set(manifeste.fichiers) - set(fichiers_de(dossier)))
    if manquants:
        raise IndexCorrompu(f"Il manque {manquants[0]} dans l'index {dossier}.")
    return manifeste


def fichiers_de(dossier: Path) -> list[str]:
    """Relative POSIX paths of the index's files, the manifest left out, in order."""
    chemins = (p.relative_to(dossier).as_posix() for p in dossier.rglob("*") if p.is_file())
    return sorted(c for c in chemins if c != NOM)


def sceller(dossier: Path, version: str, encodeur: Encodeur, passages: int) -> Manifeste:
    """Compute and write the manifest of a folder that will not change any more."""
    sommes = {
        nom: hashlib.sha256((dossier / nom).read_bytes()).hexdigest()
        for nom in fichiers_de(dossier)
    }
    manifeste = Manifeste(
        empreinte=empreinte(version, encodeur),
        version=version,
        encodeur=encodeur.nom,
        dim=encodeur.dim,
        passages=passages,
        sonde=[round(float(x), 5) for x in sonder(encodeur)],
        fichiers=sommes,
    )
    manifeste.ecrire(dossier)
    return manifeste


def empreinte(version: str, encodeur: Encodeur) -> str:
    """Name of the index folder: 16 hex digits for this knowledge, this encoder, this format."""
    cle = json.dumps([FORMAT, version, encodeur.nom, encodeur.dim])
    return hashlib.sha256(cle.encode()).hexdigest()[:16]


def sonder(encodeur: Encodeur) -> npt.NDArray[np.float32]:
    """Vector [dim] of the probe sentence."""
    vecteur: npt.NDArray[np.float32] = encodeur.encode_document([_SONDE])[0]
    return vecteur


def _proches(ancien: list[float], nouveau: npt.NDArray[np.float32]) -> bool:
    import numpy as np

    a = np.asarray(ancien, dtype=np.float32)
    return a.shape == nouveau.shape and float(a @ nouveau) >= _MEME_ENCODEUR


def _valider(brut: Any, chemin: Path) -> Manifeste:
    attendus = {
        "empreinte": str,
        "version": str,
        "encodeur": str,
        "dim": int,
        "passages": int,
        "sonde": list,
        "fichiers": dict,
        "format": int,
    }
    if not isinstance(brut, dict) or set(brut) != set(attendus):
        raise IndexCorrompu(f"Le manifeste {chemin} n'a pas les champs attendus.")
    for nom, genre in attendus.items():
        if not isinstance(brut[nom], genre):
            raise IndexCorrompu(f"Le manifeste {chemin} a un champ « {nom} » qui ne convient pas.")
    if not all(isinstance(x, int | float) for x in brut["sonde"]):
        raise IndexCorrompu(f"Le manifeste {chemin} a un champ « sonde » qui ne convient pas.")
    if brut["format"] != FORMAT:
        raise IndexCorrompu(f"L'index {chemin.parent} est d'un autre format ({brut['format']}).")
    return Manifeste(**brut)
