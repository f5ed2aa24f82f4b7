"""Questions on what became of a fiche, an article or an avenant: answered before any placement."""

from __future__ import annotations

from datetime import date

from assistant.chat.motif import motif
from assistant.chat.rediger.anciens_titres import (
    dire_ancien_titre,
    nomme_l_ancien_titre,
    titre_change_par_accord,
)
from assistant.chat.rediger.brouillon import Brouillon
from assistant.chat.rediger.statut import (
    dire_code_atteste,
    dire_en_vigueur_ce_jour,
    dire_proches,
    dire_suppression,
    rediger_statut,
)
from assistant.chat.reponse import Behaviour
from assistant.classification import Fiche, sans_accents
from assistant.corpus import lien_legifrance
from assistant.corpus.editions import PANORAMA

__all__ = ["rediger_histoire"]

_TEXTES = frozenset("contenu extensions acces evolution parcours comparaison minimum bareme".split())
_REPERTOIRE = motif(r"\b(?:rnqsa|rncsa|repertoire|panorama|directory)\b")
_AU_PLUS = 2
_EMPLOYER = motif(
    r"\b(?:embauch\w*|recrut\w*|classer|reclasser|utilis\w*|appliqu\w*|hire|hiring|recruit\w*|use|using)\b"
)


def rediger_histoire(b: Brouillon, intention: str, fiche: Fiche | None, aujourdhui: date) -> bool:
    """Say what became of the fiches named; True where that is the whole answer."""
    if ancien := _donne_a_une_autre(b, fiche):
        _dire_code_redonne(b, ancien)
        return True
    if intention == "statut":
        return _statut(b, fiche, aujourdhui)
    if fiche is None or not _nommee(b, fiche):
        return False
    if fiche.statut == "supprime":
        alors = dire_en_vigueur_ce_jour(b, fiche, b.comprehension.jour_du_classement)
        dire_suppression(b, fiche)
        en_faire = intention == "acces" and _EMPLOYER.search(sans_accents(b.comprehension.question))
        if intention in _TEXTES and not en_faire:
            return False
        b.behaviour = Behaviour.ANSWER if alors else Behaviour.CORRECT_PREMISE
        b.fiches.append(str(fiche.code))
        b.citer_classement(fiche)
        return True
    if not fiche.titres:
        dire_code_atteste(b, fiche)
    elif nomme_l_ancien_titre(b, fiche) and (
        intention == "denomination"
        or titre_change_par_accord(b.c.kb.repertoire[str(fiche.code)])
    ):
        dire_ancien_titre(b, fiche)
    return False


def _nommee(b: Brouillon, fiche: Fiche) -> bool:
    """True when this very turn names the fiche, so that its history is told once."""
    return any(str(fiche.code) in m.valeurs for m in b.comprehension.mentions.de("fiche"))


def _donne_a_une_autre(b: Brouillon, fiche: Fiche | None) -> Fiche | None:
    """The fiche whose code bore the title asked about, where no other fiche is at hand."""
    for mention in b.comprehension.mentions.de("ancien"):
        code = mention.valeurs[0]
        if fiche is None or str(fiche.code) == code or not _nommee(b, fiche):
            return b.c.kb.fiches[code]
    return None


def _dire_code_redonne(b: Brouillon, fiche: Fiche) -> None:
    b.behaviour = Behaviour.CORRECT_PREMISE
    code = str(fiche.code)
    b.fiches.append(code)
    dire_ancien_titre(b, fiche)
    dire_proches(b, code, [a.titre for a in b.c.kb.repertoire[code].anciens_titres])
    b.citer(b.c.kb.par_id.get(f"repertoire:{code}"))
    b.suggestions.append(b.texte("suite_decrire"))


def _statut(b: Brouillon, fiche: Fiche | None, aujourdhui: date) -> bool:
    if fiche is not None:
        rediger_statut(b, fiche, aujourdhui)
        return True
    candidats = b.comprehension.candidats
    if 0 < len(candidats) <= _AU_PLUS:
        for code in candidats:
            rediger_statut(b, b.c.kb.fiches[code], aujourdhui)
        return True
    if not candidats and _REPERTOIRE.search(sans_accents(b.comprehension.question)):
        _dire_repertoire(b)
        return True
    return False


def _dire_repertoire(b: Brouillon) -> None:
    """The last panorama printed, and the last agreement that touched a fiche."""
    derniere = max(
        (m for e in b.c.kb.repertoire.values() for m in e.modifications), key=lambda m: m.date
    )
    b.dire("statut_repertoire", panorama=lien_legifrance(PANORAMA[0]),
           date=f"{derniere.date:%d/%m/%Y}", lien=lien_legifrance(derniere.texte))
