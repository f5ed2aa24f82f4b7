"""Prints a table of measures, with the aim of each where there is one.

Cold: a new process, several runs, median. Warm: every development question of evals/cases,
once, after the first answer. Memory: of a process that has answered, in MB.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from assistant.chat import Assistant, Etat
from assistant.settings import Settings
from evals.chargement import charger_cas
from evals.statistique import quantile

_FROIDS = 5
_CALC = ("calc", "--fiche", "Z.23.1", "--no-certification", "--extension", "informatique interne")


def froid(*arguments: str) -> float:
    """Median seconds of a new process over several runs."""
    durees = []
    for _ in range(_FROIDS):
        debut = time.perf_counter()
        subprocess.run([sys.executable, "-m", "assistant", *arguments], capture_output=True, check=True)
        durees.append(time.perf_counter() - debut)
    return statistics.median(durees)


def chaud(assistant: Assistant) -> Sequence[float]:
    """Milliseconds of each turn of the development cases."""
    latences = []
    for cas in charger_cas():
        if "dev" not in cas.tags:
            continue
        etat = Etat()
        for question in cas.tours or ([cas.question] if cas.question else []):
            reponse, etat = assistant.repondre(question, etat)
            latences.append(reponse.latency_ms)
    return latences


def memoire() -> float:
    """Resident memory of this process at its highest, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    lignes: list[tuple[str, str, str]] = [
        ("`--help`, à froid (médiane)", f"{froid('--help'):.2f} s", "0,4 s"),
        ("`calc`, à froid (médiane)", f"{froid(*_CALC):.2f} s", "0,6 s"),
    ]
    with tempfile.TemporaryDirectory() as dossier:
        assistant = Assistant.ouvrir(Settings(data_dir=Path(dossier)))
        debut = time.perf_counter()
        index = assistant.sources.index()
        lignes.append(
            (f"index de {len(index)} passages, chargement compris", f"{time.perf_counter() - debut:.1f} s", "—")
        )
        assistant.prechauffer()
        latences = chaud(assistant)
        lignes += [
            (f"réponse à chaud, p50 (n = {len(latences)})", f"{quantile(latences, 0.5):.0f} ms", "30 ms"),
            (f"réponse à chaud, p95 (n = {len(latences)})", f"{quantile(latences, 0.95):.0f} ms", "100 ms"),
            ("mémoire du processus qui répond", f"{memoire():.0f} Mo", "—"),
        ]
        assistant.sources.fermer()
    print("| mesure | valeur | visée |\n| --- | --- | --- |")
    for ligne in lignes:
        print(f"| {' | '.join(ligne)} |")


if __name__ == "__main__":
    main()
