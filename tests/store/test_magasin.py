"""The store keeps, finds again and deletes conversations, on a real SQLite file."""

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from assistant.store import Cause, ErreurMagasin, Magasin
from assistant.store.base import REVISION

REPONSE = {"answer": "Échelon 23 « d'été »", "provenance": {"knowledge": "abc", "rules": "def"}}
ETAT = {"situation": {"fiche": {"valeur": "Z.23.1", "origine": "dit"}}, "demande": None}


def ouvrir(dossier: Path) -> Magasin:
    return Magasin.ouvrir(SimpleNamespace(data_dir=dossier))


def test_what_was_said_is_found_again_after_a_restart(magasin: Magasin, dossier: Path) -> None:
    avant = datetime.now(UTC)
    conversation = magasin.nouvelle()
    assert magasin.ajouter_tour(conversation, "Quel échelon ?", REPONSE, ETAT) == 1
    assert magasin.ajouter_tour(conversation, "Et sans le BTS ?", REPONSE, {**ETAT, "n": 2}) == 2
    magasin.fermer()

    repris = ouvrir(dossier)
    premier, second = repris.tours(conversation)
    assert (premier.numero, premier.question) == (1, "Quel échelon ?")
    assert premier.reponse == REPONSE
    assert premier.etat == ETAT
    assert premier.provenance == REPONSE["provenance"]
    assert second.question == "Et sans le BTS ?"
    assert repris.etat(conversation) == {**ETAT, "n": 2}
    assert avant - timedelta(seconds=1) <= premier.cree_le <= datetime.now(UTC)
    assert premier.cree_le.tzinfo is not None


def test_a_new_conversation_has_no_state_and_an_unknown_one_neither(magasin: Magasin) -> None:
    assert magasin.etat(magasin.nouvelle()) is None
    assert magasin.etat("jamais-vue") is None
    assert magasin.tours("jamais-vue") == []


def test_replacing_the_state_leaves_the_turns_as_they_were(magasin: Magasin) -> None:
    conversation = magasin.nouvelle()
    magasin.ajouter_tour(conversation, "Quel échelon ?", REPONSE, ETAT)
    magasin.remplacer_etat(conversation, {"situation": {}})
    assert magasin.etat(conversation) == {"situation": {}}
    assert magasin.tours(conversation)[0].etat == ETAT


def test_the_history_shows_the_last_used_first_with_its_first_question(magasin: Magasin) -> None:
    ancienne, vide, recente = magasin.nouvelle(), magasin.nouvelle(), magasin.nouvelle()
    magasin.ajouter_tour(ancienne, "Première\n question", REPONSE, ETAT)
    magasin.ajouter_tour(recente, "mot " * 100, REPONSE, ETAT)
    magasin.ajouter_tour(recente, "suite", REPONSE, ETAT)
    liste = magasin.lister()
    assert [c.id for c in liste] == [recente, ancienne, vide]
    assert [c.tours for c in liste] == [2, 1, 0]
    assert liste[1].titre == "Première question"
    assert liste[0].titre.endswith("…")
    assert len(liste[0].titre) <= 80
    assert liste[2].titre == ""


def test_a_deleted_conversation_leaves_nothing_in_the_file(magasin: Magasin, dossier: Path) -> None:
    gardee, jetee = magasin.nouvelle(), magasin.nouvelle()
    magasin.ajouter_tour(gardee, "je reste", REPONSE, ETAT)
    magasin.ajouter_tour(jetee, "mon secret à moi", REPONSE, ETAT)
    magasin.supprimer(jetee)
    magasin.supprimer("jamais-vue")
    assert [c.id for c in magasin.lister()] == [gardee]
    assert magasin.tours(jetee) == []
    magasin.fermer()  # the last connection folds the journal back into the file
    restes = b"".join(f.read_bytes() for f in dossier.iterdir())
    assert b"je reste" in restes
    assert b"mon secret" not in restes


def test_writing_to_a_conversation_that_is_gone_is_said_and_changes_nothing(
    magasin: Magasin,
) -> None:
    with pytest.raises(ErreurMagasin, match="n'existe pas") as erreur:
        magasin.ajouter_tour("jamais-vue", "?", REPONSE, ETAT)
    assert erreur.value.cause is Cause.INCONNUE
    with pytest.raises(ErreurMagasin):
        magasin.remplacer_etat("jamais-vue", ETAT)
    assert magasin.lister() == []


@pytest.mark.parametrize(
    "question", ["", "\x00nul", "moitié \ud800 de signe", "😀'\";--", "x" * 10**5]
)
def test_any_text_can_be_kept(magasin: Magasin, question: str) -> None:
    conversation = magasin.nouvelle()
    magasin.ajouter_tour(conversation, question, {"answer": question}, {"q": question})
    tour = magasin.tours(conversation)[0]
    assert tour.question == question.encode("utf-8", "replace").decode()
    assert tour.reponse == {"answer": question}


def test_the_file_is_private_and_in_wal_mode(magasin: Magasin, dossier: Path) -> None:
    fichier = dossier / "conversations.sqlite"
    assert fichier.stat().st_mode & 0o077 == 0
    with sqlite3.connect(fichier) as connexion:
        assert connexion.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connexion.execute("SELECT version_num FROM alembic_version").fetchone() == (
            REVISION,
        )


def test_the_revision_expected_is_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", "assistant.store:migrations")
    assert ScriptDirectory.from_config(config).get_current_head() == REVISION


def test_tables_and_migrations_describe_the_same_schema(magasin: Magasin, dossier: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from assistant.store.base import moteur
    from assistant.store.tables import Base

    with moteur(dossier / "conversations.sqlite").connect() as connexion:
        assert compare_metadata(MigrationContext.configure(connexion), Base.metadata) == []
