"""Imports: what they add and keep, no-ops, losses refused, several at once, killed anywhere."""

from __future__ import annotations

import multiprocessing
import multiprocessing.context
import os
import random
import signal
import time
from dataclasses import replace
from pathlib import Path

import pytest
from aide_depot import apports, contenu_servi, document, fiche

from assistant.corpus.erreurs import ErreurDeConnaissance
from assistant.corpus.officiel import ErreurDeDepot, manifeste, version_courante
from assistant.corpus.officiel.conservation import lire
from assistant.corpus.officiel.depot import depot, lister, publier, revenir
from assistant.corpus.officiel.fabrication import Apports, Bilan, mettre_a_jour


def siens(donnees: Path) -> object:
    return contenu_servi(donnees)["siens"]


def test_the_same_twice_changes_nothing(tmp_path: Path) -> None:
    premier = mettre_a_jour(tmp_path, apports(tmp_path))
    assert premier.publiee
    assert not premier.deja
    assert premier.avant is None
    copie = apports(tmp_path)
    assert copie.lecture is not None
    ailleurs = replace(copie.lecture, source=copie.lecture.source | {"fichier": "copie.json"})
    second = mettre_a_jour(tmp_path, Apports(ailleurs))
    assert second.deja
    assert second.manifeste == premier.manifeste
    assert len(lister(tmp_path)) == 1


def test_each_import_keeps_the_rest(tmp_path: Path) -> None:
    mettre_a_jour(tmp_path, Apports(fiches=(fiche(tmp_path),)))
    mettre_a_jour(tmp_path, apports(tmp_path))
    mettre_a_jour(tmp_path, Apports(documents=(document(),)))
    mettre_a_jour(tmp_path, Apports(fiches=(fiche(tmp_path, "A.23.1"),)))
    assert siens(tmp_path) == ["A.23.1", "A.6.1", "note-rh"]
    assert contenu_servi(tmp_path)["editions"]
    mettre_a_jour(tmp_path, apports(tmp_path, 1))
    assert siens(tmp_path) == ["A.23.1", "A.6.1", "note-rh"]
    dossier = version_courante(tmp_path)
    assert dossier is not None
    assert "la cour" in (dossier / "entreprise" / "A.6.1.md").read_text(encoding="utf-8")


def test_a_new_text_replaces_and_can_be_taken_out(tmp_path: Path) -> None:
    mettre_a_jour(tmp_path, apports(tmp_path))
    nue = contenu_servi(tmp_path)["version"]
    un = mettre_a_jour(tmp_path, Apports(fiches=(fiche(tmp_path),))).manifeste.version
    deux = mettre_a_jour(tmp_path, Apports(fiches=(fiche(tmp_path, note="le quai"),))).manifeste.version
    assert len({nue, un, deux}) == 3
    bilan = mettre_a_jour(tmp_path, Apports(fiches_retirees=frozenset({"A.6.1"})))
    assert bilan.manifeste.version == nue, "the same contents have the same name"
    assert siens(tmp_path) == []


def test_going_back_and_forth(tmp_path: Path) -> None:
    noms = [mettre_a_jour(tmp_path, apports(tmp_path, n)).manifeste.version for n in (0, 1)]
    assert revenir(tmp_path).version == noms[0]
    assert contenu_servi(tmp_path)["version"] == noms[0]
    assert revenir(tmp_path).version == noms[1]
    assert publier(tmp_path, noms[0][:6]) is not None
    assert publier(tmp_path, noms[0]) is None
    for faux in ("", "a", "0" * 16, "../x", noms[0] + "0"):
        with pytest.raises(ValueError, match="n'est pas une version"):
            publier(tmp_path, faux)


def test_no_version_before(tmp_path: Path) -> None:
    with pytest.raises(ErreurDeDepot, match="Aucune version"):
        revenir(tmp_path)
    with pytest.raises(ErreurDeDepot, match="Aucune version"):
        publier(tmp_path)
    mettre_a_jour(tmp_path, apports(tmp_path))
    with pytest.raises(ErreurDeDepot, match="pas de version précédente"):
        revenir(tmp_path)


def test_prepared_is_not_published(tmp_path: Path) -> None:
    ancien = mettre_a_jour(tmp_path, apports(tmp_path)).manifeste.version
    bilan = mettre_a_jour(tmp_path, apports(tmp_path, 1), publier=False)
    assert not bilan.publiee
    assert contenu_servi(tmp_path)["version"] == ancien
    assert publier(tmp_path) is not None
    assert contenu_servi(tmp_path)["version"] == bilan.manifeste.version


def test_a_damaged_version_is_not_put_into_service(tmp_path: Path) -> None:
    mettre_a_jour(tmp_path, apports(tmp_path))
    mettre_a_jour(tmp_path, apports(tmp_path, 1))
    lieu = depot(tmp_path)
    (lieu.dossier(lieu.versions()[1]) / "editions.json").write_text("[]")
    with pytest.raises(ErreurDeDepot, match="abîmé"):
        revenir(tmp_path)
    assert contenu_servi(tmp_path)["editions"]


