"""The facts a person can state: names, types, accepted values (contract `facts`)."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

__all__ = ["FAITS", "Fait", "FaitInvalide", "Genre", "lire_fait"]

_OUI = {"oui", "o", "vrai", "true", "yes", "y", "1"}
_NON = {"non", "n", "faux", "false", "no", "0"}
_MAX_TEXTE = 4000
_HEURES = (1, 60)
_RIEN = re.compile(r"(?:aucune?|non|rien|néant|none|no|nothing)\W*$|pas\s+d|sans\s|ni\s", re.IGNORECASE)


class FaitInvalide(ValueError):
    """A fact that cannot be read; the message names it, its value and what was expected."""


class Genre(StrEnum):
    """What kind of value a fact holds."""

    TEXTE = "un texte"
    BOOLEEN = "true, false ou null"
    LISTE = "une liste de textes"
    ENTIER = "un nombre entier positif"
    NOMBRE = "un nombre positif"
    ECHELON = "un échelon (23) ou un niveau de cadre (\"II B\")"
    DATE = "une date AAAA-MM-JJ"


@dataclass(frozen=True, slots=True)
class Fait:
    """One fact: its name, its kind, the closed values where there are some."""

    nom: str
    genre: Genre
    valeurs: tuple[str, ...] = ()


def _tous() -> Mapping[str, Fait]:
    genres = {
        Genre.TEXTE: "fiche intitule description certification code_ape lieu",
        Genre.BOOLEEN: "certification_rncsa pratique_professionnelle dans_la_specialite "
        "emploi_correspond reconnu_par_employeur qualification_requise "
        "agent_de_maitrise_present suppleance_recurrente vae accord_ecrit fixe_et_primes",
        Genre.LISTE: "extensions_exercees activites_complementaires criteres",
        Genre.ECHELON: "echelon_actuel echelon_demande",
        Genre.ENTIER: "effectif_entreprise jours_ouvres_consecutifs age anciennete jours_forfait",
        Genre.NOMBRE: "heures_hebdo heures_formation salaire_base",
        Genre.DATE: "date",
    }
    faits = {n: Fait(n, g) for g, noms in genres.items() for n in noms.split()}
    fermes = {
        "voie_preparation": ("scolaire", "alternance", "continue"),
        "statut": ("apprenti", "alternance", "stagiaire", "salarie"),
        "forfait": ("heures_mois", "heures_annee", "jours", "sans_reference"),
        "contrat": ("cdi", "cdd"),
        "rupture": ("licenciement", "demission", "retraite", "mise_retraite", "faute_grave",
                    "rupture_conventionnelle"),
        "issue_formation": ("echelon_superieur", "meme_echelon", "sans_certification"),
    }
    faits |= {n: Fait(n, Genre.TEXTE, v) for n, v in fermes.items()}
    return faits


FAITS: Mapping[str, Fait] = _tous()


def lire_fait(nom: str, valeur: object) -> object:
    """Check one fact; return it typed (lists as tuples), or None. Raise FaitInvalide."""
    fait = FAITS.get(nom)
    if fait is None:
        raise FaitInvalide(f"Le fait « {nom[:60]} » n'existe pas. Faits connus : {', '.join(FAITS)}.")
    if valeur is None:
        return None
    try:
        lu = _LECTEURS[fait.genre](valeur)
    except (ValueError, TypeError, OverflowError):
        raise FaitInvalide(
            f"Le fait « {nom} » vaut {str(valeur)[:60]!r} : on attend {fait.genre.value}."
        ) from None
    if nom == "heures_hebdo" and not _HEURES[0] <= float(str(lu)) <= _HEURES[1]:
        raise FaitInvalide(
            f"Le fait « {nom} » vaut {str(valeur)[:60]!r} : on attend entre {_HEURES[0]} et "
            f"{_HEURES[1]} heures par semaine."
        )
    if fait.valeurs and lu not in fait.valeurs:
        lu = str(lu).strip().lower()
        if lu not in fait.valeurs:
            raise FaitInvalide(
                f"Le fait « {nom} » vaut {str(valeur)[:60]!r} : on attend l'une de ces valeurs : "
                f"{', '.join(fait.valeurs)}."
            )
    return lu


def _texte(valeur: object) -> str:
    if not isinstance(valeur, str):
        raise TypeError
    propre = "".join(c for c in valeur if c.isprintable() or c.isspace()).strip()
    if not propre or len(propre) > _MAX_TEXTE:
        raise ValueError
    return propre


def _booleen(valeur: object) -> bool:
    if isinstance(valeur, bool):
        return valeur
    mot = str(valeur).strip().lower()
    if isinstance(valeur, str) and mot in _OUI | _NON:
        return mot in _OUI
    raise ValueError


def _liste(valeur: object) -> tuple[str, ...]:
    if isinstance(valeur, str):
        valeur = [valeur]
    if not isinstance(valeur, list | tuple) or len(valeur) > 50:
        raise TypeError
    lus = (_texte(v) for v in valeur)
    return tuple(dict.fromkeys(v for v in lus if not _RIEN.match(v)))  # "aucune" is no item


def _nombre(valeur: object) -> float:
    if isinstance(valeur, bool) or not isinstance(valeur, int | float | str):
        raise TypeError
    lu = float(str(valeur).strip().replace(",", ".").replace("\u202f", "").replace(" ", ""))
    if not math.isfinite(lu) or not 0 <= lu < 1e9:
        raise ValueError
    return lu


def _entier(valeur: object) -> int:
    lu = _nombre(valeur)
    if not lu.is_integer():
        raise ValueError
    return int(lu)


def _echelon(valeur: object) -> int | str:
    if isinstance(valeur, bool):
        raise TypeError
    if isinstance(valeur, int | float):
        if not math.isfinite(valeur) or not float(valeur).is_integer() or abs(valeur) > 9999:
            raise ValueError
        return int(valeur)
    texte = _texte(valeur)
    return int(texte) if texte.isdecimal() and len(texte) < 5 else texte.upper()[:20]


def _date(valeur: object) -> str:
    if isinstance(valeur, date):
        return valeur.isoformat()[:10]
    if not isinstance(valeur, str):
        raise TypeError
    return date.fromisoformat(valeur.strip()).isoformat()


_LECTEURS = {
    Genre.TEXTE: _texte,
    Genre.BOOLEEN: _booleen,
    Genre.LISTE: _liste,
    Genre.NOMBRE: _nombre,
    Genre.ENTIER: _entier,
    Genre.ECHELON: _echelon,
    Genre.DATE: _date,
}
