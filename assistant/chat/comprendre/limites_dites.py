"""What a question's own words put outside what is answered, before any intent is looked for."""

from __future__ import annotations

from collections.abc import Collection

from assistant.chat.comprendre.autrui import donnees_d_autrui
from assistant.chat.comprendre.intention import Intention
from assistant.chat.comprendre.personnes import donnee_d_une_personne
from assistant.chat.connaissances import Connaissances
from assistant.chat.motif import motif
from assistant.classification import sans_accents
from assistant.retrieval import Mentions, jetons

__all__ = ["limite_dite"]

_QUE_FAIRE = motif(
    r"\b(?:que (?:dois[- ]je |puis[- ]je |peut[- ]on |peux[- ]je )?faire(?! pour)|(?:je|on) (?:fais|fait|dois faire|peux faire) (?:quoi|koi)|"
    r"jfais quoi|quels? recours|vers qui|a qui m'adresser|what (?:can|should|do) (?:i|we) do(?! to\b)|who can help|my options|"
    r"(?:le patron|l'employeur|mon (?:patron|employeur|chef)|ma (?:patronne|direction)|il|elle|they|he|she|the boss|my boss) "
    r"(?:me )?(?:dit|disent|repond\w*|says?|said) que? ?c?'?e?s?t? ?(?:normal|comme ca|ainsi|how it is|normal))"
)
_SA_PAIE = motif(
    r"\b(?:me pai\w*|me pay\w*|je (?:touche|gagne)|pay(?:s|ing)? me|i (?:earn|get|make)|i'?m paid|am paid)\b.{0,15}\d{1,2}[ .,]?\d{3}"
)
_FRAUDE = (
    motif(
        r"\b(?:invent\w*|trouv\w*|fabriqu\w*|imagin\w*|donne\w*|souffl\w*|find|invent|make up|give|think of)\b.{0,25}"
        r"\b(?:justifications?|excuses?|pretextes?|faux motifs?|fausses? raisons?|bidon|pretexts?|fake reasons?)\b"
    ),
    motif(
        r"\bsans (?:se faire (?:prendre|gauler|choper|attraper)|que (?:ca|cela) se (?:voie|sache|remarque)|"
        r"(?:qu'il|qu'elle|qu'ils|que personne|qu'on) (?:ne )?(?:s'en |le |la )?(?:sache\w*|rend\w*|aperco\w*|remarque\w*))"
        r"|\bwithout (?:getting|being) caught\b|\bwithout (?:anyone|him|her|them) (?:knowing|noticing)\b"
    ),
    motif(
        r"\b(?:contourn\w*|tricher|arnaqu\w*|entourloup\w*|truander|get around|dodge|bypass)\b.{0,25}"
        r"\b(?:convention|minim\w*|grille|echelons?|classement|rules?|agreement|grid)\b"
    ),
)
_FAUX_PAPIER = motif(
    r"\b(?:write|draft|make|produce|give|redige\w*|ecri[st]\w*|fais|fait|faites|etabli\w*|prepare\w*)\b.{0,25}"
    r"\b(?:letter|certificate|statement|attestation|certificat|courrier|lettre|document)\b.{0,40}"
    r"\b(?:certifying|stating|saying|proving|certifiant|attestant|disant|prouvant|comme quoi|qui (?:dit|prouve|atteste))\b"
)
_INCONNUS = 2  # words that nobody wrote anywhere, from which nothing is understood


def limite_dite(
    question: str, mentions: Mentions, nouveaux: Collection[str], c: Connaissances,
    sans_question: bool, suivi: bool,
) -> Intention | None:
    """The limit that the words alone tell, or None.

    ``sans_question``: nothing is asked but orders to the machine; ``suivi``: the conversation
    has begun, so that a few unknown words may answer it.
    """
    plat = sans_accents(question).replace("’", "'")
    if sans_question or any(m.search(plat) for m in _FRAUDE) or _FAUX_PAPIER.search(plat):
        return Intention("interdit", "limite", 1.0)
    if donnees_d_autrui(question):
        return Intention("interdit", "limite", 1.0)
    if not mentions.de("fiche") and donnee_d_une_personne(question, c):
        return Intention("dossier", "limite", 1.0)
    paye = "salaire_base" in nouveaux or _SA_PAIE.search(plat)
    if paye and _QUE_FAIRE.search(plat):
        return Intention("litige", "limite", 1.0)
    if not suivi and not mentions.toutes and _rien_de_connu(question, c):
        return Intention("rien", "limite", 1.0)
    return None


def _rien_de_connu(question: str, c: Connaissances) -> bool:
    mots = [j.mot for j in jetons(question) if j.mot.isalpha()]
    return len(mots) >= _INCONNUS and not any(m in c.mots_connus or len(m) < 3 for m in mots)
