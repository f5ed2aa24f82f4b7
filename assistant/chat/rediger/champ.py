"""Answers on whether the agreement applies at all: APE code, activity, place (1.01)."""

from __future__ import annotations

from assistant.chat.comprendre import Texte
from assistant.chat.rediger.brouillon import Brouillon
from assistant.chat.rediger.regles import rediger_regle
from assistant.classification import Application, Portee, application

__all__ = ["rediger_champ"]

_APPLIQUE = ["s'applique", "concernée", "relève", "dépend", "ma boîte", "mon entreprise",
             "notre entreprise", "mon garage", "apply", "applies", "covered", "my firm"]
_CLES = {
    Portee.COUVERTE: "champ_couverte",
    Portee.SOUS_CONDITION: "champ_sous_condition",
    Portee.HORS_CODE: "champ_hors_code",
    Portee.HORS_TERRITOIRE: "champ_hors_territoire",
}


def rediger_champ(b: Brouillon) -> None:
    """Say whether a firm is covered; the rule, and a question, where too little is known."""
    s, champ = b.comprehension.situation, b.c.champ
    question = b.comprehension.question
    dite = application(champ, s.code_ape, s.lieu or question, question)
    if dite.portee is Portee.A_PRECISER:
        if dite.lieu:
            b.dire("champ_lieu_oui", lieu=dite.lieu, article=champ.article)
        rediger_regle(b, "champ_application")
        if Texte.de(question).trouve(_APPLIQUE) and "code_ape" not in b.comprehension.etat.inconnus:
            b.dire("question_ouverte", question=b.demander("code_ape"))
        return
    _dire(b, dite)
    b.citer_regle("champ_application")
    if dite.portee in (Portee.COUVERTE, Portee.SOUS_CONDITION) and dite.lieu:
        b.dire("champ_lieu_oui", lieu=dite.lieu, article=champ.article)
    elif dite.portee in (Portee.COUVERTE, Portee.SOUS_CONDITION) and s.lieu is None:
        b.dire("champ_metropole")
        if "lieu" not in b.comprehension.etat.inconnus:
            b.demander("lieu")


def _dire(b: Brouillon, dite: Application) -> None:
    langue, article = b.langue, b.c.champ.article
    activite = dite.activite.activite[langue] if dite.activite else ""
    if dite.portee is Portee.COUVERTE and dite.activite:
        b.dire("champ_activite", activite=activite, article=article)
        return
    entree = dite.entree
    b.dire(
        _CLES[dite.portee], code=dite.code, lieu=dite.lieu, article=article,
        activite=entree.activite[langue] if entree else "",
        condition=entree.condition[langue] if entree and entree.condition else "",
    )
    if dite.portee is Portee.HORS_TERRITOIRE and entree:
        b.dire("champ_code_quand_meme", code=dite.code, activite=entree.activite[langue])
    elif entree and entree.reserve:
        b.dire("champ_reserve", reserve=entree.reserve[langue])
