"""`echelon doctor`: what is set, what works, what is missing and how to repair it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from assistant.cli.groupe import Commande

if TYPE_CHECKING:
    from assistant.cli.verifications import Verification
    from assistant.settings import Settings

__all__ = ["doctor"]

_SIGNES = {"bien": ("✓", "green"), "note": ("i", "cyan"), "manque": ("!", "yellow")}


@click.command(cls=Commande)
@click.option("--json", "en_json", is_flag=True, help="Écrire le bilan en JSON.")
def doctor(en_json: bool) -> int:
    """Vérifier l'installation : réglages, connaissances, index, dossier, port.

    Code de sortie 0 : tout va ; 3 : il manque quelque chose de réparable ; 2 : Échelon ne peut
    pas marcher.
    """
    from assistant.cli.contexte import reglages
    from assistant.cli.verifications import Verification, tout_verifier
    from assistant.settings import ErreurDeReglage

    settings: Settings | None = None
    verifications: list[Verification] = []
    try:
        settings = reglages()
    except ErreurDeReglage as e:
        verifications.append(
            Verification("Réglages", "panne", str(e), "corrigez ce réglage, puis relancez")
        )
    verifications += tout_verifier(settings)
    etats = {v.etat for v in verifications}
    code = 2 if "panne" in etats else 3 if "manque" in etats else 0
    (_en_json if en_json else _en_clair)(settings, verifications, code)
    return code


def _reglages(settings: Settings | None) -> dict[str, dict[str, object]]:
    if settings is None:
        return {}
    valeurs = {nom: getattr(settings, nom) for nom in settings.origines}
    return {
        nom: {
            "valeur": v if v is None or isinstance(v, int) else str(v),
            "origine": settings.origines[nom],
        }
        for nom, v in valeurs.items()
    }


def _en_json(settings: Settings | None, verifications: list[Verification], code: int) -> None:
    from dataclasses import asdict

    from assistant.cli.sortie import ecrire_json

    ecrire_json(
        {
            "code": code,
            "reglages": _reglages(settings),
            "verifications": [asdict(v) for v in verifications],
        }
    )


def _en_clair(settings: Settings | None, verifications: list[Verification], code: int) -> None:
    from assistant.cli.sortie import ligne, plier, titre

    titre("Réglages")
    for nom, r in _reglages(settings).items():
        valeur = "celui du paquet" if r["valeur"] is None else r["valeur"]
        ligne(f"{nom} : {valeur}  ({r['origine']})", "  ")
    titre("Vérifications")
    for v in verifications:
        signe, couleur = _SIGNES.get(v.etat, ("✗", "red"))
        texte = plier(f"{v.nom} : {v.constat}", f"  {signe} ")
        click.echo(texte.replace(signe, click.style(signe, fg=couleur), 1))
        if v.remede:
            ligne(f"→ {v.remede}", "      ")
    click.echo()
    ligne(
        {
            0: "Tout va bien.",
            3: "Il manque quelque chose : suivez les flèches ci-dessus, puis relancez doctor.",
            2: "Échelon ne peut pas marcher ainsi : suivez les flèches ci-dessus.",
        }[code]
    )
