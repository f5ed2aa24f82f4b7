"""The evaluation suite: cases that HR reads and writes, checks, runner, report.

``python -m evals`` runs it. It imports ``assistant``; nothing in ``assistant`` imports it:
the page and ``echelon eval`` start it as a process of its own.
"""

from evals.cas import Attendu, Cas, CitationAttendue
from evals.chargement import charger_cas
from evals.executer import Resultat, executer_cas, executer_tout
from evals.lecture import ErreurDeFichier
from evals.seuils import Seuils, charger_seuils, juger
from evals.statistique import Part, quantile, wilson
from evals.verifications import Verdict, verifier

__all__ = [
    "Attendu",
    "Cas",
    "CitationAttendue",
    "ErreurDeFichier",
    "Part",
    "Resultat",
    "Seuils",
    "Verdict",
    "charger_cas",
    "charger_seuils",
    "executer_cas",
    "executer_tout",
    "juger",
    "quantile",
    "verifier",
    "wilson",
]
