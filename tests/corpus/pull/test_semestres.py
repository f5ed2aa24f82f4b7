"""When the next half-year's agreement is due."""

from datetime import date

import pytest

from assistant.corpus.officiel.modeles import AccordLu
from assistant.corpus.pull import avis_de_semestre, semestre_manquant


def accord(semestre: tuple[int, int] | None) -> AccordLu:
    return AccordLu("KALITEXT1", "Accord", date(2025, 12, 18), "VIGUEUR", None, semestre, ())


@pytest.mark.parametrize(
    ("lus", "jour", "attendu"),
    [
        ([(2026, 1)], date(2026, 6, 30), None),
        ([(2026, 1)], date(2026, 7, 1), (2026, 2)),
        ([(2025, 2), None, (2025, 1)], date(2025, 12, 31), None),
        ([(2025, 1), (2025, 2)], date(2026, 1, 1), (2026, 1)),
        ([(2024, 2)], date(2026, 9, 1), (2025, 1)),
        ([None], date(2026, 9, 1), None),
        ([], date(2026, 9, 1), None),
    ],
)
def test_the_half_year_missing(
    lus: list[tuple[int, int] | None], jour: date, attendu: tuple[int, int] | None
) -> None:
    assert semestre_manquant(map(accord, lus), jour) == attendu


def test_the_notice_says_which_and_what_to_do() -> None:
    avis = avis_de_semestre([accord((2026, 1))], date(2026, 11, 24)) or ""
    assert "2d semestre 2026" in avis
    assert "juin 2026" in avis
    assert "--version latest" in avis
    avis = avis_de_semestre([accord((2025, 2))], date(2026, 2, 1)) or ""
    assert "1er semestre 2026" in avis
    assert "décembre 2025" in avis
