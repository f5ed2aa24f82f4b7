"""The échelon a person has now: "payé échelon 3", "(ech. 9)", "on me garde au 6", "classé 11"."""

from __future__ import annotations

import re

from assistant.chat.motif import motif
from assistant.classification import Echelon, EchelonInvalide, sans_accents
from assistant.retrieval.lexique.faux_amis import compte_des_choses

__all__ = ["echelon_tenu"]

_NOM = r"(?:l'?\s*)?(?:echelons?|ech\w{0,3}\.?|step|level|grade|niveau|niv\.?)\s*(?:n°|no\.?|numero|number)?\s*:?"
_N = r"(?P<n>\d{1,2})\b(?!\s*(?:[.,/:]\d|h\b|heures?|ans?\b|mois|jours?|j\b|€|euros?|e\b|%|personnes?|semaines?|points?|fois|km|"
_N += r"years?|months?|days?|hours?|weeks?|points|times|gars|people|ou\s+(?:au\s+|a\s+l'echelon\s+)?\d))"
_TENU = (
    r"(?:pay(?:e|ee|es|ees)|paid|pay(?:s|ing)? me|me pai(?:e|ent)|embauchee?s?|engagee?|recrutee?|hired|taken on|"
    r"classee?s?|classifiee?|graded|classed|classified|rated|"
    r"m'a (?:mis|mise|pris|prise|classe|note|embauche|laisse)|m'ont (?:mis|mise|classe)|j?suis|chuis?|am|i'm|im|"
    r"me (?:laisse|garde|bloque|maintient|met|classe|paie)(?:nt)?|(?:bloque|coince|laisse|maintenu)e?s?|reste|resteer?|stuck|kept|left|"
    r"(?:keeps?|kept|put|puts|has|have|got) me|notee?|marquee?|"
    r"bulletins?(?: de (?:paie|paye|salaire))?|fiches? de pa(?:ie|ye)|(?:ma|mon|la|sur) (?:paie|paye|contrat)|mon contrat|payslips?|wage slips?|my contract|"
    r"classement\s*:|toujours|still|actuellement|currently)"
)
_LIEN = (
    r"(?:[\s,:=(\"«»…]+(?:a|au|aux|en|a l'|l'|sur|on|at|as|in|the|c'est|est|dit|dis|indique|porte|marque|ecrit|mentionne|says?|said|is|reads?|"
    r"que|tout|juste|just|only|seulement|toujours|encore|still|depuis|employee?|ouvriere?|comme|mecanicien(?:ne)?|specialiste|confirmee?|"
    r"technicien(?:ne)?|operateur|operatrice|vendeur|vendeuse|et|de paie|de paye|de salaire|avec|with|a)){0,5}[\s,:=(\"«»…]*"
)
_MARQUE = motif(rf"\b(?P<verbe>{_TENU}){_LIEN}(?P<nom>{_NOM})?\s*{_N}")
_NOMME = motif(rf"\b(?:{_TENU}|mon|ma|on my|my)\b[^.?!;\n]{{1,45}}?\b(?P<nom>{_NOM})\s*{_N}")  # "ma paye : échelon 9"
_SUR = motif(  # "je suis technicien confirmé au 9", "moto mechanic on échelon 3"
    rf"\b(?:j?suis|chuis?|am|i'm|im)\b[^.?!;,]{{1,60}}?\s(?:au|on)\s+{_N}")
_SUR_L_ECHELON = motif(rf"\w\s+on\s+(?P<nom>{_NOM})\s*{_N}")
_AVEC_LA_PAIE = motif(  # "échelon 6 1950 brut", "1950e brut échelon 6"
    rf"\b(?P<nom>{_NOM})\s*(?P<n>\d{{1,2}})[\s,;:(]*(?:(?:paye\w*|paid|a|et|for)\s+)?€?\s*\d[\d .,]{{3,6}}\s*(?:€|e\b|euros?|brut|net|gross)"
    rf"|\d{{3}}\s*(?:€|e\b|euros?|brut|net|gross)+[\s,;:(brutnegos]*(?P<nom2>{_NOM})\s*(?P<n2>\d{{1,2}})\b")
