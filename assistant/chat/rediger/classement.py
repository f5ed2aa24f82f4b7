"""Answers that class a person or a job: échelon, majorés, why, what is missing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from assistant.chat.motif import motif
from assistant.chat.rediger.brouillon import Brouillon, nom_de_categorie, ou
from assistant.chat.rediger.constats import signaler_constats
from assistant.chat.rediger.regles import rediger_regle
from assistant.chat.rediger.regles_de_fiche import dire_fiche_a_verifier, dire_fiche_imposee
from assistant.chat.reponse import Behaviour
from assistant.classification import (
    Categorie,
    Fiche,
    Outcome,
    Positionnement,
    euros,
    sans_accents,
)

__all__ = ["rediger_classement", "tete"]

_DECISIFS = {Outcome.NEED_INFO}
_EN_PLUS = motif(r"\b(?:aussi|en plus|egalement|also|as well|on top|besides|additionally)\b")


def rediger_classement(
    b: Brouillon, p: Positionnement, complet: bool, milieu: Callable[[], None] | None = None
) -> None:
    """Write a placement.

    ``complet``: with the steps, for a person's own case. ``milieu`` writes what goes before
    the closing question, in place of the amount.
    """
    b.positionnement = p
    fiche = b.c.kb.fiches.get(p.fiche or "")
    if fiche:
        b.fiches.append(str(fiche.code))
    if p.outcome is Outcome.NEED_INFO and p.faits_manquants[:1] == ("fiche",):
        if fiche:
            _avertir(b, fiche)
            b.citer_classement(fiche)
        b.behaviour = Behaviour.ASK
        b.demander("fiche")
        dire_certification(b)
        b.dire("quelle_fiche")
        return
    tete(b, p, fiche)
    dire_fiche_a_verifier(b, p)
    if p.prime and p.outcome is not Outcome.PRIME_SUPPLEANCE:
        b.calcules.append(p.prime.valeur)
        b.dire("tete_prime_en_plus", prime=euros(p.prime.valeur), echelon=p.prime.echelon)
    if fiche and p.outcome is not Outcome.NON_CLASSE:
        _avertir(b, fiche)
    _montants(b, p, complet or milieu is not None)
    if complet:
        _etapes(b, p)
    if milieu:
        milieu()
    _manquants(b, p, complet)
    _sources(b, p, fiche)
    _suites(b, p, fiche)


def dire_certification(b: Brouillon) -> None:
    """What a certification does in general, where the job is not known yet."""
    s = b.comprehension.situation
    if s.vae or s.accord_ecrit is not None:
        rediger_regle(b, "sans_engagement_ecrit" if s.accord_ecrit is False else "engagement_ecrit")
    elif s.certification_rncsa:
        rediger_regle(b, "certification_reference", "certification_majore_du")


def tete(b: Brouillon, p: Positionnement, fiche: Fiche | None) -> None:
    """The first sentence: the result itself."""
    commun = {"titre": b.titre(fiche), "code": fiche.code} if fiche else {}
    majores = ou(p.majores, b.langue)
    match p.outcome:
        case Outcome.PROMOTION_MAITRISE if "fiche_delai_decision" in p.regles():
            b.dire("tete_promotion_fiche", **commun, echelon=p.reference, vers=p.accessibles[0])
        case Outcome.NON_CLASSE | Outcome.ECHELON_1_2 | Outcome.PROMOTION_MAITRISE | (
            Outcome.PROMOTION_CADRE
        ):
            b.dire(f"tete_{p.outcome.value}")
        case Outcome.PRIME_SUPPLEANCE if p.prime:
            cle = "tete_prime" if p.prime.valeur else "tete_prime_nulle"
            variables: dict[str, object] = {"echelon": p.prime.echelon}
            if p.prime.valeur:
                variables["prime"] = euros(p.prime.valeur)
            b.dire(cle, **variables)
        case Outcome.NEED_INFO if not fiche or p.faits_manquants[:1] in (
            ("effectif_entreprise",), ("agent_de_maitrise_present",), ("echelon_actuel",)
        ):
            pass
        case Outcome.DEGRE_CADRE:
            b.dire("tete_degre_cadre", **commun, echelon=p.reference,
                   degres=ou(p.accessibles, b.langue))
        case Outcome.REFERENCE if "engagement_ecrit" in p.regles():
            b.dire("tete_engagement", echelon=p.accessibles[0])
        case Outcome.REFERENCE if not fiche:
            b.dire("tete_sans_fiche", echelon=p.reference)
        case Outcome.MAJORE_POSSIBLE if not fiche or "suppleance_recurrente" in p.regles():
            b.dire("tete_majore_sans_fiche", echelon=p.reference, majores=majores)
        case Outcome.REFERENCE if p.accessibles and p.accessibles[0] != p.reference:
            b.dire("tete_regle_de_fiche", **commun, reference=p.reference, echelon=p.accessibles[0])
            dire_fiche_imposee(b, p, fiche)
        case Outcome.REFERENCE if "fiche_promotion_possible" in p.regles():
            b.dire("tete_promotion_fiche", **commun, echelon=p.reference, vers=p.accessibles[-1])
            b.dire("majores", majores=majores)
        case Outcome.REFERENCE:
            categorie = nom_de_categorie(p.reference.categorie, b.langue) if p.reference else ""
            b.dire("tete_reference", **commun, echelon=p.reference, categorie=categorie)
            if p.majores:
                b.dire("majores", majores=majores)
            elif p.reference:
                b.dire("sans_majore", echelon=p.reference)
        case _:
            b.dire(f"tete_{p.outcome.value}", **commun, echelon=p.reference, majores=majores)


def _avertir(b: Brouillon, fiche: Fiche) -> None:
    if fiche.statut == "supprime":
        fin = b.c.kb.repertoire[str(fiche.code)].fin
        quand = f" ({fin:%d/%m/%Y})" if fin else ""
        b.dire("supprimee", code=fiche.code, titre=b.titre(fiche), quand=quand)
    elif fiche.superseded_by:
        b.dire("modifiee", code=fiche.code, date=f"{fiche.superseded_by:%d/%m/%Y}")
    signaler_constats(b, fiche)
    if fiche.generique:
        regle = b.c.kb.regles.get("fiche_generique")
        if regle:
            b.dire("generique", article=regle.article(fiche.categorie).article)
            b.citer_regle("fiche_generique")


def _montants(b: Brouillon, p: Positionnement, complet: bool) -> None:
    if p.outcome is Outcome.PRIME_SUPPLEANCE and p.prime:
        b.montant = montant_en_dict(p.prime)
        return
    if p.minimum is None:
        return
    b.montant = montant_en_dict(p.minimum)
    if not complet:
        b.dire(
            "minimum_du", echelon=p.minimum.echelon, valeur=euros(p.minimum.valeur),
            heures=f"{p.minimum.heures.normalize():f}".replace(".", ","),
            avenant=p.minimum.bareme.avenant, effet=f"{p.minimum.bareme.date_effet:%d/%m/%Y}",
        )


def montant_en_dict(m: object) -> dict[str, object]:
    """A Montant as the contract's `montant`."""
    from assistant.classification import Montant

    assert isinstance(m, Montant)
    return {
        "valeur": _nombre(m.valeur), "base": _nombre(m.base), "heures": _nombre(m.heures),
        "date_effet": m.bareme.date_effet.isoformat(), "avenant": m.bareme.avenant,
    }


