"""`echelon serve`: starts the page."""

from __future__ import annotations

import click

from assistant.cli.groupe import Commande, Entier

__all__ = ["serve"]


@click.command(cls=Commande)
@click.option("--host", metavar="ADRESSE", help="Adresse d'écoute, au lieu du réglage.")
@click.option("--port", type=Entier(1, 65535), metavar="PORT", help="Port, au lieu du réglage.")
def serve(host: str | None, port: int | None) -> int:
    """Ouvrir la page de l'assistant dans le navigateur.

    L'adresse s'affiche quand la page est prête ; Ctrl-C l'arrête.
    """
    from assistant.cli.contexte import reglages
    from assistant.cli.erreurs import ErreurDUsage

    settings = reglages(host=host, port=port)
    from assistant.web import PortPris, lancer

    try:
        lancer(settings)
    except PortPris as erreur:
        raise ErreurDUsage(str(erreur)) from erreur
    return 0
