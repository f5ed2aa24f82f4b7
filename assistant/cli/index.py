"""`echelon index`: prepares the search index."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import click

from assistant.cli.groupe import Commande

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

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
    from assistant.cli.contexte import connaissances
    from assistant.cli.sortie import note
    from assistant.retrieval import Index, assurer_index, charger_encodeur

    kb = connaissances(settings)
    note("Chargement du modèle de langue…")
    encodeur = charger_encodeur(settings.embedding)
    with Barre() as barre:
        if force:
            args = (kb.a_indexer, settings.data_dir, encodeur, kb.version, barre)
            return Index.construire(*args), True
        return assurer_index(settings, kb, barre, encodeur=encodeur), barre.entendue


class Barre:
    """A progress callback (done, total) that draws a bar on a terminal, and nothing elsewhere.

    ``entendue`` turns True at the first call: there was something to build.
    """

    def __init__(self) -> None:
        self.entendue = False
        self._barre: ProgressBar[int] | None = None

    def __call__(self, fait: int, total: int) -> None:
        """Draw how far the work is."""
        self.entendue = True
        if self._barre is None and sys.stderr is not None and sys.stderr.isatty():
            self._barre = click.progressbar(
                length=max(1, total), label="Index", file=sys.stderr, show_pos=True, show_eta=False
            )
            self._barre.__enter__()
        if self._barre is not None:
            self._barre.update(fait - self._barre.pos)

    def __enter__(self) -> Barre:
        return self

    def __exit__(self, *erreur: object) -> None:
        if self._barre is not None:
            self._barre.__exit__(None, None, None)
