"""Questions that relate fiches: routes, what comes after, comparison, search, two jobs."""

from __future__ import annotations

import re

import pytest

from assistant.chat import Assistant, Behaviour, Etat, Reponse

_CODE = re.compile(r"\b(?:AAA|AA|CC|[A-N]|Z)\.(?:C\.(?:IV|V|I{1,3})|\d{1,2})\.\d{1,2}\b")


def dire(assistant: Assistant, *tours: str) -> Reponse:
    etat = Etat()
    for tour in tours:
        reponse, etat = assistant.repondre(tour, Etat.depuis_dict(etat.en_dict()))
    return reponse


def fondee(reponse: Reponse) -> bool:
    """True when each code said has the directory's own entry, or its fiche's text, as evidence."""
    cites = {c.fiche for c in reponse.citations}
    return set(_CODE.findall(reponse.answer)) <= cites


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("comment passer de mécano à chef d'atelier ?", ["A.6.1", "A.23.1"]),
        ("how do I get from mechanic to workshop manager?", ["A.6.1", "A.23.1"]),
        ("jsuis vendeur auto et jveux finir chef des ventes c koi le chemin", ["C.9.1", "C.C.III.1"]),
        ("comment devenir chef d'atelier quand on est peintre ?", ["B.6.2", "A.23.1"]),
        ("comment devenir chef des ventes quand on est vendeur auto ?", ["C.9.1", "C.C.III.1"]),
    ],
)
def test_routes_start_at_the_first_job_and_end_at_the_other(
    assistant: Assistant, question: str, codes: list[str]
) -> None:
    reponse = dire(assistant, question)
    etapes = [_CODE.findall(x) for x in reponse.answer.splitlines() if " → " in x]
    assert etapes
    assert {e[0] for e in etapes} >= {codes[0]}
    assert codes[1] in {e[-1] for e in etapes}
    assert fondee(reponse)


def test_no_written_way_forbids_nothing(assistant: Assistant) -> None:
    reponse = dire(assistant, "quel chemin de comptable à contrôleur technique ?")
    assert "n'interdit rien" in reponse.answer
    assert fondee(reponse)


@pytest.mark.parametrize(
    "tours",
    [
        ("que peut faire après un magasinier ?",),
        ("je suis magasinier", "qu'est-ce que j'peux devenir"),
        ("what can a storeman become?",),
    ],
)
def test_what_comes_after_a_job(assistant: Assistant, tours: tuple[str, ...]) -> None:
    reponse = dire(assistant, *tours)
    assert reponse.fiches[0] == "D.3.1"
    assert "D.6.1" in reponse.answer
    assert reponse.behaviour is Behaviour.ANSWER
    assert fondee(reponse)


def test_a_name_with_its_code_is_one_job(assistant: Assistant) -> None:
    reponse = dire(assistant, "vers quoi peut évoluer un chef d'équipe atelier (A.20.1) ?")
    assert reponse.fiches[0] == "A.20.1"
    assert "A.23.1" in reponse.answer


def test_nobody_s_job_is_asked_for(assistant: Assistant) -> None:
    reponse = dire(assistant, "qu'est-ce que j'peux devenir")
    assert reponse.behaviour is Behaviour.ASK
    assert reponse.missing[0].fait == "fiche"


def test_what_a_bts_opens(assistant: Assistant) -> None:
    reponse = dire(assistant, "un BTS MV ça ouvre quoi ?")
    assert "série 6" in reponse.answer
    assert "échelon 20" in reponse.answer
    assert "A.20.1" in reponse.fiches
    gestionnaire = next(x for x in reponse.answer.splitlines() if "A.23.1" in x)
    assert "pratique" in gestionnaire
    assert fondee(reponse)


def test_a_bac_pro_is_told_by_both_ways_of_preparing_it(assistant: Assistant) -> None:
    reponse = dire(assistant, "le bac pro carrosserie, ça mène à quels métiers ?")
    for mot in ("voie scolaire", "échelon 6", "alternance", "échelon 9"):
        assert mot in reponse.answer


