"""Rules of their own that fiches carry, found in the official texts with their quotes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.classification import RegleDeFiche, TypeDeRegle
from assistant.corpus.officiel.erreurs import VersionAbimee
from assistant.corpus.officiel.modeles import EditionFiche, Lecture
from assistant.corpus.officiel.motifs_de_regles import (
    LECTEURS,
    Contexte,
    Trouvaille,
    dans_un_accord,
    suspecte,
)
from assistant.corpus.passages.fiches import NOMS_DES_SECTIONS
from assistant.corpus.regles_fiches import en_tuples

__all__ = [
    "FICHIER", "ARelire", "a_relire", "depuis_dict", "en_dict", "en_fichier", "regles_de",
    "trouver_regles",
]

FICHIER = "regles_de_fiches.json"  # in a version folder
_LONGUEUR_MAX = 3000  # characters: no rule of a fiche takes more, a broken text might
_SCHEMA = 1  # raise it when the finder changes: versions kept before are read again


@dataclass(frozen=True, slots=True)
class ARelire:
    """A sentence that looks like a rule and fits no type: fiche, passage, the sentence itself."""

    fiche: str
    passage: str
    texte: str


def regles_de(lecture: Lecture) -> tuple[RegleDeFiche, ...]:
    """The rules kept with these texts; found in them now where an earlier program kept them."""
    contenus: Mapping[str, bytes] = getattr(lecture, "contenus", {})
    if FICHIER in contenus:
        try:
            donnees = json.loads(contenus[FICHIER])
            if donnees["schema"] == _SCHEMA:
                return depuis_dict(donnees)
        except (ValueError, KeyError, TypeError) as erreur:
            raise VersionAbimee(
                f"Le fichier {FICHIER} des connaissances n'a pas la forme attendue. Refaites-les par "
                "« echelon knowledge pull »."
            ) from erreur
    return trouver_regles(lecture)


def en_fichier(lecture: Lecture) -> dict[str, Any]:
    """What a version folder keeps: the rules found and the sentences to re-read."""
    return en_dict(trouver_regles(lecture), a_relire(lecture))


def trouver_regles(lecture: Lecture) -> tuple[RegleDeFiche, ...]:
    """The rules of the newest print of each fiche, and those agreements add to a fiche.

    Each with the sentence word for word and the id of its passage. One rule a fiche, type and
    target; the first print of it stands.
    """
    trouvees: dict[tuple[str, str, str], RegleDeFiche] = {}
    for regle in (*_des_accords(lecture), *(r for r, _ in _des_editions(lecture) if r)):
        trouvees.setdefault(regle.cle, regle)
    return tuple(sorted(trouvees.values(), key=lambda r: r.cle))


def a_relire(lecture: Lecture) -> tuple[ARelire, ...]:
    """Sentences of the newest prints that impose something and that no type covers."""
    return tuple(s for _, s in _des_editions(lecture) if s)


def _courantes(lecture: Lecture) -> dict[str, EditionFiche]:
    return {e.code: e for e in sorted(lecture.editions, key=lambda e: e.date)}


def _titres(editions: Mapping[str, EditionFiche]) -> dict[str, tuple[str, ...]]:
    return {code: e.titres for code, e in editions.items()}


def _des_editions(
    lecture: Lecture,
) -> Iterator[tuple[RegleDeFiche | None, ARelire | None]]:
    editions = _courantes(lecture)
    titres = _titres(editions)
    for code, edition in sorted(editions.items()):
        for section, items in edition.sections.items():
            contexte = Contexte(code, section, tuple(i.texte for i in items), titres)
            for rang, item in enumerate(items, start=1):
                if len(item.texte) > _LONGUEUR_MAX:
                    continue
                passage = f"fiche:{code}/{section}/{rang}"
                trouvees = [t for lire in LECTEURS for t in lire(contexte, rang - 1)]
                for t in trouvees:
                    lieu = f"fiche:{code}/{section}/{rang + t.decalage}"
                    yield _regle(edition, section, lieu, t), None
                if not trouvees and suspecte(item.texte):
                    yield None, ARelire(code, passage, item.texte)


def _regle(edition: EditionFiche, section: str, passage: str, t: Trouvaille) -> RegleDeFiche:
    return RegleDeFiche(
        fiche=edition.code, type=t.type, parametres=t.parametres,
        lieu=NOMS_DES_SECTIONS.get(section, "note"), url=edition.lieu.lien,
        citation=t.citation, passage=passage, edition=edition.date,
    )


def _des_accords(lecture: Lecture) -> Iterator[RegleDeFiche]:
    """Delays that an agreement adds to a fiche by one of its articles."""
    for accord in lecture.accords:
        effet = date(accord.semestre[0], 1 if accord.semestre[1] == 1 else 7, 1) if (
            accord.semestre) else accord.date
        for article in accord.articles:
            tout = " ".join(p.texte for p in article.paragraphes)
            for p in article.paragraphes:
                if len(p.texte) > _LONGUEUR_MAX:
                    continue
                for code, t in dans_un_accord(p.texte, tout[:_LONGUEUR_MAX]):
                    yield RegleDeFiche(
                        fiche=code, type=t.type, parametres=t.parametres,
                        lieu=f"accord du {_en_mots(accord.date)}, art. {article.numero}",
                        url=article.lieu.lien, citation=t.citation, depuis=effet,
                        passage=f"accord:{article.lieu.article_id}/{p.lettre or '-'}/{p.rang}",
                    )


_MOIS = ("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
         .split())


def _en_mots(jour: date) -> str:
    return f"{jour.day} {_MOIS[jour.month - 1]} {jour.year}"


def en_dict(regles: Sequence[RegleDeFiche], relire: Iterable[ARelire] = ()) -> dict[str, Any]:
    """What the version folder keeps of the rules (JSON)."""
    return {
        "schema": _SCHEMA,
        "regles": [
            {
                "fiche": r.fiche, "type": r.type.value, "parametres": dict(r.parametres),
                "lieu": r.lieu, "url": r.url, "citation": r.citation, "passage": r.passage,
                "depuis": r.depuis and r.depuis.isoformat(),
                "edition": r.edition and r.edition.isoformat(),
            }
            for r in regles
        ],
        "a_relire": [
            {"fiche": a.fiche, "passage": a.passage, "texte": a.texte} for a in relire
        ],
    }


def depuis_dict(donnees: Mapping[str, Any]) -> tuple[RegleDeFiche, ...]:
    """Read back what `en_dict` wrote; raises RegleDeFicheInvalide, KeyError or ValueError."""
    return tuple(
        RegleDeFiche(
            fiche=d["fiche"], type=TypeDeRegle(d["type"]), lieu=d["lieu"], url=d["url"],
            parametres=en_tuples(d["parametres"]), citation=d["citation"], passage=d["passage"],
            depuis=date.fromisoformat(d["depuis"]) if d["depuis"] else None,
            edition=date.fromisoformat(d["edition"]) if d["edition"] else None,
        )
        for d in donnees["regles"]
    )
