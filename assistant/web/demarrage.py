"""Importing Gradio without the part that no server needs: 1.9 s instead of 3.2 s.

While it is imported, Gradio compares the editor stubs (`.pyi`) of its 76 components with their
sources, parses each source twice for it, and rewrites those that differ in site-packages. Nobody
reads them on a server, and it is the longest thing that the first page waits for.
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType

__all__ = ["importer_gradio"]

_MODULE, _FONCTION = "gradio.component_meta", "create_or_modify_pyi"


def importer_gradio() -> None:
    """Import gradio without its stubs; a Gradio that has no such step is imported as it is."""
    with _sans_stubs():
        import gradio  # noqa: F401


@contextmanager
def _sans_stubs() -> Iterator[None]:
    chercheur = _Chercheur()
    sys.meta_path.insert(0, chercheur)
    try:
        yield
    finally:
        sys.meta_path.remove(chercheur)


class _Chercheur(MetaPathFinder):
    """Finds one module as usual, to be loaded by `_Chargeur`."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != _MODULE:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.loader is not None:
            spec.loader = _Chargeur(spec.loader)
        return spec


class _Chargeur(Loader):
    """Loads the module as usual, then makes its stub-writing do nothing."""

    def __init__(self, habituel: Loader) -> None:
        self._habituel = habituel

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._habituel.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        self._habituel.exec_module(module)
        if hasattr(module, _FONCTION):
            setattr(module, _FONCTION, lambda *_arguments: None)
