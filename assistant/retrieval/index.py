"""The vector index of the passages: built once per knowledge version, opened by any number.

`assurer_index` is the door for the page, the command line and the evaluation: it opens the
index of the present knowledge, and builds it when it is absent, damaged or of other sources.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .construction import refuser_doublons, remplir, texte_indexe
from .copie import CopiePrivee
from .embeddings import Encodeur, charger_encodeur
from .emplacement import DELAI_VERROU, Emplacement
from .erreurs import (
    AUTRE_DOSSIER,
    ErreurIndex,
    IndexAbsent,
    IndexCorrompu,
    disque_plein,
    est_une_panne,
    expliquer,
    pannes_en_francais,
)
from .filtres import filtre_chroma
from .magasin import Magasin
from .manifeste import Manifeste, empreinte, lire, sceller, sonder
from .protocoles import Connaissance, Passage, Progres, Reglages

if TYPE_CHECKING:
    from langchain_chroma import Chroma

    from .embeddings import Vecteurs

__all__ = ["Index", "Resultat", "assurer_index"]

_journal = logging.getLogger(__name__)
_TEMOINS = 8  # passages looked up again before a new index is trusted


@dataclass(frozen=True, slots=True)
class Resultat:
    """A passage found: its id in the knowledge base, and its cosine with the question."""

    passage_id: str
    score: float


class Index:
    """An opened index. Safe to query from several threads; close it, or let it go."""

    def __init__(self, dossier: Path, manifeste: Manifeste, encodeur: Encodeur) -> None:
        """Open the sealed index of `dossier`; prefer `ouvrir`, which reads the manifest."""
        self.dossier = dossier
        self.manifeste = manifeste
        self.encodeur = encodeur
        self._copie = CopiePrivee(dossier, manifeste)
        try:
            self._magasin = Magasin(self._copie.dossier, encodeur)
            trouves = len(self._magasin)
        except BaseException as exc:
            plein = disque_plein(self._copie.dossier)
            self._copie.fermer()
            if not est_une_panne(exc):
                raise
            if plein:
                raise ErreurIndex(expliquer(exc, *self._copie.lieu)) from exc
            raise IndexCorrompu(f"L'index {dossier} ne s'ouvre pas.") from exc
        if trouves != manifeste.passages:
            self.fermer()
            raise IndexCorrompu(
                f"L'index {dossier} contient {trouves} passages au lieu de {manifeste.passages}."
            )

    @classmethod
    def ouvrir(cls, dossier: Path, encodeur: Encodeur) -> Index:
        """Open the index of a version folder (`<data_dir>/index/<empreinte>`).

        Writes nothing there. Raises `IndexAbsent`, `IndexCorrompu` (also for another encoder),
        or `ErreurIndex` when the temporary folder has no room for the working copy.
        """
        manifeste = lire(dossier)
        manifeste.verifier_encodeur(encodeur)
        return cls(dossier, manifeste, encodeur)

    @classmethod
    def construire(
        cls,
        passages: Sequence[Passage],
        dossier_donnees: Path,
        encodeur: Encodeur,
        version: str,
        progress: Progres | None = None,
        delai: float = DELAI_VERROU,
    ) -> Index:
        """Build the index of `passages` under the lock, publish it and return it opened.

        Whatever stops it (signal, kill, no room), the indexes already there stay as they are.
        `delai`: seconds to wait for another builder. Raises `ErreurIndex`.
        """
        lieu = Emplacement.de(dossier_donnees)
        lieu.preparer()
        with lieu.verrou(delai):
            return _construire(lieu, passages, encodeur, version, progress)

    @property
    def chroma(self) -> Chroma:
        """LangChain's view of the index, for `as_retriever()` and the like; read only."""
        return self._magasin.chroma

    def __len__(self) -> int:
        """Number of passages."""
        return self.manifeste.passages

    def chercher(
        self, texte: str, k: int = 8, ou: Mapping[str, object] | None = None
    ) -> list[Resultat]:
        """The `k` passages nearest to `texte`, best first; score = cosine, in [-1, 1].

        `ou` keeps the passages whose fields (`filtres.CHAMPS`) have the value given, or one of
        several: {"genre": "fiche", "fiche": ["Z.23.1", "Z.23.2"]}. A blank text finds
        nothing. Raises ValueError for another field or k < 1.
        """
        if not texte.strip():
            return []
        return self.chercher_vecteur(self.encodeur.encode_query([texte]), k, ou)

    def chercher_vecteur(
        self, vecteur: Vecteurs, k: int = 8, ou: Mapping[str, object] | None = None
    ) -> list[Resultat]:
        """As `chercher`, from a vector [dim] or [1, dim] of `encode_query` already at hand."""
        if k < 1:
            raise ValueError(f"k vaut {k} : il faut demander au moins un passage.")
        filtre = filtre_chroma(ou)
        if not len(self):
            return []
        try:
            voisins = self.chroma.similarity_search_by_vector_with_relevance_scores(
                embedding=vecteur.reshape(-1).tolist(),
                k=min(k, len(self)),
                filter=filtre,  # type: ignore[arg-type]  # operators are allowed, if undeclared
            )
        except Exception as exc:
            raise ErreurIndex(
                f"La recherche dans l'index a échoué ({exc}). Relancez l'application."
            ) from exc
        trouves = [
            Resultat(str(document.id), max(-1.0, min(1.0, 1.0 - distance)))
            for document, distance in voisins
        ]
        return sorted(trouves, key=lambda r: (-r.score, r.passage_id))

    def fermer(self) -> None:
        """Release the database and remove the working copy; calling it again does nothing."""
        self._magasin.fermer()
        self._copie.fermer()

    def __enter__(self) -> Index:
        return self

    def __exit__(self, *exc: object) -> None:
        self.fermer()


