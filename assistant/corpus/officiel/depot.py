"""The stored knowledge, `<data_dir>/connaissances/`: which version serves, listing, switching."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from assistant.corpus.officiel.erreurs import ErreurDeDepot, VersionAbimee
from assistant.corpus.officiel.manifeste import Manifeste, lire_manifeste, verifier
from assistant.corpus.versions import Versions

__all__ = ["VersionConnue", "depot", "lister", "publier", "revenir", "version_courante"]

DELAI_VERROU = 120.0
"""Seconds a process waits for another one to finish writing."""
_GARDEES = 4  # versions kept beside the current and the previous one
_journal = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class VersionConnue:
    """A version as listed: ``role`` "courante", "precedente" or ""; ``defaut`` in French or ""."""

    nom: str
    role: str
    manifeste: Manifeste | None
    defaut: str = ""


def depot(data_dir: Path) -> Versions:
    """Place of the stored knowledge in a data folder; nothing is created."""
    return Versions(
        data_dir / "connaissances", "les connaissances", "met à jour les connaissances",
        ErreurDeDepot, _GARDEES,
    )


def version_courante(data_dir: Path) -> Path | None:
    """Folder of the version that serves, checked; None when nothing was imported.

    When the current one is damaged the previous one serves, with a warning; when none is good,
    the warning says so and the answer is None: the repository's own facts then serve alone.
    """
    lieu = depot(data_dir)
    defauts: list[str] = []
    for nom in lieu.versions():
        dossier = lieu.dossier(nom)
        try:
            manifeste, _ = verifier(dossier)
            if not manifeste.lisible:
                raise VersionAbimee(
                    f"La version {nom} des connaissances a été préparée par une autre version "
                    "d'Échelon."
                )
        except VersionAbimee as exc:
            defauts.append(str(exc))
            continue
        if defauts:
            _journal.warning(
                "%s La version précédente (%s, du %s) sert à sa place ; pour refaire l'autre : "
                "echelon knowledge pull.", defauts[0], nom, manifeste.jour,
            )
        return dossier
    if defauts:
        _journal.warning(
            "%s Aucune autre version n'est utilisable : les textes officiels et ceux de "
            "l'entreprise manquent. Pour les remettre : echelon knowledge pull.", defauts[0],
        )
    return None


def lister(data_dir: Path) -> tuple[VersionConnue, ...]:
    """Every stored version, last made first."""
    lieu = depot(data_dir)
    roles = dict(zip(lieu.versions(), ("courante", "precedente"), strict=False))
    noms = dict.fromkeys((*lieu.presentes(), *roles))
    connues = [_connue(lieu.dossier(nom), roles.get(nom, "")) for nom in noms]
    return tuple(
        sorted(connues, key=lambda v: v.manifeste.cree_le if v.manifeste else "", reverse=True)
    )


def _connue(dossier: Path, role: str) -> VersionConnue:
    try:
        manifeste, _ = verifier(dossier)
    except VersionAbimee as exc:
        try:
            return VersionConnue(dossier.name, role, lire_manifeste(dossier), str(exc))
        except VersionAbimee:
            return VersionConnue(dossier.name, role, None, str(exc))
    defaut = "" if manifeste.lisible else "préparée par une autre version d'Échelon"
    return VersionConnue(dossier.name, role, manifeste, defaut)


def publier(data_dir: Path, version: str | None = None) -> Manifeste | None:
    """Make a version the current one; None when it already is.

    ``version``: its name or the beginning of it; None takes the last one made. Raises
    ErreurDeDepot (nothing there, damaged) or ValueError in French (no such version).
    """
    lieu = depot(data_dir)
    if not lieu.versions() and not lieu.presentes():
        raise ErreurDeDepot(_RIEN)
    with lieu.verrou(DELAI_VERROU):
        nom = _trouver(data_dir, version)
        return _basculer(lieu, nom)


def revenir(data_dir: Path) -> Manifeste:
    """Make the previous version the current one again; twice comes back. Raises ErreurDeDepot."""
    lieu = depot(data_dir)
    if not lieu.versions():
        raise ErreurDeDepot(_RIEN)
    with lieu.verrou(DELAI_VERROU):
        pointees = lieu.versions()
        if len(pointees) < 2:
            raise ErreurDeDepot(
                "Il n'y a pas de version précédente : une seule version des connaissances a été "
                "publiée. « echelon knowledge versions » montre ce qui est là."
            )
        manifeste = _basculer(lieu, pointees[1])
    assert manifeste is not None, "the previous version is not the current one"
    return manifeste


_RIEN = (
    "Aucune version des connaissances n'est enregistrée. Commencez par « echelon knowledge pull » "
    "ou « echelon knowledge import FICHIER »."
)


class VersionInconnue(ValueError):
    """No stored version has the name asked for."""


def _trouver(data_dir: Path, version: str | None) -> str:
    connues = lister(data_dir)
    if version is None:
        return connues[0].nom
    debut = version.strip().lower()
    trouvees = [v.nom for v in connues if len(debut) >= 4 and v.nom.startswith(debut)]
    if len(trouvees) == 1:
        return trouvees[0]
    quoi = "désigne plusieurs versions" if trouvees else "n'est pas une version enregistrée"
    raise VersionInconnue(
        f"« {version[:40]} » {quoi}. Versions : {', '.join(v.nom for v in connues)}."
    )


def _basculer(lieu: Versions, nom: str) -> Manifeste | None:
    manifeste, _ = verifier(lieu.dossier(nom))
    if not manifeste.lisible:
        raise VersionAbimee(
            f"La version {nom} a été préparée par une autre version d'Échelon : ce programme ne "
            "la lit pas. Refaites-la par « echelon knowledge pull »."
        )
    if lieu.versions()[:1] == (nom,):
        return None
    with lieu.pannes():
        lieu.basculer(nom)
        lieu.nettoyer()
    return manifeste
