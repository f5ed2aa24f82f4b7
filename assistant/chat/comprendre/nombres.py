"""Figures a person gives: hours, head count, days, age, seniority, pay, dates."""

from __future__ import annotations

import re
from datetime import date

from assistant.chat.comprendre.dates_de_parcours import date_de_parcours, demande_l_epoque
from assistant.chat.comprendre.paie_dite import paie_dite
from assistant.chat.comprendre.suppleance_dite import suppleance_dite
from assistant.chat.motif import motif
from assistant.classification import sans_accents

__all__ = ["date_de", "mois_dits", "nombres_de"]

_MOTS = {
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
    "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "quinze": 15, "vingt": 20,
    "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "trente": 30,
}
_N = r"(\d{1,4}(?:[.,]\d{1,2})?|" + "|".join(_MOTS) + ")"
_HEURES = motif(
    rf"\b{_N}\s*(?:h|heures?|hours?)\b(?!\s*(?:de|of)\s*(?:formation|stage|cours|training))"
    r"(?!\s*\d)(?!\s*(?:par|/|a|per|dans le|sur le|in the)\s*(?:jour|mois|day|month))"
    r"(?!\s*(?:mensuelles?|du soir|du matin|du mat))")
_HEURES_ET_MINUTES = motif(
    r"\b(\d{1,2})\s*(?:h|heures?)\s*(?:et\s+)?(\d{2})\b(?:\s*min\w*)?(?!\s*(?:par|/)\s*jour)")
_SEMAINE = motif(r"semaine|hebdo|week|temps partiel|part[- ]time|mi-temps|contrat")
_HEURES_DU_MOIS = motif(
    r"\b(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:h|heures?|hours?)\s*"
    r"(?:(?:par|/|a|per|dans le|sur le|in the)\s*(?:mois|month)|mensuelles?)")
_PARTIEL = motif(r"\b(\d{2})\s?%")
_FORMATION = motif(rf"\b{_N}\s*(?:h|heures?|hours?)\s*(?:de|of)\s*(?:formation|stage|training)")
_FORMATION_DE = motif(
    rf"\b(?:formations?|stages?|training|course)\b(?:[ -](?:qualification|continue|externe|bonus))?[\s:,=(]+"
    rf"(?:(?:de|of|pour|for|a|avec|with|d'une duree de|pendant|dure)\s+)?{_N}\s*(?:h|heures?|hours?)\b"
    rf"|\b(?:formations?|stages?|training|course)\s+(?:[a-z'-]+\s+){{1,4}}?(?:de|of|pour|for|pendant|a dure|lasted|=)\s+"
    rf"{_N}\s*(?:h|heures?|hours?)\b(?!\s*(?:par|/|a|per|la)\s*(?:sem|week))"
    rf"|\b{_N}\s*(?:h|heures?|hours?)\s*,?\s*(?:la|ma|cette|sa|de la|the|my|this|his|her)\s+(?:formation|stage|training|course)\b")
_APE = motif(r"\b(\d{2}\.\d{2}[a-z])\b|\b(?:ape|naf)\b\D{0,12}(\d{2}\.?\d{2}\s?[a-z])\b"
                  r"|\b((?:45|47|49|52|71|77|81|85|95)\d\d[abz])\b")
_JOURS_FORFAIT = motif(r"\b(\d{2,3})\s*(?:jours?|days?)\b")
_PASSAGE = motif(
    r"\b(?:pass|mont|promu|mov|go|promot)\w*\s+(?:de|du|from)\s+(?:l')?(?:echelon\s+)?(\d{1,2})\s+"
    r"(?:a|au|to|vers)\s+(?:l')?(?:echelon\s+)?(\d{1,2})\b(?!\s*(?:h\b|heures?|hours?|ans|mois|%|€))")
_ESSAI_APRES = motif(
    rf"\b(?:essai|trial)\b.{{0,30}}?\b(?:apres|au bout de|after)\s+{_N}\s*(jours?|days?|semaines?|weeks?|mois|months?)\b")
