"""The end of the reasoning, which the answer begins with: yes or no, the échelon and the pay the
person has now against those that come out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.chat.comprendre.oui_non import Attente, attente, categorie_attendue, demande_si_du
from assistant.chat.comprendre.paie_dite import paie_dite
from assistant.chat.rediger.brouillon import Brouillon, echelon_lu, nom_de_categorie, placement
from assistant.chat.rediger.demande import AU_PLUS
from assistant.chat.rediger.minimum import echelons_dits
from assistant.chat.rediger.paie_comparee import (
    Comparee,
    comparer_la_paie,
    minimum_du_salarie,
    paie_de,
)
from assistant.chat.reponse import Behaviour
from assistant.classification import Echelon, Fiche, Outcome, Positionnement, euros

__all__ = ["conclure"]

_SE_COMPARENT = (
    Outcome.REFERENCE, Outcome.MAJORE_DU, Outcome.MAJORE_POSSIBLE, Outcome.NEED_INFO, Outcome.DEGRE_CADRE,
)
_DIRECTES = frozenset(
    "echelon situation trouver_fiche minimum certification degres denomination progresser alternance "
    "litige decision regle:vendeur_fixe".split()
)
_SANS = frozenset("suppleance hors_sujet interdit autre_convention futur dossier hors_sources rien identite".split())
_NOUVEAUX = frozenset(("echelon_actuel", "salaire_base", "description", "heures_hebdo"))


def conclure(b: Brouillon, aujourdhui: date, toujours: bool = False) -> None:
    """Put the verdict first; beside another subject, at the end, and only where something is amiss.

    ``toujours``: even where nothing new was said (facts given in one go).
    """
    x = b.comprehension
    s = x.situation
    jour = x.jour_du_classement or aujourdhui
    if b.behaviour in (Behaviour.REFUSE, Behaviour.ABSTAIN) or x.intention.id in _SANS or s.statut in (
        "apprenti", "alternance"
    ) or x.personnes or jour > aujourdhui:
        return
    avant = x.etat.dernier.fiche if x.etat.dernier else None
    nouveau = bool(_NOUVEAUX.intersection(x.nouveaux) or paie_dite(x.question) or (x.fiche and x.fiche != avant))
    if not (nouveau or toujours or x.intention.id == "minimum"):
        return
    constats = _constats(b, jour)
    categorie = _categorie(b) or _obligation(b)
    if not constats and categorie is None:
        return
    directe = x.intention.id in _DIRECTES or x.descriptif is not None or toujours
    if not directe and categorie is None and all(c.juste is not False for c in constats):
        return
    constats.sort(key=lambda c: c.juste is not False)  # what is amiss first
    lignes = ([categorie] if categorie else []) + [c.texte for c in constats]
    deja = bool(b.lignes) and b.lignes[0].startswith(("Non", "No:", "No,", "Oui", "Yes"))
    if categorie is None and not deja and directe and (mot := _oui_ou_non(b, constats)):
        lignes[0] = b.texte(f"verdict_{mot}", suite=lignes[0][:1].lower() + lignes[0][1:])
    if not directe and categorie is None:
        b.lignes += [t for t in lignes if t not in b.lignes]
        return
    place = 1 if deja else 0
    if b.behaviour is Behaviour.REDIRECT_HUMAN:
        place = min(len(b.lignes), 2)
    b.lignes[place:place] = lignes


def _oui_ou_non(b: Brouillon, constats: Sequence[Comparee]) -> str | None:
    voulu = attente(b.comprehension.question)
    p = b.positionnement
    if voulu is None or categorie_attendue(b.comprehension.question) or b.behaviour is Behaviour.REDIRECT_HUMAN:
        return None
    demande = b.comprehension.situation.echelon_demande
    if any(c.juste is False for c in constats):
        if voulu is Attente.CONFORME:
            return "non"
        return "oui" if demande is None or echelon_lu(demande) in (None, _du(b, p)) else None
    ouvert = p is not None and p.outcome in (Outcome.NEED_INFO, Outcome.MAJORE_POSSIBLE)
    if voulu is Attente.CONFORME and not ouvert and all(c.juste for c in constats):
        return "oui"
    return None


def _constats(b: Brouillon, jour: date) -> list[Comparee]:
    """What can be said of the échelon, then of the pay."""
    p, kb = b.positionnement, b.c.kb
    fiche = kb.fiches.get(b.comprehension.fiche or "")
    if fiche is None:
        codes = _en_cause(b)
        if codes:
            return _de_plusieurs(b, [kb.fiches[code] for code in codes], jour)
        dits = echelons_dits(b)
        du = _du(b, p) if p and not p.fiche and p.outcome is not Outcome.NEED_INFO else None
        constats = [c] if du and p and (c := _echelon(b, None, p, du)) else []
        if len(dits) == 1 and (c := comparer_la_paie(b, dits[0], jour)):
            constats.append(c)
        return constats
    if fiche.statut == "supprime" or (p is not None and p.fiche not in (None, str(fiche.code))):
        return []
    if p is None:
        return [c] if (c := comparer_la_paie(b, fiche.reference, jour)) else []
    du = _du(b, p)
    constats = [c] if du and (c := _echelon(b, fiche, p, du)) else []
    a_payer = p.minimum.echelon if p.minimum else du
    tenu = echelon_lu(b.comprehension.situation.echelon_actuel)
    if tenu and a_payer and tenu.categorie is a_payer.categorie and tenu > a_payer:
        a_payer = tenu
    if a_payer and (c := comparer_la_paie(b, a_payer, jour)):
        constats.append(c)
    return constats


def _en_cause(b: Brouillon) -> tuple[str, ...]:
    """The fiches shown to choose from."""
    d = b.comprehension.descriptif
    codes: tuple[str, ...] = b.comprehension.candidats[:AU_PLUS]
    if d is not None:
        s = d.choix.separation
        codes = tuple(r.code for r in d.deux) if d.deux else (s.oui, s.non) if s else tuple(
            r.code for r in d.choix.rangs)
    connus = tuple(c for c in codes if c in b.fiches and b.c.kb.fiches[c].statut != "supprime")
    return connus if not any(b.c.kb.fiches[c].generique for c in connus) else ()


def _de_plusieurs(b: Brouillon, fiches: Sequence[Fiche], jour: date) -> list[Comparee]:
    """Below whichever fiche it is: that much is sure before one is chosen."""
    constats = []
    tenu = echelon_lu(b.comprehension.situation.echelon_actuel)
    bas = min(f.reference for f in fiches)
    if tenu is not None and all(tenu < f.reference for f in fiches):
        constats.append(Comparee(False, b.texte("verdict_toutes_dessous", actuel=tenu, echelon=bas)))
    paie = paie_de(b)
    dus = [m for f in fiches if (m := minimum_du_salarie(b, f.reference, jour))]
    if paie and paie.montant and not (paie.net or paie.horaire or paie.fixe) and len(dus) == len(fiches):
        plus_bas = min(dus, key=lambda m: m[0])
        if paie.montant < plus_bas[0]:
            b.calcules += [paie.montant, plus_bas[0]]
            constats.append(Comparee(False, b.texte(
                "verdict_paie_toutes_dessous", salaire=euros(paie.montant), minimum=euros(plus_bas[0]),
                heures=plus_bas[1])))
    return constats


def _du(b: Brouillon, p: Positionnement | None) -> Echelon | None:
    if p is None or p.reference is None or p.outcome not in _SE_COMPARENT:
        return None
    impose = p.outcome is Outcome.REFERENCE and p.accessibles[:1] > (p.reference,)
    return p.accessibles[0] if p.outcome is Outcome.MAJORE_DU or impose else p.reference


def _echelon(b: Brouillon, fiche: Fiche | None, p: Positionnement, du: Echelon) -> Comparee | None:
    """The échelon held against the one that comes out."""
    tenu = echelon_lu(b.comprehension.situation.echelon_actuel)
    if tenu is None or (p.outcome is Outcome.NEED_INFO and p.faits_manquants[:1] == ("fiche",)):
        return None
    if fiche is None:
        return Comparee(False, b.texte("actuel_dessous_sans_fiche", actuel=tenu, echelon=du)) if tenu < du else None
    communs = {"actuel": tenu, "titre": b.titre(fiche), "code": fiche.code}
    if tenu < du:
        cle = "actuel_dessous"
        if p.outcome is Outcome.MAJORE_DU:
            cle = "actuel_dessous_du"
        elif du != p.reference:
            cle = "actuel_dessous_impose"
        if not du.numero:
            return Comparee(False, b.texte("actuel_dessous_cadre", **communs, placement=placement(b, fiche)))
        return Comparee(False, b.texte(cle, **communs, echelon=du))
    if tenu in fiche.majores and tenu != du:
        return Comparee(True, b.texte("actuel_majore", **communs, echelon=fiche.reference))
    if tenu > du:
        return Comparee(True, b.texte("actuel_dessus", **communs, echelon=fiche.reference))
    return Comparee(True, b.texte("actuel_egal" if du == p.reference else "actuel_egal_du", **communs))


def _categorie(b: Brouillon) -> str | None:
    """Yes, where a person asks whether they should be of the catégorie that is their fiche's."""
    x = b.comprehension
    voulue = categorie_attendue(x.question)
    fiches = [b.c.kb.fiches[x.fiche]] if x.fiche else [b.c.kb.fiches[c] for c in _en_cause(b)]
    if voulue is None or not fiches:
        return None
    if len(fiches) == 1 and fiches[0].categorie is not voulue:
        return b.texte("premisse_categorie", titre=b.titre(fiches[0]), dite=nom_de_categorie(voulue, b.langue),
                       categorie=nom_de_categorie(fiches[0].categorie, b.langue), placement=placement(b, fiches[0]))
    if any(f.categorie is not voulue for f in fiches):
        return None
    if len(fiches) > 1:
        return b.texte("verdict_categorie_toutes", categorie=nom_de_categorie(voulue, b.langue))
    return b.texte("verdict_categorie", titre=b.titre(fiches[0]), code=fiches[0].code,
                   categorie=nom_de_categorie(voulue, b.langue), placement=placement(b, fiches[0]))


def _obligation(b: Brouillon) -> str | None:
    """Is the échelon asked for due? Where the job is known and nothing is left to ask."""
    x, p = b.comprehension, b.positionnement
    voulu, du = echelon_lu(x.situation.echelon_demande), _du(b, p)
    if voulu is None or du is None or p is None or not x.fiche or not demande_si_du(x.question):
        return None
    if p.outcome not in (Outcome.REFERENCE, Outcome.MAJORE_POSSIBLE, Outcome.MAJORE_DU):
        return None
    fiche = b.c.kb.fiches[x.fiche]
    if voulu == du or (voulu < du and voulu.categorie is du.categorie):
        return b.texte("verdict_du" if voulu == du else "verdict_plus", echelon=voulu, titre=b.titre(fiche), code=fiche.code, du=du)
    possible = voulu in p.accessibles or voulu in fiche.majores
    return b.texte("verdict_pas_du" if possible else "verdict_pas_de_la_fiche", echelon=voulu,
                   titre=b.titre(fiche), code=fiche.code, du=du)
