"""Stored versions made from the small agreement, and a company's fiche in words of our own."""

from __future__ import annotations

import hashlib
from pathlib import Path

from aide_kali import ecrire, petite_convention

from assistant.corpus.documents import Document
from assistant.corpus.officiel.conservation import lire
from assistant.corpus.officiel.depot import version_courante
from assistant.corpus.officiel.entreprise import FicheEntreprise, lire_fiche_entreprise
from assistant.corpus.officiel.fabrication import Apports
from assistant.corpus.officiel.importation import lire_apports

__all__ = ["apports", "contenu_servi", "document", "fiche", "fiche_markdown"]


def fiche_markdown(echelon: int = 6, titre: str = "BALAYEUR MAISON", note: str = "la cour") -> str:
    """A fiche in the seed's form."""
    return f"""## {titre}

### 1/ Dénomination de la qualification :

- {titre.capitalize()}

### 2/ Objet de la qualification :

Tenir {note} propre.

### 3/ Contenu de la qualification :

- passer le balai ;
- vider les seaux.

### 4/ Extensions possibles dans la qualification :

- accueil des livreurs.

### 5/ Classement :

- échelon de référence : {echelon}

### 6/ Modes d'accès à la qualification :

- par décision du chef d'entreprise.

### 7/ Possibilités d'évolution professionnelle :

- voir le panorama.
"""


def fiche(dossier: Path, code: str = "A.6.1", note: str = "la cour") -> FicheEntreprise:
    """That fiche as imported; the échelon is the code's."""
    fichier = dossier / f"fiche-{code}.md"
    fichier.write_text(fiche_markdown(int(code.split(".")[1]), note=note), encoding="utf-8")
    return lire_fiche_entreprise(fichier, code)


def document(nom: str = "note-rh", texte: str = "Le balai est à gauche.") -> Document:
    """A document of two pages."""
    somme = hashlib.sha256(texte.encode()).hexdigest()
    return Document(nom, somme, ((texte,), ("Le seau aussi.", "Merci.")), f"{nom}.pdf")


def apports(dossier: Path, numero: int = 0) -> Apports:
    """The official texts of the small agreement; ``numero`` makes them other ones."""
    convention = petite_convention()
    if numero:
        convention["data"]["title"] += f" {numero}"
        article = _un_article(convention)
        article["data"]["content"] += f"<p>Ajout {numero}.</p>"
    return lire_apports([ecrire(dossier, convention)])


def _un_article(noeud: dict) -> dict:  # type: ignore[type-arg]
    if noeud["type"] == "article":
        return noeud
    return _un_article(noeud["children"][0])


def contenu_servi(donnees: Path) -> dict[str, object]:
    """Everything the version in force holds, each file checked and parsed; {} without one."""
    dossier = version_courante(donnees)
    if dossier is None:
        return {}
    lecture = lire(dossier)
    return {
        "version": dossier.name,
        "editions": lecture.editions, "anciens": lecture.anciens, "articles": lecture.articles,
        "accords": lecture.accords, "illisibles": lecture.illisibles,
        "siens": sorted([*lecture.manifeste.entreprise, *lecture.manifeste.documents]),
    }
