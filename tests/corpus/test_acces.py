"""Access sections in the forms of every edition, in words of our own."""

from __future__ import annotations

import pytest

from assistant.classification import Acces
from assistant.corpus import KnowledgeBase
from assistant.corpus.acces import AccesLus, Genre, lire_acces
from assistant.corpus.markdown import Item

_R = KnowledgeBase.charger().referentiel.registre
_PRATIQUE = "complété par une pratique professionnelle suffisante"
_DECISION = "soit par décision directe du chef d'entreprise"


def lire(*textes: str, notes: tuple[str, ...] = ()) -> AccesLus:
    """Items, their depth told by leading dashes."""
    def items(lignes: tuple[str, ...]) -> tuple[Item, ...]:
        return tuple(
            Item(t.lstrip("-").strip(), len(t) - len(t.lstrip("-")), n)
            for n, t in enumerate(lignes, start=1)
        )

    return lire_acces({"acces": items(textes), "notes": items(notes)}, _R)


def seul(lus: AccesLus) -> Acces:
    (un,) = lus.acces
    return un


def test_a_list_of_2016_and_later_with_its_domain_and_decision() -> None:
    lus = lire(
        "-soit par obtention d'un titre suivant, dans le domaine de la vente :",
        f"--CAP équipier polyvalent du commerce, {_PRATIQUE} ;",
        "--CQP vendeur (enregistré au RNCP) ;",
        f"-{_DECISION}, selon ses compétences.",
    )
    assert [e.genre for e in lus.elements] == [
        Genre.INTRODUCTION, Genre.CERTIFICATION, Genre.CERTIFICATION, Genre.DECISION]
    assert lus.decision
    cap, cqp = lus.acces
    assert (cap.ids, cap.pratique) == (("cap-equipier-polyvalent-commerce",), True)
    assert (cqp.ids, cqp.pratique, cqp.certification) == (("cqp-vendeur",), False, "CQP vendeur")
    assert {a.domaine for a in lus.acces} == {"vente"}


def test_a_list_of_2008_whose_practice_stands_in_a_footnote() -> None:
    lus = lire(
        "-soit par obtention de CQP ou diplômes suivants, dans le domaine de la couleur :",
        "--CAP peinture en carrosserie (2) ;", "--CQP peintre spécialiste ;",
        notes=("(1) Selon la convention.", f"(2) C{_PRATIQUE[1:]}."),
    )
    assert [a.pratique for a in lus.acces] == [True, False]
    assert lus.acces[0].certification == "CAP peinture en carrosserie"


def test_a_footnote_can_name_the_preparation() -> None:
    lus = lire("--bac professionnel réparation des carrosseries, (2) ;",
               notes=("(2) Préparé en alternance ou en formation continue.",))
    assert seul(lus).voies == ("alternance", "continue")


def test_practice_said_once_counts_for_the_whole_list() -> None:
    lus = lire(f"-soit par obtention d'un des titres suivants, {_PRATIQUE} :",
               "--CQP vendeur ;", "--CQP magasinier ;")
    assert [a.pratique for a in lus.acces] == [True, True]


def test_details_of_a_diploma_stand_one_an_item_below_it() -> None:
    lus = lire(
        "-soit par obtention d'une des certifications suivantes :",
        "--mention complémentaire au CAP :", "---maintenance des moteurs diesel ;",
        "---ou maintenance des systèmes embarqués de l'automobile ;", "--CQP vendeur.",
    )
    assert [a.ids for a in lus.acces[1:]] == [
        ("mc-cap-maintenance-systemes-embarques-automobile",), ("cqp-vendeur",)]
    assert lus.acces[0].noms[0].startswith("mention complémentaire au CAP maintenance des moteurs")


