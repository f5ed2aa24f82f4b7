"""Facts given on the command line or in a file, as the contract's `facts` object."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from assistant.classification import FAITS, Genre
from assistant.cli.entree import lire_fichier, lire_objet, verifier_texte
from assistant.cli.erreurs import ErreurDUsage
from assistant.cli.proposer import proposer

__all__ = ["composer", "lire_situation", "nom_de_fait"]

_INCONNU = {"", "null", "inconnu", "?", "je ne sais pas", "unknown"}
_AUCUN = {"aucun", "aucune", "rien", "none", "[]"}


def lire_situation(chemin: str) -> dict[str, Any]:
    """The facts of a `--situation` file; raises ErreurDUsage naming what is wrong in it."""
    quoi = "Le fichier de faits"
    faits = lire_objet(lire_fichier(chemin, quoi), f"{quoi} « {chemin} »")
    verifier_texte(faits, f"{quoi} « {chemin} »")
    for nom in faits:
        if nom not in FAITS:
            raise ErreurDUsage(f"{quoi} « {chemin} » : {_inconnu(nom)}")
    return faits


def composer(
    fiche: str | None,
    certification: str | None,
    sans_certification: bool,
    extensions: Sequence[str],
    activites: Sequence[str],
    criteres: Sequence[str],
    faits: Iterable[str],
) -> dict[str, Any]:
    """The `facts` object of the options of `calc`; each fact may be given in one place only."""
    if certification is not None and sans_certification:
        raise ErreurDUsage("--certification et --no-certification se contredisent : gardez l'un.")
    donnes: dict[str, Any] = {}
    if fiche is not None:
        donnes["fiche"] = fiche
    if certification is not None:
        donnes |= {"certification_rncsa": True, "certification": certification}
    if sans_certification:
        donnes["certification_rncsa"] = False
    listes = {
        "extensions_exercees": extensions,
        "activites_complementaires": activites,
        "criteres": criteres,
    }
    donnes |= {nom: list(valeurs) for nom, valeurs in listes.items() if valeurs}
    donnes = _ajouter(donnes, faits)
    verifier_texte(donnes, "Un fait")
    return donnes


def _ajouter(donnes: dict[str, Any], faits: Iterable[str]) -> dict[str, Any]:
    en_options = frozenset(donnes)
    for texte in faits:
        nom, valeur = _lire(texte)
        if nom in en_options:
            raise ErreurDUsage(f"Le fait « {nom} » est donné deux fois : par son option et --fait.")
        inconnu = valeur.lower() in _INCONNU
        if FAITS[nom].genre is Genre.LISTE and not inconnu:
            donnes[nom] = donnes.get(nom) or []
            donnes[nom] += [] if valeur.lower() in _AUCUN else [valeur]
        elif nom in donnes:
            raise ErreurDUsage(f"Le fait « {nom} » est donné deux fois avec --fait.")
        else:
            donnes[nom] = None if inconnu else valeur
    return donnes


def _lire(texte: str) -> tuple[str, str]:
    nom, egal, valeur = texte.partition("=")
    if not egal:
        raise ErreurDUsage(
            f"--fait vaut « {texte[:60]} » : on attend NOM=VALEUR, comme anciennete=18."
        )
    return nom_de_fait(nom), valeur.strip()


def nom_de_fait(nom: str) -> str:
    """The contract's name of a fact written with dashes or capitals; raises ErreurDUsage."""
    propre = nom.strip().lower().replace("-", "_")
    if propre not in FAITS:
        raise ErreurDUsage(_inconnu(nom))
    return propre


def _inconnu(nom: str) -> str:
    return f"Le fait « {nom[:60]} » n'existe pas. {proposer(nom, FAITS, 'Faits connus')}"
