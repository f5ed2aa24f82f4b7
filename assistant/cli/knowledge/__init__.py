"""`echelon knowledge`: what the assistant knows; one file per command."""

from __future__ import annotations

import click

from assistant.cli.groupe import GroupeParesseux

__all__ = ["knowledge"]

_LIENS = {
    "pull": "assistant.cli.knowledge.pull:pull",
    "import": "assistant.cli.knowledge.importer:importer",
    "versions": "assistant.cli.knowledge.versions:versions",
    "publish": "assistant.cli.knowledge.publish:publish",
    "rollback": "assistant.cli.knowledge.rollback:rollback",
    "forget": "assistant.cli.knowledge.forget:forget",
    "show": "assistant.cli.knowledge.show:show",
    "stats": "assistant.cli.knowledge.stats:stats",
    "routes": "assistant.cli.knowledge.routes:routes",
    "compare": "assistant.cli.knowledge.compare:compare",
    "search": "assistant.cli.knowledge.search:search",
    "diff": "assistant.cli.knowledge.diff:diff",
    "audit": "assistant.cli.knowledge.audit:audit",
    "facts": "assistant.cli.knowledge.facts:facts",
}


@click.group(cls=GroupeParesseux, liens=_LIENS, no_args_is_help=True)
def knowledge() -> None:
    """Consulter et tenir à jour les connaissances : fiches, règles, barèmes, textes."""
