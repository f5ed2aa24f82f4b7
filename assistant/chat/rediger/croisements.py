"""Questions that relate fiches to each other: which of them it is, if any."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from assistant.chat.comprendre.criteres_dits import criteres_dits, parle_d_une_liste
from assistant.chat.comprendre.metiers import Nomme, fiches_nommees
from assistant.chat.motif import motif
from assistant.chat.rediger.brouillon import Brouillon
from assistant.chat.rediger.comparaison import rediger_comparaison, rediger_deux_fiches
from assistant.chat.rediger.cote_a_cote import classement_de_chacun, rediger_cote_a_cote
from assistant.chat.rediger.demande import dire_code_inconnu
from assistant.chat.rediger.fiche import rediger_acces
from assistant.chat.rediger.ouvertures import rediger_ouvertures
from assistant.chat.rediger.parcours import rediger_origines, rediger_routes, rediger_suites
from assistant.chat.rediger.recherche import rediger_recherche
from assistant.classification import sans_accents

__all__ = ["REPLIS", "rediger_croisement"]

REPLIS = {
    "parcours": "evolution", "comparaison": "echelon", "deux_fiches": "situation",
    "ouvertures": "certification", "recherche": "trouver_fiche",
    "statut": "echelon",
}
"""What such a question is taken for when it does not relate fiches after all."""


_COMPARE = motif(
    r"\b(?:compar\w*|differ\w*|difference\w*|vs|versus|ecarts?|mieux entre|points communs|"
    r"en commun|ressembl\w*|distingu\w*|what changes between|change entre)\b"
)
_PASSE = motif(
    r"\b(?:passer?|passe|passage|evoluer?|evolution|devenir|deviens|aller|monter|progresser|chemins?|parcours|"
    r"routes?|passerelles?|finir|arriver|bifurquer|reconvertir|reconversion|get|become|becoming|"
    r"move|path|go|end up|switch|reach|etapes?|steps?)\b"
)
_DEPUIS = motif(
    r"(?:quand on est|en etant|depuis|a partir d[eu]|en partant d[eu]|venant d[eu]|si on est|je suis|"
    r"j'suis|suis|quand t'es|as an?|starting (?:from|as)|from|being|when you are)\W*(?:une? |un poste d[e'] ?|"
    r"simple |an? |le |la |l'|de |d'|du )*$"
)
_FAIT = motif(
    r"\b(?:fais|fait|font|suis|sommes|bosse|bosses|travaille|cumule|occupe|tiens|partage|entre|am|do|does|"
    r"works?|being|both|moitie|mi-temps|cheval|casquette)\b"
)
_ET = motif(r"(?:\bet\b|\band\b|\+|&|\bplus\b|\bmoitie\b|\bmi-temps\b|\bainsi que\b|,)")
_AUTRUI = motif(r"\b(?:collegue|collegues|chef|patron|mari|femme|frere|soeur|colleague|boss|husband|wife)\b")
_QUI_PEUT = motif(
    r"\b(?:qui (?:peut|pourrait) (?:devenir|etre|acceder|pretendre|passer)|who can (?:become|be)|"
    r"(?:qui|quoi|metiers?|postes?|emplois?|fiches?|jobs?) (?:\w+ )?(?:menent?|mene|conduisent|amenent|leads?|lead)\b|"
    r"d'ou (?:vient|viennent|on vient|part)|comment arrive t on|par quoi (?:faut|on|passer)|what leads to)"
)
_OUVRE = motif(
    r"\b(?:ouvr\w*|mene\w*|permet\w*|acces a quoi|acceder a quoi|donne(?:nt)? acces|debouch\w*|"
    r"quel(?:le)?s (?:metiers|fiches|emplois|postes|boulots|qualifs|qualifications|jobs)|faire avec|faire quoi avec|"
    r"sert a quoi|opens?|leads?|what can i do with|which (?:jobs|fiches|qualifications))\b"
)
_OUVRE_LA_FICHE = motif(
    r"\b(?:qu'?est[- ]ce qui|ce qui|qui|quoi|(?:quel|kel)(?:le)?s?\s+(?:sont\s+les\s+)?(?:certif\w*|diplom\w*|titres?|formations?|qualif\w*)|"
    r"what|which\s+(?:certif\w*|diplomas?|degrees?|qualifications?))\b.{0,40}?"
    r"\b(?:ouvr\w*|donnent? acces|donne droit|permet\w*|menent?|faut|opens?|leads?|gives? access|needed|required)\b"
)
_APRES = motif(
    r"^\W*(?:et |puis |ok |and )?(?:apres|ensuite|et apres)\b(?:\W+(?:la |l'|le |les )?(?:fiche |poste |code |emploi )?[a-z]{1,3}\.?[\dc]\S*)?\W*$|"
    r"\bd'? ?apres\b.{0,12}\b(?:laquelle|lequel|quoi|kelle|c koi|quelle)\b|\b(?:laquelle|quelle|kelle)\b.{0,15}\bd'? ?apres\b|"
    r"\bfiches?\s+(?:d'? ?apres|suivante?s?|d'apres)\b|"
    r"\b(?:quoi|koi|quelle?s?|kel\w*|ou)\b.{0,25}\b(?:apres|ensuite)\b|"
    r"\b(?:apres|ensuite)\b.{0,25}\b(?:quoi|koi|quelle|laquelle|on (?:va|passe|fait|peut)|je (?:vais|passe|peux))\b|"
    r"\b(?:what|where)\b.{0,30}\b(?:next|after)\b|\b(?:what's|whats) next\b|\bnext fiche\b"
)
_AUTRE_APRES = motif(
    r"\b(?:apres|after)\s+(?:\d|un an|deux ans|quelques|combien|mon|ma|mes|un |une |le (?:bts|cap|bac|cqp|titre)|l'essai|la periode|"
    r"cette formation|la formation|formation|avoir|19|20)|\b(?:mois|ans|essai|preavis|licenci\w*|demission\w*|minim\w*|salaires?|formation)\b"
)
_SANS_PARCOURS = frozenset(
    "minimum bareme essai preavis fin_essai recherche_emploi litige statut suppleance".split())
# what the question is about when it is about two jobs at once
_PARCOURS = frozenset(
    "evolution progresser acces echelon situation promotion trouver_fiche grille parcours "
    "comparaison deux_fiches recherche contenu suite".split()
)
_LISTES = frozenset(
    "recherche grille echelon trouver_fiche situation degres sans_qualification contenu "
    "generique comparaison parcours".split()
)
_OUVERTURES = frozenset(
    "certification ouvertures acces evolution echelon situation trouver_fiche recherche "
    "parcours grille".split()
)


def rediger_croisement(b: Brouillon, intention: str, aujourdhui: date) -> bool:
    """Write the answer to a question that relates fiches; False where it is no such question."""
    plat = sans_accents(b.comprehension.question)
    mentions = b.comprehension.mentions
    nommes = fiches_nommees(b.comprehension.question, mentions, b.c)
    if intention in _PARCOURS and _deux(b, plat, intention, nommes, aujourdhui):
        return True
    if intention in _OUVERTURES and mentions.de("certification") and not nommes and (
        intention == "ouvertures" or _OUVRE.search(plat)
    ):
        return rediger_ouvertures(b)
    if _acces_ou_suites(b, plat, intention, nommes):
        return True
    if intention in _OUVERTURES and len(nommes) == 1 and _QUI_PEUT.search(plat):
        rediger_origines(b, nommes[0])
        return True
    if _liste(b, plat, intention, nommes):
        return True
    if intention == "evolution" and b.comprehension.fiche is None and len(nommes) == 1:
        for code in nommes[0].codes[:2]:
            rediger_suites(b, b.c.kb.fiches[code])
        return True
    return False


def _acces_ou_suites(
    b: Brouillon, plat: str, intention: str, nommes: Sequence[Nomme]
) -> bool:
    """What opens the one fiche at hand, or what comes after it."""
    fiche = b.c.kb.fiches.get(b.comprehension.fiche or "")
    if fiche is None or len({n.codes for n in nommes}) > 1 or intention in _SANS_PARCOURS:
        return False
    if nommes and not b.comprehension.mentions.de("certification") and _OUVRE_LA_FICHE.search(plat):
        rediger_acces(b, fiche)
        return True
    if _APRES.search(plat) and not _AUTRE_APRES.search(plat):
        rediger_suites(b, fiche)
        return True
    return False


def _liste(b: Brouillon, plat: str, intention: str, nommes: Sequence[Nomme]) -> bool:
    """A list of qualifications is asked for."""
    if intention not in _LISTES and not intention.startswith("regle:definition"):
        return False
    demande = criteres_dits(b.comprehension.question, b.comprehension.mentions, b.c)
    if intention != "recherche" and not parle_d_une_liste(plat, demande):
        return False
    seule = intention == "recherche" and not (nommes or b.comprehension.fiche)
    if not seule and demande.criteres.vide:
        return False
    rediger_recherche(b, demande)
    return True


def _deux(
    b: Brouillon, plat: str, intention: str, nommes: Sequence[Nomme], aujourdhui: date
) -> bool:
    """Two jobs named: compared, joined by a route, or done by the same person."""
    compare = intention == "comparaison" or _COMPARE.search(plat)
    inconnu = next(iter(b.comprehension.mentions.de("code_inconnu")), None)
    if compare and inconnu and len(nommes) < 2:
        dire_code_inconnu(b, inconnu.valeurs[0], inconnu.valeurs[1:])
        return True
    paire = _paire(nommes) or _avec_la_sienne(b, nommes)
    if paire is None:
        return False
    un, deux = paire
    autre = _COMPARE.search(plat) or _PASSE.search(plat) or _cumule(plat, un, deux)
    if not autre and classement_de_chacun(plat, intention, _distincts(nommes)):
        rediger_cote_a_cote(b, _distincts(nommes))
        return True
    if compare:
        rediger_comparaison(b, un, deux, aujourdhui)
        return True
    if intention in ("parcours", "evolution") or _PASSE.search(plat):
        envers = un.debut >= 0 and _DEPUIS.search(plat[: deux.debut]) and not (
            _DEPUIS.search(plat[: un.debut])
        )
        rediger_routes(b, *((deux, un) if envers else (un, deux)))
        return True
    if intention == "deux_fiches" or _cumule(plat, un, deux):
        rediger_deux_fiches(b, un, deux)
        return True
    return False


def _paire(nommes: Sequence[Nomme]) -> tuple[Nomme, Nomme] | None:
    """The first two jobs named that are not the same words twice."""
    for autre in nommes[1:]:
        if autre.codes != nommes[0].codes:
            return nommes[0], autre
    return None


def _distincts(nommes: Sequence[Nomme]) -> list[Nomme]:
    """The jobs named, each once."""
    return list({n.codes: n for n in reversed(nommes)}.values())[::-1]


def _avec_la_sienne(b: Brouillon, nommes: Sequence[Nomme]) -> tuple[Nomme, Nomme] | None:
    """The person's own fiche, known from before, and the one job this question names."""
    propre = b.comprehension.etat.situation.fiche
    dite = "fiche" in b.comprehension.nouveaux
    if propre is None or dite or len(nommes) != 1 or propre in nommes[0].codes:
        return None
    return Nomme((propre,), propre, -1, -1), nommes[0]


def _cumule(plat: str, un: Nomme, deux: Nomme) -> bool:
    """ "je fais magasinier et vendeur comptoir": one person, two jobs."""
    entre = plat[un.fin : deux.debut]
    return (
        0 <= un.fin <= deux.debut and len(entre) <= 45 and not re.search(r"[.?!]", entre)
        and bool(_ET.search(entre)) and bool(_FAIT.search(plat[: un.debut]))
        and not _AUTRUI.search(entre)
    )
