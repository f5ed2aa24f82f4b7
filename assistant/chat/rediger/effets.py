"""One consequence in words, and as the contract's JSON."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from assistant.chat.connaissances import Connaissances
from assistant.chat.rediger.brouillon import nom_de_categorie
from assistant.classification import Categorie, Consequence, Echelon, euros

__all__ = ["duree", "en_dict", "montants_dits", "nom_du_placement", "phrase"]

_PAYEES = {True: "effet_payees", False: "effet_non_payees", None: "effet_payees_selon"}
_DUREES = ("mois", "semaines")


def phrase(c: Consequence, k: Connaissances, langue: str) -> str:
    """The sentence that says it, with its article; the rule's own words where it has them.

    Amounts, placements, durations and closed answers are put in words of the language.
    """
    cle = f"effet_{c.cas}"
    if cle not in k.textes.par_langue[langue]:
        dite = c.regle.consequences[langue] if c.variables else c.regle.textes[langue]
        dite = dite.strip().format(**c.variables) if c.variables else dite.strip()
        return k.textes.dire("regle", langue, texte=dite, article=c.article.article)
    mots = {n: _mot(n, v, k, langue) for n, v in c.variables.items()}
    mots |= {"article": c.article.article, "nombre": _nombre(c.valeur)}
    if c.unite in _DUREES and isinstance(c.valeur, int):
        mots["duree"] = duree(c.valeur, c.unite, k, langue)
    dite = k.textes.dire(cle, langue, **mots)
    suites = [_PAYEES[_oui(c.variables["payees"])]] if "payees" in c.variables and c.valeur else []
    dites = [dite, *(k.textes.dire(s, langue) for s in suites)]
    for appui in c.appuis[1:]:
        cle, article = f"effet_de_{appui.regle.id}", appui.article.article
        dites.append(k.textes.dire(cle, langue, article=article))
    return " ".join(dites)


def _oui(valeur: object) -> bool | None:
    return valeur if isinstance(valeur, bool) else None


def duree(valeur: int, unite: str, k: Connaissances, langue: str) -> str:
    """ "1 mois", "2 weeks", "3 ans" for 36 months."""
    if unite == "mois" and valeur >= 12 and valeur % 12 == 0:
        valeur, unite = valeur // 12, "ans"
    cle = f"unite_{unite}_une" if valeur == 1 else f"unite_{unite}"
    return k.textes.dire(cle, langue, n=valeur)


def nom_du_placement(echelon: Echelon, k: Connaissances, langue: str) -> str:
    """ "échelon 6", "cadre II B"."""
    return k.textes.dire("nom_echelon" if echelon.numero else "nom_cadre", langue, echelon=echelon)


def montants_dits(c: Consequence) -> list[Decimal]:
    """The amounts in euros that its sentence may say."""
    dits = [v for v in (*c.variables.values(), c.valeur) if isinstance(v, Decimal)]
    if c.bareme is not None:
        noms = ("valeur", "base")
        lus = (str(c.variables.get(n, "")) for n in noms)
        dits += [Decimal(x.replace("\u202f", "").replace(",", ".")) for x in lus if x[:1].isdigit()]
    return dits


def en_dict(c: Consequence, k: Connaissances, langue: str) -> dict[str, Any]:
    """The contract's item of `consequences`."""
    return {
        "id": c.id,
        "regle": c.regle.id,
        "article": c.article.article,
        "url": c.article.url,
        "valeur": _json(c.valeur),
        "unite": c.unite,
        "calcul": list(c.calcul),
        "texte": phrase(c, k, langue),
        "faits": list(c.faits),
        "manquants": list(c.manquants),
    }


def _mot(nom: str, valeur: object, k: Connaissances, langue: str) -> str:
    if isinstance(valeur, Decimal):
        return euros(valeur)
    if isinstance(valeur, Echelon):
        return nom_du_placement(valeur, k, langue)
    if isinstance(valeur, Categorie):
        return nom_de_categorie(valeur, langue)
    if nom == "presence":
        mois = valeur if isinstance(valeur, int) else None
        return "" if mois is None else k.textes.dire(
            "effet_presence", langue, duree=duree(mois, "mois", k, langue))
    if isinstance(valeur, int | float):
        return _nombre(valeur)
    return _choix(k.kb.faits.get(nom), valeur, langue)


def _choix(fait: Any, valeur: object, langue: str) -> str:
    for choix in fait.choix if fait else ():
        if choix.valeur == valeur:
            return str(getattr(choix, langue))
    return str(valeur)


def _nombre(valeur: object) -> str:
    if isinstance(valeur, bool) or not isinstance(valeur, int | float | Decimal):
        return str(valeur)
    return f"{Decimal(str(valeur)).normalize():f}".replace(".", ",")


def _json(valeur: object) -> object:
    if isinstance(valeur, Decimal):
        return int(valeur) if valeur == valeur.to_integral_value() else float(valeur)
    return valeur


