"""`echelon knowledge import`: a file of the user's becomes part of what is known."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.cli.groupe import Commande

if TYPE_CHECKING:
    from assistant.corpus.officiel.fabrication import Apports

__all__ = ["importer"]


@click.command("import", cls=Commande)
@click.argument("fichiers", metavar="FICHIER…", nargs=-1, required=True)
@click.option("--code", metavar="CODE", help="Code de la fiche d'entreprise (comme A.6.1).")
@click.option("--no-publish", "attendre", is_flag=True,
              help="Préparer la version sans la mettre en service.")
@click.option("--force", is_flag=True, help="Accepter un fichier KALI qui contient moins qu'avant.")
def importer(fichiers: tuple[str, ...], code: str | None, attendre: bool, force: bool) -> int:
    """Importer un fichier KALI, une fiche d'entreprise (.md), un PDF ou un document Word."""
    from assistant.cli.contexte import reglages
    from assistant.cli.entree import verifier_texte
    from assistant.cli.erreurs import ErreurDUsage
    from assistant.cli.knowledge.rendu import dire_le_bilan, dire_les_illisibles
    from assistant.cli.sortie import attente
    from assistant.corpus.officiel.fabrication import mettre_a_jour

    for texte in (*fichiers, code):
        verifier_texte(texte, "Le chemin ou le code")
    chemins = [_chemin(f) for f in fichiers]
    genres = [_genre(c) for c in chemins]
    if code and genres.count("fiche") != 1:
        raise ErreurDUsage("--code va avec une seule fiche en Markdown.")
    settings = reglages()
    with attente("Lecture…"):
        apports = _lire(chemins, code)
        bilan = mettre_a_jour(
            settings.data_dir, apports, publier=not attendre, force=force,
            racine=settings.knowledge_dir,
        )
    _dire_les_apports(apports, settings.knowledge_dir)
    dire_le_bilan(bilan)
    if apports.lecture:
        dire_les_illisibles(apports.lecture)
    return 0


def _chemin(texte: str) -> Path:
    from assistant.cli.erreurs import ErreurDUsage

    if not texte.strip() or "\0" in texte:
        raise ErreurDUsage("Donnez le chemin d'un fichier.")
    return Path(texte).expanduser()


def _genre(chemin: Path) -> str:
    from assistant.corpus.officiel.importation import genre_de

    with _sous_leur_nom([chemin]):
        return genre_de(chemin)


def _lire(chemins: list[Path], code: str | None) -> Apports:
    from assistant.corpus.officiel.importation import lire_apports

    with _sous_leur_nom(chemins):
        return lire_apports(chemins, code)


@contextmanager
def _sous_leur_nom(chemins: list[Path]) -> Iterator[None]:
    """A mistake in one of these files names it as the person wrote it."""
    from assistant.corpus import ErreurDeConnaissance

    try:
        yield
    except ErreurDeConnaissance as erreur:
        for chemin in chemins:
            if erreur.fichier.name == chemin.name:
                raise erreur.sous_le_nom(str(chemin)) from None
        raise


def _dire_les_apports(apports: Apports, racine: Path | None) -> None:
    from assistant.cli.sortie import ligne, note

    nationaux = _codes_nationaux(racine) if apports.fiches else frozenset()
    for fiche in apports.fiches:
        effet = ("elle passe avant le texte officiel de ce code" if fiche.code in nationaux
                 else "le répertoire national n'a pas ce code, elle s'y ajoute")
        ligne(f"Fiche d'entreprise {fiche.code} « {fiche.titre} » : {effet}, et les réponses le "
              "disent.")
    for d in apports.documents:
        pages = f"{len(d.pages)} page{'s' if len(d.pages) > 1 else ''}"
        ligne(f"Document « {d.nom} » : {pages}, {d.paragraphes} paragraphes, {d.caracteres} "
              "caractères.")
        for avis in d.avis:
            note(f"{d.nom} : {avis}")


def _codes_nationaux(racine: Path | None) -> frozenset[str]:
    from assistant.corpus import dossier_embarque, lire_yaml
    from assistant.corpus.schemas import FichierRepertoire

    dossier = racine or dossier_embarque("knowledge")
    return frozenset(f.code for f in lire_yaml(dossier / "repertoire.yaml", FichierRepertoire).fiches)
