"""The answer being written: paragraphs and the passages they stand on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from assistant.chat.comprendre import Comprehension
from assistant.chat.connaissances import Connaissances
from assistant.chat.rediger.ecriture import nombre_ecrit
from assistant.chat.reponse import Behaviour, Citation, Manque, citer
from assistant.classification import (
    Categorie,
    Consequence,
    Echelon,
    EchelonInvalide,
    Fiche,
    Positionnement,
    sans_accents,
)
from assistant.corpus import EditionFiche, Passage, extraits_de_regle
from assistant.retrieval.fiches import Separable

__all__ = ["Brouillon", "echelon_lu", "nom_de_categorie", "ou", "placement"]

_CATEGORIES_EN = {
    Categorie.OUVRIER_EMPLOYE: "ouvriers and employés (workers)",
    Categorie.MAITRISE: "maîtrise (supervisors)",
    Categorie.CADRE: "cadres (managers)",
}


def nom_de_categorie(categorie: Categorie, langue: str) -> str:
    """The catégorie as said in an answer."""
    return categorie.value if langue == "fr" else _CATEGORIES_EN[categorie]


def ou(echelons: Iterable[Echelon], langue: str = "fr") -> str:
    """ "24 ou 25", "24 or 25", "A, B ou C"."""
    dits = [str(e) for e in echelons]
    mot = "ou" if langue == "fr" else "or"
    return f" {mot} ".join(filter(None, (", ".join(dits[:-1]), dits[-1]))) if dits else ""


def placement(b: Brouillon, fiche: Fiche) -> str:
    """ "échelon 9" or "cadre niveau II"."""
    cle = "nom_echelon" if fiche.reference.numero else "nom_niveau"
    return b.texte(cle, echelon=fiche.reference)


@dataclass(slots=True)
class Brouillon:
    """Collects what the answer says, quotes, asks and proposes.

    ``calcules``: amounts worked out for this answer, which the guard lets pass. ``edition``: the
    earlier print a question about a past date is answered from, in place of the text in force.
    ``separation``: the question asked to part two fiches.
    """

    c: Connaissances
    comprehension: Comprehension
    behaviour: Behaviour = Behaviour.ANSWER
    lignes: list[str] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    missing: list[Manque] = field(default_factory=list)
    suggestions: list[str] = field(default_factory=list)
    fiches: list[str] = field(default_factory=list)
    positionnement: Positionnement | None = None
    montant: dict[str, Any] | None = None
    calcules: list[Decimal] = field(default_factory=list)
    consequences: list[Consequence] = field(default_factory=list)
    edition: EditionFiche | None = None
    separation: Separable | None = None

    @property
    def langue(self) -> str:
        """Language of the answer."""
        return self.comprehension.langue

    def texte(self, cle: str, **variables: object) -> str:
        """A sentence of the catalogue in the answer's language."""
        dits = {nom: nombre_ecrit(v, self.langue) for nom, v in variables.items()}
        return self.c.textes.dire(cle, self.langue, **dits)

    def dire(self, cle: str, **variables: object) -> None:
        """Add a sentence of the catalogue as a paragraph."""
        self.lignes.append(self.texte(cle, **variables))

    def citer(self, *passages: Passage | None) -> None:
        """Quote passages, each once, in order."""
        deja = {c.passage for c in self.citations}
        for passage in passages:
            if passage is not None and passage.id not in deja:
                self.citations.append(citer(passage))
                deja.add(passage.id)

    def citer_regle(self, regle: str, categorie: Categorie | None = None) -> None:
        """Quote a rule: the official paragraphs where they are known, else as restated.

        From the catégorie's own chapter; a restatement in the answer's language.
        """
        fiche = self.c.kb.fiches.get(self.comprehension.fiche or "")
        categorie = categorie or (fiche.categorie if fiche else None)
        appliquee = self.c.kb.regles.get(regle)
        if appliquee and (extraits := extraits_de_regle(
            self.c.kb, appliquee.article(categorie), fiche.reference if fiche else None
        )):
            self.citer(*extraits)
            return
        lieu = f"/{sans_accents(categorie.value)}" if categorie else ""
        par_id = self.c.kb.par_id
        self.citer(
            par_id.get(f"regle:{regle}{lieu}/{self.langue}")
            or par_id.get(f"regle:{regle}/{self.langue}")
        )

    def de_section(self, fiche: Fiche, section: str) -> tuple[Passage, ...]:
        """The passages of a section, of the text in force or of the print asked about."""
        if self.edition is None or self.edition.code != str(fiche.code):
            return self.c.kb.de_section(str(fiche.code), section)
        racine = f"edition:{self.edition.code}@{self.edition.date}/{section}/"
        rangs = range(1, len(self.edition.sections.get(section, ())) + 1)
        trouves = (self.c.kb.par_id.get(f"{racine}{rang}") for rang in rangs)
        return tuple(p for p in trouves if p is not None)

    def citer_section(self, fiche: Fiche, section: str, contenant: str | None = None) -> None:
        """Quote the items of a section of the fiche, or those that hold a text."""
        voulu = sans_accents(contenant) if contenant else ""
        self.citer(*(
            p for p in self.de_section(fiche, section)
            if voulu in sans_accents(p.texte) and not p.texte.endswith(":")
        ))

    def dit(self, fiche: Fiche, section: str) -> list[str]:
        """The items of a section as said in the answer: French, or our English of them."""
        dits = []
        for passage in self.de_section(fiche, section):
            texte = passage.texte.rstrip(" ,;.")
            if self.langue == "en":
                texte = self.c.traductions.get(passage.id, texte)
            if not passage.texte.endswith(":"):
                dits.append(texte)
        return dits

    def citer_classement(self, fiche: Fiche) -> None:
        """Quote what gives the fiche's échelon: its classement, else the directory."""
        if fiche.texte_connu:
            self.citer_section(fiche, "classement", str(fiche.reference))
        else:
            self.citer(self.c.kb.par_id.get(f"repertoire:{fiche.code}"))

    def demander(self, fait: str) -> str:
        """Ask for a fact; returns the question."""
        question = self.c.question(fait, self.langue)
        if all(m.fait != fait for m in self.missing):
            self.missing.append(Manque(fait, question, self.c.choix(fait, self.langue)))
        return question

    def titre(self, fiche: Fiche) -> str:
        """The fiche's first title, or a word that says none is published.

        The title of the print that is answered from, where that is an earlier one.
        """
        if self.edition is not None and self.edition.code == str(fiche.code) and self.edition.titres:
            return self.edition.titres[0]
        return fiche.titres[0] if fiche.titres else self.texte("sans_titre")

    def rendu(self) -> str:
        """The whole text: paragraphs apart, list items together."""
        texte = ""
        for ligne in filter(None, self.lignes):
            liste = ligne.lstrip().startswith("- ") and texte
            texte += ("\n" if liste else "\n\n" if texte else "") + ligne
        return texte


def echelon_lu(valeur: object) -> Echelon | None:
    """The échelon a value writes; None for none, or for one that does not exist."""
    try:
        return Echelon.lire(valeur) if valeur is not None else None
    except EchelonInvalide:
        return None
