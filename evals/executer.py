"""The runner: asks each case of the assistant, in process, and collects the verdicts.

The order of results is that of the cases, whatever the number of processes. With several
processes each opens an Assistant of its own; latencies then share the machine.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import InvalidStateError, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

from assistant.cli.erreurs import PanneDuSysteme
from evals.cas import Cas
from evals.verifications import PassageLu, Verdict, verifier

__all__ = [
    "Repondant",
    "ReponseLue",
    "Resultat",
    "executer_cas",
    "executer_tout",
    "ouvrir",
    "passages_de",
]


class ReponseLue(Protocol):
    """The part of ``assistant.chat.Reponse`` that the suite uses."""

    def en_dict(self) -> dict[str, Any]:
        """Return the fields of the output contract."""


class Repondant(Protocol):
    """The part of ``assistant.chat.Assistant`` that the suite uses."""

    @property
    def kb(self) -> Any:
        """The KnowledgeBase, whose ``passages`` have ``id`` and ``texte``."""

    def repondre(
        self, question: str, etat: Any = None, langue: str | None = None
    ) -> tuple[ReponseLue, Any]:
        """Answer a question; return the answer and the Etat for the next turn."""

    def repondre_faits(self, facts: Mapping[str, object], langue: str = "fr") -> ReponseLue:
        """Answer given facts."""


@dataclass(frozen=True, slots=True)
class Resultat:
    """One case run: its verdicts, or the sentence that says why there are none.

    ``reponses``: one contract dict per turn. ``latences_ms``: wall time of each turn.
    ``erreur``: a French sentence when the case stopped on an exception, ``trace`` its
    traceback, for the JSON only.
    """

    cas: Cas
    verdicts: tuple[Verdict, ...] = ()
    reponses: tuple[Mapping[str, Any], ...] = ()
    latences_ms: tuple[float, ...] = ()
    erreur: str | None = None
    trace: str | None = None

    def __repr__(self) -> str:
        """The id alone, as for a case."""
        return f"Resultat({self.cas.id}, reussi={self.reussi})"

    @property
    def reussi(self) -> bool:
        """True when the case ran and every check passed."""
        return self.erreur is None and all(v.reussi for v in self.verdicts)

    @property
    def echecs(self) -> tuple[Verdict, ...]:
        """The checks that failed."""
        return tuple(v for v in self.verdicts if not v.reussi)


def ouvrir() -> Repondant:
    """Open the assistant with the user's settings and load what it needs.

    Raise PanneDuSysteme, with the assistant's own sentence, when it cannot be opened: without
    it there is nothing to evaluate.
    """
    from assistant.chat import Assistant
    from assistant.corpus import ErreurDeConnaissance
    from assistant.retrieval import ErreurRecherche
    from assistant.settings import ErreurDeReglage

    try:
        assistant = Assistant.ouvrir()
        assistant.prechauffer()
    except (ErreurDeConnaissance, ErreurRecherche, ErreurDeReglage) as erreur:
        raise PanneDuSysteme(f"La suite n'a pas pu tourner. {erreur}") from erreur
    return assistant


def executer_tout(
    cas: Sequence[Cas],
    *,
    jobs: int = 1,
    progres: Callable[[Resultat], None] = lambda resultat: None,
) -> tuple[Resultat, ...]:
    """Run the cases and return their results in the order given.

    ``progres`` is called after each, in that order. Raise PanneDuSysteme when the assistant
    cannot be opened or a process died.
    """
    resultats = []
    for resultat in _un_a_un(cas) if jobs <= 1 else _a_plusieurs(cas, jobs):
        progres(resultat)
        resultats.append(resultat)
    return tuple(resultats)


def executer_cas(cas: Cas, repondant: Repondant, passages: Mapping[str, PassageLu]) -> Resultat:
    """Run one case. An exception makes a failed case, never the end of the run."""
    reponses: list[dict[str, Any]] = []
    latences: list[float] = []
    try:
        for reponse, ms in _repondre(cas, repondant):
            reponses.append(reponse)
            latences.append(ms)
        verdicts = verifier(cas, reponses, passages)
    except Exception as erreur:  # the one place: whatever stops a case must not stop the run
        phrase = f"Le cas s'est arrêté au tour {len(reponses) + 1}"
        if len(latences) == _tours(cas):
            phrase = "La réponse n'a pas pu être vérifiée"
        return Resultat(
            cas,
            reponses=tuple(reponses),
            latences_ms=tuple(latences),
            erreur=f"{phrase} : {str(erreur).rstrip('.')} ({type(erreur).__name__}).",
            trace=traceback.format_exc(),
        )
    return Resultat(cas, verdicts, tuple(reponses), tuple(latences))


def passages_de(repondant: Repondant) -> Mapping[str, PassageLu]:
    """The assistant's passages by id."""
    return {p.id: p for p in repondant.kb.passages}


