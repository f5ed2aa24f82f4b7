"""Which npm registry this computer uses, by npm's own configuration, and its tarball addresses."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from assistant.corpus.pull.erreurs import ErreurDeTelechargement

__all__ = ["PUBLIC", "adresse_de_l_archive", "registre_configure", "sans_identifiants"]

PUBLIC = "https://registry.npmjs.org/"
_PORTEE = "@socialgouv:registry"
_VARIABLE = re.compile(r"\$\{([^}]+)\}")


def registre_configure(
    env: Mapping[str, str] | None = None, domicile: Path | None = None
) -> str:
    """Base address of the registry, ending in "/".

    First `npm_config_registry`, then ~/.npmrc (the scope's own registry before the general
    one), then what npm itself says where it is installed, else the public one. Tokens are not
    read: a registry that wants one is left to npm. Raises ErreurDeTelechargement.
    """
    env = os.environ if env is None else env
    domicile = Path.home() if domicile is None else domicile
    trouve = (
        next((v for n, v in env.items() if n.lower() == "npm_config_registry" and v.strip()), "")
        or _du_fichier(Path(env.get("NPM_CONFIG_USERCONFIG") or domicile / ".npmrc"), env)
        or _de_npm(env)
        or PUBLIC
    ).strip()
    if not re.match(r"https?://[^/\s]+", trouve):
        raise ErreurDeTelechargement(
            f"Le registre npm configuré, « {sans_identifiants(trouve)[:80]} », n'est pas une "
            "adresse http(s). Corrigez npm_config_registry ou ~/.npmrc."
        )
    return trouve.rstrip("/") + "/"


def _du_fichier(npmrc: Path, env: Mapping[str, str]) -> str:
    try:
        lignes = npmrc.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    valeurs: dict[str, str] = {}
    for ligne in lignes:
        cle, egal, valeur = ligne.partition("=")
        if egal and cle.strip() in ("registry", _PORTEE):
            propre = valeur.strip().strip("\"'")
            valeurs[cle.strip()] = _VARIABLE.sub(lambda m: env.get(m[1], m[0]), propre)
    return valeurs.get(_PORTEE) or valeurs.get("registry", "")


def _de_npm(env: Mapping[str, str]) -> str:
    """What npm would use, global and built-in configuration included; "" without npm."""
    npm = shutil.which("npm", path=env.get("PATH"))
    if npm is None:
        return ""
    try:
        fini = subprocess.run(
            [npm, "config", "get", "registry"], capture_output=True, text=True, timeout=20,
            check=False, env=dict(env), stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    valeur = fini.stdout.strip()
    return valeur if fini.returncode == 0 and valeur.startswith("http") else ""


def adresse_de_l_archive(archive: str, registre: str) -> str:
    """The address to fetch a tarball from.

    Metadata often name the public host; like npm, it is replaced by the configured registry's,
    which may be the only one this computer reaches.
    """
    vue, base = urlsplit(archive), urlsplit(registre)
    if vue.hostname != urlsplit(PUBLIC).hostname or base.hostname == vue.hostname:
        return archive
    prefixe = base.path.rstrip("/")
    chemin = vue.path if prefixe and vue.path.startswith(f"{prefixe}/") else prefixe + vue.path
    return urlunsplit((base.scheme, base.netloc, chemin, vue.query, ""))


def sans_identifiants(adresse: str) -> str:
    """The address without the name and password it may carry, for people and logs."""
    return re.sub(r"(?<=://)[^/@\s]*@", "", adresse)
