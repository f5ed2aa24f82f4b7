"""What the chat reads besides the law: names, expressions, cues, wording. Loaded once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.chat.textes import Textes
from assistant.classification import Champ, Smic
from assistant.classification.parcours import Graphe
from assistant.corpus import ErreurDeConnaissance, KnowledgeBase, lire_yaml
from assistant.retrieval import Articles, Lexique, jetons

if TYPE_CHECKING:  # the schemas of the wording load when a part is first read
    from assistant.chat.comprendre.actes import Actes
    from assistant.chat.comprendre.ailleurs import Ailleurs
    from assistant.chat.comprendre.metiers import Metiers
    from assistant.corpus.schemas_parcours import EntreeDomaine
    from assistant.corpus.schemas_parler import (
        EntreeExpression,
        EntreeExtensionDite,
        EntreeIndice,
        EntreeIntention,
        EntreeQuestions,
        EntreeRegleDite,
        FichierArticles,
        FichierNoms,
        FichierPremisses,
    )
    from assistant.corpus.schemas_paroles import EntreeParoles, Separation
    from assistant.retrieval.lexique.orthographe import Orthographe

__all__ = ["Connaissances"]


@dataclass(frozen=True)
class Connaissances:
    """KnowledgeBase and the wording built on it; every part is read when first needed."""

    kb: KnowledgeBase
    textes: Textes

    @classmethod
    def charger(
        cls,
        racine: Path | None = None,
        prompts: Path | None = None,
        officiel: Path | None = None,
    ) -> Connaissances:
        """Read both folders (None: the packaged ones) and a version of the official texts.

        Raises ErreurDeConnaissance.
        """
        return cls(KnowledgeBase.charger(racine, officiel), Textes.charger(prompts))

    @cached_property
    def expressions(self) -> tuple[EntreeExpression, ...]:
        """Ready ways of stating facts."""
        from assistant.corpus.schemas_parler import FichierExpressions

        return tuple(lire_yaml(self._parler("expressions"), FichierExpressions).expressions)

    @cached_property
    def indices(self) -> tuple[EntreeIndice, ...]:
        """Words that tell an intent by themselves, most telling first."""
        from assistant.corpus.schemas_parler import FichierIndices

        return tuple(lire_yaml(self._parler("indices"), FichierIndices).indices)

    @cached_property
    def intentions(self) -> tuple[EntreeIntention, ...]:
        """Labelled utterances."""
        from assistant.corpus.schemas_parler import FichierIntentions

        return tuple(lire_yaml(self._parler("intentions"), FichierIntentions).intentions)

    @cached_property
    def intentions_synonymes(self) -> Mapping[str, str]:
        """Intents that want the same answer as another."""
        from assistant.corpus.schemas_parler import FichierIntentions

        return lire_yaml(self._parler("intentions"), FichierIntentions).synonymes

    @cached_property
    def questions_regles(self) -> tuple[EntreeQuestions, ...]:
        """Labelled questions on rules; a rule that is none is a mistake in the file."""
        from assistant.corpus.schemas_parler import FichierQuestions

        fichier = self._parler("questions_regles")
        lues = tuple(lire_yaml(fichier, FichierQuestions).questions)
        for q in lues:
            if q.regle not in self.kb.regles:
                raise ErreurDeConnaissance(
                    fichier, "cette règle n'existe pas", entree=q.regle, champ="regle"
                )
        return lues

    @cached_property
    def paroles(self) -> tuple[EntreeParoles, ...]:
        """How people speak of each fiche."""
        from assistant.corpus.paroles import lire_paroles

        return lire_paroles(self.kb.racine, self.kb.repertoire)

    @cached_property
    def _separations(self) -> tuple[Separation, ...]:
        return tuple(s for p in self.paroles for s in p.separer)

    def separations(self, langue: str | None) -> tuple[Separation, ...]:
        """The questions that part two fiches; in English, those that have an English form."""
        if langue != "en":
            return self._separations
        return tuple(s for s in self._separations if s.question_en)

    @cached_property
    def traductions(self) -> Mapping[str, str]:
        """Our English of passages, by passage id; an id that is none is a mistake in the file."""
        from assistant.corpus.schemas_parler import FichierTraductions

        fichier = self.kb.racine / "traductions" / "en.yaml"
        lues = {t.passage: t.texte for t in lire_yaml(fichier, FichierTraductions).traductions}
        for passage in (p for p in lues if p not in self.kb.par_id):
            raise ErreurDeConnaissance(fichier, "ce passage n'existe pas", entree=passage)
        return lues

    @cached_property
    def premisses(self) -> FichierPremisses:
        """False premises people come with, and the words that state rather than ask."""
        from assistant.corpus.schemas_parler import FichierPremisses

        return lire_yaml(self._parler("premisses"), FichierPremisses)

    @cached_property
    def regles_dites(self) -> tuple[EntreeRegleDite, ...]:
        """Everyday words that set off a fiche's own rules."""
        from assistant.corpus.schemas_parler import FichierReglesDites

        return tuple(lire_yaml(self._parler("regles_dites"), FichierReglesDites).regles)

    @cached_property
    def extensions_dites(self) -> tuple[EntreeExtensionDite, ...]:
        """Everyday words for activities that fiches print among their extensions."""
        from assistant.corpus.schemas_parler import FichierExtensionsDites

        return tuple(lire_yaml(self._parler("extensions_dites"), FichierExtensionsDites).extensions)

    @cached_property
    def noms(self) -> FichierNoms:
        """Everyday names of fiches, and the words too vague to name one."""
        from assistant.corpus.schemas_parler import FichierNoms

        return lire_yaml(self._parler("noms"), FichierNoms)

    @cached_property
    def domaines(self) -> tuple[EntreeDomaine, ...]:
        """Everyday words for filières, and for domains that are part of one."""
        from assistant.corpus.schemas_parcours import FichierFilieres

        return tuple(lire_yaml(self._parler("filieres"), FichierFilieres).domaines)

    @cached_property
    def orthographe_des_domaines(self) -> Orthographe:
        """Puts misspelt domain words right."""
        from assistant.retrieval.lexique.orthographe import Orthographe

        cibles = {j.mot for d in self.domaines for t in d.dit for j in jetons(t)}
        connus = {j.mot for i in self.intentions for p in i.phrases for j in jetons(p)}
        return Orthographe(cibles, connus)

    @cached_property
    def actes(self) -> Actes:
        """What a turn may do with the answer before it."""
        from assistant.chat.comprendre.actes import Actes
        from assistant.corpus.schemas_actes import FichierActes

        return Actes(lire_yaml(self._parler("actes"), FichierActes))

    @cached_property
    def orthographe_des_fiches(self) -> Orthographe:
        """Puts misspelt words of an activity right, towards the words the fiches are written in."""
        from assistant.retrieval.lexique.orthographe import Orthographe

        dits = (i for f in self.kb.fiches.values() for i in (*(f.contenu or ()), *(f.extensions or ())))
        connus = {j.mot for i in self.intentions for p in i.phrases for j in jetons(p)}
        return Orthographe({j.mot for i in dits for j in jetons(i)}, connus)

    @cached_property
    def ailleurs(self) -> Ailleurs:
        """Other branches and other subjects."""
        from assistant.chat.comprendre.ailleurs import Ailleurs
        from assistant.corpus.schemas_ailleurs import FichierAilleurs

        return Ailleurs(lire_yaml(self._parler("ailleurs"), FichierAilleurs))

    @cached_property
    def metiers(self) -> Metiers:
        """Everyday job names that may be several fiches."""
        from assistant.chat.comprendre.metiers import Metiers
        from assistant.corpus.schemas_parcours import FichierMetiers

        fichier = self._parler("metiers")
        lus = lire_yaml(fichier, FichierMetiers).metiers
        for entree in lus:
            for code in entree.codes:
                if code not in self.kb.fiches:
                    raise ErreurDeConnaissance(
                        fichier, "cette fiche n'existe pas", entree=entree.dit[0], lu=code
                    )
        return Metiers(lus, (p for i in self.intentions for p in i.phrases))

    @cached_property
    def ouvertures(self) -> Mapping[str, tuple[tuple[str, bool], ...]]:
        """(fiche, practice wanted) by certification id, as certifications.yaml has them."""
        from assistant.corpus.schemas import FichierCertifications

        lu = lire_yaml(self.kb.racine / "certifications.yaml", FichierCertifications)
        return {c.id: tuple((o.fiche, o.pratique) for o in c.ouvre) for c in lu.certifications}

    @cached_property
    def graphe(self) -> Graphe:
        """Where fiches lead, from the evolution sections."""
        return Graphe.de(self.kb.fiches)

    @cached_property
    def _mots_des_articles(self) -> FichierArticles:
        from assistant.corpus.schemas_parler import FichierArticles

        return lire_yaml(self._parler("articles"), FichierArticles)

    @cached_property
    def mots_de_demande(self) -> frozenset[str]:
        """Folded words that ask for nothing but the text of an article."""
        lu = self._mots_des_articles
        return frozenset((*lu.mots_vides.split(), *lu.demandes.split()))

    @cached_property
    def articles(self) -> Articles:
        """Word search over the articles of the agreement; finds nothing without official texts."""
        lu = self._mots_des_articles
        return Articles(
            [p for p in self.kb.passages if p.genre in ("article", "document")],
            frozenset(lu.mots_vides.split()), lu.synonymes,
        )

    @cached_property
    def documents(self) -> Articles:
        """Word search over the documents that the firm imported."""
        lu = self._mots_des_articles
        return Articles(
            [p for p in self.kb.passages if p.genre == "document"],
            frozenset(lu.mots_vides.split()), lu.synonymes,
        )

    def noms_vagues(self, nom: str) -> bool:
        """True for words that alone name no fiche ("chef", "cadre")."""
        tiges = [j.tige for j in jetons(nom) if not j.liaison]
        return any(tiges == [j.tige for j in jetons(v) if not j.liaison] for v in self.noms.vagues)

    @cached_property
    def champ(self) -> Champ:
        """To whom the agreement applies (1.01)."""
        from assistant.corpus.champ import lire_champ

        return lire_champ(self.kb.racine / "champ.yaml")

    @cached_property
    def smics(self) -> tuple[Smic, ...]:
        """The legal minimum wage by date."""
        from assistant.corpus.smic import lire_smics

        return lire_smics(self.kb.racine / "minima.yaml")

    @cached_property
    def mots_connus(self) -> frozenset[str]:
        """Folded words of the titles and of the labelled utterances, names of people left out."""
        titres = (t for f in self.kb.fiches.values() for t in f.titres)
        mots = (m for i in self.intentions for p in i.phrases for m in p.split()[1:])
        dits = (m for m in mots if not m[:1].isupper())
        return frozenset(j.mot for t in (*titres, *dits) for j in jetons(t))

    @cached_property
    def lexique(self) -> Lexique:
        """Linker over titles, former titles of renamed fiches and everyday names."""
        alias: dict[str, list[str]] = {}
        usages = {n.code: n.noms for n in self.noms.noms}
        anciens: dict[str, list[str]] = {}
        for code, entree in self.kb.repertoire.items():
            # a reused code does not answer to its former title: that is another qualification
            noms = alias if entree.depuis is None else anciens
            noms.setdefault(code, []).extend(a.titre for a in entree.anciens_titres)
        phrases = [p for i in self.intentions for p in i.phrases]
        return Lexique(
            self.kb.referentiel, alias, phrases, anciens, self.noms.abreviations, usages
        )

    def question(self, fait: str, langue: str) -> str:
        """The question that asks for a fact."""
        return str(getattr(self.kb.faits[fait].question, langue))

    def choix(self, fait: str, langue: str) -> tuple[str, ...]:
        """Closed answers to that question, "je ne sais pas" among them where there are some."""
        dits = [getattr(c, langue) for c in self.kb.faits[fait].choix]
        return (*dits, self.textes.dire("je_ne_sais_pas", langue)) if dits else ()

    def valeurs_du_choix(self, fait: str) -> Mapping[str, object]:
        """Value of each closed answer, by its wording in either language."""
        return {mot: c.valeur for c in self.kb.faits[fait].choix for mot in (c.fr, c.en)}

    def _parler(self, nom: str) -> Path:
        return self.kb.racine / "parler" / f"{nom}.yaml"
