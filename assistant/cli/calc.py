"""`echelon calc`: the calculation alone, from facts; needs neither index nor language model."""

from __future__ import annotations

import click

from assistant.cli.groupe import Choix, Commande

__all__ = ["calc"]


@click.command(cls=Commande)
@click.option("--fiche", required=True, metavar="CODE", help="Code de la fiche, comme Z.23.1.")
@click.option("--certification", metavar="NOM", help="Certification détenue, comme « BTS ».")
@click.option("--no-certification", is_flag=True, help="Aucune certification de la branche.")
@click.option(
    "--extension", multiple=True, metavar="TEXTE", help="Extension exercée ; peut se répéter."
)
@click.option(
    "--activite",
    multiple=True,
    metavar="TEXTE",
    help="Autre activité complémentaire ; peut se répéter.",
)
@click.option(
    "--critere",
    multiple=True,
    metavar="NOM",
    help="Critère valorisant, comme polyvalence ; peut se répéter.",
)
@click.option(
    "--fait",
    multiple=True,
    metavar="NOM=VALEUR",
    help="Tout autre fait, comme pratique-professionnelle=oui ou heures-hebdo=28.",
)
@click.option("--langue", type=Choix(["fr", "en"]), help="Langue de la réponse : fr ou en.")
@click.option("--json", "en_json", is_flag=True, help="Écrire le résultat en JSON.")
def calc(
    fiche: str,
    certification: str | None,
    no_certification: bool,
    extension: tuple[str, ...],
    activite: tuple[str, ...],
    critere: tuple[str, ...],
    fait: tuple[str, ...],
    langue: str | None,
    en_json: bool,
) -> int:
    """Calculer un échelon à partir de faits.

    \b
    Exemple :
      echelon calc --fiche Z.23.1 --certification BTS --fait pratique-professionnelle=oui
    """
    from assistant.cli.contexte import ouvrir, reglages
    from assistant.cli.faits import composer
    from assistant.cli.sortie import ecrire_json, ecrire_reponse

    faits = composer(fiche, certification, no_certification, extension, activite, critere, fait)
    settings = reglages()
    reponse = ouvrir(settings).repondre_faits(faits, langue or settings.langue)
    (ecrire_json if en_json else ecrire_reponse)(reponse.en_dict())
    return 0
