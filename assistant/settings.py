"""Settings: environment `ECHELON_*` over `echelon.toml` over the default, each with its origin."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

__all__ = ["FICHIER", "PREFIXE", "ErreurDeReglage", "Settings", "variables_inconnues"]

FICHIER: Final = "echelon.toml"
PREFIXE: Final = "ECHELON_"

class ErreurDeReglage(ValueError):
    """A setting that cannot be used; the message names it, its value and what was expected."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How this copy of the assistant is set up.

    ``data_dir``: folder of the index, conversations and error logs (made when first needed).
    ``knowledge_dir``, ``prompts_dir``: folders used instead of the packaged ones, or None.
    ``kali_file``: file of the official texts, read once where the data folder holds none.
    ``embedding``: name, hub name or local folder of the embedding model.
    ``host``, ``port``: where the page is served. ``langue``: "fr" or "en", the language of the
    texts that do not follow a question. ``max_question``: longest question, in characters.
    ``origines``: for each setting "défaut", the variable or "echelon.toml".
    """

    data_dir: Path
    knowledge_dir: Path | None = None
    prompts_dir: Path | None = None
    kali_file: Path | None = None
    embedding: str = "use-multilingual"
    host: str = "127.0.0.1"
    port: int = 7860
    langue: str = "fr"
    max_question: int = 4000
    origines: Mapping[str, str] = field(default_factory=dict, compare=False, hash=False)

    @classmethod
    def charger(cls, env: Mapping[str, str] | None = None, cwd: Path | None = None) -> Settings:
        """Read the settings; ``env`` and ``cwd`` are the process's own when None.

        An empty variable counts as not set. Relative paths start from ``cwd``.
        Raises ErreurDeReglage with one French sentence.
        """
        env = os.environ if env is None else env
        cwd = Path.cwd() if cwd is None else cwd
        fichier = _lire_fichier(cwd / FICHIER)
        valeurs: dict[str, Any] = {}
        origines: dict[str, str] = {}
        for nom, lire in _LECTEURS.items():
            variable = PREFIXE + nom.upper()
            if env.get(variable, "").strip():
                origines[nom] = variable
                valeurs[nom] = _lu(variable, env[variable].strip(), lire, cwd)
            elif nom in fichier:
                origines[nom] = FICHIER
                valeurs[nom] = _lu(f"{nom} de {cwd / FICHIER}", fichier[nom], lire, cwd)
            else:
                origines[nom] = "défaut"
        valeurs.setdefault("data_dir", _dossier_par_defaut())
        return cls(**valeurs, origines=origines)


def variables_inconnues(env: Mapping[str, str] | None = None) -> list[tuple[str, str | None]]:
    """`ECHELON_*` variables that set nothing, each with the nearest known one or None."""
    env = os.environ if env is None else env
    connues = {PREFIXE + nom.upper() for nom in _LECTEURS}
    inconnues = sorted(v for v in env if v.startswith(PREFIXE) and v not in connues)
    proches = [_plus_proche(v.removeprefix(PREFIXE).lower(), _LECTEURS) for v in inconnues]
    return [(v, p and PREFIXE + p.upper()) for v, p in zip(inconnues, proches, strict=True)]


def _lu(qui: str, brut: object, lire: _Lecteur, cwd: Path) -> object:
    try:
        return lire(brut, cwd)
    except _Refus as refus:
        raise ErreurDeReglage(
            f"Le réglage {qui} vaut {_montrer(brut)} : on attend {refus}."
        ) from None


def _montrer(brut: object) -> str:
    texte = str(brut).lower() if isinstance(brut, bool) else str(brut)
    texte = "".join(c if c.isprintable() else "\ufffd" for c in texte)
    return f"« {texte[:80]}{'…' if len(texte) > 80 else ''} »"


def _lire_fichier(chemin: Path) -> dict[str, object]:
    try:
        octets = chemin.read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as e:
        raise ErreurDeReglage(
            f"Le fichier {chemin} ne peut pas être lu ({_raison(e)}) : on attend un fichier TOML, "
            "ou pas de fichier du tout."
        ) from e
    contenu = _lire_toml(octets, chemin)
    for cle in contenu:
        if cle not in _LECTEURS:
            proche = _plus_proche(cle, _LECTEURS)
            connus = f"Réglages connus : {', '.join(_LECTEURS)}."
            aide = f"Vouliez-vous dire « {proche} » ?" if proche else connus
            raise ErreurDeReglage(f"{chemin} : le réglage {_montrer(cle)} n'existe pas. {aide}")
    return contenu


def _lire_toml(octets: bytes, chemin: Path) -> dict[str, object]:
    import tomllib

    try:
        return tomllib.loads(octets.decode("utf-8-sig"))
    except UnicodeDecodeError as e:
        raise ErreurDeReglage(
            f"{chemin} n'est pas du texte UTF-8 (octet {e.start + 1}) : enregistrez-le en UTF-8."
        ) from e
    except tomllib.TOMLDecodeError as e:
        trouve = re.search(r"line (\d+), column (\d+)", str(e))
        ou = f"ligne {trouve[1]}, colonne {trouve[2]}" if trouve else "à la fin"
        raise ErreurDeReglage(
            f"{chemin}, {ou} : ce n'est pas du TOML lisible ; on attend des lignes comme "
            'port = 7860 ou langue = "fr".'
        ) from e
    except RecursionError as e:
        raise ErreurDeReglage(f"{chemin} : trop de tableaux emboîtés pour être lu.") from e


def _raison(erreur: OSError) -> str:
    if isinstance(erreur, IsADirectoryError):
        return "c'est un dossier"
    if isinstance(erreur, PermissionError):
        return "accès refusé"
    return erreur.strerror or "erreur de lecture"


def _plus_proche(mot: str, connus: Iterable[str]) -> str | None:
    from difflib import get_close_matches

    return next(iter(get_close_matches(mot, list(connus), n=1, cutoff=0.6)), None)


def _dossier_par_defaut() -> Path:
    import platformdirs

    return Path(platformdirs.user_data_dir("echelon", appauthor=False))


class _Refus(Exception):
    """What a reader expected instead."""


_Lecteur = Callable[[object, Path], object]


def _texte(brut: object, attendu: str) -> str:
    if not isinstance(brut, str) or not brut.strip() or not brut.isprintable():
        raise _Refus(attendu)
    return brut.strip()


def _chemin(brut: object, cwd: Path) -> Path:
    texte = _texte(brut, "le chemin d'un dossier")
    try:
        chemin = Path(texte).expanduser()
    except RuntimeError:
        raise _Refus("le chemin d'un dossier (ce compte est inconnu)") from None
    return Path(os.path.abspath(cwd / chemin))


def _dossier_a_creer(brut: object, cwd: Path) -> Path:
    chemin = _chemin(brut, cwd)
    if chemin.exists() and not chemin.is_dir():
        raise _Refus("un dossier ; il y a là un fichier")
    return chemin


def _dossier_existant(brut: object, cwd: Path) -> Path:
    chemin = _chemin(brut, cwd)
    if not chemin.is_dir():
        raise _Refus(f"un dossier qui existe ; il n'y en a pas à {chemin}")
    return chemin


def _fichier_existant(brut: object, cwd: Path) -> Path:
    chemin = _chemin(brut, cwd)
    if not chemin.is_file():
        raise _Refus(f"un fichier qui existe ; il n'y en a pas à {chemin}")
    return chemin


def _modele(brut: object, cwd: Path) -> str:
    return _texte(brut, "« use-multilingual », un nom de modèle ou un dossier")


def _hote(brut: object, cwd: Path) -> str:
    attendu = "une adresse sans espace, comme 127.0.0.1"
    texte = _texte(brut, attendu)
    if re.search(r"[\s/]", texte):
        raise _Refus(attendu)
    return texte


def _langue(brut: object, cwd: Path) -> str:
    attendu = "« fr » ou « en »"
    texte = _texte(brut, attendu).lower()
    if texte not in ("fr", "en"):
        raise _Refus(attendu)
    return texte


def _entier(bas: int, haut: int) -> _Lecteur:
    def lire(brut: object, cwd: Path) -> int:
        texte = brut.strip() if isinstance(brut, str) else repr(brut)
        if not re.fullmatch(r"[0-9]{1,7}", texte) or not bas <= int(texte) <= haut:
            raise _Refus(f"un nombre entier de {bas} à {haut}")
        return int(texte)

    return lire


_LECTEURS: Final[Mapping[str, _Lecteur]] = {
    "data_dir": _dossier_a_creer,
    "knowledge_dir": _dossier_existant,
    "prompts_dir": _dossier_existant,
    "kali_file": _fichier_existant,
    "embedding": _modele,
    "host": _hote,
    "port": _entier(1, 65535),
    "langue": _langue,
    "max_question": _entier(1, 100_000),
}
