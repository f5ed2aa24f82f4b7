"""Asking which fiche is meant."""

from __future__ import annotations

from assistant.chat.rediger.brouillon import Brouillon
from assistant.chat.rediger.fiches_proposees import dire_commune, dire_ligne
from assistant.chat.reponse import Behaviour, Manque

__all__ = ["AU_PLUS", "demander_fiche", "dire_code_inconnu"]

AU_PLUS = 8


def demander_fiche(b: Brouillon, candidats: tuple[str, ...]) -> None:
    """Show the fiches a name could stand for, or ask for the job."""
    b.behaviour = Behaviour.ASK
    if not candidats:
        b.demander("fiche")
        b.dire("quelle_fiche")
        return
    montres = [b.c.kb.fiches[code] for code in candidats[:AU_PLUS]]
    b.dire("plusieurs_fiches")
    for fiche in montres:
        dire_ligne(b, fiche)
    dire_commune(b, montres)
    choix = tuple(f"{b.titre(f)} ({f.code})" for f in montres)
    b.missing.append(Manque("fiche", b.c.question("fiche", b.langue), choix))


def dire_code_inconnu(b: Brouillon, code: str, proches: tuple[str, ...]) -> None:
    """Say that a code is none, and which are near."""
    b.behaviour = Behaviour.CORRECT_PREMISE
    suite = b.texte("codes_proches", codes=", ".join(proches)) if proches else ""
    b.dire("code_inconnu", code=code, proches=suite)
