"""`echelon knowledge pull`: the official texts, from the npm package or from a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.cli.barre import Barre
from assistant.cli.groupe import Commande

if TYPE_CHECKING:

    from assistant.corpus.officiel.modeles import Lecture
    from assistant.settings import Settings

__all__ = ["pull"]


@click.command(cls=Commande)
@click.option("--file", "fichier", metavar="FICHIER",
              help="Lire ce fichier KALI au lieu de télécharger.")
@click.option("--version", metavar="VERSION",
              help="Version du paquet @socialgouv/kali-data (3.449.0 d'ordinaire, ou « latest »).")
@click.option("--force", is_flag=True,
              help="Télécharger encore, et accepter des textes qui contiennent moins qu'avant.")
def pull(fichier: str | None, version: str | None, force: bool) -> int:
    """Prendre les textes officiels de la convention (une fois : 22 Mo)."""
    from assistant.cli.contexte import reglages
    from assistant.cli.erreurs import ErreurDUsage
    from assistant.cli.knowledge.rendu import dire_le_bilan, dire_les_illisibles
    from assistant.cli.sortie import attente, ligne
    from assistant.corpus.officiel.fabrication import Apports, mettre_a_jour
    from assistant.corpus.pull import avis_de_semestre

    if fichier is not None and version is not None:
        raise ErreurDUsage("--file et --version ne vont pas ensemble : l'un ou l'autre.")
    settings = reglages()
    lecture, avis = _lire(fichier, version, force, settings)
    with attente("Mise en place…"):
        bilan = mettre_a_jour(
            settings.data_dir, Apports(lecture), force=force, racine=settings.knowledge_dir
        )
    semestre = avis_de_semestre(lecture.accords, date.today())
    dire_le_bilan(bilan, (*avis, *filter(None, [semestre])))
    dire_les_illisibles(lecture)
    ligne("Données : DILA, base KALI, Licence Ouverte 2.0, par le paquet @socialgouv/kali-data.")
    return 0


def _lire(
    fichier: str | None, version: str | None, force: bool, settings: Settings
) -> tuple[Lecture, tuple[str, ...]]:
    """The official texts and what is to be said about where they come from."""
    from assistant.cli.entree import verifier_texte
    from assistant.cli.erreurs import ErreurDUsage
    from assistant.cli.sortie import attente, note
    from assistant.corpus.officiel.importation import genre_de, lire_apports
    from assistant.corpus.pull import VERSION, tirer

    if fichier is None:
        verifier_texte(version, "La version")
        with Barre("Téléchargement", duree=True) as barre:
            tirage = tirer(settings.data_dir, version or VERSION, force, barre)
        if not tirage.reseau:
            note(f"Le fichier de la version {tirage.version} est déjà là : rien à télécharger.")
        chemin, source, avis = tirage.fichier, tirage.source, tirage.avis
    else:
        verifier_texte(fichier, "Le chemin")
        chemin, source, avis = Path(fichier).expanduser(), {}, ()
        if genre_de(chemin) != "kali":
            raise ErreurDUsage(
                f"« {fichier[:120]} » n'est pas un fichier KALI (.json). Les autres fichiers "
                "s'importent par « echelon knowledge import »."
            )
    with attente("Lecture…"):
        lecture = lire_apports([chemin]).lecture
    assert lecture is not None, "a KALI file gives a Lecture"
    return replace(lecture, source=lecture.source | source), avis
