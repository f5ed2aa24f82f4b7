"""The série of a certification in the RNCSA, against the fiche it opens without practice.

Only what is certain counts: a certification named in full, by one item that asks for no practice
and carries no note, on the newest print. A fiche may ask less than the série gives; the odd case
is a série lower than the fiche's own échelon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.classification import Categorie, Certification, Code, Echelon, Registre, sans_accents
from assistant.corpus.audit.matiere import RNCSA, Matiere, cote_d_edition
from assistant.corpus.audit.modeles import CONTRADICTION, Constat, Cote
from assistant.corpus.base import lien_legifrance
from assistant.corpus.markdown import Item
from assistant.corpus.officiel.modeles import EditionFiche

__all__ = ["series"]

_PRATIQUE = re.compile(r"pratique|complete|experience|justifi|exercice de la profession")
_NOTE = re.compile(r"\(\s*\d\s*\)")
_DEBUT = re.compile(
    r"^[\s\-–—―*•.]*(?:et |ou )?(?:soit )?(?:par )?(?:l')?(?:obtention )?"
    r"(?:du |de la |de l'|d'un |d'une |des |le |la |l')?"
)
_FIN = re.compile(r"\((?:selon le cas|enregistre[^)]*|precedemment[^)]*)\)|[«»\"“”]")
_SIGLES = {
    "vu": "vehicules utilitaires",
    "vi": "vehicules industriels",
    "vui": "vehicules utilitaires et industriels",
    "pra": "pieces de rechange et accessoires",
    "pr": "pieces de rechange",
}


def series(m: Matiere) -> Iterator[Constat]:
    """Certifications whose série gives less than the fiche that admits them as they are."""
    noms = _noms(m.registre)
    for code in m.editions:
        edition = m.courante(code)
        entree = m.repertoire.get(code)
        if edition is None or entree is None or entree.statut != "en_vigueur":
            continue
        trouvees = list(_directes(edition, noms))
        if Code.lire(code).reference.categorie is Categorie.CADRE:
            yield from _cadres(m, edition, trouvees)
        else:
            yield from _autres(m, edition, trouvees)


def _noms(registre: Registre) -> dict[str, list[Certification]]:
    noms: dict[str, list[Certification]] = {}
    for certification in registre.certifications:
        for nom in certification.noms:
            noms.setdefault(_cle(nom), []).append(certification)
    return noms


def _cle(nom: str) -> str:
    """A name as compared: marks, notes and typography left out, abbreviations written out."""
    plat = _FIN.sub(" ", _DEBUT.sub("", sans_accents(nom)))
    mots = re.findall(r"[a-z0-9+]+", plat)
    return " ".join(_SIGLES.get(m, m) for m in mots)


def _directes(
    edition: EditionFiche, noms: dict[str, list[Certification]]
) -> Iterator[tuple[str, Certification]]:
    """(words of the fiche, certification of the highest série of that name)."""
    items = edition.sections.get("acces", ())
    for rang, item in enumerate(items):
        suivant = items[rang + 1].texte if rang + 1 < len(items) else ""
        if _sous_condition(item, items[:rang], suivant):
            continue
        cle = _cle(item.texte)
        siennes = [c for c in noms.get(cle, ()) if c.echelon is not None]
        siennes = [c for c in siennes if _cle(c.noms[0]) == cle] or siennes  # today's name first
        if siennes:
            yield item.texte, max(siennes, key=lambda c: c.echelon or Echelon(numero=1))


def _sous_condition(item: Item, avant: tuple[Item, ...], suivant: str) -> bool:
    """True when practice (or a note that may ask for it) stands with the item or above it."""
    if _PRATIQUE.search(sans_accents(item.texte)) or _NOTE.search(item.texte):
        return True
    if sans_accents(suivant).lstrip(" -–—―").startswith("complete"):
        return True
    for tete in reversed(avant):
        if tete.texte.rstrip().endswith(":"):
            return bool(_PRATIQUE.search(sans_accents(tete.texte)) or _NOTE.search(tete.texte))
    return False


def _autres(
    m: Matiere, edition: EditionFiche, trouvees: list[tuple[str, Certification]]
) -> Iterator[Constat]:
    reference = Code.lire(edition.code).reference
    for dit, certification in trouvees:
        if certification.echelon is None or certification.echelon >= reference:
            continue
        yield Constat(
            "serie_acces", CONTRADICTION, edition.code,
            f"{edition.code} (échelon {reference}) admet sans pratique « {certification.noms[0]} », "
            f"que le RNCSA range en série {certification.serie} (échelon {certification.echelon}).",
            cote_d_edition(edition, "acces", dit), _cote(certification),
        )


def _cadres(
    m: Matiere, edition: EditionFiche, trouvees: list[tuple[str, Certification]]
) -> Iterator[Constat]:
    """One finding a fiche above niveau I, which names all its certifications of the série."""
    niveau = Code.lire(edition.code).reference
    basses = [
        (dit, c) for dit, c in trouvees
        if c.echelon is not None and (c.echelon.numero is not None or c.echelon.niveau == "I")
    ]
    if niveau.niveau == "I" or not basses:
        return
    cites = ", ".join(f"« {c.noms[0]} »" for _, c in basses)
    yield Constat(
        "serie_cadres", CONTRADICTION, edition.code,
        f"{edition.code} (niveau {niveau}) admet sans pratique {cites} ; le RNCSA donne à sa "
        f"série {basses[0][1].serie} la position {basses[0][1].echelon}.",
        cote_d_edition(edition, "acces", " ; ".join(dit.rstrip(" ;.,") for dit, _ in basses)),
        _cote(basses[0][1]),
    )


def _cote(c: Certification) -> Cote:
    return Cote(
        source="RNCSA du premier semestre 2021",
        lieu=f"certifications.yaml, {c.id} ({RNCSA[0]})",
        valeur=f"série {c.serie}, {c.echelon}",
        edition=RNCSA[1].isoformat(),
        lien=lien_legifrance(RNCSA[0]),
    )
