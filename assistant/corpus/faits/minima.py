"""The facts of minima.yaml: amounts, dates and article of every barème the file prints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.classification import sans_accents
from assistant.classification.grille import CADRES
from assistant.corpus.faits.modeles import Fait
from assistant.corpus.officiel.kali.arbre import ArbreKali, ArticleBrut
from assistant.corpus.officiel.kali.dates import date_du_titre, extension_jo
from assistant.corpus.officiel.kali.html import lignes

__all__ = ["BaremeLu", "date_effet", "faits_des_minima", "lire_baremes"]

_RUBRIQUE = "textes salaires"
_NUMERO = re.compile(r"n° (\d+(?:-\d+)?)")
_PLACE = re.compile(r"(?:(?P<niveau>IV|V|I{1,3})\s*/?\s*)?(?P<degre>[ABC](?: [ABC]){0,2})?$"
                    r"|(?P<echelon>\d{1,2})$")
_POINT = re.compile(r"formation-qualification.*?(\d+,\d\d)\s*€")
_PANIER = re.compile(r"panier.*?(\d+,\d\d)\s*€")
_CADRES_MIN = 13
_LIEN = "https://www.legifrance.gouv.fr/conv_coll/id/{}/?idConteneur=KALICONT000005635191"


@dataclass(frozen=True, slots=True)
class BaremeLu:
    """One table: its avenant, the article that prints it, dates, amounts by placement.

    ``effet`` is resolved from the clause and the publication of the extension order; None
    where the clause is not understood or the order is not published.
    """

    avenant: str
    article: str
    signature: date
    publication_jo: date | None
    effet: date | None
    montants: dict[int | str, float]
    point: float | None
    panier: float | None


def lire_baremes(arbre: ArbreKali) -> tuple[BaremeLu, ...]:
    """Every table of the salary agreements, by avenant, in the order of the file."""
    lus: list[BaremeLu] = []
    textes = dict.fromkeys(a.texte for a in arbre.articles
                           if _RUBRIQUE in sans_accents(a.texte.rubrique))
    for texte in textes:
        articles = [a for a in arbre.articles if a.texte == texte]
        lus += _de_l_avenant(articles)
    return tuple(lus)


def faits_des_minima(lus: Iterable[BaremeLu]) -> dict[str, dict[str, Fait]]:
    """Fields by id ("avenant-109"): of two tables of one effect, the later one counts."""
    par_effet: dict[date, BaremeLu] = {}
    for lu in sorted(lus, key=lambda b: (b.signature, b.article)):
        if lu.effet:
            par_effet[lu.effet] = lu
    return {f"avenant-{b.avenant}": _champs(b) for b in sorted(
        par_effet.values(), key=lambda b: b.effet or date.min)}


def date_effet(clause: str, signature: date, publication: date | None) -> date | None:
    """When an avenant takes effect, from its clause (folded) and its order's publication.

    Four forms are met: a date if the order is published the year before, else the month after;
    a plain date; the day after publication; the month after publication.
    """
    fixe = date_du_titre(clause)
    if fixe and "si l'arrete d'extension" not in clause:
        return fixe
    if publication is None:
        return None
    if fixe and publication.year < fixe.year:
        return fixe
    if fixe or re.search(r"(?:premier|1er) jour du mois suivant", clause):
        return date(publication.year + publication.month // 12, publication.month % 12 + 1, 1)
    if "lendemain de la publication" in clause:
        return date.fromordinal(publication.toordinal() + 1)
    return None


def _de_l_avenant(articles: Sequence[ArticleBrut]) -> list[BaremeLu]:
    numero, signature = _NUMERO.search(articles[0].texte.titre), date_du_titre(articles[0].texte.titre)
    if not numero or not signature:
        return []
    textes = {a.id: [ligne.texte for ligne in lignes(a.contenu)] for a in articles}
    clause = next((t for a in articles for t in map(sans_accents, textes[a.id])
                   if "entrera en vigueur" in t), "")
    tout = " ".join(t for a in articles for t in textes[a.id])
    lus = []
    for article in articles:
        montants = _montants(textes[article.id])
        if not montants:
            continue
        jo = extension_jo(article.modifications)
        # an article may set its own date before its table (avenant n° 108, second table)
        propre = next((t for t in map(sans_accents, textes[article.id])
                       if "applicables a partir du" in t), clause)
        lus.append(BaremeLu(numero[1], article.id, signature, jo, date_effet(propre, signature, jo),
                            montants, _nombre(_POINT.search(tout)), _nombre(_PANIER.search(tout))))
    return lus


def _montants(textes: Iterable[str]) -> dict[int | str, float]:
    """Amounts by échelon or "IV A"; {} when the text holds no whole table."""
    montants: dict[int | str, float] = {}
    niveau = ""
    for texte in textes:
        cellules = [" ".join(c.split()) for c in texte.split("|")]
        cellules = [c for c in cellules if c]
        if len(cellules) < 2:
            continue
        valeurs = [float(m.replace(" ", "").replace(",", "."))
                   for m in _sommes(cellules[-1])]
        place = _PLACE.match(" ".join(cellules[:-1]))
        if not place or not valeurs:
            continue
        if place["echelon"]:
            montants[int(place["echelon"])] = valeurs[0]
            continue
        niveau = place["niveau"] or niveau
        degres = (place["degre"] or "").split() or [""]
        if len(degres) == len(valeurs):
            montants.update({f"{niveau} {d}".strip(): v for d, v in zip(degres, valeurs, strict=True)})
    return montants if sum(isinstance(cle, str) for cle in montants) == _CADRES_MIN else {}


def _sommes(cellule: str) -> list[str]:
    """The amounts in a cell: one, or three that a line break parted ("4 491 4 240 3 991")."""
    sans_euro = cellule.replace("€", "").strip()
    if trois := re.fullmatch(r"(\d \d{3})(?: (\d \d{3}))+", sans_euro):
        return re.findall(r"\d \d{3}", trois[0])
    return [sans_euro] if re.fullmatch(r"\d[\d ]*(?:,\d\d)?", sans_euro) else []


def _nombre(trouve: re.Match[str] | None) -> float | None:
    return float(trouve[1].replace(",", ".")) if trouve else None


def _champs(lu: BaremeLu) -> dict[str, Fait]:
    montants = {cle: int(v) if v.is_integer() else v for cle, v in lu.montants.items()}
    groupes = {
        "ouvriers_employes": {n: montants[n] for n in range(1, 13) if n in montants},
        "maitrise": {n: montants[n] for n in range(17, 26) if n in montants},
        "cadres": {str(c): montants[c] for c in map(str, CADRES) if c in montants},
    }
    valeurs: dict[str, object] = {
        "signature": lu.signature, "publication_jo": lu.publication_jo, "date_effet": lu.effet,
        "article": lu.article, "url": _LIEN.format(lu.article), "valeur_point": lu.point, "panier": lu.panier, "montants": groupes,
    }
    return {nom: Fait(valeur, lu.article) for nom, valeur in valeurs.items()}
