"""Which text of a fiche is in force: the firm's own, the one in knowledge/, or the newest print."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from assistant.classification import Code
from assistant.classification.grille import majores_de
from assistant.corpus.erreurs import ErreurDeConnaissance
from assistant.corpus.markdown import FicheLue, lire_fiche_markdown
from assistant.corpus.officiel.modeles import EditionFiche
from assistant.corpus.schemas import EntreeRepertoire
from assistant.corpus.schemas_donnees import CATEGORIES

__all__ = ["avec_celles_de_l_entreprise", "en_texte", "textes_en_vigueur"]


def textes_en_vigueur(
    dossier: Path,
    entrees: Mapping[str, EntreeRepertoire],
    editions: Mapping[str, tuple[EditionFiche, ...]],
    entreprise: Mapping[str, FicheLue],
) -> dict[str, FicheLue]:
    """The text in force by code.

    The firm's own fiche comes first, then a file of knowledge/fiches, then the newest print. A print from before a
    code was given again to another qualification is the other one's text: it is left out.
    """
    textes = {
        code: en_texte(siennes[-1])
        for code, siennes in editions.items()
        if code in entrees and not _d_avant(siennes[-1], entrees[code])
    }
    return textes | _du_referentiel(dossier, entrees) | dict(entreprise)


def avec_celles_de_l_entreprise(
    entrees: Mapping[str, EntreeRepertoire], entreprise: Mapping[str, FicheLue]
) -> dict[str, EntreeRepertoire]:
    """The directory, and an entry for each fiche of the firm that the directory does not have."""
    return dict(entrees) | {
        code: _entree(code, lue) for code, lue in entreprise.items() if code not in entrees
    }


def _entree(code: str, lue: FicheLue) -> EntreeRepertoire:
    reference = Code.lire(code).reference
    return EntreeRepertoire.model_construct(
        code=code, titres=[t.strip(" ,;.") for t in lue.titres] or [lue.titre],
        categorie=CATEGORIES[reference.categorie], echelon=reference.valeur,
        majores=[e.valeur for e in majores_de(reference)], statut="en_vigueur", depuis=None,
        fin=None, anciens_titres=[], modifications=[], edition=None, edition_article=None,
        evolution=[], source="", editorial=[],
        note="Fiche propre à l'entreprise : elle n'est pas au répertoire national (RNQSA).",
    )


def _d_avant(edition: EditionFiche, entree: EntreeRepertoire) -> bool:
    return entree.depuis is not None and edition.date < entree.depuis


def en_texte(edition: EditionFiche) -> FicheLue:
    """An official print as the text of a fiche."""
    return FicheLue(
        fichier=Path(edition.lieu.article_id), titre=" / ".join(edition.titres),
        sections=edition.sections, origine="officielle", edition=edition.date,
        lien=edition.lieu.lien,
    )


def _du_referentiel(dossier: Path, entrees: Mapping[str, EntreeRepertoire]) -> dict[str, FicheLue]:
    """Texts of knowledge/fiches by code; each file must be named by one entry, and the reverse."""
    attendus = {e.texte: code for code, e in entrees.items() if e.texte}
    presents = {f.name: f for f in sorted(dossier.glob("*.md"))}
    for nom in attendus.keys() - presents.keys():
        raise ErreurDeConnaissance(
            dossier / nom, "ce fichier manque, alors que le répertoire le cite",
            entree=attendus[nom], champ="texte",
        )
    for nom in presents.keys() - attendus.keys():
        raise ErreurDeConnaissance(
            presents[nom], "aucune entrée de repertoire.yaml ne cite ce fichier dans `texte`"
        )
    return {attendus[nom]: lire_fiche_markdown(fichier) for nom, fichier in presents.items()}
