"""A tarball into the data folder, resumed where it stopped, checked by its SHA-512."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from assistant.corpus.pannes import pannes_dites
from assistant.corpus.pull.erreurs import ErreurDeTelechargement
from assistant.corpus.pull.paquet import Archive
from assistant.corpus.pull.reprises import reprises
from assistant.corpus.pull.reseau import PASSAGERS, client, refuser_ce_statut, reseau_en_francais

if TYPE_CHECKING:
    import httpx

__all__ = ["ARCHIVE_MAX", "Progres", "telecharger"]

Progres = Callable[[int, int], object]
"""Called with bytes done and bytes in all (0: unknown)."""

ARCHIVE_MAX = 1 << 30


def telecharger(
    archive: Archive, dossier: Path, progres: Progres | None = None, delai: float = 30.0
) -> Path:
    """The checked tarball in ``dossier``; what an earlier, interrupted call left is used.

    One caller at a time. Raises ErreurDeTelechargement.
    """
    final = dossier / f"kali-data-{archive.version}.tgz"
    partiel = final.with_suffix(".tgz.partiel")
    with pannes_dites(dossier, "le téléchargement", ErreurDeTelechargement):
        dossier.mkdir(parents=True, exist_ok=True)
        if final.is_file() and _somme(final) == archive.sha512:
            return final
        repris = _reprendre(partiel, archive)
        _remplir(archive, partiel, progres, delai)
        if repris and _somme(partiel) != archive.sha512:
            partiel.unlink()  # what was kept may have been bad: once more from the start
            _remplir(archive, partiel, progres, delai)
        if _somme(partiel) != archive.sha512:
            partiel.unlink()
            raise ErreurDeTelechargement(
                f"Le fichier reçu de {urlsplit(archive.adresse).hostname} n'est pas celui "
                "qu'annonce le registre (somme sha512 différente) : il a été supprimé. Relancez ; "
                "si cela se répète, un proxy modifie les fichiers ou le registre est en défaut."
            )
        os.replace(partiel, final)
        _etat(partiel).unlink(missing_ok=True)
    return final


def _etat(partiel: Path) -> Path:
    return partiel.with_suffix(".etat")


def _reprendre(partiel: Path, archive: Archive) -> bool:
    """True when the beginning there is of this very tarball; another one's is removed."""
    etat = _etat(partiel)
    attendu = json.dumps({"sha512": archive.sha512})
    try:
        meme = etat.read_text(encoding="utf-8") == attendu
    except (OSError, ValueError):
        meme = False
    if not meme:
        partiel.unlink(missing_ok=True)
        etat.write_text(attendu, encoding="utf-8")
    return meme and partiel.exists() and partiel.stat().st_size > 0


def _remplir(archive: Archive, partiel: Path, progres: Progres | None, delai: float) -> None:
    """Append to the partial file until the server has no more; again after a cut, bounded."""
    with reseau_en_francais(archive.adresse), client(delai) as http:
        for essai in reprises():
            with essai:
                deja = partiel.stat().st_size if partiel.exists() else 0
                demande = {"Accept-Encoding": "identity"}
                if deja:
                    demande["Range"] = f"bytes={deja}-"
                with http.stream("GET", archive.adresse, headers=demande) as reponse:
                    if reponse.status_code in PASSAGERS:
                        essai.recommencer(reponse.status_code)
                    if reponse.status_code == 416:
                        return  # nothing after what is there: the checksum judges it
                    refuser_ce_statut(archive.adresse, reponse.status_code)
                    _recevoir(reponse, partiel, _depart(reponse, deja), progres)


def _depart(reponse: httpx.Response, deja: int) -> int:
    """Where the answer's bytes go: at the end of what is there, or at 0 when all is sent again."""
    if not deja or reponse.status_code != 206:
        return 0
    plage = re.match(r"bytes (\d+)-", reponse.headers.get("Content-Range", ""))
    return deja if plage and int(plage[1]) == deja else 0


def _recevoir(
    reponse: httpx.Response, partiel: Path, depart: int, progres: Progres | None
) -> None:
    if reponse.status_code == 206 and not depart:
        partiel.unlink(missing_ok=True)  # another range than asked for: ask for all
        import httpx

        raise httpx.RemoteProtocolError("unexpected range")
    longueur = reponse.headers.get("Content-Length", "")
    total = depart + int(longueur) if longueur.isdigit() else 0
    fait = depart
    with partiel.open("r+b" if depart else "wb") as f:
        f.seek(depart)
        for morceau in reponse.iter_raw():  # as it comes: what is kept is all that came
            fait += len(morceau)
            if max(fait, total) > ARCHIVE_MAX:
                raise ErreurDeTelechargement(
                    f"Le registre envoie plus de {ARCHIVE_MAX >> 20} Mo : ce n'est pas ce paquet."
                )
            f.write(morceau)
            if progres:
                progres(fait, total)
        f.flush()
        os.fsync(f.fileno())


def _somme(fichier: Path) -> str:
    with fichier.open("rb") as f:
        return base64.b64encode(hashlib.file_digest(f, "sha512").digest()).decode("ascii")
