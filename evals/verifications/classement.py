"""Checks of the classing: behaviour, outcome, échelons, amount, the fact asked for."""

from __future__ import annotations

from collections.abc import Sequence

from evals.verifications.base import Contexte, Reponse, Verdict, citer, lire, nommer, plier

__all__ = ["accessibles", "comportement", "demande", "echelon", "issue", "majores", "montant"]

_CENTIME = 0.005


def comportement(attendu: Sequence[str], reponse: Reponse, contexte: Contexte) -> Verdict:
    """The behaviour is one of those expected."""
    return _un_de("comportement", lire(reponse, "behaviour"), attendu)


def issue(attendu: Sequence[str | None], reponse: Reponse, contexte: Contexte) -> Verdict:
    """The outcome is one of those expected; null stands for "nothing classed"."""
    return _un_de("issue", lire(reponse, "outcome"), attendu)


def echelon(attendu: int | str | None, reponse: Reponse, contexte: Contexte) -> Verdict:
    """The reference échelon (int), or a cadre's niveau ("II")."""
    valeur = lire(reponse, "echelon_reference")
    ok = _place(valeur) == _place(attendu)
    return _egal("echelon", ok, valeur, attendu)


def majores(attendu: Sequence[int | str], reponse: Reponse, contexte: Contexte) -> Verdict:
    """The fiche's majorés, in any order."""
    return _memes("majores", lire(reponse, "echelons_majores"), attendu)


def accessibles(attendu: Sequence[int | str], reponse: Reponse, contexte: Contexte) -> Verdict:
    """The placements open on the facts given, in any order."""
    return _memes("accessibles", lire(reponse, "accessible"), attendu)


def montant(attendu: float | None, reponse: Reponse, contexte: Contexte) -> Verdict:
    """The amount in euros to the cent, or no amount at all."""
    objet = lire(reponse, "montant")
    valeur = None if objet is None else lire(objet, "valeur")
    if valeur is None or attendu is None:
        ok = valeur is attendu
    else:
        ok = abs(float(valeur) - attendu) < _CENTIME
    return _egal("montant", ok, valeur, attendu)


def demande(attendu: Sequence[str], reponse: Reponse, contexte: Contexte) -> Verdict:
    """One of these facts is among those the answer says it lacks."""
    demandes = [lire(m, "fait") for m in lire(reponse, "missing")]
    ok = any(f in demandes for f in attendu)
    phrase = (
        f"Faits demandés : {citer(demandes)}."
        if ok
        else f"On attendait que {citer(attendu)} soit demandé ; faits demandés : {citer(demandes)}."
    )
    return Verdict("demande", ok, demandes, list(attendu), phrase)


def _un_de(nom: str, valeur: object, attendu: Sequence[object]) -> Verdict:
    return _juger(nom, valeur in attendu, valeur, list(attendu), citer(attendu, " ou "))


def _egal(nom: str, ok: bool, valeur: object, attendu: object) -> Verdict:
    return _juger(nom, ok, valeur, attendu, nommer(attendu))


def _memes(nom: str, valeur: Sequence[object] | None, attendu: Sequence[object]) -> Verdict:
    recus = list(valeur or ())
    ok = sorted(map(_place, recus)) == sorted(map(_place, attendu))
    return _juger(nom, ok, recus, list(attendu), citer(attendu))


def _juger(nom: str, ok: bool, valeur: object, attendu: object, attendu_dit: str) -> Verdict:
    obtenu = citer(valeur) if isinstance(valeur, list) else nommer(valeur)
    phrase = f"Obtenu {obtenu}" + ("." if ok else f", attendu {attendu_dit}.")
    return Verdict(nom, ok, valeur, attendu, phrase)


def _place(valeur: object) -> str:
    """One spelling of a placement, so that 23 and "23", "II A" and "II  a" are the same."""
    return plier(str(valeur))