def assurer_index(
    settings: Reglages,
    kb: Connaissance,
    progress: Progres | None = None,
    *,
    encodeur: Encodeur | None = None,
    delai: float = DELAI_VERROU,
) -> Index:
    """Open the index of `kb`, building it first when it is absent, damaged or of other sources.

    Any number of processes may call it at once: one builds, the others wait and open. A
    complete index opens even from a read-only folder. `encodeur` spares loading the one of
    `settings.embedding` again. Raises `ErreurIndex` or `ErreurEncodeur`.
    """
    encodeur = encodeur or charger_encodeur(settings.embedding)
    lieu = Emplacement.de(settings.data_dir)
    nom = empreinte(kb.version, encodeur)
    try:
        index = Index.ouvrir(lieu.dossier(nom), encodeur)
    except (IndexAbsent, IndexCorrompu):
        pass
    else:
        _rappeler(lieu, nom)
        return index
    lieu.preparer()
    sonder(encodeur)  # loads its weights now: nobody has to wait for that behind the lock
    with lieu.verrou(delai):
        try:  # another process may have built it while this one waited
            return Index.ouvrir(lieu.dossier(nom), encodeur)
        except IndexAbsent:
            pass
        except IndexCorrompu as exc:
            _journal.warning("%s Il est reconstruit.", exc)
        return _construire(lieu, kb.a_indexer, encodeur, kb.version, progress)


def _rappeler(lieu: Emplacement, nom: str) -> None:
    """Point back to a version opened again, so that it is not pruned; best effort."""
    if lieu.versions()[:1] == (nom,):
        return
    try:
        lieu.basculer(nom)
    except OSError:
        _journal.debug("Le pointeur de %s n'a pas pu être changé.", lieu.racine)


def _construire(
    lieu: Emplacement,
    passages: Sequence[Passage],
    encodeur: Encodeur,
    version: str,
    progress: Progres | None,
) -> Index:
    """Build, seal, check and publish; the lock is held by the caller."""
    refuser_doublons(passages)
    chantier = lieu.chantier(empreinte(version, encodeur))
    try:
        with pannes_en_francais(lieu.racine):
            lieu.nettoyer()
            chantier.mkdir()
            remplir(chantier, passages, encodeur, progress)
            sceller(chantier, version, encodeur, len(passages))
        index = _ouvrir_et_controler(chantier, encodeur, passages)
        try:
            index.dossier = lieu.publier(chantier, index.manifeste.empreinte)
        except BaseException:
            index.fermer()
            raise
    finally:
        shutil.rmtree(chantier, ignore_errors=True)
    return index


def _ouvrir_et_controler(chantier: Path, encodeur: Encodeur, passages: Sequence[Passage]) -> Index:
    """Open a new index and look a few passages up: each must find its own text.

    A disk that fills up can leave vector files short without any error being raised.
    """
    temoins = passages[:: max(1, len(passages) // _TEMOINS)]
    try:
        index = Index.ouvrir(chantier, encodeur)
    except IndexCorrompu as exc:
        raise _mal_construit(chantier.parent) from exc
    for temoin in temoins:
        vecteur = encodeur.encode_document([texte_indexe(temoin)])
        if not any(r.score > 0.999 for r in index.chercher_vecteur(vecteur, k=1)):
            index.fermer()
            raise _mal_construit(chantier.parent)
    return index


def _mal_construit(racine: Path) -> ErreurIndex:
    return ErreurIndex(
        f"L'index construit dans {racine} ne se relit pas correctement : le disque est "
        f"peut-être plein ou défaillant. Vérifiez-le ou {AUTRE_DOSSIER}, puis relancez."
    )
