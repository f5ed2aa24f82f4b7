"""Writing answers from the typed result, one file per kind."""

from assistant.chat.rediger.aiguillage import rediger
from assistant.chat.rediger.brouillon import Brouillon
from assistant.chat.rediger.classement import rediger_classement
from assistant.chat.rediger.dates import hors_des_dates
from assistant.chat.rediger.effets import en_dict
from assistant.chat.rediger.premisse import corriger_premisses, signaler_contradictions
from assistant.chat.rediger.verdict import conclure

__all__ = ["Brouillon", "conclure", "corriger_premisses", "en_dict", "hors_des_dates", "rediger", "rediger_classement",
           "signaler_contradictions"]
