"""Days that no answer can be worked out for: before the articles known, before the fiche, after today."""

from __future__ import annotations

from datetime import date

from assistant.chat.rediger.brouillon import Brouillon
from assistant.chat.rediger.classement import jour_dit
from assistant.chat.rediger.limites import rediger_abstention
from assistant.chat.rediger.statut import dire_en_vigueur_ce_jour, dire_hors_periode
from assistant.chat.reponse import Behaviour
from assistant.classification import Fiche

__all__ = ["hors_des_dates"]


def hors_des_dates(b: Brouillon, fiche: Fiche | None, jour: date, aujourdhui: date) -> bool:
    """Abstain for a day before the articles as they are known, or after today; True if so.

    Also where the fiche did not exist that day; of a deleted one, that it still stood is said.
    """
    if fiche and jour < aujourdhui and dire_hors_periode(b, fiche, jour):
        return True
    depuis = _articles_depuis(b, fiche)
    if jour < depuis:
        b.behaviour = Behaviour.ABSTAIN
        b.dire("abstention_date", jour=jour_dit(jour), depuis=jour_dit(depuis))
        return True
    if jour > aujourdhui:
        rediger_abstention(b, "futur")
        return True
    if fiche and fiche.statut == "supprime":
        dire_en_vigueur_ce_jour(b, fiche, jour)
    return False


def _articles_depuis(b: Brouillon, fiche: Fiche | None) -> date:
    regle = b.c.kb.regles.get("fiche_reference")
    depuis = regle.article(fiche.categorie if fiche else None).depuis if regle else None
    return depuis or date.min
