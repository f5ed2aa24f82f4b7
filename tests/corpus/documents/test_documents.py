"""PDF and DOCX: paragraphs with their page, what is refused and why, what is left aside and said."""

from __future__ import annotations

import io
import os
import zipfile
import zlib
from pathlib import Path

import pytest
from aide_documents import chiffrer, docx, pdf, reecrire

from assistant.corpus.documents import Document, lecture, lire_document
from assistant.corpus.documents.lecture import lire_ici
from assistant.corpus.documents.modeles import depuis_json, en_json, nom_de_document
from assistant.corpus.erreurs import ErreurDeConnaissance

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def lire(tmp_path: Path, octets: bytes, nom: str = "Note RH 2026.pdf") -> Document:
    (tmp_path / nom).write_bytes(octets)
    return lire_ici(tmp_path / nom)


def corps(xml: str) -> bytes:
    return (f'<w:document xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/'
            f'markup-compatibility/2006"><w:body>{xml}</w:body></w:document>').encode()


def test_a_pdf_page_by_page(tmp_path: Path) -> None:
    d = lire(tmp_path, pdf([["Prime de panier :", "versée au mois,", "sur justifi-", "catif.", "- une fois",
                             "- deux fois"], [], ["Congés (été) à l'échelon 6."]]))
    assert d.pages[:2] == ((
        "Prime de panier :", "versée au mois, sur justificatif.", "- une fois", "- deux fois"), ())
    assert d.pages[2] == ("Congés (été) à l'échelon 6.",)
    assert d.avis == ("Page sans texte (image ou page blanche) : 2.",)
    assert (d.nom, d.fichier) == ("note-rh-2026", "Note RH 2026.pdf")
    assert len(d.sha256) == 64


def test_lines_are_put_together_and_words_mended(tmp_path: Path) -> None:
    (page,) = lire(tmp_path, pdf([["versée au mois sur justifi-", "catif de l'employeur.", "• un",
                                   "• deux", "2. trois"]])).pages
    assert page == ("versée au mois sur justificatif de l'employeur.", "• un", "• deux", "2. trois")


def test_a_pdf_under_a_password(tmp_path: Path) -> None:
    with pytest.raises(ErreurDeConnaissance, match="mot de passe"):
        lire(tmp_path, chiffrer(pdf([["Secret."]])))
    assert lire(tmp_path, chiffrer(pdf([["Ouvert."]]), "")).pages == (("Ouvert.",),)


def test_a_scan_says_so(tmp_path: Path) -> None:
    with pytest.raises(ErreurDeConnaissance, match="pages numérisées"):
        lire(tmp_path, pdf([[], []]))


def test_a_stream_that_would_fill_the_memory(tmp_path: Path) -> None:
    flux = zlib.compress(zlib.compress(b"0 " * (100 << 20), 9), 9)
    petit = pdf([["x"]])
    debut, fin = petit.index(b"<< /Length"), petit.index(b"endstream")
    bombe_pdf = (petit[:debut] + b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n"
                 % len(flux) + flux + b"\n" + petit[fin:])
    assert len(bombe_pdf) < 100_000
    with pytest.raises(ErreurDeConnaissance, match="abîmé"):
        lire(tmp_path, bombe_pdf)


def test_too_many_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.corpus.documents.pdf.PAGES", 2)
    with pytest.raises(ErreurDeConnaissance, match="3 pages : on en lit 2 au plus"):
        lire(tmp_path, pdf([["a"]] * 3))
    monkeypatch.setattr("assistant.corpus.documents.limites.TEXTE", 10)
    with pytest.raises(ErreurDeConnaissance, match="découpez"):
        lire(tmp_path, pdf([["onze lettres et plus"]]))


def test_a_docx_with_breaks_and_a_table(tmp_path: Path) -> None:
    d = lire(tmp_path, docx([["Un.", "Deux."], ["Trois\tquatre."]],
                            [["Code", "Échelon"], ["A.6.1", "6"]]), "Accord d'été.docx")
    assert d.pages == (("Un.", "Deux."), ("Trois quatre.", "Code | Échelon", "A.6.1 | 6"))
    assert d.nom == "accord-d-ete"
    assert d.avis == ()


def test_the_pages_word_laid_out_come_first(tmp_path: Path) -> None:
    xml = ('<w:p><w:r><w:t>Un</w:t><w:br w:type="page"/></w:r></w:p>'
           '<w:p><w:r><w:lastRenderedPageBreak/><w:t>Deux</w:t></w:r></w:p>')
    assert lire(tmp_path, reecrire(docx([]), word_document_xml=corps(xml)), "a.docx").pages == (
        ("Un",), ("Deux",))


