"""Ways to spoil a file: bytes, values of a JSON, articles made to hurt whoever reads them."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator
from typing import Any

__all__ = [
    "ARTICLES",
    "alterer_la_convention",
    "alterer_les_octets",
    "alterer_un_article",
    "alterer_une_fiche",
]

_ENCODAGES = ("utf-16", "utf-16-le", "utf-32", "latin-1", "cp1252", "utf-8-sig", "cp437")


def alterer_les_octets(hasard: random.Random, octets: bytes) -> bytes:
    """Cut, turn bits, take out, put in, repeat, or write in another encoding."""
    genre = hasard.randrange(8)
    ici = hasard.randrange(len(octets))
    if genre == 0:
        return octets[:ici]
    if genre in (1, 2):
        return _bits(hasard, octets, 1 if genre == 1 else 30)
    longueur = hasard.choice((1, 2, 10, 300))
    if genre == 3:
        return octets[:ici] + octets[ici + longueur :]
    if genre == 4:
        return octets[:ici] + hasard.randbytes(longueur) + octets[ici:]
    if genre == 5:
        return octets[:ici] + octets[ici : ici + longueur] * hasard.choice((2, 50)) + octets[ici:]
    if genre == 6:
        texte = octets.decode("utf-8", "replace")
        return texte.encode(hasard.choice(_ENCODAGES), "replace")
    avant, apres = hasard.choice(((b"0", b"9"), (b'"', b"'"), (b":", b"="), (b"<", b"&lt;"),
                                  (b" ", b"\xc2\xa0"), (b"e", b"\xc3\xa9"), (b"\n", b"\r\n")))
    return octets.replace(avant, apres, hasard.choice((1, -1)))


def _bits(hasard: random.Random, octets: bytes, nombre: int) -> bytes:
    copie = bytearray(octets)
    for _ in range(nombre):
        copie[hasard.randrange(len(copie))] ^= 1 << hasard.randrange(8)
    return bytes(copie)


def _articles(noeud: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if noeud.get("type") == "article":
        yield noeud
    for enfant in noeud.get("children", ()):
        yield from _articles(enfant)


def _n_importe_quoi(hasard: random.Random) -> Any:
    return hasard.choice((
        None, 0, -1, 10**30, 1.5, True, "", " ", [], {}, [[]], "\0", "\ud800", "é" * 3000,
        "<p>" * 300, "1. Dénomination", "A.6.1", "99/99/9999", ["x"] * 100, {"a": {"b": []}},
        hasard.choice(tuple(ARTICLES.values()))() if hasard.random() < 0.05 else "<table>",
    ))


def alterer_un_article(
    hasard: random.Random, convention: dict[str, Any]
) -> tuple[dict[str, Any], str]:
    """One article's data spoilt; the agreement, and the id the article had."""
    noeud = hasard.choice(list(_articles(convention)))
    donnees, nom = noeud["data"], str(noeud["data"]["id"])
    if hasard.random() < 0.1:
        noeud["data"] = _n_importe_quoi(hasard)
        return convention, nom
    cle = hasard.choice([*donnees, "content", "children", "etat"])
    genre = hasard.randrange(4)
    if genre == 0:
        donnees.pop(cle, None)
    elif genre == 1 and isinstance(donnees.get(cle), str) and donnees[cle]:
        texte = donnees[cle]
        ici = hasard.randrange(len(texte))
        donnees[cle] = texte[:ici] + hasard.choice(("", "<", ">", "&", "\n\n", "</p>", "\u2005")) + (
            texte[ici + hasard.randrange(20) :])
    else:
        donnees[cle] = _n_importe_quoi(hasard)
    return convention, nom


