"""click's usage errors, said in French."""

from __future__ import annotations

import click

from assistant.cli.proposer import proposer

__all__ = ["en_francais"]


def en_francais(erreur: click.ClickException) -> str:
    """The error as a French sentence, with the way to the command's help."""
    texte = _texte(erreur)
    ctx = getattr(erreur, "ctx", None)
    if isinstance(erreur, click.UsageError) and ctx is not None:
        texte += f"\nAide : {ctx.command_path} --help"
    return f"Erreur : {texte}"


def _texte(erreur: click.ClickException) -> str:
    match erreur:
        case click.NoSuchOption():
            return _option_inconnue(erreur)
        case click.MissingParameter():
            return f"Il manque {_nom(erreur.param)}."
        case click.BadOptionUsage():
            return _mal_employee(erreur)
        case click.BadParameter():
            return f"Pour {_nom(erreur.param)} : {erreur.message}"
        case click.FileError():
            return f"Le fichier « {erreur.ui_filename} » ne peut pas être ouvert."
        case _:
            return erreur.message


def _option_inconnue(erreur: click.NoSuchOption) -> str:
    suite = proposer(erreur.option_name, _options(erreur.ctx), "Options")
    return f"L'option « {erreur.option_name[:60]} » n'existe pas. {suite}"


def _mal_employee(erreur: click.BadOptionUsage) -> str:
    for param in erreur.ctx.command.params if erreur.ctx else ():
        if erreur.option_name in (*param.opts, *param.secondary_opts) and _drapeau(param):
            return f"L'option {erreur.option_name} ne prend pas de valeur."
    return f"L'option {erreur.option_name} attend une valeur."


def _drapeau(param: click.Parameter) -> bool:
    return isinstance(param, click.Option) and param.is_flag


def _options(ctx: click.Context | None) -> list[str]:
    if ctx is None:
        return []
    options = (p for p in ctx.command.get_params(ctx) if isinstance(p, click.Option))
    return [o for p in options for o in (*p.opts, *p.secondary_opts) if o.startswith("--")]


def _nom(param: click.Parameter | None) -> str:
    if isinstance(param, click.Argument):
        return f"l'argument {param.make_metavar(click.Context(click.Command('x')))}"
    return f"l'option {max(param.opts, key=len)}" if param and param.opts else "une valeur"
