"""The npm package of the official texts: its versions, the address and checksum of each."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assistant.corpus.pull.erreurs import ErreurDeTelechargement, VersionDuPaquetInconnue
from assistant.corpus.pull.registre import adresse_de_l_archive, sans_identifiants
from assistant.corpus.pull.reprises import reprises
from assistant.corpus.pull.reseau import PASSAGERS, client, refuser_ce_statut, reseau_en_francais

__all__ = ["MEMBRE", "NOM", "SOMMES_CONNUES", "VERSION", "Archive", "chercher_l_archive"]

NOM = "@socialgouv/kali-data"
VERSION = "3.449.0"
MEMBRE = "data/KALICONT000005635191.json"
SOMMES_CONNUES = {"3.449.0": "a8f7e561ad28d42fabc2fa84665e19ea6ad5fe1a46a574f9b219c43d2ddf2af7"}
"""SHA-256 of `MEMBRE` by version of the package."""

_METADONNEES_MAX = 64 << 20
_ABREGE = "application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8"
_VERSION = re.compile(r"\d{1,9}\.\d{1,9}\.\d{1,9}(?:-[0-9A-Za-z.-]{1,40})?", re.ASCII)
_INTEGRITE = re.compile(r"sha512-([A-Za-z0-9+/]{86}==)")


@dataclass(frozen=True, slots=True)
class Archive:
    """A tarball: version, address, base64 SHA-512 of the registry, newest version it knows."""

    version: str
    adresse: str
    sha512: str
    plus_recente: str | None = None


def chercher_l_archive(registre: str, version: str = VERSION, delai: float = 30.0) -> Archive:
    """Ask the registry for a version ("latest": the newest).

    Raises VersionDuPaquetInconnue, or ErreurDeTelechargement for all the rest.
    """
    if version != "latest" and not _VERSION.fullmatch(version):
        raise VersionDuPaquetInconnue(
            f"« {version[:40]} » n'est pas une version : on attend trois nombres, comme {VERSION}, "
            "ou « latest »."
        )
    adresse = f"{registre}{NOM.replace('/', '%2f')}"
    fiche = _lire(adresse, delai)
    return _choisir(fiche, version, registre, adresse)


def _lire(adresse: str, delai: float) -> Mapping[str, Any]:
    octets = b""
    with reseau_en_francais(adresse), client(delai) as http:
        for essai in reprises():
            with essai, http.stream("GET", adresse, headers={"Accept": _ABREGE}) as reponse:
                if reponse.status_code in PASSAGERS:
                    essai.recommencer(reponse.status_code)
                refuser_ce_statut(adresse, reponse.status_code)
                octets = b""
                for morceau in reponse.iter_bytes(1 << 16):
                    octets += morceau
                    if len(octets) > _METADONNEES_MAX:
                        raise ErreurDeTelechargement(
                            f"Le registre envoie plus de {_METADONNEES_MAX >> 20} Mo de "
                            "description : ce n'est pas un registre npm."
                        )
    try:
        fiche = json.loads(octets)
        if not isinstance(fiche, dict) or not isinstance(fiche["versions"], dict):
            raise TypeError
    except (ValueError, TypeError, KeyError, RecursionError):
        raise ErreurDeTelechargement(
            f"{sans_identifiants(adresse)} ne répond pas comme un registre npm (une page de "
            "connexion ou un proxy répond peut-être à sa place)."
        ) from None
    return fiche


def _choisir(fiche: Mapping[str, Any], version: str, registre: str, adresse: str) -> Archive:
    versions: dict[str, Any] = fiche["versions"]
    etiquettes = fiche.get("dist-tags")
    derniere = etiquettes.get("latest") if isinstance(etiquettes, dict) else None
    derniere = derniere if isinstance(derniere, str) and derniere in versions else None
    voulue = (derniere or "") if version == "latest" else version
    entree = versions.get(voulue)
    if entree is None:
        suite = f" La plus récente est {derniere}." if derniere else ""
        raise VersionDuPaquetInconnue(f"Le paquet {NOM} n'a pas de version {version}.{suite}")
    try:
        archive, integrite = entree["dist"]["tarball"], str(entree["dist"]["integrity"])
        sommes = _INTEGRITE.findall(integrite)
        if not isinstance(archive, str) or not archive.startswith(("http://", "https://")):
            raise TypeError
        return Archive(
            voulue, adresse_de_l_archive(archive, registre), sommes[0],
            derniere if derniere and _rang(derniere) > _rang(voulue) else None,
        )
    except (KeyError, TypeError, IndexError):
        raise ErreurDeTelechargement(
            f"{sans_identifiants(adresse)} décrit la version {voulue} sans adresse ni somme "
            "sha512 : ce registre n'est pas utilisable."
        ) from None


def _rang(version: str) -> tuple[int, ...]:
    return tuple(int(n) for n in re.findall(r"\d+", version.partition("-")[0])[:3])
