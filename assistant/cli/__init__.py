"""The command line `echelon` (also `python -m assistant`): one file per command group."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from assistant.cli.racine import cli

__all__ = ["cli", "main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit code (0 done, 1 wrong use, 2 failed, 3 below)."""
    try:
        cli.main(args=list(sys.argv[1:] if argv is None else argv), prog_name="echelon")
    except SystemExit as fin:
        return fin.code if isinstance(fin.code, int) else 0
    return 0
