"""The passages an answer rests on: the quoted words marked, where they stand, their edition."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import Any

from assistant.classification import plier
from assistant.web.rendu.savoir import Savoir
from assistant.web.rendu.surete import echapper, lien
from assistant.web.textes import Textes

__all__ = ["sources"]

OUVERTES = 2
"""Sources shown at once; the others are folded below."""

AUTOUR = 160
"""Characters of the passage shown on each side of the quote."""


def sources(citations: Sequence[Mapping[str, Any]], t: Textes, savoir: Savoir) -> str:
    """The evidence panel of an answer; "" without citations (nothing stands under a refusal)."""
    if not citations:
        return ""
    cartes = [_source(rang, c, t, savoir) for rang, c in enumerate(citations, 1)]
    reste = cartes[OUVERTES:]
    plie = (
        f'<details class="autres"><summary>{t("sources.autres", nombre=len(reste))}</summary>'
        f"{''.join(reste)}</details>"
        if reste
        else ""
    )
    dit = t("sources.francais") if any(_langue(c) == "fr" for c in citations) else ""
    note = f'<p class="aide">{echapper(dit)}</p>' if dit else ""
    return (
        f'<section class="carte sources"><h3 class="carte-titre">{t("sources.titre")}</h3>'
        f"{note}{''.join(cartes[:OUVERTES])}{plie}</section>"
    )


def _source(rang: int, citation: Mapping[str, Any], t: Textes, savoir: Savoir) -> str:
    citee = str(citation.get("quote") or "")
    entier = savoir.passages.get(str(citation.get("passage")), "")
    lieu = situer(citee, entier)
    texte = _extrait(citee, entier, lieu)
    reste = _passage_entier(entier, lieu, t) if _coupe(entier, lieu) else ""
    langue = _langue(citation)
    entiere = ' class="entiere"' if lieu == (0, len(entier)) else ""
    return (
        f'<figure class="source"><blockquote lang="{langue}"{entiere}>{texte}</blockquote>'
        f"<figcaption>{rang}. {_reference(citation, t)}</figcaption>{reste}</figure>"
    )


def _langue(citation: Mapping[str, Any]) -> str:
    """Rules are restated in both languages, the end of their id says which; the rest is French."""
    return "en" if str(citation.get("passage")).endswith("/en") else "fr"


def _reference(citation: Mapping[str, Any], t: Textes) -> str:
    source, article = str(citation.get("source") or ""), citation.get("article")
    parties = [f"<cite>{echapper(source)}</cite>"]
    if article and str(article) not in source:
        parties.append(echapper(t("calcul.article", article=article)))
    if citation.get("edition"):
        parties.append(echapper(t("sources.edition", date=t.date(citation["edition"]))))
    if citation.get("url"):
        nom = t("sources.legifrance")
        etiquette = f"{nom} : {source} ({t('sources.nouvel_onglet')})"
        ouvrir = f'{echapper(nom)} <span aria-hidden="true">↗</span>'
        parties.append(lien(citation["url"], ouvrir, etiquette))
    avertissement = ""
    if citation.get("superseded_by"):
        texte = t("sources.remplacee", date=t.date(citation["superseded_by"]))
        avertissement = f'<span class="remplacee">{echapper(texte)}</span>'
    return " · ".join(parties) + avertissement


def situer(citee: str, entier: str) -> tuple[int, int] | None:
    """Where the quote stands in its passage (start, end), None when it is not found.

    `localiser` finds it in the folded passage; folding a longer beginning never gives a shorter
    text, so the place in the passage itself can be searched for by halves.
    """
    from assistant.chat.citations import localiser

    lieu = localiser(citee, entier)
    if lieu is None:
        return None
    rangs = range(len(entier) + 1)
    debut = bisect_right(rangs, lieu.debut, key=lambda n: len(plier(entier[:n]))) - 1
    return debut, bisect_left(rangs, lieu.fin, key=lambda n: len(plier(entier[:n])))


def _extrait(citee: str, entier: str, lieu: tuple[int, int] | None) -> str:
    if lieu is None:
        return f"<mark>{echapper(citee)}</mark>"
    debut, fin = lieu
    avant, apres = entier[max(0, debut - AUTOUR) : debut], entier[fin : fin + AUTOUR]
    if debut > AUTOUR:
        avant = "… " + avant.partition(" ")[2]
    if len(entier) > fin + AUTOUR:
        apres = apres.rpartition(" ")[0] + " …"
    return _marque(avant, entier[debut:fin], apres)


def _marque(avant: str, citee: str, apres: str) -> str:
    return f"{echapper(avant.lstrip())}<mark>{echapper(citee)}</mark>{echapper(apres.rstrip())}"


def _coupe(entier: str, lieu: tuple[int, int] | None) -> bool:
    return bool(entier) and (lieu is None or lieu[0] > AUTOUR or len(entier) > lieu[1] + AUTOUR)


def _passage_entier(entier: str, lieu: tuple[int, int] | None, t: Textes) -> str:
    debut, fin = lieu or (0, 0)
    texte = _marque(entier[:debut], entier[debut:fin], entier[fin:]) if lieu else echapper(entier)
    return (
        f'<details class="passage"><summary>{t("sources.passage")}</summary>'
        f'<div class="passage-texte">{texte}</div></details>'
    )
