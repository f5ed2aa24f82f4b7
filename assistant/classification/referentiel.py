"""Everything the calculator reads, handed over ready by the corpus."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from assistant.classification.certification import Registre
from assistant.classification.code import Code, CodeInvalide
from assistant.classification.fiche import Fiche
from assistant.classification.grille import Categorie
from assistant.classification.minima import Bareme
from assistant.classification.mots import Concepts, sans_accents
from assistant.classification.regle import Regle

__all__ = ["Critere", "FicheInconnue", "Referentiel"]


class FicheInconnue(ValueError):
    """No fiche of that code; ``proches`` holds the nearest known codes."""

    def __init__(self, code: str, proches: tuple[str, ...]) -> None:
        self.code, self.proches = code, proches
        suite = f" Codes proches : {', '.join(proches)}." if proches else ""
        super().__init__(f"Aucune fiche ne porte le code « {code[:30]} ».{suite}")


CRITERE_SANS_NOM = "critere valorisant"
"""A criterion that is met, which one is not said: it counts in either catégorie."""


@dataclass(frozen=True, slots=True)
class Critere:
    """A critère valorisant of one catégorie (3.02 d or 3B.02 d) and the names it answers to."""

    id: str
    categorie: Categorie
    noms: Mapping[str, tuple[str, ...]]
    definition: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Referentiel:
    """Fiches by canonical code, rules by id, barèmes, certifications, criteria, word groups."""

    fiches: Mapping[str, Fiche]
    regles: Mapping[str, Regle]
    baremes: tuple[Bareme, ...]
    registre: Registre
    criteres: tuple[Critere, ...]
    concepts: Concepts

    def fiche(self, code: str) -> Fiche:
        """The fiche of a code in any spelling; raise FicheInconnue with the nearest codes."""
        try:
            canonique = str(Code.lire(code))
        except CodeInvalide:
            canonique = code.strip().upper()
        if trouvee := self.fiches.get(canonique):
            return trouvee
        proches = get_close_matches(canonique, list(self.fiches), n=3, cutoff=0.6)
        raise FicheInconnue(canonique, tuple(proches))

    def trier_criteres(
        self, dits: tuple[str, ...], categorie: Categorie
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Sort stated criteria into (those of the catégorie, all others), in the words used."""
        siens: list[str] = []
        autres: list[str] = []
        for dit in dits:
            plat = sans_accents(dit).strip(" .'\"«»")
            if plat == CRITERE_SANS_NOM:
                siens.append(dit)
                continue
            noms = {
                sans_accents(n)
                for c in self.criteres if c.categorie is categorie
                for groupe in c.noms.values() for n in groupe
            }
            (siens if any(n == plat or f" {n} " in f" {plat} " for n in noms) else autres).append(dit)
        return tuple(siens), tuple(autres)
