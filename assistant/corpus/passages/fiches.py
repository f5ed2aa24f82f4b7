"""Passages of a fiche's text: the one in force, and each earlier print of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from assistant.classification import Fiche
from assistant.corpus.markdown import SECTIONS, FicheLue, Item
from assistant.corpus.officiel.modeles import EditionFiche
from assistant.corpus.passages.modele import Passage

__all__ = ["NOMS_DES_SECTIONS", "passages_d_edition", "passages_de_fiche"]

NOMS_DES_SECTIONS: Mapping[str, str] = dict(zip(SECTIONS, (
    "dénomination", "objet", "contenu", "extensions possibles", "classement", "modes d'accès",
    "évolution professionnelle"), strict=True)) | {
    "degres": "degrés de progression", "secteurs": "secteurs d'activité", "notes": "notes"}


def passages_de_fiche(fiche: Fiche, lue: FicheLue, url: str | None) -> Iterator[Passage]:
    """One passage an item of the text in force: id `fiche:Z.23.1/classement/2`."""
    titre = fiche.titre
    edition = lue.edition or (fiche.edition if lue.origine == "referentiel" else None)
    change = None if lue.origine == "entreprise" else fiche.superseded_by
    for section, rang, item, au_dessus in _items(lue.sections):
        nom = NOMS_DES_SECTIONS[section]
        yield Passage(
            id=f"fiche:{fiche.code}/{section}/{rang}",
            texte=item.texte,
            genre="fiche",
            source=f"Fiche {titre} ({fiche.code}), {nom}{_origine(lue, url)}",
            fiche=str(fiche.code),
            section=section,
            url=url,
            edition=edition.isoformat() if edition else None,
            superseded_by=change.isoformat() if change else None,
            contexte=" ; ".join((titre, nom, *au_dessus)),
        )


def _origine(lue: FicheLue, url: str | None) -> str:
    if lue.origine == "entreprise":
        return " (texte de l'entreprise)"
    if lue.origine == "officielle" and lue.edition:
        return f", édition du {lue.edition:%d/%m/%Y}"
    return "" if url else " (texte non daté, confirmé par le panorama)"


def passages_d_edition(edition: EditionFiche, remplacee_le: str | None) -> Iterator[Passage]:
    """One passage an item of an earlier print: id `edition:A.9.1@2012-07-04/acces/1`."""
    jour = edition.date
    for section, rang, item, au_dessus in _items(edition.sections):
        nom = NOMS_DES_SECTIONS[section]
        yield Passage(
            id=f"edition:{edition.code}@{jour}/{section}/{rang}",
            texte=item.texte,
            genre="edition",
            source=f"Fiche {edition.code}, {nom}, ancienne édition du {jour:%d/%m/%Y}",
            fiche=edition.code,
            section=section,
            url=edition.lieu.lien,
            edition=jour.isoformat(),
            superseded_by=remplacee_le,
            contexte=" ; ".join((*edition.titres[:1], nom, *au_dessus)),
        )


def _items(
    sections: Mapping[str, tuple[Item, ...]],
) -> Iterator[tuple[str, int, Item, list[str]]]:
    """(section, rank from 1, item, texts of the items above it) in the order of the fiche."""
    for section in NOMS_DES_SECTIONS:
        meres: dict[int, str] = {}
        for rang, item in enumerate(sections.get(section, ()), start=1):
            meres[item.profondeur] = item.texte
            au_dessus = [t for p, t in meres.items() if p < item.profondeur]
            yield section, rang, item, au_dessus
