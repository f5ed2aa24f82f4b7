"""The activity a question wants judged: "convoyer les voitures, c'est du contenu ?"."""

from __future__ import annotations

import re

from assistant.chat.motif import motif
from assistant.classification import sans_accents
from assistant.classification.mots import Concepts
from assistant.retrieval import Mentions

__all__ = ["activite_en_cause", "sans_les_noms"]

# The question is whether something is content, an extension, or in the fiche at all.
_JUGE = motif(
    r"\b(?:contenu\w*|content)\b.{0,25}\b(?:ou|or|et|and|vs)\b.{0,20}\bexten[st]ions?\b|\bexten[st]ions?\b.{0,25}\b(?:ou|or|vs)\b"
    r"|\b(?:fai[st]?|rentre|entre|font|fasse)\b.{0,12}\b(?:partie|dans)\b"
    r"|\b(?:dans|in|part of)\b.{0,14}\b(?:contenu|fiche|attributions|missions|poste|qualif\w*|content|job)\b"
    r"|\b(?:compris|inclus|prevu|couvert|mentionne|cite|liste|decrit)\w*\b.{0,8}\b(?:dans|par|a|dedans|au|ou)\b"
    r"|\b(?:est|c|est-ce|ca|comme|as|is|considere\w*|compte\w*)\b.{0,12}\b(?:une?|an|en|comme)?\s*exten[st]ions?\b"
    r"|\b(?:est|c|est-ce|ca)\b.{0,10}\bcontenu\b"
)
# "quel est l'objet…", "what is the extension…": asks what there is, puts nothing up.
_OUVERTE = motif(
    r"^\W*(?:et |alors |bonjour,? )*(?:quel\w*|kel\w*|que\b|qu'est|quoi|lesquel\w*"
    r"|k\w{1,3} k[ei]?\b|what|which|donne\w*|dis\b|liste\w*|cite\w*|list\b|combien|comment)"
)
_ALTERNATIVE = motif(r"\b(?:contenu|content)\b.{0,30}\b(?:ou|or)\b.{0,20}\bexten[st]ion")
_CADRE = frozenset(
    "a ai alors as attributions au aussi aux bien boulot bonjour c ca ce cela ces cet cette chez "
    "cite citee comme compris comprise comprises compte comptee considere consideree contenu "
    "couvert d dans de dedans deja dire donc du elle en encore entre es est et exactement extension "
    "extensions extention extentions fait fais faire fasse fiche fiches figure font hein il ils inclus "
    "incluse je job juste kel koi l la le les leur liste m ma mais me mentionne mentionnee merci mes "
    "metier missions mon n ne normal normale normalement normaux nos notre on ou oui par partie pas "
    "poste pour possible prevoit prevoient prevu prevue prevues q qu qualification quand que quel quelle qui quoi "
    "rapport rentre s sa salut ses si simple son sont sur svp stp t ta taf tache taches te toi ton "
    "travail tu un une va votre y job an and as content in is it its listed of or part the this to "
    "either for my normally does do qualif officielle officiel dit quelles quels possibles toutes tous "
    "donne donnez moi existe connaitre savoir voudrais veux peux tu vous y t suis ceux sous "
    "activite activites liste lister comporte contient which what are all there".split()
)
_CLES = frozenset(
    "contenu content extension extensions extention extentions compris comprise comprises inclus "
    "incluse partie part prevu prevue prevues attributions missions fiche rentre figure "
    "citee mentionne mentionnee couvert".split()
)
# These ask only with a verb beside them: "le poste de travail" does not, "dans mon poste" does.
_CLES_FAIBLES = frozenset("poste qualification qualif metier compte liste cite".split())
_VERBES = frozenset("dans fait rentre in part c est ca comme c'est".split())
_MOT = motif(r"[a-z0-9]+")
_COUPURE = motif(r"[|?!;:.]+")
_BORDS = frozenset(
    "a alors au aussi aux bonjour c ca ce cela chez comme dans de des donc du d elle en es est et euh "
    "puisque since est-ce c'est hein il j je l la le les mais qui mon ma ok on ou par pour qu quand que salut si sur svp stp un une "
    "the an for is of to as fais fait faire dois doit".split()
)


def sans_les_noms(question: str, mentions: Mentions) -> str:
    """The question with the fiches it names blanked: a title is no activity. Folded text."""
    plat = sans_accents(question)
    dit = question if len(question) == len(plat) else plat
    noms = mentions.de("fiche", "partiel", "ancien", "code_inconnu")
    codes = {v for m in noms if m.par_code for v in m.valeurs}
    for m in noms:
        if codes and not codes.intersection(m.valeurs):
            continue  # beside a code, what looks like another title is what one does
        dit = dit[: m.debut] + "|" * (m.fin - m.debut) + dit[m.fin :]
    return dit


def activite_en_cause(question: str, mentions: Mentions, concepts: Concepts) -> str | None:
    """The activity asked about, in the person's words; None where none is put up for judgement."""
    plat = sans_accents(question)
    juge = _JUGE.search(plat)
    if juge is None or (_OUVERTE.search(plat) and not _ALTERNATIVE.search(plat)):
        return None
    dit = _sans_cadre(sans_les_noms(question, mentions))
    if (debut := plat.rfind(":", 0, juge.start())) >= 0 and len(dit) == len(plat):
        dernier = [_rogner(m) for m in _COUPURE.split(dit[debut + 1 :])]
        if dits := [m for m in dernier if _dit_qqch(m, concepts)]:
            return dits[0]  # told first, asked after: "je fais X et Y : le Y, c'est une extension ?"
    morceaux = (_rogner(m) for m in _COUPURE.split(dit))
    notes = [(sum(concepts.traduire(m).values()), m) for m in morceaux if _dit_qqch(m, concepts)]
    return max(notes, key=lambda n: n[0])[1] if notes else None


def _sans_cadre(dit: str) -> str:
    """Blank the runs of words that only ask ("est-ce du contenu normal ou une extension")."""
    plat = dit.casefold()
    plat = sans_accents(dit) if len(sans_accents(dit)) == len(dit) else plat
    suite: list[re.Match[str]] = []
    for m in (*_MOT.finditer(plat), None):
        separe = suite and m is not None and _COUPURE.search(plat, suite[-1].end(), m.start())
        if m is not None and m[0] in _CADRE and not separe:
            suite.append(m)
            continue
        if _demande({x[0] for x in suite}):
            debut, fin = suite[0].start(), suite[-1].end()
            dit = dit[:debut] + "|" * (fin - debut) + dit[fin:]
        suite = [m] if m is not None and m[0] in _CADRE else []
    return dit


def _demande(mots: set[str]) -> bool:
    return bool(mots & _CLES or (mots & _CLES_FAIBLES and mots & _VERBES))


def _rogner(morceau: str) -> str:
    """Without the small words and marks at both ends."""
    mots = morceau.strip(" ,-–—«»\"'’()").split()
    while mots and sans_accents(mots[0]).strip(",'’-") in _BORDS:
        mots.pop(0)
    while mots and sans_accents(mots[-1]).strip(",'’-") in _BORDS:
        mots.pop()
    return re.sub(r"^(?:[dljsc]|qu)['’]\s*(?:est\s+)?", "", " ".join(mots).strip(" ,-–—«»\"'’()"))


def _dit_qqch(morceau: str, concepts: Concepts) -> bool:
    mots = set(_MOT.findall(sans_accents(morceau)))
    return bool(mots - _CADRE) and any(v == 1.0 for v in concepts.traduire(morceau).values())
