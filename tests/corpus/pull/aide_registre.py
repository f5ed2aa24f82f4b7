"""A small npm registry on loopback that misbehaves when asked to."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import tarfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from assistant.corpus.pull.paquet import MEMBRE, NOM

PUBLIC = "https://registry.npmjs.org"
KALI = b'{"type": "petit", "data": {}, "children": []}' * 400


def archive(contenu: bytes, nom: str = f"package/{MEMBRE}", lest: int = 300_000) -> bytes:
    """The tarball of a package whose KALI file has this content, with other files around it."""
    tampon = io.BytesIO()
    hasard = b"".join(hashlib.sha256(str(n).encode()).digest() for n in range(lest // 32))
    with tarfile.open(fileobj=tampon, mode="w:gz") as tar:
        for chemin, octets in (
            ("package/package.json", b"{}"), ("package/data/AUTRE.json", hasard),
            (nom, contenu), ("package/index.js", b"//"),
        ):
            entete = tarfile.TarInfo(chemin)
            entete.size = len(octets)
            tar.addfile(entete, io.BytesIO(octets))
    return tampon.getvalue()


@dataclass
class Registre:
    """What the server has and how it behaves; ``requetes``: (path, Range) of each request."""

    versions: dict[str, bytes] = field(default_factory=dict)
    derniere: str = ""
    statuts: list[int] = field(default_factory=list)  # one a request, before it behaves again
    statut_archive: int = 0
    couper: list[int] = field(default_factory=list)  # bytes after which an archive is cut
    plages: bool = True  # Range is honoured
    fausse_plage: bool = False
    fausse_somme: bool = False
    sans_longueur: bool = False
    attente: float = 0.0  # seconds before any answer
    lenteur: float = 0.0  # seconds between pieces of an archive
    renvois: int = 0  # redirects before an archive
    boucle: bool = False
    corps: bytes | None = None  # in place of the metadata
    adresse: str = ""
    requetes: list[tuple[str, str | None]] = field(default_factory=list)

    @property
    def archives_demandees(self) -> list[str | None]:
        """The Range of each request for an archive."""
        return [plage for chemin, plage in self.requetes if chemin.endswith(".tgz")]

    def metadonnees(self) -> bytes:
        if self.corps is not None:
            return self.corps
        entrees: dict[str, Any] = {}
        for version, octets in self.versions.items():
            somme = hashlib.sha512(b"autre" if self.fausse_somme else octets).digest()
            entrees[version] = {"name": NOM, "version": version, "dist": {
                "integrity": "sha512-" + base64.b64encode(somme).decode(),
                "tarball": f"{PUBLIC}/{NOM}/-/kali-data-{version}.tgz",
            }}
        etiquettes = {"latest": self.derniere or list(self.versions)[-1]}
        return json.dumps({"name": NOM, "dist-tags": etiquettes, "versions": entrees}).encode()


class _Poignee(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Serveur

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def do_GET(self) -> None:
        r = self.server.registre
        r.requetes.append((self.path, self.headers.get("Range")))
        time.sleep(r.attente)
        if r.statuts:
            self._repondre(r.statuts.pop(0), b"")
        elif not self.path.endswith(".tgz"):
            self._repondre(200 if "%2f" in self.path else 404, r.metadonnees())
        elif r.statut_archive:
            self._repondre(r.statut_archive, b"")
        elif r.boucle or (r.renvois and "/vers/" not in self.path):
            self.send_response(302)
            self.send_header("Location", f"/vers{self.path}" if not r.boucle else self.path)
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self._archive(r)

    def _repondre(self, statut: int, corps: bytes) -> None:
        self.send_response(statut)
        self.send_header("Content-Length", str(len(corps)))
        self.end_headers()
        self.wfile.write(corps)

    def _archive(self, r: Registre) -> None:
        octets = r.versions[self.path.rsplit("-", 1)[1].removesuffix(".tgz")]
        debut, plage = 0, self.headers.get("Range")
        if plage and r.plages:
            debut = int(plage.removeprefix("bytes=").rstrip("-"))
            if debut >= len(octets):
                self._repondre(416, b"")
                return
        reste = octets[debut:]
        self.send_response(206 if debut else 200)
        if debut:
            dit = 7 if r.fausse_plage else debut
            self.send_header("Content-Range", f"bytes {dit}-{len(octets) - 1}/{len(octets)}")
        if r.sans_longueur:
            self.send_header("Connection", "close")
        else:
            self.send_header("Content-Length", str(len(reste)))
        self.end_headers()
        if r.couper:
            self.wfile.write(reste[: r.couper.pop(0)])
            self.wfile.flush()
            self.close_connection = True
            return
        for n in range(0, len(reste), 1 << 14):
            self.wfile.write(reste[n : n + (1 << 14)])
            time.sleep(r.lenteur)
        self.close_connection = r.sans_longueur


class _Serveur(ThreadingHTTPServer):
    daemon_threads = True
    registre: Registre

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass  # a client that left: what these tests are about


@contextmanager
def servir(registre: Registre) -> Iterator[Registre]:
    """Serve it on a free port of loopback; ``registre.adresse`` is its base address."""
    serveur = _Serveur(("127.0.0.1", 0), _Poignee)
    serveur.registre = registre
    registre.adresse = f"http://127.0.0.1:{serveur.server_port}/"
    fil = threading.Thread(target=serveur.serve_forever, args=(0.01,), daemon=True)
    fil.start()
    try:
        yield registre
    finally:
        serveur.shutdown()
        serveur.server_close()
