"""Contenu, extension or neither; categories and codes put right; other people's data."""

from __future__ import annotations

import pytest

from assistant.chat import Assistant
from assistant.chat.comprendre.activite_en_cause import activite_en_cause
from assistant.chat.reponse import Reponse
from assistant.classification.rapprochement import rapprocher, se_valent


def _dire(assistant: Assistant, question: str) -> Reponse:
    return assistant.repondre(question)[0]


@pytest.mark.parametrize(("question", "activite"), [
    ("Faire les devis, est-ce du contenu ou une extension pour un peintre confirmé ?", "devis"),
    ("les promos commerciales c'est dans la fiche du gestionnaire ?", "promos commerciales"),
    ("operateur préparation vehicules : convoyer les voitures c du contenu ou une extension ?",
     "convoyer les voitures"),
    ("une secrétaire qui fait l'accueil, c prévu dans sa fiche ?", "accueil"),
    ("est-ce que le tutorat fait partie du contenu du technicien expert ?", "tutorat"),
    ("Is IT management part of the job or an extension for gestionnaire?", "IT management"),
    ("Quelles sont les extensions de la fiche A.6.1 ?", None),
    ("attaché commercial VU/VI les extensions c koi", None),
    ("quel est le contenu de la fiche L.17.1 ?", None),
    ("Quel est l'objet de la qualification de gestionnaire ?", None),
])
def test_l_activite_vient_de_la_question(
    assistant: Assistant, question: str, activite: str | None
) -> None:
    c = assistant.connaissances
    trouvee = activite_en_cause(question, c.lexique.lier(question), c.kb.referentiel.concepts)
    assert trouvee == activite


@pytest.mark.parametrize(("a", "b", "pareil"), [
    ("convoi", "convoyag", True), ("nettoi", "nettoyag", True), ("lav", "lavag", True),
    ("pos", "paie", False), ("factur", "fabriqu", False), ("=vente", "vent", False),
])
def test_les_mots_d_une_famille_se_valent(a: str, b: str, pareil: bool) -> None:
    assert se_valent(a, b) is pareil


def test_le_mot_rare_compte_plus(assistant: Assistant) -> None:
    items = ("tri de pneus usés", "tri de bidons", "tri de filtres")
    concepts = assistant.connaissances.kb.referentiel.concepts
    assert rapprocher("trier les filtres", items, concepts)[0].rang == 2
    assert rapprocher("tenir la paie", items, concepts) == ()


@pytest.mark.parametrize(("question", "code", "dit"), [
    ("Tenir le standard, c'est dans le contenu normal de l'hôtesse d'accueil ?", "C.3.1",
     "est une extension"),
    ("operateur préparation vehicules : convoyer les voitures c du contenu ou une extension ?",
     "E.3.1", "partie du contenu"),
    ("coordonner des échelons 3, 4 et 5, contenu ou extension pour l'adjoint au responsable de "
     "stationnement ?", "L.17.1", "est une extension"),
    ("secrétaire : l'accueil, c'est compris dans ma fiche ?", "M.6.1", "partie du contenu"),
])
def test_contenu_ou_extension(
    assistant_officiel: Assistant, question: str, code: str, dit: str
) -> None:
    """The side is told, one item of it quoted, with the edition of the text."""
    reponse = _dire(assistant_officiel, question)
    section = "extensions" if "extension" in dit else "contenu"
    assert dit in reponse.answer
    assert reponse.fiches == (code,)
    assert any(c.passage.startswith(f"fiche:{code}/{section}/") for c in reponse.citations)
    assert "édition du" in reponse.answer


@pytest.mark.parametrize("code", ["A.3.1", "A.6.7", "B.9.2", "E.3.1"])
@pytest.mark.parametrize("activite", [
    "tenir la paie des salariés", "donner des cours de code", "vendre des voitures d'occasion",
])
def test_une_activite_etrangere_n_est_ni_l_un_ni_l_autre(
    assistant_officiel: Assistant, code: str, activite: str
) -> None:
    reponse = _dire(
        assistant_officiel, f"{activite}, c'est du contenu ou une extension pour {code} ?")
    assert "ni dans le contenu ni dans les extensions" in reponse.answer


