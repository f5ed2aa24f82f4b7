"""Ways of finding the fiche of a job description, compared on the same cases.

`python -m evals.benchmarks.descriptions [--tag tenu]` prints a table: the right fiche first,
and among the first three, with Wilson intervals. The clear descriptions and the short
statements of evals/cases serve to measure only. With the official texts in the data folder, the plain RAG is
measured too. Takes about five minutes on two cores: four models are fitted.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from assistant.chat import Assistant
from assistant.chat.comprendre.apprentissage import exemples
from assistant.retrieval import charger_encodeur
from assistant.retrieval.appris.ajuster import FICHES, ajuster
from assistant.retrieval.appris.traits import mots
from evals.chargement import charger_cas
from evals.statistique import wilson

_RRF = 60  # the usual constant of reciprocal rank fusion
_PROCHES = 3
Scores = Any  # float32 [questions, codes]


@dataclass(frozen=True)
class Essai:
    """The cases: questions, codes accepted, vectors."""

    questions: Sequence[str]
    attendus: Sequence[Sequence[str]]
    sens: Any


def par_code(scores: Any, codes: Sequence[str], noms: Sequence[str], plusieurs: int = 1) -> Scores:
    """[questions, texts] → [questions, codes]: mean of the best texts of each code."""
    import numpy as np

    de = np.asarray(codes)
    return np.stack(
        [np.sort(scores[:, de == nom], axis=1)[:, -plusieurs:].mean(axis=1) for nom in noms], axis=1
    )


def bm25(textes: Sequence[str], questions: Sequence[str]) -> Any:
    """BM25 scores [questions, texts] over French stems."""
    import bm25s
    import numpy as np

    moteur = bm25s.BM25()
    moteur.index([_tiges(t) for t in textes], show_progress=False)
    return np.stack([moteur.get_scores(_tiges(q)) for q in questions])


def _tiges(texte: str) -> list[str]:
    return [m for m in mots(texte) if " " not in m]


def fondre(*scores: Scores) -> Scores:
    """Reciprocal rank fusion."""
    rangs = [(-s).argsort(axis=1).argsort(axis=1) for s in scores]
    return sum(1 / (_RRF + 1 + r) for r in rangs)


def ligne(nom: str, scores: Scores, noms: Sequence[str], essai: Essai) -> str:
    """One row of the table."""
    premieres = trois = 0
    for rang, attendu in zip((-scores).argsort(axis=1), essai.attendus, strict=True):
        tries = [noms[i] for i in rang[:3]]
        premieres += tries[0] in attendu
        trois += any(t in attendu for t in tries)
    n = len(essai.attendus)
    dits = []
    for reussis in (premieres, trois):
        p = wilson(reussis, n)
        dits.append(f"{reussis}/{n} = {reussis / n:.1%} ({p.bas:.1%} à {p.haut:.1%})")
    return f"| {nom} | {dits[0]} | {dits[1]} |"


def main(tag: str = "dev") -> None:
    """Measure and print, row by row."""
    import numpy as np

    a = Assistant.ouvrir()
    encodeur = charger_encodeur(a.settings.embedding)
    cas = [c for c in charger_cas()
           if tag in c.tags and {"clair", "courte"} & set(c.tags) and c.question and c.attendu.premiere]
    questions = [str(c.question) for c in cas]
    essai = Essai(questions, [c.attendu.premiere for c in cas], encodeur.encode_query(questions))
    lus = exemples(a.connaissances)[1]
    sens = encodeur.encode_document([e.texte for e in lus])
    print("| façon de chercher | la bonne fiche d'abord | parmi les trois premières |")
    print("| --- | --- | --- |")

    def dire(nom: str, s: Scores, noms: Sequence[str]) -> None:
        print(ligne(nom, s, noms, essai), flush=True)

    officiels = [p for p in a.kb.a_indexer if p.genre == "fiche" and p.fiche]
    if officiels:
        noms = sorted({str(p.fiche) for p in officiels})
        codes = [str(p.fiche) for p in officiels]
        lexical = par_code(bm25([p.texte for p in officiels], questions), codes, noms)
        dense = par_code(
            essai.sens @ encodeur.encode_document([f"{p.contexte}\n{p.texte}" for p in officiels]).T,
            codes, noms,
        )
        dire("textes officiels, mots (BM25)", lexical, noms)
        dire("textes officiels, sens (plongements)", dense, noms)
        dire("textes officiels, les deux (rangs réciproques)", fondre(lexical, dense), noms)
    entiers = [i for i, e in enumerate(lus) if e.entier]
    codes = [lus[i].classe for i in entiers]
    noms = sorted(set(codes))
    lexical = par_code(bm25([lus[i].texte for i in entiers], questions), codes, noms, _PROCHES)
    dense = par_code(essai.sens @ sens[np.asarray(entiers)].T, codes, noms, _PROCHES)
    dire("parler des gens, mots (BM25)", lexical, noms)
    dire("parler des gens, sens", dense, noms)
    dire("parler des gens, les deux", fondre(lexical, dense), noms)
    for nom, poids in (
        ("appris : mots", {"mots": 1.0, "grammes": 0.0, "sens": 0.0}),
        ("appris : mots et morceaux de mots", {"mots": 1.0, "grammes": 1.0, "sens": 0.0}),
        ("appris : sens seul", {"mots": 0.0, "grammes": 0.0, "sens": 1.0}),
        ("appris : mots, morceaux, sens (retenu)", dict(FICHES.poids)),
    ):
        modele = ajuster(lus, sens, replace(FICHES, poids=poids))
        scores = [modele.scores(q, s) for q, s in zip(questions, essai.sens, strict=True)]
        dire(nom, np.stack(scores), modele.classes)


if __name__ == "__main__":
    main(sys.argv[sys.argv.index("--tag") + 1] if "--tag" in sys.argv else "dev")
