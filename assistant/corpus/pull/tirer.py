"""From the package to the KALI file in the data folder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from assistant.corpus.pannes import pannes_dites
from assistant.corpus.pull.erreurs import ErreurDeTelechargement, RegistreRefuse
from assistant.corpus.pull.extraction import extraire
from assistant.corpus.pull.npm import npm_pack, npm_present
from assistant.corpus.pull.paquet import NOM, SOMMES_CONNUES, VERSION, chercher_l_archive
from assistant.corpus.pull.registre import registre_configure
from assistant.corpus.pull.telechargement import Progres, telecharger

__all__ = ["Tirage", "tirer"]

DELAI_VERROU = 600.0


@dataclass(frozen=True, slots=True)
class Tirage:
    """The KALI file got, and where from; ``avis`` in French sentences.

    ``fichier``: in the data folder. ``reseau``: False when it was already there, checked.
    """

    fichier: Path
    version: str
    sha256: str
    reseau: bool
    avis: tuple[str, ...] = ()

    @property
    def source(self) -> dict[str, str]:
        """Origin, as a Lecture tells it."""
        return {"sha256": self.sha256, "paquet": NOM, "version": self.version}


def tirer(
    data_dir: Path, version: str = VERSION, force: bool = False, progres: Progres | None = None,
    delai: float = 30.0,
) -> Tirage:
    """Have the KALI file of a version of the package, from the data folder or the registry.

    A version whose checksum is known and whose file is there asks nothing of the network,
    unless ``force``. ``delai``: seconds the server may stay silent. Raises
    ErreurDeTelechargement, or VersionDuPaquetInconnue for the caller's own mistake.
    """
    dossier = data_dir / "telechargements"
    with pannes_dites(dossier, "le téléchargement", ErreurDeTelechargement):
        dossier.mkdir(parents=True, exist_ok=True)
        with _seul(dossier):
            deja = None if force else _deja_la(dossier, version)
            return deja or _prendre(dossier, version, progres, delai)


def _fichier(dossier: Path, version: str) -> Path:
    return dossier / f"KALICONT000005635191-{version}.json"


def _deja_la(dossier: Path, version: str) -> Tirage | None:
    connue, fichier = SOMMES_CONNUES.get(version), _fichier(dossier, version)
    if connue is None or not fichier.is_file():
        return None
    with fichier.open("rb") as f:
        somme = hashlib.file_digest(f, "sha256").hexdigest()
    return Tirage(fichier, version, somme, reseau=False) if somme == connue else None


def _prendre(dossier: Path, version: str, progres: Progres | None, delai: float) -> Tirage:
    avis: list[str] = []
    try:
        archive = chercher_l_archive(registre_configure(), version, delai)
        version = archive.version
        if archive.plus_recente:
            avis.append(
                f"Une version plus récente du paquet existe : {archive.plus_recente} (« echelon "
                f"knowledge pull --version {archive.plus_recente} »)."
            )
        chemin = telecharger(archive, dossier, progres, delai)
    except RegistreRefuse:
        if not npm_present() or version == "latest":
            raise
        chemin = npm_pack(version, dossier)
        avis.append("Le registre refuse l'accès direct : le paquet a été pris par npm.")
    fichier = _fichier(dossier, version)
    somme = extraire(chemin, fichier)
    _verifier(fichier, version, somme)
    if version not in SOMMES_CONNUES:
        avis.append(
            f"La version {version} n'est pas celle contre laquelle ce programme a été vérifié "
            f"({VERSION}) : regardez les nombres ci-dessus avant de vous y fier."
        )
    _ranger(dossier, fichier)
    return Tirage(fichier, version, somme, reseau=True, avis=tuple(avis))


def _ranger(dossier: Path, garde: Path) -> None:
    """Keep the file got, not its tarball nor what earlier versions left."""
    for motif in ("KALICONT*.json", "kali-data-*", ".*.tmp"):
        for autre in dossier.glob(motif):
            if autre != garde:
                autre.unlink(missing_ok=True)


def _verifier(fichier: Path, version: str, somme: str) -> None:
    attendue = SOMMES_CONNUES.get(version)
    if attendue is not None and somme != attendue:
        fichier.unlink(missing_ok=True)
        raise ErreurDeTelechargement(
            f"Le fichier du paquet {version} n'est pas celui qu'on connaît (somme sha256 {somme[:12]}… "
            f"au lieu de {attendue[:12]}…) : il est écarté. Le registre sert un autre contenu sous "
            "ce numéro."
        )


@contextmanager
def _seul(dossier: Path) -> Iterator[None]:
    """One download at a time in a folder; the system frees the lock of a process that dies."""
    from filelock import FileLock, Timeout

    verrou = FileLock(dossier / ".verrou")
    try:
        verrou.acquire(timeout=DELAI_VERROU)
    except Timeout:
        raise ErreurDeTelechargement(
            f"Un autre processus télécharge dans {dossier} depuis plus de {DELAI_VERROU / 60:.0f} "
            "minutes. Attendez qu'il finisse ou arrêtez-le, puis relancez."
        ) from None
    try:
        yield
    finally:
        verrou.release()
