"""Points that are closed by a yes, a no or one sentence, before the rule that says why."""

from __future__ import annotations

from datetime import date

from assistant.chat.comprendre.points_dits import deux_majores
from assistant.chat.rediger.brouillon import Brouillon, nom_de_categorie
from assistant.chat.rediger.minimum import rediger_minimum
from assistant.chat.rediger.points_echelons import NOMMEES, liste
from assistant.chat.rediger.regles import rediger_regle
from assistant.chat.reponse import Behaviour
from assistant.classification import Categorie, references, sans_accents

__all__ = [
    "categories", "choix_majores", "essai_oral", "forfait_cadre", "permis", "prime_obligatoire", "prime_promu",
    "repertoires",
]

_BORNES = {Categorie.OUVRIER_EMPLOYE: (1, 12), Categorie.MAITRISE: (17, 25)}


def choix_majores(b: Brouillon, jour: date) -> bool:
    """Which of the two majorés: the employer's choice, whatever was recognised (3.02 d, 3B.02 d)."""
    dits = deux_majores(b.comprehension.question)
    b.dire("choix_majores", majores=liste(b, dits))
    rediger_regle(b, "majore_reconnu", "majore_critere", categorie=dits[0].categorie)
    return True


def categories(b: Brouillon, jour: date) -> bool:
    """The échelons of each catégorie."""
    plat = sans_accents(b.comprehension.question)
    for categorie in [c for c, mots in NOMMEES.items() if mots.search(plat)] or list(Categorie):
        nom = nom_de_categorie(categorie, b.langue)
        if categorie in _BORNES:
            de, a = _BORNES[categorie]
            b.dire("categorie_etendue", categorie=nom[0].upper() + nom[1:], de=de, a=a,
                   references=", ".join(map(str, references(categorie))))
        else:
            b.dire("categorie_etendue_cadres", categorie=nom[0].upper() + nom[1:])
        b.citer_regle({Categorie.OUVRIER_EMPLOYE: "definition_ouvriers_employes", Categorie.MAITRISE: "definition_maitrise",
                       Categorie.CADRE: "definition_cadres"}[categorie], categorie)
    b.dire("categorie_sans_13")
    return True


def repertoires(b: Brouillon, jour: date) -> bool:
    b.dire("rnqsa_rncsa")
    b.citer_regle("fiche_reference")
    rediger_regle(b, "certification_serie")
    return True


def essai_oral(b: Brouillon, jour: date) -> bool:
    b.dire("essai_non_ecrit")
    b.citer_regle("essai_ouvriers_employes")
    b.citer_regle("essai_maitrise_cadres")
    return True


def prime_obligatoire(b: Brouillon, jour: date) -> bool:
    b.dire("prime_obligatoire_non")
    rediger_regle(b, "prime_formation_qualification")
    return True


def prime_promu(b: Brouillon, jour: date) -> bool:
    b.dire("prime_promu_non")
    cadre = NOMMEES[Categorie.CADRE].search(sans_accents(b.comprehension.question))
    rediger_regle(b, "promotion_verification", categorie=Categorie.CADRE if cadre else Categorie.MAITRISE)
    return True


def permis(b: Brouillon, jour: date) -> bool:
    b.dire("permis_sans_effet")
    rediger_regle(b, "fiche_reference")
    b.citer_regle("certification_serie")
    b.behaviour = Behaviour.ANSWER
    return True


def forfait_cadre(b: Brouillon, jour: date) -> bool:
    rediger_minimum(b, date.today())
    return True
