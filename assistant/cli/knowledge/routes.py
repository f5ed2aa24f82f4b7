"""`echelon knowledge routes`: the ways from one fiche to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from assistant.cli.groupe import Commande, Entier

if TYPE_CHECKING:
    from assistant.classification import Fiche

__all__ = ["routes"]


@click.command(cls=Commande)
@click.argument("depart", metavar="A")
@click.argument("arrivee", metavar="B")
@click.option("--pas", type=Entier(1, 8), default=6, help="Étapes au plus (6).")
@click.option("--json", "en_json", is_flag=True, help="Écrire les parcours en JSON.")
def routes(depart: str, arrivee: str, pas: int, en_json: bool) -> int:
    """Montrer les parcours de la fiche A à la fiche B, par les évolutions que les fiches écrivent."""
    from assistant.classification.parcours import Graphe
    from assistant.cli.contexte import connaissances
    from assistant.cli.entree import verifier_texte
    from assistant.cli.sortie import ecrire_json, ligne, titre

    verifier_texte(depart, "Le code A")
    verifier_texte(arrivee, "Le code B")
    kb = connaissances()
    a, b = kb.referentiel.fiche(depart), kb.referentiel.fiche(arrivee)
    graphe = Graphe.de(kb.fiches)
    trouves = graphe.routes(str(a.code), str(b.code), pas)
    if en_json:
        ecrire_json({
            "depart": resume(a), "arrivee": resume(b),
            "routes": [list(r) for r in trouves],
            "suites": list(graphe.suites(str(a.code))),
            "voisines": list(graphe.voisines(str(a.code))),
            "origines": list(graphe.origines(str(b.code))),
        })
        return 0
    if a.code == b.code:
        ligne(f"C'est la même fiche : {en_bref(a)}. Il n'y a pas de parcours à faire.")
        return 0
    titre(f"De {en_bref(a)} à {en_bref(b)}")
    for route in trouves:
        ligne(" → ".join(en_bref(kb.fiches[c]) for c in route), "  - ")
    if not trouves:
        ligne("Aucune suite d'évolutions écrites ne mène de l'une à l'autre.", "  ")
        for nom, codes in (("Évolutions de A", graphe.suites(str(a.code))),
                           ("Fiches qui mènent à B", graphe.origines(str(b.code)))):
            dits = ", ".join(en_bref(kb.fiches[c]) for c in codes) or "aucune connue"
            ligne(f"{nom} : {dits}", "  ")
    return 0


def en_bref(fiche: Fiche) -> str:
    """ "Mécanicien spécialiste automobile (A.6.1)"."""
    marque = ", supprimée" if fiche.statut == "supprime" else ""
    if fiche.entreprise:
        marque += ", texte de l'entreprise" if fiche.nationale else ", fiche de l'entreprise"
    return f"{fiche.titres[0] if fiche.titres else 'titre non publié'} ({fiche.code}{marque})"


def resume(fiche: Fiche) -> dict[str, Any]:
    """What every JSON list of fiches says of one."""
    return {
        "code": str(fiche.code),
        "titles": list(fiche.titres),
        "filiere": fiche.filiere,
        "categorie": fiche.categorie.value,
        "statut": fiche.statut,
        "echelon_reference": fiche.reference.valeur,
        "echelons_majores": [e.valeur for e in fiche.majores],
    } | ({"origine": "entreprise"} if fiche.entreprise else {})
