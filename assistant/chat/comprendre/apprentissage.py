"""What the models are fitted on, put together from the knowledge, and the fitting itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from assistant.chat.comprendre.masque import masquer_les_noms
from assistant.retrieval.appris import (
    Exemple,
    Modeles,
    Parole,
    empreinte_des_exemples,
    exemples_d_intentions,
    exemples_de_fiches,
)

if TYPE_CHECKING:
    from assistant.chat.connaissances import Connaissances
    from assistant.retrieval import Encodeur

__all__ = ["apprendre", "empreinte", "exemples"]


def exemples(c: Connaissances) -> tuple[list[Exemple], list[Exemple]]:
    """The examples of intents and those of fiches."""
    paroles = [
        Parole(
            p.code, c.kb.fiches[p.code].titres, (*p.noms, *p.noms_en),
            (*p.journees, *p.journees_en), (*p.courtes, *p.courtes_en),
        )
        for p in c.paroles
    ]
    dites = [(i.id, phrase) for i in c.intentions for phrase in i.phrases]
    dites += [(f"regle:{q.regle}", phrase) for q in c.questions_regles for phrase in q.phrases]
    return (
        exemples_d_intentions(
            dites, paroles, lambda t: masquer_les_noms(t, c.lexique), c.intentions_synonymes
        ),
        exemples_de_fiches(paroles),
    )


def empreinte(c: Connaissances) -> str:
    """Of the examples as they are now."""
    return _empreinte(exemples(c))


def _empreinte(lus: tuple[list[Exemple], list[Exemple]]) -> str:
    return empreinte_des_exemples((e.classe, e.texte, e.poids) for liste in lus for e in liste)


def apprendre(
    c: Connaissances, encodeur: Encodeur, signaler: Callable[[str], None] = lambda etape: None
) -> Modeles:
    """Fit and calibrate both models (about four minutes on two cores)."""
    from assistant.retrieval.appris.ajuster import FICHES, INTENTIONS, ajuster, calibrer

    faits = []
    tous = exemples(c)
    for nom, lus, reglages in zip(
        ("intentions", "fiches"), tous, (INTENTIONS, FICHES), strict=True
    ):
        signaler(f"{nom} : {len(lus)} exemples, vecteurs")
        sens = encodeur.encode_query([e.texte for e in lus])
        signaler(f"{nom} : ajustement")
        modele = ajuster(lus, sens, reglages)
        signaler(f"{nom} : calibrage")
        faits.append(calibrer(modele, lus, sens, reglages))
    return Modeles(faits[0], faits[1], encodeur.nom, _empreinte(tous))
