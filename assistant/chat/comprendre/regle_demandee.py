"""The general rule a question is about, whatever facts it tells: said rather than asking which job it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.chat.comprendre.intention import Estimation

__all__ = ["ASSUREE", "regle_demandee"]

_GENERALES = frozenset(
    "degres sans_qualification alternance promotion criteres grille essai fin_essai preavis recherche_emploi "
    "bareme".split()
)
_DES_FICHES = ("regle:fiche_", "regle:acces_", "regle:extension_", "regle:certification_")  # of one fiche, or one person
_DE_TOUTES = frozenset(
    "regle:fiche_reference regle:fiche_generique regle:certification_serie regle:certification_reference "
    "regle:certification_majore_du regle:certification_hors_specialite".split()
)
_ASSEZ = 0.25  # of the questions whose answer does depend on the job, none comes near
ASSUREE = 0.6
_DEUX_FICHES = 0.8


def regle_demandee(estimations: Sequence[Estimation]) -> Estimation | None:
    """The likeliest rule that is the same whatever the job; None where none is likely."""
    nom, part = max(_generales(estimations), key=lambda e: e[1], default=("", 0.0))
    return (nom, part) if part >= _ASSEZ else None


def _generales(estimations: Iterable[Estimation]) -> Iterable[Estimation]:
    for nom, part in estimations:
        if nom in _GENERALES or nom in _DE_TOUTES or (nom.startswith("regle:") and not nom.startswith(_DES_FICHES) and "suppleance" not in nom):
            yield nom, part
        elif nom == "deux_fiches" and part >= _DEUX_FICHES:
            yield "regle:emploi_sur_deux_fiches", part
