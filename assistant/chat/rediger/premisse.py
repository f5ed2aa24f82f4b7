"""False premises put right, contradictions shown with both sides."""

from __future__ import annotations

import re

from assistant.chat.comprendre import Texte
from assistant.chat.comprendre.activite_en_cause import sans_les_noms
from assistant.chat.comprendre.demande_neutre import alternative, demande_sans_affirmer
from assistant.chat.comprendre.oui_non import categorie_attendue
from assistant.chat.motif import motif
from assistant.chat.rediger.brouillon import Brouillon, nom_de_categorie, ou
from assistant.chat.rediger.fiche import activite_demandee, dire_activite
from assistant.chat.rediger.regles import rediger_regle
from assistant.chat.reponse import Behaviour
from assistant.classification import (
    Categorie,
    Echelon,
    EchelonInvalide,
    Fiche,
    Outcome,
    Positionnement,
    sans_accents,
)

__all__ = [
    "corriger_idees_fausses",
    "corriger_premisses",
    "demande_hors_fiche",
    "redire_premisse",
    "signaler_contradictions",
]


_DERNIERS = {"12": "echelon_12", "25": "echelon_25"}
_AU_DESSUS = motif(r"\b(?:dessus|apres|above|after|beyond)\s+(?:(?:du|de|le|the)\s+)?(\d{1,2})\b")
_MOI = motif(r"\b(?:je|j|jsuis|chuis|moi|mon|ma|mes|me|m|i|i'm|im|my)\b")
_N_EST_CE_PAS = motif(r"\bn.?est[ -]ce pas\b")


def corriger_premisses(b: Brouillon, p: Positionnement | None) -> bool:
    """Put right échelons that are none; True when there were some."""
    mauvais = {m.valeurs[0] for m in b.comprehension.mentions.de("echelon") if _faux(m.valeurs[0])}
    mauvais |= {f.valeur for f in (p.premisses if p else ())}
    if not mauvais:
        return False
    b.behaviour = Behaviour.CORRECT_PREMISE
    for valeur in sorted(mauvais):
        b.dire(_cle(valeur), echelon=valeur)
    if any(_cle(v) == "echelon_en_trop" for v in mauvais):
        rediger_regle(b, "echelon_25")
    else:
        b.citer_regle("fiche_reference")
    return True


def redire_premisse(b: Brouillon, valeur: str) -> None:
    """Say again that an échelon is none."""
    b.behaviour = Behaviour.CORRECT_PREMISE
    b.dire(_cle(valeur), echelon=valeur)
    b.citer_regle("echelon_25" if _cle(valeur) == "echelon_en_trop" else "fiche_reference")


def _faux(valeur: str) -> bool:
    try:
        Echelon.lire(valeur)
    except EchelonInvalide:
        return True
    return False


def _cle(valeur: str) -> str:
    try:
        numero = int(valeur)
    except ValueError:
        return "echelon_illisible"
    if numero > 25:
        return "echelon_en_trop"
    return "echelon_trou" if 13 <= numero <= 16 else "echelon_en_bas"


def affirme(b: Brouillon) -> bool:
    """True when the question states something and wants it confirmed."""
    # "comptable confirmé" confirms nothing: titles are left out
    question = sans_les_noms(b.comprehension.question, b.comprehension.mentions)
    return bool(_N_EST_CE_PAS.search(sans_accents(question))) or (
        Texte.de(question).trouve(b.c.premisses.affirmations) is not None
    )


def _de_la_fiche(b: Brouillon, fiche: Fiche | None) -> bool:
    """True where the échelon asked for is not above the fiche's own: no majoré is in question."""
    dit = str(b.comprehension.situation.echelon_demande or "")
    return fiche is not None and dit.isdigit() and 0 < int(dit) <= (fiche.reference.numero or 0)


