"""What a certification opens (RNCSA; 3.02 a and c, 3B.02 a and c, 5.02 a and c)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.classification.fiche import Fiche
from assistant.classification.grille import Echelon
from assistant.classification.mots import sans_accents
from assistant.classification.situation import Situation

__all__ = ["Certification", "Famille", "Ouverture", "Registre", "examiner"]


@dataclass(frozen=True, slots=True)
class Famille:
    """A kind of diploma as people name it ("BTS"), with its level in the French framework."""

    id: str
    noms: tuple[str, ...]
    niveau: int | None = None


@dataclass(frozen=True, slots=True)
class Certification:
    """A certification of the RNCSA: its names, its série and the placement that série gives."""

    id: str
    noms: tuple[str, ...]
    famille: str | None
    serie: int
    echelon: Echelon | None
    voies: tuple[str, ...] = ()


class Ouverture(StrEnum):
    """Whether the certification makes the matching placement due."""

    AUCUNE = "aucune"
    INCONNUE = "inconnue"
    PRATIQUE_MANQUANTE = "pratique_manquante"
    NON_CITEE = "non_citee"
    NON_VERIFIABLE = "non_verifiable"
    HORS_SPECIALITE = "hors_specialite"
    EMPLOI_DIFFERENT = "emploi_different"
    A_PRECISER = "a_preciser"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class Registre:
    """The certifications and their families."""

    certifications: tuple[Certification, ...] = ()
    familles: tuple[Famille, ...] = ()

    def famille(self, nom: str) -> Famille | None:
        """The family a name belongs to: the longest family name found in it as whole words."""
        cherche = f" {sans_accents(nom)} "
        trouvees = [
            (len(n), f) for f in self.familles for n in map(sans_accents, f.noms)
            if f" {n} " in cherche
        ]
        return max(trouvees, key=lambda t: t[0])[1] if trouvees else None

    def serie_de(self, nom: str, voie: str | None = None) -> tuple[Certification, ...]:
        """Entries of that name, or of its family when the name says no more; filtered by voie."""
        cherche = sans_accents(nom)
        exactes = [c for c in self.certifications if cherche in map(sans_accents, c.noms)]
        famille = self.famille(nom)
        if not exactes and famille:
            exactes = [c for c in self.certifications if c.famille == famille.id]
        return tuple(c for c in exactes if not (voie and c.voies) or voie in c.voies)

    def echelon_de(self, nom: str, voie: str | None = None) -> Echelon | None:
        """The one placement all entries of that name agree on, or None."""
        echelons = {c.echelon for c in self.serie_de(nom, voie)}
        return echelons.pop() if len(echelons) == 1 else None


def examiner(
    situation: Situation, fiche: Fiche, registre: Registre
) -> tuple[Ouverture, tuple[str, ...]]:
    """Does the certification stated make the fiche's placement due, and what is missing to say?

    Returns the state and the names of the missing facts, the one that decides first.
    """
    if situation.certification_rncsa is False:
        return Ouverture.AUCUNE, ()
    if situation.certification_rncsa is None and situation.certification is None:
        return Ouverture.INCONNUE, ("certification_rncsa",)
    pratique, citee = _condition(situation, fiche, registre)
    if citee is False:
        if fiche.acces is None:
            voies = any(c.voies for c in registre.serie_de(situation.certification or ""))
            if voies and situation.voie_preparation is None:
                return Ouverture.A_PRECISER, ("voie_preparation",)
            return Ouverture.NON_VERIFIABLE, ()
        return Ouverture.NON_CITEE, ()
    if pratique and situation.pratique_professionnelle is False:
        return Ouverture.PRATIQUE_MANQUANTE, ()
    if situation.dans_la_specialite is False:
        return Ouverture.HORS_SPECIALITE, ()
    if situation.emploi_correspond is False:
        return Ouverture.EMPLOI_DIFFERENT, ()
    manquants = _manquants(situation, pratique)
    return (Ouverture.A_PRECISER, manquants) if manquants else (Ouverture.DUE, ())


def _manquants(situation: Situation, pratique: bool) -> tuple[str, ...]:
    a_savoir: Sequence[tuple[str, object]] = (
        ("pratique_professionnelle", situation.pratique_professionnelle if pratique else True),
        ("dans_la_specialite", situation.dans_la_specialite),
        ("emploi_correspond", situation.emploi_correspond),
    )
    return tuple(nom for nom, valeur in a_savoir if valeur is None)


def _condition(
    situation: Situation, fiche: Fiche, registre: Registre
) -> tuple[bool, bool | None]:
    """(practice required, named by the fiche). None: nothing says whether it is named.

    Where the fiche's text is not known, only a certification whose own série gives at least
    the fiche's échelon counts as admitted: 3.02 a and 3B.02 a speak of the matching échelon,
    and the RNCSA lets lower ones in only where the fiche says so.
    """
    nom = situation.certification
    if fiche.acces:
        if nom is None:
            return any(a.pratique for a in fiche.acces), None
        for acces in fiche.acces:
            if _repond(nom, acces.noms, acces.niveau_equivalent, registre):
                return acces.pratique, True
        return False, False
    if nom is None:
        return False, None
    echelon = registre.echelon_de(nom, situation.voie_preparation)
    return False, echelon is not None and echelon >= fiche.reference


def _repond(nom: str, noms: Sequence[str], equivalent: bool, registre: Registre) -> bool:
    cherche = f" {sans_accents(nom)} "
    if any(f" {sans_accents(n)} " in cherche for n in noms):
        return True
    if not equivalent:
        return False
    familles = [registre.famille(n) for n in noms]
    donnee = registre.famille(nom)
    return donnee is not None and any(
        f is not None and f.niveau == donnee.niveau is not None for f in familles
    )
