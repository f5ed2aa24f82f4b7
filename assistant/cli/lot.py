"""The lines of a batch: reading them strictly, answering them, saying what is wrong with one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

from assistant.cli.entree import lire_objet, verifier_texte
from assistant.cli.erreurs import ErreurDUsage

if TYPE_CHECKING:
    from assistant.chat import Assistant

__all__ = ["Demande", "LigneRefusee", "lignes", "lire_demande", "repondre"]

LIGNE_MAX = 10 << 20
"""Bytes of one line at most: a longer one is refused, and skipped without being held."""
_FORMES = ("question", "turns", "facts")
_TROP_LONGUE = b"\xff trop longue"


@dataclass(frozen=True, slots=True)
class Demande:
    """One line: its id, its form ("question", "turns" or "facts") and what it holds."""

    id: str | int
    forme: str
    contenu: Any


class LigneRefusee(ErreurDUsage):
    """A line that cannot be answered; ``id`` is None where it could not be read."""

    def __init__(self, rang: int, message: str, identifiant: str | int | None = None) -> None:
        super().__init__(f"Ligne {rang} : {message}")
        self.id = identifiant


def lignes(flux: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Each line that is not blank, with its number; without BOM and line end."""
    rang = 0
    while brute := flux.readline(LIGNE_MAX + 1):
        rang += 1
        if rang == 1:
            if brute.startswith((b"\xff\xfe", b"\xfe\xff")):
                raise ErreurDUsage("Le fichier d'entrée est en UTF-16 : enregistrez-le en UTF-8.")
            brute = brute.removeprefix(b"\xef\xbb\xbf")
        if len(brute) > LIGNE_MAX:
            while brute and not brute.endswith(b"\n"):
                brute = flux.readline(LIGNE_MAX)
            brute = _TROP_LONGUE
        if brute.strip():
            yield rang, brute.strip()


def lire_demande(brute: bytes, rang: int) -> Demande:
    """Read one line of the contract; raises LigneRefusee with its number and, if known, its id."""
    if brute is _TROP_LONGUE:
        raise LigneRefusee(rang, f"elle dépasse {LIGNE_MAX >> 20} Mo.")
    try:
        objet = lire_objet(brute.decode("utf-8"), "le texte")
    except UnicodeDecodeError as e:
        raise LigneRefusee(rang, f"ce n'est pas du texte UTF-8 (octet {e.start + 1}).") from None
    except ErreurDUsage as e:
        raise LigneRefusee(rang, str(e)) from None
    identifiant = objet.get("id")
    if isinstance(identifiant, bool) or not isinstance(identifiant, str | int):
        raise LigneRefusee(rang, "il lui faut un « id » : un texte ou un nombre entier.")
    try:
        forme = _forme(objet)
        verifier_texte(objet[forme], f"« {forme} »")
        return Demande(identifiant, forme, _VERIFIER[forme](objet[forme]))
    except ErreurDUsage as e:
        raise LigneRefusee(rang, str(e), identifiant) from None


def _forme(objet: dict[str, Any]) -> str:
    for cle in objet:
        if cle != "id" and cle not in _FORMES:
            raise ErreurDUsage(
                f"la clé « {cle[:60]} » est inconnue ; on attend id et l'une de : "
                f"{', '.join(_FORMES)}."
            )
    presentes = [f for f in _FORMES if f in objet]
    if len(presentes) != 1:
        trouve = "aucune" if not presentes else " et ".join(presentes)
        raise ErreurDUsage(f"on attend une seule des clés {', '.join(_FORMES)} ; ici : {trouve}.")
    return presentes[0]


def _question(valeur: object) -> str:
    if not isinstance(valeur, str):
        raise ErreurDUsage("« question » doit être un texte.")
    return valeur


def _tours(valeur: object) -> list[str]:
    if not isinstance(valeur, list) or not valeur:
        raise ErreurDUsage('« turns » doit être une liste de tours {"user": "…"}, un au moins.')
    for rang, tour in enumerate(valeur, 1):
        if not isinstance(tour, dict) or set(tour) != {"user"} or not isinstance(tour["user"], str):
            raise ErreurDUsage(f'le tour {rang} de « turns » doit être {{"user": "…"}}, sans plus.')
    return [tour["user"] for tour in valeur]


def _faits(valeur: object) -> dict[str, Any]:
    if not isinstance(valeur, dict):
        raise ErreurDUsage('« facts » doit être un objet, comme {"fiche": "Z.23.1"}.')
    return valeur


_VERIFIER = {"question": _question, "turns": _tours, "facts": _faits}


def repondre(assistant: Assistant, demande: Demande, langue: str) -> dict[str, Any]:
    """The output line: `{id, …answer}`, or `{id, turns: […]}` for a conversation.

    ``langue``: of the answer to facts; questions are answered in their own language.
    """
    if demande.forme == "facts":
        return {"id": demande.id, **assistant.repondre_faits(demande.contenu, langue).en_dict()}
    if demande.forme == "question":
        return {"id": demande.id, **assistant.repondre(demande.contenu)[0].en_dict()}
    tours: list[dict[str, Any]] = []
    etat = None
    for question in demande.contenu:
        reponse, etat = assistant.repondre(question, etat)
        tours.append(reponse.en_dict())
    return {"id": demande.id, "turns": tours}
