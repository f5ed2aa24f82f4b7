"""The checks: each takes an answer and returns a Verdict that explains itself in French.

``verifier`` runs those a case asks for, then those always run. To add a check: a function in
the file of its kind, a field in ``evals.cas.Attendu``, a line in ``_ATTENDUES`` (or in
``_TOUJOURS``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from evals.cas import Cas
from evals.verifications.base import (
    Contexte,
    PassageLu,
    Reponse,
    ReponseIncomplete,
    Verdict,
)
from evals.verifications.classement import (
    accessibles,
    comportement,
    demande,
    echelon,
    issue,
    majores,
    montant,
)
from evals.verifications.fiches import ensemble, premiere, trois
from evals.verifications.langue import langue, langue_du_texte
from evals.verifications.nombres import contient
from evals.verifications.sources import (
    article,
    citations_situees,
    cite,
    fiche,
    refus_sans_citation,
    sans_citation,
)
from evals.verifications.texte import dit, dit_un_de, ne_dit_pas, reponse_non_vide

__all__ = [
    "Contexte",
    "PassageLu",
    "Reponse",
    "ReponseIncomplete",
    "Verdict",
    "contient",
    "langue_du_texte",
    "verifier",
]

Attendue = Callable[[Any, Reponse, Contexte], Verdict]
Toujours = Callable[[Reponse, Contexte], Verdict]

_ATTENDUES: Mapping[str, Attendue] = {
    "comportement": comportement,
    "issue": issue,
    "echelon": echelon,
    "majores": majores,
    "accessibles": accessibles,
    "fiche": fiche,
    "article": article,
    "montant": montant,
    "dit": dit,
    "dit_un_de": dit_un_de,
    "ne_dit_pas": ne_dit_pas,
    "cite": cite,
    "demande": demande,
    "sans_citation": sans_citation,
    "premiere": premiere,
    "trois": trois,
    "ensemble": ensemble,
}
_A_CHAQUE_TOUR: tuple[Toujours, ...] = (reponse_non_vide, citations_situees, refus_sans_citation)


def verifier(
    cas: Cas, reponses: Sequence[Reponse], passages: Mapping[str, PassageLu]
) -> tuple[Verdict, ...]:
    """Check the answers of one case, one per turn; expectations bear on the last.

    Raise ReponseIncomplete when an answer lacks a field of the output contract.
    """
    contexte = Contexte(cas.langue, passages)
    derniere = reponses[-1]
    attendues = [_ATTENDUES[nom](voulu, derniere, contexte) for nom, voulu in cas.attendu.ecrits()]
    toujours = [_chaque_tour(regle, reponses, contexte) for regle in _A_CHAQUE_TOUR]
    return (*attendues, *toujours, langue(derniere, contexte))


def _chaque_tour(regle: Toujours, reponses: Sequence[Reponse], contexte: Contexte) -> Verdict:
    """One verdict over all turns: the first that failed, its turn named, else the last."""
    verdicts = [regle(reponse, contexte) for reponse in reponses]
    for tour, verdict in enumerate(verdicts, 1):
        if not verdict.reussi:
            lieu = f"Tour {tour} : " if len(reponses) > 1 else ""
            return replace(verdict, explication=lieu + verdict.explication)
    return verdicts[-1]
