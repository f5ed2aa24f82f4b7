"""The KnowledgeBase: data files and official texts, read, checked, ready for the layers above."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from assistant.classification import (
    Bareme,
    Fiche,
    Referentiel,
    Registre,
    Regle,
    RegleDeFiche,
)
from assistant.corpus import chargement
from assistant.corpus.documents.modeles import Document
from assistant.corpus.emplacement import dossier_embarque, empreinte
from assistant.corpus.erreurs import ErreurDeConnaissance
from assistant.corpus.markdown import FicheLue
from assistant.corpus.officiel.modeles import ArticleLu, EditionFiche, Lecture
from assistant.corpus.passages import Passage
from assistant.corpus.regles_fiches import lire_regles_de_fiches, par_fiche
from assistant.corpus.schemas import (
    EntreeFait,
    EntreeRepertoire,
    FichierFaits,
    FichierRepertoire,
)
from assistant.corpus.textes import avec_celles_de_l_entreprise, textes_en_vigueur
from assistant.corpus.yaml_strict import lire_yaml

__all__ = ["KnowledgeBase", "lien_legifrance"]


def lien_legifrance(kali: str) -> str:
    """The public page of an article or text of the agreement."""
    return f"https://www.legifrance.gouv.fr/conv_coll/id/{kali}/?idConteneur=KALICONT000005635191"


@dataclass(frozen=True)
class KnowledgeBase:
    """Texts and data, read and checked. Build it with `charger`.

    ``version`` and ``version_regles``: 12 hex digits over all sources, and over the rules.
    ``lecture``: the official texts, None where none are in the data folder. ``editions``: each
    code's prints, oldest first. ``textes``: the text in force of each code that has one.
    ``documents``: what the firm imported besides.
    """

    racine: Path
    referentiel: Referentiel
    repertoire: Mapping[str, EntreeRepertoire]
    filieres: Mapping[str, str]
    textes: Mapping[str, FicheLue]
    faits: Mapping[str, EntreeFait]
    version: str
    version_regles: str
    lecture: Lecture | None = None
    editions: Mapping[str, tuple[EditionFiche, ...]] = field(default_factory=dict)
    documents: tuple[Document, ...] = ()

    @classmethod
    def charger(cls, racine: Path | None = None, officiel: Path | None = None) -> KnowledgeBase:
        """Read a knowledge folder (None: the packaged one) and a version of the official texts.

        ``officiel``: a version folder of the data folder (`version_courante`), or None.
        Raises ErreurDeConnaissance naming file, entry, field and what was expected.
        """
        if officiel is None:
            return cls.composer(racine, None)
        from assistant.corpus.documents import documents_de
        from assistant.corpus.officiel.conservation import lire
        from assistant.corpus.officiel.entreprise import fiches_de_l_entreprise

        return cls.composer(
            racine, lire(officiel), officiel.name, fiches_de_l_entreprise(officiel),
            documents_de(officiel),
        )

    @classmethod
    def composer(
        cls,
        racine: Path | None,
        lecture: Lecture | None,
        nom: str = "",
        entreprise: Mapping[str, FicheLue] | None = None,
        documents: Sequence[Document] = (),
    ) -> KnowledgeBase:
        """As `charger`, from texts already read; ``nom`` tells their version.

        ``entreprise``: the firm's own fiches by code; they add to the directory or override it.
        """
        entreprise = entreprise or {}
        racine = racine or dossier_embarque("knowledge")
        if not racine.is_dir():
            raise ErreurDeConnaissance(racine / "repertoire.yaml", "ce dossier n'existe pas")
        lu = lire_yaml(racine / "repertoire.yaml", FichierRepertoire)
        entrees = avec_celles_de_l_entreprise({e.code: e for e in lu.fiches}, entreprise)
        registre = chargement.registre(racine / "certifications.yaml")
        editions = _par_code(lecture)
        textes = textes_en_vigueur(racine / "fiches", entrees, editions, entreprise)
        faits = lire_yaml(racine / "faits.yaml", FichierFaits).faits
        return cls(
            racine=racine,
            referentiel=Referentiel(
                fiches=_FichesALaDemande(
                    entrees, lu.filieres, textes, registre,
                    par_fiche(
                        lire_regles_de_fiches(racine / "regles_fiches.yaml"),
                        _regles(lecture, entrees),
                    ),
                ),
                regles=chargement.regles(racine / "regles"),
                baremes=chargement.baremes(racine / "minima.yaml"),
                registre=registre,
                criteres=chargement.criteres(racine / "criteres.yaml"),
                concepts=chargement.concepts(racine / "parler" / "activites.yaml"),
            ),
            repertoire=entrees,
            filieres=lu.filieres,
            textes=textes,
            faits={f.fait: f for f in faits},
            version=_version(empreinte(racine), nom),
            version_regles=empreinte(racine / "regles"),
            lecture=lecture,
            editions=editions,
            documents=tuple(documents),
        )

    @property
    def fiches(self) -> Mapping[str, Fiche]:
        """All fiches by canonical code, deleted ones included."""
        return self.referentiel.fiches

    @property
    def regles(self) -> Mapping[str, Regle]:
        """All rules by id."""
        return self.referentiel.regles

    @property
    def baremes(self) -> tuple[Bareme, ...]:
        """All barèmes, oldest first."""
        return self.referentiel.baremes

    @cached_property
    def par_id(self) -> Mapping[str, Passage]:
        """Every quotable passage by id, in a stable order; made when looked up."""
        from assistant.corpus.inventaire import Inventaire

        return Inventaire(self)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every quotable passage."""
        return tuple(self.par_id.values())

    def de_section(self, code: str, section: str) -> tuple[Passage, ...]:
        """Passages of one section of a code's text in force, in order; () without text."""
        prefixe = f"fiche:{code}/{section}/"
        rang, trouves = 1, []
        while passage := self.par_id.get(f"{prefixe}{rang}"):
            trouves.append(passage)
            rang += 1
        return tuple(trouves)

    @cached_property
    def articles(self) -> Mapping[str, ArticleLu]:
        """Articles of the base agreement by number ("3.02"); empty without official texts."""
        lus = self.lecture.articles if self.lecture else ()
        return {a.numero: a for a in lus if a.numero}

    @cached_property
    def a_indexer(self) -> tuple[Passage, ...]:
        """What is worth a search by meaning, labelled utterances (never quoted) included."""
        from assistant.corpus.inventaire import passages_a_indexer

        return tuple(passages_a_indexer(self))


