"""With the official texts, an answer on a rule quotes the paragraph of the agreement."""

from __future__ import annotations

import pytest

from assistant.chat import Assistant

QUESTIONS = [
    ("Quel est le préavis d'un ouvrier échelon 6 qui démissionne ?", "preavis_ouvriers_employes", "2.12"),
    ("Combien de temps dure la période d'essai d'un cadre ?", "essai_maitrise_cadres", "4.03"),
    ("Quels sont les critères valorisants en maîtrise ?", "majore_critere", "3B.02"),
    ("Comment est payé un vendeur au fixe et primes ?", "vendeur_fixe", "6.04"),
    ("J'ai suivi une formation de 40 heures, ai-je droit à une prime ? Je suis ouvrier.",
     "prime_formation_qualification", "2.05"),
    ("Combien d'heures pour chercher un emploi pendant le préavis d'un cadre ?",
     "recherche_emploi_encadrement", "4.10"),
    ("Quel salaire minimum à 17 ans échelon 6 ?", "minimum_moins_18", "1.19"),
    ("Je remplace le chef 10 jours de suite dans un garage de 6 salariés, ai-je une prime ?",
     "suppleance_prime", "3.02"),
    ("Un cadre en forfait 218 jours, quel minimum niveau II A ?", "forfait_jours", "1.09"),
    ("Définition de l'échelon 9 ?", "definition_ouvriers_employes", "3.03"),
    ("Un apprenti a-t-il un échelon ?", "non_classe_alternance", "3.02"),
]


@pytest.mark.parametrize(("question", "regle", "numero"), QUESTIONS)
def test_the_answer_quotes_the_agreement_word_for_word(
    assistant_officiel: Assistant, question: str, regle: str, numero: str
) -> None:
    kb = assistant_officiel.connaissances.kb
    reponse, _ = assistant_officiel.repondre(question)
    officielles = [c for c in reponse.citations if c.passage.startswith(f"article:{numero}/")]
    assert officielles, [c.passage for c in reponse.citations]
    assert not any(c.passage.startswith(f"regle:{regle}/") for c in reponse.citations)
    for citation in officielles:
        assert citation.quote == kb.par_id[citation.passage].texte
        assert citation.url == kb.articles[numero].lieu.lien


def test_the_practice_wanted_is_quoted_from_the_annex_for_that_echelon(
    assistant_officiel: Assistant,
) -> None:
    reponse, _ = assistant_officiel.repondre("J'ai un BTS, suis-je gestionnaire de droit ?")
    (annexe,) = [c for c in reponse.citations if c.passage.startswith("accord:KALIARTI000043510686/")]
    assert "l'échelon 23" in annexe.quote.replace("’", "'")


def test_the_value_of_the_point_is_quoted(assistant_officiel: Assistant) -> None:
    reponse, _ = assistant_officiel.repondre(
        "Je suis ouvrier, 40 heures de formation, quelle prime au 15/01/2026 ?"
    )
    (point,) = [c for c in reponse.citations if c.passage == "bareme:avenant-109/point"]
    assert "3,47" in point.quote


def test_without_official_texts_our_restatement_is_quoted(assistant: Assistant) -> None:
    reponse, _ = assistant.repondre("Combien de temps dure la période d'essai d'un cadre ?")
    assert any(c.passage.startswith("regle:essai_maitrise_cadres/") for c in reponse.citations)
