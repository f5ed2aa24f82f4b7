"""`echelon knowledge versions`: the stored versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from assistant.cli.groupe import Commande

if TYPE_CHECKING:
    from assistant.corpus.officiel.depot import VersionConnue

__all__ = ["versions"]

_ROLES = {"courante": "en service", "precedente": "précédente"}


@click.command(cls=Commande)
@click.option("--json", "en_json", is_flag=True, help="Écrire la liste en JSON.")
def versions(en_json: bool) -> int:
    """Lister les versions enregistrées : date, origine, contenu, laquelle sert."""
    from assistant.cli.contexte import reglages
    from assistant.cli.sortie import ecrire_json, ligne
    from assistant.corpus.officiel.depot import lister

    connues = lister(reglages().data_dir)
    if en_json:
        ecrire_json({"versions": [_objet(v) for v in connues]})
        return 0
    if not connues:
        ligne("Aucune version enregistrée : l'assistant travaille sur les faits du dépôt. Pour "
              "prendre les textes officiels : echelon knowledge pull")
    for v in connues:
        _dire(v)
    return 0


def _objet(v: VersionConnue) -> dict[str, Any]:
    m = v.manifeste
    return {
        "version": v.nom,
        "role": v.role or None,
        "defaut": v.defaut or None,
        "cree_le": m.cree_le if m else None,
        "source": dict(m.source) if m else {},
        "comptes": dict(m.comptes) if m else {},
        "entreprise": {c: dict(o) for c, o in m.entreprise.items()} if m else {},
        "documents": {n: dict(o) for n, o in m.documents.items()} if m else {},
    }


def _dire(v: VersionConnue) -> None:
    from assistant.cli.knowledge.rendu import dire_les_comptes, origine
    from assistant.cli.sortie import ligne, titre

    role = f" ({_ROLES[v.role]})" if v.role else ""
    titre(f"{v.nom}{role}")
    if v.defaut:
        ligne(f"Inutilisable : {v.defaut}", "  ")
    if v.manifeste is None:
        return
    ligne(f"Faite le {v.manifeste.jour}, {origine(v.manifeste)}", "  ")
    dire_les_comptes(v.manifeste, None)
    for code, o in v.manifeste.entreprise.items():
        ligne(f"{code} : {o.get('titre', '')} ({o.get('fichier', '')})", "  - ")
    for nom, o in v.manifeste.documents.items():
        ligne(f"{nom} : {o.get('pages', '?')} pages ({o.get('fichier', '')})", "  - ")
