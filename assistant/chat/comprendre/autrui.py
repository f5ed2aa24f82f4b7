"""Other people's data: what somebody else earns, a list of everybody's pay, what other users wrote."""

from __future__ import annotations

from assistant.chat.motif import motif
from assistant.classification import sans_accents

__all__ = ["donnees_d_autrui"]

_PAIE = r"(?:salaires?|paies?|payes?|remunerations?|primes?|salary|salaries|wages?|pay|payslips?|bulletins?)"
_PLACE = r"(?:echelons?|coefficients?|classements?|grades?|steps?)"
_GENS = (
    r"(?:salariee?s?|employe(?:e?s)?|collegues?|personnes?|gens|gars|equipe|personnel|mecanos?|"
    r"employees?|staff|colleagues?|coworkers?|workers?|team|people|everyone|everybody|tout le monde)"
)
_ICI = (
    r"(?:(?:de|dans|du|chez|a|au|in|at|of) (?:la |le |l'|mon |ma |notre |nos |the |our |my )?"
    r"(?:boite|boutique|garage|entreprise|concession|atelier|societe|agence|station|equipe|taf|boulot|"
    r"company|dealership|workshop|branch|team|shop)|chez (?:nous|moi|eux)|a cote|"
    r"(?:our|my) (?:company|dealership|garage|workshop|branch|team|shop))"
)
_SUPERIEUR = (
    r"(?:collegues?|chef(?:fe)?|patron(?:ne)?|responsable|gerante?|direct(?:eur|rice)|superieure?|boss|dirlo|"
    r"manager|foreman|forewoman|supervisor|coworkers?|colleagues?|workmates?|owner|boyfriend|voisine?)"
)
_A_MOI = r"(?:mon|ma|mes|notre|nos|leur|my|our)"
_GAGNE = r"(?:gagne(?:nt)?|touche(?:nt)?|est (?:il |elle )?payee?|se fait|earns?|makes?|gets paid|is paid)"
_COMBIEN = r"(?:combien|cb|cmb|cbien|how much|quel(?:le)? (?:est|salaire))"
_DU_BAREME = motif(
    r"\b(?:minim\w*|mini|bareme|convention\w*|doi(?:t|vent)|devrait|should|must|grille|normalement)\b"
)
_SA_PAIE = (
    motif(rf"\b{_COMBIEN}\b.{{0,14}}\b{_GAGNE}\b.{{0,6}}\b(?:(?:le|la|l'|un|une|the)\s?.{{2,40}}\b{_ICI}\b|{_A_MOI} {_SUPERIEUR}\b)"),
    motif(rf"\b(?:il|elle) {_GAGNE} (?:combien|cb|quoi)\b.{{0,30}}\b{_ICI}"),
    motif(rf"\b{_A_MOI} {_SUPERIEUR}\b.{{0,25}}\b{_GAGNE}\b.{{0,8}}\b(?:combien|cb|cmb|quoi)\b"),
    motif(rf"\bhow much (?:does|do|is|are) {_A_MOI} {_SUPERIEUR}\b.{{0,20}}\b(?:earn|make|get|paid)\b"),
    motif(rf"\b{_PAIE} (?:et .{{0,20}})?(?:de|du|of|que touche)\s?{_A_MOI} {_SUPERIEUR}\b"),
    motif(rf"\b{_PAIE} (?:of |for )?(?:de |d')?(?:la|le) (?:collegue|nouvelle|nouveau)\b"),
    motif(rf"\b{_A_MOI} {_SUPERIEUR}(?:'s|s') {_PAIE}\b"),
    motif(  # "my colleague does the same, is he paid more than me?"
        rf"\b{_A_MOI} {_SUPERIEUR}\b.*\b(?:is (?:he|she)|are they|does (?:he|she)|do they|est[- ](?:il|elle)|(?:gagne|touche)[- ]t[- ](?:il|elle))\b"
        r".{0,14}\b(?:paid|earn\w*|make|paye\w*|plus|more|less|moins)\b"
    ),
)
_ADRESSE = motif(
    rf"\b(?:adresses?|telephones?|numero|date de naissance|address|phone|birthday)\b.{{0,30}}\b"
    rf"(?:{_A_MOI}|du|de la|d'une?|the|of) (?:{_SUPERIEUR}|salariee?|employee?)\b"
)
_CHACUN = rf"(?:tou(?:s|te|tes)|chaque|chacun|every|all|each|toute l')\W?(?:(?:mes|les|nos|ses|de|des|the|our|my|la|l')\W?)*\s?{_GENS}"
_LISTE = (
    motif(rf"\b(?:{_PAIE}|{_PLACE})\b.{{0,40}}\b{_CHACUN}\b.{{0,40}}(?:{_ICI}|nominati\w*|par nom|by name|names?\b|noms?\b)"),
    motif(rf"\b{_PAIE}\b.{{0,20}}\b(?:de|of|des) (?:{_CHACUN}|(?:tous )?(?:mes|nos|my|our) {_GENS})"),
    motif(rf"\b{_CHACUN}\b.{{0,20}}\b(?:with|avec|et|and) (?:their|leurs?|son|his)\b.{{0,25}}\b(?:{_PAIE}|{_PLACE})\b"),
    motif(rf"\b(?:liste?|list|noms|names)\b.{{0,14}}\b(?:des|de|du|of)\s*(?:tous les |toutes les |mes |nos |all |all the |the |my |our )?(?:{_GENS})\b(?! d[e'] ?(?:stock|bureau))"),
    motif(rf"\b(?:qui|who)\b.{{0,20}}\b{_GAGNE} (?:le plus|quoi|combien|what|the most)\b"),
)
_UTILISATEURS = motif(
    r"\b(?:questions?|conversations?|donnees|historiques?|messages|chats?|discussions?|data|history)\b.{0,30}"
    r"\b(?:autres?|other|others)\b(?:.{0,6}\b(?:utilisat\w*|users?|gens|personnes|people)\b|.{0,8}\b(?:ont|pose\w*|ask\w*|have)\b)"
    r"|\b(?:donnees|conversations?|data|chats?) (?:des|de tous les|of (?:all |the )?)\s?(?:utilisat\w*|users)\b"
    r"|\b(?:other|all) users?'? (?:data|questions?|conversations?|chats?|messages)\b"
)


def donnees_d_autrui(question: str) -> bool:
    """True where what others earn, how to reach them or what they wrote is asked for.

    What the agreement gives a job ("combien doit gagner une secrétaire") is nobody's datum.
    """
    plat = sans_accents(question).replace("’", "'")
    if _UTILISATEURS.search(plat) or _ADRESSE.search(plat):
        return True
    if _DU_BAREME.search(plat):
        return False
    return any(m.search(plat) for m in (*_SA_PAIE, *_LISTE))
