"""How long a person has been in the job, as people say it: "huit mois chez nous", "14 months now"."""

from __future__ import annotations

from datetime import date

from assistant.chat.motif import motif
from assistant.classification import sans_accents

__all__ = ["N", "duree_dans_l_emploi", "lire_nombre"]

_NOMBRES = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
    "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
}
N = r"(\d{1,2}|" + "|".join(sorted(_NOMBRES, key=len, reverse=True)) + ")"
_DUREE = rf"{N}\s*(ans?|annees?|mois|years?|yrs?|months?)"
_PRESQUE = r"(?P<presque>bientot|presque|pres de|quasi\w*|nearly|almost|close to|environ|about)?\s*"
_LIEU = (
    r"(?:chez (?:nous|eux|lui|elle|moi)|ici|dans (?:la|cette|ma|notre) (?:boite|maison|entreprise|societe|concession)|"
    r"dans (?:le|ce|mon) (?:garage|poste|metier|centre)|(?:a|sur|au) (?:ce|mon|son)? ?poste|au garage|de (?:boite|maison|presence)|"
    r"que (?:je|j'|il|elle|on|c'est)|comme ca|here|with us|in (?:the|this|my|that) (?:job|post|garage|shop|company|firm)|"
    r"on the job|now\b|doing|in post)"
)
_DITES = (
    motif(rf"\b(?:ca fait|cela fait|voila|ca va faire|fait|depuis|since|for|it's been|it is|been)\s+(?:deja\s+)?{_PRESQUE}{_DUREE}\b"
          rf"(?!\s*(?:d'etudes?|de formation|of (?:study|training)))"),
    motif(rf"\b{_PRESQUE}{_DUREE}\s*,?\s*{_LIEU}"),
    motif(rf"\b(?:embauche\w*|recrute\w*|arrive\w*|commence\w*|entre\w*|debute\w*|hired|joined|started|recruited|taken on)\b"
          rf"[^.?!;]{{0,30}}\b(?:il y a|y a)\s+{_PRESQUE}{_DUREE}"),
    motif(rf"\b(?:hired|joined|started|recruited|taken on|came)\b[^.?!;]{{0,30}}?\b{_PRESQUE}{_DUREE}\s+ago"),
)
_MOIS = {
    n: i for i, noms in enumerate(
        ("janvier january", "fevrier february", "mars march", "avril april", "mai may", "juin june", "juillet july",
         "aout august", "septembre september", "octobre october", "novembre november", "decembre december"), start=1)
    for n in noms.split()
}
_DEPUIS = motif(
    r"\b(?:depuis|since)\s+(?:le\s+)?(?:debut\s+|fin\s+|early\s+|late\s+)?(?:\d{1,2}(?:er)?\s+)?"
    rf"(?:(?P<mois>{'|'.join(_MOIS)})(?:\s+(?P<an>(?:19|20)\d\d)|\s+(?P<dernier>dernier|last))?|(?P<annee>(?:19|20)\d\d))\b"
)
_DES_TEXTES = motif(
    r"\b(?:minim\w*|smic|baremes?|salaires? (?:minim\w*|de la branche)|avenants?|accords?|convention|grille|fiches?|edition|"
    r"regles?|textes?|wages?|change\w*|augment\w*)\b"
)
_NE_COMPTE_PAS = motif(r"\b(?:il y a|ago|dans|in|d'ici)\s*$")


def lire_nombre(dit: str) -> int:
    """A whole number in figures or in words."""
    return _NOMBRES.get(dit) or int(dit)


def duree_dans_l_emploi(texte: str, aujourdhui: date) -> int | None:
    """Months in the job, None where none are told. "Bientôt 2 ans" counts one month less."""
    plat = sans_accents(texte)
    for dite in _DITES:
        for m in dite.finditer(plat):
            n, unite = (g for g in m.groups()[-2:])
            mois = lire_nombre(n) * (1 if unite.startswith("mo") else 12)
            if not _NE_COMPTE_PAS.search(plat[: m.start()]) and mois <= 600:
                return mois - (1 if m["presque"] else 0)
    depuis = _DEPUIS.search(plat)
    if depuis is None or _DES_TEXTES.search(plat[max(0, depuis.start() - 60) : depuis.start()]):
        return None
    if depuis["annee"]:
        ecoules = (aujourdhui.year - int(depuis["annee"]) - 1) * 12 + aujourdhui.month  # from its last day
    else:
        mois = _MOIS[depuis["mois"]]
        annee = int(depuis["an"]) if depuis["an"] else aujourdhui.year - (1 if mois > aujourdhui.month else 0)
        ecoules = (aujourdhui.year - annee) * 12 + aujourdhui.month - mois
    return ecoules if 0 <= ecoules <= 600 else None
