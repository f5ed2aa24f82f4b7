"""The ways into a fiche, read from the items of its access section, any edition from 2008 on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from assistant.classification import Acces, Registre, sans_accents
from assistant.corpus.diplomes_imprimes import Diplome, couper, lire_diplome
from assistant.corpus.markdown import Item

__all__ = ["AccesLus", "ElementLu", "Genre", "lire_acces"]

_DECISION = re.compile(r"d[ée]cision directe")
_DOMAINE = re.compile(r"dans le domaine (?:de l'|du |de la |des |de |d')([^:(,;]+)")
_PRATIQUE = re.compile(
    r"compl[ée]t[ée]*e?s?\s*,?\s*(?:par|d)\W*\s*(?:une )?pratique professionnelle",
    re.IGNORECASE,
)
_PRATIQUE_ET_SUITE = re.compile(
    r",?\s*compl[ée]t[ée]*e?s?\s*,?\s*(?:par|d\W).*$|\s*\((?:enregistr|à créer|en cours)[^)]*\)"
)
_SCOLAIRE = re.compile(r"pr[ée]par[ée]e?s? sous statut scolaire", re.IGNORECASE)
_ALTERNANCE = re.compile(r"pr[ée]par[ée]e?s? en alternance", re.IGNORECASE)
_OBTENTION = re.compile(
    r"^(?:(?:soit,? )?(?:par )?(?:l')?obtention )?(?:d'une? des |d'une? |du |de la |de l'|des |de )?",
    re.IGNORECASE,
)
_ENTREE = re.compile(r"suivant(?:e?s?)\b|^soit par l'obtention|visant l'obtention", re.IGNORECASE)
_SANS_LISTE = re.compile(r"^certifications de référence (?!.*dont notamment)")
_POUR = re.compile(r"^(?:pour|cas du|cas de la) (?:l[ea] |l'|les )?(.+?)\s*:$", re.IGNORECASE)
_RENVOI = re.compile(r"\((\d)\)")
_CONDITIONS = {
    "agrement_prefectoral": re.compile(r"agr[ée]ment pr[ée]fectoral"),
    "autorisation_enseigner": re.compile(r"autorisation (?:administrative )?d'enseigner"),
    "ccs": re.compile(r"\bCCS\b"),
    "experience": re.compile(r"exp[ée]rience professionnelle"),
    "formation_pedagogique": re.compile(r"formation p[ée]dagogique"),
}


_PRECISEES = (
    ("tp-ecsr", re.compile(r"\bCCS\b"), "tp-ecsr-avec-ccs"),
    ("bepecaser", re.compile(r"BEPECASER\W+avec (?:les? )?mentions?\b"), "bepecaser-avec-mention"),
)
"""A certification that the words after its name make another entry of the RNCSA."""


class Genre(StrEnum):
    """What an access item turned out to be."""

    CERTIFICATION = "certification"
    DECISION = "decision"
    INTRODUCTION = "introduction"
    AUTRE = "autre"
    NON_LU = "non_lu"


@dataclass(frozen=True, slots=True)
class ElementLu:
    """One item of the section: its text, what it is, the ways in read from it."""

    texte: str
    genre: Genre
    acces: tuple[Acces, ...] = ()


@dataclass(frozen=True, slots=True)
class AccesLus:
    """A whole access section, item by item, in order."""

    elements: tuple[ElementLu, ...]

    @property
    def acces(self) -> tuple[Acces, ...]:
        """The ways in by certification."""
        return tuple(a for e in self.elements for a in e.acces)

    @property
    def decision(self) -> bool:
        """True when the head of the firm's decision opens the fiche."""
        return any(e.genre is Genre.DECISION for e in self.elements)

    def de(self, genre: Genre) -> tuple[str, ...]:
        """Texts of the items of one kind."""
        return tuple(e.texte for e in self.elements if e.genre is genre)


@dataclass(slots=True)
class _Liste:
    """What the lines above an item say of the whole list it stands in."""

    domaine: str | None = None
    pratique: bool = False
    voies: tuple[str, ...] = ()
    titre: str | None = None
    conditions: tuple[str, ...] = ()
    prefixe: str = ""
    profondeur_prefixe: int = 0


