"""Names of certifications: the same diploma said in several ways, and diplomas that differ."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.classification import Echelon, Registre
from assistant.classification.diplomes import Accord, comparer
from assistant.corpus import KnowledgeBase

_R: Registre = KnowledgeBase.charger().referentiel.registre


def accord(dit: str, imprime: str) -> Accord:
    return comparer(_R.lire(dit), [_R.lire(imprime)])


@pytest.mark.parametrize(("dit", "imprime"), [
    ("CAP mécanique", "CAP maintenance des véhicules, option A : voitures particulières"),
    ("cap MV option A", "CAP maintenance des véhicules automobiles, option « VP »"),
    ("BTS MV option A", "brevet de technicien supérieur maintenance des véhicules (option A ou B)"),
    ("bac pro mécanique auto", "baccalauréat professionnel maintenance des véhicules"),
    ("CAP peinture", "CAP peintre"),
    ("BTS NDRC", "BTS négociation et digitalisation de la relation client"),
    ("cqp magasinier vendeur PRA", "CQP magasinier-vendeur pièces de rechange et accessoires"),
    ("CQP dépanneur remorqueur poids lourds", "CQP dépanneur-remorqueur PL"),
    ("EPCRA commercial en automobile", "titre EPCRA « commercial en automobile »"),
])
def test_the_same_diploma_in_other_words(dit: str, imprime: str) -> None:
    assert accord(dit, imprime) is Accord.OUI


@pytest.mark.parametrize(("dit", "imprime"), [
    ("CAP cuisine", "CAP maintenance des véhicules"),
    ("BTS comptabilité", "BTS maintenance des véhicules"),
    ("BEP carrosserie", "CAP réparation des carrosseries"),
    ("CQP mécanicien spécialiste automobile", "CQP mécanicien de maintenance automobile"),
    ("CQP magasinier-vendeur", "CQP magasinier"),
    ("BTS MV option C", "BTS maintenance des véhicules, option A : voitures particulières"),
    ("CQP contrôleur technique VL", "CQP contrôleur technique PL"),
])
def test_diplomas_that_differ_are_kept_apart(dit: str, imprime: str) -> None:
    assert accord(dit, imprime) is Accord.NON


@pytest.mark.parametrize(("dit", "imprime"), [
    ("BTS", "BTS maintenance des véhicules"),
    ("CQP réceptionnaire", "CQP réceptionnaire après-vente option VL"),
])
def test_less_than_the_printed_name_agrees_in_part(dit: str, imprime: str) -> None:
    assert accord(dit, imprime) is Accord.PARTIEL


def test_a_printed_kind_takes_any_of_its_diplomas_in() -> None:
    assert accord("BTS communication", "brevet de technicien supérieur") is Accord.OUI
    assert accord("DUT GEA", "brevet de technicien supérieur") is Accord.NON


@pytest.mark.parametrize(("dit", "echelon"), [
    ("CAP mécanique", 3), ("CQP technicien expert après-vente", 12), ("BTS MV option B", 20),
    ("CQP réceptionnaire", 20), ("CQP mécanicien spécialiste auto", 6),
])
def test_the_serie_is_found_under_every_spelling(dit: str, echelon: int) -> None:
    place = _R.echelon_de(dit)
    assert place is not None
    assert place.valeur == echelon


def test_a_bac_pro_stands_in_two_series_by_its_preparation() -> None:
    assert _R.echelon_de("bac pro mécanique") is None
    scolaire, alternance = (_R.echelon_de("bac pro mécanique", v) for v in ("scolaire", "alternance"))
    assert scolaire is not None
    assert alternance is not None
    assert (scolaire.valeur, alternance.valeur) == (6, 9)


@pytest.mark.parametrize("certification", _R.certifications, ids=lambda c: c.id)
def test_every_certification_answers_to_its_own_names_in_capitals_or_without_accents(
    certification: object,
) -> None:
    from assistant.classification import Certification, sans_accents

    assert isinstance(certification, Certification)
    for nom in (certification.noms[0], certification.noms[0].upper(),
                sans_accents(certification.noms[0])):
        assert certification.id in {c.id for c in _R.reconnues(nom)}


@given(st.text(max_size=80))
def test_any_text_is_read_without_error_and_agrees_with_itself_when_it_is_a_diploma(t: str) -> None:
    lu = _R.lire(t)
    attendu = Accord.OUI if lu.famille else Accord.NON
    assert comparer(lu, [lu]) is attendu


def test_a_name_that_two_series_share_gives_no_single_placement() -> None:
    registre = KnowledgeBase.charger().referentiel.registre
    assert {c.serie for c in registre.serie_de("CQP démonteur automobile")} == {1, 2}
    assert registre.echelon_de("CQP démonteur automobile") is None
    assert registre.echelon_de("CQP technicien vitrage") == Echelon(numero=9)  # its name of the RNCP
