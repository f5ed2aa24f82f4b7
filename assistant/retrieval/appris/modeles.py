"""The fitted models in one file: knowledge/appris/modeles.npz, arrays only, no pickle."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.retrieval.erreurs import ErreurRecherche

from .lineaire import Lineaire

__all__ = ["FICHIER", "Modeles", "empreinte_des_exemples"]

FICHIER = Path("appris") / "modeles.npz"
_VERSION = 1
_ISSUE = "Refaites-le par « echelon learn »."


@dataclass(frozen=True)
class Modeles:
    """``intentions``: text → what it wants; ``fiches``: description → code.

    ``encodeur``: whose vectors they were fitted on; ``empreinte``: of the examples they were
    fitted on, to tell when the wording has changed since.
    """

    intentions: Lineaire
    fiches: Lineaire
    encodeur: str
    empreinte: str

    def ecrire(self, fichier: Path) -> None:
        """Write the file, whole or not at all; the same models give the same bytes."""
        import numpy as np

        tableaux: dict[str, Any] = {
            "version": np.int32(_VERSION), "encodeur": np.array(self.encodeur),
            "empreinte": np.array(self.empreinte),
            **self.intentions.en_tableaux("intentions"), **self.fiches.en_tableaux("fiches"),
        }
        fichier.parent.mkdir(parents=True, exist_ok=True)
        provisoire = fichier.with_suffix(".nouveau")
        with zipfile.ZipFile(provisoire, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as z:
            for nom, tableau in sorted(tableaux.items()):
                octets = io.BytesIO()
                np.lib.format.write_array(octets, np.asanyarray(tableau), allow_pickle=False)
                # a fixed date: a new fit of the same examples is the same file
                z.writestr(zipfile.ZipInfo(f"{nom}.npy", (2020, 1, 1, 0, 0, 0)), octets.getvalue(),
                           zipfile.ZIP_DEFLATED)
        provisoire.replace(fichier)

    @classmethod
    def charger(cls, fichier: Path) -> Modeles:
        """Read the file; raise ErreurRecherche where it is absent, damaged or of another version."""
        import numpy as np

        if not fichier.is_file():
            raise ErreurRecherche(f"Le fichier appris {fichier} manque. {_ISSUE}")
        try:
            with np.load(fichier, allow_pickle=False) as lus:
                tableaux: Mapping[str, Any] = {nom: lus[nom] for nom in lus.files}
            if int(tableaux["version"]) != _VERSION:
                raise ErreurRecherche(f"Le fichier appris {fichier} est d'une autre version. {_ISSUE}")
            return cls(
                Lineaire.depuis_tableaux(tableaux, "intentions"),
                Lineaire.depuis_tableaux(tableaux, "fiches"),
                str(tableaux["encodeur"]), str(tableaux["empreinte"]),
            )
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as erreur:
            raise ErreurRecherche(f"Le fichier appris {fichier} est illisible. {_ISSUE}") from erreur


def empreinte_des_exemples(exemples: Iterable[tuple[str, str, float]]) -> str:
    """16 hex digits over (class, text, weight), in order."""
    h = hashlib.sha256()
    for classe, texte, poids in exemples:
        h.update(f"{classe}\t{texte}\t{poids}\n".encode())
    return h.hexdigest()[:16]
