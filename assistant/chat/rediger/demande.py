"""Asking which fiche is meant."""

from __future__ import annotations

from assistant.chat.rediger.brouillon import Brouillon
from assistant.chat.rediger.fiche import placement
from assistant.chat.reponse import Behaviour, Manque
from assistant.classification import Outcome, Positionnement, majores_de

__all__ = ["demander_fiche", "dire_code_inconnu"]

_AU_PLUS = 8


def demander_fiche(b: Brouillon, candidats: tuple[str, ...]) -> None:
    """Show the fiches a name could stand for, or ask for the job."""
    b.behaviour = Behaviour.ASK
    if not candidats:
        b.demander("fiche")
        b.dire("quelle_fiche")
        return
    montres = candidats[:_AU_PLUS]
    b.fiches.extend(montres)
    b.dire("plusieurs_fiches")
    choix = []
    for code in montres:
        fiche = b.c.kb.fiches[code]
        b.dire("ligne_fiche", titre=", ".join(fiche.titres), code=code, placement=placement(b, fiche))
        b.citer(b.c.kb.par_id.get(f"repertoire:{code}"))
        choix.append(f"{b.titre(fiche)} ({code})")
    references = {b.c.kb.fiches[c].reference for c in montres}
    if len(references) == 1:
        commune = references.pop()
        b.dire("meme_echelon", echelon=commune)
        b.positionnement = Positionnement(
            Outcome.NEED_INFO, reference=commune, majores=majores_de(commune),
            faits_manquants=("fiche",),
        )
    b.missing.append(Manque("fiche", b.c.question("fiche", b.langue), tuple(choix)))


def dire_code_inconnu(b: Brouillon, code: str, proches: tuple[str, ...]) -> None:
    """Say that a code is none, and which are near."""
    b.behaviour = Behaviour.CORRECT_PREMISE
    suite = b.texte("codes_proches", codes=", ".join(proches)) if proches else ""
    b.dire("code_inconnu", code=code, proches=suite)