@dataclass(slots=True)
class _Lecteur:
    registre: Registre
    notes: Mapping[str, str]
    liste: _Liste = field(default_factory=_Liste)

    def lire(self, item: Item) -> ElementLu:
        texte = item.texte.strip()
        nu = texte.rstrip(" ;,.")
        if _DECISION.search(nu):
            return ElementLu(texte, Genre.DECISION)
        if pour := _POUR.match(nu):
            self.liste = _Liste(titre=pour[1])
            return ElementLu(texte, Genre.INTRODUCTION)
        if _est_hors_liste(nu):
            return ElementLu(texte, Genre.AUTRE)
        if _SANS_LISTE.search(nu):
            if _PRATIQUE.search(nu):  # said once, for the certifications named below it
                self.liste = replace(self.liste, pratique=True, conditions=_conditions(nu))
            return ElementLu(texte, Genre.AUTRE)
        if (entree := _ENTREE.search(nu)) and not self._nomme(nu[: entree.start()]):
            return self._introduction(texte, nu)
        return self._certification(item, texte, nu)

    def _introduction(self, texte: str, nu: str) -> ElementLu:
        """The head of a list; what follows its colon may be its only item."""
        tete, _, suite = nu.partition(":")
        domaine = _DOMAINE.search(tete)
        self.liste = replace(
            self.liste,
            domaine=domaine[1].strip() if domaine else None,
            pratique=bool(_PRATIQUE.search(tete)),
            voies=_voies(tete),
            conditions=_conditions(tete),
            prefixe="",
        )
        acces = tuple(self._acces(suite.strip())) if suite.strip() else ()
        if not acces and "dont notamment le " in tete:
            acces = tuple(self._acces(tete.split("dont notamment le ", 1)[1]))
        return ElementLu(texte, Genre.CERTIFICATION if acces else Genre.INTRODUCTION, acces)

    def _certification(self, item: Item, texte: str, nu: str) -> ElementLu:
        if nu.endswith(":"):
            propre = nu.rstrip(" :")
            diplomes = self._diplomes(propre)
            if diplomes and not (_PRATIQUE.search(nu) or diplomes[0].ids):
                # a diploma whose details follow, one an item
                self.liste.prefixe, self.liste.profondeur_prefixe = propre, item.profondeur
                return ElementLu(texte, Genre.INTRODUCTION)
            if not diplomes:
                self.liste = replace(self.liste, titre=propre, prefixe="")
                return ElementLu(texte, Genre.INTRODUCTION)
        if self.liste.prefixe and not self._diplomes(nu):
            complet = f"{self.liste.prefixe} {re.sub(r'^ou ', '', nu)}"
            return ElementLu(texte, Genre.CERTIFICATION, tuple(self._acces(complet)))
        self.liste.prefixe = ""
        acces = tuple(self._acces(nu))
        if acces:
            return ElementLu(texte, Genre.CERTIFICATION, acces)
        return ElementLu(texte, Genre.AUTRE if _conditions(nu) else Genre.NON_LU)

    def _nomme(self, texte: str) -> bool:
        """True when a text names a certification, and not only a kind ("un des CQP")."""
        return any(not self.registre.lire(d.noms[0]).generique for d in self._diplomes(texte))

    def _diplomes(self, texte: str) -> list[Diplome]:
        _, reste = _titre_en_tete(_OBTENTION.sub("", texte))
        return [d for m in couper(reste, self.registre) if (d := lire_diplome(m, self.registre))]

    def _acces(self, texte: str) -> Iterator[Acces]:
        """The ways in that one item names; what it says last counts for all of them."""
        renvois = " ".join(self.notes.get(n, "") for n in _RENVOI.findall(texte))
        tout = f"{texte} {renvois}"
        titre, reste = _titre_en_tete(_OBTENTION.sub("", _RENVOI.sub("", texte)))
        morceaux = couper(reste, self.registre)
        for morceau in morceaux:
            diplome = lire_diplome(morceau, self.registre)
            if diplome is None:
                continue
            yield Acces(
                certification=_intitule(texte) if len(morceaux) == 1 else morceau,
                noms=diplome.noms,
                pratique=self.liste.pratique or bool(_PRATIQUE.search(tout)),
                niveau_equivalent="niveau équivalent" in texte,
                ids=_ids(diplome, texte, self.registre),
                voies=_voies(tout) or self.liste.voies,
                domaine=_domaine_propre(texte) or self.liste.domaine,
                titre=titre or self.liste.titre,
                conditions=tuple(dict.fromkeys((*self.liste.conditions, *_conditions(texte)))),
                en_creation=bool(re.search(r"à créer|en cours de création", texte)),
            )