_PAIE = motif(r"gagn|salaire|pa(?:ye|ie)|minimum|euro|€|augment|combien de (?:plus|moins)|earn|wage|\bpay|\bmore\b")
_EFFECTIF = motif(
    rf"\b(?:on est|nous sommes|on n'est que|on n est que|sommes|we are|we're|there are)\s+{_N}\b"
    r"(?!\s*(?:ans|mois|jours|h\b))"
    rf"|\b{_N}\s*(?:salarie(?:e)?s?|employes?|personnes|gars|employees|people|staff|workers)\b"
    rf"|\b(?:boite|garage|entreprise|atelier|equipe|firm|company|shop)\s+(?:de|a|of|with)\s+{_N}\b(?!\s*(?:ans|h\b))"
)
_JOURS = motif(
    rf"\b{_N}\s*(?:jours?|j\b|days?|working days?)(?:\s*(?:ouvres?|ouvrables?|working))?"
    r"(?!\s*(?:par|de conges?|a week|per))")
_SEMAINES = motif(rf"\b{_N}\s*(?:semaines?|weeks?)\b")
_AGE = motif(
    rf"\b(?:j'ai|j ai|ai|agee? de|i am|i'm|im|aged)\s+{_N}\s*(?:ans|years old|yo)\b"
    r"(?!\s*(?:d'|de |of |dans|in |chez|a la|au|comme|as))")
_MINEUR = motif(
    r"\b(1[4-7])\s*(?:ans|years old|years-old|yo)\b"
    r"(?!\s*(?:d'|de |of |dans|in |chez|a la|au|comme|as|apres|plus tard|later))")
_ANCIENNETE = motif(
    rf"\b(?:depuis|since|for|anciennete de|ancienneté de)\s+{_N}\s*(ans?|mois|years?|months?)\b"
    rf"|\b(?:apres|au bout de|bout de|after)\s+(?:plus de\s+|more than\s+)?{_N}\s*(ans?|mois|years?|months?)\b"
    rf"(?!\s*(?:d'|de |of )(?!pratique|anciennete|boite|metier|poste|travail|practice|experience|service|seniority))"
    rf"|\b{_N}\s*(ans?|mois|years?|months?)\s*(?:de pratique|of practice|d'anciennete|de boite|dans la boite|dans l'entreprise|seniority|de presence|of service|of seniority)")
_AN_ET_DEMI = motif(
    rf"\b(?:(?:depuis|since|for)\s+)?(un|une|{_N})\s*(?:ans?|annees?|years?)\s+(?:et\s+demie?|and a half)\b"
    r"|\b(?:depuis|since|for|apres|after|(?:au )?bout d'?|passe|within|des que j'ai)\s*(un|une|a|one)\s+(?:an|annee|year)\b")
_DUREE = motif(rf"\b{_N}\s*(ans?|annees?|mois|years?|months?)\b")
_JEUNE = motif(
    r"\b(?:jeunes?|mineure?s?|gamine?|ado|stagiaire|lyceenn?e?|etudiante?|garcon|fille|fils|neveu|niece|cousine?|kid|teen\w*|boy|girl|son|"
    r"student|job d'ete|saisonniere?|summer job)\b[^.?!]{0,30}?\b(1[4-7])\s*(?:ans|years|yo)\b"
)
_MOIS = {
    n: i for i, noms in enumerate(
        ("janvier january jan", "fevrier february feb", "mars march", "avril april", "mai may",
         "juin june", "juillet july", "aout august aug", "septembre september sept",
         "octobre october oct", "novembre november nov", "decembre december dec"), start=1)
    for n in noms.split()
}
_MOIS_RE = "|".join(sorted(_MOIS, key=len, reverse=True))
_DATES = (
    motif(r"\b(?P<a>20\d\d)-(?P<m>\d\d)-(?P<j>\d\d)\b"),
    motif(r"\b(?P<j>\d{1,2})/(?P<m>\d{1,2})/(?P<a>20\d\d)\b"),
    motif(rf"\b(?P<j>\d{{1,2}})(?:er|st|nd|rd|th)?\s+(?:of\s+)?(?P<mot>{_MOIS_RE})\s+(?P<a>20\d\d)\b"),
    motif(rf"\b(?P<mot>{_MOIS_RE})\s+(?P<j>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<a>20\d\d)\b"),
    motif(rf"\b(?P<mot>{_MOIS_RE})\s+(?:(?:de |en |l'annee |of |in )*)(?P<a>20\d\d)\b"),
    motif(rf"\b(?P<a>20\d\d)\s*,?\s*(?:(?:en|in|au mois de?|au|debut|fin|le mois de|mois de)\s*(?:d'|de )?)?(?P<mot>{_MOIS_RE})\b(?!\s*(?:19|20)\d\d)"),
    motif(r"\b(?:en|in|annee|l'annee|year|de|of|depuis|since|avant|before|fin|debut)\s+(?P<a>(?:19|20)\d\d)\b(?!\s*(?:€|euros?))"),
)

