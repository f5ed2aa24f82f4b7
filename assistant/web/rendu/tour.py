"""One turn of the conversation: the question, the answer, and what it rests on."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from assistant.web.rendu.calcul import carte_calcul
from assistant.web.rendu.faits import faits_compris
from assistant.web.rendu.savoir import Savoir
from assistant.web.rendu.sources import sources
from assistant.web.rendu.surete import bouton, echapper, texte_riche
from assistant.web.textes import Textes, insecables

__all__ = ["en_attente", "morceaux", "texte_a_copier", "tour", "tour_en_erreur"]

_FIN_DE_PHRASE = re.compile(r"(?<=[.!?…:])\s+(?=\S)|\n+")
MORCEAUX_MAX = 12


def tour(
    numero: int,
    question: str,
    reponse: Mapping[str, Any],
    savoir: Savoir,
    *,
    courant: bool,
    partie: str | None = None,
) -> str:
    """The whole turn; `partie` is the beginning of the answer while it is being shown.

    Only the turn that is `courant` can be acted on (answers, facts, suggestions): the facts are
    those of now. Labels follow the language of the answer.
    """
    t = Textes(str(reponse.get("language")))
    if partie is not None:
        corps = f'<div class="texte">{texte_riche(partie)}</div>'
        return _article(numero, question, f'<div class="reponse">{corps}</div>', t, fini=False)
    actions = _choix(reponse, t) if courant else ""
    suite = _suggestions(reponse.get("suggestions") or (), t) if courant else ""
    texte = f'<div class="texte">{texte_riche(reponse.get("answer") or "")}</div>'
    gauche = f"{texte}{_copier(reponse, t)}"
    preuves = _preuves(reponse, t, savoir, courant)
    corps = f'<div class="reponse">{gauche}{actions}</div>{preuves}{suite}'
    return _article(numero, question, corps, t, fini=True, annonce=str(reponse.get("answer") or ""))


def en_attente(numero: int, question: str, dit: str, t: Textes) -> str:
    """The turn while the answer is being worked out and verified; `dit` says so."""
    points = '<span class="points" aria-hidden="true"><i></i><i></i><i></i></span>'
    corps = f'<div class="reponse"><p class="cherche">{echapper(dit)} {points}</p></div>'
    return _article(numero, question, corps, t, fini=False)


def tour_en_erreur(numero: int, question: str, erreur: str, t: Textes) -> str:
    """A question that got no answer: why (`erreur`, else our own words), and another try."""
    phrase = erreur or t("avis.panne")
    refaire = bouton("choix", "demander", t("avis.refaire"), texte=question)
    corps = (
        f'<div class="reponse"><div class="avis erreur"><p>{echapper(phrase)}</p></div>'
        f'<div class="choisir">{refaire}</div></div>'
    )
    return _article(numero, question, corps, t, fini=True, annonce=phrase)


def _article(
    numero: int, question: str, corps: str, t: Textes, *, fini: bool, annonce: str = ""
) -> str:
    dit = echapper(t("tour.fini", texte=annonce)) if annonce else ""
    classe = "corps" if 'class="calculs' in corps else "corps seule"
    return (
        f'<article class="tour" lang="{t.langue}" data-tour="{numero}" data-annonce="{dit}"'
        f' aria-busy="{"false" if fini else "true"}">'
        f'<h2 class="question"><span class="qui">{t("tour.vous")}</span>'
        f'<span class="dit">{echapper(question)}</span></h2>'
        f'<div class="{classe}">{corps}</div></article>'
    )


def _preuves(reponse: Mapping[str, Any], t: Textes, savoir: Savoir, courant: bool) -> str:
    """Calculation and facts, then the sources; folded into one under a past answer."""
    situation = reponse.get("situation") or {}
    calcul = carte_calcul(reponse, t) + faits_compris(situation, t, savoir, modifiable=courant)
    citees = sources(reponse.get("citations") or (), t, savoir)
    if not courant:
        plie = f"<summary>{t('tour.preuves')}</summary>{calcul}{citees}"
        return f'<details class="calculs pliees">{plie}</details>' if calcul or citees else ""
    droite = f'<div class="calculs">{calcul}</div>' if calcul else ""
    return droite + (f'<div class="citees">{citees}</div>' if citees else "")


def _choix(reponse: Mapping[str, Any], t: Textes) -> str:
    """The closed answers to the first missing fact, with its question where the text lacks it."""
    manques = reponse.get("missing") or ()
    if not manques or not manques[0].get("choix"):
        return ""
    premier = manques[0]
    boutons = "".join(
        bouton("choix", "repondre", echapper(choix), valeur=choix) for choix in premier["choix"]
    )
    question = premier.get("question") or t("tour.repondre")
    posee = question in str(reponse.get("answer") or "")
    dite = "" if posee else f'<p class="a-repondre">{echapper(insecables(question))}</p>'
    groupe = f'role="group" aria-label="{echapper(question)}"'
    return f'<div class="choisir" {groupe}>{dite}{boutons}</div>'


def _suggestions(suggestions: Sequence[str], t: Textes) -> str:
    if not suggestions:
        return ""
    boutons = [bouton("suggestion", "demander", echapper(s), texte=s) for s in suggestions]
    points = "".join(f"<li>{b}</li>" for b in boutons)
    titre = f"<h3>{t('tour.suggestions')}</h3>"
    return f'<div class="suite">{titre}<ul class="suggestions">{points}</ul></div>'


def _copier(reponse: Mapping[str, Any], t: Textes) -> str:
    texte = texte_a_copier(reponse, t)
    geste = bouton("copier", "copier", t("tour.copier"), texte=texte, fait=t("tour.copie"))
    return f'<p class="gestes">{geste}</p>'


def texte_a_copier(reponse: Mapping[str, Any], t: Textes) -> str:
    """The answer as plain text, with where its sources stand and what it is worth."""
    lignes = [str(reponse.get("answer") or "").strip()]
    citations = reponse.get("citations") or ()
    if citations:
        lignes += ["", t("tour.sources_copie")]
        lignes += [
            "- " + ", ".join(str(c[n]) for n in ("source", "edition", "url") if c.get(n))
            for c in citations
        ]
    return "\n".join([*lignes, "", t("page.limites")])


def morceaux(texte: str) -> list[str]:
    """Growing beginnings of an answer, cut between sentences; the last one is the whole text."""
    coupes = [m.start() for m in _FIN_DE_PHRASE.finditer(texte.strip())]
    pas = max(1, -(-len(coupes) // (MORCEAUX_MAX - 1)))
    return [texte.strip()[:fin] for fin in coupes[::pas]] + [texte.strip()]
