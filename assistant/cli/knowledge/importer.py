"""`echelon knowledge import`: a file of the user's becomes part of what is known."""

from __future__ import annotations

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
    from assistant.corpus.officiel.importation import genre_de, lire_apports

    for texte in (*fichiers, code):
        verifier_texte(texte, "Le chemin ou le code")
    chemins = [_chemin(f) for f in fichiers]
    genres = [genre_de(c) for c in chemins]
    if code and genres.count("fiche") != 1:
        raise ErreurDUsage("--code va avec une seule fiche en Markdown.")
    settings = reglages()
    with attente("Lecture…"):
        apports = lire_apports(chemins, code)
        bilan = mettre_a_jour(
            settings.data_dir, apports, publier=not attendre, force=force,
            racine=settings.knowledge_dir,
        )
    _dire_les_apports(apports)
    dire_le_bilan(bilan)
    if apports.lecture:
        dire_les_illisibles(apports.lecture)
    return 0


def _chemin(texte: str) -> Path:
    from assistant.cli.erreurs import ErreurDUsage

    if not texte.strip() or "\0" in texte:
        raise ErreurDUsage("Donnez le chemin d'un fichier.")
    return Path(texte).expanduser()


def _dire_les_apports(apports: Apports) -> None:
    from assistant.cli.sortie import ligne, note

    for fiche in apports.fiches:
        ligne(f"Fiche d'entreprise {fiche.code} « {fiche.titre} » : elle passe avant le texte "
              "officiel de ce code, et les réponses le disent.")
    for d in apports.documents:
        pages = f"{len(d.pages)} page{'s' if len(d.pages) > 1 else ''}"
        ligne(f"Document « {d.nom} » : {pages}, {d.paragraphes} paragraphes, {d.caracteres} "
              "caractères.")
        for avis in d.avis:
            note(f"{d.nom} : {avis}")
