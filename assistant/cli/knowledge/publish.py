"""`echelon knowledge publish`: puts a stored version into service."""

from __future__ import annotations

import click

from assistant.cli.groupe import Commande

__all__ = ["publish"]


@click.command(cls=Commande)
@click.argument("version", metavar="[VERSION]", required=False)
def publish(version: str | None) -> int:
    """Mettre en service une version préparée ; la dernière sans autre précision."""
    from assistant.cli.contexte import reglages
    from assistant.cli.knowledge.rendu import dire_les_comptes
    from assistant.cli.sortie import ligne
    from assistant.corpus.officiel.depot import publier

    manifeste = publier(reglages().data_dir, version)
    if manifeste is None:
        ligne("Cette version est déjà en service.")
        return 0
    ligne(f"Version {manifeste.version} du {manifeste.jour} en service.")
    dire_les_comptes(manifeste, None)
    ligne("Pour revenir à la version d'avant : echelon knowledge rollback")
    return 0
