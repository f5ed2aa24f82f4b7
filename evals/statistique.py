"""The few statistics of a run: Wilson's interval for a share, quantiles of latencies."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Part", "quantile", "wilson"]

Z_95 = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Part:
    """A share with its 95 % interval: ``reussis`` of ``n``, all bounds between 0 and 1."""

    n: int
    reussis: int
    bas: float
    haut: float

    @property
    def part(self) -> float | None:
        """Share passed, or None when nothing was counted."""
        return self.reussis / self.n if self.n else None


def wilson(reussis: int, n: int, z: float = Z_95) -> Part:
    """Return the share with Wilson's score interval; with n = 0 the interval is all of [0, 1].

    Chosen over the normal approximation because shares near 100 % on few cases are our
    everyday: 60 of 60 passed is "at least 94 %", not "exactly 100 %".

    >>> p = wilson(60, 60)
    >>> round(p.bas, 3), round(p.haut, 3)
    (0.94, 1.0)
    """
    if not 0 <= reussis <= n:
        raise ValueError(f"{reussis} réussis sur {n} : il faut 0 ≤ réussis ≤ n")
    if n == 0:
        return Part(0, 0, 0.0, 1.0)
    part, carre = reussis / n, z * z
    centre = (part + carre / (2 * n)) / (1 + carre / n)
    demi = z * math.sqrt(part * (1 - part) / n + carre / (4 * n * n)) / (1 + carre / n)
    return Part(n, reussis, max(0.0, centre - demi), min(1.0, centre + demi))


def quantile(valeurs: Sequence[float], q: float) -> float | None:
    """Return the q-quantile by nearest rank (a value really measured), None without values.

    >>> quantile([40, 10, 30, 20], 0.5)
    20
    """
    if not 0 < q <= 1:
        raise ValueError(f"quantile {q} : il faut 0 < q ≤ 1")
    if not valeurs:
        return None
    rang = math.ceil(q * len(valeurs))
    return sorted(valeurs)[rang - 1]
