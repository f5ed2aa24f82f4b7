"""The fiches whose access paragraph takes a certification in, and on what conditions (3.02 a, 3B.02 a, 5.02 a)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from assistant.classification.certification import VOIES, Certification, Registre
from assistant.classification.diplomes import Accord, comparer
from assistant.classification.fiche import Acces, Fiche

__all__ = ["FicheOuverte", "ouvertures"]

_EN_VIGUEUR = "en_vigueur"
_EXPERIENCE = "experience"


@dataclass(frozen=True, slots=True)
class FicheOuverte:
    """A fiche in force that takes a certification in.

    ``pratique``: completed by practice. ``voies``: only where prepared so, () for any. ``famille``: the fiche
    names only its kind ("CAP"), ``domaine``: of that field. ``conditions``: what is asked besides.
    """

    code: str
    pratique: bool
    voies: tuple[str, ...] = ()
    famille: bool = False
    domaine: str | None = None
    conditions: tuple[str, ...] = ()


def ouvertures(
    certifications: Collection[Certification], fiches: Mapping[str, Fiche], registre: Registre,
    declarees: Mapping[str, Collection[tuple[str, bool]]] | None = None,
) -> tuple[FicheOuverte, ...]:
    """The fiches whose access paragraph names one of the certifications, lowest placement first.

    A fiche that names several ways in for them counts by the one that asks for least.
    ``declarees``: (code, practice) by certification id, known without the fiche's text; the
    text decides where there is one.
    """
    connues: dict[str, list[bool]] = {}
    for c in certifications:
        for code, pratique in (declarees or {}).get(c.id, ()):
            connues.setdefault(code, []).append(pratique)
    trouvees: list[tuple[Fiche, FicheOuverte]] = []
    for code, fiche in fiches.items():
        if fiche.statut != _EN_VIGUEUR:
            continue
        if fiche.acces is None:
            voies = [FicheOuverte(code, p) for p in connues.get(code, [])]
        else:
            voies = [o for a in fiche.acces if (o := _par(a, code, fiche, certifications, registre))]
        if voies:
            trouvees.append((fiche, min(voies, key=_exigence)))
    trouvees.sort(key=lambda t: (t[0].reference, t[0].code.filiere, t[0].code.numero))
    return tuple(ouverte for _, ouverte in trouvees)


def _exigence(o: FicheOuverte) -> tuple[bool, bool, int, bool]:
    return o.famille, o.pratique, len(o.conditions), bool(o.voies)


def _par(
    acces: Acces, code: str, fiche: Fiche, certifications: Collection[Certification], registre: Registre
) -> FicheOuverte | None:
    """What one way in makes of the certifications; None where it takes none of them in."""
    citees = [c for c in certifications if _cite(acces, c, registre)]
    admises = [c for c in citees if _voie_admise(acces, c, fiche)]
    famille = not acces.ids and any(registre.lire(n).generique for n in acces.noms)
    if not admises or (famille and _EXPERIENCE in acces.conditions):
        return None  # any diploma of a kind, with experience in the trade: it is the experience that opens
    preparees = {v for c in admises for v in c.voies or acces.voies}
    partielle = len(admises) < len(citees) or any(not c.voies for c in admises)
    return FicheOuverte(
        code, acces.pratique, famille=famille, domaine=acces.domaine if famille else None,
        voies=tuple(v for v in VOIES if v in preparees) if partielle else (), conditions=acces.conditions,
    )


def _voie_admise(acces: Acces, c: Certification, fiche: Fiche) -> bool:
    """Prepared in a way that the fiche names, or of a série that gives at least its échelon."""
    if not acces.voies or not c.voies or set(c.voies) & set(acces.voies):
        return True
    return c.echelon is not None and c.echelon >= fiche.reference


def _cite(acces: Acces, c: Certification, registre: Registre) -> bool:
    if acces.ids:
        return c.id in acces.ids
    imprimes = [registre.lire(n) for n in acces.noms]
    return any(comparer(registre.lire(nom), imprimes) is Accord.OUI for nom in c.noms)
