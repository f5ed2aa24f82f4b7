"""Activities a person says they do on top of their job."""

from __future__ import annotations

import re

from assistant.chat.motif import motif
from assistant.classification import Fiche, Referentiel, rattacher

__all__ = ["activites_dites"]

_DEBUTS = (
    r"je\s+m['’]?\s*occupe\s+(?:aussi|également|egalement|en plus|régulièrement|toujours)?\s*(?:de\s+la|de\s+l['’]|du|des|de|d['’])",
    r"(?:elle|il|on|nous)\s+s['’]?\s*occupe\s+(?:aussi|également|en plus)?\s*(?:de\s+la|de\s+l['’]|du|des|de|d['’])",
    r"m['’]?occupe\s+(?:aussi\s+|en plus\s+)?(?:de\s+la|de\s+l['’]|du|des|de|d['’])",
    r"(?:je|j['’]|elle|il)\s*(?:gère|gere|assure|fais|fait|tiens|tient|prends en charge|pilote|conduis|conduit|répare|repare|encadre|forme|vends|vend)\s+(?:aussi|également|egalement|en plus|régulièrement|regulierement)",
    r"(?:je|j['’]|elle|il)\s*(?:gère|gere|pilote)\b",
    r"en\s+charge\s+(?:de\s+la|de\s+l['’]|du|des|de|d['’])",
    r"(?:en\s+plus|en\s+outre|à\s+côté|a\s+cote),?\s+(?:je|j['’]|elle|il)\s*(?:m['’]occupe\s+(?:de\s+la|de\s+l['’]|du|des|de|d['’])|\w+)",
    r"(?:je|j['’]|elle|il)\s*(?:suis|est)\s+(?:aussi\s+|également\s+|en plus\s+)?(?=tut(?:eur|rice)|maître|maitre|parrain)",
    r"(?:j['’]|je\s+)exerce\s+(?:aussi|également)?\s*(?:la|le|l['’]|les|une?|des)?",
    r"(?:i|she|he|we)\s+(?:also|additionally)\s+(?:handles?|manages?|does|do|runs?|looks?\s+after|takes?\s+care\s+of|am|is|supervises?|trains?|drives?|sells?)",
    r"(?:i|she|he|we)\s+(?:handles?|manages?|runs?|looks?\s+after|takes?\s+care\s+of|(?:am|is)\s+in\s+charge\s+of)",
    r"(?:on\s+top\s+of\s+that|in\s+addition|besides),?\s+(?:i|she|he)\s+\w+",
    r"(?:i|she|he)\s+(?:am|is)\s+(?:also\s+)?(?=an?\s+(?:tutor|mentor))",
    r"(?:c['’]est\s+moi\s+qui|moi\s+qui)\s+(?:gère|gere|fais|m['’]occupe\s+(?:de\s+la|de\s+l['’]|du|des|de|d['’]))",
    r"\+\s*(?:la|le|l['’]|les)?(?=\s*(?:gestion|info|tuto|compta))",
)
_DEBUT = motif("|".join(f"(?:{d})" for d in _DEBUTS), re.IGNORECASE)
# "je livre aussi les pièces": any verb, which then says what is done
_AUSSI = motif(
    r"\b(?:je|j['’]|elle|il|on)\s*(?:lui\s+|leur\s+|y\s+|m['’]|s['’])?(?!suis\b|est\b|ai\b|as\b|a\b|peux\b|peut\b|veux\b|veut\b|dois\b|doit\b|sais\b|voudrais\b|pense\b|"
    r"travaille\b|voulais\b|aimerais\b|gagne\b|touche\b|passe\b|pourrais\b)(\w{4,})\s+(?:aussi|également|egalement|par ailleurs)\s+"
    r"|\b(?:i|she|he|we)\s+also\s+(?!am\b|is\b|have\b|has\b|want\b|need\b|can\b|work\b|wonder\b|would\b|think\b)(\w{4,})\s+",
    re.IGNORECASE,
)
_FIN = motif(
    r"[.!?;:\n]|,?\s+(?:et|mais|and|but)\s+(?:je|j['’]|n['’]|n\b|sans|pas|que|quel|c['’]|ça|il|elle|on|mon|i\b|i['’]|my|what|no\b|with|avec)"
    r"|,\s*(?:elle|il|on|she|he)\b|,\s*(?:je|j['’]|quel|sans|pas|mon|i\b|what|which|ça|est|avec|diplôme|no\b|bts|donc|alors|du coup)"
    r"|\s+(?:quel|quelle|combien|what|which|dans\s+(?:ma|la|mon|le)\s+(?:boîte|boite|garage|concession|entreprise)|depuis|sans\s+(?:le\s+)?(?:bts|dipl)|"
    r"est-ce|ça\s+(?:change|compte|donne)|j['’]ai|c['’]est|du\s+coup)\b",
    re.IGNORECASE,
)
# "je fais la compta et la paie en plus"
_EN_PLUS = motif(
    r"\b(?:je|j['’]|elle|il)\s*(?!suis\b|est\b|ai\b|a\b|peux\b|veux\b)\w{3,}\s+([^.?!;,]{3,60}?)\s+en\s+plus\b",
    re.IGNORECASE,
)
_EXTENSION = motif(
    r"\b(?:fai[st]|exerce|avec|with|do|does|plein\s+d['’]?|plus\s+une)\b[^.?!,]{0,25}\bextensions?\b"
    r"|\b(?:fai[st]|exerce)\b[^.?!,]{0,15}\bd\s*['’]?\s*extensions?\b"
    r"|\b(?:confie|confient|donne|donnent|demande|demandent|rajoute|rajoutent|ajoute|ajoutent|gives?|fai[st](?:\s+faire)?|assure|assume)\b[^.?!,]{0,15}"
    r"\b(?:tâches?|taches?|missions?|activités?|activites?|responsabilités?|responsabilites?|travail|trucs|choses|tasks?|duties|work)\s+"
    r"(?:en plus|supplémentaires?|supplementaires?|en supplément|additionnelles?|complémentaires?|hors (?:de )?(?:ma|la) fiche)"
    r"|\b(?:gives?|do)\b[^.?!,]{0,12}\b(?:extra|additional)\s+(?:tasks?|duties|work|activities)\b",
    re.IGNORECASE,
)
_PLUS = motif(r"\b(?:aussi|en plus|également|egalement|de plus|also|as well|too|in addition)\b", re.IGNORECASE)


