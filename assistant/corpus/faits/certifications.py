"""The facts of certifications.yaml: série, preparation, options, and the fiches each opens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from assistant.classification import Code, Registre
from assistant.corpus.acces import lire_acces
from assistant.corpus.faits.formes import forme
from assistant.corpus.faits.modeles import Fait
from assistant.corpus.faits.rncsa import CertificationLue, Rncsa
from assistant.corpus.officiel.modeles import EditionFiche
from assistant.corpus.schemas import EntreeCertification

__all__ = ["faits_des_certifications"]


def faits_des_certifications(
    rncsa: Rncsa | None, editions: Iterable[EditionFiche],
    inscrites: Sequence[EntreeCertification], registre: Registre,
) -> dict[str, dict[str, Fait]]:
    """Fields by id of the committed entry; by printed text where no entry has that name.

    An entry that the RNCSA does not print is absent. ``editions``: the newest text of each
    fiche in force; ``registre``: the committed entries, to recognise the names fiches use.
    """
    if rncsa is None:
        return {}
    ouvertures = _ouvertures(editions, registre)
    faits: dict[str, dict[str, Fait]] = {}
    for lue, entree in _paires(rncsa.certifications, inscrites):
        faits[entree.id if entree else lue.texte] = {
            "serie": Fait(lue.serie, rncsa.article),
            "voie": Fait(list(lue.voie) or None, rncsa.article),
            "options": Fait(_options(lue, entree), rncsa.article),
            "ouvre": _ouvre(ouvertures.get(entree.id, {}) if entree else {}, rncsa.article),
        }
    return faits


def _ouvertures(
    editions: Iterable[EditionFiche], registre: Registre
) -> dict[str, dict[str, tuple[bool, str]]]:
    """id → fiche → (only with practice, article). One line without practice is enough."""
    voies = {c.id: set(c.voies) for c in registre.certifications}
    trouvees: dict[str, dict[str, tuple[bool, str]]] = {}
    for edition in editions:
        for acces in lire_acces(edition.sections, registre).acces:
            pratique = acces.pratique or "experience" in acces.conditions
            for ident in acces.ids:
                if acces.voies and voies[ident] and not voies[ident] & set(acces.voies):
                    continue
                siennes = trouvees.setdefault(ident, {})
                deja = siennes.get(edition.code, (True, ""))[0]
                siennes[edition.code] = (pratique and deja, edition.lieu.article_id)
    return trouvees


def _paires(
    lues: Iterable[CertificationLue], inscrites: Iterable[EntreeCertification]
) -> Iterator[tuple[CertificationLue, EntreeCertification | None]]:
    """Each printed certification with its entry: by its whole name, else by how it starts."""
    libres: dict[tuple[str, tuple[str, ...]], EntreeCertification] = {
        (forme(c.nom), tuple(c.voie or ())): c for c in inscrites}
    restent = []
    for lue in lues:
        entree = libres.pop((forme(lue.texte), lue.voie), None)
        if entree:
            yield lue, entree
        else:
            restent.append(lue)
    for lue in restent:
        debuts = [cle for cle in libres if cle[1] == lue.voie
                  and forme(lue.texte).startswith(f"{cle[0]} ")]
        yield lue, libres.pop(max(debuts, key=lambda c: len(c[0]))) if debuts else None


def _options(lue: CertificationLue, entree: EntreeCertification | None) -> list[str]:
    """The printed ones; the committed ones where they say the same or stand inside the name."""
    if entree and (not lue.options or [*map(forme, lue.options)] == [*map(forme, entree.options)]):
        return entree.options
    return list(lue.options)


def _ouvre(siennes: dict[str, tuple[bool, str]], defaut: str) -> Fait:
    codes = sorted(siennes, key=Code.lire)
    valeur = [{"fiche": code, "pratique": siennes[code][0]} for code in codes]
    return Fait(valeur, siennes[codes[0]][1] if codes else defaut)
