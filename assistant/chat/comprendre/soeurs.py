"""The fiche a turn means without its name: a sister of the one at hand, or one of those shown."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.chat.comprendre.criteres_dits import criteres_dits
from assistant.chat.comprendre.fil import corrige, sans_entree
from assistant.chat.connaissances import Connaissances
from assistant.chat.etat import Etat
from assistant.chat.motif import motif
from assistant.classification import Fiche, sans_accents
from assistant.classification.recherche import Criteres
from assistant.retrieval import Mentions, jetons

__all__ = ["affiner", "choisir_parmi", "de_meme_titre", "soeurs"]

_DEBUT = motif(
    r"^(?:et|non|nan|no|nope|pas|plutot|pardon|sorry|desolee?|en fait|cote|chez|en|dans|pour|le|la|celui|celle|and|but|the|in|for|what about|how about|"
    r"mais|ou|si|alors|pareil(?:le)?|idem|meme chose|same|un|une|an?|i mean|i meant|je (?:veux|voulais) dire|je parl\w+)\b"
)
_RANGS = (
    r"^(?:c'est |it's |je (?:dirais|pense) |plutot )?(?:la |le |the )?(?:premier|premiere|1ere?|1er|first)(?: one| fiche)?$",
    r"^(?:c'est |it's |je (?:dirais|pense) |plutot )?(?:la |le |the )?(?:deuxieme|second|seconde|2e|2eme)(?: one| fiche)?$",
    r"^(?:c'est |it's |je (?:dirais|pense) |plutot )?(?:la |le |the )?(?:troisieme|third|3e|3eme)(?: one| fiche)?$",
)
_DERNIER = motif(r"^(?:c'est |it's |plutot )?(?:la |le |the )?(?:derniere?|last)(?: one| fiche)?$")
_RACONTE = motif(r"\b(?:je|j'|on|i)\s*(?!suis\b|veux\b|voulais\b|voudrais\b|parl|dirais\b|pense\b|am\b|mean|think\b)\w")
_VIDES = frozenset(
    "alors plutot dire veux voulais voudrais parle parlais pardon desole desolee erreur non ok bon cote chez celui celle "
    "sorry mean meant mistake rather actually one instead about what how quel quelle quels echelon fiche creee recemment "
    "recente nouvelle version classe combien which same meme aussi lui elle moi toi ca fait est pareil pareille mais pour but for chose thing uniquement seulement only".split()
)
_VAGUES = frozenset({"maintenance", "vente", "generiques"})  # words that stand in titles of many kinds
_LONG, _EN_TROP = 12, 1


def affiner(
    question: str, mentions: Mentions, candidats: tuple[str, ...], c: Connaissances, nom: str = ""
) -> tuple[str, ...]:
    """The candidates that are of the domain said beside the name, where there are some.

    Where none is, the fiche of that domain whose title has all the words of the name: a "chef
    d'équipe" at the démontage.
    """
    plat = sans_accents(question)
    noms = mentions.de("fiche", "partiel")
    reste = "".join(
        x for i, x in enumerate(plat) if not any(m.debut <= i < m.fin for m in noms)
    )
    gardes = _du_domaine(reste, mentions, candidats, c)
    if not gardes and nom:
        gardes = de_meme_titre(reste, nom, c)
    return gardes if gardes and len(gardes) < len(candidats) else candidats


def de_meme_titre(dit: str, nom: str, c: Connaissances) -> tuple[str, ...]:
    """The one fiche of the filière said that bears all the words of a name."""
    demande = criteres_dits(dit, Mentions(()), c)
    filieres = {f for d in demande.domaines if d.id not in _VAGUES for f in d.filieres}
    mots = set(_ordre(sans_accents(nom)))
    trouves = tuple(
        code for code, f in c.kb.fiches.items()
        if f.code.filiere in filieres and f.statut != "supprime" and mots
        and any(mots <= set(_ordre(t)) for t in f.titres)
    )
    return trouves if len(trouves) == 1 else ()


def choisir_parmi(question: str, mentions: Mentions, etat: Etat, c: Connaissances) -> str | None:
    """The one of the fiches last shown that a short reply picks: its place, domain or own words."""
    montres = tuple(x for x in etat.candidats if x in c.kb.fiches)
    plat = sans_entree(question).strip(" .!?,;")
    if len(montres) < 2 or len(plat.split()) > _LONG:
        return None
    for rang, place in enumerate(_RANGS):
        if re.match(place, plat) and rang < len(montres):
            return montres[rang]
    if _DERNIER.match(plat):
        return montres[-1]
    if _RACONTE.search(plat):
        return None  # what somebody does all day names no fiche
    siens = _du_domaine(plat, mentions, montres, c)
    if len(siens) == 1:
        return siens[0]
    dits = {j.tige for j in jetons(plat) if not j.liaison and j.mot not in _VIDES}
    titres = {x: _tiges(c.kb.fiches[x].titres) for x in montres}
    propres = {
        x: mots - set().union(*(m for y, m in titres.items() if y != x))
        for x, mots in titres.items()
    }
    trouves = [x for x, mots in propres.items() if mots & dits]
    reste = dits - titres[trouves[0]] if trouves else dits
    return trouves[0] if len(trouves) == 1 and len(reste) <= _EN_TROP else None


def soeurs(
    question: str, mentions: Mentions, etat: Etat, c: Connaissances
) -> tuple[str, ...]:
    """Fiches whose title is the one at hand but for the words said: "et le PL ?", "chez les VI"."""
    ici = c.kb.fiches.get(etat.fiche_evoquee or "")
    plat = sans_entree(question)
    corrigee = corrige(question)
    if ici is None or len(plat.split()) > _LONG or not (corrigee or _DEBUT.match(plat)):
        return ()
    criteres = criteres_dits(plat, mentions, c).criteres
    dits = {j.tige for j in jetons(plat) if not j.liaison and j.mot not in _VIDES}
    if not dits:
        return ()
    notes = [
        (note, code) for code, fiche in c.kb.fiches.items()
        if fiche is not ici and fiche.statut != "supprime"
        and (note := _ecart(ici, fiche, dits, criteres, corrigee)) is not None
    ]
    if not notes:
        return ()
    meilleure = min(note for note, _ in notes)
    return tuple(code for note, code in notes if note == meilleure)


def _ecart(
    ici: Fiche, fiche: Fiche, dits: set[str], criteres: Criteres, corrigee: bool
) -> tuple[int, int, int] | None:
    """How far a fiche is from the one at hand; None where the words said do not lead to it."""
    ecarts = []
    change = fiche.code.filiere in criteres.filieres and ici.code.filiere not in criteres.filieres
    du_domaine = _tiges(p for p in criteres.parmi)
    for titre in fiche.titres:
        siens = _ordre(titre)
        for depart in ici.titres:
            avant = _ordre(depart)
            if not siens or not avant or siens[0] != avant[0]:
                continue
            ajoutes = set(siens) - set(avant)
            porte = _porte(titre, criteres.parmi)
            if ajoutes - dits - (du_domaine if porte else set()):
                continue
            if not ajoutes and not change:
                continue
            mots_du_domaine = dits & du_domaine if porte else set()
            reste = dits - set(siens) - set(avant) - mots_du_domaine
            if len(reste) - (1 if change else 0) > (3 if corrigee else _EN_TROP):
                continue
            oublies = set(avant) - set(siens)
            ecarts.append((len(oublies), len(set(siens)), 0 if fiche.code.filiere == ici.code.filiere else 1))
    return min(ecarts, default=None)


def _du_domaine(
    dit: str, mentions: Mentions, codes: tuple[str, ...], c: Connaissances
) -> tuple[str, ...]:
    demande = criteres_dits(dit, Mentions(()), c)
    surs = [d for d in demande.domaines if d.id not in _VAGUES]
    filieres = {f for d in surs for f in d.filieres}
    parmi = tuple(t for d in surs for t in d.titre)
    return tuple(
        x for x in codes
        if c.kb.fiches[x].code.filiere in filieres
        or any(_porte(t, parmi) for t in c.kb.fiches[x].titres)
    )


def _porte(titre: str, expressions: Iterable[str]) -> bool:
    """True when the title has all the words of one of the expressions."""
    mots = set(_ordre(titre))
    return any(set(_ordre(e)) <= mots for e in expressions if _ordre(e))


def _ordre(titre: str) -> list[str]:
    return [j.tige for j in jetons(titre) if not j.liaison]


def _tiges(titres: Iterable[str]) -> set[str]:
    return {t for titre in titres for t in _ordre(titre)}
