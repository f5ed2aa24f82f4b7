"""The rules of single fiches that the repository states (knowledge/regles_fiches.yaml)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from assistant.classification import RegleDeFiche, RegleDeFicheInvalide, TypeDeRegle
from assistant.corpus.erreurs import ErreurDeConnaissance
from assistant.corpus.schemas import Bilingue, CodeFiche, IdKali, Texte
from assistant.corpus.yaml_strict import Modele, lire_yaml

__all__ = ["FichierReglesDeFiches", "lire_regles_de_fiches", "par_fiche"]

_LIEN = "https://www.legifrance.gouv.fr/conv_coll/id/{}/?idConteneur=KALICONT000005635191"


class EntreeRegleDeFiche(Modele):
    """One entry; ``parametres`` are those of its type."""

    fiche: CodeFiche
    type: Literal[*(t.value for t in TypeDeRegle)]  # type: ignore[valid-type]
    lieu: Texte
    source: IdKali
    edition: date | None
    depuis: date | None
    parametres: dict[str, Any]
    texte: Bilingue
    relu_par: str | None
    relu_le: date | None


class FichierReglesDeFiches(Modele):
    """The file."""

    version_schema: Literal[1] = Field(alias="schema")
    regles: list[EntreeRegleDeFiche]


def lire_regles_de_fiches(fichier: Path) -> tuple[RegleDeFiche, ...]:
    """The rules of the file; () where there is no file.

    Raises ErreurDeConnaissance naming the fiche and the parameter that does not fit its type.
    """
    if not fichier.is_file():
        return ()
    return tuple(_regle(fichier, e) for e in lire_yaml(fichier, FichierReglesDeFiches).regles)


def _regle(fichier: Path, e: EntreeRegleDeFiche) -> RegleDeFiche:
    try:
        return RegleDeFiche(
            fiche=e.fiche, type=TypeDeRegle(e.type), lieu=e.lieu, url=_LIEN.format(e.source),
            parametres=en_tuples(e.parametres), depuis=e.depuis, edition=e.edition,
            textes={"fr": e.texte.fr, "en": e.texte.en},
        )
    except RegleDeFicheInvalide as erreur:
        raise ErreurDeConnaissance(
            fichier, str(erreur), entree=e.fiche, champ="parametres"
        ) from None


def en_tuples(valeurs: Mapping[str, Any]) -> dict[str, Any]:
    """Parameters as the law wants them: lists as tuples, at any depth."""
    def un(valeur: Any) -> Any:
        return tuple(un(v) for v in valeur) if isinstance(valeur, list | tuple) else valeur

    return {nom: un(v) for nom, v in valeurs.items()}


def par_fiche(*groupes: Iterable[RegleDeFiche]) -> dict[str, tuple[RegleDeFiche, ...]]:
    """Rules by code; of two that say the same thing, the one of the earlier group stands.

    It takes the other's quote where it has none of its own.
    """
    sortie: dict[str, dict[tuple[str, str, str], RegleDeFiche]] = {}
    for regle in (r for groupe in groupes for r in groupe):
        siennes = sortie.setdefault(regle.fiche, {})
        deja = siennes.get(regle.cle)
        if deja is None:
            siennes[regle.cle] = regle
        elif deja.citation is None:
            siennes[regle.cle] = replace(deja, citation=regle.citation, passage=regle.passage)
    return {code: tuple(siennes.values()) for code, siennes in sortie.items()}
