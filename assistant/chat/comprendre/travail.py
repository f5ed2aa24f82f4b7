"""Whether the work told beside a title, an échelon, a pay or a contract is what gives the fiche."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.chat.comprendre.intention import Estimation, Intention
from assistant.chat.comprendre.papier import Papier, recit
from assistant.chat.motif import motif
from assistant.classification import sans_accents
from assistant.retrieval import Mention, Mentions, jetons
from assistant.retrieval.appris import DECRIT
from assistant.retrieval.fiches import Classeur, Rang

__all__ = ["part_de_recit", "travail_raconte"]

_RACONTENT = frozenset({DECRIT, "deux_fiches", "situation"})
_CEDENT = frozenset(  # what words tell, where the work told may be the answer
    (*_RACONTENT, *"echelon minimum progresser generique evolution denomination identite decision litige".split())
)
_PART = 0.5  # of the intents of somebody who tells their case
_SANS_PART = 0.6  # probability of the first fiche, of a pay told with no job named
_MOTS, _DITS = 5, 3  # at least, in all, and that tell work
_NET, _NET_SCORE = 0.45, -0.37  # a fiche that the work told is near, no title beside it
_CONTRE, _CONTRE_SCORE = 0.5, -0.3  # and against the title on paper
_PARMI, _PARMI_SCORE = 0.65, -0.2  # and among the fiches that a name leaves open
_SIEN = 0.4  # at most, of the first's probability, for the fiche of the title
_LONG, _SUR, _RESTE = 15, 0.6, 0.05  # words, first and title, of a title the person gives themselves
_SANS_LUI, _SANS_LUI_SCORE = 0.85, 0.3  # the same once the title is left out
_EN_PLUS = motif(
    r"\b(?:aussi|en plus|egalement|also|as well|too|parfois|des fois|de temps en temps|sometimes|en outre|besides|"
    r"maintenant|desormais|depuis peu|now)\b"
)


def part_de_recit(estimations: Iterable[Estimation]) -> float:
    """Probability that somebody tells their own work or case, beyond that of a rule asked for."""
    lues = tuple(estimations)
    regle = max((p for nom, p in lues if nom.startswith("regle:")), default=0.0)
    return sum(p for nom, p in lues if nom in _RACONTENT) - regle


def travail_raconte(
    question: str, mentions: Mentions, intention: Intention, part: float, classer: Classeur,
    papier: Papier | None, titre: Mention | None,
) -> bool:
    """True where the work told gives the fiche, against the title named or for want of one.

    ``part``: see `part_de_recit`; ``papier``: the title on paper; ``titre``: the one the person
    gives as theirs.
    """
    if intention.origine in ("limite", "indice") and intention.id not in _CEDENT:
        return False
    nu = recit(question, papier, titre)
    if len(jetons(nu)) < _MOTS or len(_du_travail(question, mentions)) < _DITS:
        return False
    rangs = classer(recit(question, papier))
    if not rangs:
        return False
    if titre is not None:
        return part >= _PART and _contre_le_sien(question, nu, titre, rangs, classer)
    premier = rangs[0]
    if papier is not None:
        if premier.code in papier.codes:
            return len(papier.codes) > 1 and part >= _PART and _tient(premier, _PARMI, _PARMI_SCORE)
        sien = _part(rangs, papier.codes)
        return part >= _PART and _tient(premier, _CONTRE, _CONTRE_SCORE) and sien <= _SIEN * premier.probabilite
    if mentions.de("fiche") or any(premier.code not in m.valeurs for m in mentions.de("partiel") if len(m.valeurs) == 1):
        return False
    if part >= _PART:
        return any(_tient(r, _NET, _NET_SCORE) for r in (premier, *classer(question)[:1]))
    return intention.id == "minimum" and not mentions.de("echelon", "certification", "partiel") and (
        _tient(premier, _SANS_PART, _PARMI_SCORE)
    )


def _du_travail(question: str, mentions: Mentions) -> list[str]:
    """The words that are no name of a job, no link and no number."""
    reste = sans_accents(question)
    for m in sorted(mentions.de("fiche", "partiel", "echelon"), key=lambda m: m.debut, reverse=True):
        reste = f"{reste[: m.debut]} {reste[m.fin :]}"
    return [j.mot for j in jetons(reste) if not j.liaison and not j.mot[0].isdigit() and len(j.mot) > 2]


def _contre_le_sien(
    question: str, nu: str, titre: Mention, rangs: Sequence[Rang], classer: Classeur
) -> bool:
    """True where the work parts the fiches of a name, or is surely not the one it names."""
    premier = rangs[0]
    if len(titre.valeurs) > 1 and premier.code in titre.valeurs:
        return _tient(premier, _PARMI, _PARMI_SCORE)
    if premier.code[:2] != "Z." and all(x[:2] == "Z." for x in titre.valeurs):
        return _tient(premier, _NET, _CONTRE_SCORE)
    if _EN_PLUS.search(sans_accents(question)):
        return False
    if len(jetons(question)) >= _LONG and _tient(premier, _SUR, _CONTRE_SCORE) and (
        _part(rangs, titre.valeurs) < _RESTE
    ):
        return True
    sans = classer(nu)
    return bool(sans) and sans[0].code not in titre.valeurs and (
        _tient(sans[0], _SANS_LUI, _SANS_LUI_SCORE)
        and _part(sans, titre.valeurs) <= _SIEN / 2 * sans[0].probabilite
    )


def _tient(rang: Rang, probabilite: float, score: float) -> bool:
    return rang.probabilite >= probabilite and rang.score >= score


def _part(rangs: Sequence[Rang], codes: Sequence[str]) -> float:
    return max((r.probabilite for r in rangs if r.code in codes), default=0.0)
