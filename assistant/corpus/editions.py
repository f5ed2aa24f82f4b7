"""The directory at a date: which codes stood, under which titles, and the print in force."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from assistant.corpus.markdown import FicheLue, Item
from assistant.corpus.officiel.modeles import EditionFiche
from assistant.corpus.schemas import EntreeRepertoire

__all__ = [
    "PANORAMA",
    "EtatFiche",
    "Periode",
    "edition_au",
    "edition_du_jour",
    "etat_courant",
    "etat_du_repertoire",
    "periodes",
]

PANORAMA = ("KALIARTI000043510689", date(2020, 12, 16))
"""Article and signature of the last panorama printed (first half of 2021)."""


@dataclass(frozen=True, slots=True)
class Periode:
    """A stretch in which a code named one qualification, both dates of signature.

    ``debut``: its creation (``creee``), else the first date that attests it. ``fin``: its
    deletion, None when it stands; ``fin_sure`` is False where only the panorama shows it gone.
    """

    debut: date
    fin: date | None
    creee: bool
    fin_sure: bool = True

    def contient(self, jour: date) -> bool:
        """True when the qualification stood on that day."""
        return self.debut <= jour and (self.fin is None or jour < self.fin)


@dataclass(frozen=True, slots=True)
class EtatFiche:
    """A code as it stood: titles, text in force with its date and page, changes without text.

    ``sections``: items by section, empty when no text is printed. ``modifications``: agreements
    that changed the fiche since that text without printing it. ``propre``: the firm's own text;
    ``nationale``: False where the national directory does not have the code.
    """

    code: str
    titres: tuple[str, ...]
    debut: date
    creee: bool
    texte_du: date | None = None
    lien: str | None = None
    sections: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    modifications: tuple[date, ...] = ()
    propre: bool = False
    nationale: bool = True


def edition_au(editions: Sequence[EditionFiche], jour: date) -> EditionFiche | None:
    """The newest of a code's prints (oldest first) not after a day, or None."""
    passees = [e for e in editions if e.date <= jour]
    return passees[-1] if passees else None


def edition_du_jour(
    entree: EntreeRepertoire, editions: Sequence[EditionFiche], jour: date
) -> EditionFiche | None:
    """The print of the qualification that a code named on a day, None where none was printed."""
    siennes = periodes(entree, editions)
    periode = next((p for p in siennes if p.contient(jour)), None)
    if periode is None:
        return None
    return edition_au([e for e in editions if e.date >= periode.debut], jour)


def periodes(entree: EntreeRepertoire, editions: Sequence[EditionFiche] = ()) -> tuple[Periode, ...]:
    """When a code stood, oldest first: twice where it was given again to another qualification."""
    imprimees = [e.date for e in editions]
    if entree.depuis is None:
        return (_attestee(entree, imprimees),)
    avant = [d for d in imprimees if d < entree.depuis]
    siennes = [Periode(entree.depuis, entree.fin, creee=True)]
    if entree.anciens_titres:
        jusqu_au = entree.anciens_titres[-1].jusqu_au
        siennes.insert(0, Periode(min((*avant, PANORAMA[1], jusqu_au)), jusqu_au, creee=False))
    return tuple(siennes)


def _attestee(entree: EntreeRepertoire, imprimees: Sequence[date]) -> Periode:
    """A code without a creation in print: it stands from the first date that names it."""
    dates = [*imprimees, *(m.date for m in entree.modifications)]
    dates += [entree.edition] if entree.edition else []
    if entree.source == PANORAMA[0] or not dates:
        dates.append(PANORAMA[1])
    if entree.statut == "supprime" and entree.fin is None:
        return Periode(min(dates), PANORAMA[1], creee=False, fin_sure=False)
    return Periode(min(dates), entree.fin, creee=False)


def etat_du_repertoire(
    repertoire: Mapping[str, EntreeRepertoire],
    editions: Mapping[str, Sequence[EditionFiche]],
    jour: date,
) -> dict[str, EtatFiche]:
    """The codes in force on a day, in the directory's order, each with its text of then."""
    etats = {}
    for code, entree in repertoire.items():
        imprimees = editions.get(code, ())
        periode = next((p for p in periodes(entree, imprimees) if p.contient(jour)), None)
        if periode:
            siennes = [e for e in imprimees if e.date >= periode.debut]
            etats[code] = _etat(entree, periode, edition_au(siennes, jour), jour)
    return etats


def _etat(
    entree: EntreeRepertoire, periode: Periode, edition: EditionFiche | None, jour: date
) -> EtatFiche:
    depuis = edition.date if edition else periode.debut
    return EtatFiche(
        code=entree.code,
        titres=_titres(entree, edition, jour),
        debut=periode.debut,
        creee=periode.creee,
        texte_du=edition.date if edition else None,
        lien=edition.lieu.lien if edition else None,
        sections=_textes(edition.sections) if edition else {},
        modifications=tuple(
            m.date for m in entree.modifications
            if depuis < m.date <= jour and m.objet in ("modifie", "renomme")
        ),
    )


def _titres(
    entree: EntreeRepertoire, edition: EditionFiche | None, jour: date
) -> tuple[str, ...]:
    """Titles on a day: the print's, unless the directory tells of a change since."""
    for ancien in sorted(entree.anciens_titres, key=lambda a: a.jusqu_au):
        if jour < ancien.jusqu_au:
            return edition.titres if edition else (ancien.titre,)
        if edition and edition.date < ancien.jusqu_au:
            edition = None
    return edition.titres if edition else tuple(entree.titres)


def etat_courant(
    repertoire: Mapping[str, EntreeRepertoire],
    editions: Mapping[str, Sequence[EditionFiche]],
    textes: Mapping[str, FicheLue],
) -> dict[str, EtatFiche]:
    """The codes in force now, with the texts that serve: a firm's own before the official ones."""
    etats = etat_du_repertoire(repertoire, editions, date.max)
    for code, etat in etats.items():
        if (lue := textes.get(code)) and lue.origine != "officielle":
            etats[code] = EtatFiche(
                code, lue.titres, etat.debut, etat.creee, lue.edition, lue.lien,
                _textes(lue.sections), (), lue.origine == "entreprise",
                bool(repertoire[code].source),
            )
    return etats


def _textes(sections: Mapping[str, Sequence[Item]]) -> dict[str, tuple[str, ...]]:
    return {nom: tuple(i.texte for i in items) for nom, items in sections.items()}
