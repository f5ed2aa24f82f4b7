"""Where the page listens: checked before anything slow is loaded, said in plain words."""

import errno
import socket
import sys

__all__ = ["EcouteImpossible", "PortPris", "adresse", "verifier"]


class EcouteImpossible(RuntimeError):
    """The page cannot listen where the settings say; the message says why and what to set."""


class PortPris(EcouteImpossible):
    """Another program listens on the port; the message names it and how to choose another."""

    def __init__(self, host: str, port: int) -> None:
        autre = port + 1 if port < 65535 else port - 1
        super().__init__(
            f"Le port {port} de {host} est déjà pris. Si la page tourne déjà, ouvrez "
            f"{adresse(host, port)} ; sinon, choisissez un autre port : ECHELON_PORT={autre}."
        )


def verifier(host: str, port: int) -> None:
    """Raise `EcouteImpossible` when nothing could listen there now."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as essai:
        if sys.platform != "win32":  # there it would let two programs share a port
            essai.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            essai.bind((host, port))
        except OSError as erreur:
            raise _expliquer(erreur, host, port) from erreur


def _expliquer(erreur: OSError, host: str, port: int) -> EcouteImpossible:
    if erreur.errno == errno.EADDRINUSE:
        return PortPris(host, port)
    if erreur.errno == errno.EACCES:
        return EcouteImpossible(
            f"Le port {port} est réservé par le système : choisissez-en un au-dessus de 1024, "
            "par exemple ECHELON_PORT=7860."
        )
    return EcouteImpossible(
        f"La page ne peut pas écouter à l'adresse {host} : ce n'est pas une adresse de cette "
        "machine. Par défaut : ECHELON_HOST=127.0.0.1."
    )


def adresse(host: str, port: int) -> str:
    """What to type in a browser; "everywhere" (0.0.0.0) is reached through this machine."""
    visible = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    return f"http://[{visible}]:{port}" if ":" in visible else f"http://{visible}:{port}"
