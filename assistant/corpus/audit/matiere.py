"""What the audit compares, whatever part of it is there, and the sides it can point to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from assistant.classification import Registre
from assistant.corpus.audit.modeles import REMARQUE, Cote
from assistant.corpus.base import KnowledgeBase, lien_legifrance
from assistant.corpus.editions import PANORAMA, periodes
from assistant.corpus.markdown import FicheLue
from assistant.corpus.officiel.modeles import ArticleLu, EditionFiche, Lecture
from assistant.corpus.schemas import EntreeRepertoire

__all__ = ["OBJETS", "RNCSA", "Matiere", "cote_d_article", "cote_d_edition", "en_jour"]

RNCSA = ("KALIARTI000043510686", date(2020, 12, 16))
"""Article and signature of the last RNCSA printed (first half of 2021)."""
OBJETS = {"modifie": "modifiée", "cree": "créée", "supprime": "supprimée", "renomme": "renommée"}
"""What an agreement does to a fiche, in words."""
_MOIS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()


@dataclass(frozen=True)
class Matiere:
    """Directory, certifications, prints by code (oldest first), the reading, the firm's own texts."""

    repertoire: Mapping[str, EntreeRepertoire]
    registre: Registre
    editions: Mapping[str, tuple[EditionFiche, ...]] = field(default_factory=dict)
    lecture: Lecture | None = None
    propres: Mapping[str, FicheLue] = field(default_factory=dict)
    racine: Path = Path("knowledge")

    @classmethod
    def de(cls, kb: KnowledgeBase) -> Matiere:
        """Everything a KnowledgeBase holds."""
        return cls(
            kb.repertoire, kb.referentiel.registre, kb.editions, kb.lecture,
            {c: t for c, t in kb.textes.items() if t.origine != "officielle"}, kb.racine,
        )

    def courante(self, code: str) -> EditionFiche | None:
        """The newest print of the qualification that holds the code today, or None."""
        siennes, entree = self.editions.get(code, ()), self.repertoire.get(code)
        debut = periodes(entree, siennes)[-1].debut if entree else date.min
        return siennes[-1] if siennes and siennes[-1].date >= debut else None

    def toutes(self) -> Iterator[EditionFiche]:
        """Every print, by code, oldest first."""
        for siennes in self.editions.values():
            yield from siennes

    def gravite(self, edition: EditionFiche, normale: str) -> str:
        """``normale`` for the newest print of a fiche in force, else a remark."""
        entree = self.repertoire.get(edition.code)
        vivante = entree is None or entree.statut == "en_vigueur"
        return normale if vivante and self.courante(edition.code) is edition else REMARQUE

    def cote_du_repertoire(self, code: str, valeur: str) -> Cote:
        """What the directory says of a code, at the official article that attests it."""
        entree = self.repertoire[code]
        du_panorama = entree.source == PANORAMA[0]
        atteste = PANORAMA[1] if du_panorama else entree.depuis or entree.edition
        return Cote(
            source="Panorama du premier semestre 2021" if du_panorama else "Répertoire",
            lieu=f"repertoire.yaml, {code} ({entree.source})",
            valeur=valeur,
            edition=atteste.isoformat() if atteste else None,
            lien=lien_legifrance(entree.source),
        )


def cote_d_edition(edition: EditionFiche, section: str, valeur: str) -> Cote:
    """A section of a printed fiche."""
    rang = f", fiche n° {edition.lieu.rang} de l'article" if edition.lieu.rang > 1 else ""
    return Cote(
        source=f"Fiche {edition.code}, accord du {en_jour(edition.date)}",
        lieu=f"{edition.lieu.article_id}{rang}, section « {section} »",
        valeur=valeur,
        edition=edition.date.isoformat(),
        lien=edition.lieu.lien,
    )


def cote_d_article(
    article: ArticleLu, lettre: str | None, valeur: str, rang: int | None = None
) -> Cote:
    """An article of the base agreement or of an annexe: its letter, its paragraph ``rang``."""
    quoi = f"article {article.numero}" if article.numero else f"« {article.titre} »"
    return Cote(
        source=f"Convention, {quoi}{f' {lettre}' if lettre else ''}",
        lieu=f"{article.lieu.article_id}{f', paragraphe {rang}' if rang else ''}",
        valeur=valeur,
        edition=article.depuis.isoformat() if article.depuis else None,
        lien=article.lieu.lien,
    )


def en_jour(jour: date) -> str:
    """A date in French words: 1er juillet 2015."""
    return f"{'1er' if jour.day == 1 else jour.day} {_MOIS[jour.month - 1]} {jour.year}"
