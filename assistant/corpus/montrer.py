"""One fiche as `echelon knowledge show` gives it."""

from __future__ import annotations

from assistant.classification import Fiche
from assistant.corpus.base import KnowledgeBase, lien_legifrance
from assistant.corpus.markdown import SECTIONS

__all__ = ["avertissements", "montrer"]


def montrer(kb: KnowledgeBase, code: str) -> dict[str, object]:
    """The `show --json` object of a code in any spelling; raise FicheInconnue."""
    fiche = kb.referentiel.fiche(code)
    canonique = str(fiche.code)
    entree, lue = kb.repertoire[canonique], kb.textes.get(canonique)
    sections = {
        nom: [i.texte for i in lue.sections[nom]] if lue else [] for nom in SECTIONS if nom != "titres"
    }
    return {
        "code": canonique,
        "titles": list(fiche.titres),
        "filiere": fiche.filiere,
        "categorie": fiche.categorie.value,
        "statut": fiche.statut,
        "echelon_reference": fiche.reference.valeur,
        "echelons_majores": [e.valeur for e in fiche.majores],
        "sections": sections,
        "edition": fiche.edition.isoformat() if fiche.edition else None,
        "superseded_by": fiche.superseded_by.isoformat() if fiche.superseded_by else None,
        "source": lien_legifrance(entree.source),
        "warnings": list(avertissements(kb, fiche)),
    }


def avertissements(kb: KnowledgeBase, fiche: Fiche) -> tuple[str, ...]:
    """What a reader of this fiche must know, in French sentences."""
    entree = kb.repertoire[str(fiche.code)]
    dits: list[str] = []
    if fiche.statut == "supprime":
        quand = f" par l'accord du {entree.fin:%d/%m/%Y}" if entree.fin else ""
        dits.append(f"Cette fiche a été supprimée{quand}.")
    if fiche.superseded_by:
        dits.append(
            f"Modifiée par l'accord du {fiche.superseded_by:%d/%m/%Y}, dont le texte n'est pas "
            "reproduit dans les données officielles : code et échelon sont sûrs, le reste est à "
            "vérifier au Bulletin officiel (BOCC)."
        )
    if not fiche.texte_connu:
        dits.append("Le texte de cette fiche n'est pas dans la connaissance : seuls le code, le "
                    "titre et l'échelon sont donnés.")
    if fiche.generique:
        dits.append("Fiche générique : utilisable seulement si aucune autre fiche ne décrit même "
                    "une partie de l'emploi (3.02 b, 3B.02 b, 5.02 b).")
    if entree.note:
        dits.append(entree.note)
    return tuple(dits)
