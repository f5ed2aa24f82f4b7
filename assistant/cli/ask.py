"""`echelon ask`: one question, one answer."""

from __future__ import annotations

import click

from assistant.cli.groupe import Choix, Commande

__all__ = ["ask"]


@click.command(cls=Commande)
@click.argument("question", nargs=-1, required=True, metavar="QUESTION…")
@click.option("--json", "en_json", is_flag=True, help="Écrire la réponse en JSON.")
@click.option(
    "--situation",
    metavar="FICHIER",
    help='Fichier JSON de faits déjà connus, comme {"fiche": "Z.23.1"}.',
)
@click.option("--langue", type=Choix(["fr", "en"]), help="Langue de la réponse : fr ou en.")
def ask(question: tuple[str, ...], en_json: bool, situation: str | None, langue: str | None) -> int:
    """Poser une question.

    QUESTION : vos mots, ou « - » pour lire la question sur l'entrée standard.
    """
    from assistant.cli.contexte import ouvrir
    from assistant.cli.entree import lire_question
    from assistant.cli.faits import lire_situation
    from assistant.cli.sortie import attente, ecrire_json, ecrire_reponse

    texte = lire_question(question)
    faits = lire_situation(situation) if situation is not None else {}
    etat = None
    if faits:
        from assistant.chat import Etat
        from assistant.classification import Situation

        etat = Etat(situation=Situation.depuis_faits(faits))
    with attente("Recherche en cours…"):
        reponse, _ = ouvrir().repondre(texte, etat, langue)
    (ecrire_json if en_json else ecrire_reponse)(reponse.en_dict())
    return 0
