"""Rules that a fiche carries itself: a closed list of types, each with its own parameters.

The directory's fiches say more than an échelon: a majoré that is compulsory, another fiche that
imposes itself, a delay, a single échelon. What a type does is in `effets_de_fiche`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

__all__ = ["PARAMETRES", "RegleDeFiche", "RegleDeFicheInvalide", "TypeDeRegle"]


class TypeDeRegle(StrEnum):
    """What a fiche can rule by itself.

    - MAJORE_OBLIGATOIRE: a majoré is due when the competences named are all used (G.9.1).
    - AUTRE_FICHE_IMPOSEE: the person is to be classed by another fiche (D.9.2 → D.20.1).
    - ECHELON_IMPOSE: the holder of a certification is to be placed on an échelon (C.20.1).
    - DELAI_DE_PASSAGE: a higher échelon after some months, due or by decision (E.6.2, C.9.1).
    - ECHELON_UNIQUE: no majoré on this fiche.
    - EXTENSIONS_LIBRES: the firm defines the extensions.
    - EXTENSION_SOUS_CONDITION: an extension counts only for the holder of a certification.
    - CONDITION_D_ACCES: something besides the certification (agrément, autorisation, experience).
    - INTITULE_OBLIGATOIRE: the denomination must go with a job title of the firm's choice.
    """

    MAJORE_OBLIGATOIRE = "majore_obligatoire"
    AUTRE_FICHE_IMPOSEE = "autre_fiche_imposee"
    ECHELON_IMPOSE = "echelon_impose"
    DELAI_DE_PASSAGE = "delai_de_passage"
    ECHELON_UNIQUE = "echelon_unique"
    EXTENSIONS_LIBRES = "extensions_libres"
    EXTENSION_SOUS_CONDITION = "extension_sous_condition"
    CONDITION_D_ACCES = "condition_d_acces"
    INTITULE_OBLIGATOIRE = "intitule_obligatoire"


class RegleDeFicheInvalide(ValueError):
    """A parameter missing, unknown or of the wrong kind; the message names it."""


@dataclass(frozen=True, slots=True)
class _Champ:
    genre: type
    obligatoire: bool = False


_TEXTE, _TEXTES, _ENTIER, _OUI_NON, _PLACE = str, tuple, int, bool, object
PARAMETRES: Mapping[TypeDeRegle, Mapping[str, _Champ]] = {
    TypeDeRegle.MAJORE_OBLIGATOIRE: {
        "competences": _Champ(_TEXTES, True),  # groups of names: one of each must be stated
        "expressions": _Champ(_TEXTES),  # or one of these
        "condition": _Champ(_TEXTE),
    },
    TypeDeRegle.AUTRE_FICHE_IMPOSEE: {
        "vers": _Champ(_TEXTE, True),
        "echelon": _Champ(_PLACE),  # where it is not simply the other fiche's reference
        "certification": _Champ(_TEXTES),
        "condition": _Champ(_TEXTE),
        "activites": _Champ(_TEXTES),  # the activities that call for the other fiche
        "au_dela": _Champ(_OUI_NON),  # an activity beyond content and extensions is needed
        "a_partir_du": _Champ(_TEXTE),
        "certifie_avant": _Champ(_TEXTE),  # not known from the facts: to be checked
    },
    TypeDeRegle.ECHELON_IMPOSE: {
        "echelon": _Champ(_PLACE, True),
        "certification": _Champ(_TEXTES),
        "condition": _Champ(_TEXTE),
    },
    TypeDeRegle.DELAI_DE_PASSAGE: {
        "mois": _Champ(_ENTIER, True),
        "echelon": _Champ(_PLACE, True),
        "vers": _Champ(_TEXTE),
        "decision": _Champ(_OUI_NON, True),  # False: due at the end; True: the employer decides
        "certification": _Champ(_TEXTES),
        "certifie_depuis": _Champ(_TEXTE),
        "condition": _Champ(_TEXTE),
    },
    TypeDeRegle.ECHELON_UNIQUE: {},
    TypeDeRegle.EXTENSIONS_LIBRES: {},
    TypeDeRegle.EXTENSION_SOUS_CONDITION: {
        "extension": _Champ(_TEXTE, True),
        "certification": _Champ(_TEXTES, True),
    },
    TypeDeRegle.CONDITION_D_ACCES: {
        "condition": _Champ(_TEXTE, True),
        "mois": _Champ(_ENTIER),
    },
    TypeDeRegle.INTITULE_OBLIGATOIRE: {},
}


@dataclass(frozen=True, slots=True)
class RegleDeFiche:
    """One rule of one fiche.

    ``fiche``: canonical code. ``lieu``: where it stands, in words ("classement", "accord du
    24 juin 2021, art. 4"); ``url`` its public page. ``citation``: the sentence word for word
    where the official text is at hand, None for a fact restated in ``textes`` (by language).
    ``passage``: id of the passage the citation stands in. ``depuis``: in force from that day;
    ``edition``: date of the print it was read in. Raises RegleDeFicheInvalide on parameters
    that its type does not have.
    """

    fiche: str
    type: TypeDeRegle
    lieu: str
    url: str
    parametres: Mapping[str, Any] = field(default_factory=dict)
    citation: str | None = None
    passage: str | None = None
    depuis: date | None = None
    edition: date | None = None
    textes: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        champs = PARAMETRES[self.type]
        for nom, champ in champs.items():
            valeur = self.parametres.get(nom)
            if valeur is None and champ.obligatoire:
                raise self._invalide(nom, "manque")
            if valeur is not None and not isinstance(valeur, champ.genre):
                raise self._invalide(nom, f"n'est pas du genre attendu ({champ.genre.__name__})")
        for nom in self.parametres.keys() - champs.keys():
            raise self._invalide(nom, "n'existe pas pour ce type de règle")

    def _invalide(self, nom: str, quoi: str) -> RegleDeFicheInvalide:
        return RegleDeFicheInvalide(
            f"Règle {self.type.value} de la fiche {self.fiche} : le paramètre « {nom} » {quoi}."
        )

    def en_vigueur(self, jour: date) -> bool:
        """True from the day it takes effect."""
        return self.depuis is None or jour >= self.depuis

    @property
    def condition(self) -> str:
        """The condition in words, "" where there is none."""
        return str(self.parametres.get("condition") or "")

    @property
    def certifications(self) -> tuple[str, ...]:
        """Names of the certifications it is for, () for anyone."""
        return tuple(self.parametres.get("certification") or ())

    @property
    def cle(self) -> tuple[str, str, str]:
        """What makes two rules the same one: fiche, type, target or certification."""
        cible = self.parametres.get("vers") or self.parametres.get("extension") or ""
        if self.type is TypeDeRegle.DELAI_DE_PASSAGE:
            cible = str(self.parametres["echelon"])
        if self.type is TypeDeRegle.CONDITION_D_ACCES:
            cible = self.condition
        qui = "" if self.type is TypeDeRegle.DELAI_DE_PASSAGE else "/".join(self.certifications)
        return self.fiche, self.type.value, f"{cible}|{qui}"
