"""Each check on answers of the contract's shape: the good one passes, the spoilt one does not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

import pytest

from evals.cas import Cas
from evals.verifications import ReponseIncomplete, Verdict, contient, verifier

Dict = dict[str, Any]
RIEN = object()
"""For checks made whatever is expected."""


@pytest.fixture
def juger(faire_cas: Callable[..., Cas], passages: Mapping[str, Any]) -> Callable[..., Verdict]:
    """Verdict of the check named, for one expectation on one answer."""

    def un(nom: str, attendu: object, *reponses: Dict, **champs: Any) -> Verdict:
        ecrits = {"dit": ["23"]} if attendu is RIEN else {nom: attendu}
        verdicts = verifier(faire_cas(ecrits, **champs), reponses, passages)
        return next(v for v in verdicts if v.nom == nom)

    return un


@pytest.mark.parametrize(
    ("nom", "bon", "mauvais"),
    [
        ("comportement", "answer", "refuse"),
        ("comportement", ["ask", "answer"], ["ask", "abstain"]),
        ("issue", "reference", "majore_du"),
        ("issue", ["reference", None], [None]),
        ("echelon", 23, 24),
        ("majores", [25, 24], [24]),
        ("accessibles", [23], [23, 24]),
        ("fiche", "z.23.1", "Z.20.1"),
        ("article", "3B.02", "3.02"),
        ("article", "3 B.02 a", "3B.02 d"),
        ("montant", 2510, 2510.01),
        ("montant", 2510.004, None),
        ("dit", ["23", "MAITRISE", "2510"], ["24"]),
        ("dit_un_de", [["nul", "gestionnaire"]], [["23"], ["BTS", "brevet"]]),
        ("ne_dit_pas", ["26", "251"], ["l’echelon 23"]),
        ("demande", "certification_rncsa", "age"),
        ("demande", ["age", "certification_rncsa"], ["age", "vae"]),
        ("premiere", "Z.23.1", "A.23.1"),
        ("trois", ["A.23.1", "Z.23.1"], ["A.23.1"]),
    ],
)
def test_attente(
    juger: Callable[..., Verdict], reponse: Dict, nom: str, bon: object, mauvais: object
) -> None:
    assert juger(nom, bon, reponse).reussi
    rate = juger(nom, mauvais, reponse)
    assert not rate.reussi
    assert rate.explication


def test_the_fiches_of_a_description(juger: Callable[..., Verdict], reponse: Dict) -> None:
    reponse["fiches"] = ["A.3.1", "A.6.1", "A.9.1", "A.12.2"]
    assert not juger("premiere", "A.6.1", reponse).reussi
    assert juger("trois", "A.9.1", reponse).reussi
    assert not juger("trois", "A.12.2", reponse).reussi
    assert juger("ensemble", ["A.6.1", "A.3.1"], reponse).reussi
    assert not juger("ensemble", ["A.3.1", "A.12.2"], reponse).reussi


def test_montant_null(juger: Callable[..., Verdict], reponse: Dict) -> None:
    reponse["montant"] = None
    assert juger("montant", None, reponse).reussi
    assert not juger("montant", 2510, reponse).reussi


def test_niveau_de_cadre(juger: Callable[..., Verdict], reponse: Dict) -> None:
    reponse |= {"echelon_reference": "II", "accessible": ["II A", "II B"]}
    assert juger("echelon", "II", reponse).reussi
    assert juger("accessibles", ["II B", "II A"], reponse).reussi
    assert not juger("echelon", "I", reponse).reussi


def test_article_est_un_debut(juger: Callable[..., Verdict], reponse: Dict) -> None:
    """A beginning, "5.0", stands for 5.02 and 5.03: the agreement's articles have two decimals."""
    reponse["motifs"][0]["article"] = "1.16 a"
    assert juger("article", "1.1", reponse).reussi
    assert not juger("article", "16", reponse).reussi
    assert juger("article", "Article 1.16", reponse).reussi


def test_plusieurs_articles_ensemble(juger: Callable[..., Verdict], reponse: Dict) -> None:
    reponse["motifs"][0]["article"] = "3.02 d, 3B.02 d, 5.02 d"
    assert juger("article", "5.02 d", reponse).reussi
    assert not juger("article", "5.02 a", reponse).reussi


def test_article_d_une_citation(juger: Callable[..., Verdict], reponse: Dict) -> None:
    reponse["motifs"] = []
    assert not juger("article", "3B.02", reponse).reussi
    reponse["citations"][0]["article"] = "Art. 3B.02 d"
    assert juger("article", "3B.02", reponse).reussi


