"""`echelon knowledge rollback`: back to the version before."""

from __future__ import annotations

import click

from assistant.cli.groupe import Commande

__all__ = ["rollback"]


@click.command(cls=Commande)
def rollback() -> int:
    """Revenir à la version d'avant ; une deuxième fois annule ce retour."""
    from assistant.cli.contexte import reglages
    from assistant.cli.knowledge.rendu import dire_les_comptes
    from assistant.cli.sortie import ligne
    from assistant.corpus.officiel.depot import revenir

    manifeste = revenir(reglages().data_dir)
    ligne(f"Version {manifeste.version} du {manifeste.jour} de nouveau en service.")
    dire_les_comptes(manifeste, None)
    return 0