def lire_acces(sections: Mapping[str, Sequence[Item]], registre: Registre) -> AccesLus:
    """Read the access section of a fiche; its footnotes stand in the section "notes".

    Practice, preparation and domain count whether said of one item, in a footnote it refers
    to, or once for the whole list.
    """
    notes = {m[1]: i.texte for i in sections.get("notes", ()) if (m := _RENVOI.match(i.texte))}
    lecteur = _Lecteur(registre, notes)
    items = [i for i in sections.get("acces", ()) if i.texte.strip(" .;:–-")]
    lus: list[ElementLu] = []
    for item in items:
        lu = lecteur.lire(item)
        if lu.genre is Genre.AUTRE and sans_accents(lu.texte).startswith("avec "):
            lus = [_avec_conditions(e, _conditions(lu.texte)) for e in lus]
        lus.append(lu)
    return AccesLus(tuple(lus))


def _avec_conditions(element: ElementLu, conditions: tuple[str, ...]) -> ElementLu:
    """What a line that goes on ("avec une expérience…") asks of the certifications above it."""
    return replace(element, acces=tuple(
        replace(a, conditions=tuple(dict.fromkeys((*a.conditions, *conditions))))
        for a in element.acces
    ))


def _ids(diplome: Diplome, texte: str, registre: Registre) -> tuple[str, ...]:
    """The entries named, with what the item asks for besides its name (a CCS, a mention)."""
    famille = registre.famille(diplome.noms[0])
    for simple, motif, precisee in _PRECISEES:
        nommee = simple in diplome.ids or (famille is not None and famille.id == simple)
        if nommee and motif.search(texte):
            return (precisee,)
    return diplome.ids


def _est_hors_liste(nu: str) -> bool:
    """Sentences that are rules or legal routes, not certifications of the branch."""
    plat = sans_accents(nu)
    return plat.startswith((
        "le titulaire d", "il est recommande", "conformement a", "soit, pour les personnes",
        "avec une experience", "la pratique d",
    )) or plat.startswith("d'un diplome d'etat")


def _intitule(texte: str) -> str:
    """The item's own wording without its practice, footnotes and remarks of registration."""
    nu = _PRATIQUE_ET_SUITE.sub("", _OBTENTION.sub("", _RENVOI.sub("", texte)))
    return " ".join(nu.split()).strip(" ,;.:")


def _titre_en_tete(texte: str) -> tuple[str | None, str]:
    """("enseignant de la conduite deux-roues", "BEPECASER…") for an item that opens by a job."""
    tete, deux_points, suite = texte.partition(" : ")
    metier = sans_accents(tete).split(" ")[0]
    if deux_points and metier in ("enseignant", "coordinateur", "formateur"):
        return tete, suite
    return None, texte


def _voies(texte: str) -> tuple[str, ...]:
    if _SCOLAIRE.search(texte):
        return ("scolaire",)
    return ("alternance", "continue") if _ALTERNANCE.search(texte) else ()


def _conditions(texte: str) -> tuple[str, ...]:
    return tuple(nom for nom, motif in _CONDITIONS.items() if motif.search(texte))


def _domaine_propre(texte: str) -> str | None:
    trouve = _DOMAINE.search(texte)
    return trouve[1].strip() if trouve else None

