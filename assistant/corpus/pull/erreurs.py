"""What goes wrong while fetching: each message is a sentence a user can act on."""

from __future__ import annotations

__all__ = ["AUTREMENT", "ErreurDeTelechargement", "RegistreRefuse", "VersionDuPaquetInconnue"]

AUTREMENT = (
    "Si ce poste n'a pas d'accès, prenez le fichier KALI sur un autre et importez-le : « echelon "
    "knowledge pull --file FICHIER »."
)


class ErreurDeTelechargement(RuntimeError):
    """The package cannot be had: network, registry, checksum, disk."""


class RegistreRefuse(ErreurDeTelechargement):
    """The registry wants to know who asks (401, 403): npm may have what it takes."""


class VersionDuPaquetInconnue(ValueError):
    """The version asked for is not one of the package's."""
