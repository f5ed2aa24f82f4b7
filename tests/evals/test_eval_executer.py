"""The runner: turns share their Etat, an exception is a failed case, thresholds decide."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Any

import pytest

from evals.cas import Cas
from evals.executer import Resultat, executer_cas
from evals.progres import suivre
from evals.rapport import ecrire_jsonl, en_texte, groupes
from evals.seuils import Seuils, juger
from evals.verifications import Verdict

SEUILS = Seuils(ensemble=0.5, par_tag={"dev": 1.0, "absent": 1.0})


class Sujet:
    """Stands for the assistant: keeps what it was asked, answers what it was given."""

    def __init__(self, reponse: dict[str, Any], panne_au_tour: int = 0) -> None:
        self.kb = SimpleNamespace(passages=())
        self.recus: list[object] = []
        self._reponse, self._panne = reponse, panne_au_tour

    def repondre(
        self, question: str, etat: Any = None, langue: str | None = None
    ) -> tuple[Any, Any]:
        self.recus.append((question, etat, langue))
        if len(self.recus) == self._panne:
            raise ZeroDivisionError("panne voulue")
        return SimpleNamespace(en_dict=lambda: self._reponse), len(self.recus)

    def repondre_faits(self, facts: Mapping[str, object], langue: str = "fr") -> Any:
        self.recus.append((facts, langue))
        return SimpleNamespace(en_dict=lambda: self._reponse)


def test_les_tours_partagent_leur_etat(
    faire_cas: Callable[..., Cas], reponse: dict[str, Any], passages: Mapping[str, Any]
) -> None:
    sujet = Sujet(reponse)
    resultat = executer_cas(faire_cas({"echelon": 23}, tours=["a", "b", "c"]), sujet, passages)
    assert sujet.recus == [("a", None, None), ("b", 1, None), ("c", 2, None)]
    assert resultat.reussi
    assert len(resultat.latences_ms) == len(resultat.reponses) == 3


def test_des_faits_sont_donnes_avec_leur_langue(
    faire_cas: Callable[..., Cas], reponse: dict[str, Any], passages: Mapping[str, Any]
) -> None:
    sujet = Sujet(reponse)
    executer_cas(faire_cas({"echelon": 23}, faits={"fiche": "Z.23.1"}, langue="en"), sujet, {})
    assert sujet.recus == [({"fiche": "Z.23.1"}, "en")]


def test_une_panne_est_un_cas_en_echec(
    faire_cas: Callable[..., Cas], reponse: dict[str, Any], passages: Mapping[str, Any]
) -> None:
    cas = faire_cas({"echelon": 23}, tours=["a", "b"])
    resultat = executer_cas(cas, Sujet(reponse, panne_au_tour=2), passages)
    assert not resultat.reussi
    assert resultat.erreur == "Le cas s'est arrêté au tour 2 : panne voulue (ZeroDivisionError)."
    assert resultat.trace is not None
    assert "Traceback" in resultat.trace


def test_une_reponse_hors_contrat_est_un_cas_en_echec(
    faire_cas: Callable[..., Cas], reponse: dict[str, Any], passages: Mapping[str, Any]
) -> None:
    del reponse["echelon_reference"]
    resultat = executer_cas(faire_cas({"echelon": 23}), Sujet(reponse), passages)
    assert resultat.erreur is not None
    assert "« echelon_reference »" in resultat.erreur


@pytest.fixture
def faire(faire_cas: Callable[..., Cas]) -> Callable[..., Resultat]:
    """Make a result without running anything."""

    def un(ident: str, reussi: bool, **champs: Any) -> Resultat:
        cas = faire_cas({"echelon": 23}, id=ident, question="Question secrète ?", **champs)
        verdict = Verdict("echelon", reussi, 24, 23, "Obtenu « 24 », attendu « 23 ».")
        reponse = {"answer": "Réponse secrète.", "provenance": {"knowledge": "abc"}}
        return Resultat(cas, (verdict,), (reponse,), (10.0,))

    return un


def test_seuils(faire: Callable[..., Resultat]) -> None:
    bons = [faire(f"a-{i}", True, tags=("dev",)) for i in range(3)]
    assert juger(bons, SEUILS) == ()
    un_rate = [*bons, faire("b-1", False, tags=("dev",))]
    assert list(juger(un_rate, SEUILS)) == [
        "Le tag « dev » : 3 réussis sur 4 (75.0%), seuil 100.0%."
    ]
    critique = [*bons, faire("b-2", False, tags=("critique",))]
    assert list(juger(critique, SEUILS)) == ["Le cas critique b-2 échoue."]
    assert "L'ensemble" in juger([faire("b-3", False)], SEUILS)[0]


def test_groupes(faire: Callable[..., Resultat]) -> None:
    lus = groupes([faire("a-1", True, tags=("dev",)), faire("a-2", False, role="rh", langue="en")])
    assert {g: {n: (p.reussis, p.n) for n, p in v.items()} for g, v in lus.items()} == {
        "thème": {"essai": (1, 2)},
        "tag": {"dev": (1, 1)},
        "langue": {"en": (0, 1), "fr": (1, 1)},
        "rôle": {"employe": (1, 1), "rh": (0, 1)},
        "vérification": {"echelon": (1, 2)},
    }


def test_le_rapport_dit_l_attendu_et_l_obtenu(faire: Callable[..., Resultat]) -> None:
    resultats = [faire("a-1", False), faire("a-2", True)]
    texte = en_texte(resultats, SEUILS, juger(resultats, SEUILS))
    assert "✗ a-1 (essai.yaml, fr, employe)" in texte
    assert "echelon : Obtenu « 24 », attendu « 23 »." in texte
    assert "Question secrète ?" in texte
    assert "tag « absent » n'a pu être vérifié" in texte
    assert "p50 10 ms, p95 10 ms" in texte
    assert texte.endswith("Seuils tenus.")


def test_un_cas_tenu_ne_montre_que_son_id(faire: Callable[..., Resultat]) -> None:
    resultats = [faire("t-1", False, tags=("tenu",)), faire("t-2", False, fichier="tenus.yaml")]
    manquements = juger(resultats, SEUILS)
    flux = io.StringIO()
    ecrire_jsonl(flux, resultats, manquements)
    texte = en_texte(resultats, SEUILS, manquements)
    assert "t-1 : echelon (contenu non montré)" in texte
    for vu in (texte, flux.getvalue()):
        assert "secrète" not in vu
        assert "Obtenu" not in vu
    assert "secrète" not in repr(resultats)
    montre = en_texte(resultats, SEUILS, manquements, montrer_tenus=True)
    assert montre.count("Question secrète ?") == 2


def test_jsonl(faire: Callable[..., Resultat]) -> None:
    flux = io.StringIO()
    ecrire_jsonl(flux, [faire("a-1", False), faire("a-2", True)], ())
    premier, second, bilan = map(json.loads, flux.getvalue().splitlines())
    assert (premier["id"], premier["reussi"], premier["echecs"]) == ("a-1", False, ["echelon"])
    assert premier["verdicts"][0]["explication"] == "Obtenu « 24 », attendu « 23 »."
    assert (second["reussi"], second["reponses"][0]["answer"]) == (True, "Réponse secrète.")
    assert (bilan["genre"], bilan["n"], bilan["reussis"]) == ("bilan", 2, 1)
    assert bilan["provenance"] == {"knowledge": "abc"}


def test_progres_en_json(faire: Callable[..., Resultat]) -> None:
    flux = io.StringIO()
    apres = suivre(2, flux, en_json=True)
    apres(faire("a-1", True))
    apres(faire("a-2", False))
    assert [json.loads(ligne) for ligne in flux.getvalue().splitlines()] == [
        {"fait": 1, "total": 2, "cas": "a-1", "reussi": True},
        {"fait": 2, "total": 2, "cas": "a-2", "reussi": False},
    ]


def test_progres_dans_un_journal_reste_court(faire: Callable[..., Resultat]) -> None:
    flux = io.StringIO()
    apres = suivre(200, flux, en_json=False)
    for i in range(200):
        apres(faire(f"a-{i}", True))
    assert len(flux.getvalue().splitlines()) == 10
