"""HTTP with the failures of a network said in French."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from assistant.corpus.pull.erreurs import AUTREMENT, ErreurDeTelechargement, RegistreRefuse

if TYPE_CHECKING:
    import httpx

__all__ = ["PASSAGERS", "client", "refuser_ce_statut", "reseau_en_francais"]

PASSAGERS = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Statuses worth another try."""


@contextmanager
def client(delai: float = 30.0) -> Iterator[httpx.Client]:
    """A client that follows redirects and the proxies of the environment; seconds to wait."""
    import httpx

    try:
        attentes = httpx.Timeout(delai, connect=min(delai, 15.0))
        ouvert = httpx.Client(
            timeout=attentes, follow_redirects=True, headers={"User-Agent": "echelon"}
        )
    except (ValueError, ImportError, OSError) as exc:  # a proxy or certificate setting
        raise ErreurDeTelechargement(
            f"Le réglage du réseau n'est pas utilisable ({exc}). Vérifiez HTTP_PROXY, HTTPS_PROXY, "
            "ALL_PROXY et SSL_CERT_FILE."
        ) from exc
    with ouvert:
        yield ouvert


@contextmanager
def reseau_en_francais(adresse: str) -> Iterator[None]:
    """Turn the block's network failures into ErreurDeTelechargement naming the host."""
    import httpx

    hote = urlsplit(adresse).hostname or adresse
    try:
        yield
    except httpx.ProxyError as exc:
        raise ErreurDeTelechargement(
            f"Le proxy refuse la connexion vers {hote} ({exc}). Vérifiez HTTP_PROXY, HTTPS_PROXY "
            f"et NO_PROXY. {AUTREMENT}"
        ) from exc
    except httpx.TimeoutException as exc:
        raise ErreurDeTelechargement(
            f"{hote} ne répond pas à temps. Vérifiez le réseau et le proxy, puis relancez : ce qui "
            f"est déjà téléchargé est gardé. {AUTREMENT}"
        ) from exc
    except httpx.ConnectError as exc:
        raise ErreurDeTelechargement(_connexion(hote, exc)) from exc
    except httpx.TooManyRedirects as exc:
        raise ErreurDeTelechargement(
            f"{hote} renvoie sans fin d'une adresse à l'autre : ce registre est mal réglé."
        ) from exc
    except (httpx.TransportError, httpx.StreamError, httpx.DecodingError) as exc:
        raise ErreurDeTelechargement(
            f"La connexion à {hote} s'est coupée ({type(exc).__name__}). Relancez : ce qui est "
            f"déjà téléchargé est gardé. {AUTREMENT}"
        ) from exc
    except httpx.InvalidURL as exc:
        raise ErreurDeTelechargement(f"L'adresse {hote} n'est pas valable ({exc}).") from exc


def _connexion(hote: str, exc: Exception) -> str:
    cause: BaseException | None = exc
    while cause is not None and not isinstance(cause, ssl.SSLError):
        cause = cause.__cause__ or cause.__context__
    texte = str(exc).lower()
    if cause is not None or "certificate" in texte or "ssl" in texte:
        return (
            f"Le certificat de {hote} n'est pas reconnu, ou la connexion chiffrée échoue. Derrière "
            "un proxy d'entreprise, donnez son autorité par SSL_CERT_FILE, et vérifiez l'heure de "
            f"ce poste. {AUTREMENT}"
        )
    inconnu = ("name or service", "nodename", "getaddrinfo", "name resolution", "no address")
    if any(m in texte for m in inconnu):
        return (
            f"Le nom {hote} est introuvable (DNS) : ce poste est sans doute hors ligne, ou passe "
            f"par un proxy à donner dans HTTPS_PROXY. {AUTREMENT}"
        )
    return f"Impossible de joindre {hote} ({exc}). Vérifiez le réseau et le proxy. {AUTREMENT}"


def refuser_ce_statut(adresse: str, statut: int) -> None:
    """Raise for an answer that is no success: RegistreRefuse, or ErreurDeTelechargement."""
    hote = urlsplit(adresse).hostname or adresse
    if statut in (401, 403):
        raise RegistreRefuse(
            f"{hote} refuse l'accès ({statut}) : il demande un compte. Réglez l'accès dans npm "
            f"(npm login) ou choisissez un autre registre. {AUTREMENT}"
        )
    if statut == 407:
        raise ErreurDeTelechargement(
            f"Le proxy demande un nom et un mot de passe : mettez-les dans HTTPS_PROXY. {AUTREMENT}"
        )
    if statut == 404:
        raise ErreurDeTelechargement(
            f"{hote} n'a pas ce qu'on lui demande (404). Ce registre ne relaie peut-être pas les "
            f"paquets publics. {AUTREMENT}"
        )
    if statut >= 500 or statut in PASSAGERS:
        raise ErreurDeTelechargement(
            f"{hote} est en panne ou surchargé ({statut}). Relancez plus tard : ce qui est déjà "
            f"téléchargé est gardé. {AUTREMENT}"
        )
    if not 200 <= statut < 300:
        raise ErreurDeTelechargement(f"{hote} répond {statut}, ce qu'on n'attendait pas.")
