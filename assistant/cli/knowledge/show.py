"""`echelon knowledge show`: one fiche."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from assistant.cli.groupe import Commande

__all__ = ["show"]

_SECTIONS = {
    "objet": "Objet",
    "contenu": "Contenu",
    "extensions": "Extensions possibles",
    "classement": "Classement",
    "acces": "Modes d'accès",
    "evolution": "Évolution professionnelle",
    "degres": "Degrés de progression",
}


@click.command(cls=Commande)
@click.argument("code", metavar="CODE")
@click.option("--date", "jour", metavar="AAAA-MM-JJ", help="Le texte imprimé à cette date.")
@click.option("--json", "en_json", is_flag=True, help="Écrire la fiche en JSON.")
def show(code: str, jour: str | None, en_json: bool) -> int:
    """Montrer une fiche, par son code (comme Z.23.1)."""
    from assistant.cli.contexte import connaissances
    from assistant.cli.entree import lire_jour, verifier_texte
    from assistant.cli.sortie import ecrire_json
    from assistant.corpus import montrer

    verifier_texte(code, "Le code")
    fiche = montrer(connaissances(), code, lire_jour(jour))
    (ecrire_json if en_json else _ecrire_fiche)(fiche)
    return 0


def _ecrire_fiche(fiche: Mapping[str, Any]) -> None:
    from assistant.cli.sortie import en_clair, ligne, titre

    propre = f" ({fiche['source']})" if fiche.get("origine") == "entreprise" else ""
    titre(f"{fiche['code']} {' / '.join(fiche.get('titles') or ()) or 'titre non publié'}{propre}")
    faits = {
        "Filière": fiche.get("filiere"),
        "Catégorie": fiche.get("categorie"),
        "Statut": str(fiche.get("statut")).replace("_", " "),
        "Échelon de référence": fiche.get("echelon_reference"),
        "Échelons majorés": fiche.get("echelons_majores"),
        "Édition": fiche.get("edition"),
        "Modifiée depuis": fiche.get("superseded_by"),
        "Autres éditions": [e["date"] for e in fiche.get("editions") or ()],
        "Source": fiche.get("source"),
    }
    for nom, valeur in faits.items():
        if valeur not in (None, [], ""):
            ligne(f"{nom} : {en_clair(valeur)}", "  ")
    for nom, texte in (fiche.get("sections") or {}).items():
        if texte:
            titre(_SECTIONS.get(nom, nom))
            _ecrire_texte(texte)
    for rang, avertissement in enumerate(fiche.get("warnings") or ()):
        if rang == 0:
            titre("À savoir")
        ligne(str(avertissement), "  - ")


def _ecrire_texte(texte: object) -> None:
    from assistant.cli.sortie import ligne

    if isinstance(texte, list | tuple):
        for point in texte:
            ligne(str(point), "  - ")
    else:
        ligne(str(texte), "  ")
