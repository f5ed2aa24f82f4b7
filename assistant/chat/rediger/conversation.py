"""Answers that only a conversation calls for: thanks, a false premise held on to, several persons,
and somebody who cannot tell which of two fiches is theirs."""

from __future__ import annotations

from datetime import date

from assistant.chat.rediger.brouillon import Brouillon
from assistant.chat.rediger.chacun import rediger_chacun
from assistant.chat.rediger.fiches_proposees import dire_commune, dire_ligne
from assistant.chat.rediger.premisse import redire_premisse
from assistant.chat.reponse import Behaviour
from assistant.classification import Positionnement

__all__ = ["maintenir", "rediger_conversation"]


def rediger_conversation(b: Brouillon, p: Positionnement | None, aujourdhui: date) -> bool:
    """Write the answer; False where the turn is no such one."""
    comprehension = b.comprehension
    if comprehension.intention.id == "maintien":
        maintenir(b, comprehension.etat.premisse or "")
        return True
    if comprehension.hesite is not None:
        _les_deux(b, comprehension.hesite)
        return True
    if len(comprehension.personnes) > 1:
        rediger_chacun(b, p, aujourdhui)
        return True
    return False


def maintenir(b: Brouillon, valeur: str) -> None:
    """The échelon is none, however often it is said; who can put the payslip right."""
    redire_premisse(b, valeur)
    b.dire("premisse_maintenue", echelon=valeur)


def _les_deux(b: Brouillon, codes: tuple[str, str]) -> None:
    """Both fiches, the work each is for, and what parts them; nothing is asked again."""
    b.dire("hesitation_tete")
    fiches = [b.c.kb.fiches[code] for code in codes]
    for fiche in fiches:
        dire_ligne(b, fiche, avec_objet=True)
    posees = b.comprehension.etat.separations_posees
    s = next((x for x in b.c.separations(b.langue) if {x.oui, x.non} == set(codes)
              and (not posees or x.question in posees)), None)
    if s is not None:
        question = s.question if b.langue == "fr" else str(s.question_en)
        critere = question.strip().rstrip(" ?\u202f\u00a0")  # told, not asked again
        b.dire("hesitation_separe", critere=critere[:1].lower() + critere[1:], oui=s.oui, non=s.non)
    dire_commune(b, fiches)
    b.dire("hesitation_qui")
    b.behaviour = Behaviour.ANSWER