def activites_dites(texte: str, fiche: Fiche | None, referentiel: Referentiel) -> tuple[str, ...]:
    """The activities stated, in the person's words (short pieces of the text).

    Where the fiche lists extensions, one that the text names counts even without a turn of
    phrase like "je m'occupe aussi de".
    """
    trouvees: list[str] = []
    for m in _DEBUT.finditer(texte):
        reste = texte[m.end() : m.end() + 160]
        fin = _FIN.search(reste)
        morceau = _propre(reste[: fin.start()] if fin else reste)
        if morceau and _parle(morceau, referentiel):
            trouvees.append(morceau)
    for m in _AUSSI.finditer(texte) if not trouvees else ():
        reste = texte[m.end() : m.end() + 160]
        fin = _FIN.search(reste)
        morceau = _propre(f"{m[1] or m[2]} {reste[: fin.start()] if fin else reste}")
        if _parle(morceau, referentiel):
            trouvees.append(morceau)
    trouvees += [
        _propre(m[1]) for m in _EN_PLUS.finditer(texte)
        if not trouvees and _parle(_propre(m[1]), referentiel)
    ]
    if fiche and fiche.extensions:
        for extension in fiche.extensions:
            deja = any(rattacher(t, (extension,), referentiel.concepts) >= 0.6 for t in trouvees)
            if not deja and rattacher(extension, (texte,), referentiel.concepts) >= 0.6:
                trouvees.append(extension)
    if not trouvees and _EXTENSION.search(texte):
        trouvees.append("extension")  # one is done, which one is not said
    return tuple(dict.fromkeys(trouvees))


def _propre(morceau: str) -> str:
    morceau = _PLUS.sub(" ", morceau)
    morceau = re.sub(r"^\s*(?:de\s+la|de\s+l['’]|des\b|du\b|de\b|d['’]|les\b|la\b|le\b|l['’]|the\b|of\b)\s*", "",
                     morceau.strip(), flags=re.IGNORECASE)
    return " ".join(morceau.split()).strip(" ,-–'\"()")[:120]


def _parle(morceau: str, referentiel: Referentiel) -> bool:
    """True when the piece has at least one word that says something; "I run it" says nothing."""
    if morceau.partition(",")[0].strip().casefold() in ("it", "them", "that", "this"):
        return False
    return any(poids == 1.0 for poids in referentiel.concepts.traduire(morceau).values())
