"""Reader of fiches in Markdown: `## TITLE`, then seven sections `### 1/ …` to `### 7/ …`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assistant.classification import CodeInvalide, sans_accents
from assistant.classification.code import Code
from assistant.corpus.erreurs import ErreurDeConnaissance

__all__ = ["SECTIONS", "FicheLue", "Item", "lire_fiche_markdown"]

SECTIONS = ("titres", "objet", "contenu", "extensions", "classement", "acces", "evolution")
_CLES = {
    "denomination": "titres",
    "objet": "objet",
    "contenu": "contenu",
    "extension": "extensions",
    "classement": "classement",
    "modes d'acces": "acces",
    "evolution": "evolution",
}
_NUMERO = re.compile(r"^\s*(\d)\s*[/.)-]\s*(.+?)\s*:?\s*$")
_CODE = re.compile(r"\b[A-Z]{1,3}\.(?:C\.)?(?:\d{1,2}|IV|V|I{1,3})\.\d{1,2}\b")
_TAILLE_MAX = 400_000


@dataclass(frozen=True, slots=True)
class Item:
    """One paragraph or list item, word for word: text, depth in lists (0: paragraph), line."""

    texte: str
    profondeur: int
    ligne: int


@dataclass(frozen=True, slots=True)
class FicheLue:
    """A fiche's text in force: its items by section, and the codes of its evolution.

    ``origine``: "referentiel" (a file of knowledge/fiches), "entreprise" (imported by the firm)
    or "officielle" (printed by the agreement of ``edition``, at the page ``lien``).
    """

    fichier: Path
    titre: str
    sections: Mapping[str, tuple[Item, ...]]
    origine: str = "referentiel"
    edition: date | None = None
    lien: str | None = None

    @property
    def titres(self) -> tuple[str, ...]:
        """The denominations (section 1)."""
        return tuple(i.texte for i in self.sections.get("titres", ()))

    def textes(self, section: str) -> tuple[str, ...]:
        """Items of a section, without the lines that only introduce others (ending in ":")."""
        return tuple(i.texte for i in self.sections.get(section, ()) if not i.texte.endswith(":"))

    @property
    def evolution(self) -> tuple[str, ...]:
        """Canonical codes named in section 7."""
        codes = []
        for item in self.sections.get("evolution", ()):
            for brut in _CODE.findall(item.texte):
                try:
                    codes.append(str(Code.lire(brut)))
                except CodeInvalide:
                    continue
        return tuple(dict.fromkeys(codes))


def lire_fiche_markdown(fichier: Path) -> FicheLue:
    """Read one file; raise ErreurDeConnaissance naming the section that is missing or unknown."""
    try:
        if fichier.stat().st_size > _TAILLE_MAX:
            raise ErreurDeConnaissance(fichier, "le fichier dépasse 400 ko, ce n'est pas une fiche")
        source = fichier.read_text(encoding="utf-8")
    except OSError as erreur:
        raise ErreurDeConnaissance(fichier, f"fichier illisible : {erreur.strerror}") from None
    except UnicodeDecodeError:
        raise ErreurDeConnaissance(fichier, "la fiche doit être en UTF-8") from None
    titre, sections = _sections(fichier, source)
    for nom in SECTIONS:
        if not sections.get(nom):
            raise ErreurDeConnaissance(
                fichier, f"il manque la section {SECTIONS.index(nom) + 1} (« {nom} »), ou elle est vide",
                entree=titre or "(sans titre)",
            )
    if not titre:
        raise ErreurDeConnaissance(fichier, "il manque le titre de la fiche (« ## TITRE »)")
    return FicheLue(fichier, titre, {n: tuple(i) for n, i in sections.items()})


def _sections(fichier: Path, source: str) -> tuple[str, dict[str, list[Item]]]:
    titre, courante = "", ""
    sections: dict[str, list[Item]] = {}
    for balise, item in _elements(source):
        if balise in ("h1", "h2"):
            titre = titre or item.texte
        elif balise == "h3":
            courante = _nom_de_section(fichier, titre, item)
            if courante in sections:
                raise ErreurDeConnaissance(
                    fichier, f"la section « {courante} » est donnée deux fois (ligne {item.ligne})",
                    entree=titre,
                )
            sections[courante] = []
        elif courante:
            sections[courante].append(item)
    return titre, sections


def _nom_de_section(fichier: Path, titre: str, item: Item) -> str:
    numero = _NUMERO.match(item.texte)
    libelle = sans_accents(numero[2] if numero else item.texte)
    for cle, nom in _CLES.items():
        if cle in libelle:
            return nom
    raise ErreurDeConnaissance(
        fichier,
        f"section inconnue à la ligne {item.ligne} : on attend dénomination, objet, contenu, "
        "extensions, classement, modes d'accès, évolution",
        entree=titre, lu=item.texte,
    )


def _elements(source: str) -> Iterator[tuple[str, Item]]:
    """Headings, paragraphs and list items in order, each with its verbatim text."""
    from markdown_it import MarkdownIt

    profondeur, balise = 0, ""
    for jeton in MarkdownIt("commonmark").parse(source):
        if jeton.type == "list_item_open":
            profondeur += 1
        elif jeton.type == "list_item_close":
            profondeur -= 1
        elif jeton.type == "heading_open":
            balise = jeton.tag
        elif jeton.type == "inline":
            ligne = jeton.map[0] + 1 if jeton.map else 0
            texte = jeton.content.strip().removeprefix(". ").strip()
            yield balise or "p", Item(texte, profondeur, ligne)
            balise = ""
