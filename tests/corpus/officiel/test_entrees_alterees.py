"""Thousands of altered files to the readers: a clear error or a correct read, soon, and all told.

Each family draws from its own seed, printed when a case fails. What was read must stand in the
file given, must survive being stored, and no article but the one altered may go missing.
"""

from __future__ import annotations

import html
import json
import random
import re
import signal
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from aide_alterations import (
    ARTICLES,
    alterer_la_convention,
    alterer_les_octets,
    alterer_un_article,
    alterer_une_fiche,
)
from aide_depot import fiche_markdown
from aide_kali import petite_convention

from assistant.corpus.documents.lecture import lire_ici
from assistant.corpus.erreurs import ErreurDeConnaissance
from assistant.corpus.officiel.codage import coder, decodeur
from assistant.corpus.officiel.conservation import compter
from assistant.corpus.officiel.entreprise import lire_fiche_entreprise
from assistant.corpus.officiel.importation import genre_de
from assistant.corpus.officiel.kali import lire_kali
from assistant.corpus.officiel.modeles import EditionFiche, Lecture

sys.path.insert(0, str(Path(__file__).parents[1] / "documents"))
from aide_documents import chiffrer, docx, pdf

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="SIGALRM")

DELAI = 10
Alterer = Callable[[random.Random], bytes]


class TropLong(BaseException):
    """No except clause of a reader takes this for a damaged file."""


@contextmanager
def au_plus(secondes: int) -> Iterator[None]:
    def sonner(numero: int, cadre: FrameType | None) -> None:
        raise TropLong(f"more than {secondes} s")

    ancien = signal.signal(signal.SIGALRM, sonner)
    signal.alarm(secondes)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, ancien)


def essayer(
    dossier: Path, nom: str, octets: bytes, lire: Callable[[Path], Any], graine: object
) -> Any:
    """What was read, or None after an ErreurDeConnaissance with a usable sentence."""
    fichier = dossier / nom
    fichier.write_bytes(octets)
    try:
        with au_plus(DELAI):
            return lire(fichier)
    except ErreurDeConnaissance as erreur:
        phrase = str(erreur)
        assert nom in phrase, f"seed {graine}: {phrase}"
        assert len(phrase) < 600, f"seed {graine}: {phrase}"
        assert "Traceback" not in phrase
        return None
    except BaseException as erreur:
        raise AssertionError(f"seed {graine}: {type(erreur).__name__} {erreur}") from erreur


def mots(texte: str) -> set[str]:
    return {m for m in re.findall(r"[^\W_]+", _plat(texte)) if len(m) > 3}


def _plat(texte: str) -> str:
    return unicodedata.normalize("NFKD", texte).casefold()


def colle(objet: Any) -> str:
    """All strings of a JSON, letters and digits only, with the tags and without."""
    textes = list(_textes(objet))
    nus = (html.unescape(re.sub(r"<[^>]*>", "", t)) for t in textes)
    tels = (html.unescape(t) for t in textes)
    return re.sub(r"[\W_]+", "", _plat("|".join((*nus, *tels))))


def _textes(objet: Any) -> Iterator[str]:
    if isinstance(objet, str):
        yield objet
    elif isinstance(objet, dict | list):
        for v in objet.values() if isinstance(objet, dict) else objet:
            yield from _textes(v)


def textes_lus(lecture: Lecture) -> Iterator[str]:
    for edition in lecture.editions:
        for items in edition.sections.values():
            yield from (i.texte for i in items)
    for article in (*lecture.articles, *(a for x in lecture.accords for a in x.articles)):
        yield from (p.texte for p in article.paragraphes)
    for ancien in lecture.anciens:
        yield from ancien.paragraphes


def lieux(lecture: Lecture) -> set[str]:
    """Ids of all articles accounted for, read or told to be unreadable."""
    pieces = (*lecture.editions, *lecture.anciens, *lecture.articles, *lecture.illisibles,
              *(a for x in (*lecture.accords, *lecture.baremes) for a in x.articles))
    return {p.lieu.article_id for p in pieces}


def controler(lecture: Lecture, source: Any, graine: object) -> None:
    """What was read stands in the file's JSON, and survives being stored."""
    connus = colle(source)
    for texte in textes_lus(lecture):
        inventes = [m for m in mots(texte) if m not in connus]
        assert not inventes, f"seed {graine}: {inventes[:5]} are not in the file"
    codes = json.loads(json.dumps(coder(lecture.editions)))
    assert decodeur(tuple[EditionFiche, ...])(codes) == lecture.editions, f"seed {graine}"
    assert compter(lecture)["editions"] == len(lecture.editions)


@pytest.fixture(scope="module")
def saine(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, set[str]]:
    """The small agreement, and the articles accounted for in it."""
    octets = json.dumps(petite_convention(), ensure_ascii=False).encode()
    fichier = tmp_path_factory.mktemp("saine") / "petite.json"
    fichier.write_bytes(octets)
    return octets, lieux(lire_kali(fichier))


