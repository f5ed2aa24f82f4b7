"""The checks of `echelon doctor`: each gives a state, what was found, and what repairs it."""

from __future__ import annotations

import errno
import importlib.metadata
import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from assistant.corpus import KnowledgeBase
    from assistant.settings import Settings

__all__ = ["Verification", "tout_verifier"]

PYTHON_MIN = (3, 11)
PLACE_MIN = 200 << 20
"""Bytes that the data folder's disk should have free, for the index and the conversations."""
_REINSTALLER = "pip install ."
_RACINE = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Verification:
    """One check. "note" is worth knowing, "manque" can be repaired, "panne" stops everything."""

    nom: str
    etat: Literal["bien", "note", "manque", "panne"]
    constat: str
    remede: str | None = None


def tout_verifier(settings: Settings | None) -> Iterator[Verification]:
    """Run the checks in order; those that need settings are left out when there are none."""
    yield _python()
    yield _paquets()
    yield from _variables()
    if settings is None:
        return
    kb, constat = _connaissances(settings)
    yield constat
    if kb is not None:
        yield _relecture(kb)
        yield _index(settings, kb)
        yield _appris(settings, kb)
    yield _dossier(settings.data_dir)
    yield _port(settings)


def _python() -> Verification:
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < PYTHON_MIN:
        return Verification(
            "Python",
            "panne",
            f"version {version}, trop ancienne",
            "installez Python 3.11 ou plus récent",
        )
    return Verification("Python", "bien", f"version {version}")


def _paquets() -> Verification:
    try:
        from packaging.requirements import InvalidRequirement, Requirement
    except ModuleNotFoundError:
        return Verification("Paquets", "manque", "il manque packaging", _REINSTALLER)
    mauvais: list[str] = []
    exigences = _exigences()
    for texte in exigences:
        try:
            exigence = Requirement(texte)
        except InvalidRequirement:
            continue
        if exigence.marker is not None and not exigence.marker.evaluate({"extra": ""}):
            continue
        try:
            version = importlib.metadata.version(exigence.name)
        except importlib.metadata.PackageNotFoundError:
            mauvais.append(f"{exigence.name} manque")
            continue
        if not exigence.specifier.contains(version, prereleases=True):
            mauvais.append(f"{exigence.name} {version} au lieu de {exigence.specifier}")
    if mauvais:
        return Verification("Paquets", "manque", " ; ".join(mauvais), _REINSTALLER)
    if not exigences:
        return Verification("Paquets", "note", "liste inconnue : lancé hors d'une installation")
    return Verification("Paquets", "bien", "tous installés, aux versions attendues")


