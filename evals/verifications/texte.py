"""Checks of the answer's wording: what it says, what it must not say, that it is not empty."""

from __future__ import annotations

from collections.abc import Sequence

from evals.verifications.base import Contexte, Reponse, Verdict, citer, lire
from evals.verifications.nombres import contient

__all__ = ["dit", "dit_un_de", "ne_dit_pas", "reponse_non_vide"]


def reponse_non_vide(reponse: Reponse, contexte: Contexte) -> Verdict:
    """Always checked: there is an answer."""
    texte = lire(reponse, "answer")
    ok = isinstance(texte, str) and bool(texte.strip())
    phrase = "La réponse a un texte." if ok else "La réponse est vide."
    return Verdict("reponse_non_vide", ok, len(texte or ""), "un texte", phrase)


def dit(attendu: Sequence[str], reponse: Reponse, contexte: Contexte) -> Verdict:
    """All these words or figures stand in the answer."""
    texte = lire(reponse, "answer")
    manquent = [m for m in attendu if not contient(texte, m, contexte.langue)]
    phrase = (
        f"La réponse ne dit pas {citer(manquent)}."
        if manquent
        else "Tout ce qui devait être dit l'est."
    )
    return Verdict("dit", not manquent, {"manquent": manquent}, list(attendu), phrase)


def dit_un_de(attendu: Sequence[Sequence[str]], reponse: Reponse, contexte: Contexte) -> Verdict:
    """Of each group, at least one wording stands in the answer."""
    texte = lire(reponse, "answer")
    manquent = [
        list(groupe)
        for groupe in attendu
        if not any(contient(texte, m, contexte.langue) for m in groupe)
    ]
    phrase = (
        " ".join(f"La réponse ne dit aucun de : {citer(g)}." for g in manquent)
        or "Chaque groupe de formulations a la sienne dans la réponse."
    )
    return Verdict(
        "dit_un_de", not manquent, {"manquent": manquent}, [list(g) for g in attendu], phrase
    )


def ne_dit_pas(attendu: Sequence[str], reponse: Reponse, contexte: Contexte) -> Verdict:
    """None of these words or figures stands in the answer."""
    texte = lire(reponse, "answer")
    dits = [m for m in attendu if contient(texte, m, contexte.langue)]
    phrase = (
        f"La réponse dit {citer(dits)}, ce qu'elle ne devait pas."
        if dits
        else "Rien de ce qu'il ne fallait pas dire n'est dit."
    )
    return Verdict("ne_dit_pas", not dits, {"dits": dits}, list(attendu), phrase)
