"""`echelon index`: prepares the search index."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from assistant.cli.groupe import Commande

if TYPE_CHECKING:
    from assistant.retrieval import Index
    from assistant.settings import Settings

__all__ = ["index"]


@click.command(cls=Commande)
@click.option("--force", is_flag=True, help="Reconstruire, même si l'index est à jour.")
def index(force: bool) -> int:
    """Préparer l'index de recherche, s'il manque ou n'est plus à jour."""
    from assistant.cli.contexte import reglages

    debut = time.monotonic()
    ouvert, construit = _preparer(reglages(), force)
    with ouvert:
        click.echo("Index construit." if construit else "Index déjà à jour.")
        click.echo(f"Dossier : {ouvert.dossier}")
        click.echo(f"Passages : {len(ouvert)}")
    click.echo(f"Durée : {time.monotonic() - debut:.1f} s".replace(".", ","))
    return 0


def _preparer(settings: Settings, force: bool) -> tuple[Index, bool]:
    """The index opened, and whether it had to be built."""
    from assistant.cli.barre import Barre
    from assistant.cli.contexte import connaissances
    from assistant.cli.sortie import note
    from assistant.retrieval import Index, assurer_index, charger_encodeur

    kb = connaissances(settings)
    note("Chargement du modèle de langue…")
    encodeur = charger_encodeur(settings.embedding)
    with Barre("Index") as barre:
        if force:
            args = (kb.a_indexer, settings.data_dir, encodeur, kb.version, barre)
            return Index.construire(*args), True
        return assurer_index(settings, kb, barre, encodeur=encodeur), barre.entendue
