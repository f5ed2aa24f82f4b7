"""The page's own words, from the one catalogue `textes.yaml`, in French or English."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

__all__ = ["LANGUES", "Textes", "catalogue", "insecables"]

LANGUES = {"fr": "Français", "en": "English"}

_MOIS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "en": "January February March April May June July August September October November December",
}
_INSECABLE, _FINE = "\u00a0", "\u202f"


@cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """All texts by `section.name`, each with one text per language."""
    texte = files(__package__).joinpath("textes.yaml").read_text("utf-8")
    rapide = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same, in C where it was built
    sections = yaml.load(texte, rapide)
    return {
        f"{section}.{nom}": {"fr": insecables(textes["fr"]), "en": textes["en"]}
        for section, noms in sections.items()
        for nom, textes in noms.items()
    }


def insecables(texte: str) -> str:
    """French spacing: nothing that belongs together is torn apart at the end of a line."""
    return re.sub(r" (?=[:;?!»%€→])|(?<=«) |(?<=\bn°) |(?<=\bart\.) ", _INSECABLE, texte)


class Textes:
    """The catalogue in one language; an unknown language is read as French."""

    def __init__(self, langue: str | None) -> None:
        self.langue = langue if isinstance(langue, str) and langue in LANGUES else "fr"

    def __call__(self, cle: str, **valeurs: object) -> str:
        """The text of `section.name` with its braces filled; KeyError when there is none."""
        return catalogue()[cle][self.langue].format(**valeurs)

    def un_de(self, section: str, nom: object, sinon: str = "") -> str:
        """The text of one of a section's names that data chose; `sinon` for a name it lacks."""
        textes = catalogue().get(f"{section}.{nom}")
        return textes[self.langue] if textes else sinon

    def date(self, iso: object) -> str:
        """ "2025-10-01" → "1er octobre 2025"; what is no ISO date comes back as it is."""
        try:
            jour = date.fromisoformat(str(iso))
        except ValueError:
            return str(iso)
        mois = _MOIS[self.langue].split()[jour.month - 1]
        numero = "1er" if self.langue == "fr" and jour.day == 1 else jour.day
        return f"{numero} {mois} {jour.year}".replace(" ", _INSECABLE)

    def nombre(self, valeur: Any) -> str:
        """A number as it is written in this language: 2 652,50 or 2,652.50; 35 stays 35."""
        nombre = float(valeur)
        texte = f"{nombre:,.0f}" if nombre.is_integer() else f"{nombre:,.2f}"
        if self.langue == "fr":
            texte = texte.replace(",", _FINE).replace(".", ",")
        return texte

    def euros(self, valeur: Any) -> str:
        """An amount in euros: 2 652 € or €2,652."""
        nombre = self.nombre(valeur)
        return f"{nombre}{_INSECABLE}€" if self.langue == "fr" else f"€{nombre}"
