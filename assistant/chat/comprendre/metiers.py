"""Jobs a question names, in order: titles, codes, and everyday words for several fiches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.chat.comprendre.employeur import est_un_employeur
from assistant.chat.motif import motif
from assistant.classification import sans_accents
from assistant.retrieval import Jeton, Mention, Mentions, jetons
from assistant.retrieval.lexique.orthographe import Orthographe

if TYPE_CHECKING:
    from assistant.chat.connaissances import Connaissances
    from assistant.corpus.schemas_parcours import EntreeMetier

__all__ = ["Metiers", "Nomme", "departager", "fiches_nommees"]

_CONJONCTIONS = frozenset("et and ou or vs versus puis".split())
_COLLE = motif(r"\W*(?:en \w+|fiche|code|la|une?|:|,)?\W*")
_DIPLOME = motif(r"\b(?:cap|bep|bac pro\w*|cqp|bts|bp|titre(?: pro\w*)?|brevet|diplome)\s+(?:de |d'|d )?(?:\w+-)?$")
_PARENTHESE = motif(r"\s*[(/=]\s*")
_CELUI = motif(r"\b(?:celui|celle|that) (?:de (?:la |l')?|d'|du |des |en |of )((?:\w+ ?){1,3})")
_AU_PLUS = 8  # a name that could be more fiches than that names none


@dataclass(frozen=True, slots=True)
class Nomme:
    """A job named: the fiches it may be (the likeliest first), the words, their place."""

    codes: tuple[str, ...]
    texte: str
    debut: int
    fin: int


class Metiers:
    """Index of everyday job names, by stems, with typing errors put right."""

    def __init__(self, entrees: Iterable[EntreeMetier], connus: Iterable[str] = ()) -> None:
        self._codes: dict[tuple[str, ...], tuple[str, ...]] = {}
        mots: set[str] = set()
        for entree in entrees:
            for nom in entree.dit:
                pleins = [j for j in jetons(nom) if not j.liaison]
                self._codes[tuple(j.tige for j in pleins)] = tuple(entree.codes)
                mots.update(j.mot for j in pleins)
        self._tiges = {t for cle in self._codes for t in cle}
        self._longueur = max(map(len, self._codes), default=0)
        self._orthographe = Orthographe(mots, {j.mot for p in connus for j in jetons(p)})

    def trouver(self, texte: str) -> tuple[Nomme, ...]:
        """The names found in a text, longest first at each place."""
        trouves: list[Nomme] = []
        for morceau in _morceaux(texte):
            trouves += self._dans(morceau)
        return tuple(trouves)

    def _dans(self, pleins: Sequence[Jeton]) -> list[Nomme]:
        tiges = [self._tige(j) for j in pleins]
        trouves: list[Nomme] = []
        i = 0
        while i < len(pleins):
            for n in range(min(self._longueur, len(pleins) - i), 0, -1):
                if codes := self._codes.get(tuple(tiges[i : i + n])):
                    debut, fin = pleins[i].debut, pleins[i + n - 1].fin
                    trouves.append(Nomme(codes, "", debut, fin))
                    i += n
                    break
            else:
                i += 1
        return trouves

    def _tige(self, jeton: Jeton) -> str:
        if jeton.tige in self._tiges or not (juste := self._orthographe.corriger(jeton.mot)):
            return jeton.tige
        return jetons(juste)[0].tige


def fiches_nommees(question: str, mentions: Mentions, c: Connaissances) -> tuple[Nomme, ...]:
    """The jobs named in a question, in order; places are those of the folded question.

    An everyday name gives way to a longer title that covers it, and to a code.
    """
    plat = sans_accents(question)
    dit = question if len(question) == len(plat) else plat
    trouves = [n for n in c.metiers.trouver(plat) if not est_un_employeur(plat, n.debut)]
    liens = [
        Nomme(m.valeurs, m.texte, m.debut, m.fin)
        for m in _separees(mentions, c)
        if len(m.valeurs) <= _AU_PLUS and not (m.genre == "partiel" and c.noms_vagues(m.texte))
        and not _deux_en_un(m, trouves)
    ]
    usages = [
        n for n in trouves
        if not any(_couvre(lien, n) and lien.fin - lien.debut > n.fin - n.debut for lien in liens)
    ]
    gardes = [x for x in liens if not any(_couvre(n, x) for n in usages)]
    dits = [n for n in (*gardes, *usages) if not _DIPLOME.search(plat[: n.debut])]
    tous = _sans_redite(sorted((*dits, *_celui(plat, dits, c)), key=lambda n: n.debut), plat)
    return tuple(
        Nomme(_connus(n.codes, c.kb.fiches), dit[n.debut : n.fin], n.debut, n.fin)
        for n in tous if _connus(n.codes, c.kb.fiches)
    )


def departager(
    a: Nomme, b: Nomme, filiere: Mapping[str, str], meme: bool = True
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What two names mean side by side: different fiches, of one filière where that can be.

    ``filiere``: filière letter by code; ``meme``: keep to a filière that both can be of.
    """
    de_a = _sans(a.codes, b.codes)
    de_b = _sans(b.codes, a.codes)
    communes = {filiere[x] for x in de_a} & {filiere[x] for x in de_b}
    if communes and meme:
        de_a = tuple(x for x in de_a if filiere[x] in communes)
        de_b = tuple(x for x in de_b if filiere[x] in communes)
    return de_a, de_b


