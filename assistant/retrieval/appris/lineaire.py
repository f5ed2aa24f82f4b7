"""A fitted linear model: scores of classes from the traits of a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .traits import BLOCS, Vocabulaire

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Vecteur = npt.NDArray[np.float32]
    Octets = npt.NDArray[np.int8]

__all__ = ["Bloc", "Lineaire"]

_SENS = "sens"


@dataclass(frozen=True)
class Bloc:
    """Weights of one block in 8 bits: the weight of a feature for a class is
    ``octets[feature, class] * pas[class]``."""

    octets: Octets
    pas: Vecteur

    @classmethod
    def de(cls, coefs: Vecteur) -> Bloc:
        """Round weights, [features, classes]."""
        import numpy as np

        pas = np.abs(coefs).max(axis=0, initial=0.0) / 127
        pas[pas == 0] = 1.0
        return cls(np.round(coefs / pas).astype(np.int8), pas.astype(np.float32))


@dataclass(frozen=True)
class Lineaire:
    """One-against-all scores of ``classes`` from the blocks "mots", "grammes" and "sens".

    ``biais``: [classes]; ``echelle``: the factor that makes scores log-odds, fitted on texts
    the model had not seen.
    """

    classes: tuple[str, ...]
    vocabulaires: Mapping[str, Vocabulaire]
    blocs: Mapping[str, Bloc]
    biais: Vecteur
    echelle: float = 1.0

    def scores(self, texte: str, sens: Vecteur | None) -> Vecteur:
        """Score of each class, [classes]; ``sens``: the text's vector, None to do without."""
        import numpy as np

        total = self.biais.copy()
        for nom, lire in BLOCS:
            rangs, poids = self.vocabulaires[nom].poids(lire(texte))
            if rangs:
                bloc = self.blocs[nom]
                total += (np.asarray(poids, np.float32) @ bloc.octets[rangs].astype(np.float32)) * bloc.pas
        if sens is not None:
            bloc = self.blocs[_SENS]
            total += (sens @ bloc.octets.astype(np.float32)) * bloc.pas
        return np.asarray(total, dtype=np.float32)

    def probabilites(self, texte: str, sens: Vecteur | None) -> Vecteur:
        """Probability of each class, [classes], summing to 1."""
        return self.en_probabilites(self.scores(texte, sens))

    def en_probabilites(self, scores: Vecteur) -> Vecteur:
        """Scores turned into probabilities, [classes]."""
        import numpy as np

        z = scores * self.echelle
        e = np.exp(z - z.max())
        return np.asarray(e / e.sum(), dtype=np.float32)

    def en_tableaux(self, prefixe: str) -> dict[str, Any]:
        """As arrays for an npz file, no pickle; read back by `depuis_tableaux`."""
        import numpy as np

        tableaux: dict[str, Any] = {
            "classes": np.array(self.classes), "biais": self.biais,
            "echelle": np.float32(self.echelle),
        }
        for nom, bloc in self.blocs.items():
            tableaux[f"octets_{nom}"], tableaux[f"pas_{nom}"] = bloc.octets, bloc.pas
        for nom, voc in self.vocabulaires.items():
            tableaux[f"termes_{nom}"] = np.frombuffer("\n".join(voc.termes).encode(), dtype=np.uint8)
            tableaux[f"idf_{nom}"] = voc.idf
        return {f"{prefixe}.{k}": v for k, v in tableaux.items()}

    @classmethod
    def depuis_tableaux(cls, lus: Mapping[str, Any], prefixe: str) -> Lineaire:
        """Read what `en_tableaux` wrote; raises KeyError where a part is missing."""

        def de(nom: str) -> Any:
            return lus[f"{prefixe}.{nom}"]

        noms = [nom for nom, _ in BLOCS]
        return cls(
            classes=tuple(str(c) for c in de("classes")),
            vocabulaires={
                nom: Vocabulaire(tuple(bytes(de(f"termes_{nom}")).decode().split("\n")), de(f"idf_{nom}"))
                for nom in noms
            },
            blocs={nom: Bloc(de(f"octets_{nom}"), de(f"pas_{nom}")) for nom in (*noms, _SENS)},
            biais=de("biais"), echelle=float(de("echelle")),
        )
