"""Is something asked, or taken for granted? "9 ou 12 ?" and "est-il à 12 ?" assert nothing."""

from __future__ import annotations

from assistant.chat.motif import motif
from assistant.classification import sans_accents

__all__ = ["alternative", "demande_sans_affirmer"]

_PLACE = r"(?:(?:au|a|a l'|l'|le|la|the|on|en|in)\s*)?(?:(?:echelon|niveau|level|cadre|grade|step)\s*)*"
_ALTERNATIVE = motif(
    rf"\b(?:\d{{1,2}}|iv|v|i{{1,3}})(?:\s?[abc])?\s*,?\s*(?:ou|or|/|vs)\s*(?:bien\s+|plutot\s+|rather\s+)?{_PLACE}"
    r"(?:\d{1,2}|iv|v|i{1,3})\b"
    r"|\b(?:ou|or)\s+(?:bien\s+|plutot\s+)?(?:pas|non|not|no|autre chose|something else|comprise?s?|contenu|content)\b"
    r"|\b(?:contenu|content|comprise?s?|incluse?s?|included|prevue?s?|dedans|dans (?:ma|la|cette|mon|le)\b.{0,25})"
    r"[^.?!]{0,25}\b(?:ou|or)\b[^.?!]{0,25}\b(?:exten[st]ions?|en plus|extra)\b"
    r"|\bexten[st]ions?\b.{0,20}\b(?:ou|or)\b"
)
_DEMANDE = motif(
    r"\best[- ]?ce (?:que|qu'|bien|une?|le|la)\b|\best[- ]?ce qu|\b(?:est|sont|serait|a|ont|releve|peut|doit|fait|font|reste)"
    r"(?:[- ]t)?[- ](?:il|elle|ils|elles|on|ce)\b"
    r"|^\W*(?:(?:hi|hello|and|so|please)\W+)*(?:is|are|does|do|did|can|could|should|would|has|have)\b"
)


def alternative(question: str) -> bool:
    """True where the question leaves a choice: "compris ou extension ?", "level I or II?"."""
    return bool(_ALTERNATIVE.search(sans_accents(question)))


def demande_sans_affirmer(question: str) -> bool:
    """True for a choice or a question that is one by its form."""
    return alternative(question) or bool(_DEMANDE.search(sans_accents(question)))