def _tours(cas: Cas) -> int:
    return len(cas.tours) or 1


def _repondre(cas: Cas, repondant: Repondant) -> Iterator[tuple[dict[str, Any], float]]:
    """Yield each turn's answer and its wall time in ms; the turns share one Etat.

    The language of a question is left to be detected; facts have none, so it is given.
    """
    if cas.faits is not None:
        debut = time.perf_counter()
        lue = repondant.repondre_faits(cas.faits, langue=cas.langue)
        yield lue.en_dict(), (time.perf_counter() - debut) * 1000
        return
    etat = None
    for question in cas.tours or (cas.question or "",):
        debut = time.perf_counter()
        lue, etat = repondant.repondre(question, etat)
        yield lue.en_dict(), (time.perf_counter() - debut) * 1000


def _un_a_un(cas: Sequence[Cas]) -> Iterator[Resultat]:
    repondant = ouvrir()
    passages = passages_de(repondant)
    for un in cas:
        yield executer_cas(un, repondant, passages)


def _a_plusieurs(cas: Sequence[Cas], jobs: int) -> Iterator[Resultat]:
    """``spawn``, because a forked torch or Chroma may hang."""
    # Python's own tracker process would tell of semaphores that stopped workers leave behind.
    os.environ.setdefault("PYTHONWARNINGS", "ignore:resource_tracker:UserWarning")
    bassin = ProcessPoolExecutor(
        max_workers=min(jobs, len(cas)),
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_laisser_ctrl_c_au_parent,
    )
    with _ctrl_c_arrete_les_processus():
        try:
            yield from bassin.map(_executer_ici, cas)
        finally:
            bassin.shutdown(cancel_futures=True)


@contextmanager
def _ctrl_c_arrete_les_processus() -> Iterator[None]:
    """Ctrl-C ends the worker processes, however often it is pressed, and only then the run.

    A plain KeyboardInterrupt that falls into the pool's own shutdown leaves it waiting for ever.
    """
    recus: list[int] = []

    def arreter(signum: int, frame: object) -> None:
        recus.append(signum)
        threading.excepthook = _taire_les_annules
        for processus in multiprocessing.active_children():
            processus.terminate()

    avant = signal.signal(signal.SIGINT, arreter)
    try:
        yield
    except BrokenProcessPool:
        if not recus:
            raise PanneDuSysteme(
                "La suite n'a pas pu tourner : un de ses processus s'est arrêté (mémoire ?). "
                "Relancez avec --jobs 1."
            ) from None
    finally:
        signal.signal(signal.SIGINT, avant)
    if recus:
        raise KeyboardInterrupt


def _taire_les_annules(args: threading.ExceptHookArgs) -> None:
    """A pool that is broken while its work is cancelled says so of each piece; nobody asks."""
    if not isinstance(args.exc_value, InvalidStateError):
        threading.__excepthook__(args)


def _laisser_ctrl_c_au_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@cache
def _ici() -> tuple[Repondant, Mapping[str, PassageLu]]:
    """In a worker process: its one Assistant, opened at its first case.

    Not in the pool's initializer: an error there would lose its sentence.
    """
    repondant = ouvrir()
    return repondant, passages_de(repondant)


def _executer_ici(cas: Cas) -> Resultat:
    return executer_cas(cas, *_ici())
