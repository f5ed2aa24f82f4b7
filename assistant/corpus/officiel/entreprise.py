"""A company's own fiche: Markdown in the form of knowledge/fiches, with the code it is for."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.classification import CodeInvalide
from assistant.classification.code import Code
from assistant.corpus.erreurs import ErreurDeConnaissance
from assistant.corpus.fichiers import lire_octets
from assistant.corpus.markdown import FicheLue, lire_fiche_markdown

__all__ = ["FicheEntreprise", "fiches_de_l_entreprise", "lire_fiche_entreprise"]

_OCTETS = 400_000
_ENTETE = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_CHAMP = re.compile(r"^\s*code\s*:\s*[\"']?([^\"'\n#]+?)[\"']?\s*(?:#.*)?$", re.IGNORECASE | re.M)
_LIGNE = re.compile(r"\A\s*(?:<!--\s*)?(?:code\s*:?\s*)?([A-Za-z]{1,3}[\s.-]?[\w. -]{2,12}?)\s*(?:-->)?\s*$",
                    re.IGNORECASE | re.M)


@dataclass(frozen=True, slots=True)
class FicheEntreprise:
    """A fiche of the firm: canonical code, title, and its Markdown without the line of its code."""

    code: str
    titre: str
    texte: str
    fichier: str


def lire_fiche_entreprise(fichier: Path, code: str | None = None) -> FicheEntreprise:
    """Read and check a company's fiche.

    Its code is ``code``, else the front matter's (`code: A.6.1` between two lines `---`), else
    the first line's (`Code : A.6.1`). Raises ErreurDeConnaissance: no code, two that differ, a
    section missing, a classement of another échelon.
    """
    source = _source(fichier)
    lu, texte = _separer_le_code(source)
    if code and lu and _canonique(fichier, code) != _canonique(fichier, lu):
        raise ErreurDeConnaissance(
            fichier, f"le fichier porte le code {lu}, et l'option --code dit {code}", champ="code"
        )
    brut = code or lu
    if not brut:
        raise ErreurDeConnaissance(
            fichier, "on ne sait pas de quelle fiche il s'agit : donnez son code par --code, ou "
            "écrivez « Code : A.6.1 » sur la première ligne", champ="code",
        )
    canonique = _canonique(fichier, brut)
    fiche = _lire_sous_son_nom(fichier, texte)
    _verifier_le_classement(fichier, canonique, fiche)
    return FicheEntreprise(str(canonique), fiche.titre, texte.strip("\n") + "\n", fichier.name)


def fiches_de_l_entreprise(dossier: Path) -> dict[str, FicheLue]:
    """The firm's own fiches of a version folder by code, marked as such; {} without any.

    Raises ErreurDeConnaissance for a file that was changed by hand into no fiche.
    """
    return {
        fichier.stem: replace(lire_fiche_markdown(fichier), origine="entreprise")
        for fichier in sorted((dossier / "entreprise").glob("*.md"))
    }


def _source(fichier: Path) -> str:
    octets = lire_octets(fichier, _OCTETS, "le fichier dépasse 400 ko, ce n'est pas une fiche")
    try:
        texte = octets.decode("utf-8-sig")
    except UnicodeDecodeError as erreur:
        raise ErreurDeConnaissance(
            fichier, f"la fiche doit être en UTF-8 (octet {erreur.start + 1})"
        ) from None
    return texte.replace("\r\n", "\n").replace("\r", "\n")


def _separer_le_code(source: str) -> tuple[str, str]:
    """(code or "", text); lines taken off leave empty ones, so that line numbers stay true."""
    if entete := _ENTETE.match(source):
        champ = _CHAMP.search(entete[1])
        return (champ[1].strip() if champ else ""), _effacer(source, entete.end())
    premiere = _LIGNE.match(source)
    if premiere and re.search(r"\d|[IV]", premiere[1]):
        return premiere[1].strip(), _effacer(source, premiere.end())
    return "", source


def _effacer(source: str, fin: int) -> str:
    return "\n" * source.count("\n", 0, fin) + source[fin:]


def _canonique(fichier: Path, brut: str) -> Code:
    try:
        return Code.lire(brut)
    except CodeInvalide as erreur:
        raise ErreurDeConnaissance(fichier, str(erreur).rstrip("."), champ="code") from None


def _lire_sous_son_nom(fichier: Path, texte: str) -> FicheLue:
    """Check the text as it will be stored, with messages that name the user's own file."""
    with tempfile.TemporaryDirectory() as dossier:
        copie = Path(dossier, fichier.resolve().parent.name, fichier.name)
        copie.parent.mkdir(exist_ok=True)
        copie.write_text(texte, encoding="utf-8")
        return lire_fiche_markdown(copie)


def _verifier_le_classement(fichier: Path, code: Code, fiche: FicheLue) -> None:
    texte = " ".join(i.texte for i in fiche.sections["classement"])
    if str(code.reference) not in re.sub(r"[/.,;:()]", " ", texte).split():
        raise ErreurDeConnaissance(
            fichier, f"le classement ne donne pas l'échelon {code.reference} que porte le code",
            entree=str(code), champ="classement", lu=texte,
        )
