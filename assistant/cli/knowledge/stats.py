"""`echelon knowledge stats`: how much is known."""

from __future__ import annotations

from collections import Counter

import click

from assistant.cli.groupe import Commande

__all__ = ["stats"]


@click.command(cls=Commande)
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
        "fiches_entreprise": sum(1 for f in kb.fiches.values() if f.entreprise),
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
