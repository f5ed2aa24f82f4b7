"""`echelon knowledge audit`: contradictions and gaps, as a table, JSON or one HTML page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

from assistant.cli.groupe import Commande, Entier

if TYPE_CHECKING:
    from assistant.corpus.audit import Constat, Cote

__all__ = ["audit"]


@click.command(cls=Commande)
@click.option("--json", "en_json", is_flag=True, help="Écrire les constats en JSON.")
@click.option("--html", metavar="FICHIER", help="Écrire une page HTML qui se lit sans réseau.")
@click.option("--genre", "genres", multiple=True, metavar="GENRE",
              help="Ne garder que ce genre de constats ; peut être répété.")
@click.option("--gravite", "gravites", multiple=True, metavar="GRAVITE",
              help="Ne garder que « contradiction », « lacune » ou « remarque » ; peut être répété.")
@click.option("--seuil", type=Entier(0, 1_000_000), metavar="N",
              help="Finir avec le code 3 s'il y a plus de N contradictions parmi les constats gardés.")
def audit(
    en_json: bool, html: str | None, genres: tuple[str, ...], gravites: tuple[str, ...],
    seuil: int | None,
) -> int:
    """Relever les contradictions et les manques des textes, chacun avec ses deux côtés.

    Sans --seuil, le code de sortie est 0 : les textes officiels ont leurs contradictions, que
    personne dans l'entreprise ne peut corriger. Un contrôle régulier prend pour seuil le nombre
    déjà connu, et n'alerte que d'une contradiction nouvelle.
    """
    from assistant.cli.contexte import connaissances
    from assistant.cli.erreurs import SOUS_LE_SEUIL
    from assistant.corpus.audit import GENRES, GRAVITES, auditer

    _verifier(genres, GENRES, "Le genre")
    _verifier(gravites, GRAVITES, "La gravité")
    kb = connaissances()
    gardes = [
        c for c in auditer(kb)
        if (not genres or c.genre in genres) and (not gravites or c.gravite in gravites)
    ]
    if html is not None:
        _ecrire_page(html, gardes, kb.version, kb.lecture is not None)
    if en_json:
        _ecrire_json(gardes, kb.version, kb.lecture is not None)
    elif html is None:
        _ecrire_table(gardes, bool(genres or gravites), kb.lecture is not None)
    if seuil is not None and _contradictions(gardes) > seuil:
        return SOUS_LE_SEUIL
    return 0


def _verifier(donnes: Sequence[str], connus: Mapping[str, str], quoi: str) -> None:
    from assistant.cli.erreurs import ErreurDUsage

    for mot in donnes:
        if mot not in connus:
            raise ErreurDUsage(
                f"{quoi} « {mot[:40]} » n'existe pas. On attend : {', '.join(connus)}."
            )


def _contradictions(constats: Sequence[Constat]) -> int:
    return sum(c.gravite == "contradiction" for c in constats)


def _nombres(constats: Sequence[Constat]) -> dict[str, dict[str, int]]:
    """Counts by kind, then severity, in the order of both lists; kinds without any left out."""
    from assistant.corpus.audit import GENRES, GRAVITES

    compte = Counter((c.genre, c.gravite) for c in constats)
    return {
        g: {s: n for s in GRAVITES if (n := compte[g, s])}
        for g in GENRES if any(compte[g, s] for s in GRAVITES)
    }


def _ecrire_json(constats: Sequence[Constat], version: str, officiels: bool) -> None:
    from assistant.cli.sortie import ecrire_json

    ecrire_json({
        "version": version,
        "textes_officiels": officiels,
        "contradictions": _contradictions(constats),
        "nombres": _nombres(constats),
        "constats": [c.en_dict() for c in constats],
    })


def _ecrire_page(fichier: str, constats: Sequence[Constat], version: str, officiels: bool) -> None:
    from assistant.cli.fichier_de_texte import ecrire_texte
    from assistant.cli.knowledge.page_audit import page
    from assistant.cli.sortie import note

    ecrire_texte(fichier, page(constats, version, officiels), "La page")
    note(f"{len(constats)} constats écrits dans {fichier}.")


def _ecrire_table(constats: Sequence[Constat], filtre: bool, officiels: bool) -> None:
    """The table by kind, then the contradictions; with a filter, all that it keeps."""
    from assistant.cli.sortie import ligne, titre
    from assistant.corpus.audit import CONTRADICTION, GENRES, GRAVITES

    if not officiels:
        ligne("Les textes officiels ne sont pas dans le dossier de données : seuls les faits du "
              "répertoire sont examinés. Pour les charger : echelon knowledge pull.")
    titre(" ".join(f"{s}s" for s in GRAVITES))
    nombres, totaux = _nombres(constats), Counter(c.gravite for c in constats)
    for genre, siens in (*nombres.items(), ("", totaux)):
        chiffres = " ".join(f"{siens.get(s) or '·':>{len(s) + 1}}" for s in GRAVITES)
        click.echo(f"{chiffres}  {GENRES.get(genre, 'en tout')}")
    montres = [c for c in constats if filtre or c.gravite == CONTRADICTION]
    for genre in nombres:
        siens_montres = [c for c in montres if c.genre == genre]
        if siens_montres:
            titre(f"{GENRES[genre]} ({genre})")
        for c in siens_montres:
            ligne(c.message, " - ")
            for cote in filter(None, (c.cote_a, c.cote_b)):
                ligne(_cote(cote), "     ")
    if len(montres) < len(constats):
        titre("Le reste : --gravite lacune, --gravite remarque, --json ou --html FICHIER.")


def _cote(cote: Cote) -> str:
    from assistant.cli.sortie import en_clair

    edition = f", {en_clair(cote.edition)}" if cote.edition else ""
    valeur = cote.valeur if len(cote.valeur) <= 120 else f"{cote.valeur[:117]}…"
    return f"{cote.source} ({cote.lieu}{edition}) : {valeur}"
