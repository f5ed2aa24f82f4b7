"""Making a new version: what is there plus what is imported, sealed beside, switched in one move."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from assistant.corpus.documents.modeles import Document, en_json
from assistant.corpus.erreurs import ErreurDeConnaissance
from assistant.corpus.officiel.complements import complements
from assistant.corpus.officiel.conservation import compter, en_octets, lire
from assistant.corpus.officiel.depot import DELAI_VERROU, depot
from assistant.corpus.officiel.entreprise import FicheEntreprise
from assistant.corpus.officiel.erreurs import ErreurDeDepot, VersionAbimee
from assistant.corpus.officiel.manifeste import (
    Manifeste,
    ecrire_octets,
    lire_manifeste,
    nom_de_version,
    sceller,
    schema_actuel,
    verifier,
)
from assistant.corpus.officiel.modeles import Lecture
from assistant.corpus.versions import Versions

__all__ = ["Apports", "Bilan", "essayer", "mettre_a_jour"]

_MESURES = {
    "codes": "codes avec un texte",
    "editions": "textes de fiches",
    "articles": "articles",
    "accords": "accords",
    "baremes": "barèmes",
    "anciens": "textes anciens",
}


@dataclass(frozen=True, slots=True)
class Apports:
    """What one import brings: official texts (None: as they are), fiches, documents, removals."""

    lecture: Lecture | None = None
    fiches: tuple[FicheEntreprise, ...] = ()
    documents: tuple[Document, ...] = ()
    fiches_retirees: frozenset[str] = frozenset()
    documents_retires: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Bilan:
    """What an import did: the version made, the one it was made from (None: the first).

    ``deja``: nothing changed, that version was there. ``publiee``: it serves from now on.
    ``avis``: in French sentences, what is to be known (less than before, a damaged version).
    """

    manifeste: Manifeste
    avant: Manifeste | None
    deja: bool
    publiee: bool
    avis: tuple[str, ...] = ()


@dataclass(slots=True)
class _Contenu:
    """Files of a version to be, and what its manifest tells of them."""

    fichiers: dict[str, bytes] = field(default_factory=dict)
    source: dict[str, str] = field(default_factory=dict)
    comptes: dict[str, int] = field(default_factory=dict)
    entreprise: dict[str, Mapping[str, str]] = field(default_factory=dict)
    documents: dict[str, Mapping[str, str]] = field(default_factory=dict)


def mettre_a_jour(
    data_dir: Path,
    apports: Apports,
    *,
    publier: bool = True,
    force: bool = False,
    racine: Path | None = None,
    delai: float = DELAI_VERROU,
) -> Bilan:
    """Make the version that holds what serves today and ``apports``; publish it.

    The lock is held from reading the version in force to switching, so that two imports at
    once lose nothing. Whatever stops it, the version in force goes on serving. New official
    texts that hold clearly less than those in force are refused unless ``force``. ``racine``:
    the knowledge folder it must go with. Raises ErreurDeDepot, or ErreurDeConnaissance when
    the result cannot be read as knowledge.
    """
    lieu = depot(data_dir)
    lieu.preparer()
    with lieu.verrou(delai):
        avant, contenu, avis = _partir_de(lieu)
        if avant and not avant.lisible and apports.lecture is None:
            raise ErreurDeDepot(
                "Les textes officiels en place ont été préparés par une autre version d'Échelon. "
                "Refaites-les d'abord par « echelon knowledge pull »."
            )
        avis += _ajouter(contenu, apports, avant, force)
        manifeste = _manifeste(contenu)
        if avant is not None and avant.version == manifeste.version == lieu.versions()[0]:
            return Bilan(avant, avant, deja=True, publiee=True, avis=tuple(avis))
        _deposer(lieu, contenu, manifeste, publier, racine)
        return Bilan(manifeste, avant, deja=False, publiee=publier, avis=tuple(avis))


def _partir_de(lieu: Versions) -> tuple[Manifeste | None, _Contenu, list[str]]:
    """What serves today, or the version before where that is damaged, and what is to be said."""
    avis: list[str] = []
    for nom in lieu.versions():
        try:
            manifeste, contenus = verifier(lieu.dossier(nom))
        except VersionAbimee as exc:
            avis.append(f"{exc} Elle est laissée de côté{_perdus(lieu.dossier(nom))}")
            continue
        contenu = _Contenu(
            dict(contenus), dict(manifeste.source), dict(manifeste.comptes),
            dict(manifeste.entreprise), dict(manifeste.documents),
        )
        if not manifeste.lisible:  # of another reader: only the firm's own texts go on
            _oter_les_textes_officiels(contenu)
        return manifeste, contenu, avis
    return None, _Contenu(), avis


def _perdus(dossier: Path) -> str:
    try:
        manifeste = lire_manifeste(dossier)
    except VersionAbimee:
        return "."
    siens = (*manifeste.entreprise, *manifeste.documents)
    return f" ; réimportez au besoin : {', '.join(siens)}." if siens else "."


def _oter_les_textes_officiels(contenu: _Contenu) -> None:
    siens = {n: o for n, o in contenu.fichiers.items() if n.startswith(("entreprise/", "documents/"))}
    contenu.fichiers, contenu.source, contenu.comptes = siens, {}, {}


def _ajouter(
    contenu: _Contenu, apports: Apports, avant: Manifeste | None, force: bool
) -> list[str]:
    jour = datetime.now().astimezone().isoformat(timespec="seconds")
    pertes: list[str] = []
    if apports.lecture is not None:
        pertes = _pertes(apports.lecture, avant)
        if pertes and not force:
            raise ErreurDeConnaissance(
                apports.lecture.source.get("fichier", "KALI.json"),
                f"ce fichier contient moins que les textes en place : {' ; '.join(pertes)}. S'il "
                "est bien complet, recommencez avec --force",
            )
        contenu.fichiers |= en_octets(apports.lecture) | complements(apports.lecture)
        contenu.comptes |= compter(apports.lecture)
        contenu.source = apports.lecture.source | {"importe_le": jour}
    for f in apports.fiches:
        contenu.fichiers[f"entreprise/{f.code}.md"] = f.texte.encode("utf-8")
        contenu.entreprise[f.code] = {
            "fichier": f.fichier, "titre": f.titre, "importe_le": jour,
        }
    for d in apports.documents:
        contenu.fichiers[f"documents/{d.nom}.json"] = en_json(d)
        contenu.documents[d.nom] = {
            "fichier": d.fichier, "pages": str(len(d.pages)), "importe_le": jour,
        }
    for code in apports.fiches_retirees:
        contenu.fichiers.pop(f"entreprise/{code}.md", None)
        contenu.entreprise.pop(code, None)
    for nom in apports.documents_retires:
        contenu.fichiers.pop(f"documents/{nom}.json", None)
        contenu.documents.pop(nom, None)
    return [f"Attention : {p}." for p in pertes]


def _pertes(lecture: Lecture, avant: Manifeste | None) -> list[str]:
    """Parts that shrink by more than a twentieth, in French; what is unreadable may shrink."""
    ancien = avant.comptes if avant else {}
    nouveau = compter(lecture)
    return [
        f"{nouveau[nom]} {libelle} au lieu de {ancien[nom]}"
        for nom, libelle in _MESURES.items()
        if nouveau.get(nom, 0) < 0.95 * ancien.get(nom, 0)
    ]


def _deposer(
    lieu: Versions, contenu: _Contenu, manifeste: Manifeste, publier: bool, racine: Path | None
) -> None:
    chantier = lieu.chantier(manifeste.version)
    with lieu.pannes():
        try:
            lieu.nettoyer()
            for nom, octets in contenu.fichiers.items():
                ecrire_octets(chantier / nom, octets)
            sceller(chantier, manifeste)
            essayer(chantier, racine)
            (lieu.publier if publier else lieu.deposer)(chantier, manifeste.version)
        finally:
            shutil.rmtree(chantier, ignore_errors=True)


def _manifeste(contenu: _Contenu) -> Manifeste:
    sommes = {n: hashlib.sha256(o).hexdigest() for n, o in sorted(contenu.fichiers.items())}
    comptes = {**contenu.comptes, "fiches_entreprise": len(contenu.entreprise),
               "documents": len(contenu.documents)}
    return Manifeste(
        version=nom_de_version(sommes),
        cree_le=datetime.now().astimezone().isoformat(timespec="seconds"),
        schema=schema_actuel(), source=contenu.source, comptes=comptes, fichiers=sommes,
        entreprise=contenu.entreprise, documents=contenu.documents,
    )


def essayer(chantier: Path, racine: Path | None) -> None:
    """Read a new version wholly, as the assistant will: what fails here is not published."""
    from assistant.corpus.base import KnowledgeBase

    lecture = lire(chantier)
    if any(lecture.manifeste.comptes.get(n, 0) != lus for n, lus in compter(lecture).items()):
        raise ErreurDeDepot(f"La version écrite dans {chantier} n'est pas celle qui a été lue.")
    tuple(KnowledgeBase.charger(racine, chantier).passages)
