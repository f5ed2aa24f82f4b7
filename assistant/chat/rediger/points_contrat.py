"""Points on the contract: short part time, leaving early, end of a trial, who is covered."""

from __future__ import annotations

from datetime import date

from assistant.chat.motif import motif
from assistant.chat.rediger.brouillon import Brouillon
from assistant.chat.rediger.consequences import PAR_INTENTION, rediger_consequence
from assistant.chat.rediger.minimum import echelons_dits
from assistant.chat.rediger.points_echelons import NOMMEES
from assistant.chat.rediger.regles import rediger_regle
from assistant.classification import Categorie, sans_accents

__all__ = ["essai_salarie", "partiel_duree", "partir_tot", "tous_emplois"]

_DEMISSION = motif(r"\b(?:demission\w*|resign\w*|quit)\b")
_EMPLOIS_COURTS = motif(
    r"\b(?:secretai\w*|secretar\w*|comptab\w*|compta|accountants?|accounting|bookkeep\w*|nettoyage des locaux|femmes? de menage|"
    r"agente?s? (?:d'entretien|de nettoyage|de proprete)|menage|cleaners?|cleaning (?:lady|staff|of premises)|convoyeu\w*|"
    r"preparat(?:eur|rice)s? (?:de |des )?(?:vehicules?|vo|vn)|vehicle preparers?|"
    r"agente?s? d'operations?|pompistes?|operat(?:eur|rice)s? (?:de |en |dans une )?station\w*|station[- ]service|petrol station|"
    r"moniteu\w*|monitrice\w*|enseignante?s? (?:de la |dans une |d')?(?:conduite|auto|ecole)\w*|driving instructors?|"
    r"depanneu\w*|tow(?:ing)?|parkings?|parcs? de stationnement|car parks?)\b"
)


def partiel_duree(b: Brouillon, jour: date) -> bool:
    """24 hours a week; 12 h 30 for the jobs of the article's list (1.11 f)."""
    plat = sans_accents(b.comprehension.question)
    regle = b.c.kb.regles["temps_partiel_duree"]
    if _EMPLOIS_COURTS.search(plat):
        b.dire("partiel_emploi_cite", article=regle.article().article)
    rediger_regle(b, "temps_partiel_duree")
    return True


def partir_tot(b: Brouillon, jour: date) -> bool:
    """Leaving before the end of the notice for a new job: on dismissal, by catégorie."""
    categories = {e.categorie for e in echelons_dits(b)} or {
        c for c, mots in NOMMEES.items() if mots.search(sans_accents(b.comprehension.question))}
    if b.comprehension.situation.rupture == "demission" or (
        _DEMISSION.search(sans_accents(b.comprehension.question))
    ):
        b.dire("preavis_demission_entier")
    ouvriers = not categories or Categorie.OUVRIER_EMPLOYE in categories
    encadrement = not categories or categories != {Categorie.OUVRIER_EMPLOYE}
    rediger_regle(b, *(["preavis_nouvel_emploi_ouvriers"] * ouvriers),
                  *(["preavis_nouvel_emploi_encadrement"] * encadrement))
    return True


def essai_salarie(b: Brouillon, jour: date) -> bool:
    regles, _ = PAR_INTENTION["fin_essai"]
    mois = b.comprehension.situation.anciennete
    if mois:
        rediger_consequence(b, "fin_essai", None, None, date.today())
    else:
        rediger_regle(b, *regles)
    return True


def tous_emplois(b: Brouillon, jour: date) -> bool:
    b.dire("champ_emploi_oui")
    rediger_regle(b, "champ_tous_les_emplois")
    return True
