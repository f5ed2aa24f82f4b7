"""Two states of the directory compared: codes, titles, and items by section."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from assistant.classification import sans_accents
from assistant.corpus.editions import EtatFiche
from assistant.corpus.officiel.modeles import EditionFiche

__all__ = ["Changement", "DiffSection", "Differences", "comparer", "differences_d_editions",
           "surligner"]

ORDRE = ("secteurs", "objet", "contenu", "extensions", "classement", "degres", "acces", "evolution")
_MOT = re.compile(r"\w+")
_PROCHES = 0.6  # share of common words from which an item is another wording of the same


@dataclass(frozen=True, slots=True)
class DiffSection:
    """One section: items added, removed, and reworded as (before, after)."""

    section: str
    ajoutes: tuple[str, ...]
    retires: tuple[str, ...]
    modifies: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Changement:
    """One code on both sides; None for a side on which it does not stand."""

    code: str
    avant: EtatFiche | None
    apres: EtatFiche | None
    sections: tuple[DiffSection, ...] = ()

    @property
    def titre(self) -> str:
        """Its first title, the newer one where there are two."""
        etat = self.apres or self.avant
        return etat.titres[0] if etat and etat.titres else "sans titre imprimé"


@dataclass(frozen=True, slots=True)
class Differences:
    """What differs. ``renommes`` and ``changes`` may hold the same code.

    ``repris``: codes that name another qualification on each side. ``sans_texte``: changed
    between the two by agreements that print no text. ``inchanges`` counts the codes of both
    sides in none of these lists.
    """

    crees: tuple[Changement, ...]
    supprimes: tuple[Changement, ...]
    repris: tuple[Changement, ...]
    renommes: tuple[Changement, ...]
    changes: tuple[Changement, ...]
    sans_texte: tuple[tuple[Changement, tuple[date, ...]], ...]
    inchanges: int


def comparer(
    a: Mapping[str, EtatFiche], b: Mapping[str, EtatFiche], section: str | None = None
) -> Differences:
    """From state ``a`` to state ``b``; with ``section``, texts are compared in that one only.

    Case, accents, punctuation and list marks count for nothing: only words do.
    """
    communs = [code for code in b if code in a]
    repris = [c for c in communs if a[c].debut != b[c].debut and (a[c].creee or b[c].creee)]
    paires = [Changement(c, a[c], b[c], _sections(a[c], b[c], section))
              for c in communs if c not in repris]
    renommes = tuple(p for p in paires if _cles(p.avant) != _cles(p.apres))
    changes = tuple(p for p in paires if p.sections)
    sans_texte = tuple((p, dates) for p in paires if (dates := _annonces(p)))
    touches = {p.code for p in (*renommes, *changes, *(p for p, _ in sans_texte))}
    return Differences(
        crees=tuple(Changement(c, None, b[c]) for c in b if c not in a),
        supprimes=tuple(Changement(c, a[c], None) for c in a if c not in b),
        repris=tuple(Changement(c, a[c], b[c]) for c in repris),
        renommes=renommes,
        changes=changes,
        sans_texte=sans_texte,
        inchanges=len(paires) - len(touches),
    )


def differences_d_editions(avant: EditionFiche, apres: EditionFiche) -> tuple[DiffSection, ...]:
    """The sections that differ between two prints of a fiche."""
    noms = [n for n in ORDRE if n in avant.sections or n in apres.sections]
    diffs = (
        _section(n, *([i.texte for i in e.sections.get(n, ())] for e in (avant, apres)))
        for n in noms
    )
    return tuple(d for d in diffs if d.ajoutes or d.retires or d.modifies)


def _cles(etat: EtatFiche | None) -> set[tuple[str, ...]]:
    return {_cle(t) for t in etat.titres} if etat else set()


def _annonces(paire: Changement) -> tuple[date, ...]:
    """Agreements that changed the fiche between the two sides and print no text of it."""
    assert paire.avant is not None
    assert paire.apres is not None
    return tuple(d for d in paire.apres.modifications if d not in paire.avant.modifications)


def _sections(a: EtatFiche, b: EtatFiche, section: str | None) -> tuple[DiffSection, ...]:
    """Sections that differ; none where a side has no text, which is no change of the text."""
    if not a.sections or not b.sections:
        return ()
    noms = [n for n in ORDRE if n in a.sections or n in b.sections]
    diffs = (
        _section(n, a.sections.get(n, ()), b.sections.get(n, ()))
        for n in noms if section in (None, n)
    )
    return tuple(d for d in diffs if d.ajoutes or d.retires or d.modifies)


def _section(nom: str, avant: Sequence[str], apres: Sequence[str]) -> DiffSection:
    ajoutes: list[str] = []
    retires: list[str] = []
    modifies: list[tuple[str, str]] = []
    for otes, mis in _blocs(avant, apres):
        restent = list(mis)
        for ote in otes:
            proche = _plus_proche(ote, restent)
            if proche is not None:
                restent.remove(proche)
                modifies.append((ote, proche))
            else:
                retires.append(ote)
        ajoutes += restent
    deplaces = {_cle(t) for t in ajoutes} & {_cle(t) for t in retires}
    return DiffSection(
        nom,
        tuple(t for t in ajoutes if _cle(t) not in deplaces),
        tuple(t for t in retires if _cle(t) not in deplaces),
        tuple((x, y) for x, y in modifies if _cle(x) != _cle(y)),
    )


def _blocs(
    avant: Sequence[str], apres: Sequence[str]
) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """(items taken away, items put in their place), in order."""
    mots = [_cle(t) for t in avant], [_cle(t) for t in apres]
    for op, i, j, k, n in SequenceMatcher(None, *mots, autojunk=False).get_opcodes():
        if op != "equal":
            yield avant[i:j], apres[k:n]


def _cle(texte: str) -> tuple[str, ...]:
    return tuple(_MOT.findall(sans_accents(texte)))


def _plus_proche(texte: str, parmi: Sequence[str]) -> str | None:
    """The item that is another wording of a text, the nearest first; None when none is."""
    notes = [(_parente(texte, autre), autre) for autre in parmi]
    note, autre = max(notes, key=lambda n: n[0], default=(0.0, ""))
    return autre if note >= _PROCHES else None


def _parente(x: str, y: str) -> float:
    return SequenceMatcher(None, _cle(x), _cle(y), autojunk=False).ratio()


def surligner(avant: str, apres: str) -> str:
    """Both wordings in one line, word by word: what went in [-…-], what came in {+…+}."""
    x, y = avant.split(), apres.split()
    cles = [_cle(m) for m in x], [_cle(m) for m in y]
    morceaux: list[str] = []
    for op, i, j, k, n in SequenceMatcher(None, *cles, autojunk=False).get_opcodes():
        if op == "equal":
            morceaux.append(" ".join(y[k:n]))
        else:
            morceaux += _entoure("[-", x[i:j], "-]") + _entoure("{+", y[k:n], "+}")
    return " ".join(morceaux)


def _entoure(debut: str, mots: Iterable[str], fin: str) -> list[str]:
    texte = " ".join(mots)
    return [f"{debut}{texte}{fin}"] if texte else []
