"""Questions on the assistant itself: its sources and their dates, what it is, what it keeps."""

from __future__ import annotations

from assistant.chat.motif import motif
from assistant.chat.rediger.brouillon import Brouillon
from assistant.classification import sans_accents

__all__ = ["rediger_identite"]

_SUJETS = (
    ("identite_sources", motif(
        r"\b(?:sources?|d'ou\b.{0,20}\b(?:sor\w*|vien\w*|ti(?:ens|re\w*)|infos?|reponses?)|(?:sors?|tires?|tiens|prends|trouves?)\b.{0,12}\bd?'?ou\b|"
        r"a jour|de quand|quelle date|date de|dates? (?:de )?(?:tes|vos|des) (?:infos?|textes?|donnees|regles)|(?:quels?|which|what) "
        r"(?:text\w*|documents?|agreement|data|version)|tu te bases|vous (?:vous )?(?:basez|appuyez)|up[- ]to[- ]date|how (?:fresh|recent|old|current)|"
        r"last updated|rely on|based on|come from|get (?:your|this|that)|infos? (?:date\w*|sort\w*|vien\w*)|qui a ecrit (?:ces|tes|vos) regles|"
        r"who wrote (?:these|your|the) rules)\b")),
    ("identite_programme", motif(
        r"\b(?:ia|i\.a\.?|ai|a\.i\.?|robots?|bots?|humain\w*|humans?|machines?|chatgpt|gpt|programme|program|software|logiciel|intelligence artificielle|"
        r"artificial intelligence|vrai(?:e)? (?:personne|conseill\w+)|real person|someone real|llm|chatbot)\b")),
    ("identite_gratuit", motif(r"\b(?:gratuit\w*|payante?|coute\w*|couter|prix|tarif|abonnement|free|cost\w*|price|charge\w*|pay for (?:this|you))\b")),
    ("identite_donnees", motif(
        r"\b(?:confidentiel\w*|anonym\w*|garde\w*|enregistr\w*|conserv\w*|souvien\w*|memoire|lues? par|mes (?:donnees|questions|messages)|"
        r"privacy|private|confidential|store\w*|record\w*|remember|my (?:data|questions|messages)|rgpd|gdpr)\b")),
    ("identite_valeur", motif(
        r"\b(?:fiables?|tromp\w*|confiance|erreurs?|juridiques?|valeur|font foi|foi devant|opposable|juge|juristes?|avocat|officiel\w*|reliable|trust|wrong|"
        r"mistakes?|legal|lawyers?|jurist|official|invent\w*|sur de toi|neutre|neutral)\b")),
    ("identite_langues", motif(r"\b(?:anglais|english|langues?|languages?|francais|french|espagnol|arabe)\b")),
)


def rediger_identite(b: Brouillon) -> None:
    """What is asked of the assistant first; who it is where nothing more is asked."""
    plat = sans_accents(b.comprehension.question).replace("’", "'")
    dits = [cle for cle, mots in _SUJETS if mots.search(plat)]
    if not dits:
        b.dire("identite")
    for cle in dits:
        if cle == "identite_sources":
            _sources(b)
        else:
            b.dire(cle)
    b.suggestions.append(b.texte("suite_echelon"))


def _sources(b: Brouillon) -> None:
    kb = b.c.kb
    dernier, smic = kb.baremes[-1], b.c.smics[-1]
    b.dire("identite_sources", avenant=dernier.avenant, effet=f"{dernier.date_effet:%d/%m/%Y}",
           smic=f"{smic.date_effet:%d/%m/%Y}")
