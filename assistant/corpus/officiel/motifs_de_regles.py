"""The wordings by which a fiche rules something, each with its type. Precision first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.classification import Code, CodeInvalide, TypeDeRegle, sans_accents

__all__ = ["LECTEURS", "Contexte", "Trouvaille", "dans_un_accord", "suspecte"]

_VL = ("VL", "véhicules légers", "véhicule léger", "voitures", "voiture", "légers")
_PL = ("PL", "poids lourds", "poids lourd", "véhicules lourds", "véhicule lourd", "camions")
_F = re.IGNORECASE

_UNIQUE = re.compile(r"un seul échelon étant attribué à cette qualification", _F)
_LIBRES = re.compile(
    r"extensions sont à définir au cas par cas|^définies par l'entreprise\b|"
    r"^en fonction des diverses situations pouvant conduire à", _F)
_SOUS_CONDITION = re.compile(
    r"^(.+?) \((?:sous réserve que|si) le titulaire de la qualification (?:est|soit) détenteur "
    r"d(?:u|'un) (.+?)\)", _F)
_INTITULE = re.compile(r"obligatoirement accompagnée d'un intitulé d'emploi", _F)
_CODE = r"([A-Z]{1,3}[.\s]*(?:C[.\s]*)?(?:\d{1,2}|IV|V|I{1,3})[.\s]*\d{1,2})\b"
_TITULAIRE = re.compile(
    r"^le titulaire d(?:u|'un) (CQP)\s*(?:«\s*)?(.*?)(?:\s*»)?,?\s*"
    r"(acquis avant l'entrée en vigueur de l'avenant n° \d+,?\s*)?doit être classé (.+?),? "
    r"si (.+?)[\s;:.]*$", _F)
_LORSQUE = re.compile(
    r"^lorsque (?:l[ea] |l')[\w' ]+? (a en charge .+?), il doit être classé «\s*(.+?)\s*»,"
    r".*?échelon (\d{1,2})", _F)
_DONT = re.compile(
    r" dont (l'activité principale est (.+?)), doit être placé sur l'échelon (\d{1,2}).*?fiche "
    + _CODE, _F)
_PRATIQUE = re.compile(
    r"^(la pratique d.+?) doit conduire à effectuer un classement en référence .*?fiche " + _CODE,
    _F)
_AVANT_LE = re.compile(
    r"devront obligatoirement être classés sur la fiche " + _CODE
    + r" au plus tard le (\d{1,2})(?:er)? (\w+) (\d{4})", _F)
_PROMUS = re.compile(r"doivent pouvoir être promus (\w+?)s? après (\d{1,2}) mois de pratique", _F)
_CONDITIONS = {
    "agrement_prefectoral": re.compile(r"agrément préfectoral", _F),
    "autorisation_enseigner": re.compile(r"autorisation (?:administrative )?d'enseigner", _F),
    "ccs": re.compile(r"\bCCS\b"),
    "experience": re.compile(r"(?:(\d+) ans d'expérience|expérience professionnelle de (\d+) ans)", _F),
    "formation_pedagogique": re.compile(r"assortie d'une formation pédagogique", _F),
}
_IMPOSE = re.compile(r"\b(?:doit|doivent|devra|devront|obligatoirement|obligatoire|au plus tard|"
                     r"est positionné|sera positionné)\b", _F)
_CLASSE = re.compile(r"\bclassée?s?\b|\bclasser\b|un classement|échelon|fiche [A-Z]|promu|"
                     r"positionn|niveau I", _F)
_AUTRES = re.compile(r"^il en sera de même|^il est recommandé|pendant \d+ mois|"
                     r"ayant acquis leurs qualifications dans un autre", _F)
_DEGRES = re.compile(r"doivent normalement permettre une progression", _F)
_MOIS = ("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
         .split())


@dataclass(frozen=True, slots=True)
class Contexte:
    """One section of one fiche: its items' texts, and the titles of every code."""

    code: str
    section: str
    items: tuple[str, ...]
    titres: Mapping[str, tuple[str, ...]]

    def code_de(self, titre: str, echelon: int | None = None) -> str | None:
        """The one code of the same filière with that title (and reference), or None."""
        plat = sans_accents(titre).strip(" .")
        siens = [
            c for c, titres in self.titres.items()
            if Code.lire(c).filiere == Code.lire(self.code).filiere
            and plat in {sans_accents(t).strip(" .;-–") for t in titres}
            and echelon in (None, Code.lire(c).reference.numero)
        ]
        return siens[0] if len(siens) == 1 else None