def _nombre(valeur: Decimal) -> int | float:
    return int(valeur) if valeur == valeur.to_integral_value() else float(valeur)


def _etapes(b: Brouillon, p: Positionnement) -> None:
    utiles = [m for m in p.motifs if m.regle.id != "fiche_generique"]
    if not utiles:
        return
    b.dire("pourquoi")
    for raison in utiles:
        b.dire(
            "etape", fait=raison.fait(b.langue).rstrip("."),
            consequence=raison.consequence(b.langue).rstrip("."), article=raison.article.article,
        )


def _manquants(b: Brouillon, p: Positionnement, complet: bool) -> None:
    ignores = b.comprehension.etat.inconnus
    restants = [f for f in p.faits_manquants if f not in ignores]
    for fait in restants[:3]:
        b.demander(fait)
    if not restants:
        if p.outcome in _DECISIFS and p.faits_manquants:
            noms = [getattr(b.c.kb.faits[f].nom, b.langue) for f in p.faits_manquants]
            b.dire("hypothese_inconnue", conditions=", ".join(noms))
        return
    question = b.c.question(restants[0], b.langue)
    if restants[0] == "extensions_exercees" and p.outcome not in _DECISIFS and b.comprehension.descriptif and (
        _EN_PLUS.search(sans_accents(b.comprehension.question))
    ):
        return  # what is done besides has just been told
    if p.outcome in _DECISIFS:
        b.behaviour = Behaviour.ASK
        b.dire("a_demander", question=question)
    elif complet or p.fiche:
        b.dire("question_ouverte", question=question)


def _sources(b: Brouillon, p: Positionnement, fiche: Fiche | None) -> None:
    if fiche:
        b.citer_classement(fiche)
        if fiche.texte_connu and p.majores:
            b.citer_section(fiche, "classement", str(p.majores[0]))
        regles = set(p.regles())
        if "majore_extension" in regles:
            b.citer_section(fiche, "extensions")
        if any(r.startswith("certification") for r in regles):
            b.citer_section(fiche, "acces", "pratique")
        dits = {motif.article.article for motif in p.motifs}
        for sienne in fiche.regles:
            if any(str(fiche.code) in dit for dit in dits) and sienne.passage:
                b.citer(b.c.kb.par_id.get(sienne.passage))
    for raison in p.motifs:
        if raison.regle.id not in ("fiche_reference", "minimum", "minimum_temps_partiel"):
            b.citer_regle(raison.regle.id, raison.article.categorie)
    for montant in (p.minimum, p.prime):
        if montant:
            b.citer(b.c.kb.par_id.get(f"bareme:{montant.bareme.id}/{montant.echelon}"))
    if p.prime:
        b.citer(b.c.kb.par_id.get(f"bareme:{p.prime.bareme.id}/20"))


def _suites(b: Brouillon, p: Positionnement, fiche: Fiche | None) -> None:
    if not fiche:
        return
    titre = b.titre(fiche)
    if p.majores:
        b.suggestions.append(b.texte("suite_majores", majores=ou(p.majores, b.langue)))
    if fiche.texte_connu:
        b.suggestions.append(b.texte("suite_acces", titre=titre))
        b.suggestions.append(b.texte("suite_evolution", titre=titre))
    elif p.reference and p.reference.categorie is not Categorie.CADRE:
        b.suggestions.append(b.texte("suite_minimum", echelon=p.reference))


def jour_dit(jour: date) -> str:
    """A date as people write it."""
    return f"{jour:%d/%m/%Y}"
