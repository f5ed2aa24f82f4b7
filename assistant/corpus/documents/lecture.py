"""Reading a document in a process of its own, which may not take all the time or memory."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

from assistant.corpus.documents.limites import OCTETS
from assistant.corpus.documents.modeles import Document, nom_de_document
from assistant.corpus.erreurs import ErreurDeConnaissance
from assistant.corpus.fichiers import lire_octets

__all__ = ["DELAI", "MEMOIRE", "lire_document", "lire_ici"]

DELAI = 180.0
"""Seconds the reading of one document may take."""
MEMOIRE = 2 << 30
"""Bytes of address space it may take, where the system can limit them."""


def lire_ici(fichier: Path) -> Document:
    """Read a PDF or DOCX in this process; raises ErreurDeConnaissance."""
    octets = _octets(fichier)
    if b"%PDF-" in octets[:1024]:
        from assistant.corpus.documents.pdf import lire_pdf as lire
    elif octets[:4] == b"PK\x03\x04":
        from assistant.corpus.documents.docx import lire_docx as lire
    else:
        raise ErreurDeConnaissance(fichier, "ce n'est ni un PDF ni un document Word (.docx)")
    pages, avis = lire(fichier, octets)
    somme = hashlib.sha256(octets).hexdigest()
    return Document(nom_de_document(fichier.name), somme, pages, fichier.name, avis)


def lire_document(fichier: Path, delai: float = DELAI) -> Document:
    """Read a PDF or DOCX in a process of its own, ended after ``delai`` seconds.

    A file made to exhaust whoever reads it stops there. Raises ErreurDeConnaissance.
    """
    commande = [sys.executable, "-m", "assistant.corpus.documents", str(fichier.resolve())]
    try:
        fini = subprocess.run(
            commande, capture_output=True, timeout=delai, stdin=subprocess.DEVNULL, check=False,
            cwd=Path(__file__).resolve().parents[3],
        )
    except subprocess.TimeoutExpired:
        raise ErreurDeConnaissance(
            fichier, f"la lecture a dépassé {delai:.0f} s : le fichier est abîmé ou démesuré"
        ) from None
    try:
        lu = json.loads(fini.stdout)
    except ValueError:
        raise ErreurDeConnaissance(
            fichier, "la lecture s'est arrêtée : le fichier est abîmé ou demande trop de mémoire"
        ) from None
    if "erreur" in lu:
        raise ErreurDeConnaissance(fichier, lu["erreur"])
    pages = tuple(tuple(page) for page in lu["pages"])
    return Document(lu["nom"], lu["sha256"], pages, fichier.name, tuple(lu["avis"]))


def _octets(fichier: Path) -> bytes:
    return lire_octets(fichier, OCTETS, f"le fichier dépasse {OCTETS >> 20} Mo")
