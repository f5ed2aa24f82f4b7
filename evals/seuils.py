"""The thresholds of ``evals/seuils.yaml`` and the decision they give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from evals.lecture import ErreurDeFichier, Probleme, lire_yaml
from evals.messages import problemes_de
from evals.statistique import wilson

if TYPE_CHECKING:
    from evals.executer import Resultat

__all__ = ["FICHIER", "Manquement", "Seuils", "charger_seuils", "juger"]

FICHIER = Path(__file__).parent / "seuils.yaml"


def _part(valeur: object) -> object:
    if isinstance(valeur, bool) or not isinstance(valeur, int | float) or not 0 <= valeur <= 1:
        raise ValueError("on attend une part entre 0 et 1 (0.95 pour 95 %)")
    return float(valeur)


Seuil = Annotated[float, BeforeValidator(_part)]


class Seuils(BaseModel):
    """Least share of cases passed: over all, and for each tag named."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    ensemble: Seuil
    par_tag: Mapping[str, Seuil] = Field(default_factory=dict)


class Manquement(str):
    """A French sentence that says which threshold was missed and by how much."""


def charger_seuils(chemin: Path = FICHIER) -> Seuils:
    """Read the thresholds; raise ErreurDeFichier naming the field and what was expected."""
    brut: Any = lire_yaml(chemin)
    try:
        return Seuils.model_validate(brut)
    except ValidationError as erreur:
        trouves = problemes_de(erreur, chemin.name, None, 0, Seuils)
        raise ErreurDeFichier(
            Probleme(p.fichier, p.attendu, champ=p.champ, recu=p.recu) for p in trouves
        ) from None


def juger(resultats: Sequence[Resultat], seuils: Seuils) -> tuple[Manquement, ...]:
    """Return what keeps the run from passing; nothing when it passes.

    The share itself is compared, not its interval's lower bound: a threshold should not
    tighten because a theme has few cases. A tag without any case holds nothing here; the
    report says so.
    """
    return tuple(_manquements(resultats, seuils))


def _manquements(resultats: Sequence[Resultat], seuils: Seuils) -> Iterator[Manquement]:
    for r in resultats:
        if r.cas.critique and not r.reussi:
            yield Manquement(f"Le cas critique {r.cas.id} échoue.")
    yield from _sous("L'ensemble", resultats, seuils.ensemble)
    for tag, seuil in seuils.par_tag.items():
        yield from _sous(f"Le tag « {tag} »", [r for r in resultats if tag in r.cas.tags], seuil)


def _sous(nom: str, resultats: Sequence[Resultat], seuil: float) -> Iterator[Manquement]:
    part = wilson(sum(r.reussi for r in resultats), len(resultats))
    if part.part is not None and part.part < seuil:
        yield Manquement(
            f"{nom} : {part.reussis} réussis sur {part.n} ({part.part:.1%}), seuil {seuil:.1%}."
        )
