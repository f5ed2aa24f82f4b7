"""knowledge/champ.yaml: to whom the agreement applies (1.01), checked, as a dataclass."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from assistant.classification import ActiviteHorsCode, Champ, CodeApe
from assistant.corpus.schemas import Bilingue, Identifiant, Lien, Texte
from assistant.corpus.yaml_strict import Modele, lire_yaml

__all__ = ["FichierChamp", "lire_champ"]


class EntreeCode(Modele):
    """One APE code of 1.01 b."""

    code: Annotated[str, Field(pattern=r"^\d{2}\.\d{2}[A-Z]$")]
    activite: Bilingue
    condition: Bilingue | None = None
    reserve: Bilingue | None = None


class EntreeActivite(Modele):
    """An activity covered whatever the code."""

    id: Identifiant
    noms: list[Texte] = Field(min_length=1)
    activite: Bilingue


class EntreeLieu(Modele):
    """A place, outside metropolitan France or inside."""

    nom: Texte
    noms: list[Texte] = Field(min_length=1)


class FichierChamp(Modele):
    """The whole file."""

    version_schema: Literal[1] = Field(alias="schema")
    article: Texte
    url: Lien
    depuis: date
    codes: list[EntreeCode] = Field(min_length=1)
    activites: list[EntreeActivite]
    hors_territoire: list[EntreeLieu] = Field(min_length=1)
    metropole: list[EntreeLieu] = []
    relu_par: str | None
    relu_le: date | None

    @model_validator(mode="after")
    def _une_fois(self) -> Self:
        codes = [c.code for c in self.codes]
        if doubles := {c for c in codes if codes.count(c) > 1}:
            raise ValueError(f"code APE donné deux fois : {', '.join(sorted(doubles))}")
        return self


def lire_champ(fichier: Path) -> Champ:
    """The scope of the agreement; raise ErreurDeConnaissance naming entry and field."""
    lu = lire_yaml(fichier, FichierChamp)
    return Champ(
        lu.article, lu.url, lu.depuis,
        {c.code: CodeApe(c.code, _mots(c.activite), _mots(c.condition) if c.condition else None,
                         _mots(c.reserve) if c.reserve else None) for c in lu.codes},
        tuple(ActiviteHorsCode(a.id, tuple(a.noms), _mots(a.activite)) for a in lu.activites),
        {x.nom: tuple(x.noms) for x in lu.hors_territoire},
        {x.nom: tuple(x.noms) for x in lu.metropole},
    )


def _mots(texte: Bilingue) -> dict[str, str]:
    return {"fr": texte.fr, "en": texte.en}
