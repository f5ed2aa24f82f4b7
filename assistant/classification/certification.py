"""What a certification opens (RNCSA; 3.02 a and c, 3B.02 a and c, 5.02 a and c)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from assistant.classification.diplomes import (
    Accord,
    Famille,
    NomLu,
    comparer,
    famille_de,
    lire_nom,
)
from assistant.classification.fiche import Acces, Fiche
from assistant.classification.grille import Echelon
from assistant.classification.mots import Concepts, sans_accents
from assistant.classification.regles_de_fiche import TypeDeRegle
from assistant.classification.situation import Situation

__all__ = ["Certification", "Famille", "Ouverture", "Registre", "examiner"]

_CACHE = 4096
VOIES = ("scolaire", "alternance", "continue")


@dataclass(frozen=True, slots=True)
class Certification:
    """A certification of the RNCSA: its names, its série and the placement that série gives.

    ``nom_rncp``: another name it is registered under elsewhere, which can also be the old name
    of another certification: it names, and does not tell which fiche is opened.
    """

    id: str
    noms: tuple[str, ...]
    famille: str | None
    serie: int
    echelon: Echelon | None
    voies: tuple[str, ...] = ()
    nom_rncp: str | None = None


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


@dataclass(frozen=True)
class Registre:
    """The certifications and their families; ``concepts``: words that name the same diploma."""

    certifications: tuple[Certification, ...] = ()
    familles: tuple[Famille, ...] = ()
    concepts: Concepts = field(default_factory=lambda: Concepts({}), compare=False)

    def famille(self, nom: str) -> Famille | None:
        """The family a name belongs to: the longest family name found in it as whole words."""
        return famille_de(nom, self.familles)

    def lire(self, nom: str) -> NomLu:
        """A name as it is compared."""
        if nom not in self._lus_deja:
            if len(self._lus_deja) > _CACHE:
                self._lus_deja.clear()
            self._lus_deja[nom] = lire_nom(nom, self.familles, self.concepts)
        return self._lus_deja[nom]

    @cached_property
    def _lus_deja(self) -> dict[str, NomLu]:
        return {}

    @cached_property
    def _noms(self) -> tuple[tuple[Certification, str, str], ...]:
        """Every name of every entry, as given and folded."""
        return tuple(
            (c, v, f" {sans_accents(v)} ")
            for c in self.certifications for n in c.noms for v in _variantes(n)
        )

    def reconnues(self, nom: str, accord: Accord = Accord.OUI) -> tuple[Certification, ...]:
        """Entries that a name names outright, or in part where PARTIEL is enough."""
        dit = self.lire(nom)
        famille = next((f for f in self.familles if f.id == dit.famille), None)
        siens = [f" {sans_accents(n)} " for n in famille.noms] if famille else []
        trouvees: dict[str, Certification] = {}
        for c, imprime, plat in self._noms:
            if c.id in trouvees or not any(n in plat for n in siens):
                continue  # reading a name costs more than looking for its family's
            lu = self.lire(imprime)
            if (lu.mots == dit.mots or accord is not Accord.OUI) and comparer(dit, [lu]) >= accord:
                trouvees[c.id] = c
        return tuple(trouvees.values())

    def nommees(self, nom: str) -> tuple[Certification, ...]:
        """Entries that a name names outright, under their name of the RNCP too."""
        return tuple(dict.fromkeys((*self.reconnues(nom), *self._par_nom_rncp(nom))))

    def _par_nom_rncp(self, nom: str) -> tuple[Certification, ...]:
        dit = self.lire(nom)
        if dit.generique:
            return ()
        return tuple(c for c in self.certifications if c.nom_rncp and self.lire(c.nom_rncp) == dit)

    def serie_de(self, nom: str, voie: str | None = None) -> tuple[Certification, ...]:
        """Entries of that name, else those it names in part, else of its family; by voie."""
        cherche = sans_accents(nom)
        exactes = tuple(c for c in self.certifications if cherche in map(sans_accents, c.noms))
        trouvees = exactes or self.reconnues(nom)
        trouvees = tuple(dict.fromkeys((*trouvees, *self._par_nom_rncp(nom))))
        if not trouvees and not self.lire(nom).generique:
            trouvees = self.reconnues(nom, Accord.PARTIEL)
        famille = self.famille(nom)
        if not trouvees and famille:
            trouvees = tuple(c for c in self.certifications if c.famille == famille.id)
        return tuple(c for c in trouvees if not (voie and c.voies) or voie in c.voies)

    def echelon_de(self, nom: str, voie: str | None = None) -> Echelon | None:
        """The one placement all entries of that name agree on, or None."""
        echelons = {c.echelon for c in self.serie_de(nom, voie)}
        return echelons.pop() if len(echelons) == 1 else None


def _variantes(nom: str) -> tuple[str, ...]:
    """A CQP of several names ("CQP a ou b") answers to each of them."""
    genre, _, reste = nom.partition(" ")
    noms = reste.split(" ou ")
    return (nom, *(f"{genre} {n}" for n in noms)) if genre == "CQP" and len(noms) > 1 else (nom,)


@dataclass(frozen=True, slots=True)
class _Lien:
    """What the fiche says of the certification: practice wanted, named or not (None: unknown)."""

    pratique: bool
    citee: bool | None
    a_preciser: tuple[str, ...] = ()


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
    lien = _lien(situation, fiche, registre)
    if lien.citee is False:
        if fiche.acces is None:
            voies = any(c.voies for c in registre.serie_de(situation.certification or ""))
            if voies and situation.voie_preparation is None:
                return Ouverture.A_PRECISER, ("voie_preparation",)
            return Ouverture.NON_VERIFIABLE, ()
        return Ouverture.NON_CITEE, ()
    if lien.pratique and situation.pratique_professionnelle is False:
        return Ouverture.PRATIQUE_MANQUANTE, ()
    if situation.dans_la_specialite is False:
        return Ouverture.HORS_SPECIALITE, ()
    if situation.emploi_correspond is False:
        return Ouverture.EMPLOI_DIFFERENT, ()
    manquants = lien.a_preciser + _manquants(situation, lien.pratique)
    return (Ouverture.A_PRECISER, manquants) if manquants else (Ouverture.DUE, ())


def conditions_d_acces(
    situation: Situation, fiche: Fiche, registre: Registre
) -> tuple[str, ...]:
    """What the ways in named by the certification ask for besides, in closed words."""
    if situation.certification is None:
        return ()
    trouves = _repondants(situation.certification, fiche.acces or (), registre)
    return tuple(dict.fromkeys(c for _, a in trouves for c in a.conditions))


def _manquants(situation: Situation, pratique: bool) -> tuple[str, ...]:
    a_savoir: Sequence[tuple[str, object]] = (
        ("pratique_professionnelle", situation.pratique_professionnelle if pratique else True),
        ("dans_la_specialite", situation.dans_la_specialite),
        ("emploi_correspond", situation.emploi_correspond),
    )
    return tuple(nom for nom, valeur in a_savoir if valeur is None)


def _lien(situation: Situation, fiche: Fiche, registre: Registre) -> _Lien:
    """What the fiche's ways in say of the certification stated.

    Where the fiche's text is not known, only a certification whose own série gives at least
    the fiche's échelon counts as admitted: 3.02 a and 3B.02 a speak of the matching échelon,
    and the RNCSA lets lower ones in only where the fiche says so.
    """
    nom = situation.certification
    if fiche.acces is not None:
        if nom is None:
            return _Lien(any(a.pratique for a in fiche.acces), None if fiche.acces else False)
        return _par_les_acces(nom, situation, fiche, registre)
    if nom is None:
        return _Lien(False, None)
    echelon = registre.echelon_de(nom, situation.voie_preparation)
    return _Lien(False, echelon is not None and echelon >= fiche.reference)


def _par_les_acces(nom: str, situation: Situation, fiche: Fiche, registre: Registre) -> _Lien:
    """The named ways in that answer, cut down to the preparation stated."""
    trouves = _repondants(nom, (*(fiche.acces or ()), *_a_part(fiche)), registre)
    if not trouves:
        return _Lien(False, False)

    def admis(voie: str | None) -> list[tuple[Accord, Acces]]:
        return [t for t in trouves if _voie_admise(nom, t[1], voie, fiche, registre)]

    voie = situation.voie_preparation
    if voie is None:
        selon = [bool(admis(v)) for v in VOIES]
        if any(selon) and not all(selon):
            return _Lien(False, True, ("voie_preparation",))
    siens = admis(voie) if voie else trouves
    if not siens:
        return _Lien(False, False)
    pratiques = {a.pratique for _, a in siens}
    pratique = pratiques == {True}
    if pratiques == {True, False} and siens[0][0] is Accord.PARTIEL:
        # "CAP" alone, one of them with practice and another without: with it, either opens
        if situation.pratique_professionnelle is False:
            return _Lien(False, True, ("certification",))
        pratique = True
    return _Lien(pratique, True, _a_nommer(nom, siens, registre))


def _a_part(fiche: Fiche) -> tuple[Acces, ...]:
    """Certifications that a rule of the fiche names outside its list."""
    return tuple(
        Acces(nom, (nom,), pratique=False)
        for r in fiche.regles if r.type is TypeDeRegle.ECHELON_IMPOSE for nom in r.certifications
    )


def _a_nommer(
    nom: str, siens: list[tuple[Accord, Acces]], registre: Registre
) -> tuple[str, ...]:
    """A family of mixed levels ("CQP") has to be named in full; the speciality settles "BTS"."""
    famille = registre.famille(nom)
    vague = siens[0][0] is Accord.PARTIEL and (
        famille is None or famille.niveau is None or not registre.lire(nom).generique
    )
    # part of one known name only ("CQP réceptionnaire") is enough
    seules = {c.echelon for c in registre.serie_de(nom)}
    return ("certification",) if vague and len(seules) != 1 else ()


def _voie_admise(
    nom: str, acces: Acces, voie: str | None, fiche: Fiche, registre: Registre
) -> bool:
    """The preparation is the one named, or one whose série gives at least the fiche's échelon."""
    if not acces.voies or voie is None or voie in acces.voies:
        return True
    echelon = registre.echelon_de(nom, voie)
    return echelon is not None and echelon >= fiche.reference


def _repondants(
    nom: str, acces: Sequence[Acces], registre: Registre
) -> list[tuple[Accord, Acces]]:
    """The ways in that answer to a name: those outright, else those in part."""
    dit = registre.lire(nom)
    ids = {c.id for c in registre.reconnues(nom)}
    niveau = famille.niveau if (famille := registre.famille(nom)) else None
    notes = [(_repond(dit, ids, niveau, a, registre), a) for a in acces]
    meilleur = max((note for note, _ in notes), default=Accord.NON)
    return [(n, a) for n, a in notes if n is meilleur] if meilleur else []


def _repond(
    dit: NomLu, ids: set[str], niveau: int | None, acces: Acces, registre: Registre
) -> Accord:
    lus = [registre.lire(n) for n in acces.noms]
    if ids and acces.ids and not dit.generique and not any(n.generique for n in lus):
        options = any(not (dit.options and n.options) or dit.options & n.options for n in lus)
        return Accord.OUI if ids & set(acces.ids) and options else Accord.NON
    accord = comparer(dit, lus)
    if accord or not acces.niveau_equivalent or niveau is None:
        return accord
    niveaux = {f.niveau for n in acces.noms if (f := registre.famille(n))}
    return Accord.OUI if niveau in niveaux else Accord.NON
