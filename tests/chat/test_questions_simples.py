"""Short questions on fiches: two jobs side by side, a code alone, a choice, a certification."""

from __future__ import annotations

import pytest

from assistant.chat import Assistant
from assistant.chat.comprendre.demande_neutre import alternative, demande_sans_affirmer
from assistant.chat.reponse import Behaviour


@pytest.mark.parametrize(("question", "codes", "dits"), [
    ("Secrétaire et comptable sont-elles au même échelon ?", {"M.6.1", "N.6.1"}, ["sont les mêmes"]),
    ("renovateur VO ou operateur prepa vehicules, lequel a l echelon le plus haut ?",
     {"E.6.1", "E.3.1"}, ["échelon 6", "échelon 3", "le plus haut est celui de Rénovateur VO"]),
    ("Magasinier et magasinier-vendeur confirmé PRA : quels échelons ?", {"D.3.1", "D.9.1"},
     ["échelon 3", "échelon 9"]),
    ("mecanicien cycles / conseiller technique cycles : echelon de chacun", {"A.3.5", "A.9.5"},
     ["échelon 3", "échelon 9"]),
    ("Cadre technique d'atelier et chef après-vente : à quels niveaux de cadre sont-ils ?",
     {"A.C.I.1", "B.C.I.1", "A.C.III.1", "B.C.III.1"}, ["cadre niveau I,", "cadre niveau III"]),
    ("Who ranks higher, the tôlier spécialiste or the tôlier confirmé? Give both échelons.",
     {"B.6.1", "B.9.1"}, ["échelon 6", "échelon 9", "higher"]),
])
def test_deux_emplois_ont_chacun_leur_classement(
    assistant: Assistant, question: str, codes: set[str], dits: list[str]
) -> None:
    reponse, _ = assistant.repondre(question)
    assert reponse.behaviour is Behaviour.ANSWER
    assert set(reponse.fiches) == codes
    for dit in dits:
        assert dit in reponse.answer


def test_qui_fait_deux_metiers_n_est_pas_une_comparaison(assistant: Assistant) -> None:
    reponse, _ = assistant.repondre("je fais magasinier et vendeur comptoir, quel échelon ?")
    assert "le plus haut" not in reponse.answer


@pytest.mark.parametrize(("question", "titre"), [
    ("I.20.1 c'est quel métier ?", "Chef de station-service"),
    ("le code D 9 1 correspond à quel métier", "Magasinier-vendeur confirmé PRA"),
    ("J.23.1 : quel emploi ?", "Chef d'agence(s) de location"),
])
def test_un_code_seul_dit_son_metier(assistant: Assistant, question: str, titre: str) -> None:
    reponse, _ = assistant.repondre(question)
    assert titre in reponse.answer


@pytest.mark.parametrize("question", [
    "Is an adjoint au chef des ventes cadre level I or II?",
    "peintre confirmé, c'est 9 ou 12 ?",
    "Un peintre confirmé est-il à l'échelon 12 ?",
])
def test_qui_demande_n_affirme_rien(assistant: Assistant, question: str) -> None:
    assert assistant.repondre(question)[0].behaviour is Behaviour.ANSWER


def test_qui_affirme_est_corrige(assistant: Assistant) -> None:
    reponse, _ = assistant.repondre("Le peintre confirmé est à l'échelon 12, c'est bien ça ?")
    assert reponse.behaviour is Behaviour.CORRECT_PREMISE
    assert "échelon 9" in reponse.answer


@pytest.mark.parametrize("question", [
    "comptable confirmée N.9.1, les fiches de paie c'est compris dans la fiche ou c'est une extension ?",
    "je gere le stock peinture, je suis peintre confirmé B.9.2 : le stock c dans ma fiche ou une extension ?",
])
def test_compris_ou_extension_laisse_le_choix(assistant_officiel: Assistant, question: str) -> None:
    """ "Confirmé" in a title confirms nothing; what is asked last is what is judged."""
    reponse, _ = assistant_officiel.repondre(question)
    assert reponse.behaviour is Behaviour.ANSWER
    assert "fait déjà partie du contenu" in reponse.answer


@pytest.mark.parametrize(("question", "echelon"), [
    ("titre pro enseignant de la conduite et de la securité routiere : on arrive a quel echelon", "9"),
    ("titre pro enseignante de la conduite, quel échelon ?", "9"),
    ("cqp gestionnaire d'atelier = quel echelon", "23"),
    ("titre professionnel enseignant de la conduite avec CCS deux roues, quel échelon ?", "12"),
    ("What échelon does the titre professionnel enseignant de la conduite lead to?", "9"),
])
def test_le_metier_dans_le_nom_d_un_diplome_ne_fait_pas_demander_la_fiche(
    assistant: Assistant, question: str, echelon: str
) -> None:
    reponse, _ = assistant.repondre(question)
    assert reponse.behaviour is Behaviour.ANSWER
    assert f"échelon {echelon}" in reponse.answer


@pytest.mark.parametrize(("question", "choix", "demande"), [
    ("cadre I ou II ?", True, True),
    ("le stock, compris ou extension ?", True, True),
    ("is it in the fiche or an extension?", False, True),
    ("le vendeur est-il à 12 ?", False, True),
    ("le vendeur est à 12, c'est bien ça ?", False, False),
    ("puisque le vendeur est à 12", False, False),
])
def test_ce_qui_est_demande_sans_etre_affirme(question: str, choix: bool, demande: bool) -> None:
    assert demande_sans_affirmer(question) is demande
    assert alternative(question) is choix or choix is False


@pytest.mark.parametrize(("question", "fiches", "montants"), [
    ("quel est le salaire minimum d'un moniteur auto école", {"K.9.5", "K.12.5"}, ["2\u202f080", "2\u202f231"]),
    ("What is the minimum wage for a car salesman?", {"C.9.1", "C.20.1"}, ["2\u202f080", "2\u202f231"]),
])
def test_the_minimum_of_a_name_several_fiches_bear_is_given_for_each(
    assistant: Assistant, question: str, fiches: set[str], montants: list[str]
) -> None:
    r, _ = assistant.repondre(question)
    assert r.behaviour == "ask"
    assert fiches <= set(r.fiches)
    assert r.montant is None
    plat = r.answer.replace(",", "\u202f")
    assert all(m in plat for m in montants)


@pytest.mark.parametrize("question", [
    "Il peint seul depuis 12 ans, teintes comprises : peut-on le laisser à l'échelon 6 ?",
    "elle travaille seule à l'accueil, échelon 3, normal ?",
])
def test_working_alone_is_no_standing_in_for_the_boss(assistant: Assistant, question: str) -> None:
    r, _ = assistant.repondre(question)
    assert "suppléance" not in r.answer
    assert "délai de la fiche" not in r.answer
