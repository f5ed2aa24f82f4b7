"""Facts and the Situation: what is accepted, what is refused and how it is said."""

from __future__ import annotations

import pytest

from assistant.classification import FAITS, FaitInvalide, Situation


def test_every_fact_of_the_contract_is_a_field_of_the_situation() -> None:
    assert set(FAITS) == set(Situation.__dataclass_fields__) - {"origines"}


@pytest.mark.parametrize(
    ("faits", "dit"),
    [
        ({"fichee": "Z.23.1"}, "fichee"),
        ({"certification_rncsa": "peut-être"}, "certification_rncsa"),
        ({"criteres": [1, 2]}, "criteres"),
        ({"extensions_exercees": {"a": 1}}, "extensions_exercees"),
        ({"age": -4}, "age"),
        ({"age": 17.5}, "age"),
        ({"heures_hebdo": "nan"}, "heures_hebdo"),
        ({"heures_hebdo": 1e-9}, "heures_hebdo"),
        ({"heures_hebdo": 200}, "heures_hebdo"),
        ({"heures_hebdo": float("inf")}, "heures_hebdo"),
        ({"date": "31/12/2024"}, "date"),
        ({"date": "2024-02-30"}, "date"),
        ({"statut": "cdi"}, "statut"),
        ({"fiche": 23}, "fiche"),
        ({"fiche": ""}, "fiche"),
        ({"echelon_actuel": True}, "echelon_actuel"),
        ({"certification": "x" * 5000}, "certification"),
    ],
)
def test_a_wrong_fact_is_named_with_what_was_expected(faits: dict[str, object], dit: str) -> None:
    with pytest.raises(FaitInvalide, match=f"« {dit} ».*(attend|existe pas)"):
        Situation.depuis_faits(faits)


def test_facts_that_are_no_object_are_refused() -> None:
    with pytest.raises(FaitInvalide, match="objet JSON"):
        Situation.depuis_faits(["Z.23.1"])  # type: ignore[arg-type]


def test_null_means_unknown_and_an_empty_list_means_none() -> None:
    s = Situation.depuis_faits({"certification_rncsa": None, "criteres": []})
    assert dict(s.connus()) == {"criteres": ()}


def test_a_false_echelon_is_kept_as_stated_to_be_put_right_later() -> None:
    assert Situation.depuis_faits({"echelon_demande": 26}).echelon_demande == 26


def test_each_fact_keeps_its_origin_and_survives_json() -> None:
    s = Situation().avec({"fiche": "Z.23.1"}, "Je suis gestionnaire").avec({"age": 30}, "j'ai 30 ans")
    assert s.en_dict()["fiche"] == {"valeur": "Z.23.1", "origine": "Je suis gestionnaire"}
    assert Situation.depuis_dict(s.en_dict()) == s
    assert s.sans("age").age is None
    assert "age" not in s.sans("age").origines
