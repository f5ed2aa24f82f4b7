"""``python -m evals``: run the cases, print the report, exit by the thresholds.

Exit codes: 0 passed, 3 ran below a threshold, 2 could not run, 1 wrong use or bad case file;
130 after Ctrl-C, as the other commands.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from assistant.cli.erreurs import SOUS_LE_SEUIL, ErreurDUsage, executer
from assistant.cli.groupe import Commande, Entier
from evals.cas import Cas
from evals.chargement import DOSSIER, charger_cas
from evals.executer import executer_tout
from evals.lecture import ErreurDeFichier, raison
from evals.progres import suivre
from evals.rapport import ecrire_jsonl, en_texte
from evals.selection import SelectionVide, choisir
from evals.seuils import FICHIER, Seuils, charger_seuils, juger

__all__ = ["commande", "main"]

_CHEMIN = click.Path(path_type=Path)


@click.command(cls=Commande)
@click.option("--theme", "themes", multiple=True, metavar="T", help="Ce thème ; se répète.")
@click.option("--tag", "tags", multiple=True, metavar="X", help="Ce tag ; se répète.")
@click.option("--cas", "ids", multiple=True, metavar="ID", help="Ce cas ; se répète.")
@click.option("--json", "sortie", type=_CHEMIN, metavar="FICHIER", help="Résultats, JSON lines.")
@click.option("--jobs", type=Entier(1, 64), default=1, metavar="N", help="Processus à la fois.")
@click.option("--progress-json", "en_json", is_flag=True, help="Avancement en JSON sur stderr.")
@click.option("--montrer-tenus", is_flag=True, help="Montrer aussi le contenu des cas tenus.")
@click.option("--dossier", type=_CHEMIN, default=DOSSIER, metavar="D", help="D'autres cas.")
@click.option("--seuils", type=_CHEMIN, default=FICHIER, metavar="F", help="D'autres seuils.")
def commande(
    themes: Sequence[str],
    tags: Sequence[str],
    ids: Sequence[str],
    sortie: Path | None,
    jobs: int,
    en_json: bool,
    montrer_tenus: bool,
    dossier: Path,
    seuils: Path,
) -> int:
    """Passer les cas d'évaluation à l'assistant.

    Dit ce qui tient, ce qui échoue et pourquoi. Sort avec 0 si les seuils sont tenus, 3 s'ils ne
    le sont pas, 2 si la suite n'a pas pu tourner, 1 si la demande ou un fichier est à corriger.
    """
    choisis, lus = _lire(dossier, seuils, themes, tags, ids)
    _verifier_sortie(sortie)
    progres = suivre(len(choisis), sys.stderr, en_json)
    resultats = executer_tout(choisis, jobs=jobs, progres=progres)
    manquements = juger(resultats, lus)
    if sortie is not None:
        with sortie.open("w", encoding="utf-8") as fichier:
            ecrire_jsonl(fichier, resultats, manquements, montrer_tenus=montrer_tenus)
    click.echo(en_texte(resultats, lus, manquements, montrer_tenus=montrer_tenus))
    return SOUS_LE_SEUIL if manquements else 0


def _lire(
    dossier: Path,
    seuils: Path,
    themes: Sequence[str],
    tags: Sequence[str],
    ids: Sequence[str],
) -> tuple[tuple[Cas, ...], Seuils]:
    try:
        cas = choisir(charger_cas(dossier), themes=themes, tags=tags, ids=ids)
        return cas, charger_seuils(seuils)
    except (ErreurDeFichier, SelectionVide) as erreur:
        raise ErreurDUsage(str(erreur)) from None


def _verifier_sortie(sortie: Path | None) -> None:
    """Before a long run, make sure that its results can be written."""
    if sortie is None:
        return
    try:
        sortie.open("a", encoding="utf-8").close()
    except OSError as erreur:
        raise ErreurDUsage(f"--json : impossible d'écrire {sortie} ({raison(erreur)}).") from None


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit code. Errors end as one French sentence."""
    return executer(
        lambda: commande.main(
            args=list(sys.argv[1:] if arguments is None else arguments),
            prog_name="python -m evals",
            standalone_mode=False,
        )
    )


if __name__ == "__main__":
    sys.exit(main())