def test_nothing_of_the_text_is_lost_and_nothing_is_twice(tmp_path: Path) -> None:
    xml = (
        '<w:p><w:hyperlink><w:r><w:t>lien</w:t></w:r></w:hyperlink>'
        '<w:ins><w:r><w:t> ajouté</w:t></w:r></w:ins><w:del><w:r><w:delText> ôté</w:delText></w:r></w:del></w:p>'
        '<w:sdt><w:sdtContent><w:p><w:r><w:t>cadre</w:t></w:r></w:p></w:sdtContent></w:sdt>'
        '<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>boîte</w:t></w:r></w:p>'
        '</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>boîte</w:t></w:r></w:p>'
        '</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>'
        '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>dehors</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r>'
        '<w:t>dedans</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>')
    (page,) = lire(tmp_path, reecrire(docx([]), word_document_xml=corps(xml)), "a.docx").pages
    assert page == ("lien ajouté", "cadre", "boîte", "dehors dedans")


def test_what_is_left_aside_is_said(tmp_path: Path) -> None:
    from docx import Document as NouveauDocx

    document = NouveauDocx()
    document.add_paragraph("Corps.")
    document.sections[0].header.paragraphs[0].text = "En-tête"
    sortie = io.BytesIO()
    document.save(sortie)
    assert lire(tmp_path, sortie.getvalue(), "a.docx").avis == ("Non repris : en-têtes.",)


def bombe(megaoctets: int) -> bytes:
    sortie = io.BytesIO()
    with zipfile.ZipFile(sortie, "w", zipfile.ZIP_DEFLATED) as z, z.open("word/document.xml", "w") as f:
        for _ in range(megaoctets):
            f.write(b" " * (1 << 20))
    return sortie.getvalue()


def test_a_zip_bomb_is_refused_before_it_opens(tmp_path: Path) -> None:
    octets = bombe(300)
    assert len(octets) < 400_000
    with pytest.raises(ErreurDeConnaissance, match=r"300 Mo .*il est refusé"):
        lire(tmp_path, octets, "a.docx")


def test_a_zip_that_lies_about_its_size(tmp_path: Path) -> None:
    octets = bombe(30)
    vrai = (30 << 20).to_bytes(4, "little")
    with pytest.raises(ErreurDeConnaissance, match="abîmé"):
        lire(tmp_path, octets.replace(vrai, (100).to_bytes(4, "little")), "a.docx")


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    xml = (b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
           b'<!ENTITY f SYSTEM "file:///etc/passwd">]>' + corps("<w:p><w:r><w:t>x&b;&f;y</w:t></w:r></w:p>"))
    try:
        d = lire(tmp_path, reecrire(docx([]), word_document_xml=xml), "a.docx")
    except ErreurDeConnaissance:
        return
    assert "root" not in str(d.pages)
    assert d.caracteres < 10


def test_a_docx_without_text(tmp_path: Path) -> None:
    with pytest.raises(ErreurDeConnaissance, match="pas de texte"):
        lire(tmp_path, docx([[]]), "a.docx")


@pytest.mark.parametrize("octets", [b"", b"%PDF-1.4", b"PK\x03\x04", b"bonjour", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_neither(octets: bytes, tmp_path: Path) -> None:
    with pytest.raises(ErreurDeConnaissance):
        lire(tmp_path, octets)


def test_the_reading_process_gives_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf([["Échelon 6."]]))
    assert lire_document(tmp_path / "a.pdf") == lire_ici(tmp_path / "a.pdf")
    (tmp_path / "b.pdf").write_bytes(chiffrer(pdf([["x"]])))
    with pytest.raises(ErreurDeConnaissance, match=r"b\.pdf : ce PDF est chiffré"):
        lire_document(tmp_path / "b.pdf")
    with pytest.raises(ErreurDeConnaissance, match="n'existe pas"):
        lire_document(tmp_path / "absent.pdf")


def test_a_reading_that_lasts_or_grows_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf([["x"]]))
    with pytest.raises(ErreurDeConnaissance, match="a dépassé 0 s"):
        lire_document(tmp_path / "a.pdf", delai=0.01)
    if os.name == "posix":
        faux = tmp_path / "python"
        faux.write_text("#!/bin/sh\nexit 137\n")
        faux.chmod(0o755)
        monkeypatch.setattr(lecture.sys, "executable", str(faux))
        with pytest.raises(ErreurDeConnaissance, match="trop de mémoire"):
            lire_document(tmp_path / "a.pdf")


@pytest.mark.parametrize(
    ("fichier", "nom"),
    [("Note RH 2026.pdf", "note-rh-2026"), ("ÉTÉ.docx", "ete"), (".pdf", "pdf"), ("日本.pdf", "document"),
     ("../x.pdf", "x"), ("a" * 200 + ".pdf", "a" * 60)],
)
def test_names(fichier: str, nom: str) -> None:
    assert nom_de_document(fichier) == nom


def test_json_and_back() -> None:
    d = Document("n", "0" * 64, (("é", "b"), ()), avis=("x",))
    assert depuis_json(en_json(d)) == d
    with pytest.raises(ValueError, match="format"):
        depuis_json(en_json(d).replace(b'"format":1', b'"format":2'))
