"""Answers on where jobs lead and come from: next steps, routes, what a certification opens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.chat.comprendre.metiers import Nomme, departager
from assistant.chat.rediger import fiche as texte_de_fiche
from assistant.chat.rediger.brouillon import Brouillon
from assistant.chat.rediger.edition import avertir_texte
from assistant.chat.reponse import Behaviour
from assistant.classification import Categorie, Fiche, Outcome, Positionnement
from assistant.classification.parcours import Graphe

__all__ = [
    "citer_codes",
    "dire_editions",
    "dire_lecture",
    "lister_fiches",
    "prevenir_generique",
    "rediger_origines",
    "rediger_routes",
    "rediger_suites",
    "titres_en_francais",
]

_ROUTES = 4  # shown
_PAS = 5
_LIGNES = 12
_VOISINES = 6


def citer_codes(b: Brouillon, codes: Iterable[str]) -> None:
    """Quote the directory entry of each code: its title and échelon."""
    for code in codes:
        b.citer(b.c.kb.par_id.get(f"repertoire:{code}"))


def prevenir_generique(b: Brouillon, codes: Iterable[str]) -> None:
    """Say what holds for generic fiches, where one is among those shown (3.02 b)."""
    fiches = (b.c.kb.fiches[code] for code in codes)
    fiche = next((f for f in fiches if f.generique), None)
    regle = b.c.kb.regles.get("fiche_generique")
    if fiche and regle:
        b.dire("fiches_generiques", article=regle.article(fiche.categorie).article)
        b.citer_regle("fiche_generique", fiche.categorie)


def dire_editions(b: Brouillon, cle: str, codes: Iterable[str]) -> None:
    """Warn, once, that prints read from have been changed by agreements without text."""
    fiches = (b.c.kb.fiches[code] for code in codes)
    if any(f.superseded_by and f.edition and f.superseded_by > f.edition for f in fiches):
        b.dire(cle)


def lister_fiches(b: Brouillon, codes: Sequence[str], au_plus: int = _LIGNES) -> None:
    """One line a fiche, with code and placement, each with its evidence."""
    for code in codes[:au_plus]:
        fiche = b.c.kb.fiches[code]
        b.dire("evolution_ligne", titre=", ".join(fiche.titres) or b.titre(fiche), code=code,
               placement=texte_de_fiche.placement(b, fiche))
    if len(codes) > au_plus:
        b.dire("reste", n=len(codes) - au_plus)
    citer_codes(b, codes[:au_plus])
    titres_en_francais(b)


def titres_en_francais(b: Brouillon) -> None:
    """To an English reader: the directory's titles have no official English."""
    if b.langue == "en" and (dit := b.texte("titres_en_francais")) not in b.lignes:
        b.lignes.append(dit)


def dire_lecture(b: Brouillon, *lectures: tuple[Nomme, Sequence[str]]) -> None:
    """Say how names that stand for several fiches were read."""
    mot = " ou " if b.langue == "fr" else " or "
    dits = []
    for nomme, codes in lectures:
        if len(codes) > 1 or len(nomme.codes) > 1:
            titres = (f"{b.titre(b.c.kb.fiches[x])} ({x})" for x in codes)
            dits.append(f"{_cite(b, nomme)} = {mot.join(titres)}")
            citer_codes(b, codes)
    if dits:
        b.dire("parcours_lecture", lecture=" ; ".join(dits))


def rediger_routes(b: Brouillon, depart: Nomme, arrivee: Nomme) -> None:
    """The ways from one job to another by written evolutions."""
    lettres = {x: b.c.kb.fiches[x].code.filiere for x in (*depart.codes, *arrivee.codes)}
    de, vers = departager(depart, arrivee, lettres)
    if de == vers and len(de) == 1:
        _meme(b, b.c.kb.fiches[de[0]])
        return
    graphe = b.c.graphe
    routes = _routes(graphe, de, vers)
    if not routes:  # a way through another filière
        tous = departager(depart, arrivee, lettres, meme=False)
        if routes := _routes(graphe, *tous):
            de, vers = tous
    if routes:  # only the meanings that lead somewhere
        de = tuple(x for x in de if any(r[0] == x for r in routes))
        vers = tuple(x for x in vers if any(r[-1] == x for r in routes))
    dire_lecture(b, (depart, de), (arrivee, vers))
    noms = {"depart": _noms(b, depart, de), "arrivee": _noms(b, arrivee, vers)}
    b.fiches.extend((*de, *vers))
    if routes:
        b.dire("parcours_tete", **noms)
        for route in routes[:_ROUTES]:
            b.lignes.append("- " + " → ".join(_etape(b, code) for code in route))
            citer_codes(b, route)
        if len(routes) > _ROUTES:
            b.dire("parcours_autres", n=len(routes) - _ROUTES, pas=_PAS)
        prevenir_generique(b, (x for route in routes[:_ROUTES] for x in route))
        dire_editions(b, "parcours_editions", (x for route in routes[:_ROUTES] for x in route[:-1]))
        b.dire("parcours_droit", article=_article(b, b.c.kb.fiches[vers[0]]))
        _regles(b, b.c.kb.fiches[de[0]], b.c.kb.fiches[vers[0]])
        return
    b.dire("parcours_aucun", **noms, article=_article(b, b.c.kb.fiches[vers[0]]))
    citer_codes(b, (*de, *vers))
    b.citer_regle("fiche_reference", b.c.kb.fiches[vers[0]].categorie)
    _autour(b, next((x for x in de if graphe.suites(x)), de[0]), vers[0])


