"""Small models fitted on the wording of knowledge/parler: what a question wants, which fiche
a description is of. Fitting (`ajuster`) needs scikit-learn, reading NumPy only."""

from __future__ import annotations

from .exemples import DECRIT, Exemple, Parole, exemples_d_intentions, exemples_de_fiches
from .lineaire import Lineaire
from .modeles import FICHIER, Modeles, empreinte_des_exemples

__all__ = [
    "DECRIT",
    "FICHIER",
    "Exemple",
    "Lineaire",
    "Modeles",
    "Parole",
    "empreinte_des_exemples",
    "exemples_d_intentions",
    "exemples_de_fiches",
]
