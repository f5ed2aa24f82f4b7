"""The strict schema of a case; ``evals.chargement`` reads the files.

A case asks by exactly one of ``question``, ``tours``
(expectations bear on the last answer) or ``faits``, and says in ``attendu`` what the answer
must be. Official sentences stay out: a quote is expected by its fiche or passage and an
``ancre`` of at most six words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    field_validator,
    model_validator,
)

from assistant.classification import FAITS, FaitInvalide, Situation
from evals.lecture import proche
from evals.messages import est_tenu

__all__ = ["MOTS_ANCRE", "Attendu", "Cas", "CitationAttendue"]

MOTS_ANCRE = 6

Comportement = Literal[
    "refuse",
    "redirect_human",
    "correct_premise",
    "flag_inconsistency",
    "ask",
    "abstain",
    "answer",
]
Issue = Literal[
    "reference",
    "majore_possible",
    "majore_du",
    "non_classe",
    "echelon_1_2",
    "promotion_maitrise",
    "promotion_cadre",
    "degre_cadre",
    "prime_suppleance",
    "need_info",
]


def _un_ou_liste(valeur: object) -> object:
    """One value or a list of them, as a tuple."""
    return tuple(valeur) if isinstance(valeur, list) else (valeur,)


def _liste(valeur: object) -> object:
    return tuple(valeur) if isinstance(valeur, list) else valeur


def _echelon(valeur: object) -> object:
    """An échelon (int) or a cadre's placement ("II", "II A"); true is no échelon."""
    if isinstance(valeur, bool) or not isinstance(valeur, int | str):
        raise ValueError('on attend un échelon (23) ou un niveau de cadre entre guillemets ("II")')
    return valeur


def _montant(valeur: object) -> object:
    if valeur is None or (isinstance(valeur, int | float) and not isinstance(valeur, bool)):
        return valeur
    raise ValueError("on attend un nombre sans guillemets (2652 ou 2652.50), ou null")


def _non_vide(valeur: str) -> str:
    if not valeur.strip():
        raise ValueError("on attend un texte, il est vide")
    return valeur


def _vrai(valeur: bool) -> bool:
    if not valeur:
        raise ValueError("on attend true ; pour ne rien vérifier, retirez la ligne")
    return valeur


def _fait_connu(nom: str) -> str:
    if nom not in FAITS:
        raise ValueError(f"« {nom} » n'est pas un fait connu{proche(nom, FAITS)}")
    return nom


Texte = Annotated[str, AfterValidator(_non_vide)]
Echelon = Annotated[int | str, BeforeValidator(_echelon)]
Textes = Annotated[tuple[Texte, ...], Field(min_length=1), BeforeValidator(_liste)]
Echelons = Annotated[tuple[Echelon, ...], BeforeValidator(_liste)]


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class CitationAttendue(_Strict):
    """A quote by its locator: a fiche's code or a passage's id, and a short anchor in it."""

    fiche: Texte | None = None
    passage: Texte | None = None
    ancre: Texte

    @field_validator("ancre")
    @classmethod
    def _courte(cls, ancre: str) -> str:
        if len(ancre.split()) > MOTS_ANCRE:
            raise ValueError(
                f"on attend {MOTS_ANCRE} mots au plus (les phrases officielles restent hors du "
                "dépôt)"
            )
        return ancre

    @model_validator(mode="after")
    def _un_lieu(self) -> Self:
        if (self.fiche is None) == (self.passage is None):
            raise ValueError("on attend « fiche » ou « passage », l'un des deux")
        return self


class Attendu(_Strict):
    """What the answer must be. A field not written is not checked; ``null`` is an expectation."""

    comportement: Annotated[
        tuple[Comportement, ...], Field(min_length=1), BeforeValidator(_un_ou_liste)
    ] = ()
    issue: Annotated[
        tuple[Issue | None, ...], Field(min_length=1), BeforeValidator(_un_ou_liste)
    ] = ()
    echelon: Echelon | None = None
    majores: Echelons = ()
    accessibles: Echelons = ()
    fiche: Texte | None = None
    article: Texte = ""
    montant: Annotated[int | float | None, BeforeValidator(_montant)] = None
    dit: Textes = ()
    dit_un_de: Annotated[tuple[Textes, ...], Field(min_length=1), BeforeValidator(_liste)] = ()
    ne_dit_pas: Textes = ()
    cite: Annotated[tuple[CitationAttendue, ...], Field(min_length=1), BeforeValidator(_liste)] = ()
    demande: Annotated[
        tuple[Annotated[Texte, AfterValidator(_fait_connu)], ...],
        Field(min_length=1),
        BeforeValidator(_un_ou_liste),
    ] = ()
    sans_citation: Annotated[bool, AfterValidator(_vrai)] = False
    premiere: Annotated[tuple[Texte, ...], Field(min_length=1), BeforeValidator(_un_ou_liste)] = ()
    trois: Annotated[tuple[Texte, ...], Field(min_length=1), BeforeValidator(_un_ou_liste)] = ()
    ensemble: Annotated[tuple[Texte, ...], Field(min_length=2), BeforeValidator(_liste)] = ()

    @model_validator(mode="after")
    def _quelque_chose(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("on attend au moins une attente")
        if self.sans_citation and self.cite:
            raise ValueError("« cite » et « sans_citation » se contredisent")
        return self

    def ecrits(self) -> Iterator[tuple[str, Any]]:
        """Yield the expectations that the case writes (null included), in the schema's order."""
        for nom in type(self).model_fields:
            if nom in self.model_fields_set:
                yield nom, getattr(self, nom)


class Cas(_Strict):
    """One case. ``theme`` and ``fichier`` come from its file."""

    theme: str
    fichier: str
    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    question: Texte | None = None
    tours: Textes = ()
    faits: Mapping[str, Any] | None = None
    langue: Literal["fr", "en"] = "fr"
    role: Literal["employe", "manager", "rh"] = "employe"
    tags: Annotated[tuple[Texte, ...], BeforeValidator(_liste)] = ()
    attendu: Attendu

    @field_validator("faits")
    @classmethod
    def _lisibles(cls, faits: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
        for nom in faits or {}:
            _fait_connu(nom)
        try:
            Situation.depuis_faits(faits or {})
        except FaitInvalide as erreur:
            raise ValueError(str(erreur)) from None
        return faits

    @model_validator(mode="after")
    def _une_entree(self) -> Self:
        if sum((self.question is not None, bool(self.tours), self.faits is not None)) != 1:
            raise ValueError("on attend « question », « tours » ou « faits », l'un des trois")
        return self

    def __repr__(self) -> str:
        """The id alone: a failing test prints its arguments, held-out ones too."""
        return f"Cas({self.id})"

    @property
    def tenu(self) -> bool:
        """True for a held-out case: its contents are shown to nobody who builds."""
        return est_tenu(self.fichier, self.tags)

    @property
    def critique(self) -> bool:
        """True for a case whose failure fails the whole run."""
        return "critique" in self.tags