def test_fewer_texts_are_refused_unless_forced(tmp_path: Path) -> None:
    plein = apports(tmp_path)
    mettre_a_jour(tmp_path, plein)
    assert plein.lecture is not None
    maigre = Apports(replace(plein.lecture, editions=plein.lecture.editions[:5], articles=()))
    with pytest.raises(ErreurDeConnaissance, match=r"5 textes de fiches au lieu de 11 ; 0 articles"):
        mettre_a_jour(tmp_path, maigre)
    assert len(contenu_servi(tmp_path)["editions"]) == 11  # type: ignore[arg-type]
    bilan = mettre_a_jour(tmp_path, maigre, force=True)
    assert any("5 textes de fiches au lieu de 11" in a for a in bilan.avis)


def test_another_reader_keeps_the_firms_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mettre_a_jour(tmp_path, replace(apports(tmp_path), fiches=(fiche(tmp_path),)))
    manifeste.schema_actuel.cache_clear()
    monkeypatch.setattr(manifeste, "LECTEUR", 99)
    try:
        assert version_courante(tmp_path) is None
        with pytest.raises(ErreurDeDepot, match="une autre version d'Échelon"):
            mettre_a_jour(tmp_path, Apports(documents=(document(),)))
        mettre_a_jour(tmp_path, apports(tmp_path))
        assert siens(tmp_path) == ["A.6.1"]
    finally:
        manifeste.schema_actuel.cache_clear()


def test_what_the_knowledge_refuses_is_not_published(tmp_path: Path) -> None:
    mettre_a_jour(tmp_path, apports(tmp_path))
    avant = contenu_servi(tmp_path)
    faux = tmp_path / "connaissances-fausses"
    faux.mkdir()
    with pytest.raises(ErreurDeConnaissance, match=r"repertoire\.yaml"):
        mettre_a_jour(tmp_path, apports(tmp_path, 1), racine=faux)
    assert contenu_servi(tmp_path) == avant
    assert not [p for p in depot(tmp_path).racine.iterdir() if p.suffix == ".tmp"]


def importer(donnees: Path, numero: int) -> None:
    mettre_a_jour(donnees, Apports(documents=(document(f"note-{numero}"),)))


@pytest.fixture
def contexte() -> multiprocessing.context.BaseContext:
    """Children that start with everything imported."""
    if "fork" not in multiprocessing.get_all_start_methods():
        pytest.skip("no fork here")
    return multiprocessing.get_context("fork")


def test_several_at_once_lose_nothing(
    tmp_path: Path, contexte: multiprocessing.context.BaseContext
) -> None:
    mettre_a_jour(tmp_path, apports(tmp_path))
    enfants = [contexte.Process(target=importer, args=(tmp_path, n)) for n in range(4)]  # type: ignore[attr-defined]
    for enfant in enfants:
        enfant.start()
    for enfant in enfants:
        enfant.join(60)
        assert enfant.exitcode == 0
    assert siens(tmp_path) == [f"note-{n}" for n in range(4)]


def mettre(donnees: Path, apport: Apports) -> Bilan:
    return mettre_a_jour(donnees, apport)


@pytest.mark.parametrize("numero", [signal.SIGKILL, signal.SIGINT])
def test_stopped_anywhere_the_old_one_serves(
    numero: signal.Signals, tmp_path: Path, contexte: multiprocessing.context.BaseContext
) -> None:
    donnees = tmp_path / "d"
    mettre_a_jour(donnees, replace(apports(tmp_path), fiches=(fiche(tmp_path),)))
    debut = time.monotonic()
    mettre_a_jour(donnees, apports(tmp_path, 1))
    duree = time.monotonic() - debut
    hasard, arretes = random.Random(int(numero)), 0  # noqa: S311
    for tour in range(2, 9):
        avant = contenu_servi(donnees)
        enfant = contexte.Process(target=mettre, args=(donnees, apports(tmp_path, tour)))  # type: ignore[attr-defined]
        enfant.start()
        time.sleep(duree * (tour - 2 + hasard.random()) / 7)
        if enfant.is_alive():
            os.kill(enfant.pid, numero)
        enfant.join(30)
        arretes += enfant.exitcode != 0
        apres = contenu_servi(donnees)
        assert apres["siens"] == ["A.6.1"]
        assert apres == avant or enfant.exitcode == 0 or apres["version"] != avant["version"]
    assert arretes >= 1, "no signal came during an import"
    fini = mettre_a_jour(donnees, apports(tmp_path, 99))
    assert contenu_servi(donnees)["version"] == fini.manifeste.version
    assert not [p for p in depot(donnees).racine.iterdir() if p.suffix in {".tmp", ".rebut"}]
    dossier = version_courante(donnees)
    assert dossier is not None
    assert lire(dossier).manifeste == fini.manifeste
