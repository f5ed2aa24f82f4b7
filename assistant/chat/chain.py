"""The retrieval chain: comprendre → chercher → calculer → rediger → verifier (LangGraph).

A pure function of (Etat, turn); the graph keeps no state of its own.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypedDict

from assistant.chat.comprendre import Comprehension, comprendre
from assistant.chat.connaissances import Connaissances
from assistant.chat.etat import Etat
from assistant.chat.guard import verifier
from assistant.chat.rediger import Brouillon, en_dict, rediger
from assistant.chat.rediger.convention import passages_de_convention
from assistant.chat.rediger.propres import signaler_propres
from assistant.chat.reponse import Behaviour, Reponse
from assistant.chat.retenir import retenir
from assistant.chat.sources import Preuve, Sources
from assistant.chat.tools import calculer_par_outil, outil_calculer_echelon
from assistant.classification import Positionnement

if TYPE_CHECKING:
    from langchain_core.runnables import Runnable

__all__ = ["Tour", "build_chain", "finir"]

_journal = logging.getLogger(__name__)
_CLASSENT = frozenset(
    "echelon situation progresser certification alternance sans_qualification suppleance degres "
    "promotion litige decision trouver_fiche".split()
)

_SANS_FICHE = frozenset("suppleance certification alternance sans_qualification litige".split())


class Tour(TypedDict, total=False):
    """State of one run: input `question`, `etat`, `langue`, `jour`; output `reponse`, `etat`."""

    question: str
    etat: Etat
    langue: str | None
    jour: date
    comprehension: Comprehension
    preuves: Sequence[Preuve]
    positionnement: Positionnement | None
    brouillon: Brouillon
    reponse: Reponse


def build_chain(c: Connaissances, sources: Sources) -> Runnable[Tour, Tour]:
    """The Runnable that answers one turn from a Tour with question, etat, langue and jour."""
    from langgraph.graph import END, START, StateGraph

    outil = outil_calculer_echelon(c.kb.referentiel)

    def noeud_comprendre(t: Tour) -> Tour:
        question = t["question"]
        comprehension = comprendre(
            question, t["etat"], c, sources.intentions, sources.fiches, t["jour"], t.get("langue")
        )
        return {"comprehension": comprehension}

    def noeud_chercher(t: Tour) -> Tour:
        comprehension = t["comprehension"]
        descriptif = comprehension.descriptif
        if descriptif is not None:
            montres = [r.code for r in (descriptif.deux or descriptif.choix.rangs[:1])]
            return {"preuves": sources.dans_les_fiches(descriptif.texte, montres)}
        if (cites := passages_de_convention(comprehension, c)) is not None:
            return {"preuves": [Preuve(passage, 1.0) for passage in cites]}
        if comprehension.intention.origine != "modele" or comprehension.fiche:
            return {"preuves": ()}
        return {"preuves": sources.preuves(t["question"], langue=comprehension.langue)}

    def noeud_calculer(t: Tour) -> Tour:
        comprehension = t["comprehension"]
        classe = comprehension.intention.id in _CLASSENT or comprehension.fiche or (
            comprehension.situation.echelon_actuel is not None
        )
        apprenti = comprehension.situation.statut in ("apprenti", "alternance")  # whatever the job
        nom_ouvert = comprehension.candidats and not comprehension.fiche and not apprenti
        if not classe or (nom_ouvert and comprehension.intention.id not in _SANS_FICHE):
            return {"positionnement": None}
        jour = comprehension.jour_du_classement
        p = calculer_par_outil(outil, comprehension.situation, jour)
        return {"positionnement": p}

    def noeud_rediger(t: Tour) -> Tour:
        return {"brouillon": rediger(t["comprehension"], c, t["positionnement"], t["jour"],
                                     t["preuves"])}

    def noeud_verifier(t: Tour) -> Tour:
        reponse, etat = finir(t["brouillon"], c)
        return {"reponse": reponse, "etat": etat}

    graphe: Any = StateGraph(Tour)
    noeuds = {
        "comprendre": noeud_comprendre, "chercher": noeud_chercher, "calculer": noeud_calculer,
        "rediger": noeud_rediger, "verifier": noeud_verifier,
    }
    precedent = START
    for nom, noeud in noeuds.items():
        graphe.add_node(nom, noeud)
        graphe.add_edge(precedent, nom)
        precedent = nom
    graphe.add_edge(precedent, END)
    chaine: Runnable[Tour, Tour] = graphe.compile()
    return chaine


def finir(b: Brouillon, c: Connaissances) -> tuple[Reponse, Etat]:
    """Check the draft and make the answer; what cannot be verified is not said."""
    if defauts := verifier(b):
        _journal.error("Réponse retenue par la vérification : %s", " ; ".join(defauts))
        sur = Brouillon(c, b.comprehension, Behaviour.ABSTAIN)
        sur.dire("erreur_guard")
        b = sur
    signaler_propres(b)
    etat = retenir(b)
    reponse = Reponse(
        answer=b.rendu(),
        behaviour=b.behaviour,
        language=b.langue,
        fiches=tuple(dict.fromkeys(b.fiches)),
        positionnement=b.positionnement,
        montant=b.montant,
        citations=tuple(b.citations),
        situation=b.comprehension.situation.en_dict(),
        missing=tuple(b.missing),
        suggestions=tuple(dict.fromkeys(b.suggestions))[:3],
        consequences=tuple(en_dict(x, c, b.langue) for x in b.consequences),
        provenance={
            "knowledge": c.kb.version, "rules": c.kb.version_regles, "prompts": c.textes.version,
            "model": "embedded",
        },
    )
    return reponse, etat
