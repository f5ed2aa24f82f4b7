"""Titles that several codes share, and codes that passed to another qualification."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.classification import Code, sans_accents
from assistant.corpus.audit.matiere import Matiere, cote_d_edition, en_jour
from assistant.corpus.audit.modeles import REMARQUE, Constat, Cote

__all__ = ["reutilises", "titres_partages"]


def titres_partages(m: Matiere) -> Iterator[Constat]:
    """One finding a title that two or more fiches in force carry, word for word."""
    par_titre: dict[str, dict[str, str]] = {}
    for code, entree in m.repertoire.items():
        for titre in entree.titres if entree.statut == "en_vigueur" else ():
            par_titre.setdefault(" ".join(sans_accents(titre).split()), {})[code] = titre
    for porteurs in par_titre.values():
        if len(porteurs) < 2:
            continue
        codes = list(porteurs)
        echelons = {c: str(Code.lire(c).reference) for c in codes}
        memes = len(set(echelons.values())) == 1
        yield Constat(
            "titre_partage", REMARQUE, codes[0],
            f"« {porteurs[codes[0]]} » est un titre de {_liste(codes)}"
            + (f", tous au même échelon ({echelons[codes[0]]})." if memes else
               " : " + ", ".join(f"{c} → {echelons[c]}" for c in codes) + "."),
            m.cote_du_repertoire(codes[0], porteurs[codes[0]]),
            m.cote_du_repertoire(codes[1], porteurs[codes[1]]),
        )


def reutilises(m: Matiere) -> Iterator[Constat]:
    """Codes whose earlier holder was another qualification, and its print where there is one."""
    for code, entree in m.repertoire.items():
        if not (entree.anciens_titres and entree.depuis):
            continue
        ancien = entree.anciens_titres[-1]
        imprimees = [e for e in m.editions.get(code, ()) if e.date < entree.depuis]
        cote_a = (
            cote_d_edition(imprimees[-1], "titres", ancien.titre) if imprimees else
            Cote("Répertoire", f"repertoire.yaml, {code}, anciens_titres", ancien.titre,
                 ancien.jusqu_au.isoformat())
        )
        yield Constat(
            "code_reutilise", REMARQUE, code,
            f"{code} désignait « {ancien.titre} » jusqu'au {en_jour(ancien.jusqu_au)} ; c'est "
            f"depuis l'accord du {en_jour(entree.depuis)} « {(entree.titres or ['?'])[0]} ».",
            cote_a, m.cote_du_repertoire(code, (entree.titres or ["?"])[0]),
        )


def _liste(codes: list[str]) -> str:
    return f"{', '.join(codes[:-1])} et {codes[-1]}"
