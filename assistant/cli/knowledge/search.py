"""`echelon knowledge search`: fiches by filière, échelon, catégorie, status, words of the title."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from assistant.cli.groupe import Choix, Commande

if TYPE_CHECKING:
    from assistant.classification import Categorie
    from assistant.corpus import KnowledgeBase

__all__ = ["search"]

_CATEGORIES = ("ouvriers_employes", "maitrise", "cadres")
_STATUTS = ("en_vigueur", "supprime", "tous")


@click.command(cls=Commande)
@click.argument("mots", metavar="[MOTS]...", nargs=-1)
@click.option("--filiere", metavar="LETTRE", help="Filière : une lettre (B) ou son nom.")
@click.option("--echelon", metavar="N", help="Échelon (12) ou niveau de cadre (II).")
@click.option("--categorie", type=Choix(_CATEGORIES), help="Catégorie.")
@click.option("--statut", type=Choix(_STATUTS), default="en_vigueur", help="Statut (en_vigueur).")
@click.option("--json", "en_json", is_flag=True, help="Écrire les fiches en JSON.")
def search(
    mots: tuple[str, ...], filiere: str | None, echelon: str | None, categorie: str | None,
    statut: str, en_json: bool,
) -> int:
    """Chercher des fiches ; les MOTS doivent être dans une dénomination."""
    from assistant.classification import Echelon
    from assistant.classification.recherche import Criteres, chercher, par_filiere
    from assistant.cli.contexte import connaissances
    from assistant.cli.entree import verifier_texte
    from assistant.cli.knowledge.routes import en_bref, resume
    from assistant.cli.sortie import ecrire_json, ligne, titre

    for texte, nom in ((" ".join(mots), "La recherche"), (filiere, "La filière")):
        if texte:
            verifier_texte(texte, nom)
    kb = connaissances()
    criteres = Criteres(
        filieres=_filiere(kb, filiere) if filiere else (),
        echelons=(Echelon.lire(echelon),) if echelon else (),
        categorie=_categorie(categorie) if categorie else None,
        statut=None if statut == "tous" else statut,
        mots=tuple(m for morceau in mots for m in morceau.split()),
    )
    trouvees = chercher(kb.fiches, criteres)
    if en_json:
        ecrire_json({"nombre": len(trouvees), "fiches": [resume(f) for f in trouvees]})
        return 0
    for lettre, siennes in par_filiere(trouvees).items():
        titre(f"{siennes[0].filiere} ({lettre})")
        for fiche in siennes:
            mot = "échelon" if fiche.reference.numero else "cadre niveau"
            ligne(f"{en_bref(fiche)} : {mot} {fiche.reference}", "  - ")
    ligne(f"Fiches trouvées : {len(trouvees)}.")
    return 0


def _filiere(kb: KnowledgeBase, dite: str) -> tuple[str, ...]:
    """The letters a filière's letter or name stands for; raise ErreurDUsage listing them."""
    from assistant.classification import sans_accents
    from assistant.cli.erreurs import ErreurDUsage

    if dite.strip().upper() in kb.filieres:
        return (dite.strip().upper(),)
    trouvees = tuple(x for x, nom in kb.filieres.items() if sans_accents(dite) in sans_accents(nom))
    if not trouvees:
        connues = ", ".join(f"{x} ({nom})" for x, nom in kb.filieres.items())
        raise ErreurDUsage(f"Aucune filière « {dite[:40]} ». Filières : {connues}.")
    return trouvees


def _categorie(nom: str) -> Categorie:
    from assistant.classification import Categorie

    return dict(zip(_CATEGORIES, Categorie, strict=True))[nom]
