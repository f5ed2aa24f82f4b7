"""The language check: function words, sentence by sentence, quotes aside."""

from __future__ import annotations

import pytest

from assistant.corpus import KnowledgeBase
from evals.verifications import Contexte, langue_du_texte
from evals.verifications.langue import langue


@pytest.mark.parametrize(
    ("texte", "lue"),
    [
        ("A Gestionnaire is on échelon 23 (art. 3B.02).", "en"),
        ("Your qualification is Gestionnaire de comptabilité, which is on échelon 20.", "en"),
        ("Le minimum de l'échelon 24 est de 2 652 €.", "fr"),
        ("I cannot answer that.", "en"),
        ("Je ne peux pas répondre.", "fr"),
        ("The fiche says: « le contenu de la qualification et les extensions de la fiche ».", "en"),
        ("Échelon 23.", None),
        ("Z.23.1", None),
    ],
)
def test_langue_du_texte(texte: str, lue: str | None) -> None:
    assert langue_du_texte(texte) == lue


@pytest.mark.parametrize(
    ("champ", "texte", "voulue", "ok"),
    [
        ("fr", "Vous êtes à l'échelon 23.", "fr", True),
        ("en", "You are on échelon 23.", "fr", False),
        ("fr", "You are on échelon 23 and that is the reference.", "fr", False),
        ("en", "Échelon 23.", "en", True),
        (
            "en",
            "You are on échelon 23, which is the reference of the fiche. "
            "Il ne peut pas être au-dessus de ce que vous avez dans la grille.",
            "en",
            False,
        ),
    ],
)
def test_verdict(champ: str, texte: str, voulue: str, ok: bool) -> None:
    verdict = langue({"language": champ, "answer": texte}, Contexte(voulue))
    assert verdict.reussi is ok, verdict.explication


@pytest.mark.parametrize(("fiche", "ok"), [("Z.23.1", True), (None, False)])
def test_le_texte_d_une_fiche_citee_est_mis_a_part(fiche: str | None, ok: bool) -> None:
    """A French passage of a fiche may stand in an English answer; a rule has its English text."""
    quote = "La gestion et le suivi de tout ce qui est dans le service, et les outils du poste,"
    reponse = {
        "language": "en",
        "answer": f"The fiche, in French as written:\n- {quote}\n",
        "citations": [{"fiche": fiche, "quote": quote}],
    }
    assert langue(reponse, Contexte("en")).reussi is ok


@pytest.mark.parametrize("voulue", ["fr", "en"])
def test_les_regles_redites_se_lisent_dans_leur_langue(voulue: str) -> None:
    """On every restated rule of the knowledge: its own language passes, the other does not."""
    autre = {"fr": "en", "en": "fr"}[voulue]
    textes = [p.texte for p in KnowledgeBase.charger().passages if p.id.endswith(f"/{voulue}")]
    assert textes
    for texte in textes:
        assert langue({"language": voulue, "answer": texte}, Contexte(voulue)).reussi, texte
        assert not langue({"language": autre, "answer": texte}, Contexte(autre)).reussi, texte


def test_les_intitules_des_fiches_nommees_par_leur_code_sont_mis_a_part(kb: KnowledgeBase) -> None:
    """A title has no English; the French around it still counts."""
    titre = kb.fiches["K.12.5"].titres[0]
    passages = {p.id: p for p in kb.passages}
    for suite, ok in ((": échelon 12, category workers.", True),
                      (" : vous êtes sur la fiche de votre emploi et non dans une autre.", False)):
        reponse = {"language": "en", "answer": f"Your job is this one. {titre} (K.12.5){suite}"}
        assert langue(reponse, Contexte("en", passages)).reussi is ok
    sans_code = {"language": "en", "answer": f"You are one of these: {titre}."}
    assert not langue(sans_code, Contexte("en", passages)).reussi
