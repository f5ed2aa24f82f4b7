"""Progress of a run, on stderr: one moving line for people, JSON lines for the page."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from evals.executer import Resultat

__all__ = ["suivre"]

_DIXIEMES = 10


def suivre(total: int, flux: TextIO, en_json: bool) -> Callable[[Resultat], None]:
    """Return the function to call after each case.

    JSON: ``{"fait": n, "total": m, "cas": id, "reussi": bool}`` per case. Else a line rewritten
    in place on a terminal, and a line per tenth of the run elsewhere (logs stay short).
    """
    fait = rates = 0

    def apres(resultat: Resultat) -> None:
        nonlocal fait, rates
        fait += 1
        rates += not resultat.reussi
        if en_json:
            etape = {"fait": fait, "total": total, "cas": resultat.cas.id}
            print(json.dumps(etape | {"reussi": resultat.reussi}), file=flux, flush=True)
        elif flux.isatty():
            fin = "\n" if fait == total else ""
            print(f"\r{fait}/{total} cas, {rates} en échec", end=fin, file=flux, flush=True)
        elif fait * _DIXIEMES // total > (fait - 1) * _DIXIEMES // total:
            print(f"{fait}/{total} cas, {rates} en échec", file=flux, flush=True)

    return apres
