"""The work told beside a title, an échelon or a pay: the work gives the fiche, the title is held
against it."""

from __future__ import annotations

import pytest

from assistant.chat import Assistant


@pytest.mark.parametrize(("question", "fiche", "papier"), [
    ("Je remets en état d'origine des voitures anciennes : moteurs, boîtes et ponts, freins, entretien. "
     "Mon patron m'a classée mécanicienne de maintenance. C'est juste ?", "A.9.8", "A.3.1"),
    ("comptabilité complète toute seule : fournisseurs, clients, banque, TVA, relances, préparation du bilan. "
     "Je suis notée N.6.1", "N.9.1", "N.6.1"),
    ("« Opérateur confirmé » c'est ce qu'on m'a mis sur le contrat. En fait je redresse les tôles et je remplace "
     "les éléments soudés toute la journée", "B.6.1", "Z.9.1"),
])
def test_le_titre_sur_papier_cede_au_travail_decrit(
    assistant_officiel: Assistant, question: str, fiche: str, papier: str
) -> None:
    reponse, etat = assistant_officiel.repondre(question, None)
    assert etat.situation.fiche == fiche
    assert papier in reponse.fiches
    assert papier in reponse.answer


@pytest.mark.parametrize(("question", "fiche"), [
    ("Je peins des voitures et je redresse les tôles. Fiche de paie : carrossier peintre, échelon 6. Normal ?", "B.12.1"),
    ("mon contrat dit mécanicien de maintenance, je fais l'entretien courant et les révisions des voitures. ok ?", "A.3.1"),
    ("sur mon bulletin : comptable, échelon 6. C'est le bon échelon ?", "N.6.1"),
])
def test_le_titre_qui_convient_reste(assistant_officiel: Assistant, question: str, fiche: str) -> None:
    reponse, etat = assistant_officiel.repondre(question, None)
    assert etat.situation.fiche == fiche
    assert "Sur le papier" not in reponse.answer


@pytest.mark.parametrize("question", [
    "I teach motorbike riders for the A1, A2 and A and car drivers too, the contract says level 9. Fair?",
    "j'apprends aux gens à conduire des motos, permis A1 A2 et A, et la voiture aussi, échelon 9 sur ma paie, normal ?",
])
def test_un_echelon_dit_ne_cache_pas_le_travail(assistant_officiel: Assistant, question: str) -> None:
    _, etat = assistant_officiel.repondre(question, None)
    assert etat.situation.fiche == "K.12.5"


def test_une_paie_dite_n_est_pas_une_question_de_minimum(assistant_officiel: Assistant) -> None:
    reponse, etat = assistant_officiel.repondre("carrossière peintre toute seule, 1950 brut échelon 6, c'est normal ?", None)
    assert etat.intention == "situation"
    assert "échelon 12" in reponse.answer or "de 12" in reponse.answer


def test_un_mot_de_l_histoire_ne_dit_pas_la_demande(assistant_officiel: Assistant) -> None:
    _, etat = assistant_officiel.repondre(
        "Nous sommes six à l'atelier. Le patron part quinze jours en juillet comme chaque année et c'est moi qui dirige "
        "l'équipe, échelon 9. Y a-t-il quelque chose de prévu ?", None)
    assert etat.intention == "suppleance"


def test_une_question_d_avenir_reste_sans_reponse(assistant_officiel: Assistant) -> None:
    reponse, _ = assistant_officiel.repondre("Une augmentation des minima est-elle prévue pour 2028 ?", None)
    assert reponse.behaviour == "abstain"
