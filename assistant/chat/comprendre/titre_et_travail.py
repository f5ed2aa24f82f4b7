"""A name of a job beside what is told of the work: the work picks between the fiches a name
leaves open, and takes the place of a name it does not fit."""

from __future__ import annotations

from dataclasses import replace

from assistant.chat.comprendre.description import DEDUITE
from assistant.chat.comprendre.regles_dites import activites_des_regles, fiche_de_la_regle
from assistant.chat.connaissances import Connaissances
from assistant.chat.etat import Etat
from assistant.chat.motif import motif
from assistant.classification import Fiche, sans_accents
from assistant.retrieval import Mentions, jetons
from assistant.retrieval.fiches import Classeur

__all__ = ["activites_depuis_le_choix", "en_attente", "sans_titre_contredit", "tranche_par_le_travail"]

_NET, _SUR = 0.65, 0.98  # score and probability a bare name never reaches
_DECRIT, _NET_AUTRE, _SUR_AUTRE, _CONTREDIT = 0.7, 0.5, 0.95, 0.05  # told work that a name does not fit
_MOTS = 5
_EN_PLUS = motif(r"\b(?:aussi|en plus|egalement|also|as well|too|parfois|des fois|de temps en temps|sometimes|regulierement|en outre|besides|remplace\w*)\b")
_RACONTE = motif(
    r"\b(?:je|j'|j |on|il|elle|i|he|she|they|we)\s*(?:ne |me |m'|s'|se |l'|les |le )?(?:suis pas|(?!suis\b|ai\b|a\b|am\b|veux\b|voudrais\b|peux\b|dois\b|sais\b|pense\b|crois\b|"
    r"want\b|have\b|has\b|can\b|should\b|think\b|gagne\b|touche\b|part\b|demissionne\b|is\b|est\b|sera\b|aura\b|demande\b|passe\b)\w{3,})"
)


def tranche_par_le_travail(
    question: str, candidats: tuple[str, ...], c: Connaissances, classer: Classeur
) -> str | None:
    """The fiche that the rest of the turn surely tells, of those a name leaves open or beside
    them: "monitrice d'auto-école, permis B uniquement"."""
    if len(jetons(question)) < _MOTS:
        return None
    rangs = classer(question)
    if not rangs or rangs[0].score < _NET or rangs[0].probabilite < _SUR:
        return None
    code = rangs[0].code
    filieres = {c.kb.fiches[x].code.filiere for x in candidats}
    return code if c.kb.fiches[code].code.filiere in filieres else None


def en_attente(question: str, etat: Etat, c: Connaissances) -> tuple[str, ...]:
    """The fiches shown to choose from, while none was chosen; the one whose own rule is told now."""
    montres = tuple(x for x in etat.candidats if x in c.kb.fiches)
    if etat.fait_demande != "fiche" or etat.situation.fiche or len(montres) < 2:
        return ()
    sienne = fiche_de_la_regle(_depuis_le_choix(question, etat), montres, c)
    return (sienne,) if sienne else montres


def activites_depuis_le_choix(
    question: str, etat: Etat, fiche: Fiche, c: Connaissances
) -> dict[str, object]:
    """The activities of the fiche's own rule, told in this turn and the one it answers."""
    dites = activites_des_regles(_depuis_le_choix(question, etat), fiche, c)
    return {"activites_complementaires": list(dites)} if dites else {}


def _depuis_le_choix(question: str, etat: Etat) -> str:
    return f"{etat.dernier.question if etat.dernier else ''}. {question}"


def sans_titre_contredit(
    question: str, mentions: Mentions, etat: Etat, part: float, classer: Classeur
) -> Etat:
    """The state without the fiche of a name that the work told now does not fit.

    "Vendeur", then "je vends des motos": another fiche, surely. What is done besides ("je fais
    aussi…") leaves the name as it is.
    """
    fiche = etat.situation.fiche
    if (
        fiche is None or etat.situation.origines.get("fiche") == DEDUITE or part < _DECRIT
        or mentions.de("fiche", "code_inconnu") or len(jetons(question)) < _MOTS
    ):
        return etat
    plat = sans_accents(question)
    if _EN_PLUS.search(plat) or not _RACONTE.search(plat):
        return etat
    rangs = classer(question)
    sien = next((r.probabilite for r in rangs if r.code == fiche), 0.0)
    if not rangs or rangs[0].score < _NET_AUTRE or rangs[0].probabilite < _SUR_AUTRE or sien > _CONTREDIT:
        return etat
    return replace(etat, situation=etat.situation.sans("fiche"))
