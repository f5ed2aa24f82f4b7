"""Answers as HTML: pure functions, everything that comes from data escaped."""

from assistant.web.rendu.accueil import accueil, avis, entete, pied
from assistant.web.rendu.calcul import carte_calcul
from assistant.web.rendu.faits import faits_compris
from assistant.web.rendu.savoir import Savoir
from assistant.web.rendu.sources import sources
from assistant.web.rendu.surete import echapper, lien, texte_riche
from assistant.web.rendu.tour import (
    en_attente,
    morceaux,
    texte_a_copier,
    tour,
    tour_en_erreur,
)

__all__ = [
    "Savoir",
    "accueil",
    "avis",
    "carte_calcul",
    "echapper",
    "en_attente",
    "entete",
    "faits_compris",
    "lien",
    "morceaux",
    "pied",
    "sources",
    "texte_a_copier",
    "texte_riche",
    "tour",
    "tour_en_erreur",
]