def _sans_redite(tous: Sequence[Nomme], plat: str) -> list[Nomme]:
    """A name with its code beside it ("contremaître (A.23.1)") is one job, the code's."""
    gardes: list[Nomme] = []
    for n in tous:
        avant = gardes[-1] if gardes else None
        if avant and _chiffre(n) != _chiffre(avant) and _COLLE.fullmatch(plat[avant.fin : n.debut]):
            gardes[-1] = n if _chiffre(n) else avant
        elif avant and _PARENTHESE.fullmatch(plat[avant.fin : n.debut]) and (
            communs := tuple(x for x in avant.codes if x in n.codes)
        ):
            gardes[-1] = replace(n, codes=communs)  # "parts manager (gestionnaire PRA)"
        else:
            gardes.append(n)
    return gardes


def _celui(plat: str, nommes: Sequence[Nomme], c: Connaissances) -> list[Nomme]:
    """ "Le technicien d'installation et celui de maintenance": a sister of the job before it."""
    trouves = []
    for m in _CELUI.finditer(plat):
        avant = next((n for n in reversed(nommes) if n.fin <= m.start()), None)
        ici = c.kb.fiches.get(avant.codes[0]) if avant else None
        if ici is None or any(n.debut < m.end() and m.start() < n.fin for n in nommes):
            continue
        tete = {_tiges(t)[0] for t in ici.titres if _tiges(t)}
        dits = _tiges(m[1])
        for n in range(len(dits), 0, -1):
            siennes = tuple(
                x for x, f in c.kb.fiches.items()
                if f is not ici and f.code.filiere == ici.code.filiere and f.statut != "supprime"
                and any((mots := _tiges(t)) and mots[0] in tete and set(dits[:n]) <= set(mots)
                        for t in f.titres)
            )
            if siennes:
                trouves.append(Nomme(siennes, m[0], m.start(), m.end()))
                break
    return trouves


def _tiges(texte: str) -> list[str]:
    return [j.tige for j in jetons(texte) if not j.liaison]


def _chiffre(n: Nomme) -> bool:
    return any(x.isdigit() for x in n.texte)


def _separees(mentions: Mentions, c: Connaissances) -> Iterable[Mention]:
    """The fiches linked; part of a title that runs over a conjunction is read in its pieces."""
    for m in mentions.de("fiche", "partiel"):
        coupures = [j for j in jetons(m.texte) if j.mot in _CONJONCTIONS]
        if m.genre == "fiche" or not coupures:
            yield m
            continue
        debuts = (0, *(j.fin for j in coupures))
        fins = (*(j.debut for j in coupures), len(m.texte))
        for debut, fin in zip(debuts, fins, strict=True):
            for piece in c.lexique.lier(m.texte[debut:fin]).de("fiche", "partiel"):
                yield replace(piece, debut=m.debut + debut + piece.debut,
                              fin=m.debut + debut + piece.fin)


def _deux_en_un(mention: Mention, trouves: Sequence[Nomme]) -> bool:
    """True for "A et B" read as one title, where two everyday names start or end in it."""
    coupe = any(j.mot in _CONJONCTIONS for j in jetons(mention.texte))
    return coupe and sum(n.debut < mention.fin and mention.debut < n.fin for n in trouves) > 1


def _morceaux(texte: str) -> Iterable[list[Jeton]]:
    """The words between conjunctions: "magasinier et vendeur" are two jobs."""
    morceau: list[Jeton] = []
    for jeton in jetons(texte):
        if jeton.mot in _CONJONCTIONS:
            yield morceau
            morceau = []
        elif not jeton.liaison:
            morceau.append(jeton)
    yield morceau


def _sans(ici: tuple[str, ...], la: tuple[str, ...]) -> tuple[str, ...]:
    """Without the other's only meaning, unless nothing would be left."""
    return tuple(x for x in ici if (x,) != la) or ici


def _couvre(grand: Nomme, petit: Nomme) -> bool:
    return grand.debut < petit.fin and petit.debut < grand.fin


def _connus(codes: Sequence[str], fiches: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(x for x in codes if x in fiches)
