"""What is missing: sections, texts, and passages that could not be read."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.classification import Categorie, Code
from assistant.corpus.audit.matiere import OBJETS, Matiere, cote_d_edition, en_jour
from assistant.corpus.audit.modeles import LACUNE, Constat, Cote
from assistant.corpus.base import lien_legifrance
from assistant.corpus.markdown import SECTIONS
from assistant.corpus.officiel.modeles import EditionFiche

__all__ = ["illisibles", "sans_texte", "sections_absentes"]


def sections_absentes(m: Matiere) -> Iterator[Constat]:
    """Sections that a print lacks; a cadre's print has degrés instead of extensions (2016)."""
    for edition in m.toutes():
        for section in SECTIONS:
            if edition.sections.get(section) or _remplacee(edition, section):
                continue
            vide = section in edition.sections
            dit = "est imprimée sans contenu" if vide else "n'est pas imprimée"
            yield Constat(
                "section_absente", m.gravite(edition, LACUNE), edition.code,
                f"{edition.code} : la section « {section} » {dit}.",
                cote_d_edition(edition, section, "vide" if vide else "absente"),
                _ailleurs(m, edition, section),
            )


def _remplacee(edition: EditionFiche, section: str) -> bool:
    cadre = Code.lire(edition.code).reference.categorie is Categorie.CADRE
    return section == "extensions" and cadre and bool(edition.sections.get("degres"))


def _ailleurs(m: Matiere, edition: EditionFiche, section: str) -> Cote | None:
    """Another print that has the section: the newest of the fiche, else one of the agreement."""
    siennes = reversed(m.editions.get(edition.code, ()))
    voisines = (e for e in m.toutes() if e.lieu.texte_id == edition.lieu.texte_id)
    for autre in (*siennes, *voisines):
        if autre is not edition and autre.sections.get(section):
            return cote_d_edition(autre, section, "imprimée")
    return None


def sans_texte(m: Matiere) -> Iterator[Constat]:
    """Codes in force of which no print can be read."""
    for code, entree in m.repertoire.items():
        if entree.statut != "en_vigueur" or m.courante(code) or code in m.propres:
            continue
        if entree.edition is not None and not m.editions:
            continue  # printed, but the official texts are not in the data folder
        accord = next((x for x in entree.modifications), None)
        annonce = f", que l'accord du {en_jour(accord.date)} nomme," if accord else ""
        yield Constat(
            "sans_texte", LACUNE, code,
            f"{code}{annonce} n'est imprimé dans aucun accord : seuls son code, son titre et son "
            "échelon sont connus.",
            m.cote_du_repertoire(code, (entree.titres or ["sans titre imprimé"])[0]),
            Cote(f"Accord du {en_jour(accord.date)}", accord.texte, f"{OBJETS[accord.objet]}, sans texte",
                 accord.date.isoformat(), lien_legifrance(accord.texte)) if accord else None,
        )


def illisibles(m: Matiere) -> Iterator[Constat]:
    """What the reader could not read as meant, with its reason."""
    for i in m.lecture.illisibles if m.lecture else ():
        yield Constat(
            "illisible", LACUNE, None, f"{i.lieu.texte_titre} : {i.raison}",
            Cote(i.lieu.texte_titre, f"{i.lieu.article_id}, fiche n° {i.lieu.rang}", i.raison,
                 lien=i.lieu.lien),
            None,
        )
