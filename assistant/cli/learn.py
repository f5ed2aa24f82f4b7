"""`echelon learn`: fits the models that understand people on the wording of the knowledge."""

from __future__ import annotations

import time
from pathlib import Path

import click

from assistant.cli.groupe import Commande

__all__ = ["learn"]


@click.command(cls=Commande)
@click.option("--to", "vers", metavar="FICHIER", type=click.Path(dir_okay=False, path_type=Path),
              help="Où écrire ; sinon dans la connaissance.")
@click.option("--check", "verifier", is_flag=True,
              help="Dire seulement si le fichier est à jour : 3 s'il ne l'est pas.")
def learn(vers: Path | None, verifier: bool) -> int:
    """Ajuster les modèles sur les mots de knowledge/parler (quelques minutes)."""
    from assistant.chat import Connaissances
    from assistant.chat.comprendre.apprentissage import apprendre, empreinte
    from assistant.cli.contexte import reglages
    from assistant.cli.sortie import note
    from assistant.retrieval import ErreurRecherche, charger_encodeur
    from assistant.retrieval.appris import FICHIER, Modeles

    settings = reglages()
    c = Connaissances.charger(settings.knowledge_dir, settings.prompts_dir)
    fichier = vers or c.kb.racine / FICHIER
    if verifier:
        try:
            a_jour = Modeles.charger(fichier).empreinte == empreinte(c)
        except ErreurRecherche as erreur:
            click.echo(str(erreur))
            return 3
        click.echo("Modèles à jour." if a_jour else
                   "Les mots ont changé depuis l'ajustement : lancez « echelon learn ».")
        return 0 if a_jour else 3
    debut = time.monotonic()
    modeles = apprendre(c, charger_encodeur(settings.embedding), note)
    modeles.ecrire(fichier)
    click.echo(f"Modèles écrits : {fichier} ({fichier.stat().st_size // 1000} ko)")
    click.echo(f"Durée : {time.monotonic() - debut:.0f} s")
    return 0
