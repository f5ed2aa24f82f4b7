"""The boss away: for how long, and whether it comes back. The head count of the firm is asked: the
mechanics somebody names are not all of it, and the prime hangs on it (3.02 c)."""

from __future__ import annotations

from collections.abc import Collection

from assistant.chat.comprendre.durees_dites import N, lire_nombre
from assistant.chat.motif import motif

__all__ = ["chef_absent", "suppleance_dite"]

_CHEF = r"(?:patron\w*|boss\w*|gerante?|employeur|chef\w*|responsable|directeur|directrice|manager|owner|head|son pere|mon pere)"
_ABSENT = (
    r"(?:absen\w*|s'en va|s'en vont|parti\w*|part|malade|arret|vacances|conges?|hospitali\w*|away|off|gone|sick|holidays?|"
    r"vacation|leave|pas la|plus la|out|on leave)"
)
_CHEF_ABSENT = (
    motif(rf"\b{_CHEF}\b[^.?!;:]{{0,40}}\b{_ABSENT}\b"),
    motif(rf"\b(?:absence|vacances|conges?|remplac\w*|interim|holidays?|(?:fill|filled|filling|stand|stood) in for|replac\w*)\b"
          rf"[^.?!;:]{{0,25}}\b{_CHEF}\b"),
)
_MOIS_D_ABSENCE = motif(rf"\b(?:{N}|un|a|one)\s*(?:mois|months?)\b(?!\s*(?:d'anciennete|de pratique|de boite|that))")
_JOURS_PAR_MOIS = 21  # working days
_SEMAINES = motif(rf"\b{N}\s*(?:semaines?|weeks?)\b")
_TIENT = motif(
    r"\b(?:rempla\w*|suppl\w*|relais?|relaie|tien[st]|tenu|tenir|dirige\w*|encadr\w*|gere\w*|pilote\w*|chapeaut\w*|"
    r"a sa place|a la place|moi qui|c'est moi|m'occupe|m'a (?:laisse|confie)|prends? la suite|commande|ran|run|runs|running|"
    r"cover\w*|in charge|fill\w*|st(?:and|ood|anding) in|took over|take over|supervis\w*|manag(?:e|ed|ing)|lead|led|boss around|"
    r"je (?:fais|faisais) (?:le )?(?:chef|patron)|replac\w*|step(?:ped)? (?:in|up))\b"
)
_PASSE_DEPUIS = motif(r"\b(?:il y a|depuis|since|dans|y a)\s*$")
_AUCUN_CHEF = motif(
    r"\b(?:pas de|pas d'autre|aucun|sans|no|no other|without(?: an?)?)\s+(?:chef|contremaitre|responsable|foreman|supervisor|manager|"
    r"agent de maitrise)\b")
_REVIENT = motif(
    r"\b(?:tous les (?:ans|etes|mois)|chaque (?:annee|ete|fois|mois)|a chaque|every (?:year|summer|time|month)|each (?:year|time|summer)|"
    r"des que|whenever|quand (?:le|la|mon|ma|notre) \w+ (?:est|part|s'en va|s'absente|n'est pas)|"
    r"plusieurs fois|regulierement|souvent|regularly|often|recurr\w*|encore une fois|comme d'hab\w*)\b"
)


def suppleance_dite(plat: str, connus: Collection[str]) -> dict[str, object]:
    """Facts of an absence of the head of the firm (folded text), beside those ``connus``."""
    if not chef_absent(plat) or not _TIENT.search(plat):
        return {}
    faits: dict[str, object] = {}
    if "jours_ouvres_consecutifs" not in connus:
        for motif_, jours in ((_SEMAINES, 5), (_MOIS_D_ABSENCE, _JOURS_PAR_MOIS)):
            if (m := motif_.search(plat)) and not _PASSE_DEPUIS.search(plat[: m.start()]):
                faits["jours_ouvres_consecutifs"] = (lire_nombre(m[1]) if m[1] else 1) * jours
                break
    if not faits and "jours_ouvres_consecutifs" not in connus:
        return {}
    if _AUCUN_CHEF.search(plat):
        faits["agent_de_maitrise_present"] = False
    if _REVIENT.search(plat):
        faits["suppleance_recurrente"] = True
    return faits


def chef_absent(plat: str) -> bool:
    """True where the head of the firm or of the shop is said to be away."""
    return any(m.search(plat) for m in _CHEF_ABSENT)
