"""Which way a yes/no question on one's échelon or pay leans: "c'est normal ?", "suis-je sous-payé ?"."""

from __future__ import annotations

from enum import StrEnum

from assistant.chat.motif import motif
from assistant.classification import Categorie, sans_accents

__all__ = ["Attente", "attente", "categorie_attendue", "demande_si_du"]


class Attente(StrEnum):
    """CONFORME: is what I have right? MERITE: should I have more?"""

    CONFORME = "conforme"
    MERITE = "merite"


_JUSTE = (
    r"(?:bon|ok|okay|normale?|justes?|correcte?s?|legale?|reguli(?:er|ere)|honnete|reglo|conforme|coherente?|logique|suffisant|assez|"
    r"dans les (?:clous|regles)|fair|right|correct|legal|lawful|enough|allowed|legit|proper|fine|acceptable|exact)"
)
_CONFORME = motif(
    rf"\b(?:c'?est|c|ca|cela|est[- ]ce(?: que c'est)?|est[- ]il|est[- ]elle|is it|is this|is that|it's|that's|that|are they|am i|be)\s+"
    rf"(?:(?:bien|vraiment|tout a fait|that|really|quand meme|paid|classed|graded|the)\s+)*{_JUSTE}\b"
    rf"|\b{_JUSTE}\s*(?:ou pas|ou non|or not|hein|pour vous|for you)?\s*\?|\b{_JUSTE} (?:ou pas|ou non|or not)\b|\bca (?:va|passe|colle)\s*\?"
    r"|\b(?:ont|a|on)[- ](?:t-)?(?:ils|il|elle|elles)? ?(?:le )?droit\b|\b(?:ils?|elles?|on|patron\w*|boss|boite|chef\w*|employeur)\s+(?:a|ont)\s+(?:bien\s+)?le\s+droit\b"
    r"|\b(?:peut|peuvent)[- ](?:on|il|ils|elle|elles)\s+(?:me |nous |la |le |les )?(?:pay|laiss|gard|class|maint|met|bloqu)\w*"
    r"|\b(?:can|may) (?:they|he|she|my (?:boss|employer|garage|company)|we|i) (?:pay|keep|leave|class|put|grade)\b|\b(?:have|has) the right\b|\ballowed to\b"
    r"|\b(?:bien|correctement|normalement) (?:paye|classe)e?s?\b|\b(?:paid|classed|graded) (?:right|correctly|properly|fairly|enough)\b"
    r"|\b(?:bon|right|correct) (?:echelon|salaire|classement|step|grade|level)\b"
)
_MERITE = motif(
    r"\b(?:devrais|dois)[- ]je (?:pas )?(?:etre|avoir|toucher|passer|gagner)|\bje (?:ne )?(?:devrais|dois) (?:pas )?(?:etre|avoir|toucher|passer|gagner)"
    r"|\b(?:should|shouldn'?t) i (?:not )?(?:be|get|have|earn)|\bi should (?:be|get|have|earn)|\bsous[- ]?(?:pay|class)\w+|\bunder[- ]?(?:paid|class\w+|graded)\b"
    r"|\b(?:mal|trop peu|pas assez) (?:paye|classe)e?s?\b|\b(?:trop bas|too low|au[- ]dessous|ripped off|ripping me off|screwed|short-?changed)\b"
    r"|\b(?:arnaqu\w+|la honte|abuse[rs]?|se fout\w* de moi|me fais avoir|j'ai des arguments|ca merite|merite pas|do i deserve)\b"
    r"|\b(?:ai[- ]je|j'ai|j'y ai|am i) (?:pas )?(?:droit|entitled) (?:a |to )?(?:plus|mieux|more|better|autre chose)\b"
)
_PAS_JUSTE = motif(rf"\b(?:pas|not|isn't|n'est|jamais)\s+(?:(?:tres|bien|vraiment|very|un peu|so)\s+)?{_JUSTE}\b(?! *(?:ou|or))")
_CATEGORIE = motif(
    r"\b(?:(?:devrais|dois|suis|serais|pourrais)[- ]je|est[- ]ce que je (?:suis|devrais etre|dois etre)|je (?:ne )?(?:devrais|dois) (?:pas )?|"
    r"je (?:ne )?suis (?:pas )?|should i|shouldn't i|am i(?: not)?|i should|faut-il que je sois|devrait[- ](?:il|elle)|doit[- ](?:il|elle))\s*"
    r"(?:(?:pas|plutot|etre|be|classee?|passer|classed|as|en|comme|agent|a|an|un|une|de|d'|considere\w*|bien|not|rather|normalement)\s+)*"
    r"(?P<mot>cadre|maitrise|ouvriere?|employee?|supervisor|manager|executive)\b(?P<fin>[^.?!]{0,25}\?)?"
)
_OBLIGE = motif(
    r"\b(?:suis[- ]je|est[- ]on|on est|sommes[- ]nous|est[- ]ce que je suis|je suis|am i|are we|i am|is he|est[- ]il|l'employeur est)\s+"
    r"(?:bien\s+|vraiment\s+|really\s+)?(?:obligee?s?|tenue?s?|contrainte?s?|forcee?s?|obliged|bound|forced|required)\b[^.!;]{0,40}(?:\?|$)"
    r"|\b(?:dois[- ]je|doit[- ]on|devons[- ]nous|must (?:i|we)|do (?:i|we) have to|have to)\s+(?:le |la |l'|lui |les |vraiment )*"
    r"(?:donner|accorder|passer|accepter|mettre|accept|give|grant|pay)\b|\b(?:c'est|est[- ]ce|is it) (?:un du|du|obligatoire|mandatory|compulsory|due)\b"
)
_DE = {"c": Categorie.CADRE, "m": Categorie.MAITRISE, "o": Categorie.OUVRIER_EMPLOYE, "e": Categorie.OUVRIER_EMPLOYE,
       "s": Categorie.MAITRISE}
_CHOIX = motif(r"\b(?:\d{1,2}|cadre|maitrise|employe|ouvrier)\s+(?:ou|or)\s+(?:plutot |bien |au |l'|a |the |agent de )*(?:\d{1,2}|cadre|maitrise|ouvrier|employe)\b")


def attente(question: str) -> Attente | None:
    """How a yes would be meant; None where no yes or no is asked, or it cannot be told."""
    plat = _plat(question)
    if _CHOIX.search(plat):
        return None
    if _MERITE.search(plat):
        return None if _CONFORME.search(_PAS_JUSTE.sub(" ", plat)) else Attente.MERITE
    if _PAS_JUSTE.search(plat):
        return None
    return Attente.CONFORME if _CONFORME.search(plat) else None


def demande_si_du(question: str) -> bool:
    """True where it is asked whether something must be given: "suis-je obligé ?", "must I?"."""
    return bool(_OBLIGE.search(_plat(question)))


def categorie_attendue(question: str) -> Categorie | None:
    """The catégorie a person asks whether they should be of; None where no such question is put."""
    plat = _plat(question)
    m = _CATEGORIE.search(plat)
    if m is None or not m["fin"] or _CHOIX.search(plat):
        return None
    return Categorie.CADRE if m["mot"] in ("manager", "executive") else _DE[m["mot"][0]]


def _plat(question: str) -> str:
    return sans_accents(question).replace("’", "'")
