"""Every case of ``evals/cases`` is a test here, named by its id.

What fails what: a case tagged ``critique`` fails its own test. Any other case fails its own
test only when it could not run at all (an exception); a wrong answer is not marked "expected
to fail", it counts in ``test_seuils``, which holds the thresholds of ``evals/seuils.yaml`` over
all other cases. So one non-critical miss is reported, as a warning that names it, and governed
by the thresholds; it cannot hide, and it cannot block alone.

Safe under xdist: each worker opens one assistant and remembers the cases it ran;
``test_seuils`` runs those that its own worker has not. Held-out cases show their id only.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
import yaml

import evals
from assistant.corpus import KnowledgeBase, Passage
from evals.cas import Cas, CitationAttendue
from evals.chargement import charger_cas
from evals.executer import Repondant, Resultat, executer_cas, passages_de
from evals.lecture import ErreurDeFichier
from evals.rapport import echec_en_texte, verdict_en_ligne
from evals.seuils import charger_seuils, juger
from evals.verifications import PassageLu, contient

Passer = Callable[[Cas], Resultat]


def _lire() -> tuple[tuple[Cas, ...], str]:
    """The cases, or why they cannot be read: one failing test, no error of collection."""
    try:
        return charger_cas(), ""
    except ErreurDeFichier as erreur:
        return (), str(erreur)


CAS, ERREUR = _lire()


@pytest.fixture(scope="session")
def passer(assistant_ouvert: Repondant, request: pytest.FixtureRequest) -> Passer:
    """Run a case once in this process and remember its result.

    A case tagged ``textes`` is asked of the assistant that has the official texts.
    """
    ouverts: dict[bool, tuple[Repondant, Mapping[str, PassageLu]]] = {}
    deja: dict[str, Resultat] = {}

    def ouvert(textes: bool) -> tuple[Repondant, Mapping[str, PassageLu]]:
        if textes not in ouverts:
            un = request.getfixturevalue("assistant_officiel") if textes else assistant_ouvert
            ouverts[textes] = un, passages_de(un)
        return ouverts[textes]

    def une_fois(cas: Cas) -> Resultat:
        if cas.id not in deja:
            deja[cas.id] = executer_cas(cas, *ouvert("textes" in cas.tags))
        return deja[cas.id]

    return une_fois


def test_les_fichiers_de_cas_se_lisent() -> None:
    assert not ERREUR, ERREUR
    assert CAS


def test_les_lieux_attendus_existent() -> None:
    """A fiche or an anchor that no passage holds could never be answered: a mistake in the case."""
    passages = KnowledgeBase.charger().passages
    fiches = {p.fiche for p in passages}
    perdus = [
        c.id
        for c in CAS
        if (c.attendu.fiche and c.attendu.fiche not in fiches)
        or any(not _existe(citation, passages) for citation in c.attendu.cite)
    ]
    assert not perdus


def _existe(attendue: CitationAttendue, passages: Sequence[Passage]) -> bool:
    return any(
        (p.id == attendue.passage or (attendue.fiche and p.fiche == attendue.fiche))
        and contient(p.texte, attendue.ancre, "fr")
        for p in passages
    )


def _connus() -> frozenset[str]:
    """Ids of evals/cas_connus.yaml: critical cases still missed, expected to fail until mended."""
    fichier = Path(evals.__file__).with_name("cas_connus.yaml")
    return frozenset(yaml.safe_load(fichier.read_text(encoding="utf-8"))["cas"])


_CONNUS = _connus()


@pytest.mark.parametrize(
    "cas",
    [
        pytest.param(c, id=c.id, marks=[pytest.mark.xfail(reason="evals/cas_connus.yaml")])
        if c.id in _CONNUS
        else pytest.param(c, id=c.id)
        for c in CAS
    ],
)
def test_cas(cas: Cas, passer: Passer, record_property: Callable[[str, object], None]) -> None:
    resultat = passer(cas)
    record_property("reussi", resultat.reussi)
    if not (resultat.reussi if cas.critique else resultat.erreur is None):
        pytest.fail(echec_en_texte(resultat), pytrace=False)


@pytest.mark.filterwarnings("always:Cas non critiques en échec")
def test_seuils(passer: Passer) -> None:
    resultats = [passer(cas) for cas in CAS if not cas.critique]
    rates = [verdict_en_ligne(r) for r in resultats if not r.reussi]
    manquements = juger(resultats, charger_seuils())
    if manquements:
        pytest.fail("\n".join([*manquements, *rates]), pytrace=False)
    if rates:
        warnings.warn(f"Cas non critiques en échec : {' ; '.join(rates)}", stacklevel=1)
