"""`echelon knowledge`: what the assistant knows; one file per command."""

from __future__ import annotations

import click

from assistant.cli.groupe import GroupeParesseux

__all__ = ["knowledge"]

_LIENS = {
    "show": "assistant.cli.knowledge.show:show",
    "stats": "assistant.cli.knowledge.stats:stats",
}


@click.group(cls=GroupeParesseux, liens=_LIENS, no_args_is_help=True)
def knowledge() -> None:
    """Consulter et tenir à jour les connaissances : fiches, règles, barèmes, textes."""
