"""Mistakes in the directory, the certifications and the minima are told with file, entry, field."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assistant.corpus import ErreurDeConnaissance, dossier_embarque
from assistant.corpus.schemas import FichierCertifications, FichierMinima, FichierRepertoire
from assistant.corpus.yaml_strict import lire_yaml

_SCHEMAS = {"repertoire.yaml": FichierRepertoire, "certifications.yaml": FichierCertifications,
            "minima.yaml": FichierMinima}


@pytest.mark.parametrize(
    ("nom", "avant", "apres", "dit"),
    [
        ("repertoire.yaml", "    echelon: 3\n", "    echelon: 6\n",
         r"entrée A\.3\.1, champ « echelon ».*le code A\.3\.1 donne 3"),
        ("repertoire.yaml", "    echelon: 3\n", "    echelon: 14\n", r"champ « echelon ».*Il n'existe pas"),
        ("repertoire.yaml", "    majores: [4, 5]\n", "    majores: [4]\n", r"donne \[4, 5\]"),
        ("repertoire.yaml", "    categorie: ouvriers_employes\n", "    categorie: cadres\n",
         "donne ouvriers_employes"),
        ("repertoire.yaml", "    categorie: ouvriers_employes\n", "    categorie: patrons\n",
         "l'une de ces valeurs"),
        ("repertoire.yaml", "    majores: [4, 5]\n", "", r"champ « majores ».*obligatoire"),
        ("repertoire.yaml", "evolution: [A.6.1", "evolution: [A.61", r"champ « evolution\.0 »"),
        ("repertoire.yaml", "editorial: [titres]", "editorial: [titre]", "editorial.*l'une de ces valeurs"),
        ("certifications.yaml", "{fiche: A.3.1, pratique: false}", "{fiche: A.3.1}",
         r"entrée cap-maintenance-vehicules, champ « ouvre\.0\.pratique ».*obligatoire"),
        ("certifications.yaml", "{fiche: A.3.1, pratique: false}", "{fiche: A3, pratique: false}",
         r"champ « ouvre\.0\.fiche »"),
        ("minima.yaml", "mensuel: 1466.62", "mensuel: 1400.00", "01/01/2016.*dépasser"),
        ("minima.yaml", "date_effet: 2016-01-01, mensuel", "date_effet: 2014-01-01, mensuel", "doit suivre"),
        ("minima.yaml", "connu_jusqu_au: 2026-01-31", "connu_jusqu_au: 2020-01-31", "connu_jusqu_au"),
    ],
)
def test_a_mistake_is_told(tmp_path: Path, nom: str, avant: str, apres: str, dit: str) -> None:
    fichier = Path(shutil.copy(dossier_embarque("knowledge") / nom, tmp_path))
    texte = fichier.read_text(encoding="utf-8")
    assert avant in texte
    fichier.write_text(texte.replace(avant, apres, 1), encoding="utf-8")
    with pytest.raises(ErreurDeConnaissance, match=dit):
        lire_yaml(fichier, _SCHEMAS[nom])


def test_each_certification_opens_fiches_in_force_only() -> None:
    racine = dossier_embarque("knowledge")
    vivantes = {f.code for f in lire_yaml(racine / "repertoire.yaml", FichierRepertoire).fiches
                if f.statut == "en_vigueur"}
    certifications = lire_yaml(racine / "certifications.yaml", FichierCertifications).certifications
    for c in certifications:
        codes = [o.fiche for o in c.ouvre]
        assert len(codes) == len(set(codes))
        assert set(codes) <= vivantes, c.id
    assert {c.id for c in certifications if not c.ouvre} == {
        "cqp-conseiller-ventes-vehicules-utilitaires", "cqp-tolier-ferreur"}


def test_the_smic_is_the_hourly_one_for_151_67_hours() -> None:
    """Each monthly amount is a whole number of cents an hour times 35 × 52 / 12."""
    valeurs = lire_yaml(dossier_embarque("knowledge") / "minima.yaml", FichierMinima).smic.valeurs
    for v in valeurs:
        horaire = round(v.mensuel * 12 / (35 * 52), 2)
        assert round(horaire * 35 * 52 / 12 + 1e-9, 2) == v.mensuel
