"""serve: a port in use is said at once, before anything heavy is loaded."""

import socket
import subprocess
import time
from collections.abc import Callable

Echelon = Callable[..., subprocess.CompletedProcess[bytes]]


def test_port_pris(echelon: Echelon) -> None:
    with socket.socket() as pris:
        pris.bind(("127.0.0.1", 0))
        pris.listen(1)
        port = str(pris.getsockname()[1])
        debut = time.monotonic()
        r = echelon("serve", "--port", port)
    assert r.returncode == 1
    assert f"Le port {port} de 127.0.0.1 est déjà pris" in r.stderr.decode()
    assert b"Traceback" not in r.stderr
    assert time.monotonic() - debut < 10


def test_option_avant_le_reglage(echelon: Echelon) -> None:
    with socket.socket() as pris:
        pris.bind(("127.0.0.1", 0))
        pris.listen(1)
        port = str(pris.getsockname()[1])
        r = echelon("serve", "--host", "127.0.0.1", env={"ECHELON_PORT": port})
        assert f"Le port {port} de 127.0.0.1" in r.stderr.decode()
