"""`echelon knowledge`: what the assistant knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import click

from assistant.cli.groupe import Groupe

__all__ = ["knowledge"]

_SECTIONS = {
    "objet": "Objet",
    "contenu": "Contenu",
    "extensions": "Extensions possibles",
    "classement": "Classement",
    "acces": "Modes d'accès",
    "evolution": "Évolution professionnelle",
}


@click.group(cls=Groupe, no_args_is_help=True)
def knowledge() -> None:
    """Consulter les connaissances : fiches, règles, barèmes."""


@knowledge.command()
@click.argument("code", metavar="CODE")
@click.option("--json", "en_json", is_flag=True, help="Écrire la fiche en JSON.")
def show(code: str, en_json: bool) -> int:
    """Montrer une fiche, par son code (comme Z.23.1)."""
    from assistant.cli.contexte import connaissances
    from assistant.cli.entree import verifier_texte
    from assistant.cli.sortie import ecrire_json
    from assistant.corpus import montrer

    verifier_texte(code, "Le code")
    fiche = montrer(connaissances(), code)
    (ecrire_json if en_json else _ecrire_fiche)(fiche)
    return 0


def _ecrire_fiche(fiche: Mapping[str, Any]) -> None:
    from assistant.cli.sortie import en_clair, ligne, titre

    titre(f"{fiche['code']} {' / '.join(fiche.get('titles') or ())}")
    faits = {
        "Filière": fiche.get("filiere"),
        "Catégorie": fiche.get("categorie"),
        "Statut": str(fiche.get("statut")).replace("_", " "),
        "Échelon de référence": fiche.get("echelon_reference"),
        "Échelons majorés": fiche.get("echelons_majores"),
        "Édition": fiche.get("edition"),
        "Modifiée depuis": fiche.get("superseded_by"),
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


@knowledge.command()
@click.option("--json", "en_json", is_flag=True, help="Écrire les nombres en JSON.")
def stats(en_json: bool) -> int:
    """Compter ce qui est connu, et ce qu'un juriste a relu."""
    from assistant.cli.contexte import connaissances
    from assistant.cli.sortie import ecrire_json, ligne

    kb = connaissances()
    nombres = {
        "version": kb.version,
        "version_regles": kb.version_regles,
        "fiches": len(kb.fiches),
        "fiches_par_statut": dict(Counter(f.statut for f in kb.fiches.values())),
        "fiches_avec_texte": sum(1 for f in kb.fiches.values() if f.texte_connu),
        "passages": dict(Counter(p.genre for p in kb.passages)),
        "regles": len(kb.regles),
        "regles_relues": sum(1 for r in kb.regles.values() if r.relu_par),
        "baremes": len(kb.baremes),
    }
    if en_json:
        ecrire_json(nombres)
        return 0
    for nom, valeur in nombres.items():
        texte = (
            ", ".join(f"{n} {g}" for g, n in valeur.items()) if isinstance(valeur, dict) else valeur
        )
        ligne(f"{nom.replace('_', ' ')} : {texte}")
    return 0
