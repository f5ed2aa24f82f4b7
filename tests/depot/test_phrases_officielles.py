"""No official sentence of the agreement stands in the repository, but the user's own fiche."""

from __future__ import annotations

import html
import json
import re
import subprocess
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

_RACINE = Path(__file__).parents[2]
_SUITE = 11  # words in a row that facts (titles, names of diplomas) do not reach by chance
_FAITS = {"knowledge/certifications.yaml", "knowledge/repertoire.yaml", "LICENSE"}
_PERMIS = {"knowledge/fiches/gestionnaire.md"}
_MOT = re.compile(r"[a-z0-9]+")


def mots(texte: str) -> list[str]:
    plat = unicodedata.normalize("NFD", html.unescape(re.sub(r"<[^>]+>", " ", texte)).casefold())
    return _MOT.findall("".join(c for c in plat if not unicodedata.combining(c)))


def suites(texte: str) -> Iterator[tuple[str, ...]]:
    tous = mots(texte)
    yield from (tuple(tous[i : i + _SUITE]) for i in range(len(tous) - _SUITE + 1))


def contenus(noeud: dict[str, Any]) -> Iterator[str]:
    if texte := noeud["data"].get("content"):
        yield texte
    for enfant in noeud.get("children", ()):
        yield from contenus(enfant)


def test_no_long_run_of_official_words_in_any_tracked_file(kali_officiel: Path) -> None:
    liste = subprocess.run(["git", "ls-files"], cwd=_RACINE, capture_output=True, text=True)
    if liste.returncode:
        pytest.skip("ce n'est pas un dépôt git")
    fiche = {s for p in _PERMIS | _FAITS for s in suites((_RACINE / p).read_text(encoding="utf-8"))}
    fichiers: dict[str, str] = {}
    for nom in liste.stdout.split("\n"):
        chemin = _RACINE / nom
        if not nom or nom in _FAITS | _PERMIS or not chemin.is_file():
            continue
        try:
            texte = chemin.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        fichiers[nom] = texte
    trouvees = communes(fichiers, json.loads(kali_officiel.read_text(encoding="utf-8")), fiche)
    trouvees = {t for t in trouvees if not est_une_liste_de_codes(t[1])}
    assert not trouvees, sorted(trouvees)[:10]


def est_une_liste_de_codes(suite: str) -> bool:
    """ "A.C.I.1, A.C.II.1, A.C.III.1" is no sentence."""
    return sum(len(mot) > 3 for mot in suite.split()) < 3


def communes(
    fichiers: dict[str, str], officielles: dict[str, Any], permises: set[tuple[str, ...]]
) -> set[tuple[str, str]]:
    """(file, run of words) for each run a file shares with the official texts."""
    notres = {s: nom for nom, texte in fichiers.items() for s in suites(texte)}
    return {
        (notres[s], " ".join(s)) for t in contenus(officielles) for s in suites(t)
        if s in notres and s not in permises
    }


def test_the_check_finds_an_official_sentence_when_there_is_one(kali_officiel: Path) -> None:
    officielles = json.loads(kali_officiel.read_text(encoding="utf-8"))
    long = next(t for t in contenus(officielles) if len(mots(t)) > 40)
    plante = {"notes.md": "Voici : " + " ".join(mots(long)[5:30]) + "."}
    assert {nom for nom, _ in communes(plante, officielles, set())} == {"notes.md"}
    assert not communes({"notes.md": "une phrase à nous, bien à nous"}, officielles, set())