def _autour(b: Brouillon, depart: str, arrivee: str) -> None:
    """Where no route is written: what follows the first, what leads to the second."""
    graphe, fiche = b.c.graphe, b.c.kb.fiches[depart]
    if suites := graphe.suites(depart):
        b.dire("evolution_tete", titre=b.titre(fiche), code=depart)
        lister_fiches(b, suites, _VOISINES)
    elif not graphe.retraits.get(depart):
        b.dire("parcours_inconnu", titre=b.titre(fiche), code=depart)
    if graphe.origines(arrivee):
        _dire_origines(b, b.c.kb.fiches[arrivee], _VOISINES)


def _routes(graphe: Graphe, de: Sequence[str], vers: Sequence[str]) -> list[tuple[str, ...]]:
    """Routes between any two meanings, shortest first; none that passes by another meaning."""
    bouts = {*de, *vers}
    trouvees = [
        route
        for x in de for y in vers
        for route in graphe.routes(x, y, _PAS)
        if not bouts & set(route[1:-1])
    ]
    return sorted(trouvees, key=len)


def _cite(b: Brouillon, nomme: Nomme) -> str:
    """The person's own word, between the quotation marks of the language."""
    return f"« {nomme.texte} »" if b.langue == "fr" else f"“{nomme.texte}”"


def _etape(b: Brouillon, code: str) -> str:
    fiche = b.c.kb.fiches[code]
    return b.texte("etape_fiche", titre=b.titre(fiche), code=code,
                   placement=texte_de_fiche.placement(b, fiche))


def _noms(b: Brouillon, nomme: Nomme, codes: Sequence[str]) -> str:
    """One fiche by its title, several by the person's word."""
    if len(codes) > 1:
        return _cite(b, nomme)
    return f"{b.titre(b.c.kb.fiches[codes[0]])} ({codes[0]})"


def _meme(b: Brouillon, fiche: Fiche) -> None:
    b.fiches.append(str(fiche.code))
    b.dire("meme_fiche", titre=b.titre(fiche), code=fiche.code)
    citer_codes(b, (str(fiche.code),))


def _article(b: Brouillon, fiche: Fiche) -> str:
    regle = b.c.kb.regles.get("fiche_reference")
    return regle.article(fiche.categorie).article if regle else "3.02"


def _regles(b: Brouillon, depart: Fiche, arrivee: Fiche) -> None:
    b.citer_regle("fiche_reference", arrivee.categorie)
    if arrivee.categorie is not depart.categorie and arrivee.reference > depart.reference:
        b.citer_regle("promotion_verification", arrivee.categorie)


def rediger_suites(b: Brouillon, fiche: Fiche) -> None:
    """Where a fiche leads: what its evolution names, then, apart, its neighbours above."""
    code, graphe = str(fiche.code), b.c.graphe
    suites = graphe.suites(code)
    if not suites or b.comprehension.jour is not None:
        texte_de_fiche.rediger_evolution(b, fiche)
    else:
        _placer(b, fiche)
        b.dire("evolution_tete", titre=b.titre(fiche), code=code)
        lister_fiches(b, suites)
        if any("panorama" in p.texte.casefold() for p in b.de_section(fiche, "evolution")):
            b.dire("evolution_suite")
        else:
            b.dire("parcours_droit", article=_article(b, b.c.kb.fiches[suites[0]]))
        prevenir_generique(b, suites)
        avertir_texte(b, fiche)
        citer_codes(b, (code,))
        b.citer_section(fiche, "evolution")
        b.citer_regle("promotion_verification")
    if perdus := graphe.retraits.get(code):
        b.dire("retraits", code=code, codes=", ".join(perdus))
        citer_codes(b, perdus)
    if voisines := graphe.voisines(code):
        b.dire("voisines_tete")
        lister_fiches(b, voisines, _VOISINES)


def _placer(b: Brouillon, fiche: Fiche) -> None:
    b.fiches.append(str(fiche.code))
    cadre = fiche.categorie is Categorie.CADRE
    b.positionnement = Positionnement(
        Outcome.DEGRE_CADRE if cadre else Outcome.REFERENCE, fiche=str(fiche.code),
        reference=fiche.reference, majores=fiche.majores, accessibles=(fiche.reference,),
    )


def rediger_origines(b: Brouillon, nomme: Nomme) -> None:
    """What leads to a job: the fiches whose evolution names it, then its ways in."""
    fiche = b.c.kb.fiches[nomme.codes[0]]
    if len(nomme.codes) > 1:
        dire_lecture(b, (nomme, nomme.codes[:1]))
    trouvees = _dire_origines(b, fiche, _LIGNES)
    texte_de_fiche.rediger_acces(b, fiche)
    if trouvees:
        b.behaviour = Behaviour.ANSWER
    citer_codes(b, (str(fiche.code),))


def _dire_origines(b: Brouillon, fiche: Fiche, au_plus: int) -> bool:
    code = str(fiche.code)
    origines = b.c.graphe.origines(code)
    b.dire("origines_tete" if origines else "origines_aucune", titre=b.titre(fiche), code=code,
           placement=texte_de_fiche.placement(b, fiche))
    lister_fiches(b, origines, au_plus)
    dire_editions(b, "parcours_editions", origines[:au_plus])
    return bool(origines)
