"""The calculator as a LangChain tool: a thin adapter, same facts, same result."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from assistant.classification import FAITS, Genre, Positionnement, Referentiel, Situation, calculer

if TYPE_CHECKING:
    from langchain_core.tools import StructuredTool
    from pydantic import BaseModel

__all__ = ["calculer_par_outil", "outil_calculer_echelon", "schema_des_faits"]

_TYPES: dict[Genre, Any] = {
    Genre.TEXTE: str, Genre.BOOLEEN: bool, Genre.LISTE: list[str], Genre.ENTIER: int,
    Genre.NOMBRE: float, Genre.ECHELON: int | str, Genre.DATE: str,
}


@lru_cache(maxsize=1)
def schema_des_faits() -> type[BaseModel]:
    """The `facts` of the contract as a pydantic model: every fact optional, none other."""
    from pydantic import ConfigDict, create_model

    champs: dict[str, Any] = {}
    for nom, fait in FAITS.items():
        genre = Literal[fait.valeurs] if fait.valeurs else _TYPES[fait.genre]
        champs[nom] = (genre | None, None)
    return create_model("Situation", __config__=ConfigDict(extra="forbid"), **champs)


def outil_calculer_echelon(referentiel: Referentiel) -> StructuredTool:
    """The tool `calculer_echelon`: facts in; a sentence out, the Positionnement as artifact."""
    from langchain_core.tools import StructuredTool

    def calculer_echelon(**faits: Any) -> tuple[str, Positionnement]:
        connus = {n: v for n, v in faits.items() if v is not None}
        p = calculer(Situation.depuis_faits(connus), referentiel)
        accessibles = ", ".join(str(e) for e in p.accessibles) or "aucun"
        return f"{p.outcome.value} ; accessibles : {accessibles}", p

    return StructuredTool.from_function(
        calculer_echelon,
        name="calculer_echelon",
        description="Calcule le classement d'un salarié des services de l'automobile (IDCC 1090) "
        "d'après les faits donnés. Ne suppose aucun fait.",
        args_schema=schema_des_faits(),
        response_format="content_and_artifact",
    )


def calculer_par_outil(
    outil: StructuredTool, situation: Situation, jour: date | None
) -> Positionnement:
    """Run the tool on a Situation; ``jour``: the day of the calculation, today when None."""
    faits = {n: list(v) if isinstance(v, tuple) else v for n, v in situation.connus()}
    if jour is not None:
        faits.setdefault("date", jour.isoformat())
    message = outil.invoke({"type": "tool_call", "id": "1", "name": outil.name, "args": faits})
    resultat = message.artifact
    assert isinstance(resultat, Positionnement)
    return resultat
