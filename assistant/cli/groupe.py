"""click commands that speak French, and a group that imports a command when it is called."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from assistant.cli.erreurs import ErreurDUsage
from assistant.cli.proposer import proposer

__all__ = ["Choix", "Commande", "Entier", "Groupe", "GroupeParesseux"]

_AIDE = ["-h", "--help"]


class Commande(click.Command):
    """A click command with French usage, help and messages."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        reglages = {"help_option_names": _AIDE, "max_content_width": 100}
        kwargs["context_settings"] = reglages | (kwargs.get("context_settings") or {})
        kwargs.setdefault("options_metavar", "[OPTIONS]")
        super().__init__(*args, **kwargs)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The help option, described in French."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Montrer cette aide."
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line in French typography."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix="Usage : ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the options; one that must be given says so in French."""
        options = (p for p in self.get_params(ctx) if isinstance(p, click.Option))
        lignes = [
            (nom, texte.replace("[required]", "(obligatoire)"))
            for nom, texte in filter(None, (option.get_help_record(ctx) for option in options))
        ]
        if lignes:
            with formatter.section("Options "):
                formatter.write_dl(lignes)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse, and refuse what is too much in a French sentence."""
        libre = ctx.allow_extra_args
        ctx.allow_extra_args = True
        try:
            reste = super().parse_args(ctx, args)
        except click.UsageError as erreur:
            erreur.ctx = erreur.ctx or ctx  # click leaves it out for a misused option
            raise
        if reste and not libre and not ctx.resilient_parsing:
            raise click.UsageError(
                f"« {' '.join(map(str, reste))[:80]} » est en trop : {ctx.command_path} n'attend "
                "rien de plus.",
                ctx,
            )
        return reste


class Groupe(Commande, click.Group):
    """A group of French commands."""

    command_class = Commande

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("subcommand_metavar", "COMMANDE …")
        super().__init__(*args, **kwargs)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the group's own options; the rest belongs to the command."""
        return click.Group.parse_args(self, ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the options, then the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands, each with its first sentence."""
        lignes = [
            (nom, commande.get_short_help_str(78))
            for nom in self.list_commands(ctx)
            if (commande := self.get_command(ctx, nom)) and not commande.hidden
        ]
        if lignes:
            with formatter.section("Commandes "):
                formatter.write_dl(lignes)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; an unknown one is refused with the nearest known name."""
        nom = str(args[0])
        if self.get_command(ctx, nom) or nom.startswith("-") or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        connues = self.list_commands(ctx)
        suite = proposer(nom, connues, "Commandes")
        raise click.UsageError(f"La commande « {nom[:60]} » n'existe pas. {suite}", ctx)


class GroupeParesseux(Groupe):
    """A group whose commands are imported when they are asked for.

    ``liens`` maps each name to "module:attribute", in the order of the help.
    """

    def __init__(self, *args: Any, liens: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.liens = dict(liens)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order they were given."""
        return list(self.liens)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command, or None when there is none of that name."""
        if cmd_name not in self.liens:
            return None
        module, _, attribut = self.liens[cmd_name].partition(":")
        commande = getattr(import_module(module), attribut)
        if not isinstance(commande, click.Command):
            raise TypeError(f"{self.liens[cmd_name]} is no click command")
        return commande


class Choix(click.Choice[str]):
    """One of a few words; anything else is refused in French."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word chosen, whatever its case."""
        mot = str(value).strip().lower()
        if mot not in self.choices:
            raise ErreurDUsage(
                f"{_nom(param)} vaut « {str(value)[:60]} » : on attend {' ou '.join(self.choices)}."
            )
        return mot


class Entier(click.IntRange):
    """A whole number between two bounds; anything else is refused in French."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number."""
        try:
            return int(super().convert(value, param, ctx))
        except click.BadParameter:
            raise ErreurDUsage(
                f"{_nom(param)} vaut « {str(value)[:60]} » : on attend un nombre entier "
                f"de {self.min} à {self.max}."
            ) from None


def _nom(param: click.Parameter | None) -> str:
    return max(param.opts, key=len) if param is not None and param.opts else "La valeur"
