"""From a description of work to the fiches it may be of, and what to do with the answer."""

from __future__ import annotations

from .choix import Choix, Decision, Separable, choisir
from .classement import Classeur, Rang, classer
from .partage import partager

__all__ = ["Choix", "Classeur", "Decision", "Rang", "Separable", "choisir", "classer", "partager"]
