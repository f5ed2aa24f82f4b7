"""The last answer questioned: are you sure, why not that échelon, is it owed, what is the difference."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.chat.comprendre.actes import Acte
from assistant.chat.comprendre.metiers import Nomme
from assistant.chat.rediger.brouillon import Brouillon, echelon_lu, ou, placement
from assistant.chat.rediger.comparaison import rediger_comparaison
from assistant.chat.rediger.conversation import maintenir
from assistant.chat.rediger.demande import demander_fiche
from assistant.chat.rediger.dernier_dit import (
    choix,
    emploi,
    question_en_cours,
    redire,
    regles_propres,
)
from assistant.chat.rediger.fiches_proposees import dire_ligne
from assistant.chat.reponse import Behaviour
from assistant.classification import (
    Echelon,
    Fiche,
    Outcome,
    PasDeBareme,
    euros,
    minimum,
)

__all__ = ["rediger_difference", "rediger_doute", "rediger_obligation", "rediger_pourquoi"]

_AU_PLUS = 3


def rediger_doute(b: Brouillon, r: Brouillon, acte: Acte, _: date) -> None:
    """Hold to the answer, or say how the number told to the person can be true as well."""
    premisse = b.comprehension.etat.premisse
    if premisse is not None and acte.echelon in (None, premisse):
        maintenir(b, premisse)
        return
    fiche, dit = emploi(r), echelon_lu(acte.echelon)
    if fiche is not None and (dit is not None or acte.vers is not None):
        _contre(b, fiche, dit, _vises(b, fiche, dit, acte), doute=True)
        b.dire("acte_doute_qui")
        return
    codes = [x for x in choix(r) if dit is not None and b.c.kb.fiches[x].reference == dit]
    if dit is not None and codes:
        sienne = b.c.kb.fiches[codes[0]]
        b.dire("acte_doute_choix", titre=b.titre(sienne), code=codes[0], placement=placement(b, sienne))
    else:
        b.dire("acte_doute")
    redire(b, r)
    if choix(r):
        question_en_cours(b, r)
    elif fiche is not None and r.positionnement is not None:
        b.dire("acte_doute_si", code=fiche.code)
    elif r.comprehension.intention.id == "minimum" and r.montant:
        b.dire("acte_doute_plancher")
    elif dit is not None:
        b.dire("acte_doute_autrui")


def rediger_pourquoi(b: Brouillon, r: Brouillon, acte: Acte, _: date) -> None:
    """The steps of the answer; or what parts its fiche from the échelon asked about."""
    fiche, p, dit = emploi(r), r.positionnement, echelon_lu(acte.echelon)
    if fiche is not None and dit != fiche.reference and (dit is not None or acte.vers not in (
        None, str(fiche.code))
    ):
        _contre(b, fiche, dit, _vises(b, fiche, dit, acte), doute=False)
        return
    if choix(r):
        b.dire("acte_pourquoi_choix")
        redire(b, r)
        question_en_cours(b, r)
        return
    if p is not None and p.motifs and (fiche is not None or p.outcome is not Outcome.NEED_INFO):
        redire(b, r)
        b.dire("pourquoi")
        for m in p.motifs:
            b.dire("etape", fait=m.fait(b.langue).rstrip("."),
                   consequence=m.consequence(b.langue).rstrip("."), article=m.article.article)
            b.citer_regle(m.regle.id, m.article.categorie)
        for montant in (p.minimum, p.prime):
            if montant is not None:
                b.calcules += [montant.valeur, montant.base]
        return
    if r.comprehension.intention.id == "minimum" and r.montant and r.montant.get("avenant"):
        b.dire("acte_pourquoi_minimum", avenant=r.montant["avenant"])
        redire(b, r)
        return
    b.dire("acte_pourquoi_regle")
    b.lignes += r.lignes


def _vises(b: Brouillon, fiche: Fiche, dit: Echelon | None, acte: Acte) -> list[Fiche]:
    """The fiches the objection may have in mind: the one named, else those at its échelon that
    this one leads to, else those of its filière."""
    kb = b.c.kb.fiches
    if acte.vers is not None:
        return [kb[acte.vers]]
    if dit is None or dit in (fiche.reference, *fiche.majores):
        return []
    suites = [kb[x] for x in b.c.graphe.suites(str(fiche.code)) if x in kb and kb[x].reference == dit]
    meme = [f for f in kb.values() if f.code.filiere == fiche.code.filiere and f.reference == dit
            and f.titres and f.statut != "supprime"]
    return (suites or meme)[:_AU_PLUS]


def _contre(
    b: Brouillon, fiche: Fiche, dit: Echelon | None, vises: Sequence[Fiche], doute: bool
) -> None:
    """The fiche held against another échelon or another fiche."""
    majores = ou(fiche.majores, b.langue)
    regle = b.c.kb.regles["majore_extension"].article(fiche.categorie).article
    commun = {"titre": b.titre(fiche), "code": fiche.code, "placement": placement(b, fiche)}
    b.citer_classement(fiche)
    if dit == fiche.reference:
        b.dire("acte_contre_meme", **commun)
        return
    if dit is not None and dit in fiche.majores:
        b.dire("acte_doute_majore" if doute else "acte_pourquoi_majore", echelon=dit, article=regle, **commun)
        b.citer_regle("majore_extension", fiche.categorie)
        return
    jusqu_a = b.texte("acte_contre_majores", majores=majores) if majores else ""
    b.dire("acte_contre_doute" if doute else "acte_contre", majores=jusqu_a, **commun)
    if vises:
        b.dire("acte_contre_vises")
        separe = _separe(b, fiche, vises)
        for autre in vises:
            dire_ligne(b, autre, avec_objet=separe is None)
        if separe is not None:
            b.lignes.append(separe)
    elif dit is not None:
        b.dire("acte_contre_aucune", echelon=dit)
    if vises and not doute:
        b.dire("acte_contre_change")


def _separe(b: Brouillon, fiche: Fiche, vises: Sequence[Fiche]) -> str | None:
    """The question known to part the two, told rather than asked."""
    for autre in vises:
        paire = {str(fiche.code), str(autre.code)}
        s = next((x for x in b.c.separations(b.langue) if {x.oui, x.non} == paire), None)
        if s is not None:
            question = (s.question if b.langue == "fr" else str(s.question_en)).strip().rstrip(" ?\u202f\u00a0")
            critere = question[:1].lower() + question[1:]
            return b.texte("hesitation_separe", critere=critere, oui=s.oui, non=s.non)
    return None


def rediger_obligation(b: Brouillon, r: Brouillon, _: Acte, __: date) -> None:
    """Yes or no: owed, or only possible."""
    p, fiche = r.positionnement, emploi(r)
    if fiche is None or p is None or p.reference is None or regles_propres(r):
        redire(b, r)
        question_en_cours(b, r)
        return
    commun = {"titre": b.titre(fiche), "code": fiche.code, "majores": ou(p.majores, b.langue)}
    du = b.c.kb.regles["certification_majore_du"].article(fiche.categorie).article
    if p.outcome is Outcome.MAJORE_DU:
        b.dire("acte_du", article=du, **commun)
        b.citer_regle("certification_majore_du", fiche.categorie)
    elif p.majores:
        possible = b.c.kb.regles["majore_extension"].article(fiche.categorie).article
        b.dire("acte_possible", placement=placement(b, fiche), article=possible, article_du=du, **commun)
        b.citer_regle("majore_extension", fiche.categorie)
        b.citer_regle("certification_majore_du", fiche.categorie)
    else:
        redire(b, r)


def rediger_difference(b: Brouillon, r: Brouillon, _: Acte, aujourdhui: date) -> None:
    """What parts the two fiches last shown; else the échelons of the only one."""
    kb, etat = b.c.kb.fiches, b.comprehension.etat
    codes = [x for x in choix(r) or etat.vues[-2:] if x in kb]
    jour = b.comprehension.jour or aujourdhui
    if len(codes) >= 2:
        a, z = kb[codes[0]], kb[codes[1]]
        _ecart(b, a, z, jour)
        if r.comprehension.intention.id != "minimum":
            de_a, de_z = (Nomme((str(f.code),), b.titre(f), -1, -1) for f in (a, z))
            rediger_comparaison(b, de_a, de_z, jour)
        return
    fiche = emploi(r)
    if fiche is not None and fiche.majores:
        for echelon in (fiche.reference, *fiche.majores):
            try:
                m = minimum(b.c.kb.baremes, echelon, jour)
            except PasDeBareme:
                break  # before the first table known: the échelons alone
            b.calcules.append(m.base)
            b.dire("minimum_ligne", nom=b.texte("nom_echelon", echelon=echelon), valeur=euros(m.base))
        b.dire("majores", majores=ou(fiche.majores, b.langue))
        return
    b.behaviour = Behaviour.ASK
    b.dire("acte_difference_quoi")
    if fiche is None and not r.fiches:
        demander_fiche(b, ())


def _ecart(b: Brouillon, a: Fiche, z: Fiche, jour: date) -> None:
    """Placements and minima of both, and how far apart the minima are."""
    try:
        de_a, de_z = (minimum(b.c.kb.baremes, f.reference, jour, b.comprehension.situation.heures_hebdo)
                      for f in (a, z))
    except (KeyError, PasDeBareme):
        return
    ecart = abs(de_a.valeur - de_z.valeur)
    b.calcules += [de_a.valeur, de_z.valeur, ecart]
    b.dire("acte_ecart" if ecart else "acte_ecart_nul", ecart=euros(ecart))
    for fiche, m in ((a, de_a), (z, de_z)):
        b.dire("acte_ecart_ligne", titre=b.titre(fiche), code=fiche.code,
               placement=placement(b, fiche), valeur=euros(m.valeur))
        b.citer(b.c.kb.par_id.get(f"bareme:{m.bareme.id}/{m.echelon}"))
