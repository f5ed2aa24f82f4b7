"""Names of certifications folded, so that the same one is recognised in any RNCSA's spelling."""

from __future__ import annotations

import re

from assistant.classification import sans_accents

__all__ = ["forme"]

_PARENTHESES = re.compile(
    r"[(\[](?:enregistre|inscrit|precedemment|prepare)[^()\[\]]*"
    r"(?:[(\[][^()\[\]]*[)\]][^()\[\]]*)*[)\]]")
_FEMININ = re.compile(r" ?\((?:ne|e|s|se|trice|ere)\)")
_REMPLACES = (
    (re.compile(r"\bdu ministere (?:charge )?de l'emploi\b"), " "),
    (re.compile(r"\bavec ccs\b.*"), "avec ccs"),
    (re.compile(r"\bbaccalaureat\b"), "bac"),
)
_ABREGES = {
    "pra": "pieces rechange et accessoires", "vui": "vehicules utilitaires et industriels",
    "lld": "location longue duree", "professionnelle": "pro", "professionnel": "pro",
}
_VIDES = frozenset("d l de des du la le les a au aux en".split())
_MOT = re.compile(r"[a-z0-9]+")


def forme(nom: str) -> str:
    """A name as folded words in the singular, abbreviations spelt out, without punctuation.

    Equal forms are the same certification.
    """
    plat = sans_accents(nom).replace("’", "'")
    for motif, remplace in _REMPLACES:
        plat = motif.sub(remplace, plat)
    plat = _FEMININ.sub("", _PARENTHESES.sub(" ", plat))
    mots = (m for jeton in _MOT.findall(plat) if jeton not in _VIDES
            for m in _ABREGES.get(jeton, jeton).split())
    return " ".join(m[:-1] if len(m) > 3 and m.endswith("s") else m for m in mots)
