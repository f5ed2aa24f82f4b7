"""The official texts: reading them, keeping them, and what they are once read."""

from assistant.corpus.officiel.depot import version_courante
from assistant.corpus.officiel.erreurs import ErreurDeDepot, VersionAbimee
from assistant.corpus.officiel.ouverture import assurer_textes

__all__ = ["ErreurDeDepot", "VersionAbimee", "assurer_textes", "version_courante"]
