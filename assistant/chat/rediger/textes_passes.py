"""What an article said before the text that is known; whether an avenant on the minima applied."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from assistant.chat.comprendre.articles import article_nomme
from assistant.chat.motif import motif
from assistant.chat.rediger.brouillon import Brouillon
from assistant.chat.reponse import Behaviour
from assistant.classification import Bareme, sans_accents
from assistant.corpus.schemas import FichierMinima
from assistant.corpus.yaml_strict import lire_yaml

__all__ = ["rediger_article_passe", "rediger_avenant"]

_AVANT = motif(r"\b(?:avant|before|prior to)\s+(?:\w+\s+){0,2}((?:19|20)\d\d)\b")
_AVENANT = motif(
    r"\b(?:avenants?|amendments?)\s*(?:n\s*[°ºo]?|numero|no\.?|number)?\s*(\d{1,3}(?:-\d\d)?)\b"
)
_EUROS = motif(r"(\d+(?:,\d\d)?) €")
_INTENTIONS = frozenset("minimum bareme hors_sources statut grille echelon hors_sujet".split())


def rediger_article_passe(b: Brouillon, intention: str) -> bool:
    """Abstain on an article's wording before the day its known text dates from; True if so."""
    plat = sans_accents(b.comprehension.question)
    nomme = article_nomme(b.comprehension.question, b.c)
    jour = b.comprehension.jour
    if avant := _AVANT.search(plat):
        jour = date(int(avant[1]) - 1, 12, 31)
    if nomme is None or jour is None or intention in ("interdit", "autre_convention"):
        return False
    depuis = _depuis(b, nomme.numero)
    if depuis is None or jour >= depuis:
        return False
    b.behaviour = Behaviour.ABSTAIN
    b.dire("abstention_article", article=nomme.numero, jour=f"{jour:%d/%m/%Y}",
           depuis=f"{depuis:%d/%m/%Y}")
    return True


def _depuis(b: Brouillon, numero: str) -> date | None:
    """The day from which the known text of an article holds."""
    article = b.c.kb.articles.get(numero)
    siens = [a for r in b.c.kb.regles.values() for a in r.articles]
    dates = [
        a.depuis for a in siens if a.depuis and a.article in (numero, f"{numero} {a.article[-1]}")
    ]
    if article and article.depuis:
        dates.append(article.depuis)
    return max(dates, default=None)


def rediger_avenant(b: Brouillon, intention: str) -> bool:
    """Whether and when an avenant on the minima, asked about by its number, applied."""
    nomme = _AVENANT.search(sans_accents(b.comprehension.question))
    if nomme is None or intention not in _INTENTIONS or b.comprehension.fiche or (
        b.comprehension.mentions.de("echelon")
    ):
        return False
    nom, baremes = f"n° {nomme[1]}", b.c.kb.baremes
    for sans in lire_yaml(b.c.kb.racine / "minima.yaml", FichierMinima).sans_bareme:
        if sans.avenant == nom:
            _sans_tableau(b, nom, sans.raison if b.langue == "fr" else sans.raison_en)
            return True
    rang = next((i for i, x in enumerate(baremes) if x.avenant == nom), None)
    if rang is None and intention == "hors_sujet":
        return False
    if rang is None:
        b.behaviour = Behaviour.ABSTAIN
        b.dire("avenant_inconnu", avenant=nom, premier=baremes[0].avenant,
               dernier=baremes[-1].avenant)
        return True
    _applique(b, baremes[rang], baremes[rang + 1] if rang + 1 < len(baremes) else None)
    return True


def _sans_tableau(b: Brouillon, nom: str, raison: str) -> None:
    b.behaviour = Behaviour.CORRECT_PREMISE
    b.dire("avenant_jamais", avenant=nom, raison=raison)
    b.calcules.extend(Decimal(m.replace(",", ".")) for m in _EUROS.findall(raison))
    for autre in b.c.kb.baremes:
        if re.search(rf"{re.escape(autre.avenant)}(?!\d)", raison):
            b.citer(b.c.kb.par_id.get(f"bareme:{autre.id}/1"))
            b.dire("bareme", avenant=autre.avenant, signature=f"{autre.signature:%d/%m/%Y}",
                   effet=f"{autre.date_effet:%d/%m/%Y}", jo=f"{autre.publication_jo:%d/%m/%Y}")


def _applique(b: Brouillon, bareme: Bareme, suivant: Bareme | None) -> None:
    b.dire("bareme", avenant=bareme.avenant, signature=f"{bareme.signature:%d/%m/%Y}",
           effet=f"{bareme.date_effet:%d/%m/%Y}", jo=f"{bareme.publication_jo:%d/%m/%Y}")
    if suivant:
        b.dire("avenant_remplace", avenant=suivant.avenant, effet=f"{suivant.date_effet:%d/%m/%Y}")
    else:
        b.dire("avenant_dernier")
    b.citer(b.c.kb.par_id.get(f"bareme:{bareme.id}/1"))
