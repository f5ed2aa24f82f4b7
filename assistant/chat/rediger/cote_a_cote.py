"""Jobs named together, and where each is classed: "échelon de chacun", "lequel est plus haut ?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.chat.comprendre.metiers import Nomme, departager
from assistant.chat.motif import motif
from assistant.chat.rediger.brouillon import Brouillon, nom_de_categorie, ou
from assistant.chat.rediger.fiche import placement
from assistant.chat.rediger.parcours import citer_codes, dire_lecture, prevenir_generique
from assistant.classification import Fiche

__all__ = ["classement_de_chacun", "rediger_cote_a_cote"]

_INTENTIONS = frozenset(
    "echelon grille comparaison recherche trouver_fiche situation degres parcours progresser statut".split()
)
_CHACUN = motif(
    r"\b(?:chacune?s?|respecti\w+|tou(?:te)?s (?:les )?(?:deux|trois)|les deux (?:echelons?|niveaux?|fiches?|metiers?|postes?|emplois?)|"
    r"lequel|laquelle|lesquel(?:le)?s|kel(?:l?e)?quel|qui (?:est|a|se trouve)\b.{0,25}\b(?:plus|mieux)|"
    r"(?:le|la|du|au|un|de la|a la|en|c|c'est|c est|sont)\s+memes?|memes?\s+(?:echelons?|niveaux?|categories?|classement|grade|rang|hauteur)|"
    r"pareil\w*|identiques?|par rapport (?:a|au|aux)|compares? (?:a|au)|versus|compared (?:to|with)|(?:plus|moins) (?:haut|eleve|bas)\w*|mieux classe\w*|"
    r"both|each|same|higher|highest|lower|ranks?|outranks?|respectively|which one|equal)\b"
    r"|\b(?:kel|quel|kels|quels|quelles)s? (?:sont (?:les |leurs )?)?(?:echelons|niveaux|categories|majores)\b"
    r"|\b(?:leurs? (?:echelons?|niveaux?|categories?))\b|\bsont[- ](?:ils|elles)\b|\b(?:echelons|niveaux)\b[^a-z]*$"
    r"|\b(?:which|what) (?:echelons|levels|grades|steps|categories)\b"
)
_ENTRE = motif(
    r"\W*(?:\bet\b|\bou\b|\band\b|\bor\b|\bvs\b|\bversus\b|/|,|&|\+|\bet puis\b)\W*"
    r"(?:(?:une?|le|la|les|l|un|d|du|de|de la|the|an?|celui|celle|that|of)\b\W*){0,3}"
)
_MOI = motif(r"\b(?:je|j|jsuis|chuis|moi|mon|ma|mes|i|i'm|im|my)\b")
_AU_PLUS = 4  # names, and fiches under one name


def classement_de_chacun(plat: str, intention: str, nommes: Sequence[Nomme]) -> bool:
    """True where jobs are put side by side and their échelons asked for."""
    if intention not in _INTENTIONS or len(nommes) < 2:
        return False
    if _CHACUN.search(plat):
        return True
    entre = plat[nommes[0].fin : nommes[1].debut]
    return bool(_ENTRE.fullmatch(entre)) and not _MOI.search(plat)


def rediger_cote_a_cote(b: Brouillon, nommes: Sequence[Nomme]) -> None:
    """The placement of each, then which is higher where that is one answer."""
    tous = b.c.kb.fiches
    nommes = [_precis(b, n) for n in nommes[:_AU_PLUS]]
    groupes = _lire(b, nommes)
    for fiches in groupes:
        for memes in _par_classement(fiches):
            _ligne(b, memes)
    codes = tuple(dict.fromkeys(str(f.code) for fiches in groupes for f in fiches))
    b.fiches.extend(codes)
    citer_codes(b, codes)
    references = [{f.reference for f in fiches} for fiches in groupes]
    if all(len(r) == 1 for r in references):
        _conclure(b, [fiches[0] for fiches in groupes])
    for n, fiches in zip(nommes, groupes, strict=False):
        if len(fiches) > 1 and len({f.reference for f in fiches}) > 1:
            dire_lecture(b, (n, tuple(str(f.code) for f in fiches)))
    prevenir_generique(b, (x for x in codes if x in tous))


def _precis(b: Brouillon, n: Nomme) -> Nomme:
    """A whole title of one fiche means that fiche, whatever else its words may mean."""
    for m in b.comprehension.mentions.de("fiche"):
        if (m.debut, m.fin) == (n.debut, n.fin) and len(m.valeurs) == 1:
            return replace(n, codes=m.valeurs)
    return n


def _lire(b: Brouillon, nommes: Sequence[Nomme]) -> list[list[Fiche]]:
    """The fiches each name stands for, those of the others' filière first."""
    kb = b.c.kb.fiches
    lettres = {x: kb[x].code.filiere for n in nommes for x in n.codes}
    lus: list[list[Fiche]] = []
    for rang, n in enumerate(nommes):
        autre = nommes[1 if rang == 0 else 0]
        de, vers = departager(nommes[0], autre, lettres) if rang == 0 else departager(autre, n, lettres)
        siens = de if rang == 0 else vers
        lus.append([kb[x] for x in siens[:_AU_PLUS]])
    return lus


def _par_classement(fiches: Sequence[Fiche]) -> list[list[Fiche]]:
    """Fiches of one title and placement share a line."""
    groupes: dict[tuple[object, ...], list[Fiche]] = {}
    for f in fiches:
        groupes.setdefault((f.reference, f.titres[:1]), []).append(f)
    return list(groupes.values())


def _ligne(b: Brouillon, fiches: Sequence[Fiche]) -> None:
    fiche = fiches[0]
    mot = " ou " if b.langue == "fr" else " or "
    majores = b.texte("cote_majores", majores=ou(fiche.majores, b.langue)) if fiche.majores else ""
    b.dire("cote_ligne", titre=b.titre(fiche), code=mot.join(str(f.code) for f in fiches),
           placement=placement(b, fiche), categorie=nom_de_categorie(fiche.categorie, b.langue),
           majores=majores)


def _conclure(b: Brouillon, fiches: Sequence[Fiche]) -> None:
    hauts = max(f.reference for f in fiches)
    premiers = [f for f in fiches if f.reference == hauts]
    if len(premiers) == len(fiches):
        b.dire("cote_egaux", placement=placement(b, premiers[0]))
    elif len(premiers) == 1:
        b.dire("cote_plus_haut", titre=b.titre(premiers[0]), placement=placement(b, premiers[0]))
