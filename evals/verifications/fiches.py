"""Checks of the fiches found from a description: first, among three, both of two."""

from __future__ import annotations

from collections.abc import Sequence

from evals.verifications.base import Contexte, Reponse, Verdict, citer, lire

__all__ = ["ensemble", "premiere", "trois"]

_AU_PLUS = 3


def premiere(attendu: Sequence[str], reponse: Reponse, contexte: Contexte) -> Verdict:
    """The first fiche of the answer is one of these."""
    return _parmi("premiere", attendu, lire(reponse, "fiches")[:1])


def trois(attendu: Sequence[str], reponse: Reponse, contexte: Contexte) -> Verdict:
    """One of these is among the first three fiches of the answer."""
    return _parmi("trois", attendu, lire(reponse, "fiches")[:_AU_PLUS])


def ensemble(attendu: Sequence[str], reponse: Reponse, contexte: Contexte) -> Verdict:
    """All of these are among the first three fiches of the answer."""
    fiches = list(lire(reponse, "fiches")[:_AU_PLUS])
    ok = set(attendu) <= set(fiches)
    phrase = f"Premières fiches : {citer(fiches)}" + ("." if ok else f", attendues : {citer(attendu)}.")
    return Verdict("ensemble", ok, fiches, list(attendu), phrase)


def _parmi(nom: str, attendu: Sequence[str], fiches: Sequence[str]) -> Verdict:
    ok = any(f in attendu for f in fiches)
    phrase = f"Premières fiches : {citer(list(fiches))}" + (
        "." if ok else f", attendue : {citer(attendu, ' ou ')}."
    )
    return Verdict(nom, ok, list(fiches), list(attendu), phrase)
