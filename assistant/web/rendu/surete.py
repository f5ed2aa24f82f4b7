"""From data to HTML without letting data act: escaping, safe links, plain text with lists."""

import html
import re
import unicodedata
from urllib.parse import urlsplit

from assistant.web.textes import insecables

__all__ = ["bouton", "echapper", "lien", "texte_riche"]

_GRAS = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_PUCE = re.compile(r"^\s*(?:[-•*–]|\d{1,2}[.)])\s+")
_NUMERO = re.compile(r"^\s*\d{1,2}[.)]\s")


def echapper(texte: object) -> str:
    """Text that a browser shows and never obeys, in an element or a quoted attribute.

    Control and direction characters, which could hide or turn words round, are dropped.
    """
    brut = str(texte)
    propre = "".join(c for c in brut if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf"))
    return html.escape(propre, quote=True)


def lien(url: object, texte: str, etiquette: str = "") -> str:
    """A link that opens in a new tab; only its text when `url` is no web address.

    `texte` is HTML already; `etiquette` is plain, read out instead of the text.
    """
    if not _adresse_web(url):
        return texte
    lu = f' aria-label="{echapper(etiquette)}"' if etiquette else ""
    adresse = echapper(url)
    return f'<a href="{adresse}" target="_blank" rel="noopener noreferrer"{lu}>{texte}</a>'


def _adresse_web(url: object) -> bool:
    try:
        morceaux = urlsplit(str(url or ""))
    except ValueError:
        return False
    return morceaux.scheme in ("https", "http") and bool(morceaux.netloc)


def bouton(
    classe: str, action: str, contenu: str, etiquette: str = "", /, **donnees: object
) -> str:
    """A button that `page.js` turns into an event carrying `action` and these values."""
    valeurs = {"action": action, **donnees}
    attributs = "".join(f' data-{nom}="{echapper(v)}"' for nom, v in valeurs.items())
    lu = f' aria-label="{echapper(etiquette)}"' if etiquette else ""
    return f'<button type="button" class="{classe}"{attributs}{lu}>{contenu}</button>'


def texte_riche(texte: object) -> str:
    """Paragraphs, lists and **bold** of an answer; any other markup is shown as written."""
    blocs = re.split(r"\n\s*\n", str(texte).strip())
    return "".join(_bloc(bloc.split("\n")) for bloc in blocs if bloc.strip())


def _bloc(lignes: list[str]) -> str:
    rendu, liste = [], list[str]()
    for ligne in [*lignes, ""]:
        if _PUCE.match(ligne):
            liste.append(ligne)
            continue
        if liste:
            rendu.append(_liste(liste))
            liste = []
        if ligne.strip():
            rendu.append(f"<p>{_gras(ligne.strip())}</p>")
    return "".join(rendu)


def _liste(lignes: list[str]) -> str:
    balise = "ol" if all(_NUMERO.match(ligne) for ligne in lignes) else "ul"
    points = "".join(f"<li>{_gras(_PUCE.sub('', ligne))}</li>" for ligne in lignes)
    return f"<{balise}>{points}</{balise}>"


def _gras(texte: str) -> str:
    return _GRAS.sub(r"<strong>\1</strong>", echapper(insecables(texte)))
