"""What is known of one person's job: typed facts, each with its origin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from assistant.classification.faits import FAITS, FaitInvalide, lire_fait

__all__ = ["Situation"]


@dataclass(frozen=True, slots=True)
class Situation:
    """Facts of a classing; None means unknown, () means "none" was said.

    ``echelon_actuel`` and ``echelon_demande`` stay as stated: a false one (26) is put right by
    the calculator, not refused here. ``anciennete`` in months, ``heures_hebdo`` in hours a
    week, ``jours_forfait`` in days a year, ``salaire_base`` in euros a month, ``date`` as an
    ISO date. ``fixe_et_primes``: paid by a fixed part and sales bonuses (6.04).
    """

    fiche: str | None = None
    intitule: str | None = None
    description: str | None = None
    certification_rncsa: bool | None = None
    certification: str | None = None
    pratique_professionnelle: bool | None = None
    dans_la_specialite: bool | None = None
    voie_preparation: str | None = None
    emploi_correspond: bool | None = None
    extensions_exercees: tuple[str, ...] | None = None
    activites_complementaires: tuple[str, ...] | None = None
    criteres: tuple[str, ...] | None = None
    reconnu_par_employeur: bool | None = None
    echelon_actuel: int | str | None = None
    echelon_demande: int | str | None = None
    statut: str | None = None
    qualification_requise: bool | None = None
    effectif_entreprise: int | None = None
    agent_de_maitrise_present: bool | None = None
    jours_ouvres_consecutifs: int | None = None
    suppleance_recurrente: bool | None = None
    vae: bool | None = None
    accord_ecrit: bool | None = None
    heures_hebdo: float | None = None
    contrat: str | None = None
    forfait: str | None = None
    jours_forfait: int | None = None
    fixe_et_primes: bool | None = None
    age: int | None = None
    anciennete: int | None = None
    rupture: str | None = None
    heures_formation: float | None = None
    issue_formation: str | None = None
    salaire_base: float | None = None
    code_ape: str | None = None
    lieu: str | None = None
    date: str | None = None
    origines: Mapping[str, str] = field(default_factory=dict, compare=False, hash=False)

    @classmethod
    def depuis_faits(cls, faits: Mapping[str, object], origine: str = "fait donné") -> Situation:
        """Build from the contract's `facts`; raise FaitInvalide naming the first wrong one."""
        if not isinstance(faits, Mapping):
            raise FaitInvalide("`facts` doit être un objet JSON : {\"fiche\": \"Z.23.1\", …}.")
        return cls().avec(faits, origine)

    def avec(self, faits: Mapping[str, object], origine: str) -> Situation:
        """The same with these facts set (None forgets one), each marked with its origin."""
        lus: dict[str, Any] = {str(n): lire_fait(str(n), v) for n, v in faits.items()}
        origines = dict(self.origines)
        for nom, valeur in lus.items():
            if valeur is None:
                origines.pop(nom, None)
            else:
                origines[nom] = origine
        return replace(self, **lus, origines=origines)

    def sans(self, *noms: str) -> Situation:
        """The same with these facts forgotten."""
        return self.avec(dict.fromkeys(noms), "")

    def connus(self) -> Iterator[tuple[str, object]]:
        """The facts that are known, in the contract's order."""
        for champ in fields(self):
            if champ.name in FAITS and (valeur := getattr(self, champ.name)) is not None:
                yield champ.name, valeur

    def en_dict(self) -> dict[str, dict[str, object]]:
        """The contract's `situation`: {fact: {valeur, origine}}."""
        return {
            nom: {
                "valeur": list(valeur) if isinstance(valeur, tuple) else valeur,
                "origine": self.origines.get(nom, "fait donné"),
            }
            for nom, valeur in self.connus()
        }

    @classmethod
    def depuis_dict(cls, donnees: Mapping[str, Mapping[str, object]]) -> Situation:
        """Read back what `en_dict` wrote."""
        situation = cls()
        for nom, fait in donnees.items():
            situation = situation.avec({nom: fait["valeur"]}, str(fait.get("origine", "")))
        return situation