def corriger_idees_fausses(b: Brouillon, p: Positionnement | None, fiche: Fiche | None) -> bool:
    """Put right the false premises of parler/premisses.yaml; True when one was there."""
    prepare = Texte.de(b.comprehension.question)
    if _sans_majore(b, prepare, fiche):
        return True
    for premisse in b.c.premisses.premisses:
        if not prepare.trouve(premisse.dit) or prepare.trouve(premisse.sauf):
            continue
        du = p is not None and (p.outcome is Outcome.MAJORE_DU or _de_la_fiche(b, fiche))
        tient = {
            "toujours": True,
            "fiche_non_cadre": fiche is not None and fiche.categorie is not Categorie.CADRE,
            "majore_non_du": not du,
            "affirmation": affirme(b) and (
                fiche is not None or "{titre}" not in premisse.correction.fr
            ),
        }[premisse.si]
        if not tient:
            continue
        b.behaviour = Behaviour.CORRECT_PREMISE
        b.lignes.append(getattr(premisse.correction, b.langue).format(
            titre=b.titre(fiche) if fiche else "", echelon=fiche.reference if fiche else "",
            categorie=nom_de_categorie(fiche.categorie, b.langue) if fiche else "",
        ))
        regle = b.c.kb.regles.get(premisse.regle)
        if regle:
            categorie = fiche.categorie if fiche else None
            b.dire("regle", texte=regle.textes[b.langue].strip(),
                   article=regle.article(categorie).article)
            for chapitre in [categorie] if categorie else [a.categorie for a in regle.articles]:
                b.citer_regle(premisse.regle, chapitre)
        if fiche is not None and fiche.texte_connu and (dite := activite_demandee(b, fiche)):
            dire_activite(b, fiche, dite)
        return True
    return False


def _sans_majore(b: Brouillon, prepare: Texte, fiche: Fiche | None) -> bool:
    """A majoré asked for above 12 or 25, where there is none: say what follows instead (3.03)."""
    if not prepare.trouve(["majoré", "majorée", "majoration échelon"]):
        return False
    dits = {m.valeurs[0] for m in b.comprehension.mentions.de("echelon")}
    dits |= set(_AU_DESSUS.findall(sans_accents(b.comprehension.question)))
    tenus = {str(fiche.reference)} if fiche else dits
    regle = _DERNIERS.get(tenus.pop()) if len(tenus) == 1 else None
    if regle is None:
        return False
    b.behaviour = Behaviour.CORRECT_PREMISE
    categorie = fiche.categorie if fiche else None
    rediger_regle(b, regle, categorie=categorie)
    return True


def demande_hors_fiche(b: Brouillon, fiche: Fiche | None) -> bool:
    """An échelon of the grid asked for, but none of the fiche's own: say so; True if said."""
    if fiche is None or categorie_attendue(b.comprehension.question):
        return False  # the échelon is the one held: it is the catégorie that is asked about
    actuel = str(b.comprehension.situation.echelon_actuel)
    siens = {fiche.reference, *fiche.majores}
    question = b.comprehension.question
    if alternative(question) and re.search(
        rf"\b{str(fiche.reference).casefold()}\b", sans_accents(question)
    ):
        return False  # "level I or II?": one of them is right
    d_un_autre = affirme(b) and not _MOI.search(sans_accents(question))
    etrangers = []
    for mention in b.comprehension.mentions.de("echelon"):
        if (mention.valeurs[0] == actuel and not d_un_autre) or _faux(mention.valeurs[0]):
            continue
        voulu = Echelon.lire(mention.valeurs[0])
        du_niveau = voulu.niveau and voulu.niveau == fiche.reference.niveau
        # going on to a cadre fiche is no false premise
        if voulu not in siens and not du_niveau and not (voulu.niveau and fiche.reference.numero):
            etrangers.append(voulu)
    if not etrangers:
        return False
    voulu = etrangers[0]
    if affirme(b) or not demande_sans_affirmer(question):
        b.behaviour = Behaviour.CORRECT_PREMISE
    majores = b.texte("premisse_majores", majores=ou(fiche.majores, b.langue)) if fiche.majores else ""
    b.dire("premisse_fiche", titre=b.titre(fiche), code=fiche.code, echelon=fiche.reference,
           majores=majores, demande=voulu)
    return True


def signaler_contradictions(b: Brouillon, p: Positionnement) -> bool:
    """Show both sides of facts that contradict each other; True when there were some."""
    for contradiction in p.contradictions:
        b.behaviour = Behaviour.FLAG_INCONSISTENCY
        variables = {}
        if contradiction.id == "certification_niee":
            variables["certification"] = b.comprehension.situation.certification or ""
        b.dire(f"contradiction_{contradiction.id}", **variables)
        for fait in contradiction.faits:
            b.demander(fait)
    return bool(p.contradictions)
