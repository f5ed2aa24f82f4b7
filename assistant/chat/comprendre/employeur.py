"""A trade that names who one works for, not one's own job: "réceptionnaire chez un carrossier"."""

from __future__ import annotations

from dataclasses import replace

from assistant.chat.motif import motif
from assistant.classification import sans_accents
from assistant.retrieval import Mentions

__all__ = ["est_un_employeur", "sans_employeur"]

_CHEZ = motif(
    r"\b(?:chez\s+(?:une?|mon|ma|notre|son|sa|le|la|l)\b|(?:(?:i|he|she|who|we|and|to|just)\s+(?:currently\s+)?works?|working|employed|apprentice)\s+(?:at|for|with)\s+(?:an?|the|my)\b"
    r"|(?:ma|mon|le|la|notre|my|the)\s+(?:boite|entreprise|patron|boss|employeur|employer)\s*,?\s+(?:est|c'est|is)\s+(?:une?|an?)\b)"
    r"\W*(?:(?:petite?|grosse?|grande?|gros|small|big|local)\W+)?$"
)
_Y_TRAVAILLE = motif(
    r"\b(?:je|j'|jsuis|chuis|jbosse|i|i'm|im|travaill\w*|boss\w*|embauch\w*|salariee?|employee?|apprentie?|poste|elle|il|on|work\w*)\b"
)


def est_un_employeur(plat: str, debut: int) -> bool:
    """True where the name that starts at a place of a folded question says who one works for.

    "Chez un peintre, quels critères ?" speaks of the job: nobody is said to work there.
    """
    return bool(_CHEZ.search(plat[:debut]) and _Y_TRAVAILLE.search(plat[:debut]))


def sans_employeur(question: str, mentions: Mentions) -> Mentions:
    """The mentions without the trades of an employer."""
    plat = sans_accents(question)
    noms = [m for m in mentions.de("fiche", "partiel") if not m.par_code]
    employeurs = [
        m for m in noms if est_un_employeur(plat, m.debut) or (
            any(n.fin <= m.debut for n in noms) and _CHEZ.search(plat[: m.debut])
        )
    ]
    return replace(mentions, toutes=tuple(m for m in mentions.toutes if m not in employeurs))
