"""What looks like a diploma or an échelon and is not: a driving licence, "3 départements",
artificial intelligence."""

from __future__ import annotations

import re

from assistant.retrieval.lexique.mentions import Mention

__all__ = ["autre_chose", "compte_des_choses", "parle_des_cadres"]

_CONDUIRE_AVANT = re.compile(
    r"\b(?:driving|drivers?|driver's|car|cars|motorbikes?|motorcycles?|moto|bike|lorry|truck|hgv|bus|coach|trailer|taxi|"
    r"vehicle|operating|category [a-e]\d?|a[12]?|b|c1?e?|d)\s*$")
_CONDUIRE_APRES = re.compile(
    r"^\s*(?:\(|de |d')?\s*(?:(?:category|class|type)\s+)?(?:(?:a[12m]|be|b96|b78|c1e?|ce|d1e?|taxi|transport|conduire|"
    r"conduite|to drive|to operate|iv)\b|[abcd]\s*(?:[,/)+&.?]|$|only\b|et [abcd]\b|and [abcd]\b))")
_SIGLE = re.compile(r"[a-z]{2}s")  # "BMS": two letters take no plural
_NOM_AU_PLURIEL = re.compile(r"\s+([a-z]{4,}[sx])\b")
_PAS_UN_NOM = frozenset(
    "dans mais sans alors depuis puis vers moins plus apres toujours jamais suis sous tres dois parfois "
    "nous vous tous toutes cours pourtant always plus unless this does was pays says gets".split()
)


def autre_chose(plat: str, mention: Mention) -> bool:
    """True where a diploma's word names something else: a driving licence, a two-letter sigle in "s"."""
    if _SIGLE.fullmatch(mention.texte) and mention.texte not in ("bts", "ccs"):
        return True
    if not mention.texte.startswith("licence"):
        return False
    avant, apres = plat[: mention.debut], plat[mention.fin :]
    return bool(_CONDUIRE_AVANT.search(avant) or _CONDUIRE_APRES.search(apres))


def compte_des_choses(plat: str, fin: int) -> bool:
    """True for a number that counts what follows: "3 départements", "9 mechanics"."""
    m = _NOM_AU_PLURIEL.match(plat, fin)
    return m is not None and m[1] not in _PAS_UN_NOM and not m[1].endswith("ais")


_PLACE_DE_CADRE = re.compile(
    r"\b(?:cadres?|niveaux?|niv|echelons?|positions?|degres?|classee?s?|grade|level|step|minim\w*|mini|salaire|fiche|i ?[bc]|ii+ ?[abc])\b"
)


def parle_des_cadres(plat: str, debut: int, fin: int) -> bool:
    """True where "IA" is niveau I, degré A: a word of the grid stands near, no person is spoken to."""
    return bool(_PLACE_DE_CADRE.search(plat[max(0, debut - 30) : debut] + " | " + plat[fin : fin + 20]))
