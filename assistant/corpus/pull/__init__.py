"""Fetching the official texts: the npm package of the KALI data, resumable and checked."""

from assistant.corpus.pull.erreurs import ErreurDeTelechargement, VersionDuPaquetInconnue
from assistant.corpus.pull.paquet import NOM, VERSION
from assistant.corpus.pull.semestres import avis_de_semestre, semestre_manquant
from assistant.corpus.pull.tirer import Tirage, tirer

__all__ = [
    "NOM",
    "VERSION",
    "ErreurDeTelechargement",
    "Tirage",
    "VersionDuPaquetInconnue",
    "avis_de_semestre",
    "semestre_manquant",
    "tirer",
]
