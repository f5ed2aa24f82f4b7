"""The minimum wage of a placement for one person, and the base it stands on (1.16 a)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from assistant.classification.consequences.modele import Consequence, Examen, centimes
from assistant.classification.dossier import Dossier
from assistant.classification.grille import Categorie, Echelon, degres
from assistant.classification.minima import DUREE_LEGALE, Montant
from assistant.classification.suppleance import euros

__all__ = ["Assiette", "assiette", "minimum_du", "noter_minimum"]

_AUTRE, _JOURS, _HEURES, _JEUNE = (
    "minimum_autre_base", "forfait_jours", "forfait_heures_annee", "minimum_moins_18",
)


@dataclass(frozen=True, slots=True)
class Assiette:
    """Which rule gives the minimum, and the amount; None where the articles give no figure.

    ``pourcent``: what the rule adds to the table's figure (takes away where negative).
    """

    regle: str
    montant: Montant | None = None
    faits: tuple[str, ...] = ()
    manquants: tuple[str, ...] = ()
    calcul: tuple[str, ...] = ()
    variables: Mapping[str, object] = field(default_factory=dict)


def assiette(examen: Examen, echelon: Echelon) -> Assiette:
    """The minimum of a placement for this person's hours, forfait and age.

    No amount before the first barème, for a niveau without degré, and where an article sends to
    figures that the texts do not hold (1.09 d and g).
    """
    s = examen.situation
    if s.forfait == "jours":
        return _jours(examen, echelon)
    if s.forfait == "heures_annee":
        return _heures_annee(examen, echelon)
    if s.forfait is not None:
        return Assiette(_AUTRE, faits=("forfait",))
    if taux := _abattement(examen):
        faits, manquants = ("age",), () if s.anciennete is not None else ("anciennete",)
        return _en_euros(examen, echelon, _JEUNE, -Decimal(taux), faits, manquants, age=s.age)
    return _en_euros(examen, echelon, "minimum", Decimal(0), ("fiche",))


def _jours(examen: Examen, echelon: Echelon) -> Assiette:
    """1.09 f: 25 % more for 218 days a year, in proportion below; cadres only."""
    appui = examen.appui(_JOURS)
    if appui is None or echelon.categorie is not Categorie.CADRE:
        return Assiette(_AUTRE, faits=("forfait",))
    p = appui.regle.parametres
    jours = examen.situation.jours_forfait or p["jours"]
    if jours > p["jours"]:
        return Assiette(_AUTRE, faits=("forfait", "jours_forfait"))
    taux = Decimal(p["majoration_pourcent"]) * jours / p["jours"]
    faits = ("forfait", "jours_forfait") if examen.situation.jours_forfait else ("forfait",)
    return _en_euros(examen, echelon, _JOURS, taux, faits, entier=True, jours=jours)


def _heures_annee(examen: Examen, echelon: Echelon) -> Assiette:
    """1.09 e: 10 % more up to 38.5 hours a week on average, 20 % up to 42."""
    appui, heures = examen.appui(_HEURES), examen.situation.heures_hebdo
    if appui is None or heures is None:
        return Assiette(_AUTRE, faits=("forfait",), manquants=("heures_hebdo",))
    p = appui.regle.parametres
    au_dela = (Decimal(str(heures)) / DUREE_LEGALE - 1) * 100
    if au_dela <= 0:
        return _en_euros(examen, echelon, "minimum", Decimal(0), ("forfait", "heures_hebdo"))
    for rang in ("1", "2"):
        if au_dela <= p[f"tranche_{rang}"]:
            return _en_euros(examen, echelon, _HEURES, Decimal(p[f"majoration_{rang}"]),
                             ("forfait", "heures_hebdo"), entier=True)
    return Assiette(_AUTRE, faits=("forfait", "heures_hebdo"))


def _abattement(examen: Examen) -> int:
    """1.19 c: per cent taken off under 17, and from 17 to 18; none after 6 months' practice."""
    s, appui = examen.situation, examen.appui(_JEUNE)
    if appui is None or s.age is None:
        return 0
    p = appui.regle.parametres
    if s.age >= p["age_plein"] or (s.anciennete or 0) >= p["pratique_mois"]:
        return 0
    return p["abattement_bas"] if s.age < p["age_bas"] else p["abattement_haut"]