@dataclass(frozen=True, slots=True)
class Trouvaille:
    """A rule found: its type, its parameters, the words it stands in.

    ``decalage``: how many items below the one read those words stand.
    """

    type: TypeDeRegle
    citation: str
    parametres: Mapping[str, Any]
    decalage: int = 0


def suspecte(texte: str) -> bool:
    """True for a sentence that seems to impose a placement, or to set a term or a condition."""
    if _AUTRES.search(texte.lstrip("–-, ").removeprefix("Soit, pour les personnes ")):
        return True
    return bool(_IMPOSE.search(texte) and _CLASSE.search(texte) and not _DEGRES.search(texte))


def _simples(c: Contexte, rang: int) -> Iterator[Trouvaille]:
    texte = c.items[rang]
    if c.section in ("extensions", "classement") and _UNIQUE.search(texte):
        yield Trouvaille(TypeDeRegle.ECHELON_UNIQUE, texte, {})
    if c.section == "extensions":
        if _LIBRES.search(texte):
            yield Trouvaille(TypeDeRegle.EXTENSIONS_LIBRES, texte, {})
        if m := _SOUS_CONDITION.search(texte):
            yield Trouvaille(TypeDeRegle.EXTENSION_SOUS_CONDITION, texte,
                             {"extension": m[1], "certification": (m[2],)})
    if _INTITULE.search(texte):
        yield Trouvaille(TypeDeRegle.INTITULE_OBLIGATOIRE, texte, {})


def _majore(c: Contexte, rang: int) -> Iterator[Trouvaille]:
    """« échelon majoré obligatoire », its case on the next line: only VL and PL together."""
    if c.section != "classement" or "majoré obligatoire" not in c.items[rang].casefold():
        return
    suite = c.items[rang + 1] if rang + 1 < len(c.items) else ""
    if "double compétence" in suite and "VL" in suite and "PL" in suite:
        yield Trouvaille(TypeDeRegle.MAJORE_OBLIGATOIRE, suite, {
            "competences": (_VL, _PL), "expressions": ("double compétence",),
            "condition": suite.strip(" .;"),
        }, decalage=1)


def _titulaire(c: Contexte, rang: int) -> Iterator[Trouvaille]:
    texte = c.items[rang]
    m = _TITULAIRE.search(texte)
    if not m:
        return
    certification = f"{m[1]} {m[2]}".strip(" ,")
    cible, condition = m[4], f"si {m[5]}"
    commun: dict[str, Any] = {"certification": (certification,), "condition": condition}
    if m[3]:
        commun |= {"certifie_avant": m[3].strip(" ,")}
    echelon = re.search(r"échelon (\d{1,2})", cible)
    vers = _code(cible) or _code(m[5])
    if vers and vers != c.code:
        plus = {"vers": vers}
        if re.search(r"va au-delà", m[5]):
            plus["au_dela"] = True  # type: ignore[assignment]
        yield Trouvaille(TypeDeRegle.AUTRE_FICHE_IMPOSEE, texte, commun | plus)
    elif echelon and not m[3]:
        yield Trouvaille(TypeDeRegle.ECHELON_IMPOSE, texte, commun | {"echelon": int(echelon[1])})


