"""How the commands that change the knowledge say what they did."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.corpus.officiel.fabrication import Bilan
    from assistant.corpus.officiel.manifeste import Manifeste
    from assistant.corpus.officiel.modeles import Lecture

__all__ = ["NOMS", "dire_le_bilan", "dire_les_comptes", "dire_les_illisibles", "origine"]

NOMS: Mapping[str, tuple[str, str]] = {
    "codes": ("code avec un texte", "codes avec un texte"),
    "editions": ("texte de fiche", "textes de fiches"),
    "articles": ("article", "articles"),
    "accords": ("accord", "accords"),
    "baremes": ("accord sur les salaires", "accords sur les salaires"),
    "anciens": ("texte d'avant 2008", "textes d'avant 2008"),
    "illisibles": ("passage non lu", "passages non lus"),
    "fiches_entreprise": ("fiche d'entreprise", "fiches d'entreprise"),
    "documents": ("document", "documents"),
}
_MONTRES = 10


def dire_les_comptes(manifeste: Manifeste, avant: Manifeste | None) -> None:
    """One line a count, with the number before where it changed."""
    from assistant.cli.sortie import ligne

    ancien = avant.comptes if avant else {}
    for nom, (un, plusieurs) in NOMS.items():
        n, m = manifeste.comptes.get(nom, 0), ancien.get(nom, 0)
        if n or m:
            suite = f" (avant : {m})" if avant and n != m else ""
            ligne(f"{n} {un if n < 2 else plusieurs}{suite}", "  ")


def dire_les_illisibles(lecture: Lecture) -> None:
    """What the reader could not read, with its reason."""
    from assistant.cli.sortie import note

    for rien in lecture.illisibles[:_MONTRES]:
        note(f"Non lu, {rien.lieu.article_id or rien.lieu.texte_id} : {rien.raison}")
    if len(lecture.illisibles) > _MONTRES:
        note(f"… et {len(lecture.illisibles) - _MONTRES} autres.")


def dire_le_bilan(bilan: Bilan, avis: Iterable[str] = ()) -> None:
    """What an import did, and how to go back."""
    from assistant.cli.sortie import ligne, note

    version = bilan.manifeste.version
    if bilan.deja:
        ligne(f"Rien à faire : la version en place ({version}) contient déjà cela.")
    elif bilan.publiee:
        ligne(f"Version {version} publiée.")
    else:
        ligne(f"Version {version} préparée, pas encore publiée : echelon knowledge publish {version}")
    dire_les_comptes(bilan.manifeste, bilan.avant)
    if bilan.publiee and not bilan.deja and bilan.avant:
        ligne("Pour revenir à la version d'avant : echelon knowledge rollback")
    for phrase in (*bilan.avis, *avis):
        note(phrase)


def origine(manifeste: Manifeste) -> str:
    """Where a version's official texts come from, in a few words."""
    source = manifeste.source
    if not source:
        return "sans textes officiels"
    if source.get("paquet"):
        return f"{source['paquet']} {source.get('version', '')}".strip()
    return f"fichier {source.get('fichier', '?')}"