def _en_euros(
    examen: Examen, echelon: Echelon, regle: str, pourcent: Decimal, faits: tuple[str, ...],
    manquants: tuple[str, ...] = (), entier: bool = False, **variables: object,
) -> Assiette:
    """The table's figure, in proportion of part-time hours unless ``entier``, with the raise."""
    bareme, base = examen.bareme(), examen.minimum(echelon)
    if bareme is None or base is None:
        return Assiette(regle, None, faits, manquants)
    part = Decimal(1) if entier else examen.part_du_temps()
    valeur = centimes(base * part * (100 + pourcent) / 100)
    heures = examen.situation.heures_hebdo if part < 1 or regle == _HEURES else None
    montant = Montant(valeur, base, Decimal(str(heures or DUREE_LEGALE)), bareme, echelon)
    if part < 1:
        regle = "minimum_temps_partiel" if regle == "minimum" else regle
        faits = ("heures_hebdo",) if faits == ("fiche",) else (*faits, "heures_hebdo")
    communes: dict[str, object] = {
        "echelon": echelon, "valeur": euros(valeur), "base": euros(base),
        "heures": _nombre(montant.heures), "avenant": bareme.avenant,
        "effet": f"{bareme.date_effet:%d/%m/%Y}", "pourcent": _nombre(abs(pourcent).quantize(Decimal("0.01"))),
    }
    return Assiette(regle, montant, faits, manquants, _calcul(montant, part, pourcent),
                    communes | variables)


def _calcul(m: Montant, part: Decimal, pourcent: Decimal) -> tuple[str, ...]:
    termes = [euros(m.base)]
    if part < 1:
        termes.append(f"{_nombre(m.heures)} / 35")
    if pourcent:
        termes.append(f"{_nombre((100 + pourcent).quantize(Decimal('0.0001')))} %")
    return (f"{' × '.join(termes)} = {euros(m.valeur)}",) if len(termes) > 1 else ()


def minimum_du(examen: Examen) -> Consequence | None:
    """The minimum as a consequence; None where it is the table's own figure, or has none."""
    if examen.echelon is None:
        return None
    echelon = examen.echelon
    niveau_seul = echelon.niveau is not None and echelon.degre is None
    trouvee = assiette(examen, degres(echelon)[0] if niveau_seul else echelon)
    appui = examen.appui(trouvee.regle)
    if trouvee.montant is None or appui is None or not trouvee.calcul:
        return None
    return Consequence(
        "minimum", trouvee.regle, (appui,), trouvee.montant.valeur, "euros_par_mois",
        trouvee.calcul, trouvee.variables, trouvee.faits, trouvee.manquants,
        trouvee.montant.bareme,
    )


def noter_minimum(dossier: Dossier, echelon: Echelon) -> Montant | None:
    """The minimum of a placement for this person, with its motif.

    None where no barème is known for the day, or where the articles give no figure for the base
    (forfaits of 1.09 d and g): the motif then says so.
    """
    examen = Examen(dossier.situation, dossier.referentiel, dossier.jour, echelon,
                    echelon.categorie)
    trouvee = assiette(examen, echelon)
    if trouvee.regle == _AUTRE:
        dossier.noter(_AUTRE, trouvee.faits, echelon=echelon)
        return None
    if trouvee.montant is None:
        return None
    note = dossier.noter(trouvee.regle, trouvee.faits, None, **trouvee.variables)
    return trouvee.montant if note else None


def _nombre(valeur: Decimal) -> str:
    return f"{valeur.normalize():f}".replace(".", ",")