def _exigences() -> list[str]:
    """What the project requires: of its installation, else of the pyproject.toml beside it."""
    try:
        return importlib.metadata.requires("echelon-assistant") or []
    except importlib.metadata.PackageNotFoundError:
        pass
    import tomllib

    try:
        projet = tomllib.loads((_RACINE / "pyproject.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return [str(e) for e in projet.get("project", {}).get("dependencies", [])]


def _variables() -> Iterator[Verification]:
    from assistant.settings import variables_inconnues

    for variable, proche in variables_inconnues():
        remede = f"vouliez-vous dire {proche} ?" if proche else None
        yield Verification("Environnement", "note", f"{variable} ne règle rien", remede)


def _connaissances(settings: Settings) -> tuple[KnowledgeBase | None, Verification]:
    from assistant.cli.contexte import connaissances

    try:
        kb = connaissances(settings)
    except Exception as e:  # whatever keeps it from loading is what doctor is asked for
        remede = "corrigez ce fichier, puis relancez"
        return None, Verification("Connaissances", "panne", str(e) or type(e).__name__, remede)
    constat = f"{len(kb.fiches)} fiches, {len(kb.passages)} passages, version {kb.version}"
    return kb, Verification("Connaissances", "bien", constat)


def _relecture(kb: KnowledgeBase) -> Verification:
    total = len(kb.regles)
    relues = sum(1 for r in kb.regles.values() if r.relu_par)
    if relues == total:
        return Verification("Relecture", "bien", f"{total} règles relues par un juriste")
    return Verification(
        "Relecture",
        "note",
        f"{relues} règle{'s' if relues > 1 else ''} sur {total} relue"
        f"{'s' if relues > 1 else ''} par un juriste : les réponses informent, sans plus",
    )


def _appris(settings: Settings, kb: KnowledgeBase) -> Verification:
    """The fitted models: there, and of the encoder in use."""
    from assistant.retrieval import ErreurRecherche
    from assistant.retrieval.appris import FICHIER, Modeles

    nom = "Compréhension apprise"
    try:
        modeles = Modeles.charger(kb.racine / FICHIER)
    except ErreurRecherche as erreur:
        return Verification(nom, "manque", str(erreur), "echelon learn")
    if modeles.encodeur != settings.embedding:
        constat = f"ajustée pour un autre modèle ({modeles.encodeur}) : les mots seuls servent"
        return Verification(nom, "note", constat, "echelon learn")
    constat = f"{len(modeles.fiches.classes)} fiches, {len(modeles.intentions.classes)} intentions"
    return Verification(nom, "bien", constat)


def _index(settings: Settings, kb: KnowledgeBase) -> Verification:
    from assistant.retrieval import ErreurIndex
    from assistant.retrieval.emplacement import Emplacement
    from assistant.retrieval.manifeste import lire

    lieu = Emplacement.de(settings.data_dir)
    versions = lieu.versions()
    if not versions:
        return Verification("Index", "manque", "il n'est pas encore construit", "echelon index")
    try:
        manifeste = lire(lieu.dossier(versions[0]))
    except ErreurIndex as e:
        return Verification("Index", "manque", str(e), "echelon index")
    if manifeste.version != kb.version:
        constat = "il est d'une autre version des connaissances"
    elif manifeste.encodeur != settings.embedding:
        constat = f"il est d'un autre modèle ({manifeste.encodeur})"
    else:
        return Verification("Index", "bien", f"à jour, {manifeste.passages} passages")
    return Verification("Index", "manque", constat, "echelon index")


def _dossier(dossier: Path) -> Verification:
    existant = next((d for d in (dossier, *dossier.parents) if d.exists()), dossier)
    autre = "choisissez un autre dossier avec ECHELON_DATA_DIR"
    try:
        if existant == dossier:
            with tempfile.TemporaryFile(dir=dossier):
                pass
        elif not existant.is_dir() or not os.access(existant, os.W_OK | os.X_OK):
            raise PermissionError
        libre = shutil.disk_usage(existant).free
    except OSError:
        return Verification(
            "Dossier de données",
            "manque",
            f"{dossier} ne peut pas être écrit",
            f"donnez-vous le droit d'y écrire, ou {autre}",
        )
    place = f"{libre / (1 << 30):.1f} Go libres".replace(".", ",")
    if libre < PLACE_MIN:
        return Verification(
            "Dossier de données",
            "manque",
            f"{dossier}, {place} : trop peu",
            f"libérez de la place, ou {autre}",
        )
    suite = "" if existant == dossier else ", à créer"
    return Verification("Dossier de données", "bien", f"{dossier}{suite}, {place}")


def _port(settings: Settings) -> Verification:
    nom, lieu = "Adresse de la page", f"{settings.host}:{settings.port}"
    famille = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(famille, socket.SOCK_STREAM) as essai:
        if os.name == "posix":
            essai.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            essai.bind((settings.host, settings.port))
            essai.listen(1)
        except OSError as e:
            return _port_refuse(nom, lieu, e)
    return Verification(nom, "bien", f"{lieu} est libre")


def _port_refuse(nom: str, lieu: str, erreur: OSError) -> Verification:
    if erreur.errno == errno.EADDRINUSE:
        remede = "si la page ne tourne pas déjà, réglez ECHELON_PORT à un autre port"
        return Verification(nom, "note", f"{lieu} est pris : la page tourne peut-être", remede)
    if erreur.errno == errno.EACCES:
        remede = "réglez ECHELON_PORT à un port au-dessus de 1023"
        return Verification(nom, "manque", f"{lieu} vous est interdit", remede)
    remede = "réglez ECHELON_HOST, par exemple à 127.0.0.1"
    return Verification(nom, "manque", f"{lieu} n'est pas une adresse de ce poste", remede)
