"""Questions that say in their own words what they want, whatever intent was read: answered first."""

from __future__ import annotations

from datetime import date

from assistant.chat.comprendre.criteres_dits import criteres_dits
from assistant.chat.comprendre.histoire_dite import QuestionDHistoire, histoire_dite, mouvement_dit
from assistant.chat.motif import motif
from assistant.chat.rediger.brouillon import Brouillon
from assistant.chat.rediger.champ import rediger_champ
from assistant.chat.rediger.changements import (
    rediger_changement,
    rediger_filieres,
    rediger_mouvements,
)
from assistant.chat.rediger.documents import rediger_document
from assistant.chat.rediger.fiche import rediger_contenu
from assistant.chat.rediger.statut import dire_hors_periode, rediger_statut
from assistant.chat.rediger.textes_passes import rediger_article_passe, rediger_avenant
from assistant.classification import Fiche, Positionnement, sans_accents
from assistant.corpus.editions import edition_du_jour

__all__ = ["rediger_demande_dite"]

_FILIERE = motif(r"\b(?:filieres?|domaines?|irve)\b")
_TEXTES = frozenset("contenu extensions acces evolution".split())
_AILLEURS = frozenset("interdit autre_convention litige decision dossier rien".split())


def rediger_demande_dite(
    b: Brouillon, intention: str, p: Positionnement | None, aujourdhui: date
) -> bool:
    """Write the answer where the words alone tell the question; False for all others."""
    if rediger_article_passe(b, intention) or rediger_avenant(b, intention):
        return True
    if rediger_document(b, intention):
        return True
    if intention in _AILLEURS:
        return False
    if intention == "hors_sujet" and "code_ape" in b.comprehension.nouveaux:
        rediger_champ(b)
        return True
    return _histoire(b, intention, p, aujourdhui)


def _histoire(
    b: Brouillon, intention: str, p: Positionnement | None, aujourdhui: date
) -> bool:
    question, jour = b.comprehension.question, b.comprehension.jour
    nommees = {m.valeurs for m in b.comprehension.mentions.de("fiche")}
    fiche = b.c.kb.fiches.get(b.comprehension.fiche or "")
    passe = jour if jour is not None and jour < aujourdhui else None
    dite = histoire_dite(question, passe)
    if not nommees:
        return fiche is None and _du_repertoire(b, dite is not None and (
            dite.genre is QuestionDHistoire.CREATION))
    if fiche is None or len(nommees) > 1:
        return False
    if b.comprehension.mentions.de("echelon"):
        return _hors_periode(b, intention, fiche, passe)
    if not any(str(fiche.code) in valeurs for valeurs in nommees):
        return False
    if dite is None:
        return _hors_periode(b, intention, fiche, passe)
    if dite.genre is QuestionDHistoire.CHANGEMENT:
        rediger_changement(b, fiche, dite, p, aujourdhui)
    elif dite.genre is QuestionDHistoire.CREATION:
        rediger_statut(b, fiche, aujourdhui, sans_jour=True)
    elif intention in ("extensions", "acces", "evolution"):
        return False
    elif dite.genre is QuestionDHistoire.CONTENU:
        rediger_contenu(b, fiche, tout=True)
    else:
        rediger_statut(b, fiche, aujourdhui)
    return True


def _hors_periode(b: Brouillon, intention: str, fiche: Fiche, passe: date | None) -> bool:
    """A day on which the code named no qualification yet, or another one."""
    if passe is None or b.comprehension.jour_du_classement is None or intention == "statut":
        return False
    if intention in _TEXTES:
        code = str(fiche.code)
        entree, editions = b.c.kb.repertoire[code], b.c.kb.editions.get(code, ())
        if entree.depuis is None or edition_du_jour(entree, editions, passe) is not None:
            return False  # the print of that day answers
    return dire_hors_periode(b, fiche, passe)


def _du_repertoire(b: Brouillon, creation: bool) -> bool:
    """No fiche is named: a filière's creation, or the fiches of a year."""
    question = b.comprehension.question
    mouvement = mouvement_dit(question)
    if not mouvement and not creation:
        return False
    lettres = criteres_dits(question, b.comprehension.mentions, b.c).criteres.filieres
    if mouvement:
        rediger_mouvements(b, *mouvement, lettres)
        return True
    if lettres and _FILIERE.search(sans_accents(question)):
        rediger_filieres(b, lettres)
        return True
    return False
