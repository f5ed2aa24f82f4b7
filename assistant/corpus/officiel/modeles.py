"""The official texts as read: editions of fiches, articles, agreements, and what was not read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as Date

from assistant.corpus.markdown import Item

__all__ = [
    "AccordLu",
    "ArticleLu",
    "Classement",
    "EditionFiche",
    "Illisible",
    "Lecture",
    "Lieu",
    "Paragraphe",
    "TexteAncien",
]


@dataclass(frozen=True, slots=True)
class Lieu:
    """Where a piece stands: text (agreement) and article ids, its rank in the article, état.

    ``etat`` is the text's ("VIGUEUR_ETEN", "VIGUEUR_NON_ETEN"); ``rang`` counts from 1 the
    pieces of one article (several fiches may share it).
    """

    texte_id: str
    texte_titre: str
    article_id: str
    etat: str
    rang: int = 1

    @property
    def lien(self) -> str:
        """The public page of the article."""
        return (f"https://www.legifrance.gouv.fr/conv_coll/id/{self.article_id}/"
                "?idConteneur=KALICONT000005635191")


@dataclass(frozen=True, slots=True)
class Classement:
    """What the classement section prints, which may contradict the code.

    ``categorie`` as printed, in folded words ("ouvriers et employes", "maitrise", "cadre") or
    None; ``reference`` and ``majores`` as `Echelon.valeur` (int, "II", "II A"), None or () when
    not printed.
    """

    categorie: str | None = None
    reference: int | str | None = None
    majores: tuple[int | str, ...] = ()


@dataclass(frozen=True, slots=True)
class EditionFiche:
    """One fiche as one agreement prints it (from 2008 on).

    ``code`` is canonical ("A.6.1"), corrected where the print has a slip; ``code_imprime`` is
    the print's. ``date``: signature of the agreement. ``sections`` hold the keys of
    `markdown.SECTIONS`, and "secteurs" and "degres" where printed; a section that is not
    printed is absent. ``evolution``: canonical codes named by the evolution section.
    ``anomalies``: what was corrected or guessed while reading, in French sentences.
    """

    code: str
    code_imprime: str
    titres: tuple[str, ...]
    date: Date
    lieu: Lieu
    forme: str
    sections: dict[str, tuple[Item, ...]]
    classement: Classement
    evolution: tuple[str, ...] = ()
    anomalies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TexteAncien:
    """A fiche of the editions before 2008, kept as paragraphs: no canonical code is printed."""

    titre: str
    date: Date
    lieu: Lieu
    paragraphes: tuple[str, ...]
    code_imprime: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraphe:
    """One paragraph of an article: its letter ("b", None before the first), rank from 1, text."""

    lettre: str | None
    rang: int
    texte: str


@dataclass(frozen=True, slots=True)
class ArticleLu:
    """An article of the base agreement or of one of its annexes.

    ``numero`` as cited ("3.02", "1.09 bis", "3B.02"); None in an annex without numbers.
    ``depuis``: the latest date in `lstLienModification` from which this text holds, or None.
    """

    numero: str | None
    titre: str
    chapitre: str
    lieu: Lieu
    depuis: Date | None
    paragraphes: tuple[Paragraphe, ...]


@dataclass(frozen=True, slots=True)
class AccordLu:
    """An agreement that updates the directory: title, signature, extension, and its articles.

    ``extension_jo``: date of publication of the extension order, or None. ``semestre``:
    ("2026", 1) where the title says for which half-year it is, else None.
    """

    texte_id: str
    titre: str
    date: Date
    etat: str
    extension_jo: Date | None
    semestre: tuple[int, int] | None
    articles: tuple[ArticleLu, ...]


@dataclass(frozen=True, slots=True)
class Illisible:
    """What could not be read as meant, with its place and the reason in French."""

    lieu: Lieu
    raison: str


@dataclass(frozen=True)
class Lecture:
    """Everything read from one KALI file, in the order of the file."""

    editions: tuple[EditionFiche, ...] = ()
    anciens: tuple[TexteAncien, ...] = ()
    articles: tuple[ArticleLu, ...] = ()
    accords: tuple[AccordLu, ...] = ()
    illisibles: tuple[Illisible, ...] = ()
    source: dict[str, str] = field(default_factory=dict)  # sha256, fichier, paquet, version
    baremes: tuple[AccordLu, ...] = ()  # agreements filed under the salaries, tables as lines