def alterer_la_convention(hasard: random.Random, convention: dict[str, Any]) -> Any:
    """One to three nodes spoilt: retyped, taken out, doubled, turned round, nested deep."""
    for _ in range(hasard.randrange(1, 4)):
        noeud = hasard.choice([n for n in _noeuds(convention) if isinstance(n, dict)])
        cle = hasard.choice([*noeud, "type", "children", "data"])
        genre = hasard.randrange(5)
        if genre == 0:
            noeud.pop(cle, None)
        elif genre == 1:
            noeud[cle] = _n_importe_quoi(hasard)
        elif genre == 2 and isinstance(noeud.get("children"), list):
            noeud["children"] += copy.deepcopy(noeud["children"][:2])
        elif genre == 3 and isinstance(noeud.get("children"), list):
            noeud["children"].reverse()
        elif isinstance(noeud.get("children"), list):
            for _ in range(hasard.choice((2, 60))):
                noeud["children"] = [{"type": "section", "data": {}, "children": noeud["children"]}]
    return convention


def _noeuds(noeud: Any) -> Iterator[Any]:
    yield noeud
    enfants = noeud.get("children") if isinstance(noeud, dict) else None
    for enfant in enfants if isinstance(enfants, list) else ():
        yield from _noeuds(enfant)


def alterer_une_fiche(hasard: random.Random, texte: str) -> bytes:
    """Lines taken out, doubled, moved, spoilt; or bytes."""
    if hasard.random() < 0.3:
        return alterer_les_octets(hasard, texte.encode())
    lignes = texte.split("\n")
    for _ in range(hasard.randrange(1, 5)):
        ici = hasard.randrange(len(lignes))
        genre = hasard.randrange(5)
        if genre == 0:
            del lignes[ici]
        elif genre == 1:
            lignes.insert(ici, lignes[ici])
        elif genre == 2:
            la_bas = hasard.randrange(len(lignes))
            lignes[ici], lignes[la_bas] = lignes[la_bas], lignes[ici]
        elif genre == 3:
            lignes.insert(ici, hasard.choice((
                "---", "code: B.3.1", "```", "> " * 200, "[" * 400, "### 9/ Autre :", "\t" * 50 + "x",
                "* " * 100, "<script>", "| a | b |\n" * 200, "#" * 50, "\0", "é" * 5000)))
        else:
            lignes[ici] = lignes[ici][: hasard.randrange(5)]
    return "\n".join(lignes).encode()


def _tableau(lignes: int, colonnes: int) -> str:
    return "<table>" + f"<tr>{'<td>cellule</td>' * colonnes}</tr>" * lignes + "</table>"


ARTICLES: dict[str, Callable[[], str]] = {
    "a table of 100,000 cells": lambda: _tableau(1000, 100),
    "a table in a table, 200 deep": lambda: "<table><tr><td>" * 200 + "x",
    "20,000 tags never closed": lambda: "<p><b>" * 10_000,
    "20,000 closing tags": lambda: "</p></b>" * 10_000,
    "a paragraph of 2 MB": lambda: f"<p>{'mot ' * 500_000}</p>",
    "2 MB without a space": lambda: "x" * 2_000_000,
    "100,000 spaces of all kinds": lambda: "<p>1. Dénomination" + "\u2005\u202f \xa0" * 25_000 + "</p>",
    "100,000 entities": lambda: "&eacute;&#0;&#x110000;&nosuch;" * 25_000,
    "30,000 list dashes": lambda: "<p>" + "– ;<br/>" * 30_000 + "</p>",
    "5,000 headings of a fiche": lambda: "<p>1. Dénomination de la qualification :</p>" * 5_000,
    "5,000 numbers": lambda: "".join(f"<p>{n}. x</p>" for n in range(5_000)),
    "comments and CDATA never closed": lambda: "<!-- <![CDATA[ <? " * 3_000,
    "attributes without end": lambda: "<p " + 'a="b" ' * 50_000,
    "nothing but NUL": lambda: "\0" * 100_000,
    "digits and dots": lambda: "A." + "9." * 100_000,
    "slashes and degrees": lambda: "<p>échelon : " + "10/11/" * 50_000 + "</p>",
}
