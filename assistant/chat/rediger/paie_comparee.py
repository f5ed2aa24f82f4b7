"""The pay a person tells, against what is due to them: at their hours, age, forfait, fixed part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assistant.chat.comprendre.paie_dite import Paie, paie_dite
from assistant.chat.rediger.brouillon import Brouillon
from assistant.classification import (
    Echelon,
    Examen,
    Montant,
    assiette,
    degres,
    euros,
    fixe_du_vendeur,
    heures_supplementaires,
    plancher_smic,
    smic_du,
    valeur_horaire,
)

__all__ = ["Comparee", "comparer_la_paie", "minimum_du_salarie", "paie_de"]


@dataclass(frozen=True, slots=True)
class Comparee:
    """``juste``: False below what is due, None where it cannot be told."""

    juste: bool | None
    texte: str


def paie_de(b: Brouillon) -> Paie | None:
    """The pay told in this turn, else the one told before."""
    dite, connue = paie_dite(b.comprehension.question), b.comprehension.situation.salaire_base
    if dite is not None or connue is None:
        return dite
    return Paie(Decimal(str(connue)))


def minimum_du_salarie(b: Brouillon, echelon: Echelon, jour: date) -> tuple[Decimal, str, str, Montant] | None:
    """What is due a month, its hours in words, the key of its sentence, and the table's figure."""
    if echelon.niveau and not echelon.degre and echelon.niveau != "V":
        echelon = degres(echelon)[0]
    examen = _examen(b, echelon, jour)
    s, base = examen.situation, assiette(examen, echelon)
    if base.montant is None:
        return None
    valeur, heures = base.montant.valeur, s.heures_hebdo
    if s.fixe_et_primes and (fixe := fixe_du_vendeur(examen)):
        return Decimal(str(fixe.valeur)), "", "fixe", base.montant
    if plancher := plancher_smic(examen):
        valeur = max(valeur, Decimal(str(plancher.valeur)))
    if en_plus := heures_supplementaires(examen):
        valeur = Decimal(str(en_plus.variables["total"]))
    dites = " " + b.texte("verdict_heures", heures=f"{heures:g}".replace(".", ",")) if heures and heures != 35 and not s.forfait else ""
    if base.regle == "minimum_moins_18":
        dites += " " + b.texte("verdict_age", age=s.age or 0)
    return valeur, dites, "dessous", base.montant


def comparer_la_paie(b: Brouillon, echelon: Echelon, jour: date) -> Comparee | None:
    """The pay against the minimum of one échelon; None where no pay is told or no figure known."""
    paie, due = paie_de(b), minimum_du_salarie(b, echelon, jour)
    if paie is None or due is None:
        return None
    valeur, heures, cle, montant = due
    salaire = paie.montant
    if salaire is None:
        connu = smic_du(_examen(b, montant.echelon, jour))
        if connu is None:
            return None
        salaire = (connu.mensuel * _examen(b, echelon, jour).part_du_temps()).quantize(Decimal("0.01"))
    if paie.horaire:
        valeur, heures = valeur_horaire(max(montant.base, valeur) if cle != "fixe" else montant.base), ""
    b.calcules += [salaire, valeur]
    unite = " " + b.texte("verdict_heure") if paie.horaire else ""
    nom = b.texte("verdict_nom_echelon" if montant.echelon.numero else "verdict_nom_cadre", echelon=montant.echelon)
    communs = {"salaire": euros(salaire), "minimum": euros(valeur), "unite": unite, "nom": nom, "heures": heures}
    if paie.net and salaire < valeur:
        return Comparee(None, b.texte("verdict_net", **communs))
    if paie.fixe or cle == "fixe":
        juste = salaire >= valeur
        b.calcules.append(montant.valeur)
        return Comparee(juste, b.texte("verdict_fixe_ok" if juste else "verdict_fixe_dessous", salaire=euros(salaire),
                                       minimum=euros(valeur), total=euros(montant.valeur), nom=nom))
    juste = salaire >= valeur
    if paie.montant is None:
        return Comparee(juste, b.texte("verdict_smic_ok" if juste else "verdict_smic_dessous", **communs))
    if not juste:
        b.calcules.append(valeur - salaire)
        return Comparee(False, b.texte("salaire_dessous", **communs, ecart=euros(valeur - salaire)))
    return Comparee(True, b.texte("salaire_ok", **communs))


def _examen(b: Brouillon, echelon: Echelon, jour: date) -> Examen:
    return Examen(b.comprehension.situation, b.c.kb.referentiel, jour, echelon, echelon.categorie, b.c.smics)
