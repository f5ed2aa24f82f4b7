"""Answers to somebody who tells what they do: the fiche, the question that parts two, three
fiches with what sets them apart, or none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.chat.comprendre.description import Descriptif
from assistant.chat.comprendre.metiers import Nomme
from assistant.chat.rediger.brouillon import Brouillon, placement
from assistant.chat.rediger.classement import rediger_classement
from assistant.chat.rediger.comparaison import rediger_deux_fiches
from assistant.chat.rediger.fiches_proposees import dire_commune, dire_ligne
from assistant.chat.rediger.regles import rediger_regle
from assistant.chat.reponse import Behaviour, Manque
from assistant.classification import Fiche, Positionnement
from assistant.retrieval.fiches import Decision, Rang

if TYPE_CHECKING:
    from assistant.chat.sources import Preuve

__all__ = ["rediger_description"]

_AUSSI = 0.04  # probability from which another fiche is worth naming


def rediger_description(
    b: Brouillon, p: Positionnement | None, preuves: Sequence[Preuve]
) -> bool:
    """Write the answer to a description of work; False where the turn gives none."""
    d = b.comprehension.descriptif
    if d is None:
        return False
    fiches = b.c.kb.fiches
    if d.deux is not None:
        b.dire("description_deux")
        un, deux = (Nomme((r.code,), r.code, -1, -1) for r in d.deux)
        rediger_deux_fiches(b, un, deux)
        b.citer(*(x.passage for x in preuves))
        _nommer(b, d.choix.rangs)
        return True
    papier = _le_papier(b, d) if d.choix.decision is not Decision.AUCUNE else None
    match d.choix.decision:
        case Decision.FICHE if p is not None:
            _la_fiche(b, d, p, preuves)
        case Decision.QUESTION:
            _la_question(b, d)
        case Decision.AUCUNE:
            _aucune(b, d)
        case _:
            _trois(b, [fiches[r.code] for r in d.choix.rangs])
    if papier is not None and papier not in b.fiches:
        b.fiches.append(papier)
    return True


def _le_papier(b: Brouillon, d: Descriptif) -> str | None:
    """Say the title named beside the work, where it is not the fiche that the work gives."""
    montres = [r.code for r in d.choix.rangs]
    decide = d.choix.decision is Decision.FICHE
    if not d.titre or (montres[0] in d.titre if decide else any(x in montres for x in d.titre)):
        return None
    tenu = str(b.comprehension.situation.echelon_actuel)
    fiches = [b.c.kb.fiches[x] for x in d.titre]
    fiches = [f for f in fiches if str(f.reference) == tenu] or fiches
    if len(fiches) > 1:
        return None
    titre, fiche = fiches[0], b.c.kb.fiches[montres[0]]
    commun = {"titre": b.titre(titre), "code": titre.code, "placement": placement(b, titre)}
    if decide:
        b.dire("description_titre", **commun, titre2=b.titre(fiche), code2=fiche.code,
               placement2=placement(b, fiche))
    else:
        b.dire("description_titre_ouvert", **commun)
    b.citer_regle("fiche_reference")
    return str(titre.code)


def _la_fiche(
    b: Brouillon, d: Descriptif, p: Positionnement, preuves: Sequence[Preuve]
) -> None:
    premier = b.c.kb.fiches[d.choix.rangs[0].code]
    b.dire("description_fiche", titre=", ".join(premier.titres) or premier.code, code=premier.code)
    for preuve in preuves[:2]:
        if b.langue == "fr" or preuve.passage.id in b.c.traductions:
            texte = b.c.traductions.get(preuve.passage.id) if b.langue == "en" else preuve.passage.texte
            b.dire("description_preuve", texte=str(texte).strip().rstrip(" ,;.:"))
    rediger_classement(b, p, complet=_personnel(b))
    b.citer(*(x.passage for x in preuves[:2]))
    autres = [b.c.kb.fiches[r.code] for r in d.choix.rangs[1:] if r.probabilite >= _AUSSI]
    if autres:
        b.dire("description_autres")
        for fiche in autres:
            dire_ligne(b, fiche)
    _nommer(b, d.choix.rangs)
    b.dire("description_decide")


def _personnel(b: Brouillon) -> bool:
    """True where the person gave facts beside what they do."""
    dits = set(b.comprehension.situation.origines) - {"fiche", "date", "description", "echelon_demande"}
    return bool(dits)


def _la_question(b: Brouillon, d: Descriptif) -> None:
    s = d.choix.separation
    assert s is not None
    b.behaviour = Behaviour.ASK
    b.separation = s
    paire = [r for r in d.choix.rangs if r.code in (s.oui, s.non)]
    b.dire("description_question")
    for rang in paire:
        dire_ligne(b, b.c.kb.fiches[rang.code])
    dire_commune(b, [b.c.kb.fiches[r.code] for r in paire])
    _nommer(b, (*paire, *d.choix.rangs))
    question = s.question if b.langue == "fr" else str(getattr(s, "question_en", s.question))
    b.dire("a_demander", question=question)
    choix = tuple(b.texte(cle) for cle in ("oui", "non", "je_ne_sais_pas"))
    b.missing.append(Manque("fiche", question, choix))


def _trois(b: Brouillon, fiches: Sequence[Fiche]) -> None:
    b.dire("description_trois")
    for fiche in fiches:
        dire_ligne(b, fiche, avec_objet=True)
    dire_commune(b, fiches)
    choix = tuple(f"{b.titre(f)} ({f.code})" for f in fiches)
    b.dire("description_laquelle")
    b.missing.append(Manque("fiche", b.texte("description_laquelle"), choix))


def _aucune(b: Brouillon, d: Descriptif) -> None:
    b.behaviour = Behaviour.ASK
    b.dire("description_aucune")
    rediger_regle(b, "fiche_generique")
    generiques = [b.c.kb.fiches[r.code] for r in d.choix.rangs if b.c.kb.fiches[r.code].generique]
    for fiche in generiques:
        dire_ligne(b, fiche)
    b.demander("fiche")
    b.dire("description_dites")


def _nommer(b: Brouillon, rangs: Sequence[Rang]) -> None:
    """The fiches shown, best first, in the answer's list."""
    b.fiches.extend(r.code for r in rangs if r.code not in b.fiches)
