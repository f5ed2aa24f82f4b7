"""The case files: what is accepted, and what a mistake is told to the person who made it."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.classification import Outcome
from evals.cas import Issue
from evals.chargement import charger_cas
from evals.lecture import ErreurDeFichier
from evals.seuils import charger_seuils

BON = """
theme: essai
cas:
  - id: ess-001
    question: Quel échelon ?
    tags: [dev, critique]
    attendu: {comportement: answer, issue: [reference, null], echelon: 23, montant: null}
  - id: ess-002
    faits: {fiche: Z.23.1, date: 2025-10-01, criteres: []}
    role: rh
    attendu:
      accessibles: ["II A", 24]
      cite: [{fiche: Z.23.1, ancre: correspondant au contenu}]
"""


def _ecrire(dossier: Path, texte: str, nom: str = "essai.yaml") -> Path:
    (dossier / nom).write_text(texte, encoding="utf-8")
    return dossier


def _erreur(dossier: Path, texte: str, nom: str = "essai.yaml") -> str:
    with pytest.raises(ErreurDeFichier) as leve:
        charger_cas(_ecrire(dossier, texte, nom))
    return str(leve.value)


def _un_cas(lignes: str, attendu: str = "{echelon: 23}") -> str:
    return f"theme: essai\ncas:\n  - id: ess-001\n    {lignes}\n    attendu: {attendu}\n"


def test_ce_qui_est_ecrit_est_ce_qui_est_attendu(tmp_path: Path) -> None:
    premier, second = charger_cas(_ecrire(tmp_path, BON))
    assert dict(premier.attendu.ecrits()) == {
        "comportement": ("answer",),
        "issue": ("reference", None),
        "echelon": 23,
        "montant": None,
    }
    assert (premier.langue, premier.role, premier.critique, premier.tenu) == (
        "fr",
        "employe",
        True,
        False,
    )
    assert second.faits is not None
    assert second.faits["date"] == "2025-10-01"
    assert second.attendu.accessibles == ("II A", 24)


def test_l_ordre_est_celui_des_fichiers_puis_des_cas(tmp_path: Path) -> None:
    _ecrire(tmp_path, BON.replace("ess-", "b-"), "b.yaml")
    _ecrire(tmp_path, BON.replace("ess-", "a-"), "a.yaml")
    assert [c.id for c in charger_cas(tmp_path)] == ["a-001", "a-002", "b-001", "b-002"]


@pytest.mark.parametrize(
    ("lignes", "attendu", "dit"),
    [
        ("question: x", "{echelon: '23', bizarre: 1}", ["attendu.bizarre", "champ inconnu"]),
        ("question: x", "{echelons: 23}", ["vouliez-vous dire « echelon »"]),
        ("qestion: x", "{echelon: 23}", ["« qestion »", "vouliez-vous dire « question »"]),
        ("langue: fr", "{echelon: 23}", ["« question », « tours » ou « faits »"]),
        ("question: x\n    tours: [y]", "{echelon: 23}", ["l'un des trois"]),
        ("question: '  '", "{echelon: 23}", ["« question »", "il est vide"]),
        ("tours: []", "{echelon: 23}", ["« tours »", "au moins un élément"]),
        ("question: x", "{}", ["« attendu »", "au moins une attente"]),
        ("question: x", "{comportement: repondre}", ["comportement", "'answer'", "'repondre'"]),
        ("question: x", "{issue: [majore]}", ["issue.1", "'majore_du'"]),
        ("question: x", "{echelon: true}", ["attendu.echelon", "un échelon (23)"]),
        ("question: x", "{montant: '2652'}", ["attendu.montant", "sans guillemets"]),
        ("question: x", "{dit: [23]}", ["attendu.dit.1", "entre guillemets", "reçu : 23"]),
        ("question: x", "{dit: '23'}", ["attendu.dit", "une liste"]),
        ("question: x", "{dit_un_de: [a, b]}", ["attendu.dit_un_de.1", "une liste"]),
        ("question: x", "{article: 1.10}", ["attendu.article", "entre guillemets"]),
        ("question: x", "{demande: diplome}", ["« diplome » n'est pas un fait connu"]),
        ("question: x", "{sans_citation: false}", ["sans_citation", "retirez la ligne"]),
        (
            "question: x",
            "{cite: [{fiche: Z.23.1, ancre: un deux trois quatre cinq six sept}]}",
            ["attendu.cite.1.ancre", "6 mots au plus"],
        ),
        ("question: x", "{cite: [{ancre: un mot}]}", ["« fiche » ou « passage »"]),
        (
            "question: x",
            "{cite: [{fiche: Z.23.1, ancre: un}], sans_citation: true}",
            ["se contredisent"],
        ),
        ("question: x\n    langue: de", "{echelon: 23}", ["« langue »", "'fr' ou 'en'"]),
        ("question: x\n    role: chef", "{echelon: 23}", ["« role »", "'manager'"]),
        ("question: x\n    tags: dev", "{echelon: 23}", ["« tags »", "une liste"]),
        ("faits: {fiches: Z.23.1}", "{echelon: 23}", ["vouliez-vous dire « fiche »"]),
        ("faits: {age: vieux}", "{echelon: 23}", ["« faits »", "« age »"]),
        ("question: x\n    theme: y", "{echelon: 23}", ["en tête du fichier"]),
    ],
)
def test_une_faute_nomme_fichier_cas_champ(
    tmp_path: Path, lignes: str, attendu: str, dit: list[str]
) -> None:
    erreur = _erreur(tmp_path, _un_cas(lignes, attendu))
    assert erreur.startswith("essai.yaml, cas ")
    for morceau in dit:
        assert morceau in erreur


def test_id_mal_forme_ou_absent(tmp_path: Path) -> None:
    assert "minuscules" in _erreur(tmp_path, BON.replace("ess-001", "ESS 001"))
    sans = BON.replace("- id: ess-001", "- role: rh")
    assert "cas n° 1, champ « id » : ce champ est obligatoire" in _erreur(tmp_path, sans)


def test_cle_ecrite_deux_fois(tmp_path: Path) -> None:
    erreur = _erreur(tmp_path, _un_cas("question: x\n    question: y"))
    assert "ligne 5" in erreur
    assert "la clé « question » est écrite deux fois" in erreur


def test_id_pris_dans_un_autre_fichier(tmp_path: Path) -> None:
    _ecrire(tmp_path, BON, "autre.yaml")
    erreur = _erreur(tmp_path, BON)
    assert "autre.yaml, cas ess-001" in erreur
    assert "essai.yaml, cas ess-001" in erreur


def test_toutes_les_fautes_sont_dites_ensemble(tmp_path: Path) -> None:
    _ecrire(tmp_path, _un_cas("question: x", "{dit: 3}"), "a.yaml")
    erreur = _erreur(tmp_path, "theme: z\ncas: []\nautres: 1\n", "b.yaml")
    assert len(erreur.splitlines()) == 3


@pytest.mark.parametrize("texte", ["", "- a\n- b\n", "theme: x\n", "cas: [1]\ntheme: x\n"])
def test_fichier_sans_la_forme(tmp_path: Path, texte: str) -> None:
    assert "on attend" in _erreur(tmp_path, texte)


def test_yaml_casse_et_octets(tmp_path: Path) -> None:
    assert "ligne 2" in _erreur(tmp_path, "theme: x\ncas: ]\n")
    (tmp_path / "essai.yaml").write_bytes(b"theme: \xff\xfe")
    with pytest.raises(ErreurDeFichier, match="UTF-8"):
        charger_cas(tmp_path)


def test_dossier_vide(tmp_path: Path) -> None:
    with pytest.raises(ErreurDeFichier, match="au moins un fichier"):
        charger_cas(tmp_path)


@pytest.mark.parametrize("nom", ["essai.yaml", "tenus.yaml"])
def test_une_faute_dans_un_cas_tenu_ne_montre_pas_sa_valeur(tmp_path: Path, nom: str) -> None:
    tag = "[tenu]" if nom == "essai.yaml" else "[]"
    erreur = _erreur(tmp_path, _un_cas(f"question: x\n    tags: {tag}", "{issue: secret}"), nom)
    assert "attendu.issue" in erreur
    assert "secret" not in erreur


def test_les_issues_sont_celles_du_calcul() -> None:
    assert set(Issue.__args__) == {o.value for o in Outcome}  # type: ignore[attr-defined]


def test_seuils_du_depot_et_fautes(tmp_path: Path) -> None:
    assert 0 < charger_seuils().ensemble <= 1
    fichier = tmp_path / "seuils.yaml"
    for texte, dit in [
        ("ensemble: 95", "entre 0 et 1"),
        ("par_tag: {}", "obligatoire"),
        ("ensemble: 1\npar_tag: {dev: oui}", "par_tag.dev"),
        ("ensemble: 1\npar_tags: {}", "vouliez-vous dire « par_tag »"),
    ]:
        fichier.write_text(texte, encoding="utf-8")
        with pytest.raises(ErreurDeFichier, match=dit) as leve:
            charger_seuils(fichier)
        assert "n° 0" not in str(leve.value)
