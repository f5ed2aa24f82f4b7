"""What users give: questions from words or standard input, files, JSON objects."""

from __future__ import annotations

import codecs
import json
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from assistant.cli.erreurs import ErreurDUsage

__all__ = ["lire_fichier", "lire_jour", "lire_objet", "lire_question", "raison", "verifier_texte"]

LIMITE = 1 << 20
"""Bytes read at most from a file of facts or a question on standard input."""


def lire_question(mots: Iterable[str]) -> str:
    """The question in these words; a single `-` reads it from standard input.

    Raises ErreurDUsage when it is no text. Its length is judged by the assistant.
    """
    texte = " ".join(mots)
    if texte == "-":
        texte = _lire_entree_standard()
    verifier_texte(texte, "La question")
    return texte


def _lire_entree_standard() -> str:
    if sys.stdin is None:
        raise ErreurDUsage("L'entrée standard est fermée : donnez la question en arguments.")
    octets = sys.stdin.buffer.read(LIMITE)
    quoi = "La question lue sur l'entrée standard"
    return _decoder(octets, quoi, entier=len(octets) < LIMITE)


def lire_fichier(chemin: str, quoi: str) -> str:
    """The text of a small UTF-8 file; ``quoi`` names it in errors ("Le fichier de faits")."""
    try:
        with Path(chemin).open("rb") as f:
            octets = f.read(LIMITE + 1)
    except (OSError, ValueError) as e:
        raise ErreurDUsage(f"{quoi} « {chemin} » ne peut pas être lu : {raison(e)}.") from e
    if len(octets) > LIMITE:
        raise ErreurDUsage(f"{quoi} « {chemin} » dépasse {LIMITE // 1024} Ko : il est trop grand.")
    return _decoder(octets, f"{quoi} « {chemin} »", entier=True)


def raison(erreur: Exception) -> str:
    """Why a file cannot be opened, in French."""
    if isinstance(erreur, FileNotFoundError):
        return "il n'existe pas"
    if isinstance(erreur, IsADirectoryError):
        return "c'est un dossier"
    if isinstance(erreur, NotADirectoryError):
        return "un morceau de son chemin n'est pas un dossier"
    if isinstance(erreur, PermissionError):
        return "l'accès est refusé"
    return getattr(erreur, "strerror", None) or "son nom n'est pas valable"


def _decoder(octets: bytes, quoi: str, entier: bool) -> str:
    """Decode UTF-8 with or without BOM; a text cut by the limit may end in mid-character."""
    try:
        return codecs.getincrementaldecoder("utf-8-sig")().decode(octets, final=entier)
    except UnicodeDecodeError as e:
        raise ErreurDUsage(f"{quoi} n'est pas du texte UTF-8 (octet {e.start + 1}).") from e


def verifier_texte(valeur: object, quoi: str) -> None:
    """Refuse half characters (lone surrogates) anywhere in a value read from JSON or arguments."""
    reste = [valeur]
    while reste:
        v = reste.pop()
        if isinstance(v, dict):
            reste += [*v.keys(), *v.values()]
        elif isinstance(v, list):
            reste += v
        elif isinstance(v, str) and any("\ud800" <= c <= "\udfff" for c in v):
            raise ErreurDUsage(
                f"{quoi} contient des octets ou des demi-caractères qui ne forment pas un texte."
            )


def lire_jour(texte: str | None) -> date | None:
    """An ISO date given as an option, or None; raises ErreurDUsage."""
    if texte is None:
        return None
    try:
        return date.fromisoformat(texte.strip())
    except ValueError:
        raise ErreurDUsage(
            f"« {texte[:30]} » n'est pas une date : on attend AAAA-MM-JJ, comme 2016-06-22."
        ) from None


def lire_objet(texte: str, quoi: str) -> dict[str, Any]:
    """A JSON object; raises ErreurDUsage saying where it is broken. Keys may stand only once."""
    try:
        objet = json.loads(texte, parse_constant=_constante, object_pairs_hook=_sans_doublon)
    except ErreurDUsage as e:
        raise ErreurDUsage(f"{quoi} : {e}") from None
    except json.JSONDecodeError as e:
        ou = f"colonne {e.colno}" if "\n" not in texte else f"ligne {e.lineno}, colonne {e.colno}"
        raise ErreurDUsage(f"{quoi} n'est pas du JSON lisible ({ou}).") from None
    except ValueError:
        raise ErreurDUsage(f"{quoi} contient un nombre trop long pour être lu.") from None
    except RecursionError:
        raise ErreurDUsage(f"{quoi} contient trop d'objets emboîtés pour être lu.") from None
    if not isinstance(objet, dict):
        raise ErreurDUsage(f'{quoi} n\'est pas un objet JSON, comme {{"fiche": "Z.23.1"}}.')
    return objet


def _constante(mot: str) -> float:
    raise ErreurDUsage(f"« {mot} » n'est pas un nombre JSON.")


def _sans_doublon(paires: list[tuple[str, Any]]) -> dict[str, Any]:
    objet = dict(paires)
    if len(objet) < len(paires):
        cles = [cle for cle, _ in paires]
        double = next(cle for cle in cles if cles.count(cle) > 1)
        raise ErreurDUsage(f"La clé « {double[:60]} » est donnée deux fois.")
    return objet
