"""How well people are understood, on development or held-out cases.

`python -m evals.benchmarks.comprehension [--tag tenu]` prints, with Wilson intervals: the fiche
of a description (first, among three, asked), factual questions fully right, dialogues, whether
to answer or not as a 2×2 table, latencies by kind.
"""

from __future__ import annotations

import resource
import sys
from collections.abc import Callable, Iterable, Sequence

from evals.cas import Cas
from evals.chargement import charger_cas
from evals.executer import Resultat, executer_tout
from evals.statistique import quantile, wilson

__all__ = ["lignes_des_descriptions", "tableau_repondre", "taux"]

_GENRES = ("description", "factuel", "dialogue", "limite")
_REPOND = frozenset({"answer", "correct_premise", "flag_inconsistency", "ask", "redirect_human"})
_S_ABSTIENT = frozenset({"refuse", "abstain"})


def taux(nom: str, vrais: Iterable[bool]) -> str:
    """One line: a share, its n and its interval."""
    lus = list(vrais)
    if not lus:
        return f"| {nom} | aucun cas | |"
    p = wilson(sum(lus), len(lus))
    return f"| {nom} | {p.reussis}/{p.n} = {p.reussis / p.n:.1%} | {p.bas:.1%} à {p.haut:.1%} |"


def lignes_des_descriptions(resultats: Sequence[Resultat]) -> list[str]:
    """First fiche, first three and share asked, over the clear descriptions."""
    clairs = [r for r in resultats if "clair" in r.cas.tags]
    return [
        taux("description claire : la bonne fiche d'abord", (_verdict(r, "premiere") for r in clairs)),
        taux("description claire : parmi les trois premières", (_verdict(r, "trois") for r in clairs)),
        taux("description claire : finit par une question (visée : 15 % au plus)",
             (r.reponses[-1]["behaviour"] == "ask" for r in clairs)),
        taux("description vague : trois fiches ou une question",
             (r.reussi for r in resultats if "flou" in r.cas.tags)),
        taux("deux métiers : les deux fiches dites", (r.reussi for r in resultats if "deux" in r.cas.tags)),
        taux("aucune fiche précise", (r.reussi for r in resultats if "aucune" in r.cas.tags)),
    ]


def tableau_repondre(resultats: Sequence[Resultat]) -> list[str]:
    """Whether to answer or not: (supported or not) × (answered or not), over the cases that
    expect only the one or only the other."""
    compte = {(a, b): 0 for a in (True, False) for b in (True, False)}
    for r in resultats:
        attendu = set(r.cas.attendu.comportement)
        if not r.reponses or not (attendu and (attendu <= _REPOND or attendu <= _S_ABSTIENT)):
            continue
        compte[attendu <= _REPOND, r.reponses[-1]["behaviour"] in _REPOND] += 1
    return [
        "| | répondu | refusé ou abstenu |", "| --- | --- | --- |",
        f"| à répondre | {compte[True, True]} | {compte[True, False]} |",
        f"| à ne pas répondre | {compte[False, True]} | {compte[False, False]} |",
    ]


def _verdict(r: Resultat, nom: str) -> bool:
    return any(v.nom == nom and v.reussi for v in r.verdicts)


def _latences(resultats: Sequence[Resultat], garder: Callable[[Cas], bool]) -> str:
    lues = [x["latency_ms"] for r in resultats if garder(r.cas) for x in r.reponses]
    if not lues:
        return "aucune"
    return f"p50 {quantile(lues, 0.5):.0f} ms, p95 {quantile(lues, 0.95):.0f} ms (n = {len(lues)})"


def main(tag: str = "dev") -> None:
    """Run the cases and print."""
    cas = [c for c in charger_cas() if tag in c.tags and set(_GENRES) & set(c.tags)]
    resultats = executer_tout(cas)
    print("| mesure | part | intervalle à 95 % |\n| --- | --- | --- |")
    for ligne in lignes_des_descriptions([r for r in resultats if "description" in r.cas.tags]):
        print(ligne)
    for genre, nom in (("factuel", "question simple, entièrement juste"),
                       ("dialogue", "dialogue, dernier tour juste"),
                       ("limite", "limite tenue"), ("legitime", "question insolite mais légitime")):
        print(taux(nom, (r.reussi for r in resultats if genre in r.cas.tags)))
    print()
    print("\n".join(tableau_repondre(resultats)))
    print()
    for genre in _GENRES:
        print(f"- {genre} : {_latences(resultats, lambda c, g=genre: g in c.tags)}")  # type: ignore[misc]
    print(f"- mémoire au plus haut : {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} Mo")


if __name__ == "__main__":
    main(sys.argv[sys.argv.index("--tag") + 1] if "--tag" in sys.argv else "dev")
