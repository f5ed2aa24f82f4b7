"""What the firm's own imported documents say, quoted as theirs and never as the agreement's."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.chat.motif import motif
from assistant.chat.rediger.brouillon import Brouillon
from assistant.chat.reponse import Behaviour
from assistant.classification import sans_accents
from assistant.corpus import Passage

__all__ = ["citer_documents", "rediger_document"]

_NOTRE = motif(
    r"\b(?:(?:notre|nos|mon|le|la|l'|du|un|our|the|my)\s*)?(?:reglements?\s+(?:interne|interieur)|"
    r"accords?\s+(?:d'entreprise|interne|maison)|notes?\s+(?:interne|de service|rh)|"
    r"(?:livret|guide|charte)s?\s+(?:d'accueil|interne|du salarie|rh)|documents?\s+(?:importes?|internes?|de l'entreprise)|"
    r"usages?\s+(?:maison|de l'entreprise)|(?:company|internal|staff|house)\s+(?:rules?|polic\w+|handbook|agreement|documents?)|"
    r"(?:employee|staff)\s+handbook|(?:notre|nos|our)\s+(?:reglement|accord|note|charte|document|livret|guide|rules?|handbook)s?)\b"
)
_DIRE = motif(
    r"\b(?:que|qu|ce que|quoi|koi|dit|disent|dit[- ]il|prevoit|prevoient|ecrit|parle|indique|explique|precise|pour|sur|"
    r"a propos|au sujet|concernant|says?|does|do|what|about|on|for)\b")


def rediger_document(b: Brouillon, intention: str) -> bool:
    """Quote the imported documents where the question is about them; False for all others."""
    question = b.comprehension.question
    if not b.c.kb.documents or not _NOTRE.search(sans_accents(question)) or intention == "interdit":
        return False
    sujet = _DIRE.sub(" ", _NOTRE.sub(" ", sans_accents(question)))
    trouves = [t.passage for t in b.c.documents.chercher(sujet)]
    if not trouves:
        trouves = [t.passage for t in b.c.documents.chercher(question)]
    if trouves:
        citer_documents(b, trouves)
        return True
    if intention not in ("hors_sources", "hors_sujet", "autre_convention"):
        return False  # the question has an answer without them
    b.behaviour = Behaviour.ABSTAIN
    b.dire("document_rien", documents=", ".join(d.nom for d in b.c.kb.documents))
    return True


def citer_documents(b: Brouillon, passages: Sequence[Passage]) -> None:
    """Their paragraphs, word for word, said to be the firm's."""
    b.dire("document_tete")
    for passage in passages:
        b.dire("convention_ligne", lieu=passage.source, texte=passage.texte.strip())
        b.citer(passage)
    b.dire("document_fin")