@pytest.mark.parametrize(("texte", "noms"), [
    ("CAP ou BEP ou titre de niveau équivalent", ["CAP", "BEP"]),
    ("CQP attaché commercial ou conseiller des ventes", ["CQP attaché commercial", "CQP conseiller des ventes"]),
    ("CQP chef d'équipe vitrage ou chef d'atelier vitrage", ["CQP chef d'équipe vitrage ou chef d'atelier vitrage"]),
    ("CAP maintenance des véhicules, option A : voitures particulières ou C : motocycles",
     ["CAP maintenance des véhicules, option A voitures particulières ou C motocycles"]),
    ("bac professionnel commerce ou CQP vendeur", ["bac professionnel commerce", "CQP vendeur"]),
])
def test_or_parts_two_certifications_only_where_there_are_two(texte: str, noms: list[str]) -> None:
    lus = lire(f"--{texte}, {_PRATIQUE} ;")
    assert [a.noms[0] for a in lus.acces] == noms
    assert all(a.pratique for a in lus.acces)


def test_an_equivalent_level_and_the_remark_to_be_created_are_kept() -> None:
    assert seul(lire("--brevet de technicien supérieur, ou titre ou diplôme de niveau équivalent")
                ).niveau_equivalent
    cree = seul(lire("--CQP opérateur vitrage, en cours de création (2009) ;"))
    assert (cree.en_creation, cree.ids) == (True, ("cqp-operateur-vitrage",))


def test_each_denomination_has_ways_of_its_own() -> None:
    lus = lire(
        "Pour le tôlier :", "-soit par obtention de la certification suivante : CQP tôlier confirmé ;",
        f"-{_DECISION}.", "Pour le peintre :", "-soit par obtention du CQP suivant :",
        "--CQP peintre confirmé ;",
    )
    assert [(a.titre, a.noms[0]) for a in lus.acces] == [
        ("tôlier", "CQP tôlier confirmé"), ("peintre", "CQP peintre confirmé")]


def test_what_is_asked_besides_the_certification_is_kept_with_it() -> None:
    moniteur = seul(lire("-par obtention du titre professionnel ECSR, du CCS 1, "
                         "et de l'autorisation d'enseigner."))
    assert moniteur.ids == ("tp-ecsr-avec-ccs",)  # with a CCS it is another entry
    assert set(moniteur.conditions) == {"ccs", "autorisation_enseigner"}
    controle = lire("-certifications de référence visant l'agrément préfectoral, dont notamment :",
                    "-CQP contrôleur technique VL ;")
    assert not [e for e in controle.elements if e.genre is Genre.NON_LU]
    routier = lire("--CAP, ou titre professionnel de conducteur ;",
                   "--avec une expérience professionnelle de 5 ans au moins ;")
    assert [a.conditions for a in routier.acces] == [("experience",), ("experience",)]


def test_sentences_that_are_rules_or_unknown_words_are_no_certification() -> None:
    lus = lire("Le titulaire d'un CQP ancien doit être classé ailleurs.", "--savoir-faire reconnu ;")
    assert [e.genre for e in lus.elements] == [Genre.AUTRE, Genre.NON_LU]
    assert lus.acces == ()
    assert not lus.decision


def test_a_slip_of_the_print_still_finds_its_entry_and_another_vehicle_does_not() -> None:
    assert seul(lire("--CQP réceptionaire après-vente option VL ;")).ids == (
        "cqp-receptionnaire-apres-vente-option-vl",)
    assert seul(lire("--CQP réparateur VL ;")).ids == ()


def test_a_mention_makes_it_the_other_bepecaser() -> None:
    avec = seul(lire("--moniteur moto : BEPECASER, avec mention deux-roues, et autorisation d'enseigner ;"))
    assert avec.ids == ("bepecaser-avec-mention",)


def test_titles_named_after_ou_in_one_long_line_are_ways_of_their_own() -> None:
    lus = lire("-BEPECASER obtenu avant 2016, ou titre professionnel ECSR, et autorisation "
               "d'enseigner, ou titre à finalité professionnelle mécanicien cycles ;").acces
    assert [a.ids for a in lus][1:] == [("tp-ecsr",), ("tfp-mecanicien-cycles",)]
    assert all("autorisation_enseigner" in a.conditions for a in lus)


def test_two_cqp_joined_by_ou_are_two_ways() -> None:
    lus = lire("-CQP attaché commercial ou conseiller des ventes ;")
    assert [a.noms[0] for a in lus.acces] == ["CQP attaché commercial", "CQP conseiller des ventes"]
