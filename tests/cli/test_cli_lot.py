"""The lines of a batch: read strictly, whatever bytes come; written whole or not at all."""

import io
import json
import os
import stat
import threading
from pathlib import Path

import pytest

from assistant.cli import lot
from assistant.cli.erreurs import ErreurDUsage
from assistant.cli.fichier_de_sortie import SortieDeLot
from assistant.cli.lot import LigneRefusee, lignes, lire_demande


def refus(ligne: str | bytes, rang: int = 7) -> LigneRefusee:
    octets = ligne if isinstance(ligne, bytes) else ligne.encode()
    with pytest.raises(LigneRefusee) as e:
        lire_demande(octets, rang)
    return e.value


@pytest.mark.parametrize(
    ("ligne", "forme", "contenu"),
    [
        ('{"id": "a", "question": "Q ?"}', "question", "Q ?"),
        ('{"id": 3, "turns": [{"user": "x"}, {"user": "y"}]}', "turns", ["x", "y"]),
        ('{"id": "a", "facts": {}}', "facts", {}),
    ],
)
def test_trois_formes(ligne: str, forme: str, contenu: object) -> None:
    demande = lire_demande(ligne.encode(), 1)
    assert (demande.forme, demande.contenu) == (forme, contenu)


@pytest.mark.parametrize(
    ("ligne", "dit"),
    [
        ("pas du json", "JSON lisible (colonne 1)"),
        ('{"id": "a", "question": "x"', "JSON lisible"),
        ("[]", "n'est pas un objet JSON"),
        ("null", "n'est pas un objet JSON"),
        (b'{"id": "\xff\xfe"}', "pas du texte UTF-8 (octet 9)"),
        (b"\x00\x01\x02", "JSON lisible"),
        ('{"question": "x"}', "il lui faut un « id »"),
        ('{"id": null, "question": "x"}', "il lui faut un « id »"),
        ('{"id": true, "question": "x"}', "il lui faut un « id »"),
        ('{"id": ["a"], "question": "x"}', "il lui faut un « id »"),
        ('{"id": NaN, "question": "x"}', "« NaN » n'est pas un nombre"),
        ('{"id": ' + "9" * 5000 + "}", "nombre trop long"),
        ("[" * 200_000, "trop d'objets emboîtés"),
        ('{"id": 1, "facts": ' + '{"a":' * 100_000, "trop d'objets emboîtés"),
        ('{"id": "a", "id": "b", "question": "x"}', "« id » est donnée deux fois"),
    ],
)
def test_ligne_sans_identifiant_lisible(ligne: str | bytes, dit: str) -> None:
    erreur = refus(ligne)
    assert erreur.id is None
    assert str(erreur).startswith("Ligne 7 : ")
    assert dit in str(erreur)


@pytest.mark.parametrize(
    ("reste", "dit"),
    [
        ("", "ici : aucune"),
        (', "question": "x", "facts": {}', "ici : question et facts"),
        (', "question": "x", "langue": "fr"', "« langue » est inconnue"),
        (', "question": 3', "« question » doit être un texte"),
        (', "question": null', "« question » doit être un texte"),
        (', "question": "\\ud800"', "demi-caractères"),
        (', "turns": []', "un au moins"),
        (', "turns": "x"', "une liste de tours"),
        (', "turns": [{"user": "x"}, "y"]', "le tour 2"),
        (', "turns": [{"user": "x", "assistant": "y"}]', "le tour 1"),
        (', "turns": [{"user": null}]', "le tour 1"),
        (', "facts": []', "« facts » doit être un objet"),
        (', "facts": {"fiche": "\\udfff"}', "demi-caractères"),
    ],
)
def test_ligne_refusee_garde_son_identifiant(reste: str, dit: str) -> None:
    erreur = refus('{"id": "q1"' + reste + "}")
    assert erreur.id == "q1"
    assert dit in str(erreur)


def test_bom_crlf_lignes_vides_et_numeros() -> None:
    flux = io.BytesIO(b'\xef\xbb\xbf{"a":1}\r\n\r\n   \n{"b":2}\n\xef\xbb\xbfx')
    assert list(lignes(flux)) == [(1, b'{"a":1}'), (4, b'{"b":2}'), (5, b"\xef\xbb\xbfx")]


