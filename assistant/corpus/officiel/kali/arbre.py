"""The KALI file as articles with their place: JSON in, nothing of odd shape trusted."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assistant.corpus.erreurs import ErreurDeConnaissance
from assistant.corpus.officiel.modeles import Illisible, Lieu

__all__ = ["ArbreKali", "ArticleBrut", "TexteBrut", "lire_arbre"]

TAILLE_MAX = 100_000_000  # bytes of the file; the official one has 10 million
CONTENU_MAX = 1_000_000  # characters of one article; the longest official one has 170,000
_PROFONDEUR_MAX = 40
_FIN: Any = object()
_DEMI_CARACTERES = re.compile("[\ud800-\udfff]")
_COMMANDES = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class TexteBrut:
    """An agreement: its id, title, état, and the kind it is filed under."""

    id: str
    titre: str
    etat: str
    rubrique: str = ""


@dataclass(frozen=True, slots=True)
class ArticleBrut:
    """One article as filed: HTML content, and the titles of the sections it stands in."""

    id: str
    num: str
    surtitre: str
    contenu: str
    texte: TexteBrut
    sections: tuple[str, ...]
    modifications: tuple[dict[str, Any], ...] = ()

    def lieu(self, rang: int = 1) -> Lieu:
        """The place of the ``rang``-th piece of this article."""
        return Lieu(self.texte.id, self.texte.titre, self.id, self.texte.etat, rang)


@dataclass
class ArbreKali:
    """All articles in the order of the file, and the nodes that could not be used."""

    articles: list[ArticleBrut] = field(default_factory=list)
    illisibles: list[Illisible] = field(default_factory=list)
    sha256: str = ""
    titre: str = ""


def lire_arbre(fichier: Path) -> ArbreKali:
    """Read the file; raise ErreurDeConnaissance where it is no KALI agreement."""
    octets = _octets(fichier)
    racine = _json(fichier, octets)
    if not isinstance(racine, dict) or not isinstance(racine.get("children"), list):
        raise ErreurDeConnaissance(
            fichier, "ce JSON n'est pas une convention KALI : on attend un objet avec « type », "
            "« data » et « children »")
    arbre = ArbreKali(sha256=hashlib.sha256(octets).hexdigest())
    donnees = racine.get("data")
    arbre.titre = _chaine(donnees.get("title")) if isinstance(donnees, dict) else ""
    for article in _articles(racine["children"], arbre.illisibles):
        arbre.articles.append(article)
    if not arbre.articles:
        raise ErreurDeConnaissance(fichier, "cette convention KALI ne contient aucun article")
    return arbre


def _octets(fichier: Path) -> bytes:
    try:
        if not fichier.is_file():
            raise ErreurDeConnaissance(fichier, "ce fichier n'existe pas, ou n'en est pas un")
        if fichier.stat().st_size > TAILLE_MAX:
            raise ErreurDeConnaissance(
                fichier, "le fichier dépasse 100 Mo, ce n'est pas une convention KALI")
        return fichier.read_bytes()
    except OSError as erreur:
        raise ErreurDeConnaissance(fichier, f"fichier illisible : {erreur.strerror}") from None
    except ValueError as erreur:
        if isinstance(erreur, ErreurDeConnaissance):
            raise
        raise ErreurDeConnaissance(fichier, "le chemin du fichier est invalide") from None


def _json(fichier: Path, octets: bytes) -> Any:
    try:
        return json.loads(octets)
    except RecursionError:
        raison = "le JSON est trop profond pour une convention KALI"
    except UnicodeDecodeError:
        raison = "le fichier n'est pas en UTF-8"
    except json.JSONDecodeError as erreur:
        raison = (f"le JSON est coupé ou abîmé à la ligne {erreur.lineno}, colonne {erreur.colno} : "
                  "téléchargez-le de nouveau")
    except (ValueError, MemoryError):
        raison = "le JSON contient une valeur démesurée"
    raise ErreurDeConnaissance(fichier, raison)


def _articles(enfants: list[Any], illisibles: list[Illisible]) -> Iterator[ArticleBrut]:
    """Depth first without recursion: each level is a node's children with what stands above."""
    vide = TexteBrut("", "", "")
    pile: list[tuple[Iterator[Any], TexteBrut, tuple[str, ...]]] = [(iter(enfants), vide, ())]
    while pile:
        suite, texte, sections = pile[-1]
        noeud = next(suite, _FIN)
        if noeud is _FIN:
            pile.pop()
            continue
        probleme = _probleme(noeud)
        if probleme:
            illisibles.append(Illisible(_lieu(noeud, texte), probleme))
            continue
        donnees = noeud["data"]
        if noeud.get("type") == "article":
            yield from _article(donnees, texte, sections, illisibles)
        if len(pile) > _PROFONDEUR_MAX:
            illisibles.append(Illisible(_lieu(noeud, texte), "section trop profonde, non lue"))
        elif noeud.get("children"):
            pile.append((iter(noeud["children"]), *_sous(donnees, texte, sections)))