class _FichesALaDemande(Mapping[str, Fiche]):
    """Fiches by code, each made from its entry and text when first asked for."""

    def __init__(
        self,
        entrees: Mapping[str, EntreeRepertoire],
        filieres: Mapping[str, str],
        textes: Mapping[str, FicheLue],
        registre: Registre,
        regles: Mapping[str, tuple[RegleDeFiche, ...]],
    ) -> None:
        self._sources = entrees, filieres, textes, registre, regles
        self._faites: dict[str, Fiche] = {}
        for code, lue in textes.items():
            if lue.origine == "referentiel":  # an editor's mistake shows at once
                self[code]

    def __getitem__(self, code: str) -> Fiche:
        if code not in self._faites:
            entrees, filieres, textes, registre, regles = self._sources
            self._faites[code] = chargement.fiche(
                entrees[code], filieres, textes.get(code), registre, regles.get(code, ())
            )
        return self._faites[code]

    def __contains__(self, code: object) -> bool:
        return code in self._sources[0]

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources[0])

    def __len__(self) -> int:
        return len(self._sources[0])


def _regles(
    lecture: Lecture | None, entrees: Mapping[str, EntreeRepertoire]
) -> tuple[RegleDeFiche, ...]:
    """The rules found in the official texts, without those of a code's earlier qualification."""
    if lecture is None:
        return ()
    from assistant.corpus.officiel.regles import regles_de

    def sienne(r: RegleDeFiche) -> bool:
        entree = entrees.get(r.fiche)
        depuis = entree.depuis if entree else None
        return entree is not None and not (r.edition and depuis and r.edition < depuis)

    return tuple(r for r in regles_de(lecture) if sienne(r))


def _par_code(lecture: Lecture | None) -> dict[str, tuple[EditionFiche, ...]]:
    """Prints by code, oldest first."""
    editions: dict[str, list[EditionFiche]] = {}
    for e in lecture.editions if lecture else ():
        editions.setdefault(e.code, []).append(e)
    return {c: tuple(sorted(les, key=lambda e: e.date)) for c, les in editions.items()}


def _version(notre: str, officielle: str) -> str:
    if not officielle:
        return notre
    return hashlib.sha256(f"{notre} {officielle}".encode()).hexdigest()[:12]
