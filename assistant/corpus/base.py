"""The KnowledgeBase: everything in knowledge/, read once, checked, ready for the layers above."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from assistant.classification import Bareme, Fiche, Referentiel, Regle
from assistant.corpus import chargement
from assistant.corpus.emplacement import dossier_embarque, empreinte
from assistant.corpus.erreurs import ErreurDeConnaissance
from assistant.corpus.markdown import FicheLue, lire_fiche_markdown
from assistant.corpus.passages import (
    Passage,
    passage_de_repertoire,
    passages_de_bareme,
    passages_de_fiche,
    passages_de_regle,
)
from assistant.corpus.schemas import (
    EntreeFait,
    EntreeRepertoire,
    FichierFaits,
    FichierRepertoire,
)
from assistant.corpus.yaml_strict import lire_yaml

__all__ = ["KnowledgeBase", "lien_legifrance"]


def lien_legifrance(kali: str) -> str:
    """The public page of an article or text of the agreement."""
    return f"https://www.legifrance.gouv.fr/conv_coll/id/{kali}/?idConteneur=KALICONT000005635191"


@dataclass(frozen=True)
class KnowledgeBase:
    """Texts and data, read and checked. Build it with `charger`.

    ``version`` and ``version_regles``: 12 hex digits over all sources, and over the rules.
    """

    racine: Path
    referentiel: Referentiel
    repertoire: Mapping[str, EntreeRepertoire]
    filieres: Mapping[str, str]
    textes: Mapping[str, FicheLue]
    faits: Mapping[str, EntreeFait]
    version: str
    version_regles: str

    @classmethod
    def charger(cls, racine: Path | None = None) -> KnowledgeBase:
        """Read a knowledge folder (None: the packaged one).

        Raises ErreurDeConnaissance naming file, entry, field and what was expected.
        """
        racine = racine or dossier_embarque("knowledge")
        if not racine.is_dir():
            raise ErreurDeConnaissance(racine / "repertoire.yaml", "ce dossier n'existe pas")
        lu = lire_yaml(racine / "repertoire.yaml", FichierRepertoire)
        entrees = {e.code: e for e in lu.fiches}
        textes = _textes(racine / "fiches", entrees)
        registre = chargement.registre(racine / "certifications.yaml")
        fiches = {
            code: chargement.fiche(e, lu.filieres, textes.get(code), registre)
            for code, e in entrees.items()
        }
        faits = lire_yaml(racine / "faits.yaml", FichierFaits).faits
        return cls(
            racine=racine,
            referentiel=Referentiel(
                fiches=fiches,
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
            version=empreinte(racine),
            version_regles=empreinte(racine / "regles"),
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
    def passages(self) -> tuple[Passage, ...]:
        """Every quotable passage, in a stable order."""
        tous: list[Passage] = []
        for code, entree in self.repertoire.items():
            fiche = self.fiches[code]
            lien = lien_legifrance(entree.source)
            if lue := self.textes.get(code):
                # a text handed over by the user stands on no public page of ours to link to
                public = lien_legifrance(entree.edition_article) if entree.edition_article else None
                tous.extend(passages_de_fiche(fiche, lue, public))
            atteste = max(filter(None, (entree.depuis, entree.edition)), default=None)
            tous.append(
                passage_de_repertoire(
                    fiche, lien, atteste.isoformat() if atteste else None, entree.note
                )
            )
        for regle in self.regles.values():
            tous.extend(passages_de_regle(regle))
        for bareme in self.baremes:
            tous.extend(passages_de_bareme(bareme))
        return tuple(tous)

    @cached_property
    def par_id(self) -> Mapping[str, Passage]:
        """Passages by id."""
        return {p.id: p for p in self.passages}

    @cached_property
    def a_indexer(self) -> tuple[Passage, ...]:
        """What is worth a search by meaning: texts, rules, labelled utterances (never quoted).

        Figures and directory entries are looked up, not searched.
        """
        from assistant.corpus.schemas_parler import FichierIntentions, FichierQuestions

        lues = lire_yaml(self.racine / "parler" / "intentions.yaml", FichierIntentions)
        questions = lire_yaml(self.racine / "parler" / "questions_regles.yaml", FichierQuestions)
        groupes = [(i.id, i.phrases) for i in lues.intentions]
        for q in questions.questions:
            if q.regle not in self.regles:
                raise ErreurDeConnaissance(
                    self.racine / "parler" / "questions_regles.yaml", "cette règle n'existe pas",
                    entree=q.regle, champ="regle",
                )
            groupes.append((f"regle:{q.regle}", q.phrases))
        phrases = (
            Passage(f"intention:{nom}/{n}", phrase, "intention", "phrase type", section=nom)
            for nom, siennes in groupes for n, phrase in enumerate(siennes, start=1)
        )
        textes = (
            p for p in self.passages
            if p.genre == "fiche" or (p.genre == "regle" and p.id.count("/") == 1)
        )
        return (*textes, *phrases)


def _textes(dossier: Path, entrees: Mapping[str, EntreeRepertoire]) -> dict[str, FicheLue]:
    """Texts of fiches by code; each file must be named by one entry, and the other way round."""
    attendus = {e.texte: code for code, e in entrees.items() if e.texte}
    presents = {f.name: f for f in sorted(dossier.glob("*.md"))}
    for nom in attendus.keys() - presents.keys():
        raise ErreurDeConnaissance(
            dossier / nom, "ce fichier manque, alors que le répertoire le cite",
            entree=attendus[nom], champ="texte",
        )
    for nom in presents.keys() - attendus.keys():
        raise ErreurDeConnaissance(
            presents[nom], "aucune entrée de repertoire.yaml ne cite ce fichier dans `texte`"
        )
    return {attendus[nom]: lire_fiche_markdown(fichier) for nom, fichier in presents.items()}