@pytest.mark.parametrize(
    ("question", "codes", "dits"),
    [
        ("différence entre A.6.1 et A.9.1", ["A.6.1", "A.9.1"], ["941 €", "080 €", "7 ou 8"]),
        ("compare réceptionnaire et conseiller client", ["B.20.1", "A.20.1"], ["pour les deux"]),
        ("what's the difference between G.9.1 and G.12.1?", ["G.9.1", "G.12.1"], ["for both", "none"]),
        ("différence entre gestionnaire et chef de service", ["Z.23.1", "Z.C.III.1"], ["générique"]),
    ],
)
def test_two_fiches_side_by_side(
    assistant: Assistant, question: str, codes: list[str], dits: list[str]
) -> None:
    reponse = dire(assistant, question)
    assert list(reponse.fiches) == codes
    for mot in dits:
        assert mot in reponse.answer
    assert fondee(reponse)


def test_an_unknown_code_is_not_compared(assistant: Assistant) -> None:
    reponse = dire(assistant, "quelle différence entre A.6.1 et A.99.9 ?")
    assert reponse.behaviour is Behaviour.CORRECT_PREMISE
    assert "A.99.9" in reponse.answer


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("toutes les qualifications échelon 12 en carrosserie", {"B.12.1"}),
        ("kel métier a lechelon 9 ds la carosserie", {"B.9.1", "B.9.2"}),
        ("quels métiers à l'échelon 6 dans la vente ?", {"C.6.1"}),
        ("quelles fiches à l'échelon 10 dans la vente de pièces ?", {"D.9.1", "D.9.2"}),
        ("fiches qui contiennent le mot vitrage", {"A.3.7", "A.6.7", "A.9.7", "A.20.7"}),
        ("all the jobs at step 9 in the body shop", {"B.9.1", "B.9.2"}),
        ("Which supervisor jobs exist in car parks?", {"L.17.1", "L.20.1"}),
    ],
)
def test_lists_hold_all_that_answers_and_nothing_else(
    assistant: Assistant, question: str, codes: set[str]
) -> None:
    reponse = dire(assistant, question)
    assert set(reponse.fiches) == codes == set(_CODE.findall(reponse.answer))
    assert fondee(reponse)


def test_a_list_of_cadres_is_grouped_and_a_long_one_is_cut(assistant: Assistant) -> None:
    cadres = dire(assistant, "liste des cadres niveau II")
    assert "A.C.II.1" in cadres.answer
    assert all("niveau II" in x for x in cadres.answer.splitlines() if x.startswith("- "))
    tous = dire(assistant, "toutes les qualifications à l'échelon 6")
    assert 10 <= sum(x.startswith("- ") for x in tous.answer.splitlines()) <= 15
    assert "de plus" in tous.answer


def test_an_echelon_that_is_none_is_put_right(assistant: Assistant) -> None:
    reponse = dire(assistant, "toutes les qualifications échelon 13 en carrosserie")
    assert reponse.behaviour is Behaviour.CORRECT_PREMISE
    assert not reponse.fiches


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("je fais secrétaire et comptable, on me classe comment ?", ["M.6.1", "N.6.1"]),
        ("I work as a mechanic and a painter, how am I classed?", ["A.6.1", "B.6.2"]),
    ],
)
def test_a_job_over_two_fiches_asks_which_fits_best(
    assistant: Assistant, question: str, codes: list[str]
) -> None:
    reponse = dire(assistant, question)
    assert list(reponse.fiches) == codes
    assert reponse.behaviour is Behaviour.ASK
    assert reponse.missing[0].fait == "fiche"
    assert "3.02 a" in {c.article for c in reponse.citations}
    assert fondee(reponse)


def test_who_can_become(assistant: Assistant) -> None:
    reponse = dire(assistant, "qui peut devenir chef d'équipe ventes PRA ?")
    assert reponse.fiches[0] == "D.20.1"
    assert "D.9.1" in reponse.answer
    assert fondee(reponse)


@pytest.mark.parametrize(
    "question",
    [
        "Quelle différence entre l'échelon 1 et l'échelon 2 ?",
        "Il y a des échelons majorés pour les cadres ?",
        "quels sont les critères valorisants ?",
        "Je suis gestionnaire et je m'occupe aussi de l'informatique",
    ],
)
def test_other_questions_are_left_to_others(assistant: Assistant, question: str) -> None:
    reponse = dire(assistant, question)
    assert "Qualifications trouvées" not in reponse.answer
    assert "touche à deux fiches" not in reponse.answer
