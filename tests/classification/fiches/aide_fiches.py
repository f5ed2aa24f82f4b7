"""Fiches made up for a test, classed with the packaged rules."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

from assistant.classification import (
    Acces,
    Code,
    Fiche,
    Positionnement,
    RegleDeFiche,
    Situation,
    TypeDeRegle,
    calculer,
)
from assistant.corpus import KnowledgeBase

KB = KnowledgeBase.charger()
RETENU = {"certification_rncsa": True, "dans_la_specialite": True, "emploi_correspond": True}
URL = "https://www.legifrance.gouv.fr/conv_coll/id/KALIARTI000000000000/"


def regle(fiche: str, type_: TypeDeRegle, depuis: date | None = None, **parametres: Any) -> RegleDeFiche:
    """A rule of one fiche."""
    return RegleDeFiche(fiche, type_, "classement", URL, parametres, depuis=depuis)


def acces(nom: str, pratique: bool = False, **plus: Any) -> Acces:
    """One way in, matched with the Registre as the reader of the texts does."""
    ids = tuple(c.id for c in KB.referentiel.registre.reconnues(nom))
    return Acces(nom, (nom,), pratique, ids=ids, **plus)


def fiche(code: str, *regles: RegleDeFiche, **champs: Any) -> Fiche:
    """A fiche with a short text of its own."""
    texte: dict[str, Any] = {
        "contenu": ("réglage des freins",), "extensions": ("pose d'attelages",), "acces": (),
        "acces_par_decision": True,
    }
    return Fiche(Code.lire(code), (f"Essai {code}",), "Essais", regles=regles, **(texte | champs))


def classer(une: Fiche, sans: str = "", **faits: Any) -> Positionnement:
    """Class facts on that fiche; ``sans``: leave out the rules whose id starts so."""
    regles = {i: r for i, r in KB.regles.items() if not (sans and i.startswith(sans))}
    referentiel = dataclasses.replace(
        KB.referentiel, fiches={str(une.code): une}, regles=regles
    )
    return calculer(
        Situation.depuis_faits({"fiche": str(une.code), **faits}), referentiel, date(2026, 11, 1)
    )


def valeurs(p: Positionnement) -> list[int | str]:
    """The placements open, as numbers."""
    return [e.valeur for e in p.accessibles]
