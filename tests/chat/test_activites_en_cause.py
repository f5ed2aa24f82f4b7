"""An activity said in everyday words, held against the lines of a fiche or of two."""

from __future__ import annotations

import pytest

from assistant.chat import Assistant
from assistant.chat.reponse import Reponse
from assistant.classification.familles import de_meme_famille
from assistant.classification.mots import racine, sans_accents


def _dire(assistant: Assistant, question: str) -> Reponse:
    return assistant.repondre(question)[0]


@pytest.mark.parametrize("paire", [
    "livrer livraison", "laver lavage", "souder soudure", "fermer fermeture", "relève relevage",
    "convoyer convoyage", "compta comptable", "atelage attelage", "négocier négociation",
])
def test_le_verbe_et_le_nom_sont_de_la_meme_famille(paire: str) -> None:
    a, b = (racine(sans_accents(m)) for m in paire.split())
    assert de_meme_famille(a, b)


@pytest.mark.parametrize("paire", [
    "atelage atelier", "livre livret", "poser position", "forme formule", "client climat",
    "parc parcours", "contrat contrôle",
])
def test_des_mots_voisins_ne_le_sont_pas(paire: str) -> None:
    a, b = (racine(sans_accents(m)) for m in paire.split())
    assert not de_meme_famille(a, b)


@pytest.mark.parametrize(("question", "code"), [
    ("le magasinier peut-il livrer ? c'est prévu par la fiche ?", "D.3.1"),
    ("Sur B.6.1, a-t-on le droit de peindre ? C'est une extension, il faut un diplôme ?", "B.6.1"),
    ("rénovateur VO : le pistolet c'est autorisé dans la fiche ?", "E.6.1"),
    ("secrétaire échelon 6 je tiens un peu de compta cest une extension ?", "M.6.1"),
    ("peintre confirmé, je forme parfois des apprentis. C'est dans ma fiche ?", "B.9.2"),
    ("vendre au comptoir, pour un H.6.1, c'est dans le boulot de base ?", "H.6.1"),
])
def test_une_extension_dite_avec_un_verbe(
    assistant_officiel: Assistant, question: str, code: str
) -> None:
    reponse = _dire(assistant_officiel, question)
    assert reponse.answer.startswith("Oui")
    assert "extension" in reponse.answer
    assert reponse.fiches[0] == code
    assert any(f"{code}/extensions/" in c.passage for c in reponse.citations)


def test_la_frequence_n_eloigne_pas_du_contenu(assistant_officiel: Assistant) -> None:
    reponse = _dire(
        assistant_officiel,
        "agent de parking : laver des voitures de temps en temps c'est dans la fiche L.3.1 ou pas")
    assert "partie du contenu" in reponse.answer
    assert "ponctuellement" in reponse.answer


def test_une_ligne_proche_est_montree_et_rien_n_est_affirme(assistant_officiel: Assistant) -> None:
    reponse = _dire(assistant_officiel, "poser un atelage c dans la fiche A.3.1 ou cest en plus")
    assert "si c'est bien" in reponse.answer
    assert "pose d'accessoires" in reponse.answer
    assert "document d'atelier" not in reponse.answer


@pytest.mark.parametrize(("question", "premiere"), [
    ("le nuancier et la colorimétrie, c'est la fiche peintre spécialiste ou peintre confirmé", "B.9.2"),
    ("Les fiches de paie, c'est le comptable ou le comptable confirmé qui les fait ?", "N.9.1"),
    ("comptoir pieces detachées, je vends et je range : D.3.1 ou D.6.1", "D.6.1"),
    ("A.20.1 ou A.20.2 ? notre technicien remplace parfois le chef d'équipe", "A.20.2"),
])
def test_des_deux_fiches_celle_qui_a_le_travail_dit(
    assistant_officiel: Assistant, question: str, premiere: str
) -> None:
    assert _dire(assistant_officiel, question).fiches[0] == premiere


def test_deux_codes_sans_travail_dit_ne_sont_pas_departages(assistant_officiel: Assistant) -> None:
    reponse = _dire(assistant_officiel, "quelle différence entre A.6.1 et A.9.1 ?")
    assert reponse.fiches[:2] == ("A.6.1", "A.9.1")


@pytest.mark.parametrize(("question", "code"), [
    ("vendeur 2 roues, quel échelon ?", "C.6.1"), ("échelon vendeuse scooters ?", "C.6.1"),
    ("mécano moto confirmé, échelon ?", "A.9.2"), ("contrôleur technique VL, échelon ?", "G.9.1"),
    ("moniteur d auto ecole permis B, echelon stp", "K.9.5"),
])
def test_un_nom_incomplet_mais_sans_doute(assistant: Assistant, question: str, code: str) -> None:
    assert _dire(assistant, question).fiches[:1] == (code,)
