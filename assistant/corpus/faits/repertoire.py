"""The directory's facts, code by code, from panoramas, agreements and printed fiches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.classification import Code, majores_de
from assistant.corpus.faits.modeles import Fait
from assistant.corpus.faits.mouvements import Mouvement, RegleGenerale
from assistant.corpus.faits.panorama import Panorama
from assistant.corpus.officiel.modeles import EditionFiche
from assistant.corpus.schemas_donnees import CATEGORIES

__all__ = ["SourcesDuRepertoire", "faits_du_repertoire"]


@dataclass(frozen=True)
class SourcesDuRepertoire:
    """What the facts come from; panoramas, movements and editions oldest first."""

    panoramas: Sequence[Panorama]
    mouvements: Sequence[Mouvement]
    regles: Sequence[RegleGenerale]
    editions: Sequence[EditionFiche]

    @property
    def panorama(self) -> Panorama:
        """The newest one."""
        return self.panoramas[-1]


@dataclass(frozen=True)
class _Attestation:
    """Where a code is printed with its denominations."""

    date: date
    article: str
    titres: tuple[str, ...]


def faits_du_repertoire(sources: SourcesDuRepertoire) -> dict[str, dict[str, Fait]]:
    """Fields of repertoire.yaml by canonical code; {} when the file prints no panorama."""
    if not sources.panoramas:
        return {}
    codes = {*sources.panorama.titres, *(e.code for e in sources.editions),
             *(m.code for m in sources.mouvements)}
    return {code: _entree(code, sources) for code in sorted(codes, key=Code.lire)}


def _entree(code: str, sources: SourcesDuRepertoire) -> dict[str, Fait]:
    lu, siens = Code.lire(code), [m for m in sources.mouvements if m.code == code]
    vie = _vie(siens, sources.panorama.date)
    edition = _edition(code, vie, sources.editions)
    attestation = _attestations(code, siens, edition, sources)
    source = (attestation[-1].article if attestation else
              siens[0].article if siens else edition.lieu.article_id if edition else "")
    fin = _fin(siens)
    present = code in sources.panorama.titres or (vie is not None) or any(
        m.date > sources.panorama.date for m in siens)
    statut = "supprime" if fin or not present else "en_vigueur"
    ou = fin.article if fin else source
    return {
        "titres": Fait(list(attestation[-1].titres) if attestation else [], source),
        "categorie": Fait(CATEGORIES[lu.reference.categorie], source),
        "echelon": Fait(lu.reference.valeur, source),
        "majores": Fait([e.valeur for e in majores_de(lu.reference)], source),
        "statut": Fait(statut, ou),
        "depuis": Fait(vie, source),
        "fin": Fait(fin.date if fin else None, ou),
        "anciens_titres": Fait(_anciens_titres(attestation, siens, sources.panorama.date), source),
        "modifications": Fait(_modifications(code, siens, vie, edition, sources), source),
        "edition": Fait(edition.date if edition else None, source),
        "edition_article": Fait(edition.lieu.article_id if edition else None, source),
        "evolution": Fait(list(edition.evolution) if edition else [],
                          edition.lieu.article_id if edition else source),
        "source": Fait(source, source),
    }


def _vie(siens: Iterable[Mouvement], panorama: date) -> date | None:
    """When the code was last created, after the panorama; None for one that stands in it."""
    return max((m.date for m in siens if m.objet == "cree" and m.date > panorama), default=None)


def _fin(siens: Sequence[Mouvement]) -> Mouvement | None:
    """The movement that deleted the code, if none created it again."""
    forts = [m for m in siens if m.objet in ("cree", "supprime")]
    return forts[-1] if forts and forts[-1].objet == "supprime" else None


def _edition(code: str, vie: date | None, editions: Iterable[EditionFiche]) -> EditionFiche | None:
    """The newest text of the present life of the code: a code used again drops the old text."""
    siennes = [e for e in editions if e.code == code and (vie is None or e.date >= vie)]
    return max(siennes, key=lambda e: e.date, default=None)


def _attestations(
    code: str, siens: Iterable[Mouvement], edition: EditionFiche | None,
    sources: SourcesDuRepertoire,
) -> list[_Attestation]:
    trouvees = [_Attestation(p.date, p.article, p.titres[code]) for p in sources.panoramas
                if code in p.titres]
    trouvees += [_Attestation(m.date, m.article, m.titres) for m in siens if m.titres]
    if edition and edition.titres and (edition.date > sources.panorama.date or not trouvees):
        trouvees.append(_Attestation(edition.date, edition.lieu.article_id, edition.titres))
    return sorted(trouvees, key=lambda a: a.date)


def _anciens_titres(
    attestations: Sequence[_Attestation], siens: Iterable[Mouvement], panorama: date
) -> list[dict[str, object]]:
    """Denominations of the panorama, or of a code deleted before, that a later text replaced."""
    if not attestations or attestations[-1].date <= panorama:
        return []
    derniere = attestations[-1]
    supprimes = {m.date for m in siens if m.objet == "supprime"}
    anciens: list[dict[str, object]] = []
    for avant in attestations[:-1]:
        if avant.date in supprimes or avant.date == panorama:
            jusqu_au = avant.date if avant.date in supprimes else derniere.date
            anciens += [{"titre": t, "jusqu_au": jusqu_au} for t in avant.titres
                        if t not in derniere.titres]
    return anciens


def _modifications(
    code: str, siens: Iterable[Mouvement], vie: date | None, edition: EditionFiche | None,
    sources: SourcesDuRepertoire,
) -> list[dict[str, object]]:
    """What changed the fiche after its newest printed text, oldest first; one a day."""
    debut = edition.date if edition else vie
    par_jour: dict[date, tuple[str, str]] = {}
    for m in siens:
        apres = debut is None or m.date > debut or (edition is None and m.date == debut)
        if apres and m.objet and (m.date not in par_jour or m.objet != "modifie"):
            par_jour[m.date] = (m.article, m.objet)
    if edition and code in sources.panorama.titres:
        for regle in sources.regles:
            if regle.date > edition.date and (".C." in code or not regle.cadres_seulement):
                par_jour.setdefault(regle.date, (regle.article, "modifie"))
    return [{"date": jour, "texte": article, "objet": objet}
            for jour, (article, objet) in sorted(par_jour.items())]
