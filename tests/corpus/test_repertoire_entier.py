"""Every code of the directory, as facts and through the chat: échelon, majorés, catégorie, status."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

import pytest
from _pytest.mark import ParameterSet

from assistant.chat import Assistant
from assistant.classification import Categorie, Fiche, majores_de
from assistant.corpus import KnowledgeBase

_KB = KnowledgeBase.charger()
_CODES = tuple(_KB.fiches)
_MOTS = {
    Categorie.OUVRIER_EMPLOYE: "ouvriers et employés",
    Categorie.MAITRISE: "maîtrise",
    Categorie.CADRE: "cadre",
}
_PAR_TITRE: dict[str, list[str]] = defaultdict(list)
for _code, _fiche in _KB.fiches.items():
    for _titre in _fiche.titres:
        _PAR_TITRE[_titre].append(_code)
_UN = {t: c[0] for t, c in _PAR_TITRE.items() if len(c) == 1}
_PLUSIEURS = {t: c for t, c in _PAR_TITRE.items()
              if sum(_KB.fiches[code].statut == "en_vigueur" for code in c) > 1}
_VIVANTS = {t: c for t, c in _UN.items() if _KB.fiches[c].statut == "en_vigueur"}
_MORTS = {t: c for t, c in _UN.items() if _KB.fiches[c].statut == "supprime"}
# What the chat does not do yet; a title that is recognised again must leave this list.
_PAS_RECONNUS: dict[str, str] = {}


def cas(paires: dict[str, str], connus: Iterable[str], raison: str) -> list[ParameterSet]:
    """One case per title; those known to fail are expected to."""
    connus = set(connus)
    return [
        pytest.param(t, c, marks=[pytest.mark.xfail(strict=True, reason=raison)] if t in connus else [])
        for t, c in paires.items()
    ]


def donne(texte: str, fiche: Fiche) -> bool:
    """The text gives the placement as a word of its own."""
    return bool(re.search(rf"(?<![\w.]){fiche.reference.valeur}(?![\w.]*\w)", texte))


def test_the_directory_is_whole() -> None:
    assert len(_CODES) == 171
    assert sum(f.statut == "supprime" for f in _KB.fiches.values()) == 8
    assert {c for c, f in _KB.fiches.items() if not f.titres} == {
        "K.C.II.2", "K.C.II.1", "K.12.1", "K.9.3", "K.9.1", "K.6.5", "CC.6.3", "A.23.5", "A.20.5",
        "A.12.5", "A.3.9"}


@pytest.mark.parametrize("code", _CODES)
def test_facts_written_out_are_those_of_the_code(code: str) -> None:
    fiche, entree = _KB.fiches[code], _KB.repertoire[code]
    assert entree.echelon == fiche.reference.valeur
    assert entree.majores == [e.valeur for e in majores_de(fiche.reference)]
    assert entree.categorie.split("_")[0] in fiche.categorie.value.replace("î", "i")
    assert entree.statut == fiche.statut
    assert (entree.fin is None) or entree.statut == "supprime"
    assert entree.source.startswith("KALIARTI")
    dates = [m.date for m in entree.modifications]
    assert dates == sorted(set(dates))
    assert code not in entree.evolution
    assert set(entree.evolution) <= set(_CODES)


@pytest.mark.parametrize("code", _CODES)
def test_asked_by_code(assistant: Assistant, code: str) -> None:
    fiche = _KB.fiches[code]
    reponse = assistant.repondre(f"Quel échelon pour la fiche {code} ?")[0].en_dict()
    texte = str(reponse["answer"])
    assert reponse["fiches"][0] == code
    assert reponse["echelon_reference"] == fiche.reference.valeur
    if fiche.statut == "supprime":
        assert "supprimée" in texte
        return
    assert donne(texte, fiche)
    assert reponse["echelons_majores"] == [e.valeur for e in fiche.majores]
    assert _MOTS[fiche.categorie] in texte.casefold()


@pytest.mark.parametrize(
    ("titre", "code"), cas(_VIVANTS, _PAS_RECONNUS, "titre lu comme une autre question"))
def test_asked_by_title(assistant: Assistant, titre: str, code: str) -> None:
    reponse = assistant.repondre(f"Quel est l'échelon d'un {titre} ?")[0].en_dict()
    if reponse["behaviour"] == "ask":  # a near namesake: both are named, and told apart
        assert code in reponse["fiches"][:2]
        assert "?" in str(reponse["answer"])
        return
    assert reponse["fiches"][0] == code
    assert donne(str(reponse["answer"]), _KB.fiches[code])


@pytest.mark.parametrize(("titre", "codes"), _PLUSIEURS.items())
def test_a_title_on_two_fiches_names_both_and_asks(
    assistant: Assistant, titre: str, codes: list[str]
) -> None:
    reponse = assistant.repondre(f"Quel est l'échelon d'un {titre} ?")[0].en_dict()
    assert reponse["behaviour"] == "ask"
    assert set(codes) <= set(reponse["fiches"])


@pytest.mark.parametrize(("titre", "code"), _MORTS.items())
def test_the_title_of_a_deleted_fiche_says_so(
    assistant: Assistant, titre: str, code: str
) -> None:
    reponse = assistant.repondre(f"Quel est l'échelon d'un {titre} ?")[0].en_dict()
    assert "supprimée" in str(reponse["answer"])
    assert code in str(reponse["answer"])
