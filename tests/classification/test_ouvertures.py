"""What a certification opens, on which conditions."""

from __future__ import annotations

import pytest

from assistant.classification import Acces, Certification, Code, Echelon, Famille, Fiche, Registre
from assistant.classification.ouvertures import FicheOuverte, ouvertures

ECOLE = Certification("ecole", ("Bac pro carrosserie",), "bac-pro", 2, Echelon(numero=6), ("scolaire",))
ALTERNANCE = Certification("alternance", ("Bac pro carrosserie",), "bac-pro", 3, Echelon(numero=9),
                           ("alternance", "continue"))
REGISTRE = Registre((ECOLE, ALTERNANCE), (Famille("bac-pro", ("bac pro",), 4),))
IDS = ("ecole", "alternance")


def _ouvre(certifications: tuple[Certification, ...], code: str, acces: Acces) -> FicheOuverte | None:
    fiche = Fiche(Code.lire(code), ("x",), "F", acces=(acces,))
    return next(iter(ouvertures(certifications, {code: fiche}, REGISTRE)), None)


CONFIRME = Acces("bac pro en alternance", ("Bac pro carrosserie",), False, ids=IDS, voies=("alternance", "continue"))
SPECIALISTE = Acces("bac pro à l'école", ("Bac pro carrosserie",), False, ids=IDS, voies=("scolaire",))
GENRE = Acces("bac pro", ("bac pro",), True, domaine="vente")
METIER = Acces("bac pro", ("bac pro",), False, conditions=("experience",))


@pytest.mark.parametrize(
    ("certifications", "code", "acces", "attendu"),
    [
        ((ECOLE,), "B.9.1", CONFIRME, None),
        ((ALTERNANCE,), "B.9.1", CONFIRME, FicheOuverte("B.9.1", False)),
        ((ECOLE, ALTERNANCE), "B.9.1", CONFIRME, FicheOuverte("B.9.1", False, ("alternance", "continue"))),
        ((ALTERNANCE,), "B.6.1", SPECIALISTE, FicheOuverte("B.6.1", False)),  # its série gives more
        ((ECOLE,), "C.9.1", GENRE, FicheOuverte("C.9.1", True, famille=True, domaine="vente")),
        ((ECOLE,), "K.6.3", METIER, None),  # experience in the trade opens it, not the diploma
    ],
)
def test_what_opens_a_fiche_and_on_which_conditions(
    certifications: tuple[Certification, ...], code: str, acces: Acces, attendu: FicheOuverte | None
) -> None:
    assert _ouvre(certifications, code, acces) == attendu
