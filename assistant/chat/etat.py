"""What a conversation carries from one turn to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from assistant.classification import Situation

__all__ = ["Dernier", "Etat"]


@dataclass(frozen=True, slots=True)
class Dernier:
    """The last question that had an answer of its own, and what was open when it was asked.

    With it the answer is worked out again when the person asks why, doubts, or wants it in short.
    ``fiche``, ``origine``: the person's fiche before the question, and where it came from.
    """

    question: str
    fait_demande: str | None = None
    intention: str | None = None
    separation: tuple[str, str] | None = None
    candidats: tuple[str, ...] = ()
    premisse: str | None = None
    fiche_evoquee: str | None = None
    fiche: str | None = None
    origine: str = ""

    def en_dict(self) -> dict[str, Any]:
        """As JSON, what is empty left out."""
        return {c.name: list(v) if isinstance(v, tuple) else v
                for c in fields(self) if (v := getattr(self, c.name))}

    @classmethod
    def depuis_dict(cls, donnees: Mapping[str, Any] | None) -> Dernier | None:
        """Read back what `en_dict` wrote; unknown keys are ignored."""
        if not donnees or not donnees.get("question"):
            return None
        connus = {c.name for c in fields(cls)}
        lus = {nom: v for nom, v in donnees.items() if nom in connus}
        lus["separation"] = _paire(lus.get("separation"))
        lus["candidats"] = tuple(lus.get("candidats", ()))
        return cls(**lus)


@dataclass(frozen=True, slots=True)
class Etat:
    """Situation, and what was being talked about.

    ``fait_demande``: the fact asked last; ``intention``: the last intent; ``langue``: the
    language spoken; ``fiche_evoquee``: the fiche talked about last, be it the person's own or
    not; ``inconnus``: facts the person does not know (not asked again). ``separation``: the
    codes that yes and no stand for, when the last question parted two fiches;
    ``separations_posees``: such questions already asked. ``candidats``: the fiches shown to
    choose from; ``vues``: those settled on, latest last; ``personnes``: who ("moi", "elle", "il",
    "autre", or a first name) does which job ("" where it is not known); ``autre``: the Situation of somebody else than the person;
    ``premisse``: an échelon just said not to exist; ``dernier``: the question answered last;
    ``propre``: the Situation of the one who writes, while another's case is at hand.
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
    dernier: Dernier | None = None
    propre: Situation | None = None

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
            "dernier": self.dernier.en_dict() if self.dernier else None,
            "propre": self.propre.en_dict() if self.propre else None,
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
            Dernier.depuis_dict(donnees.get("dernier")),
            Situation.depuis_dict(propre) if (propre := donnees.get("propre")) else None,
        )

    def avec_fait(self, nom: str, valeur: object) -> Etat:
        """The same with a fact set by the person; raises FaitInvalide."""
        return replace(self, situation=self.situation.avec({nom: valeur}, "corrigé à la main"))

    def sans_fait(self, nom: str) -> Etat:
        """The same with a fact removed by the person."""
        return replace(self, situation=self.situation.sans(nom))


def _paire(lu: Any) -> tuple[str, str] | None:
    return (str(lu[0]), str(lu[1])) if isinstance(lu, list | tuple) and len(lu) == 2 else None
