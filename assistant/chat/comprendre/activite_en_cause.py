"""The activity a question wants judged: "convoyer les voitures, c'est du contenu ?"."""

from __future__ import annotations

import re

from assistant.chat.motif import motif
from assistant.classification import sans_accents
from assistant.classification.mots import Concepts
from assistant.retrieval import Mentions

__all__ = ["activite_en_cause", "activites_restantes", "sans_frequence", "sans_les_noms"]

# The question is whether something is content, an extension, or in the fiche at all.
_JUGE = motif(
    r"\b(?:contenu\w*|content)\b.{0,25}\b(?:ou|or|et|and|vs)\b.{0,20}\bexten[st]ions?\b|\bexten[st]ions?\b.{0,25}\b(?:ou|or|vs)\b"
    r"|\b(?:fai[st]?|rentre|entre|font|fasse)\b.{0,12}\b(?:partie|dans)\b"
    r"|\b(?:dans|in|part of)\b.{0,14}\b(?:contenu|fiche|attributions|missions|poste|qualif\w*|content|job)\b"
    r"|\b(?:compris|inclus|prevu|couvert|mentionne|cite|liste|decrit)\w*\b.{0,8}\b(?:dans|par|a|dedans|au|ou)\b"
    r"|\b(?:est|c|est-ce|ca|comme|as|is|considere\w*|compte\w*)\b.{0,12}\b(?:une?|an|en|comme)?\s*exten[st]ions?\b"
    r"|\b(?:est|c|est-ce|ca)\b.{0,10}\bcontenu\b"
    r"|\b(?:dans|de|du)\b.{0,12}\b(?:boulot|travail|taf|job|metier|contenu) (?:de base|normal|habituel)\b"
    r"|\bfait?\b.{0,12}\b(?:partie|boulot de base)\b|\bhors (?:de )?(?:(?:la|ma|sa|cette) )?(?:fiche|contenu)\b"
    r"|\b(?:prevu|compris|inclus|dedans|contenu)e?s?\b.{0,6}\bou\b.{0,12}\b(?:en plus|en \+|en supplement|a part|hors|pas|non)"
    r"|\b(?:autorise|permis|prevu|compris|inclus)\w*\b.{0,25}\b(?:fiche|qualif\w*|contenu|poste)\b"
    r"|\b(?:fiche|qualif\w*)\b.{0,30}\b(?:autorise|permet|prevoi\w*|couvre|comprend|inclut|mentionne)\b"
    r"|\bexten[st]ions?\b\W*(?:oui|non|ou pas|yes|no)\b|\bexten[st]ion\W*\?"
    r"|\b(?:is|are) .{3,60}\b(?:part of|in) .{0,25}\b(?:sheet|fiche|content|extra)\b|\bor an? (?:extra|extension)\b"
    r"|\b(?:droit|permis|autorise\w*)\b.{0,12}\b(?:de|a)\b.{0,80}\bexten[st]ion"
)
_FREQUENCE = motif(
    r"\b(?:de temps en temps|de temps a autres?|parfois|souvent|regulierement|quelquefois|des fois|a l'occasion|"
    r"tous les (?:jours?|soirs?|matins?|mois|lundis?|samedis?)|toutes les (?:semaines?|nuits?)|"
    r"chaque (?:jour|semaine|soir|matin|mois)|toute la journee|(?:une|deux|trois|\d+) fois par \w+|"
    r"(?:un peu|pas mal|beaucoup|plus ou moins) (?:de |d')?|de plus en plus|meme |"
    r"sometimes|occasionally|often|regularly|every (?:day|evening|night|week|month)|from time to time|now and then|"
    r"a (?:bit|little) (?:of )?)"
)
# Beside the activity: other things asked about or told.
_A_COTE = motif(
    r"\b(?:il |me |lui |nous |vous )*(?:faut|faudrait|fallait)\b[^?.!;]*\b(?:diplome|certif\w*|cqp|cap|titre|permis)\b[^?.!;]*"
    r"|\b(?:a|ai|as|avons|avez|ont)[- ]?(?:t[- ])?(?:on|je|il|elle|ils|nous|vous)? ?(?:pas )?le droit d(?:e |')"
    r"|\bechelon \d{1,2}\b(?!\s*(?:,|et|a|ou)\s*\d)"
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
    "activite activites liste lister comporte contient which what are all there cest cetait ya jfais "
    "cpas sheet extra allowed count counts already work either esk eske estce base hors droit autorise autorisee autorises autorisees permis permise normalement plus "
    "can could must faut non habituel couvre comprend inclut permet prevoyait bien si besoin peut".split()
)
_CLES = frozenset(
    "contenu content extension extensions extention extentions compris comprise comprises inclus "
    "incluse partie part prevu prevue prevues attributions missions fiche rentre figure "
    "citee mentionne mentionnee couvert autorise autorisee autorises autorisees droit hors base "
    "extra sheet allowed".split()
)
# These ask only with a verb beside them: "le poste de travail" does not, "dans mon poste" does.
_CLES_FAIBLES = frozenset("poste qualification qualif metier compte liste cite".split())
_VERBES = frozenset("dans fait rentre in part c est ca comme c'est".split())
_ENUMERE = motif(r",|\b(?:et|and|puis|plus)\b|\+")
_DEMANDE = motif(
    r"\b(?:laquelle|lequel|lesquel\w*|which(?: one)?|fiches?|hesit\w*|qualifications?|d'apres (?:les|leurs) fiches|"
    r"des deux|entre|on hesite|je (?:suis|serais)|suis[- ]je|c'est|correspond\w*|convient|plutot|met(?:s|tre)?|classe\w*|bulletin|contrat dit|qui (?:les? )?(?:fait|font))\b")