def _sous(
    donnees: dict[str, Any], texte: TexteBrut, sections: tuple[str, ...]
) -> tuple[TexteBrut, tuple[str, ...]]:
    """Text and section titles that hold for the children of a section."""
    titre, ident = _chaine(donnees.get("title")), _chaine(donnees.get("id"))
    etat = _chaine(donnees.get("etat"))
    if ident.startswith("KALITEXT"):
        return TexteBrut(ident, " ".join(titre.split()), etat, texte.titre if not texte.id else ""), ()
    if not texte.id:
        return TexteBrut("", " ".join(titre.split()), etat), ()
    return texte, (*sections, titre)


def _article(
    donnees: dict[str, Any], texte: TexteBrut, sections: tuple[str, ...],
    illisibles: list[Illisible],
) -> Iterator[ArticleBrut]:
    contenu = donnees.get("content")
    lieu = Lieu(texte.id, texte.titre, _chaine(donnees.get("id")), texte.etat)
    if contenu is not None and not isinstance(contenu, str):
        illisibles.append(Illisible(lieu, "le contenu de l'article n'est pas un texte"))
    elif not lieu.article_id:
        illisibles.append(Illisible(lieu, "article sans identifiant"))
    elif contenu and len(contenu) > CONTENU_MAX:
        illisibles.append(Illisible(lieu, "article de plus d'un million de caractères, non lu"))
    else:
        liens = donnees.get("lstLienModification")
        modifications = tuple(m for m in liens if isinstance(m, dict)) if isinstance(liens, list) else ()
        yield ArticleBrut(
            lieu.article_id, " ".join(_chaine(donnees.get("num")).split()),
            " ".join(_chaine(donnees.get("surtitre")).split()), _propre(contenu or ""),
            texte, sections, modifications)


def _probleme(noeud: Any) -> str:
    if not isinstance(noeud, dict):
        return "nœud qui n'est pas un objet"
    if not isinstance(noeud.get("data"), dict):
        return "nœud sans « data »"
    if not isinstance(noeud.get("children", []), list):
        return "nœud dont les enfants ne sont pas une liste"
    if noeud.get("type") not in ("section", "article"):
        return f"nœud de type inconnu : {str(noeud.get('type'))[:40]}"
    return ""


def _lieu(noeud: Any, texte: TexteBrut) -> Lieu:
    donnees = noeud.get("data") if isinstance(noeud, dict) else None
    ident = _chaine(donnees.get("id")) if isinstance(donnees, dict) else ""
    return Lieu(texte.id, texte.titre, ident, texte.etat)


def _chaine(valeur: Any) -> str:
    """A text, cleaned; a number is taken as its digits; anything else is empty."""
    if isinstance(valeur, str):
        return _propre(valeur).strip()[:2000]
    return str(valeur) if isinstance(valeur, int) and not isinstance(valeur, bool) else ""


def _propre(texte: str) -> str:
    """Without lone surrogates (they cannot be written) and control characters."""
    return _COMMANDES.sub(" ", _DEMI_CARACTERES.sub("\ufffd", texte))
