"""Fitting a linear model with scikit-learn; only `echelon learn` and the comparisons come here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from .exemples import Exemple
from .lineaire import Bloc, Lineaire
from .traits import BLOCS, Vocabulaire

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Vecteur = npt.NDArray[np.float32]

__all__ = ["FICHES", "INTENTIONS", "Reglages", "ajuster", "calibrer", "hors_pli"]

_PLIS = 3


@dataclass(frozen=True)
class Reglages:
    """``poids``: weight of each block (0 leaves it out); ``minimum``: texts a term must be in;
    ``c``: inverse strength of the penalty."""

    poids: Mapping[str, float]
    minimum: Mapping[str, int]
    c: float


FICHES = Reglages({"mots": 1.0, "grammes": 1.0, "sens": 1.0}, {"mots": 4, "grammes": 8}, 1.0)
INTENTIONS = Reglages({"mots": 1.0, "grammes": 1.0, "sens": 2.0}, {"mots": 2, "grammes": 4}, 0.5)


def ajuster(exemples: Sequence[Exemple], sens: Vecteur, r: Reglages) -> Lineaire:
    """Fit one-against-all linear machines; ``sens``: [n, dim], the texts' vectors."""
    import numpy as np
    from sklearn.svm import LinearSVC

    textes = [e.texte for e in exemples]
    vocs = {nom: Vocabulaire.apprendre([lire(t) for t in textes], r.minimum[nom])
            for nom, lire in BLOCS}
    machine = LinearSVC(C=r.c, dual=True, random_state=0)
    machine.fit(_matrice(textes, sens, vocs, r), [e.classe for e in exemples],
                sample_weight=[e.poids for e in exemples])
    blocs, debut = {}, 0
    for nom, largeur in (*((n, len(v.termes)) for n, v in vocs.items()), ("sens", sens.shape[1])):
        coefs = machine.coef_[:, debut : debut + largeur].T * r.poids[nom]
        blocs[nom] = Bloc.de(np.asarray(coefs, dtype=np.float32))
        debut += largeur
    return Lineaire(tuple(str(c) for c in machine.classes_), vocs, blocs,
                    np.asarray(machine.intercept_, dtype=np.float32))


def _matrice(
    textes: Sequence[str], sens: Vecteur, vocs: Mapping[str, Vocabulaire], r: Reglages
) -> Any:
    import numpy as np
    from scipy.sparse import csr_matrix, hstack

    blocs: list[Any] = []
    for nom, lire in BLOCS:
        debuts: list[int] = [0]
        rangs: list[int] = []
        poids: list[float] = []
        for texte in textes:
            ou, combien = vocs[nom].poids(lire(texte))
            rangs += ou
            poids += combien
            debuts.append(len(rangs))
        forme = (len(textes), len(vocs[nom].termes))
        blocs.append(csr_matrix((np.asarray(poids) * r.poids[nom], rangs, debuts), shape=forme))
    blocs.append(csr_matrix(sens * r.poids["sens"]))
    return hstack(blocs).tocsr()


def hors_pli(
    exemples: Sequence[Exemple], sens: Vecteur, r: Reglages
) -> tuple[tuple[str, ...], Vecteur, npt.NDArray[np.int64]]:
    """Scores of whole texts by models that saw nothing of them.

    Returns (classes, scores [n, classes], places of the texts in ``exemples``).
    """
    import numpy as np

    noms = tuple(sorted({e.classe for e in exemples}))
    plis = np.random.default_rng(0).permutation(len(exemples)) % _PLIS
    entiers = np.asarray([i for i, e in enumerate(exemples) if e.entier])
    sortie = np.full((len(exemples), len(noms)), -3.0, dtype=np.float32)
    for k in range(_PLIS):
        dehors = np.flatnonzero(plis != k)
        m = ajuster([exemples[int(i)] for i in dehors], sens[dehors], r)
        ou = [noms.index(c) for c in m.classes]
        for i in entiers[plis[entiers] == k]:
            sortie[i, ou] = m.scores(exemples[i].texte, sens[i])
    return noms, sortie[entiers], entiers


def calibrer(modele: Lineaire, exemples: Sequence[Exemple], sens: Vecteur, r: Reglages) -> Lineaire:
    """The model with the scale that makes its probabilities likeliest on texts not seen."""
    import numpy as np
    from scipy.optimize import minimize_scalar

    noms, scores, entiers = hors_pli(exemples, sens, r)
    vraies = np.asarray([noms.index(exemples[i].classe) for i in entiers])

    def perte(echelle: float) -> float:
        z = scores * echelle
        z -= z.max(axis=1, keepdims=True)
        log_p = z[np.arange(len(z)), vraies] - np.log(np.exp(z).sum(axis=1))
        return -float(log_p.mean())

    trouvee = minimize_scalar(perte, bounds=(0.2, 30.0), method="bounded")
    return replace(modele, echelle=float(trouvee.x))
