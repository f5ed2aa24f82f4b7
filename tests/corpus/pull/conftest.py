"""A registry with one version of the package, configured as npm's, and quick retries."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from aide_registre import KALI, Registre, archive, servir


@pytest.fixture
def registre(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Registre]:
    """The registry, well behaved until told otherwise."""
    for nom in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(nom, raising=False)
    monkeypatch.setattr("assistant.corpus.pull.reprises.ATTENTE", 0.01)
    with servir(Registre({"3.450.0": archive(KALI)})) as r:
        monkeypatch.setenv("npm_config_registry", r.adresse)
        yield r
