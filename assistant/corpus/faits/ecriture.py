"""Derived fields written back into the YAML, entry by entry: comments, order, notes stay."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from assistant.classification import Code
from assistant.corpus.faits.rendu import champ_en_lignes, en_ligne

__all__ = ["FORMES", "reecrire"]

_Champs = Mapping[str, object]
_DEBUT = re.compile(r"  - (?:\{)?(?:code|id): ([^,\s]+)")
_CLE = re.compile(r"[a-z_]+:")
_CHAMP = re.compile(r"    ([a-z_]+):")


@dataclass(frozen=True, slots=True)
class Forme:
    """How a file lays its entries out: under which key, in which order of fields.

    ``en_flux``: one flow mapping each. ``rang``: the order of entries, where there is one.
    """

    section: str
    ordre: tuple[str, ...]
    en_flux: bool = False
    rang: Callable[[str], object] | None = None
    defauts: _Champs | None = None


FORMES: Mapping[str, Forme] = {
    "repertoire.yaml": Forme(
        "fiches", ("code", "titres", "categorie", "echelon", "majores", "statut", "depuis", "fin",
         "anciens_titres", "modifications", "edition", "edition_article", "evolution", "source",
         "note", "texte", "editorial"),
        rang=Code.lire, defauts={"note": None}),
    "minima.yaml": Forme(
        "baremes", ("id", "avenant", "signature", "publication_jo", "date_effet", "condition", "article",
         "url", "valeur_point", "panier", "montants", "relu_par", "relu_le")),
    "certifications.yaml": Forme("certifications", ("serie", "voie", "options", "ouvre"), en_flux=True),
}


def reecrire(texte: str, forme: Forme, changes: Mapping[str, _Champs]) -> str:
    """The file's text with these fields of these entries replaced.

    An entry that is not there is added in its place where the file has an order (the
    directory); elsewhere it is left out, for it needs fields that only a person can give.
    """
    lignes = texte.split("\n")
    for entree, champs in changes.items():
        bornes = _bornes(lignes, entree, forme)
        if bornes is None:
            if forme.rang:
                _ajouter(lignes, entree, champs, forme)
            continue
        debut, fin = bornes
        ecrire = _en_flux if forme.en_flux else _en_bloc
        lignes[debut:fin] = ecrire(lignes[debut:fin], champs, forme)
    return "\n".join(lignes)


def _bornes(lignes: list[str], entree: str, forme: Forme) -> tuple[int, int] | None:
    """First line of an entry of the section, and the line after its last."""
    dedans = False
    for debut, ligne in enumerate(lignes):
        dedans = ligne.startswith(f"{forme.section}:") if _CLE.match(ligne) else dedans
        trouve = _DEBUT.match(ligne)
        if dedans and trouve and trouve[1] == entree:
            fin = debut + 1
            while fin < len(lignes) and lignes[fin].startswith("    "):
                fin += 1
            return debut, fin
    return None


def _en_bloc(lignes: list[str], champs: _Champs, forme: Forme) -> list[str]:
    """The entry's lines with its fields replaced, or put where the order wants them."""
    parties: dict[str, list[str]] = {forme.ordre[0]: [lignes[0]]}
    courant = forme.ordre[0]
    for ligne in lignes[1:]:
        if trouve := _CHAMP.match(ligne):
            courant = trouve[1]
        parties.setdefault(courant, []).append(ligne)
    for nom, valeur in champs.items():
        parties[nom] = champ_en_lignes(nom, valeur)
    noms = sorted(parties, key=lambda n: forme.ordre.index(n) if n in forme.ordre else 99)
    return [ligne for nom in noms for ligne in parties[nom]]


def _en_flux(lignes: list[str], champs: _Champs, forme: Forme) -> list[str]:
    """The flow mapping with its fields replaced; what is new comes last, on its own line."""
    texte = "\n".join(lignes)
    for nom, valeur in champs.items():
        rendu = f"{nom}: {en_ligne(valeur)}"
        motif = re.compile(rf"\b{nom}: (?:\[(?:[^\[\]]|\[[^\]]*\])*\]|[^,\[\]{{}}]+)(?=[,}}])")
        if motif.search(texte):
            texte = motif.sub(lambda _, r=rendu: r, texte, count=1)  # type: ignore[misc]
        else:
            texte = f"{texte.rstrip()[:-1]},\n     {rendu}}}"
    return texte.split("\n")


def _ajouter(lignes: list[str], entree: str, champs: _Champs, forme: Forme) -> None:
    """A new entry after the last one that comes before it in the file's order."""
    assert forme.rang
    place = len(lignes)
    for numero, ligne in enumerate(lignes):
        trouve = _DEBUT.match(ligne)
        if trouve and forme.rang(trouve[1]) < forme.rang(entree):  # type: ignore[operator]
            bornes = _bornes(lignes, trouve[1], forme)
            place = bornes[1] if bornes else numero
    tous = {**(forme.defauts or {}), **champs}
    lignes[place:place] = _en_bloc([f"  - {forme.ordre[0]}: {entree}"], tous, forme)
