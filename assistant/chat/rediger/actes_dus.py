"""What is owed after the last answer: how much is missing, and what to ask the employer for."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from assistant.chat.comprendre.actes import Acte
from assistant.chat.rediger.brouillon import Brouillon, echelon_lu, ou, placement
from assistant.chat.rediger.dernier_dit import emploi, heures, question_en_cours, redire
from assistant.classification import (
    Fiche,
    Outcome,
    Positionnement,
    euros,
    minimum,
)

__all__ = ["rediger_demander", "rediger_manque"]


def rediger_manque(b: Brouillon, r: Brouillon, _: Acte, aujourdhui: date) -> None:
    """The amount owed: a prime, or what the base pay lacks; asked for where it is not known."""
    p, s = r.positionnement, r.comprehension.situation
    if p is not None and p.prime and p.prime.valeur:
        article = next((m.article.article for m in p.motifs if "suppleance" in m.regle.id), "")
        b.dire("acte_manque_prime", valeur=euros(p.prime.valeur), echelon=p.prime.echelon, article=article)
        b.calcules.append(p.prime.valeur)
        return
    du = _minimum(r)
    if du is None:
        redire(b, r)
        question_en_cours(b, r)
        return
    valeur, pour = du
    b.calcules.append(valeur)
    b.citer_regle("minimum")
    commun = {"minimum": euros(valeur), "heures": pour}
    if s.salaire_base is not None:
        salaire = Decimal(str(s.salaire_base))
        ecart = valeur - salaire
        b.calcules += [ecart, salaire]
        if ecart > 0:
            b.dire("acte_manque", ecart=euros(ecart), salaire=euros(salaire), **commun)
        else:
            b.dire("acte_manque_rien", salaire=euros(salaire), **commun)
        b.citer_regle("salaire_de_base")
        return
    actuel = echelon_lu(s.echelon_actuel)
    if p is not None and p.reference is not None and actuel is not None and actuel < p.reference and (
        actuel.numero
    ):
        avant = minimum(b.c.kb.baremes, actuel, aujourdhui, s.heures_hebdo).valeur
        b.calcules += [avant, valeur - avant]
        b.dire("acte_manque_echelon", ecart=euros(valeur - avant), actuel=actuel, avant=euros(avant),
               echelon=p.reference, **commun)
    else:
        b.dire("acte_manque_dites", **commun)
    b.demander("salaire_base")


def _minimum(r: Brouillon) -> tuple[Decimal, str] | None:
    p = r.positionnement
    if r.montant and r.montant.get("heures") and r.montant.get("avenant"):
        return Decimal(str(r.montant["valeur"])), heures(Decimal(str(r.montant["heures"])))
    if p is not None and p.minimum is not None:
        return p.minimum.valeur, heures(p.minimum.heures)
    return None


def rediger_demander(b: Brouillon, r: Brouillon, _: Acte, __: date) -> None:
    """The request in one sentence, what may come besides, and how to back it up."""
    p, fiche = r.positionnement, emploi(r)
    if p is not None and p.prime and p.prime.valeur and p.outcome is Outcome.PRIME_SUPPLEANCE:
        b.calcules.append(p.prime.valeur)
        b.dire("acte_demander_prime", valeur=euros(p.prime.valeur))
    elif fiche is not None and p is not None and p.reference is not None:
        _classement(b, r, p, fiche)
    elif (du := _minimum(r)) is not None:
        b.calcules.append(du[0])
        b.dire("acte_demander_minimum", valeur=euros(du[0]), heures=du[1])
    else:
        b.dire("acte_demander_emploi")
        redire(b, r)
        question_en_cours(b, r)
        return
    b.dire("acte_demander_suite")


def _classement(b: Brouillon, r: Brouillon, p: Positionnement, fiche: Fiche) -> None:
    actuel = echelon_lu(r.comprehension.situation.echelon_actuel)
    majores = ou(p.majores, b.langue)
    commun = {"titre": b.titre(fiche), "code": fiche.code}
    if p.outcome is Outcome.MAJORE_DU:
        regle = b.c.kb.regles["certification_majore_du"].article(fiche.categorie)
        b.dire("acte_demander_du", majores=majores, article=regle.article, **commun)
        return
    regle = b.c.kb.regles["majore_extension"].article(fiche.categorie)
    deja = actuel is not None and p.reference is not None and actuel >= p.reference
    if not deja:
        b.dire("acte_demander_fiche", placement=placement(b, fiche), **commun)
    if p.majores:
        cle = "acte_demander_majore" if deja else "acte_demander_aussi"
        b.dire(cle, majores=majores, article=regle.article, **commun)
        b.citer_regle("majore_extension", fiche.categorie)
    elif deja:
        b.dire("acte_demander_rien", placement=placement(b, fiche), **commun)
