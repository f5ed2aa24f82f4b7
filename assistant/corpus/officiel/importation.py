"""What a user hands over → `Apports`: KALI JSON, Markdown fiche, PDF, DOCX, told by content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from assistant.corpus.documents import Document, lire_document
from assistant.corpus.erreurs import ErreurDeConnaissance
from assistant.corpus.fichiers import illisible
from assistant.corpus.officiel.entreprise import FicheEntreprise, lire_fiche_entreprise
from assistant.corpus.officiel.fabrication import Apports
from assistant.corpus.officiel.modeles import Lecture

__all__ = ["genre_de", "lire_apports"]

_OLE = b"\xd0\xcf\x11\xe0"  # Word 97-2003, and encrypted documents of later Words
_TEXTES = {".md", ".markdown", ".txt"}
_KALI_MAX = 100 << 20
_ABIMES = {
    ".docx": "ce document Word est abîmé : ce qu'il contient n'est pas du .docx",
    ".pdf": "ce PDF est abîmé : ce qu'il contient n'est pas du PDF",
}


def genre_de(fichier: Path) -> str:
    """"kali", "fiche", "pdf" or "docx", by the first bytes, the suffix deciding for text only.

    Raises ErreurDeConnaissance for anything else, with what to do.
    """
    try:
        with fichier.open("rb") as f:
            debut = f.read(1024)
    except OSError as erreur:
        raise ErreurDeConnaissance(fichier, illisible(erreur)) from None
    if not debut.strip():
        raise ErreurDeConnaissance(fichier, "le fichier est vide")
    if b"%PDF-" in debut:
        return "pdf"
    if debut[:4] == b"PK\x03\x04":
        return "docx"
    if debut[:4] == _OLE:
        raise ErreurDeConnaissance(
            fichier, "c'est un document Word ancien ou protégé par un mot de passe : enregistrez-le "
            "en .docx, sans protection",
        )
    if fichier.suffix.lower() == ".json" or debut.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (
        b"{", b"["
    ):
        return "kali"
    if fichier.suffix.lower() in _TEXTES:
        return "fiche"
    if (abime := _ABIMES.get(fichier.suffix.lower())) is not None:
        raise ErreurDeConnaissance(fichier, abime)
    raise ErreurDeConnaissance(
        fichier, "ce genre de fichier ne s'importe pas : on attend le fichier KALI (.json), une "
        "fiche en Markdown (.md), un PDF ou un document Word (.docx)",
    )


def lire_apports(fichiers: Sequence[Path], code: str | None = None) -> Apports:
    """Read files to import, all or none; ``code``: of the one Markdown fiche.

    Raises ErreurDeConnaissance, also for two files of the same fiche or document.
    """
    lecture: Lecture | None = None
    fiches: dict[str, FicheEntreprise] = {}
    documents: dict[str, Document] = {}
    for fichier in fichiers:
        genre = genre_de(fichier)
        if genre == "kali":
            if lecture is not None:
                raise ErreurDeConnaissance(fichier, "un seul fichier KALI peut être importé")
            lecture = _kali(fichier)
        elif genre == "fiche":
            fiche = lire_fiche_entreprise(fichier, code)
            if fiche.code in fiches:
                raise ErreurDeConnaissance(fichier, f"deux fiches portent le code {fiche.code}")
            fiches[fiche.code] = fiche
        else:
            document = lire_document(fichier)
            autre = documents.get(document.nom)
            if autre is not None and autre.sha256 != document.sha256:
                document = replace(document, nom=f"{document.nom[:51]}-{document.sha256[:8]}")
            documents[document.nom] = document
    return Apports(lecture, tuple(fiches.values()), tuple(documents.values()))


def _kali(fichier: Path) -> Lecture:
    from assistant.corpus.officiel.kali import lire_kali

    if fichier.stat().st_size > _KALI_MAX:
        raise ErreurDeConnaissance(
            fichier, f"le fichier dépasse {_KALI_MAX >> 20} Mo : ce n'est pas celui de cette "
            "convention",
        )
    lecture = lire_kali(fichier)
    if not lecture.editions and not lecture.articles:
        raise ErreurDeConnaissance(
            fichier, "on n'y trouve ni fiche ni article : ce n'est pas le fichier KALI de la "
            "convention des services de l'automobile, ou il est tronqué",
        )
    return replace(lecture, source=lecture.source | _paquet_connu(lecture.source.get("sha256")))


def _paquet_connu(sha256: str | None) -> dict[str, str]:
    """The package a file is from, when its checksum is one we know."""
    from assistant.corpus.pull.paquet import NOM, SOMMES_CONNUES

    return next(
        ({"paquet": NOM, "version": v} for v, somme in SOMMES_CONNUES.items() if somme == sha256), {}
    )
