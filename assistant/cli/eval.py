"""`echelon eval`: starts the evaluation suite as its own process and hands on its exit code."""

from __future__ import annotations

import click

from assistant.cli.groupe import Commande

__all__ = ["evaluer"]


@click.command(
    "eval",
    cls=Commande,
    add_help_option=False,
    context_settings={"ignore_unknown_options": True, "help_option_names": []},
    options_metavar="",
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED, metavar="[ARGUMENTS]…")
def evaluer(arguments: tuple[str, ...]) -> int:
    """Évaluer l'assistant sur ses cas d'essai.

    Tous les arguments vont à « python -m evals » ; « echelon eval --help » montre les siens.
    """
    import importlib.util
    import subprocess
    import sys

    from assistant.cli.erreurs import INTERROMPU, PANNE, PanneDuSysteme

    if importlib.util.find_spec("evals") is None:
        raise PanneDuSysteme(
            "La suite d'évaluation « evals » n'est pas installée : lancez la commande depuis le "
            "dossier du projet, ou réinstallez avec pip install ."
        )
    suite = subprocess.Popen([sys.executable, "-m", "evals", *arguments])
    try:
        code = suite.wait()
    except KeyboardInterrupt:
        suite.wait()  # Ctrl-C reached the suite as well: let it put its work away
        return INTERROMPU
    return code if code >= 0 else PANNE