_AN_DERNIER = r"(?:l'an(?:nee)? (?:dernier|derniere|passee?)|annee derniere|an dernier|last year)"
_DEPUIS = motif(r"\b(?:depuis|since)\b(?:\s+(?:le|the|debut|fin|early|late))?\W*$")  # goes on today
_MOIS_PASSE = motif(  # "en mars de l'an dernier", "l'an dernier en mars", "mars dernier"
    rf"\b(?:(?P<an>{_AN_DERNIER})\W+(?:en|in|au mois de|au|debut|fin)?\W*({_MOIS_RE})"
    rf"|({_MOIS_RE})\s+(?:(?:de|of)\s+)?(?P<an2>{_AN_DERNIER})"
    rf"|({_MOIS_RE})\s+(?:dernier|passe)|last\s+({_MOIS_RE}))\b"
)
_ARRONDI = 0.005  # of weekly hours, in a month's hours


def _lire(texte: str) -> float:
    return float(_MOTS[texte]) if texte in _MOTS else float(texte.replace(",", "."))


def nombres_de(texte: str) -> dict[str, object]:
    """Facts with figures stated in a text."""
    plat = sans_accents(texte)
    faits: dict[str, object] = {}
    if m := _FORMATION.search(plat) or _FORMATION_DE.search(plat):
        faits["heures_formation"] = _lire(next(g for g in m.groups() if g))
    _du_contrat(plat, faits)
    hebdo = _FORMATION_DE.sub(" ", plat)
    if heures := _par_semaine(hebdo):
        faits["heures_hebdo"] = heures
    elif re.search(r"\b(?:mi-temps|mi temps|half-time|half time)\b", plat):
        faits["heures_hebdo"] = 17.5
    elif (m := _PARTIEL.search(plat)) and re.search(r"temps|part-time|part time", plat):
        faits["heures_hebdo"] = 35 * int(m[1]) / 100
    if m := _EFFECTIF.search(plat):
        faits["effectif_entreprise"] = int(_lire(next(g for g in m.groups() if g)))
    if m := _JOURS.search(plat):
        faits["jours_ouvres_consecutifs"] = int(_lire(m[1]))
    elif (m := _SEMAINES.search(plat)) and re.search(r"rempl|supple|encadr|absen|fill|cover|stand", plat):
        faits["jours_ouvres_consecutifs"] = int(_lire(m[1]) * 5)
    faits |= suppleance_dite(plat, faits)
    if (m := _AGE.search(plat)) and 14 <= _lire(m[1]) <= 99:
        faits["age"] = int(_lire(m[1]))
    elif m := _MINEUR.search(plat) or _JEUNE.search(plat):
        faits["age"] = int(m[1])
    if m := _AN_ET_DEMI.search(plat):
        ans = 1 if m[1] in (None, "un", "une") else _lire(m[1])
        faits["anciennete"] = int(ans * 12) + (6 if m[1] else 0)
    elif m := _ANCIENNETE.search(plat):
        valeur, unite = (g for g in m.groups() if g)
        mois = 1 if unite.startswith("mo") else 12
        faits["anciennete"] = int(_lire(valeur) * mois)
    if (paie := paie_dite(texte)) and paie.montant is not None and not (paie.net or paie.horaire):
        faits["salaire_base"] = float(paie.montant)
        if paie.fixe:
            faits["fixe_et_primes"] = True
    return faits


