"""A qualification of the RNQSA as the calculator needs it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assistant.classification.code import Code
from assistant.classification.grille import Categorie, Echelon, majores_de
from assistant.classification.regles_de_fiche import RegleDeFiche, TypeDeRegle

__all__ = ["Acces", "Fiche"]


@dataclass(frozen=True, slots=True)
class Acces:
    """One way into a fiche by certification.

    ``certification`` is the wording of the fiche; ``noms`` the names it answers to; ``ids`` the
    entries of the Registre it names; ``pratique`` is True where the fiche wants it completed by
    professional practice. ``voies``: the preparations it names, () for any. ``domaine``: the
    field it must be in. ``titre``: the denomination it is for, where the fiche has several ways.
    ``conditions``: what is asked besides ("autorisation_enseigner"). ``en_creation``: the print
    says that the certification was still to be created.
    """

    certification: str
    noms: tuple[str, ...]
    pratique: bool
    niveau_equivalent: bool = False
    ids: tuple[str, ...] = ()
    voies: tuple[str, ...] = ()
    domaine: str | None = None
    titre: str | None = None
    conditions: tuple[str, ...] = ()
    en_creation: bool = False


@dataclass(frozen=True, slots=True)
class Fiche:
    """A fiche: code, titles, placement, and what its text (if known) says.

    ``contenu``, ``extensions`` and ``acces`` are None when the text is not in the knowledge:
    then only code, titles and placement are certain. ``regles``: the rules of its own.
    ``entreprise``: the text is the firm's own; ``nationale``: False for a code that only the
    firm has, and the national directory does not.
    """

    code: Code
    titres: tuple[str, ...]
    filiere: str
    statut: str = "en_vigueur"
    contenu: tuple[str, ...] | None = None
    extensions: tuple[str, ...] | None = None
    acces: tuple[Acces, ...] | None = None
    acces_par_decision: bool = False
    evolution: tuple[str, ...] = ()
    edition: date | None = None
    superseded_by: date | None = None
    regles: tuple[RegleDeFiche, ...] = ()
    entreprise: bool = False
    nationale: bool = True

    @property
    def titre(self) -> str:
        """The first denomination; the code where none is published."""
        return self.titres[0] if self.titres else str(self.code)

    @property
    def reference(self) -> Echelon:
        """The échelon (or niveau) de référence; the code carries it (1.20 b)."""
        return self.code.reference

    @property
    def majores(self) -> tuple[Echelon, ...]:
        """The two échelons majorés above the reference; () for 12, cadres, a single échelon."""
        if any(r.type is TypeDeRegle.ECHELON_UNIQUE for r in self.regles):
            return ()
        return majores_de(self.reference)

    @property
    def categorie(self) -> Categorie:
        """Catégorie of the reference."""
        return self.reference.categorie

    @property
    def generique(self) -> bool:
        """True for filière Z: usable only when no other fiche fits (3.02 b, 3B.02 b, 5.02 b)."""
        return self.code.filiere == "Z"

    @property
    def texte_connu(self) -> bool:
        """True when the fiche's own text is in the knowledge."""
        return self.contenu is not None

    @property
    def texte_ancien(self) -> bool:
        """True when a later agreement changed the text that the lists are read from."""
        return (
            self.texte_connu
            and self.edition is not None
            and self.superseded_by is not None
            and self.superseded_by > self.edition
        )