def _emploi(c: Contexte, rang: int) -> Iterator[Trouvaille]:
    """Another fiche for a job that goes further."""
    texte = c.items[rang]
    if m := _LORSQUE.search(texte):
        if vers := c.code_de(m[2], int(m[3])):
            yield Trouvaille(TypeDeRegle.AUTRE_FICHE_IMPOSEE, texte,
                             {"vers": vers, "condition": f"si l'intéressé {m[1]}"})
    elif m := _DONT.search(texte):
        if vers := _lire(m[4]):
            activites = tuple(a.strip() for a in re.split(r",? ou ", m[2]))
            yield Trouvaille(TypeDeRegle.AUTRE_FICHE_IMPOSEE, texte,
                             {"vers": vers, "condition": f"si {m[1]}", "activites": activites})
    elif m := _PRATIQUE.search(texte.lstrip("(1) ")):
        if vers := _lire(m[2]):
            yield Trouvaille(TypeDeRegle.AUTRE_FICHE_IMPOSEE, texte,
                             {"vers": vers, "condition": f"pour {m[1][0].lower()}{m[1][1:]}"})
    elif (m := _AVANT_LE.search(texte)) and (vers := _lire(m[1])) and m[3] in _MOIS:
        jour = date(int(m[4]), _MOIS.index(m[3]) + 1, int(m[2]))
        yield Trouvaille(TypeDeRegle.AUTRE_FICHE_IMPOSEE, texte,
                         {"vers": vers, "a_partir_du": jour.isoformat()})
    if (m := _PROMUS.search(texte)) and (vers := c.code_de(m[1])):
        reference = Code.lire(vers).reference
        yield Trouvaille(TypeDeRegle.DELAI_DE_PASSAGE, texte, {
            "mois": int(m[2]), "echelon": reference.valeur, "vers": vers, "decision": True,
        })


def _acces(c: Contexte, rang: int) -> Iterator[Trouvaille]:
    if c.section != "acces":
        return
    for nom, motif in _CONDITIONS.items():
        if m := motif.search(c.items[rang]):
            annees = next((int(g) for g in m.groups() if g), None)
            plus = {"mois": 12 * annees} if annees else {}
            yield Trouvaille(TypeDeRegle.CONDITION_D_ACCES, c.items[rang], {"condition": nom} | plus)


LECTEURS: tuple[Callable[[Contexte, int], Iterator[Trouvaille]], ...] = (
    _simples, _majore, _titulaire, _emploi, _acces,
)

_POSITIONNE = re.compile(
    r"fiche «?\s*" + _CODE + r"\s*»?.*?positionné à l'échelon (\d{1,2}) au plus tard après "
    r"(\d{1,2}) mois de pratique", _F)
_PASSAGE = re.compile(
    r"passage du niveau (\d{1,2}) au niveau (\d{1,2}) dans un délai de (\d{1,2}) mois pour les "
    r"titulaires du (.+?) ayant obtenu leur certification à compter du (\d{1,2})(?:er)? (\w+) "
    r"(\d{4})(.+?décision de l'employeur)", _F)


def dans_un_accord(texte: str, article: str) -> Iterator[tuple[str, Trouvaille]]:
    """(code, rule) that a paragraph of an agreement adds to a fiche; ``article``: all of it."""
    if (m := _POSITIONNE.search(texte)) and (code := _lire(m[1])):
        yield code, Trouvaille(TypeDeRegle.DELAI_DE_PASSAGE, texte, {
            "mois": int(m[3]), "echelon": int(m[2]), "decision": False,
        })
    if (m := _PASSAGE.search(texte)) and m[6] in _MOIS:
        fiche = re.search(r"fiche " + _CODE, article)
        vers = _code(m[8])
        if fiche and (code := _lire(fiche[1])):
            depuis = date(int(m[7]), _MOIS.index(m[6]) + 1, int(m[5]))
            yield code, Trouvaille(TypeDeRegle.DELAI_DE_PASSAGE, texte, {
                "mois": int(m[3]), "echelon": int(m[2]), "decision": True,
                "certification": (re.sub(r"[“”«»]\s*", "", m[4]).strip(),),
                "certifie_depuis": depuis.isoformat(),
            } | ({"vers": vers} if vers else {}))


def _code(texte: str) -> str | None:
    trouve = re.search(r"fiche " + _CODE, texte)
    return _lire(trouve[1]) if trouve else None


def _lire(brut: str) -> str | None:
    try:
        return str(Code.lire(re.sub(r"\s", "", brut)))
    except CodeInvalide:
        return None
