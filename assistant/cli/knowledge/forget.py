"""`echelon knowledge forget`: takes a company's fiche or document out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from assistant.cli.groupe import Commande

if TYPE_CHECKING:
    from assistant.corpus.officiel.fabrication import Apports
    from assistant.corpus.officiel.manifeste import Manifeste

__all__ = ["forget"]


@click.command(cls=Commande)
@click.argument("nom", metavar="CODE|DOCUMENT")
def forget(nom: str) -> int:
    """Retirer une fiche d'entreprise (par son code) ou un document (par son nom)."""
    from assistant.cli.contexte import reglages
    from assistant.cli.entree import verifier_texte
    from assistant.cli.erreurs import ErreurDUsage
    from assistant.cli.knowledge.rendu import dire_le_bilan
    from assistant.corpus.officiel import version_courante
    from assistant.corpus.officiel.fabrication import mettre_a_jour
    from assistant.corpus.officiel.manifeste import lire_manifeste

    verifier_texte(nom, "Le code ou le nom")
    settings = reglages()
    dossier = version_courante(settings.data_dir)
    if dossier is None:
        raise ErreurDUsage("Rien n'a été importé : il n'y a rien à retirer.")
    apports = _retrait(lire_manifeste(dossier), nom)
    dire_le_bilan(mettre_a_jour(settings.data_dir, apports, racine=settings.knowledge_dir))
    return 0


def _retrait(manifeste: Manifeste, nom: str) -> Apports:
    from assistant.classification import CodeInvalide
    from assistant.classification.code import Code
    from assistant.cli.erreurs import ErreurDUsage
    from assistant.corpus.documents.modeles import nom_de_document
    from assistant.corpus.officiel.fabrication import Apports

    for document in (nom.strip(), nom_de_document(nom)):
        if document in manifeste.documents:
            return Apports(documents_retires=frozenset({document}))
    try:
        code = str(Code.lire(nom))
    except CodeInvalide:
        code = ""
    if code in manifeste.entreprise:
        return Apports(fiches_retirees=frozenset({code}))
    la = (*manifeste.entreprise, *manifeste.documents)
    suite = f"Il y a : {', '.join(la)}." if la else "Aucune fiche d'entreprise ni document n'est là."
    raise ErreurDUsage(f"« {nom[:60]} » n'est pas une fiche d'entreprise ni un document importé. {suite}")