def test_chaque_extension_imprimee_est_reconnue(assistant_officiel: Assistant) -> None:
    """Every extension of ten fiches, asked about in its own words, is told or shown as both."""
    kb = assistant_officiel.kb
    codes = [c for c in kb.textes if c in kb.fiches and kb.fiches[c].extensions][::10][:10]
    ratees = []
    for code in codes:
        for item in kb.textes[code].textes("extensions"):
            dit = item.split("(")[0].rstrip(" ;.,")
            reponse = _dire(
                assistant_officiel, f"{dit}, c'est du contenu ou une extension pour {code} ?")
            if not any(m in reponse.answer for m in ("est une extension", "à la fois")):
                ratees.append((code, dit))
    assert not ratees


@pytest.mark.parametrize("question", [
    "Chef d'agence de location étant cadre, quel degré lui donner ?", "vendeur, donc cadre ?",
    "comme agent de maîtrise, le mécanicien spécialiste automobile a quel échelon ?",
    "magasinier est maîtrise non ?", "le contremaître d'atelier, forcément cadre, quel échelon ?",
])
def test_une_categorie_fausse_est_corrigee(assistant: Assistant, question: str) -> None:
    reponse = _dire(assistant, question)
    assert reponse.behaviour == "correct_premise"
    assert reponse.answer.startswith("Non")


@pytest.mark.parametrize("question", [
    "Un magasinier est-il cadre ?", "Cadre technique PRA, quel échelon ?",
    "je suis carrossier peintre, comment passer agent de maîtrise ?",
    "gestionnaire, c'est maîtrise ou cadre ?", "agent de maîtrise atelier, quel échelon ?",
])
def test_une_question_n_est_pas_une_idee_fausse(assistant: Assistant, question: str) -> None:
    assert _dire(assistant, question).behaviour != "correct_premise"


@pytest.mark.parametrize("question", [
    "quel échelon a Sandra de la compta ?", "quel echelon a kevin", "combien gagne Mme Durand ?",
    "l'échelon de Karim ?",
])
def test_les_donnees_d_une_autre_personne(assistant: Assistant, question: str) -> None:
    reponse = _dire(assistant, question)
    assert reponse.behaviour in ("refuse", "abstain")
    assert not reponse.citations
    assert reponse.positionnement is None


def test_une_personne_et_son_emploi_sont_classes(assistant: Assistant) -> None:
    assert "N.6.1" in _dire(assistant, "Sandra est comptable, quel échelon lui donner ?").fiches
    assert _dire(assistant, "l'échelon de Magasinier ?").fiches == ("D.3.1",)


@pytest.mark.parametrize("question", ["???", "…", "!?"])
def test_des_signes_seuls(assistant: Assistant, question: str) -> None:
    reponse = _dire(assistant, question)
    assert reponse.behaviour == "abstain"
    assert not reponse.citations


@pytest.mark.parametrize(("question", "code", "autre"), [
    ("A.6.1 magasinier, quel échelon ?", "A.6.1", "D.3.1"),
    ("mécanicien cycles A.3.1 ?", "A.3.1", "A.3.5"),
])
def test_le_code_l_emporte_sur_le_titre_et_c_est_dit(
    assistant: Assistant, question: str, code: str, autre: str
) -> None:
    reponse = _dire(assistant, question)
    assert reponse.behaviour == "flag_inconsistency"
    assert reponse.fiches[0] == code
    assert code in reponse.answer
    assert autre in reponse.answer


def test_code_et_titre_d_accord_ne_signalent_rien(assistant: Assistant) -> None:
    for question in ("peintre confirmé (B.9.2) échelon ?", "B201 réceptionnaire, échelon svp"):
        assert _dire(assistant, question).behaviour == "answer"


def test_une_activite_ecrite_dans_les_deux_est_dite_des_deux(assistant_officiel: Assistant) -> None:
    reponse, _ = assistant_officiel.repondre(
        "La réalisation d'essais est-elle une extension sur A.6.1 ?")
    assert "à la fois dans le contenu et dans les extensions" in reponse.answer
    assert {c.passage.split("/")[1] for c in reponse.citations if c.passage.startswith("fiche:A.6.1")} >= {
        "contenu", "extensions"}