_ENTRE_PARENTHESES = motif(rf"\(\s*(?P<nom>{_NOM})?\s*(?P<n>\d{{1,2}})\s*\)")
_APRES_LE_TITRE = motif(
    rf"\b(?:mis|mise|suis|reste|classee?|payee?|embauchee?|am|i'm)\b[^.?!;,]{{0,30}}?"
    rf"\b(?:specialiste|confirmee?|experte?|qualifiee?|technicien(?:ne)?|mecanicien(?:ne)?|operateur|operatrice|vendeur|vendeuse)\s+{_N}"
)
_TITRE_ECHELON = motif(  # "mecanicien ech 6 sur le bulletin", "échelon 6 sur la paie"
    rf"\b{_NOM}\s*(?P<n>\d{{1,2}})\s*(?:,?\s*(?:marque|ecrit|noir sur blanc|written))?\s*"
    r"(?:sur(?: (?:le|ma|la|mon|sa|son))?|on (?:my|the)|dans mon)\s*(?:bulletins?|fiches? de pa|paie|paye|contrat|payslip|contract|wage slip)"
)
_CHEZ_MOI = motif(  # "échelon 9, 2080", "enseignant, échelon 9." told beside a first person
    r"\b(?:je|j'|jfais|jsuis|chui|chuis|moi|mon|ma|mes|i|i'm|my|me)\b")
_DEMANDE = motif(
    r"\b(?:combien|how much|minim\w*|mini|devrais|devrait|should|puis-je|peux|pourrais|can|could|veux|voudrais|vise|demande|passer|passe|"
    r"monter|atteindre|obtenir|avoir|droit|prevu|quel|quelle|which|what|pour un|for an?|si|if|jusqu)\b[^.?!;]{0,30}$"
)
_ENVIRON = motif(r"\b(?:oblig\w*|donner|accorder|give|grant|combien|how much|passer?|monter?|devenir|collegue|colleague|exig\w*|reclam\w*|demand\w*|veu[tx]|voul\w*|vis[ea]\w*|propos\w*|prom\w*|wants?|claims?|claimed|asks?|asked|offer\w*|bientot|futur|soon|devrai\w*|should)\b")
_NUMEROS = range(1, 26)


def echelon_tenu(texte: str) -> str | None:
    """The échelon told as the person's own; None where none is, or two are."""
    plat = sans_accents(texte).replace("’", "'").replace("...", " ").replace("…", " ")
    dits: list[str] = []
    for forme in (_TITRE_ECHELON, _MARQUE, _APRES_LE_TITRE, _ENTRE_PARENTHESES, _AVEC_LA_PAIE, _NOMME, _SUR, _SUR_L_ECHELON):
        for m in forme.finditer(plat):
            n = "n2" if forme is _AVEC_LA_PAIE and m["n2"] else "n"
            if _vaut(plat, m, n, forme is _ENTRE_PARENTHESES):
                dits.append(m[n].lstrip("0"))
        if dits:
            break
    return dits[0] if len(set(dits)) == 1 else None


def _vaut(plat: str, m: re.Match[str], n: str, parentheses: bool) -> bool:
    nom = next((v for k, v in m.groupdict().items() if k.startswith("nom") and v), None)
    if _DEMANDE.search(plat[: m.start(n)]) or _ENVIRON.search(m[0]) or compte_des_choses(plat, m.end(n)):
        return False
    if (m.groupdict().get("verbe") or "").endswith(("suis", "chui", "am", "i'm", "im", "has me")) and not (
        nom or re.search(r"(?:au|a|a l'|en|on|at)\W*$", plat[m.end("verbe") : m.start(n)])
    ):
        return False  # "i am 18"
    if parentheses and not (_CHEZ_MOI.search(plat) and (nom or re.search(r"echelon|step|level", plat))):
        return False
    try:
        return int(m[n]) in _NUMEROS and Echelon.lire(m[n].lstrip("0")) is not None
    except EchelonInvalide:
        return False