class TestCite:
    """A quote is expected by its place and its anchor, and must be located."""

    ATTENDU: ClassVar = {"fiche": "Z.23.1", "ancre": "CORRESPONDANT au contenu"}

    def test_bonne(self, juger: Callable[..., Verdict], reponse: Dict) -> None:
        assert juger("cite", [self.ATTENDU], reponse).reussi
        par_passage = {"passage": "Z.23.1/classement", "ancre": "correspondant"}
        assert juger("cite", [par_passage], reponse).reussi

    def test_absente(self, juger: Callable[..., Verdict], reponse: Dict) -> None:
        autre = juger("cite", [self.ATTENDU | {"fiche": "Z.20.1"}], reponse)
        assert (autre.reussi, "Aucune citation de « Z.20.1 »" in autre.explication) == (False, True)
        ancre = juger("cite", [self.ATTENDU | {"ancre": "tutorat"}], reponse)
        assert (ancre.reussi, "ne contient" in ancre.explication) == (False, True)

    def test_modifiee_d_un_mot(self, juger: Callable[..., Verdict], reponse: Dict) -> None:
        quote = reponse["citations"][0]["quote"]
        reponse["citations"][0]["quote"] = quote.replace("23", "24")
        assert not juger("cite", [self.ATTENDU], reponse).reussi
        assert not juger("citations_situees", RIEN, reponse).reussi

    def test_partielle(self, juger: Callable[..., Verdict], reponse: Dict) -> None:
        citation = reponse["citations"][0]
        citation["quote"] = citation["quote"].split(":")[0]
        verdict = juger("citations_situees", RIEN, reponse)
        assert (verdict.reussi, "partie" in verdict.explication) == (False, True)

    def test_passage_inconnu(self, juger: Callable[..., Verdict], reponse: Dict) -> None:
        reponse["citations"][0]["passage"] = "nulle-part"
        assert "n'existe pas" in juger("citations_situees", RIEN, reponse).explication

    def test_signes_replies(self, juger: Callable[..., Verdict], reponse: Dict) -> None:
        citation = reponse["citations"][0]
        citation |= {
            "passage": "regle/majore",
            "quote": "L'extension\u00a0reconnue ouvre  un majoré - jamais\nde droit.",
        }
        assert juger("citations_situees", RIEN, reponse).reussi
        citation["quote"] = citation["quote"].upper()
        assert not juger("citations_situees", RIEN, reponse).reussi


class TestToujours:
    """The checks that every case makes, whatever it expects."""

    def test_reponse_vide(self, juger: Callable[..., Verdict], reponse: Dict) -> None:
        assert juger("reponse_non_vide", RIEN, reponse).reussi
        reponse["answer"] = " \n"
        assert not juger("reponse_non_vide", RIEN, reponse).reussi

    def test_refus_avec_source(self, juger: Callable[..., Verdict], reponse: Dict) -> None:
        assert juger("refus_sans_citation", RIEN, reponse).reussi
        reponse["behaviour"] = "refuse"
        assert not juger("refus_sans_citation", RIEN, reponse).reussi
        assert not juger("sans_citation", True, reponse).reussi
        reponse["citations"] = []
        assert juger("refus_sans_citation", RIEN, reponse).reussi
        assert juger("sans_citation", True, reponse).reussi

    def test_un_tour_d_avant_compte(self, juger: Callable[..., Verdict], reponse: Dict) -> None:
        premiere = reponse | {"answer": ""}
        tours = {"tours": ["Bonjour", "Quel échelon ?"]}
        verdict = juger("reponse_non_vide", RIEN, premiere, reponse, **tours)
        assert (verdict.reussi, verdict.explication[:6]) == (False, "Tour 1")

    def test_les_attentes_portent_sur_le_dernier(
        self, juger: Callable[..., Verdict], reponse: Dict
    ) -> None:
        tours = {"tours": ["Bonjour", "Quel échelon ?"]}
        assert juger("echelon", 23, reponse | {"echelon_reference": None}, reponse, **tours).reussi

    def test_champ_du_contrat_absent(self, juger: Callable[..., Verdict], reponse: Dict) -> None:
        del reponse["outcome"]
        with pytest.raises(ReponseIncomplete, match="« outcome »"):
            juger("issue", [None], reponse)


@pytest.mark.parametrize(
    ("texte", "cherche", "langue", "trouve"),
    [
        ("2 652 €", "2652", "fr", True),
        ("2\u202f652,00 €", "2652", "fr", True),
        ("2\u2005652 €", "2652", "fr", True),
        ("12 652 €", "2652", "fr", False),
        ("2 652,50 €", "2652", "fr", False),
        ("2 652,50 €", "2652,50", "fr", True),
        ("2 652 €", "652", "fr", False),
        ("€2,652.00 a month", "2652", "en", True),
        ("2,652", "2652", "fr", False),
        ("échelon **23**.", "23", "fr", True),
        ("24/25", "25", "fr", True),
        ("échelons 24, 25 ou 12", "24", "fr", True),
        ("Z.23.1", "23", "fr", False),
        ("123", "23", "fr", False),
        ("23,5", "23", "fr", False),
        ("art. 3B.02", "02", "fr", False),
        ("l’échelon 23", "échelon 2", "fr", False),
        ("l’Échelon 23", "L'ECHELON 23", "fr", True),
        ("A.6.10", "A.6.1", "fr", False),
        ("la main-d'œuvre", "main d'oeuvre", "fr", False),
        ("la main‑d’œuvre", "main-d'oeuvre", "fr", True),
        ("un brevet  de\ntechnicien", "brevet de technicien", "fr", True),
        ("le 1.10.2025", "1.10", "fr", False),
        ("niveau III A", "II A", "fr", False),
        ("niveau II A.", "II A", "fr", True),
        ("vous pouvez passer", "pas", "fr", False),
        ("ce n'est pas dû", "pas", "fr", True),
        ("il est recommandé", "recommand", "fr", True),
        ("un BTS, c'est bien", "BTS", "fr", True),
        ("le degré autre", "degré A", "fr", False),
        ("fiche AA.6.1", "A.6.1", "fr", False),
        ("2025 100 %", "100", "fr", True),
    ],
)
def test_contient(texte: str, cherche: str, langue: str, trouve: bool) -> None:
    assert contient(texte, cherche, langue) is trouve
