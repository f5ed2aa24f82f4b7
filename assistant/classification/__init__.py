"""The law: frozen dataclasses and pure functions. No text, no file, no network, no model."""

from assistant.classification.activites import Activites, rattacher, trier
from assistant.classification.calculateur import calculer
from assistant.classification.certification import Certification, Famille, Ouverture, Registre
from assistant.classification.code import FILIERES, Code, CodeInvalide
from assistant.classification.faits import FAITS, Fait, FaitInvalide, Genre
from assistant.classification.fiche import Acces, Fiche
from assistant.classification.grille import (
    GRILLE,
    Categorie,
    Echelon,
    EchelonInvalide,
    degres,
    majores_de,
    references,
)
from assistant.classification.minima import (
    DUREE_LEGALE,
    Bareme,
    Montant,
    PasDeBareme,
    bareme_du,
    minimum,
)
from assistant.classification.mots import Concepts, plier, racine, sans_accents
from assistant.classification.referentiel import Critere, FicheInconnue, Referentiel
from assistant.classification.regle import Article, Exemple, Motif, Regle
from assistant.classification.resultat import (
    Contradiction,
    Outcome,
    Positionnement,
    PremisseFausse,
)
from assistant.classification.situation import Situation
from assistant.classification.suppleance import euros

__all__ = [
    "DUREE_LEGALE",
    "FAITS",
    "FILIERES",
    "GRILLE",
    "Acces",
    "Activites",
    "Article",
    "Bareme",
    "Categorie",
    "Certification",
    "Code",
    "CodeInvalide",
    "Concepts",
    "Contradiction",
    "Critere",
    "Echelon",
    "EchelonInvalide",
    "Exemple",
    "Fait",
    "FaitInvalide",
    "Famille",
    "Fiche",
    "FicheInconnue",
    "Genre",
    "Montant",
    "Motif",
    "Outcome",
    "Ouverture",
    "PasDeBareme",
    "Positionnement",
    "PremisseFausse",
    "Referentiel",
    "Registre",
    "Regle",
    "Situation",
    "bareme_du",
    "calculer",
    "degres",
    "euros",
    "majores_de",
    "minimum",
    "plier",
    "racine",
    "rattacher",
    "references",
    "sans_accents",
    "trier",
]
