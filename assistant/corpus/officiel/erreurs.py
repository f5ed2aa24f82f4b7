"""What goes wrong around the stored knowledge: each message is a sentence a user can act on."""

from __future__ import annotations

__all__ = ["ErreurDeDepot", "VersionAbimee"]


class ErreurDeDepot(RuntimeError):
    """The stored knowledge cannot be written, read or switched (disk, rights, another process)."""


class VersionAbimee(ErreurDeDepot):
    """A version's files are not those its manifest vouches for, or of another layout."""
