"""Names of certifications as fiches print them, matched with the Registre."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.classification import Registre, sans_accents
from assistant.classification.diplomes import Accord

__all__ = ["Diplome", "couper", "lire_diplome"]

_SEUIL = 80  # out of 100, between two stems: a slip of the print, no more
_FIN = re.compile(
    r",?\s*\(?\b(?:compl[ée]t[ée]|pr[ée]par[ée]|en cours de cr[ée]ation|"
    r"(?:et|avec|ou) (?:l')?autorisation|dans le domaine|par acc[èe]s direct|obtenue? avant|"
    r"avec les? mentions? |du CCS|de l'autorisation|selon le cas|VP ou VI)[^)]*.*$",
    re.IGNORECASE,
)
_PARENTHESE = re.compile(r"\s*\((?:à créer|en cours|enregistr|selon le cas|2\)|\d{4})[^)]*\)?", re.IGNORECASE)
_RNCP = re.compile(r"sous l'intitul[ée] «\s*([^»]+?)\s*»")
_GENRE = re.compile(r"(\w)\s?\((?:ne|trice|euse|e|s|ve|ère|le)\)")
_MINISTERE = re.compile(r"\s*du minist[èe]re (?:chargé )?(?:de l'emploi|du travail)\s*:?", re.IGNORECASE)
_EQUIVALENT = re.compile(
    r",?\s*(?:ou |et )?(?:un )?(?:titre|diplôme)s?(?:,? ou (?:titre|diplôme))?,?"
    r"\s+(?:de niveau )?équivalent.*$|,?\s*ou titre$",
    re.IGNORECASE,
)
_COUPURE = re.compile(r",?\s+ou\s+(?=\w)|\s*,\s+(?=(?:ou|CAP|BEP|BTS|CQP|DUT)\b)")
_TITRES = re.compile(r",?\s+ou (?=titre (?:professionnel|à finalité professionnelle)\b)", re.IGNORECASE)
_DETAIL = re.compile(r"(mention complémentaire au CAP) \(([^)]*,[^)]*)\)", re.IGNORECASE)
_BRANCHE = re.compile(r" de la branche professionnelle des services de l'automobile$")


@dataclass(frozen=True, slots=True)
class Diplome:
    """A certification as read: the names it answers to, the entries of the Registre it is."""

    noms: tuple[str, ...]
    ids: tuple[str, ...]


def couper(texte: str, registre: Registre) -> list[str]:
    """Cut "CAP X ou BEP Y, complété…" into its certifications, each with its own wording.

    "ou" parts two certifications only where a family name follows it, or where what follows is
    a known name of the same family ("CQP attaché commercial ou conseiller des ventes").
    """
    return [m for part in _TITRES.split(texte) for m in _couper(part, registre)]


def _couper(texte: str, registre: Registre) -> list[str]:
    corps = _EQUIVALENT.sub("", _FIN.sub("", texte))
    if detail := _DETAIL.match(texte):
        return [f"{detail[1]} {d.strip()}" for d in detail[2].split(",")]
    morceaux: list[str] = []
    if registre.reconnues(nettoyer(corps)):
        return [corps.strip(" ,;.:")]
    for part in _COUPURE.split(corps):
        if not morceaux or _commence_par_une_famille(part, registre):
            morceaux.append(part)
        elif _jumeau(morceaux[-1], part, registre):
            famille = morceaux[-1].split(" ")[0]
            morceaux.append(f"{famille} {part}")
        else:
            morceaux[-1] = f"{morceaux[-1]} ou {part}"
    return [m for m in (m.strip(" ,;.:") for m in morceaux) if m]


def _commence_par_une_famille(part: str, registre: Registre) -> bool:
    plat = f"{sans_accents(part)} "
    noms = (sans_accents(n) for f in registre.familles for n in f.noms)
    return any(plat.startswith(f"{n} ") for n in noms) or plat.startswith("titre professionnel")


def _jumeau(precedent: str, part: str, registre: Registre) -> bool:
    """Both sides known, each on its own, and the whole is not one name."""
    famille = precedent.split(" ")[0]
    if famille != "CQP" or registre.reconnues(f"{precedent} ou {part}"):
        return False
    return bool(registre.serie_de(precedent)) and bool(registre.reconnues(f"{famille} {part}")
                                                       or len(part.split()) > 1)


def lire_diplome(texte: str, registre: Registre) -> Diplome | None:
    """Read one certification; None where no family of diplomas is named."""
    alias = _RNCP.findall(texte)
    nom = nettoyer(texte)
    if not nom or registre.famille(nom) is None:
        return None
    lu = registre.lire(nom)
    noms = [nom, *alias]
    if lu.generique and (famille := registre.famille(nom)):
        noms += famille.noms
    ids = (
        [c.id for c in registre.reconnues(nom)]
        or _a_une_faute_pres(nom, registre)
        or _toute_la_gamme(nom, registre)
    )
    return Diplome(tuple(dict.fromkeys(noms)), tuple(dict.fromkeys(ids)))


def nettoyer(texte: str) -> str:
    """The bare name: no footnote, ministry, feminine form or remark of registration."""
    nom = _PARENTHESE.sub("", re.sub(r"\(\d\)", "", texte))
    nom = _GENRE.sub(r"\1", nom)
    nom = re.sub(r"(\w)\(s\)", r"\1", nom)
    nom = _MINISTERE.sub("", nom)
    nom = _BRANCHE.sub("", _EQUIVALENT.sub("", _FIN.sub("", nom)))
    return " ".join(nom.replace(" : ", " ").split()).strip(" ,;.:")


def _toute_la_gamme(nom: str, registre: Registre) -> list[str]:
    """A CQP printed without its branch ("CQP attaché commercial"): all of that name, of one série."""
    lu = registre.lire(nom)
    if lu.famille != "cqp" or lu.generique:
        return []
    gamme = registre.reconnues(nom, Accord.PARTIEL)
    return [c.id for c in gamme] if len({c.serie for c in gamme}) == 1 else []


def _a_une_faute_pres(nom: str, registre: Registre) -> list[str]:
    """Entries of the same family with the same words but one, which differs by a slip only."""
    lu = registre.lire(nom)
    if lu.generique:
        return []
    from rapidfuzz import fuzz  # late: a known name needs none of it

    trouvees = []
    for certification in registre.certifications:
        for imprime in map(registre.lire, certification.noms):
            ici, la = sorted(lu.mots - imprime.mots), sorted(imprime.mots - lu.mots)
            if imprime.famille == lu.famille and len(ici) == len(la) == 1 and not (
                ici[0].startswith("=") or la[0].startswith("=")
            ) and fuzz.ratio(ici[0], la[0]) >= _SEUIL:
                trouvees.append(certification.id)
    return trouvees
