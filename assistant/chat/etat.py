"""What a conversation carries from one turn to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from assistant.classification import Situation

__all__ = ["Etat"]


@dataclass(frozen=True, slots=True)
class Etat:
    """Situation, and what was being talked about.

    ``fait_demande``: the fact asked last; ``intention``: the last intent; ``langue``: the
    language spoken; ``fiche_evoquee``: the fiche talked about last, be it the person's own or
    not; ``inconnus``: facts the person does not know (not asked again). ``separation``: the
    codes that yes and no stand for, when the last question parted two fiches;
    ``separations_posees``: such questions already asked. ``candidats``: the fiches shown to
    choose from; ``vues``: those settled on, latest last; ``personnes``: who ("moi", "elle", "il",
    "autre") does which job; ``autre``: the Situation of somebody else than the person;
    ``premisse``: an échelon just said not to exist.
    """

    situation: Situation = Situation()
    fait_demande: str | None = None
    intention: str | None = None
    langue: str | None = None
    fiche_evoquee: str | None = None
    inconnus: tuple[str, ...] = ()
    separation: tuple[str, str] | None = None
    separations_posees: tuple[str, ...] = ()
    candidats: tuple[str, ...] = ()
    vues: tuple[str, ...] = ()
    personnes: tuple[tuple[str, str], ...] = ()
    autre: Situation | None = None
    premisse: str | None = None

    def en_dict(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "situation": self.situation.en_dict(),
            "fait_demande": self.fait_demande,
            "intention": self.intention,
            "langue": self.langue,
            "fiche_evoquee": self.fiche_evoquee,
            "inconnus": list(self.inconnus),
            "separation": list(self.separation) if self.separation else None,
            "separations_posees": list(self.separations_posees),
            "candidats": list(self.candidats),
            "vues": list(self.vues),
            "personnes": [list(p) for p in self.personnes],
            "autre": self.autre.en_dict() if self.autre else None,
            "premisse": self.premisse,
        }

    @classmethod
    def depuis_dict(cls, donnees: Mapping[str, Any]) -> Etat:
        """Read back what `en_dict` wrote; unknown keys are ignored."""
        return cls(
            Situation.depuis_dict(donnees.get("situation", {})),
            donnees.get("fait_demande"),
            donnees.get("intention"),
            donnees.get("langue"),
            donnees.get("fiche_evoquee"),
            tuple(donnees.get("inconnus", ())),
            _paire(donnees.get("separation")),
            tuple(donnees.get("separations_posees", ())),
            tuple(donnees.get("candidats", ())),
            tuple(donnees.get("vues", ())),
            tuple(p for lu in donnees.get("personnes", ()) if (p := _paire(lu))),
            Situation.depuis_dict(autre) if (autre := donnees.get("autre")) else None,
            donnees.get("premisse"),
        )

    def avec_fait(self, nom: str, valeur: object) -> Etat:
        """The same with a fact set by the person; raises FaitInvalide."""
        return replace(self, situation=self.situation.avec({nom: valeur}, "corrigé à la main"))

    def sans_fait(self, nom: str) -> Etat:
        """The same with a fact removed by the person."""
        return replace(self, situation=self.situation.sans(nom))


def _paire(lu: Any) -> tuple[str, str] | None:
    return (str(lu[0]), str(lu[1])) if isinstance(lu, list | tuple) and len(lu) == 2 else None