def _par_semaine(plat: str) -> float | None:
    """Weekly hours: said as such ("17 h 30 par semaine"), else those of a month, times 12/52."""
    if _SEMAINE.search(plat) and (m := _HEURES_ET_MINUTES.search(plat)) and int(m[2]) < 60:
        heures = int(m[1]) + int(m[2]) / 60
        return heures if 1 <= heures <= 48 else None
    if (m := _HEURES.search(plat)) and 1 <= _lire(m[1]) <= 48:
        return _lire(m[1])
    if m := _HEURES_DU_MOIS.search(plat):
        brut = _lire(m[1]) * 12 / 52
        rond = round(brut * 4) / 4  # "151,67 h" are 35 hours a week, rounded
        heures = rond if abs(brut - rond) < _ARRONDI else round(brut, 4)
        return heures if 1 <= heures <= 48 else None
    return None


def _du_contrat(plat: str, faits: dict[str, object]) -> None:
    """APE code, days of a forfait, and the way from one échelon to another asked for in pay."""
    if m := _APE.search(plat):
        faits["code_ape"] = (m[1] or m[2] or m[3]).replace(" ", "").upper()
    if "anciennete" not in faits and (m := _ESSAI_APRES.search(plat)):
        jours = {"s": 7, "w": 7, "j": 1, "d": 1}.get(m[2][0])
        faits["anciennete"] = int(_lire(m[1]) * jours / 30) if jours else int(_lire(m[1]))
    if "forfait" in plat and (m := _JOURS_FORFAIT.search(plat)) and 1 <= int(m[1]) <= 366:
        faits["jours_forfait"] = int(m[1])
    if _PAIE.search(plat) and (m := _PASSAGE.search(plat)):
        faits |= {"echelon_actuel": int(m[1]), "echelon_demande": int(m[2])}


def mois_dits(texte: str) -> int | None:
    """A duration given as a reply, in months: "3 ans", "18 mois", "2 ans et 6 mois", "two years"."""
    total = [
        _lire(n) * (1 if unite.startswith("mo") else 12)
        for n, unite in _DUREE.findall(sans_accents(texte))
    ]
    return int(sum(total)) if total else None


def date_de(texte: str, aujourdhui: date) -> date | None:
    """The day a question is about, None when it names none. A month or year: its first day.

    "en 2024" means the year's last day known so far, so that the year's own table is found:
    31 December, or today for the current year; "avant 2019", the day before. The year of a
    diploma or of a hiring ("CQP en 2015", "embauché en 2016") is not the day asked about.
    """
    plat = sans_accents(texte)
    dites = [m for motif in _DATES for m in motif.finditer(plat)]
    demandees = [m for m in dites if not date_de_parcours(plat, m) and not (
        m[0].startswith(("depuis", "since")) or _DEPUIS.search(plat[: m.start()]))]
    if not demandees and demande_l_epoque(plat):
        demandees = dites  # "embauché en 2016, quel était mon minimum ?"
    if demandees:
        return _jour_de(demandees[0], aujourdhui)
    if (passe := _MOIS_PASSE.search(plat)) and not date_de_parcours(plat, passe):
        mois = next(_MOIS[g] for g in passe.groups() if g in _MOIS)
        annee = aujourdhui.year - (1 if passe["an"] or passe["an2"] or mois >= aujourdhui.month else 0)
        return date(annee, mois, 1)
    dernier = re.search(r"\b(?:l'an dernier|l'annee derniere|annee derniere|last year|l'an passe)\b", plat)
    if dernier and not date_de_parcours(plat, dernier):
        return date(aujourdhui.year - 1, 12, 31)
    return None


def _jour_de(m: re.Match[str], aujourdhui: date) -> date | None:
    parts = m.groupdict()
    annee = int(parts["a"])
    mois = _MOIS[parts["mot"]] if parts.get("mot") else int(parts.get("m") or 0)
    try:
        if not mois and m[0].startswith(("avant", "before")):
            return date(annee - 1, 12, 31)
        if not mois:
            return aujourdhui if annee == aujourdhui.year else date(annee, 12, 31)
        return date(annee, mois, int(parts.get("j") or 1))
    except ValueError:
        return None
