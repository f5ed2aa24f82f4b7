"""From an échelon to one of its majorés, where no job is named: the rules, with their chapter."""

from __future__ import annotations

from assistant.chat.rediger.brouillon import Brouillon, ou
from assistant.chat.rediger.regles import rediger_regle
from assistant.classification import (
    Echelon,
    EchelonInvalide,
    Outcome,
    Positionnement,
    majores_de,
)

__all__ = ["dire_passage"]

_INTENTIONS = frozenset("progresser situation echelon grille criteres extensions".split())
_REGLES = ("majore_extension", "majore_critere", "certification_majore_du")


def dire_passage(b: Brouillon, intention: str) -> bool:
    """State the ways from one échelon to its majoré ("de 23 à 24"); False for other questions."""
    depart = _depart(b) if intention in _INTENTIONS else None
    if depart is None:
        return False
    majores = majores_de(depart)
    b.dire("passage_majore", echelon=depart, majores=ou(majores, b.langue))
    rediger_regle(b, *_REGLES, categorie=depart.categorie)
    generique = next(
        (f for f in b.c.kb.fiches.values()
         if f.generique and f.reference == depart and f.statut == "en_vigueur"), None
    )
    if generique:
        b.fiches.append(str(generique.code))
        b.dire("passage_generique", titre=b.titre(generique), code=generique.code, echelon=depart)
        b.citer_classement(generique)
    b.demander("fiche")
    b.dire("question_ouverte", question=b.c.question("fiche", b.langue))
    b.positionnement = Positionnement(
        Outcome.NEED_INFO, reference=depart, majores=majores, faits_manquants=("fiche",)
    )
    return True


def _depart(b: Brouillon) -> Echelon | None:
    """The reference échelon named first, where the other one named is one of its majorés."""
    s = b.comprehension.situation
    if s.extensions_exercees or s.criteres or s.certification or b.comprehension.candidats:
        return None
    try:
        dits = [Echelon.lire(m.valeurs[0]) for m in b.comprehension.mentions.de("echelon")]
    except EchelonInvalide:
        return None
    if len(dits) < 2 or not dits[0].est_reference:
        return None
    return dits[0] if all(e in majores_de(dits[0]) for e in dits[1:]) else None
