"""Answers in the shape of the output contract, small cases, and one real assistant a session."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from evals.cas import Cas
from evals.executer import Repondant

RACINE = Path(__file__).parents[2]
FICHE = RACINE / "knowledge" / "fiches" / "gestionnaire.md"


@dataclass(frozen=True)
class PassageDEssai:
    """The part of a corpus passage that checks read."""

    id: str
    texte: str


def _ligne_de_la_fiche(debut: str) -> str:
    """One line of the user's fiche, read where it stands so that it is copied nowhere."""
    lignes = FICHE.read_text(encoding="utf-8").splitlines()
    return next(ligne for ligne in lignes if ligne.startswith(debut)).removeprefix("- ")


@pytest.fixture(scope="session")
def passages() -> Mapping[str, PassageDEssai]:
    """Two passages: a line of the fiche, a restated rule."""
    tous = (
        PassageDEssai("Z.23.1/classement", _ligne_de_la_fiche("- Maîtrise")),
        PassageDEssai("regle/majore", "L’extension reconnue ouvre un majoré — jamais de droit."),
    )
    return {p.id: p for p in tous}


@pytest.fixture
def reponse(passages: Mapping[str, PassageDEssai]) -> dict[str, Any]:
    """A good answer to "Quel est l'échelon d'un gestionnaire ?"; tests spoil it as they need."""
    return {
        "id": None,
        "answer": "Un gestionnaire est à l'échelon 23 (maîtrise). Le minimum est de 2 510 €.",
        "behaviour": "answer",
        "language": "fr",
        "fiches": ["Z.23.1"],
        "outcome": "reference",
        "echelon_reference": 23,
        "echelons_majores": [24, 25],
        "accessible": [23],
        "montant": {"valeur": 2510.0, "base": "35 h", "heures": 35, "date_effet": "2025-10-01"},
        "citations": [
            {
                "source": "Fiche Gestionnaire",
                "article": None,
                "fiche": "Z.23.1",
                "passage": "Z.23.1/classement",
                "quote": passages["Z.23.1/classement"].texte,
                "url": None,
                "edition": None,
                "superseded_by": None,
            }
        ],
        "motifs": [
            {
                "regle": "fiche_reference",
                "fait": "fiche = Z.23.1",
                "consequence": "échelon 23",
                "article": "art. 3B.02 a",
                "url": None,
            }
        ],
        "situation": {"fiche": {"valeur": "Z.23.1", "origine": "question"}},
        "missing": [{"fait": "certification_rncsa", "question": "Avez-vous… ?", "choix": []}],
        "latency_ms": 12.0,
        "provenance": {"knowledge": "0" * 12, "rules": "0" * 12, "prompts": "", "model": None},
        "suggestions": [],
    }


@pytest.fixture
def faire_cas() -> Callable[..., Cas]:
    """Make a case; a question is put where neither turns nor facts are given."""

    def faire(attendu: Mapping[str, Any], **champs: Any) -> Cas:
        if not {"question", "tours", "faits"} & set(champs):
            champs["question"] = "Quel est l'échelon d'un gestionnaire ?"
        base = {"id": "ess-001", "theme": "essai", "fichier": "essai.yaml"}
        return Cas.model_validate(base | champs | {"attendu": attendu})

    return faire


@pytest.fixture(scope="session")
def assistant_ouvert(tmp_path_factory: pytest.TempPathFactory) -> Repondant:
    """The real assistant, its index in ECHELON_DATA_DIR or in a folder all workers share."""
    from assistant.chat import Assistant
    from assistant.settings import Settings

    reglages = Settings.charger()
    if not os.environ.get("ECHELON_DATA_DIR"):
        base = tmp_path_factory.getbasetemp()
        commun = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
        reglages = dataclasses.replace(reglages, data_dir=commun / "donnees-evals")
    assistant = Assistant.ouvrir(reglages)
    assistant.prechauffer()
    return assistant
