"""`echelon batch`: many questions, conversations or facts, one JSON line each."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from assistant.cli.groupe import Commande

if TYPE_CHECKING:
    from assistant.chat import Assistant
    from assistant.cli.fichier_de_sortie import SortieDeLot

__all__ = ["batch"]


@click.command(cls=Commande)
@click.argument("entree", metavar="IN.jsonl")
@click.argument("sortie", metavar="OUT.jsonl")
def batch(entree: str, sortie: str) -> int:
    """Répondre à un fichier de questions, une par ligne.

    Chaque ligne de IN.jsonl est {"id", "question"}, {"id", "turns": [{"user"}]} ou
    {"id", "facts": {…}} ; chaque ligne de OUT.jsonl en est la réponse, ou {"id", "error"}.
    « - » lit l'entrée standard ou écrit sur la sortie standard.
    """
    from assistant.cli.contexte import ouvrir, reglages
    from assistant.cli.fichier_de_sortie import SortieDeLot

    settings = reglages()
    with _ouvrir_entree(entree, sortie) as flux:
        assistant = ouvrir(settings)
        lot = SortieDeLot(sortie)
        try:
            with _terminaison_comme_interruption(), lot:
                refusees, pannes = _traiter(flux, lot, assistant, settings.langue)
        except BaseException as erreur:
            _dire_ce_qui_reste(lot, sortie, erreur)
            raise
    _bilan(lot.ecrites, refusees, pannes, sortie)
    return 2 if pannes else 1 if refusees else 0


def _traiter(
    flux: BinaryIO, lot: SortieDeLot, assistant: Assistant, langue: str
) -> tuple[int, int]:
    """Answer line by line; return how many were refused and how many failed unforeseen."""
    from assistant.cli.lot import lignes

    refusees = pannes = 0
    for rang, brute in lignes(flux):
        objet, code = _repondre(brute, rang, assistant, langue)
        refusees += code == 1
        pannes += code == 2
        lot.ecrire(objet)
        _avancer(f"Lignes faites : {lot.ecrites}")
    return refusees, pannes


def _repondre(
    brute: bytes, rang: int, assistant: Assistant, langue: str
) -> tuple[dict[str, Any], int]:
    from assistant.cli.erreurs import journaliser, phrase, vient_de_la_demande
    from assistant.cli.lot import LigneRefusee, lire_demande, repondre

    try:
        demande = lire_demande(brute, rang)
    except LigneRefusee as refus:
        return {"id": refus.id, "error": str(refus)}, 1
    try:
        return repondre(assistant, demande, langue), 0
    except Exception as erreur:  # one line must not take the others with it
        if vient_de_la_demande(erreur):
            return {"id": demande.id, "error": f"Ligne {rang} : {erreur}"}, 1
        if phrase(erreur)[0] is not None or isinstance(erreur, MemoryError):
            raise
        ou = journaliser(erreur)
        return {"id": demande.id, "error": f"Ligne {rang} : erreur inattendue, détail : {ou}"}, 2


@contextmanager
def _ouvrir_entree(entree: str, sortie: str) -> Iterator[BinaryIO]:
    from assistant.cli.entree import raison
    from assistant.cli.erreurs import ErreurDUsage

    if entree == "-":
        if sys.stdin is None:
            raise ErreurDUsage("L'entrée standard est fermée : nommez un fichier.")
        yield sys.stdin.buffer
        return
    try:
        flux = open(entree, "rb")  # noqa: SIM115  closed by the `with` below
    except (OSError, ValueError) as e:
        raise ErreurDUsage(
            f"Le fichier d'entrée « {entree} » ne peut pas être lu : {raison(e)}."
        ) from e
    with flux:
        if sortie != "-" and os.path.exists(sortie) and os.path.samefile(entree, sortie):
            raise ErreurDUsage(
                f"« {entree} » et « {sortie} » sont le même fichier : nommez-en un autre pour la "
                "sortie."
            )
        yield flux


@contextmanager
def _terminaison_comme_interruption() -> Iterator[None]:
    """Let `kill` end the run as Ctrl-C does, keeping what is done."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    avant = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, avant)


def _avancer(texte: str) -> None:
    """Write over the progress line of a terminal; an empty text takes it away."""
    if sys.stderr is not None and sys.stderr.isatty():
        click.echo(f"\r{texte:<30}" + ("" if texte else "\r"), nl=False, err=True)


def _dire_ce_qui_reste(lot: SortieDeLot, sortie: str, erreur: BaseException) -> None:
    from assistant.cli.sortie import note

    _avancer("")
    if isinstance(erreur, BrokenPipeError):
        return
    fait = "1 ligne est faite" if lot.ecrites == 1 else f"{lot.ecrites} lignes sont faites"
    if sortie == "-" or not lot.ecrites:
        note(f"Arrêté avant la fin : {fait if lot.ecrites else 'aucune ligne n’est faite'}.")
    else:
        note(f"Arrêté avant la fin : {fait}, dans {sortie}.")


def _bilan(ecrites: int, refusees: int, pannes: int, sortie: str) -> None:
    from assistant.cli.sortie import note

    _avancer("")
    bonnes = ecrites - refusees - pannes
    texte = f"{bonnes} réponse{'s' if bonnes > 1 else ''}"
    if refusees:
        texte += f", {refusees} ligne{'s' if refusees > 1 else ''} refusée"
        texte += "s" if refusees > 1 else ""
    if pannes:
        texte += f", {pannes} en panne"
    if not ecrites:
        texte = "Aucune ligne dans l'entrée"
    note(f"{texte}{'' if sortie == '-' else f' : voir {sortie}'}.")
