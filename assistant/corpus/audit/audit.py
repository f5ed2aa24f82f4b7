"""The whole audit of a KnowledgeBase, and what an answer about one fiche must say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from assistant.corpus.audit.classement import classements, classements_de
from assistant.corpus.audit.depasses import repertoire_et_textes, textes_depasses
from assistant.corpus.audit.entreprise import fiches_propres
from assistant.corpus.audit.evolution import evolutions
from assistant.corpus.audit.lettres import lettres
from assistant.corpus.audit.manques import illisibles, sans_texte, sections_absentes
from assistant.corpus.audit.matiere import Matiere
from assistant.corpus.audit.modeles import CONTRADICTION, GENRES, GRAVITES, Constat
from assistant.corpus.audit.series import series
from assistant.corpus.audit.titres import reutilises, titres_partages
from assistant.corpus.base import KnowledgeBase

__all__ = ["auditer", "auditer_matiere", "constats_de"]

_EXAMENS: tuple[Callable[[Matiere], Iterator[Constat]], ...] = (
    classements, lettres, evolutions, titres_partages, reutilises, series, repertoire_et_textes,
    textes_depasses, sans_texte, sections_absentes, fiches_propres, illisibles,
)
_DE_CLASSEMENT = ("classement_niveau", "classement_categorie", "classement_majores")
_GARDES = 4  # versions whose findings stay in memory


def auditer(kb: KnowledgeBase) -> tuple[Constat, ...]:
    """Every finding of a KnowledgeBase, by severity, kind, fiche: the same each time."""
    return auditer_matiere(Matiere.de(kb))


def auditer_matiere(m: Matiere) -> tuple[Constat, ...]:
    """As `auditer`, on what is at hand."""
    genres, gravites = list(GENRES), list(GRAVITES)

    def cle(c: Constat) -> tuple[object, ...]:
        return (gravites.index(c.gravite), genres.index(c.genre), c.fiche or "",
                c.cote_a.edition or "", c.cote_a.lieu, c.message)

    return tuple(sorted((c for examen in _EXAMENS for c in examen(m)), key=cle))


def constats_de(kb: KnowledgeBase, code: str) -> tuple[Constat, ...]:
    """The contradictions that an answer about this fiche must mention, () for none.

    Those of the classement on the print in force; ``code`` is canonical. Computed once a version.
    """
    if kb.version not in _CACHE:
        while len(_CACHE) >= _GARDES:
            _CACHE.pop(next(iter(_CACHE)), None)
        _CACHE[kb.version] = _par_code(Matiere.de(kb))
    return _CACHE[kb.version].get(code, ())


_CACHE: dict[str, Mapping[str, tuple[Constat, ...]]] = {}


def _par_code(m: Matiere) -> dict[str, tuple[Constat, ...]]:
    trouves: dict[str, tuple[Constat, ...]] = {}
    for code in m.editions:
        if edition := m.courante(code):
            siens = tuple(
                c for c in classements_de(m, edition)
                if c.gravite == CONTRADICTION and c.genre in _DE_CLASSEMENT
            )
            if siens and code not in m.propres:
                trouves[code] = siens
    return trouves