@pytest.mark.parametrize("codage", ["utf-16", "utf-16-be"])
def test_utf16_refuse_en_clair(codage: str) -> None:
    texte = "\ufeffx\n" if codage == "utf-16-be" else "x\n"
    with pytest.raises(ErreurDUsage, match="UTF-16"):
        list(lignes(io.BytesIO(texte.encode(codage))))


def test_ligne_enorme_refusee_et_la_suite_lue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lot, "LIGNE_MAX", 20)
    suite = list(lignes(io.BytesIO(b"x" * 1000 + b'\n{"id":1}\n' + b"y" * 50)))
    assert [rang for rang, _ in suite] == [1, 2, 3]
    assert suite[1][1] == b'{"id":1}'
    for rang in (0, 2):
        with pytest.raises(LigneRefusee, match="elle dépasse"):
            lire_demande(suite[rang][1], suite[rang][0])


def test_sortie_prend_son_nom_a_la_fin(tmp_path: Path) -> None:
    cible = tmp_path / "out.jsonl"
    cible.write_text("ancien", encoding="utf-8")
    cible.chmod(0o640)
    with SortieDeLot(str(cible)) as sortie:
        sortie.ecrire({"id": "é", "x": "\ud800"})
        assert cible.read_text(encoding="utf-8") == "ancien"
    assert json.loads(cible.read_text(encoding="utf-8")) == {"id": "é", "x": "\ud800"}
    assert stat.S_IMODE(cible.stat().st_mode) == 0o640
    assert os.listdir(tmp_path) == ["out.jsonl"]


def test_erreur_garde_les_lignes_entieres(tmp_path: Path) -> None:
    cible = tmp_path / "out.jsonl"

    def interrompu_en_pleine_ligne() -> None:
        with SortieDeLot(str(cible)) as sortie:
            sortie.ecrire({"id": 1})
            sortie._flux.write(b'{"id": 2, "coup')
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrompu_en_pleine_ligne()
    assert cible.read_bytes() == b'{"id": 1}\n'
    assert os.listdir(tmp_path) == ["out.jsonl"]


def test_erreur_avant_toute_ligne_ne_touche_a_rien(tmp_path: Path) -> None:
    cible = tmp_path / "out.jsonl"
    cible.write_text("ancien", encoding="utf-8")
    with pytest.raises(RuntimeError), SortieDeLot(str(cible)):
        raise RuntimeError
    assert cible.read_text(encoding="utf-8") == "ancien"
    assert os.listdir(tmp_path) == ["out.jsonl"]


@pytest.mark.skipif(os.name == "nt", reason="needs named pipes")
def test_un_tube_nomme_reste_un_tube(tmp_path: Path) -> None:
    tube = tmp_path / "tube"
    os.mkfifo(tube)
    lu: list[bytes] = []
    lecteur = threading.Thread(target=lambda: lu.append(tube.read_bytes()))
    lecteur.start()
    with SortieDeLot(str(tube)) as sortie:
        sortie.ecrire({"id": 1})
    lecteur.join(10)
    assert lu == [b'{"id": 1}\n']
    assert stat.S_ISFIFO(tube.stat().st_mode)


def test_un_lien_reste_un_lien(tmp_path: Path) -> None:
    vrai, lien = tmp_path / "vrai.jsonl", tmp_path / "lien.jsonl"
    lien.symlink_to(vrai)
    with SortieDeLot(str(lien)) as sortie:
        sortie.ecrire({"id": 1})
    assert lien.is_symlink()
    assert vrai.read_bytes() == b'{"id": 1}\n'


def test_sorties_impossibles(tmp_path: Path) -> None:
    for cible in (tmp_path / "absent" / "x", tmp_path, Path("/dev/null/x"), tmp_path / ("a" * 300)):
        with pytest.raises(ErreurDUsage, match="ne peut pas être écrit"):
            SortieDeLot(str(cible))
    assert os.listdir(tmp_path) == []
