"""DOCX → paragraphs by page, with python-docx."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from assistant.corpus.documents.limites import (
    OCTETS_DECOMPRESSES,
    PAGES,
    nettoyer,
    refuser_un_texte_trop_long,
)
from assistant.corpus.erreurs import ErreurDeConnaissance

__all__ = ["lire_docx"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PARTIES_MAX = 5_000
_AUTRES = {
    "footnotes": "notes de bas de page",
    "endnotes": "notes de fin",
    "header": "en-têtes",
    "footer": "pieds de page",
    "comments": "commentaires",
}


def lire_docx(fichier: Path, octets: bytes) -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]:
    """Paragraphs by page, and in French what was left aside.

    A table gives one paragraph a row, cells joined by " | ". Pages are those Word last laid
    out, or the manual page breaks; a document without either has one page. Raises
    ErreurDeConnaissance: no DOCX, a zip bomb, encrypted, damaged, without any text.
    """
    _controler_l_archive(fichier, octets)
    try:
        from docx import Document as ouvrir

        document = ouvrir(BytesIO(octets))
        pages = tuple(_pages(fichier, document.element.body))
        autres = tuple(_laisses_de_cote(document))
    except (ErreurDeConnaissance, KeyboardInterrupt):
        raise
    except MemoryError:
        raise ErreurDeConnaissance(fichier, "ce document est trop lourd à lire") from None
    except Exception as exc:  # python-docx and lxml let many kinds out of a damaged file
        raise ErreurDeConnaissance(
            fichier, f"ce document Word est abîmé ou incomplet ({type(exc).__name__})"
        ) from exc
    if not any(pages):
        raise ErreurDeConnaissance(fichier, "ce document Word ne contient pas de texte")
    return pages, autres


def _controler_l_archive(fichier: Path, octets: bytes) -> None:
    """Refuse, before anything is decompressed, an archive that would grow beyond the limit.

    `zipfile` reads no more of a member than the size its directory tells.
    """
    try:
        with zipfile.ZipFile(BytesIO(octets)) as archive:
            membres = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as exc:
        raise ErreurDeConnaissance(fichier, "ce n'est pas un document Word lisible") from exc
    total = sum(m.file_size for m in membres)
    if total > OCTETS_DECOMPRESSES or len(membres) > _PARTIES_MAX:
        raise ErreurDeConnaissance(
            fichier, f"ce document Word donnerait {total >> 20} Mo en {len(membres)} morceaux une "
            f"fois décompressé (au plus {OCTETS_DECOMPRESSES >> 20} Mo) : il est refusé",
        )
    if any(m.flag_bits & 1 for m in membres):
        raise ErreurDeConnaissance(
            fichier, "ce document Word est chiffré : enregistrez-le sans mot de passe"
        )


def _pages(fichier: Path, corps: Any) -> Iterator[tuple[str, ...]]:
    """Walk the body in the order of the text, cutting at page breaks."""
    rendus = next(corps.iter(f"{_W}lastRenderedPageBreak"), None) is not None
    page: list[str] = []
    nombre, longueur = 1, 0
    for texte, coupures in _blocs(corps, rendus):
        morceaux = texte.split("\f") if coupures else [texte]
        for rang, morceau in enumerate(morceaux):
            if rang:
                yield tuple(page)
                page, nombre = [], nombre + 1
            if propre := nettoyer(morceau):
                page.append(propre)
                longueur += len(propre)
        refuser_un_texte_trop_long(fichier, longueur)
        if nombre > PAGES:
            raise ErreurDeConnaissance(fichier, f"plus de {PAGES} pages : découpez le document")
    yield tuple(page)


def _blocs(corps: Any, rendus: bool) -> Iterator[tuple[str, int]]:
    """Paragraphs and table rows as text, page breaks marked by form feeds, and their number."""
    for bloc in corps:
        if bloc.tag == f"{_W}p":
            texte = _texte(bloc, rendus)
            yield texte, texte.count("\f")
        elif bloc.tag == f"{_W}tbl":
            yield from _rangees(bloc, rendus)
        elif bloc.tag in (f"{_W}sdt", f"{_W}ins", f"{_W}customXml"):  # boxes around blocks
            contenu = bloc.find(f"{_W}sdtContent") if bloc.tag == f"{_W}sdt" else bloc
            if contenu is not None:
                yield from _blocs(contenu, rendus)


def _rangees(tableau: Any, rendus: bool) -> Iterator[tuple[str, int]]:
    for rangee in tableau.iter(f"{_W}tr"):
        if next(rangee.iterancestors(f"{_W}tbl")) is not tableau:
            continue  # of a table inside a cell: read with that cell
        cellules = [
            " ".join(_texte(p, rendus) for p in c.iter(f"{_W}p") if not _dans_un_cadre(p))
            for c in rangee.iter(f"{_W}tc")
            if next(c.iterancestors(f"{_W}tbl")) is tableau
        ]
        fin = "".join(cellules).count("\f")  # a break inside a row opens the page of the next one
        propres = (nettoyer(c.replace("\f", " ")) for c in cellules)
        yield " | ".join(filter(None, propres)) + "\f" * fin, fin


def _dans_un_cadre(paragraphe: Any) -> bool:
    """True in a text box: the paragraph that anchors it has its text already."""
    return next(paragraphe.iterancestors(f"{_W}p"), None) is not None


def _texte(paragraphe: Any, rendus: bool) -> str:
    """The text of a paragraph, deleted text and the fallback copies of drawings left out."""
    morceaux: list[str] = []
    pile = [iter(paragraphe)]
    while pile:
        noeud = next(pile[-1], None)
        if noeud is None:
            pile.pop()
        elif noeud.tag == f"{_W}t":
            morceaux.append(noeud.text or "")
        elif noeud.tag in (f"{_W}tab", f"{_W}cr"):
            morceaux.append(" ")
        elif noeud.tag == f"{_W}noBreakHyphen":
            morceaux.append("-")
        elif noeud.tag == f"{_W}br":
            manuel = noeud.get(f"{_W}type") == "page" and not rendus
            morceaux.append("\f" if manuel else " ")
        elif noeud.tag == f"{_W}lastRenderedPageBreak":
            morceaux.append("\f")
        elif noeud.tag not in (f"{_W}del", f"{_W}moveFrom", f"{_MC}Fallback", f"{_W}pPr"):
            pile.append(iter(noeud))
            if noeud.tag == f"{_W}p":  # the paragraph of a text box
                morceaux.append(" ")
    return "".join(morceaux)


def _laisses_de_cote(document: Any) -> Iterator[str]:
    """What a document holds besides its text, told so that nothing is lost in silence."""
    trouves: dict[str, int] = {}
    for partie in document.part.package.iter_parts():
        nom = str(partie.partname).rsplit("/", 1)[-1]
        quoi = next((q for debut, q in _AUTRES.items() if nom.startswith(debut)), None)
        if quoi and _a_du_texte(partie.blob):
            trouves[quoi] = trouves.get(quoi, 0) + 1
    if trouves:
        yield f"Non repris : {', '.join(sorted(trouves))}."
    images = len(document.element.body.findall(f".//{_W}drawing"))
    if images:
        yield f"Images non lues : {images}."


def _a_du_texte(xml: bytes) -> bool:
    from docx.oxml import parse_xml

    arbre: Any = parse_xml(xml)
    return any((t.text or "").strip() for t in arbre.iter(f"{_W}t"))
