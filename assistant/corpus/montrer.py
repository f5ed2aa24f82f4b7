"""One fiche as `echelon knowledge show` gives it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from assistant.classification import Fiche
from assistant.corpus.base import KnowledgeBase, lien_legifrance
from assistant.corpus.markdown import SECTIONS, Item
from assistant.corpus.schemas_donnees import REGLES_COMMUNES

__all__ = ["avertissements", "montrer"]


def montrer(kb: KnowledgeBase, code: str, jour: date | None = None) -> dict[str, object]:
    """The `show --json` object of a code in any spelling; raise FicheInconnue.

    ``jour``: show the print that was the newest on that day. Besides the contract's fields:
    ``origine`` of the text, ``editions`` printed and ``modifications`` by later agreements.
    """
    fiche = kb.referentiel.fiche(code)
    canonique = str(fiche.code)
    entree = kb.repertoire[canonique]
    sections, edition, origine, lien = _texte(kb, canonique, jour)
    dites = {nom: [i.texte for i in sections.get(nom, ())] for nom in SECTIONS[1:]}
    if "degres" in sections:
        dites["degres"] = [i.texte for i in sections["degres"]]
    return {
        "code": canonique,
        "titles": list(fiche.titres),
        "filiere": fiche.filiere,
        "categorie": fiche.categorie.value,
        "statut": fiche.statut,
        "echelon_reference": fiche.reference.valeur,
        "echelons_majores": [e.valeur for e in fiche.majores],
        "sections": dites,
        "edition": edition.isoformat() if edition else None,
        "superseded_by": fiche.superseded_by.isoformat() if fiche.superseded_by else None,
        "source": lien or (lien_legifrance(entree.source) if entree.source else None),
        "warnings": list(avertissements(kb, fiche)),
        "origine": origine,
        "editions": [
            {"date": e.date.isoformat(), "article": e.lieu.article_id, "lien": e.lieu.lien}
            for e in kb.editions.get(canonique, ())
        ],
        "modifications": [
            {"date": m.date.isoformat(), "objet": m.objet, "lien": lien_legifrance(m.texte)}
            for m in entree.modifications
        ],
    }


def _texte(
    kb: KnowledgeBase, code: str, jour: date | None
) -> tuple[Mapping[str, tuple[Item, ...]], date | None, str | None, str | None]:
    """(sections, edition, origin, link) of the text in force, or of the newest on that day."""
    if jour is not None:
        imprimees = [e for e in kb.editions.get(code, ()) if e.date <= jour]
        if not imprimees:
            return {}, None, None, None
        derniere = imprimees[-1]
        return derniere.sections, derniere.date, "officielle", derniere.lieu.lien
    lue, edition = kb.textes.get(code), kb.fiches[code].edition
    if lue is None:
        return {}, edition, None, None
    return lue.sections, lue.edition or edition, lue.origine, lue.lien


def avertissements(kb: KnowledgeBase, fiche: Fiche) -> tuple[str, ...]:
    """What a reader of this fiche must know, in French sentences."""
    entree = kb.repertoire[str(fiche.code)]
    dits: list[str] = []
    if fiche.statut == "supprime":
        quand = f" par l'accord du {entree.fin:%d/%m/%Y}" if entree.fin else ""
        dits.append(f"Cette fiche a été supprimée{quand}.")
    dernier = entree.dernier_changement
    if fiche.superseded_by and dernier and dernier.texte in REGLES_COMMUNES:
        dits.append(
            f"L'accord du {fiche.superseded_by:%d/%m/%Y} a changé depuis une règle commune à "
            f"toutes les fiches concernées, imprimée à part : {lien_legifrance(dernier.texte)}"
        )
    elif fiche.superseded_by:
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