_ACTIVITES = 4
_MOT = motif(r"[a-z0-9]+")
_COUPURE = motif(r"[|?!;:.]+|,\s*(?=(?:et |mais |and )?(?:je|j'|il|elle|on|nous|i|he|she|we)\b)")
_BORDS = frozenset(
    "a alors au aussi aux bonjour c ca ce cela chez comme dans de des donc du d elle en es est et euh "
    "puisque since est-ce c'est hein il j je l la le les mais qui mon ma ok on ou par pour qu quand que salut si sur svp stp un une "
    "peut peux doit peut-il peut-elle peut-on peut-etre doit-il doit-elle dois-je puis-je "
    "does do doing dealing handling with the an for is of to as fais fait faire dois doit".split()
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
    dit = _sans_cadre(_blanchir(sans_les_noms(question, mentions), _A_COTE))
    if (debut := plat.rfind(":", 0, juge.start())) >= 0 and len(dit) == len(plat):
        dernier = [_rogner(m) for m in _COUPURE.split(dit[debut + 1 :])]
        if dits := [m for m in dernier if _dit_qqch(m, concepts)]:
            return dits[0]  # told first, asked after: "je fais X et Y : le Y, c'est une extension ?"
    morceaux = (_rogner(m) for m in _COUPURE.split(dit))
    notes = [(sum(concepts.traduire(sans_frequence(m)).values()), m) for m in morceaux if _dit_qqch(m, concepts)]
    return max(reversed(notes), key=lambda n: n[0])[1] if notes else None  # the last of equals


def activites_restantes(
    question: str, mentions: Mentions, concepts: Concepts
) -> tuple[str, ...]:
    """What a question says is done, beside the fiches it names: one piece for each activity."""
    dit = _blanchir(_sans_cadre(_blanchir(sans_les_noms(question, mentions), _A_COTE)), _DEMANDE)
    morceaux = [m for part in _COUPURE.split(dit) for m in _ENUMERE.split(part)]
    rognes = dict.fromkeys(filter(None, (_rogner(m) for m in morceaux)))
    return tuple(m for m in rognes if _dit_qqch(m, concepts))[:_ACTIVITES]


def sans_frequence(activite: str) -> str:
    """Without how often or how much of it is done, which is written in no fiche."""
    return _blanchir(activite, _FREQUENCE)


def _blanchir(dit: str, motif_: re.Pattern[str]) -> str:
    plat = sans_accents(dit)
    for m in motif_.finditer(plat) if len(plat) == len(dit) else ():
        dit = dit[: m.start()] + " " * (m.end() - m.start()) + dit[m.end() :]
    return dit


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
