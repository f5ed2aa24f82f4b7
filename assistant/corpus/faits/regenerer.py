"""All derivable facts of the directory, read again from one KALI file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.classification import Registre
from assistant.corpus import chargement
from assistant.corpus.erreurs import ErreurDeConnaissance
from assistant.corpus.faits.certifications import faits_des_certifications
from assistant.corpus.faits.minima import faits_des_minima, lire_baremes
from assistant.corpus.faits.modeles import Fait, Faits
from assistant.corpus.faits.mouvements import lire_mouvements, lire_regles_generales
from assistant.corpus.faits.panorama import lire_panoramas
from assistant.corpus.faits.repertoire import SourcesDuRepertoire, faits_du_repertoire
from assistant.corpus.faits.rncsa import lire_rncsa
from assistant.corpus.officiel.kali import lire_kali
from assistant.corpus.officiel.kali.arbre import lire_arbre
from assistant.corpus.officiel.modeles import EditionFiche, Lecture
from assistant.corpus.schemas import (
    EntreeBareme,
    EntreeCertification,
    EntreeRepertoire,
    FichierCertifications,
    FichierMinima,
    FichierRepertoire,
)
from assistant.corpus.yaml_strict import lire_yaml

__all__ = ["Inscrits", "regenerer"]


@dataclass(frozen=True)
class Inscrits:
    """The three files as they are committed."""

    repertoire: Mapping[str, EntreeRepertoire]
    certifications: Mapping[str, EntreeCertification]
    baremes: Mapping[str, EntreeBareme]
    registre: Registre

    @classmethod
    def lire(cls, racine: Path) -> Inscrits:
        """Read and check them in a knowledge folder; raises ErreurDeConnaissance."""
        fiches = lire_yaml(racine / "repertoire.yaml", FichierRepertoire).fiches
        certifications = lire_yaml(
            racine / "certifications.yaml", FichierCertifications).certifications
        baremes = lire_yaml(racine / "minima.yaml", FichierMinima).baremes
        return cls({f.code: f for f in fiches}, {c.id: c for c in certifications},
                   {b.id: b for b in baremes},
                   chargement.registre(racine / "certifications.yaml"))


def regenerer(fichier: Path, inscrits: Inscrits, lecture: Lecture | None = None) -> Faits:
    """The facts by file name, entry and field; raises ErreurDeConnaissance.

    ``lecture``: what was read from the same file before, to spare reading the fiches twice.
    A file without a panorama gives no fact, and is refused: nothing can be compared with it.
    """
    arbre = lire_arbre(fichier)
    panoramas = lire_panoramas(arbre)
    if not panoramas:
        raise ErreurDeConnaissance(
            fichier, "cette convention n'imprime aucun panorama des qualifications : ce n'est pas "
            "celle des services de l'automobile, ou le fichier n'est pas entier")
    editions = (lecture or lire_kali(fichier)).editions
    repertoire = faits_du_repertoire(SourcesDuRepertoire(
        panoramas, lire_mouvements(arbre), lire_regles_generales(arbre), editions))
    certifications = faits_des_certifications(
        lire_rncsa(arbre), _en_vigueur(repertoire, editions),
        tuple(inscrits.certifications.values()), inscrits.registre)
    return {
        "repertoire.yaml": repertoire,
        "certifications.yaml": certifications,
        "minima.yaml": faits_des_minima(lire_baremes(arbre)),
    }


def _en_vigueur(
    repertoire: Mapping[str, Mapping[str, Fait]], editions: Sequence[EditionFiche]
) -> list[EditionFiche]:
    """The newest text of each fiche in force."""
    return [
        e for e in editions
        if repertoire[e.code]["statut"].valeur == "en_vigueur"
        and repertoire[e.code]["edition_article"].valeur == e.lieu.article_id
        and repertoire[e.code]["edition"].valeur == e.date
    ]
