"""Settings: environment over echelon.toml over default, strict, each with its origin."""

from pathlib import Path

import pytest

from assistant.settings import _LECTEURS, ErreurDeReglage, Settings, variables_inconnues


def charger(dossier: Path, toml: str | bytes | None = None, **env: str) -> Settings:
    if toml is not None:
        octets = toml if isinstance(toml, bytes) else toml.encode()
        (dossier / "echelon.toml").write_bytes(octets)
    return Settings.charger(env=env, cwd=dossier)


def refus(dossier: Path, toml: str | bytes | None = None, **env: str) -> str:
    with pytest.raises(ErreurDeReglage) as e:
        charger(dossier, toml, **env)
    assert isinstance(e.value, ValueError)
    return str(e.value)


def test_defauts(tmp_path: Path) -> None:
    s = charger(tmp_path)
    assert (s.host, s.port, s.langue, s.max_question) == ("127.0.0.1", 7860, "fr", 4000)
    assert s.embedding == "use-multilingual"
    assert s.knowledge_dir is None
    assert s.prompts_dir is None
    assert s.data_dir.is_absolute()
    assert "echelon" in s.data_dir.parts
    assert set(s.origines.values()) == {"défaut"}


def test_chaque_reglage_a_son_lecteur_et_son_origine(tmp_path: Path) -> None:
    champs = set(Settings.__dataclass_fields__) - {"origines"}
    assert champs == set(_LECTEURS) == set(charger(tmp_path).origines)


def test_environnement_avant_fichier_avant_defaut(tmp_path: Path) -> None:
    s = charger(tmp_path, 'port = 8000\nlangue = "en"\n', ECHELON_PORT="9000")
    assert (s.port, s.langue, s.host) == (9000, "en", "127.0.0.1")
    assert s.origines["port"] == "ECHELON_PORT"
    assert s.origines["langue"] == "echelon.toml"
    assert s.origines["host"] == "défaut"


def test_variable_vide_ne_regle_rien(tmp_path: Path) -> None:
    assert charger(tmp_path, ECHELON_PORT="  ").origines["port"] == "défaut"


def test_chemins_relatifs_au_dossier_de_travail(tmp_path: Path) -> None:
    (tmp_path / "savoir").mkdir()
    s = charger(tmp_path, 'knowledge_dir = "savoir"\n', ECHELON_DATA_DIR="donnees")
    assert s.knowledge_dir == tmp_path / "savoir"
    assert s.data_dir == tmp_path / "donnees"
    assert not s.data_dir.exists()


def test_tilde_est_le_dossier_personnel(tmp_path: Path) -> None:
    assert charger(tmp_path, ECHELON_DATA_DIR="~/x").data_dir == Path.home() / "x"


def test_bom_et_majuscules(tmp_path: Path) -> None:
    assert charger(tmp_path, b'\xef\xbb\xbflangue = "EN"\r\n').langue == "en"


@pytest.mark.parametrize(
    ("nom", "valeur", "attendu"),
    [
        ("PORT", "abc", "un nombre entier de 1 à 65535"),
        ("PORT", "0", "un nombre entier de 1 à 65535"),
        ("PORT", "70000", "un nombre entier de 1 à 65535"),
        ("PORT", "-1", "un nombre entier de 1 à 65535"),
        ("PORT", "²", "un nombre entier de 1 à 65535"),
        ("PORT", "9" * 5000, "un nombre entier de 1 à 65535"),
        ("MAX_QUESTION", "0", "un nombre entier de 1 à 100000"),
        ("LANGUE", "de", "« fr » ou « en »"),
        ("HOST", "a b", "une adresse sans espace"),
        ("HOST", "http://x", "une adresse sans espace"),
        ("EMBEDDING", "a\x00b", "use-multilingual"),
        ("KNOWLEDGE_DIR", "/nulle/part", "un dossier qui existe"),
        ("DATA_DIR", "/etc/hostname", "un dossier"),
        ("DATA_DIR", "~compte_qui_n_existe_pas/x", "le chemin d'un dossier"),
    ],
)
def test_mauvaise_valeur_nommee(tmp_path: Path, nom: str, valeur: str, attendu: str) -> None:
    dit = refus(tmp_path, **{f"ECHELON_{nom}": valeur})
    assert f"ECHELON_{nom}" in dit
    assert attendu in dit
    assert valeur[:60].replace("\x00", "\ufffd") in dit
    assert len(dit) < 300


@pytest.mark.parametrize(
    ("ligne", "dit"),
    [
        ("port = true", "« true »"),
        ("port = 7860.5", "« 7860.5 »"),
        ("port = []", "« [] »"),
        ("langue = 3", "« 3 »"),
        ('data_dir = ""', "le chemin d'un dossier"),
    ],
)
def test_mauvais_type_dans_le_fichier(tmp_path: Path, ligne: str, dit: str) -> None:
    message = refus(tmp_path, ligne)
    assert dit in message
    assert ligne.split()[0] in message
    assert "echelon.toml" in message


def test_cle_inconnue_et_la_plus_proche(tmp_path: Path) -> None:
    dit = refus(tmp_path, "prot = 1")
    assert "« prot »" in dit
    assert "Vouliez-vous dire « port » ?" in dit


def test_cle_inconnue_sans_voisine(tmp_path: Path) -> None:
    assert "Réglages connus : data_dir" in refus(tmp_path, "[xyzzy]\na = 1")


def test_toml_casse_dit_ou(tmp_path: Path) -> None:
    dit = refus(tmp_path, "port = 1\nlangue fr\n")
    assert "ligne 2" in dit
    assert "TOML" in dit


@pytest.mark.parametrize(
    ("octets", "dit"),
    [
        (b"langue = '\xff'", "UTF-8"),
        (b"a = " + b"[" * 100_000, "echelon.toml"),
        (b"\x00\x01\x02", "ligne 1"),
    ],
)
def test_fichier_illisible(tmp_path: Path, octets: bytes, dit: str) -> None:
    assert dit in refus(tmp_path, octets)


def test_dossier_a_la_place_du_fichier(tmp_path: Path) -> None:
    (tmp_path / "echelon.toml").mkdir()
    assert "c'est un dossier" in refus(tmp_path)


def test_variables_inconnues_avec_la_plus_proche() -> None:
    env = {"ECHELON_PROT": "1", "ECHELON_PORT": "1", "ECHELON_ZZZZZZ": ""}
    assert variables_inconnues(env) == [("ECHELON_PROT", "ECHELON_PORT"), ("ECHELON_ZZZZZZ", None)]
