"""PDF → paragraphs by page, with pypdf."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.corpus.documents.limites import (
    MARGE_GLYPHES,
    PAGES,
    nettoyer,
    refuser_un_texte_trop_long,
)
from assistant.corpus.erreurs import ErreurDeConnaissance

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

__all__ = ["lire_pdf"]

_FIN_DE_PHRASE = re.compile(r"[.;:!?»)]$")
_PUCE = re.compile(r"^(?:[-*•–▪◦·]|\d{1,2}[.)/]|[a-z][.)])\s")


def lire_pdf(fichier: Path, octets: bytes) -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]:
    """Paragraphs by page, and in French what was left aside.

    Raises ErreurDeConnaissance: no PDF, encrypted, damaged, too long, without any text.
    """
    with _dire_les_defauts(fichier):
        lecteur = _ouvrir(fichier, octets)
        nombre = len(lecteur.pages)
        if nombre > PAGES:
            raise ErreurDeConnaissance(fichier, f"{nombre} pages : on en lit {PAGES} au plus")
        pages, illisibles = _lire_les_pages(fichier, lecteur, nombre)
    if not any(pages):
        raise ErreurDeConnaissance(
            fichier, "ce PDF ne contient pas de texte, sans doute des pages numérisées. Passez-le "
            "d'abord à la reconnaissance de caractères (OCR)" if not illisibles else
            "aucune page de ce PDF n'a pu être lue : le fichier est abîmé",
        )
    return pages, tuple(_avis(pages, illisibles))


def _ouvrir(fichier: Path, octets: bytes) -> PdfReader:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    lecteur = PdfReader(BytesIO(octets))
    if lecteur.is_encrypted:
        try:
            ouvert = bool(lecteur.decrypt(""))
        except (DependencyError, NotImplementedError):
            ouvert = False
        if not ouvert:
            raise ErreurDeConnaissance(
                fichier, "ce PDF est chiffré ou protégé par un mot de passe. Enregistrez-le sans "
                "protection, puis importez cette copie",
            )
    return lecteur


def _lire_les_pages(
    fichier: Path, lecteur: PdfReader, nombre: int
) -> tuple[tuple[tuple[str, ...], ...], list[int]]:
    """A page that cannot be read counts as empty, and its number is told."""
    pages: list[tuple[str, ...]] = []
    illisibles: list[int] = []
    longueur = 0
    for rang in range(nombre):
        try:
            brut = _texte(lecteur.pages[rang])
        except (MemoryError, KeyboardInterrupt):
            raise
        except Exception:  # pypdf lets many kinds out of a damaged page
            brut = None
        pages.append(() if brut is None else tuple(_paragraphes(brut)))
        if brut is None:
            illisibles.append(rang + 1)
        longueur += sum(map(len, pages[-1]))
        refuser_un_texte_trop_long(fichier, longueur)
    return tuple(pages), illisibles


def _texte(page: PageObject) -> str | None:
    """The text of a page, None when what comes out is no text (fonts without a mapping)."""
    texte = page.extract_text()
    visibles = [c for c in texte if not c.isspace()]
    mauvais = sum(c == "\ufffd" or not c.isprintable() for c in visibles)
    return None if visibles and mauvais > MARGE_GLYPHES * len(visibles) else texte


def _paragraphes(texte: str) -> Iterator[str]:
    """Lines put together: a paragraph ends at an empty line, a bullet, or a full stop."""
    en_cours: list[str] = []
    for brute in (*texte.split("\n"), ""):
        ligne = nettoyer(brute)
        if en_cours and (not ligne or _PUCE.match(ligne) or _FIN_DE_PHRASE.search(en_cours[-1])):
            yield _recoller(en_cours)
            en_cours = []
        if ligne:
            en_cours.append(ligne)


def _recoller(lignes: list[str]) -> str:
    """Lines as one text; a word cut by a hyphen at the end of a line is put together again."""
    texte = lignes[0]
    for ligne in lignes[1:]:
        coupe = re.search(r"\w-$", texte) and ligne[:1].islower()
        texte = texte[:-1] + ligne if coupe else f"{texte} {ligne}"
    return texte


def _avis(pages: tuple[tuple[str, ...], ...], illisibles: list[int]) -> Iterator[str]:
    vides = [n for n, page in enumerate(pages, 1) if not page and n not in illisibles]
    for numeros, quoi in ((illisibles, "illisible"), (vides, "sans texte (image ou page blanche)")):
        if numeros:
            debut = ", ".join(map(str, numeros[:10])) + (", …" if len(numeros) > 10 else "")
            nom = "Page" if len(numeros) == 1 else f"{len(numeros)} pages"
            yield f"{nom} {quoi} : {debut}."


@contextmanager
def _dire_les_defauts(fichier: Path) -> Iterator[None]:
    """Silence pypdf's log, and turn whatever a damaged file makes it raise into our error."""
    journal = logging.getLogger("pypdf")
    niveau = journal.level
    journal.setLevel(logging.CRITICAL)
    try:
        yield
    except (ErreurDeConnaissance, KeyboardInterrupt):
        raise
    except MemoryError:
        raise ErreurDeConnaissance(fichier, "ce PDF est trop lourd à décompresser") from None
    except Exception as exc:  # the reader of a damaged file may raise nearly anything
        raise ErreurDeConnaissance(
            fichier, f"ce PDF est abîmé ou incomplet ({type(exc).__name__})"
        ) from exc
    finally:
        journal.setLevel(niveau)
