"""A rule of the agreement, restated: text, article, link, dates, the words of its motif."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from assistant.classification.grille import Categorie

__all__ = ["Article", "Exemple", "Motif", "Regle", "Renvoi"]


@dataclass(frozen=True, slots=True)
class Renvoi:
    """Further official paragraphs of a rule, outside the article it cites.

    ``lieu``: another article ("6.04 d") or the id of an agreement's article ("KALIARTI…").
    ``selon_echelon``: one paragraph an échelon; the one asked about is quoted alone.
    """

    lieu: str
    ancres: tuple[str, ...]
    selon_echelon: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """Where a rule stands: article ("3B.02 d"), Légifrance link, in force from (ISO date).

    ``categorie`` is set where the same rule stands in several chapters. ``ancres``: two to six
    words each, found in the paragraphs that carry the rule; ``ailleurs``: those out of it.
    """

    article: str
    url: str
    depuis: date | None = None
    categorie: Categorie | None = None
    ancres: tuple[str, ...] = ()
    ailleurs: tuple[Renvoi, ...] = ()


@dataclass(frozen=True, slots=True)
class Exemple:
    """A worked example of a rule: facts in, expected results out; each is run as a test."""

    faits: Mapping[str, object]
    attendu: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Regle:
    """One rule. ``textes``, ``faits`` and ``consequences`` are templates by language."""

    id: str
    textes: Mapping[str, str]
    faits: Mapping[str, str]
    consequences: Mapping[str, str]
    articles: tuple[Article, ...]
    parametres: Mapping[str, int] = field(default_factory=dict)
    exemples: tuple[Exemple, ...] = ()
    relu_par: str | None = None
    relu_le: date | None = None

    def article(self, categorie: Categorie | None = None) -> Article:
        """The article for a catégorie, or the only (first) one."""
        for a in self.articles:
            if a.categorie is categorie and categorie is not None:
                return a
        return self.articles[0]


@dataclass(frozen=True, slots=True)
class Motif:
    """One step of a result: facts used → consequence → article."""

    regle: Regle
    article: Article
    faits_utilises: tuple[str, ...]
    variables: Mapping[str, str]

    def fait(self, langue: str = "fr") -> str:
        """The fact this step rests on, in words."""
        return self.regle.faits[langue].format(**self.variables)

    def consequence(self, langue: str = "fr") -> str:
        """What follows from it, in words."""
        return self.regle.consequences[langue].format(**self.variables)
