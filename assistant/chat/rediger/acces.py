"""What a fiche asks for besides a certification, and whether the employer's decision opens it."""

from __future__ import annotations

from assistant.chat.rediger.brouillon import Brouillon
from assistant.chat.rediger.edition import avertir_texte
from assistant.chat.reponse import Behaviour
from assistant.classification import Fiche, TypeDeRegle

__all__ = ["dire_conditions", "dire_sans_decision", "nommer_condition", "rediger_decision"]


def dire_conditions(b: Brouillon, fiche: Fiche) -> None:
    """Agrément, autorisation d'enseigner, CCS, experience: said and quoted from the fiche."""
    for regle in fiche.regles:
        if regle.type is not TypeDeRegle.CONDITION_D_ACCES:
            continue
        if not (condition := nommer_condition(b, fiche, regle.condition)):
            continue
        edition = regle.edition or fiche.edition
        b.dire(
            "acces_condition", condition=condition,
            edition=f"{edition:%d/%m/%Y}" if edition else "?",
        )
        b.citer(b.c.kb.par_id.get(regle.passage or ""))


def nommer_condition(b: Brouillon, fiche: Fiche, condition: str) -> str:
    """ "l'agrément préfectoral", "une expérience professionnelle de 2 ans"; "" where it has no name."""
    cle = f"condition_{condition}"
    if cle not in b.c.textes.par_langue[b.langue]:
        return ""
    mois = next((r.parametres.get("mois") for r in fiche.regles
                 if r.type is TypeDeRegle.CONDITION_D_ACCES and r.condition == condition), None)
    return f"{b.texte(cle)} {b.texte('condition_annees', n=mois // 12) if mois else ''}".strip()


def dire_sans_decision(b: Brouillon, fiche: Fiche) -> None:
    """Say that the print has no route by the employer's decision."""
    b.dire("acces_sans_decision", code=fiche.code,
           edition=f"{fiche.edition:%d/%m/%Y}" if fiche.edition else "?")


def rediger_decision(b: Brouillon, fiche: Fiche) -> bool:
    """Whether the employer's decision alone opens the fiche; False where its text is not known."""
    if not fiche.acces:
        return False
    b.fiches.append(str(fiche.code))
    commun = {"titre": b.titre(fiche), "code": fiche.code, "echelon": fiche.reference}
    if fiche.acces_par_decision:
        b.dire("decision_oui", **commun)
        b.citer_section(fiche, "acces", "décision")
    else:
        b.behaviour = Behaviour.CORRECT_PREMISE
        b.dire("decision_non", **commun,
               edition=f"{fiche.edition:%d/%m/%Y}" if fiche.edition else "?")
        for acces in fiche.acces:
            cle = "acces_pratique" if acces.pratique else "acces_certification"
            b.dire(cle, certification=acces.certification)
        b.citer_section(fiche, "acces")
    dire_conditions(b, fiche)
    avertir_texte(b, fiche)
    b.citer_regle("decision_employeur")
    b.citer_classement(fiche)
    return True