@pytest.mark.parametrize("lot", range(4))
def test_bytes_of_a_kali_file(lot: int, saine: tuple[bytes, set[str]], tmp_path: Path) -> None:
    lus = 0
    for n in range(150):
        graine = f"kali-octets-{lot}-{n}"
        octets = alterer_les_octets(random.Random(graine), saine[0])  # noqa: S311
        lecture = essayer(tmp_path, "petite.json", octets, lire_kali, graine)
        if lecture is not None:
            lus += 1
            controler(lecture, json.loads(octets.decode(json.detect_encoding(octets))), graine)
    assert 0 < lus < 150, "some are read, some are refused"


@pytest.mark.parametrize("lot", range(4))
def test_an_article_of_a_kali_file(
    lot: int, saine: tuple[bytes, set[str]], tmp_path: Path
) -> None:
    for n in range(150):
        graine = f"kali-article-{lot}-{n}"
        convention, touche = alterer_un_article(random.Random(graine), json.loads(saine[0]))  # noqa: S311
        source = json.dumps(convention, ensure_ascii=False)
        lecture = essayer(tmp_path, "petite.json", source.encode("utf-8", "surrogatepass"),
                          lire_kali, graine)
        if lecture is not None:
            controler(lecture, convention, graine)
            manquants = saine[1] - lieux(lecture) - {touche}
            assert not manquants, f"seed {graine}: {manquants} went missing without a word"


@pytest.mark.parametrize("lot", range(2))
def test_the_tree_of_a_kali_file(lot: int, saine: tuple[bytes, set[str]], tmp_path: Path) -> None:
    for n in range(150):
        graine = f"kali-arbre-{lot}-{n}"
        convention = alterer_la_convention(random.Random(graine), json.loads(saine[0]))  # noqa: S311
        octets = json.dumps(convention, ensure_ascii=False).encode("utf-8", "surrogatepass")
        lecture = essayer(tmp_path, "petite.json", octets, lire_kali, graine)
        if lecture is not None:
            controler(lecture, convention, graine)


@pytest.mark.parametrize("nom", ARTICLES)
def test_an_article_made_to_hurt(
    nom: str, saine: tuple[bytes, set[str]], tmp_path: Path
) -> None:
    convention = json.loads(saine[0])
    noeud = convention
    while noeud["type"] != "article":
        noeud = noeud["children"][0]
    noeud["data"]["content"] = ARTICLES[nom]()
    source = json.dumps(convention, ensure_ascii=False)
    lecture = essayer(tmp_path, "petite.json", source.encode(), lire_kali, nom)
    if lecture is not None:
        assert saine[1] - lieux(lecture) <= {noeud["data"]["id"]}


@pytest.mark.parametrize("lot", range(3))
def test_a_companys_fiche(lot: int, tmp_path: Path) -> None:
    lus = 0
    for n in range(170):
        graine = f"fiche-{lot}-{n}"
        octets = alterer_une_fiche(random.Random(graine), fiche_markdown())  # noqa: S311
        lue = essayer(tmp_path, "fiche.md", octets,
                      lambda f: lire_fiche_entreprise(f, "A.6.1"), graine)
        if lue is not None:
            lus += 1
            assert lue.code == "A.6.1"
            assert mots(lue.texte) <= mots(octets.decode("utf-8-sig")), f"seed {graine}"
    assert 0 < lus < 170


@pytest.mark.parametrize("genre", ["pdf", "docx"])
@pytest.mark.parametrize("lot", range(2))
def test_a_document(genre: str, lot: int, tmp_path: Path) -> None:
    pages = [["Le balai est à gauche.", "- le seau"], ["La prime (panier) vaut dix."]]
    sains = [pdf(pages), chiffrer(pdf(pages)), chiffrer(pdf(pages), "")]
    if genre == "docx":
        sains = [docx(pages, [["Code", "Échelon"], ["A.6.1", "6"]])]
    for n in range(130):
        graine = f"{genre}-{lot}-{n}"
        hasard = random.Random(graine)  # noqa: S311
        octets = alterer_les_octets(hasard, hasard.choice(sains))
        lu = essayer(tmp_path, f"note.{genre}", octets, lire_ici, graine)
        if lu is not None:
            assert lu.caracteres > 0, f"seed {graine}: read as empty"
            assert all(isinstance(p, str) and p for page in lu.pages for p in page)


@pytest.mark.parametrize("lot", range(1))
def test_any_file_is_told_or_refused(lot: int, tmp_path: Path) -> None:
    sains = [pdf([["x"]]), docx([["x"]]), fiche_markdown().encode(), b'{"type": 1}', b"\xd0\xcf\x11\xe0"]
    for n in range(100):
        hasard = random.Random(f"genre-{lot}-{n}")  # noqa: S311
        octets = alterer_les_octets(hasard, hasard.choice(sains))
        nom = f"f{hasard.choice(['.pdf', '.md', '.json', '.docx', '.bin', ''])}"
        genre = essayer(tmp_path, nom, octets, genre_de, n)
        assert genre in {None, "pdf", "docx", "kali", "fiche"}
