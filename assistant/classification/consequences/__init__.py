"""What a placement changes: pay, trial period, notice, training bonus, promotion."""

from assistant.classification.consequences.essai import essai, fin_essai
from assistant.classification.consequences.formation import formation
from assistant.classification.consequences.heures_supplementaires import heures_supplementaires
from assistant.classification.consequences.minimum import (
    Assiette,
    assiette,
    minimum_du,
    noter_minimum,
)
from assistant.classification.consequences.modele import Appui, Consequence, Examen, Smic
from assistant.classification.consequences.preavis import RUPTURES, preavis
from assistant.classification.consequences.promotion import ecart_de_minimum
from assistant.classification.consequences.recherche_emploi import recherche_emploi
from assistant.classification.consequences.smic import plancher_smic, smic_du
from assistant.classification.consequences.toutes import consequences_de, placement_du
from assistant.classification.consequences.vendeur import fixe_du_vendeur

__all__ = [
    "RUPTURES",
    "Appui",
    "Assiette",
    "Consequence",
    "Examen",
    "Smic",
    "assiette",
    "consequences_de",
    "ecart_de_minimum",
    "essai",
    "fin_essai",
    "fixe_du_vendeur",
    "formation",
    "heures_supplementaires",
    "minimum_du",
    "noter_minimum",
    "placement_du",
    "plancher_smic",
    "preavis",
    "recherche_emploi",
    "smic_du",
]
