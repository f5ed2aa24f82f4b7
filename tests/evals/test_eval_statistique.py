"""Wilson's interval against published values and its properties; quantiles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.statistique import quantile, wilson


@pytest.mark.parametrize(
    ("reussis", "n", "bas", "haut"),
    # Computed by hand from the score equation; the first is Newcombe's (1998) example.
    [
        (81, 263, 0.2553, 0.3662),
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (1, 2, 0.0945, 0.9055),
    ],
)
def test_valeurs_connues(reussis: int, n: int, bas: float, haut: float) -> None:
    part = wilson(reussis, n)
    assert part.bas == pytest.approx(bas, abs=1e-4)
    assert part.haut == pytest.approx(haut, abs=1e-4)


def test_sans_cas_on_ne_sait_rien() -> None:
    part = wilson(0, 0)
    assert (part.bas, part.haut, part.part) == (0.0, 1.0, None)


@given(st.integers(1, 5000), st.data())
def test_l_intervalle_contient_la_part_et_se_resserre(n: int, data: st.DataObject) -> None:
    reussis = data.draw(st.integers(0, n))
    part, dix_fois = wilson(reussis, n), wilson(10 * reussis, 10 * n)
    assert 0 <= part.bas <= reussis / n + 1e-12
    assert reussis / n - 1e-12 <= part.haut <= 1
    assert dix_fois.haut - dix_fois.bas < part.haut - part.bas


@pytest.mark.parametrize(("reussis", "n"), [(-1, 3), (4, 3)])
def test_comptes_impossibles(reussis: int, n: int) -> None:
    with pytest.raises(ValueError, match="réussis"):
        wilson(reussis, n)


@given(st.lists(st.floats(0, 1e6), min_size=1), st.floats(0.01, 1))
def test_un_quantile_est_une_valeur_mesuree(valeurs: list[float], q: float) -> None:
    lu = quantile(valeurs, q)
    assert lu in valeurs
    assert sum(v <= lu for v in valeurs) >= q * len(valeurs) - 1e-9


def test_quantile_sans_mesure() -> None:
    assert quantile([], 0.5) is None
    with pytest.raises(ValueError, match="quantile"):
        quantile([1.0], 0)
