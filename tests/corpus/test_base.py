"""The whole knowledge folder: loaded, and each mistake reported with file, entry and field."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from assistant.classification import FicheInconnue, majores_de
from assistant.corpus import ErreurDeConnaissance, KnowledgeBase, dossier_embarque, montrer


@pytest.fixture
def copie(tmp_path: Path) -> Path:
    """A copy of the knowledge that a test may spoil."""
    return Path(shutil.copytree(dossier_embarque("knowledge"), tmp_path / "knowledge"))


def gater(copie: Path, fichier: str, avant: str, apres: str) -> None:
    chemin = copie / fichier
    texte = chemin.read_text(encoding="utf-8")
    assert avant in texte
    chemin.write_text(texte.replace(avant, apres, 1), encoding="utf-8")


def test_every_code_carries_its_echelon_and_its_majores(kb: KnowledgeBase) -> None:
    assert len(kb.fiches) > 150
    for code, fiche in kb.fiches.items():
        niveau = code.split(".")[2] if ".C." in code else int(code.split(".")[1])
        assert fiche.reference.valeur == niveau
        assert fiche.majores == majores_de(fiche.reference)


def test_ids_of_passages_are_unique_and_their_texts_not_empty(kb: KnowledgeBase) -> None:
    assert len(kb.par_id) == len(kb.passages)
    assert all(p.texte.strip() for p in kb.passages)


def test_the_version_changes_with_any_data_file(copie: Path) -> None:
    avant = KnowledgeBase.charger(copie)
    gater(copie, "criteres.yaml", "habileté", "habileté ")
    apres = KnowledgeBase.charger(copie)
    assert avant.version != apres.version
    assert avant.version_regles == apres.version_regles


@pytest.mark.parametrize(
    ("fichier", "avant", "apres", "dit"),
    [
        ("repertoire.yaml", "statut: en_vigueur", "statut: vivant", r"repertoire\.yaml, entrée A\.3\.1, champ « statut ».*en_vigueur"),
        ("repertoire.yaml", "  - code: A.3.1\n", "  - code: A.31\n", r"repertoire\.yaml, entrée A\.31, champ « code ».*A\.6\.1"),
        ("repertoire.yaml", "  - code: A.3.3\n", "  - code: A.3.1\n", "deux fois : A.3.1"),
        ("repertoire.yaml", "texte: gestionnaire.md", "texte: gestionaire.md", r"gestionaire\.md.*manque"),
        ("repertoire.yaml", "    texte: gestionnaire.md\n", "", r"gestionnaire\.md : aucune entrée"),
        ("repertoire.yaml", "    depuis: null\n", "    depuis: hier\n", r"champ « depuis ».*date"),
        ("repertoire.yaml", "    depuis: null\n", "    depuis: null\n    couleur: bleu\n", "couleur.*n'existe pas"),
        ("minima.yaml", "1: ", "13: ", "chaque échelon de 1 à 12"),
        ("minima.yaml", "signature:", "signé:", "entrée avenant-"),
        ("regles/majores.yaml", "id: majore_critere", "id: majore_extension", "existe déjà"),
        ("regles/majores.yaml", 'article: "3.02 d"', 'article: "trois"', "article"),
        ("regles/majores.yaml", "https://www.legifrance.gouv.fr/", "https://exemple.fr/", "legifrance"),
        ("regles/majores.yaml", "{majores}", "{majorés}", "mêmes {champs}"),
        ("regles/majores.yaml", "certification_rncsa: false", "certification_rncsa: jamais", "certification_rncsa"),
        ("faits.yaml", "fait: vae", "fait: vea", "« vea » n'est pas un fait"),
        ("criteres.yaml", "categorie: maitrise", "categorie: maîtrise", "on attend l'une de ces valeurs"),
        ("certifications.yaml", "serie: 9, echelon: null", "serie: 8, echelon: null", "série"),
        ("fiches/gestionnaire.md", "qualification : 23", "qualification : 20", "échelon 23 que porte le code"),
        ("fiches/gestionnaire.md", "### 5/", "### 5/ Tarif\n\n### 5/", "section inconnue"),
    ],
)
def test_a_mistake_is_reported_with_file_entry_field_and_what_was_expected(
    copie: Path, fichier: str, avant: str, apres: str, dit: str
) -> None:
    gater(copie, fichier, avant, apres)
    with pytest.raises(ErreurDeConnaissance) as erreur:
        KnowledgeBase.charger(copie)
    assert re.search(dit, str(erreur.value)), str(erreur.value)
    assert "\n" not in str(erreur.value)


@pytest.mark.parametrize(
    ("contenu", "dit"),
    [
        (b"schema: 1\nregles: [", "YAML illisible, ligne"),
        (b"\xff\xfe", "UTF-8"),
        (b"", "objet"),
        (b"schema: 1\nschema: 1\nregles: []\n", "deux fois"),
        (b"schema: 2\nregles: []\n", "schema"),
        (b"&a [*a]", "."),
        (b"x" * 6_000_000, "5 Mo"),
        (b"!!python/object/apply:os.system ['true']", "YAML illisible"),
    ],
)
def test_a_file_that_is_no_yaml_of_ours_is_refused(copie: Path, contenu: bytes, dit: str) -> None:
    (copie / "regles" / "majores.yaml").write_bytes(contenu)
    with pytest.raises(ErreurDeConnaissance, match=r"regles/majores\.yaml") as erreur:
        KnowledgeBase.charger(copie)
    assert dit in str(erreur.value)


def test_an_absent_folder_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ErreurDeConnaissance, match="n'existe pas"):
        KnowledgeBase.charger(tmp_path / "rien")


def test_show_gives_the_contract_of_a_fiche_with_its_text(kb: KnowledgeBase) -> None:
    vue = montrer(kb, "z-23.1")
    assert set(vue) == {
        "code", "titles", "filiere", "categorie", "statut", "echelon_reference", "echelons_majores",
        "sections", "edition", "superseded_by", "source", "warnings", "origine", "editions",
        "modifications",
    }
    assert (vue["code"], vue["echelon_reference"], vue["echelons_majores"]) == ("Z.23.1", 23, [24, 25])
    assert set(vue["sections"]) == {"objet", "contenu", "extensions", "classement", "acces", "evolution"}
    assert any("générique" in w for w in vue["warnings"])


def test_show_warns_of_superseded_deleted_and_reused_codes(kb: KnowledgeBase) -> None:
    assert any("Modifiée par l'accord" in w for w in montrer(kb, "A.6.1")["warnings"])
    assert any("supprimée par l'accord du 19/12/2024" in w for w in montrer(kb, "K.3.1")["warnings"])
    assert any("K.20.1" in str(w) or "réutilis" in str(w) for w in montrer(kb, "K.20.1")["warnings"])


def test_an_unknown_code_names_the_nearest(kb: KnowledgeBase) -> None:
    with pytest.raises(FicheInconnue, match=r"A\.6\.9.*Codes proches : .*A\.6\.\d"):
        montrer(kb, "A.6.9")
