"""What a question's own words put outside what is answered, before any intent is looked for."""

from __future__ import annotations

from collections.abc import Collection

from assistant.chat.comprendre.autrui import donnees_d_autrui
from assistant.chat.comprendre.faux_et_triche import demande_refusee
from assistant.chat.comprendre.intention import Intention, parle_du_classement
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
_PAIE = motif(r"\b(?:gagne|touche|est paye\w*|salaires?|paies?|payes?|primes?|earns?|makes?|paid|wages?|salary)\b")
_REGARDER = motif(  # "regarde mon bulletin", "check my payslip": nothing of it is told
    r"(?:^|[.!?,;:]\s*|\b(?:peux[- ]tu|tu peux|pouvez[- ]vous|vous pouvez|peut[- ]on|can you|could you|please|svp|stp|et|and)\s+)"
    r"(?:m'|me )?(?:regarde|verifie|controle|analyse|check|examine|epluche|lis|consulte|look at|look over|review|read|audit|jette un oeil (?:a|sur))"
    r"[rz]?\s+(?:a |sur )?(?:mon|ma|mes|my|notre)\s+(?:dernier |derniere |last |latest )?"
    r"(?:bulletins?|fiches? de paie|fiches? de paye|feuille de paie|contrat|dossier|paie|paye|payslips?|pay slips?|contract|file|pay)\b"
    r"|\b(?:check|look|see|search|find|regarde\w*|verifi\w*|cherch\w*|consult\w*|va voir)\b.{0,14}\b(?:in|dans|sur) "
    r"(?:the|your|my|our|le|la|les|votre|ton|tes|vos|l'|mon|notre)\s?(?:hr |payroll )?(?:system|database|records|files?|payroll|systeme|logiciel|base|"
    r"fichiers?|dossiers?|registre)\b"
)
_INCONNUS = 2  # words that nobody wrote anywhere, from which nothing is understood


def limite_dite(
    question: str, mentions: Mentions, nouveaux: Collection[str], c: Connaissances,
    sans_question: bool, suivi: bool, langue: str, connu: bool,
) -> Intention | None:
    """The limit that the words alone tell, or None.

    ``sans_question``: nothing is asked but orders to the machine; ``suivi``: the conversation
    has begun, so that a few unknown words may answer it; ``connu``: it is about a fiche.
    """
    plat = sans_accents(question).replace("’", "'")
    if sans_question or demande_refusee(question):
        return Intention("interdit", "limite", 1.0)
    if donnees_d_autrui(question):
        return Intention("interdit", "limite", 1.0)
    if not mentions.de("fiche") and donnee_d_une_personne(question, c):
        paie = _PAIE.search(plat)
        return Intention("interdit" if paie else "dossier", "limite", 1.0)
    if _REGARDER.search(plat) and not mentions.de("fiche", "echelon", "certification"):
        return Intention("dossier", "limite", 1.0)
    if not connu and c.ailleurs.branche(question, mentions, langue):
        return Intention("autre_convention", "limite", 1.0)
    if not mentions.de("echelon", "certification") and not parle_du_classement(question) and (
        c.ailleurs.autre_sujet(question)
    ):
        return Intention("hors_sujet", "limite", 1.0)
    paye = "salaire_base" in nouveaux or _SA_PAIE.search(plat)
    if paye and _QUE_FAIRE.search(plat):
        return Intention("litige", "limite", 1.0)
    if not suivi and not mentions.toutes and _rien_de_connu(question, c):
        return Intention("rien", "limite", 1.0)
    return None


def _rien_de_connu(question: str, c: Connaissances) -> bool:
    mots = [j.mot for j in jetons(question) if j.mot.isalpha()]
    return len(mots) >= _INCONNUS and not any(m in c.mots_connus or len(m) < 3 for m in mots)
