"""Which of the fiches named has the work told; whether one has it, whatever intent was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.chat.comprendre.activite_en_cause import activite_en_cause, activites_restantes
from assistant.chat.comprendre.metiers import fiches_nommees
from assistant.chat.motif import motif
from assistant.chat.rediger.activite import Preuve, chercher, dire_item, juger
from assistant.chat.rediger.brouillon import Brouillon, placement
from assistant.chat.rediger.fiche import rediger_contenu
from assistant.chat.rediger.fiches_proposees import dire_commune, dire_ligne
from assistant.chat.reponse import Behaviour, Manque
from assistant.classification import Fiche, Outcome, Positionnement, sans_accents

__all__ = ["rediger_jugement", "rediger_laquelle"]

_OU_BIEN = motif(
    r"\b(?:ou|or|laquelle|lequel|lesquel\w*|which|hesit\w*|des deux|entre les deux|d'apres (?:les|leurs) fiches)\b")
_ECART = motif(r"\b(?:contenu|extensions?|extention|content|compar\w*|differ\w*|ecarts?|minim\w*|salaires?|pay[eé]\w*|evolu\w*|passer|devenir|meme)\b")
_AUTRE_DEMANDE = motif(
    r"\b(?:echelons?|majores?|combien|salaires?|paye\w*|pay|minim\w*|prime|droit a|grade|level|diplomes? pour)\b")
_A_PART = frozenset(
    "contenu extensions minimum bareme litige decision futur dossier hors_sources hors_sujet interdit rien "
    "autre_convention criteres acces evolution ouvertures certification parcours comparaison".split())
_AU_PLUS = 3
_MARGE = 0.15  # what parts the fiche that has the work from the next
_EN_EXTENSION = 0.6  # what a line of the extensions weighs beside one of the content


@dataclass(frozen=True, slots=True)
class _Part:
    """What a fiche has of the work told: its weight, and the line for each activity."""

    fiche: Fiche
    note: float
    preuves: tuple[tuple[str, Preuve], ...]


def rediger_jugement(b: Brouillon, intention: str) -> bool:
    """Say whether the fiche has the activity put up, where nothing else is asked."""
    fiche = b.c.kb.fiches.get(b.comprehension.fiche or "")
    question = b.comprehension.question
    if fiche is None or not fiche.texte_connu or intention in _A_PART:
        return False
    activite = activite_en_cause(question, b.comprehension.mentions, b.c.kb.referentiel.concepts)
    if activite is None or _AUTRE_DEMANDE.search(sans_accents(question)):
        return False
    verdict = juger(b, fiche, activite)
    if not (verdict.contenu or verdict.extensions or verdict.proches):
        return False
    rediger_contenu(b, fiche)
    return True


def rediger_laquelle(b: Brouillon) -> bool:
    """Say which of the fiches named has the work told; False where none is clear."""
    question = b.comprehension.question
    plat = sans_accents(question)
    if not _OU_BIEN.search(plat) or _ECART.search(plat):
        return False
    codes = _codes(b)
    if not 2 <= len(codes) <= _AU_PLUS:
        return False
    fiches = [b.c.kb.fiches[x] for x in codes]
    activites = activites_restantes(
        question, b.comprehension.mentions, b.c.kb.referentiel.concepts)
    if not activites or not all(f.texte_connu for f in fiches):
        return False
    parts = sorted((_part(b, f, activites) for f in fiches), key=lambda x: -x.note)
    if parts[0].preuves:
        _dire(b, parts, activites)
        return True
    if len({m.valeurs for m in b.comprehension.mentions.de("fiche") if m.par_code}) < len(codes):
        return False
    _demander(b, fiches, activites)
    return True


def _demander(b: Brouillon, fiches: Sequence[Fiche], activites: Sequence[str]) -> None:
    """No line of the fiches comes near what is told: what each is for, to choose by."""
    b.behaviour = Behaviour.ASK
    b.dire("laquelle_inconnue", activites=" ; ".join(activites))
    for fiche in fiches:
        dire_ligne(b, fiche, avec_objet=True)
    dire_commune(b, fiches)
    question = b.texte("demande_laquelle")
    b.missing.append(Manque("fiche", question, tuple(
        f"{b.titre(f)} ({f.code})" for f in fiches)))
    b.dire("demande_laquelle")


def _codes(b: Brouillon) -> tuple[str, ...]:
    mentions = b.comprehension.mentions
    seuls = [m for m in mentions.de("fiche") if len(m.valeurs) == 1]
    if len({m.valeurs for m in seuls if m.par_code}) == 1:
        return ()  # beside one code, another title is what one does
    for dites in ([m for m in seuls if m.par_code], seuls):
        if len(codes := tuple(dict.fromkeys(m.valeurs[0] for m in dites))) > 1:
            return codes
    nommes = fiches_nommees(b.comprehension.question, mentions, b.c)
    return tuple(dict.fromkeys(n.codes[0] for n in nommes)) if len(nommes) > 1 else ()


def _part(b: Brouillon, fiche: Fiche, activites: Sequence[str]) -> _Part:
    trouvees = [(a, p) for a in activites if (p := chercher(b, fiche, a)) is not None]
    poids = sum(
        p.note * (_EN_EXTENSION if p.passage.section == "extensions" else 1.0) for _, p in trouvees)
    return _Part(fiche, poids / len(activites), tuple(trouvees))


def _dire(b: Brouillon, parts: Sequence[_Part], activites: Sequence[str]) -> None:
    premiere, seconde = parts[0], parts[1]
    fiche = premiere.fiche
    dites = " ; ".join(activites)
    clair = premiere.note >= seconde.note + _MARGE
    if clair:
        b.dire("laquelle", titre=b.titre(fiche), code=fiche.code, placement=placement(b, fiche),
               activites=dites)
        b.positionnement = Positionnement(
            Outcome.REFERENCE if fiche.reference.numero else Outcome.DEGRE_CADRE,
            fiche=str(fiche.code), reference=fiche.reference, majores=fiche.majores,
            accessibles=(fiche.reference,),
        )
    else:
        b.dire("laquelle_les_deux", activites=dites)
    for part in parts:
        _dire_part(b, part, objet=not clair)
    b.dire("laquelle_reel")
    b.citer_regle("fiche_reference")


def _dire_part(b: Brouillon, part: _Part, objet: bool) -> None:
    fiche = part.fiche
    b.fiches.append(str(fiche.code))
    commun = {"titre": b.titre(fiche), "code": fiche.code, "placement": placement(b, fiche)}
    vues = dict.fromkeys(p.passage for _, p in part.preuves)
    passages = list(vues) or []
    if objet:  # nothing parts them by the work told: what each is for may
        passages += [p for p in b.de_section(fiche, "objet")[:1] if p not in vues]
    if not passages:
        b.dire("laquelle_rien", **commun)
    for passage in passages:
        dire_item(b, fiche, passage, "laquelle_ligne", **commun)
    b.citer_classement(fiche)
