"""Small PDF and DOCX files, made here."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from docx import Document as NouveauDocx
from docx.enum.text import WD_BREAK

__all__ = ["chiffrer", "docx", "pdf", "reecrire"]


def pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """A PDF whose pages hold these lines; a page without lines is empty, like a scan's."""
    objets = [b"<< /Type /Catalog /Pages 2 0 R >>", b"",
              b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    enfants = []
    for lignes in pages:
        texte = b" ".join(b"(" + ligne.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)")
                          + b") Tj T*" for ligne in lignes)
        flux = b"BT /F1 12 Tf 14 TL 50 780 Td " + texte + b" ET"
        objets.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(flux), flux))
        objets.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
                      b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objets))
        enfants.append(b"%d 0 R" % len(objets))
    objets[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(enfants), b" ".join(enfants))
    sortie, places = io.BytesIO(), []
    sortie.write(b"%PDF-1.4\n")
    for numero, objet in enumerate(objets, 1):
        places.append(sortie.tell())
        sortie.write(b"%d 0 obj\n%s\nendobj\n" % (numero, objet))
    table = sortie.tell()
    sortie.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objets) + 1))
    sortie.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    sortie.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
                 % (len(objets) + 1, table))
    return sortie.getvalue()


def chiffrer(octets: bytes, mot: str = "secret") -> bytes:
    """The same PDF under a password (RC4; "" opens without one)."""
    from pypdf import PdfReader, PdfWriter

    ecrivain = PdfWriter(clone_from=PdfReader(io.BytesIO(octets)))
    ecrivain.encrypt(mot, "proprietaire", algorithm="RC4-128")
    sortie = io.BytesIO()
    ecrivain.write(sortie)
    return sortie.getvalue()


def docx(pages: Sequence[Sequence[str]], tableau: Sequence[Sequence[str]] = ()) -> bytes:
    """A DOCX with a manual break between pages, and a table at the end."""
    document = NouveauDocx()
    for rang, paragraphes in enumerate(pages):
        for numero, texte in enumerate(paragraphes):
            p = document.add_paragraph()
            if rang and not numero:
                p.add_run().add_break(WD_BREAK.PAGE)
            p.add_run(texte)
    if tableau:
        grille = document.add_table(len(tableau), len(tableau[0]))
        for rangee, cellules in zip(grille.rows, tableau, strict=True):
            for cellule, texte in zip(rangee.cells, cellules, strict=True):
                cellule.text = texte
    sortie = io.BytesIO()
    document.save(sortie)
    return sortie.getvalue()


def reecrire(octets: bytes, **parties: bytes) -> bytes:
    """A DOCX with parts replaced or added; "word_document_xml" names word/document.xml."""
    noms = {n.replace("_", "/", 1)[::-1].replace("_", ".", 1)[::-1]: o for n, o in parties.items()}
    sortie = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(octets)) as avant, zipfile.ZipFile(
        sortie, "w", zipfile.ZIP_DEFLATED
    ) as apres:
        for nom in avant.namelist():
            if nom not in noms:
                apres.writestr(nom, avant.read(nom))
        for nom, contenu in noms.items():
            apres.writestr(nom, contenu)
    return sortie.getvalue()
