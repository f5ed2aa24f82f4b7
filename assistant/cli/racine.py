"""The root command: where all commands hang, streams are prepared and errors end."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from assistant import __version__
from assistant.cli.erreurs import executer
from assistant.cli.flux import couleur, preparer_les_flux, reparer
from assistant.cli.groupe import GroupeParesseux

__all__ = ["Racine", "cli"]

_LIENS = {
    "ask": "assistant.cli.ask:ask",
    "chat": "assistant.cli.chat:chat",
    "batch": "assistant.cli.batch:batch",
    "calc": "assistant.cli.calc:calc",
    "knowledge": "assistant.cli.knowledge:knowledge",
    "index": "assistant.cli.index:index",
    "learn": "assistant.cli.learn:learn",
    "eval": "assistant.cli.eval:evaluer",
    "serve": "assistant.cli.serve:serve",
    "doctor": "assistant.cli.doctor:doctor",
}


class Racine(GroupeParesseux):
    """The root group: every error of every command ends here, as a sentence and a code."""

    def main(self, args: Sequence[str] | None = None, *_: Any, **extra: Any) -> Any:
        """Run a command and exit with its code; never a traceback.

        click's own `main` is not called: it gives 1 to a reader who leaves early, and on Windows
        reads the `?` of a question as a wildcard for file names.
        """
        preparer_les_flux()
        mots = [reparer(a) for a in (sys.argv[1:] if args is None else args)]
        nom = extra.pop("prog_name", None) or "echelon"
        if demande := os.environ.get("_ECHELON_COMPLETE"):
            from click.shell_completion import shell_complete

            sys.exit(shell_complete(self, {}, nom, "_ECHELON_COMPLETE", demande))
        sys.exit(executer(lambda: self._lancer(nom, mots, extra)))

    def _lancer(self, nom: str, mots: list[str], extra: dict[str, Any]) -> object:
        try:
            with self.make_context(nom, mots, **{"color": couleur(), **extra}) as ctx:
                return self.invoke(ctx)
        except click.exceptions.Exit as fin:
            return fin.exit_code


def _version(ctx: click.Context, param: click.Parameter, valeur: bool) -> None:
    if valeur and not ctx.resilient_parsing:
        click.echo(f"Échelon {__version__}")
        ctx.exit()


@click.group(cls=Racine, name="echelon", liens=_LIENS, no_args_is_help=True)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Montrer la version.",
)
def cli() -> None:
    """Échelon dit à quel échelon vous donne droit la convention des services de l'automobile.

    Il s'agit de la convention collective IDCC 1090. Chaque réponse est calculée et cite ses
    textes. Elle informe, elle ne décide pas.

    Codes de sortie : 0 fait ; 1 mauvaise entrée ; 2 panne ; 3 fait, mais sous le seuil attendu.
    """
