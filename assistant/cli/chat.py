"""`echelon chat`: a conversation on the terminal."""

from __future__ import annotations

import contextlib
import importlib
import sys
from typing import TYPE_CHECKING

import click

from assistant.cli.groupe import Choix, Commande
from assistant.cli.proposer import proposer

if TYPE_CHECKING:
    from assistant.chat import Assistant, Etat

__all__ = ["chat"]

_ACCUEIL = (
    "Posez vos questions. Les réponses informent, elles ne décident pas. "
    "/aide montre les commandes, /quitter termine."
)
_AIDE = {
    "/faits": "montrer ce que j'ai compris de votre situation",
    "/oublie FAIT": "oublier un fait, comme /oublie certification",
    "/nouveau": "commencer une autre conversation",
    "/aide": "montrer ces commandes",
    "/quitter": "terminer (Ctrl-D aussi)",
}
_COMMANDES = tuple(c.split()[0] for c in _AIDE)
_MAX_LIGNE = 1 << 20


@click.command(cls=Commande)
@click.option("--langue", type=Choix(["fr", "en"]), help="Langue des réponses : fr ou en.")
def chat(langue: str | None) -> int:
    """Converser sur le terminal.

    Les faits donnés sont retenus d'une question à l'autre ; /aide montre les commandes.
    """
    from assistant.cli.contexte import ouvrir

    conversation = Conversation(ouvrir(), langue)
    click.echo(_ACCUEIL)
    try:
        while (texte := _lire()) is not None:
            if not conversation.dire(texte.strip()):
                break
    except (KeyboardInterrupt, EOFError):
        click.echo()
    click.echo("Au revoir.")
    return 0


class Conversation:
    """The Situation so far, and what to do with each line that is typed."""

    def __init__(self, assistant: Assistant, langue: str | None) -> None:
        self.assistant = assistant
        self.langue = langue
        self.etat: Etat | None = None

    def dire(self, texte: str) -> bool:
        """Answer a question or carry out a command; False when the user wants to leave."""
        if not texte:
            return True
        if not texte.startswith("/"):
            self._repondre(texte)
            return True
        mot, _, reste = texte.partition(" ")
        match mot.lower():
            case "/quitter" | "/quit" | "/exit":
                return False
            case "/faits":
                self._montrer_les_faits()
            case "/oublie" | "/oublier":
                self._oublier(reste.strip())
            case "/nouveau":
                self.etat = None
                click.echo("Nouvelle conversation : tout est oublié.")
            case "/aide" | "/help":
                self._aider()
            case _:
                self._inconnue(mot)
        return True

    def _repondre(self, texte: str) -> None:
        from assistant.cli.entree import verifier_texte
        from assistant.cli.erreurs import vient_de_la_demande
        from assistant.cli.sortie import attente, ecrire_reponse, note

        try:
            verifier_texte(texte, "La question")
            with attente("Recherche en cours…"):
                reponse, self.etat = self.assistant.repondre(texte, self.etat, self.langue)
        except ValueError as erreur:
            if not vient_de_la_demande(erreur):
                raise
            note(f"Erreur : {erreur}")
            return
        click.echo()
        ecrire_reponse(reponse.en_dict(), avis=False)
        click.echo()

    def _montrer_les_faits(self) -> None:
        from assistant.cli.sortie import en_clair, ligne

        faits = self._faits()
        if not faits:
            click.echo("Je ne sais encore rien de votre situation.")
        for nom, fait in faits.items():
            ligne(f"{nom} : {en_clair(fait['valeur'])}  ({fait['origine']})", "  ")

    def _oublier(self, nom: str) -> None:
        faits = self._faits()
        propre = nom.lower().replace("-", "_").replace(" ", "_")
        if self.etat is not None and propre in faits:
            self.etat = self.etat.sans_fait(propre)
            click.echo(f"J'oublie « {propre} ».")
        elif not faits:
            click.echo("Je ne sais encore rien de votre situation : il n'y a rien à oublier.")
        else:
            debut = f"Je ne connais pas de fait « {nom[:60]} »." if nom else "Quel fait oublier ?"
            click.echo(f"{debut} Faits connus : {', '.join(faits)}.")

    def _faits(self) -> dict[str, dict[str, object]]:
        return self.etat.situation.en_dict() if self.etat is not None else {}

    def _aider(self) -> None:
        for commande, role in _AIDE.items():
            click.echo(f"  {commande:<14}{role}")

    def _inconnue(self, mot: str) -> None:
        suite = proposer(mot, _COMMANDES, "Commandes")
        click.echo(f"La commande « {mot[:40]} » n'existe pas. {suite}")


def _lire() -> str | None:
    """The next line typed, None at the end of the input (Ctrl-D, end of a pipe)."""
    if sys.stdin is None:
        return None
    if sys.stdin.isatty():
        with contextlib.suppress(ImportError):  # Windows has its own line editing
            importlib.import_module("readline")
        return input("vous > ")
    return sys.stdin.readline(_MAX_LIGNE) or None
